"""Number boxes read what people type, in any common notation, and say what they cannot read."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from browser_model import page_with
from playwright.sync_api import Browser, Locator, Page, expect
from readers import box, shown, write

from rent_or_sell import load_parameters, rack

pytestmark = pytest.mark.engines

PARSE = """async (cases) => {
  const { parseNumber } = await import("/number_format.js");
  return cases.map((said) => String(parseNumber(...said)));
}"""
BACK_AND_FORTH = """async (cases) => {
  const { exactNumber, parseNumber } = await import("/number_format.js");
  return cases.map(([value, code]) => [exactNumber(value, code), parseNumber(exactNumber(value, code), code)]);
}"""
NUMBER, MONEY, SHARE = ",.2f", "$,.0f", ".0%"
READINGS: list[tuple[str, str, float]] = [
    ("0.4", NUMBER, 0.4),
    ("0,4", NUMBER, 0.4),
    (",4", NUMBER, 0.4),
    (".4", NUMBER, 0.4),
    ("21,5", NUMBER, 21.5),
    ("21,55", NUMBER, 21.55),
    ("0,400", NUMBER, 0.4),
    ("22,000", NUMBER, 22_000),
    ("22 000", NUMBER, 22_000),
    ("22\u00a0000", NUMBER, 22_000),
    ("22\u202f000", NUMBER, 22_000),
    ("22’000", NUMBER, 22_000),
    ("22'000", NUMBER, 22_000),
    ("1,234,567.5", NUMBER, 1_234_567.5),
    ("1.234,5", NUMBER, 1_234.5),
    ("1.234.567,5", NUMBER, 1_234_567.5),
    ("1.234", NUMBER, 1.234),
    ("$22,000", MONEY, 22_000),
    ("$ 22,000", MONEY, 22_000),
    ("-$5", MONEY, -5),
    ("$-5", MONEY, -5),
    ("−5", NUMBER, -5),
    ("+5", NUMBER, 5),
    ("1e3", NUMBER, 1_000),
    ("  7 ", NUMBER, 7),
    ("20k", MONEY, 20_000),
    ("$1.5M", MONEY, 1_500_000),
    ("1,5 million", NUMBER, 1_500_000),
    ("22,5 K", NUMBER, 22_500),
    ("2bn", NUMBER, 2e9),
    ("12%", SHARE, 0.12),
    ("12 %", SHARE, 0.12),
    ("12", SHARE, 0.12),
    ("12,5%", SHARE, 0.125),
    ("7", SHARE, 0.07),
]
NO_NUMBERS = [
    *("", " ", "$", "%", "-", ".", ",", "many", "NaN", "Infinity", "0x10"),
    *("$1$2", "$$1", "1$", "1%2", "1-2", "--1", "1,2,3", "1,23,456", "1.2.3", "1,234,56"),
    *("22,000 000", "1 2", "12 34", "1e", "e3", "1e1.5", "٤", "k", "20kk", "20 apples"),
]


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    """A page that can load the explorer's modules."""
    page = page_with(browser, {})
    yield page
    page.close()


def test_every_common_notation_is_read(blank: Page) -> None:
    read = blank.evaluate(PARSE, [[text, code] for text, code, _ in READINGS])
    got = [(text, float(value)) for (text, _, _), value in zip(READINGS, read, strict=True)]
    assert got == [(text, wanted) for text, _, wanted in READINGS]


@pytest.mark.parametrize(
    ("text", "unit", "wanted"),
    [
        *(("0.2", "million chips", 0.2), ("0.2 million", "million chips", 0.2)),
        *(("200,000", "million chips", 0.2), ("-2.5 mn", "mn chips/year", -2.5)),
        *(("120bn", "billion $/year", 120), ("120,000", "billion $/year", 120_000)),
        *(("22,000", "$/chip", 22_000), ("200,000", "MW", 200_000)),
    ],
)
def test_a_unit_of_millions_is_not_counted_twice(
    blank: Page, text: str, unit: str, wanted: float
) -> None:
    (read,) = blank.evaluate(PARSE, [[text, NUMBER, unit]])
    assert float(read) == wanted


def test_what_is_no_number_is_read_as_none(blank: Page) -> None:
    cases = [(text, code) for text in NO_NUMBERS for code in (NUMBER, MONEY, SHARE)]
    cases += [("5%", NUMBER), ("5%", MONEY), ("$5%", MONEY), ("$5", SHARE), ("5%%", SHARE)]
    read = blank.evaluate(PARSE, cases)
    wrong = [(*case, v) for case, v in zip(cases, read, strict=True) if not math.isnan(float(v))]
    assert wrong == []


def test_a_refused_text_goes_with_the_next_change(root: Locator) -> None:
    typed = box(root, "attach_rate")
    write(typed, "abc")
    typed.press("Enter")
    complaint = root.locator('[data-parameter="attach_rate"] .complaint')
    expect(complaint).to_be_visible()
    root.get_by_role("button", name="Chips are scarce").click()
    expect(complaint).to_be_hidden()
    expect(typed).to_have_value("0.20")


def test_what_a_box_shows_it_reads_back(blank: Page) -> None:
    cases = [
        [value, parameter.format]
        for parameter in load_parameters().values()
        for value in (parameter.low, parameter.base, parameter.high, parameter.base / 3)
    ]
    shown = blank.evaluate(BACK_AND_FORTH, cases)
    for (value, _), (text, read) in zip(cases, shown, strict=True):
        assert read == pytest.approx(value, rel=1e-12, abs=1e-14), text


@pytest.mark.parametrize(
    ("name", "typed", "value", "rewritten"),
    [
        ("attach_rate", "0,4", 0.4, "0.40"),
        ("sale_price_per_chip", "21,5", 21.5, "21.5"),
        ("sale_price_per_chip", "24 500", 24_500, "24,500"),
        ("displacement", "82,5", 0.825, "82.5%"),
    ],
)
def test_what_is_typed_moves_the_answer(
    root: Locator, name: str, typed: str, value: float, rewritten: str
) -> None:
    write(box(root, name), typed)
    box(root, name).press("Enter")
    expect(box(root, name)).to_have_value(rewritten)
    wanted = rack.evaluate({name: value})["gain_from_selling"]
    assert shown(root, "gain_from_selling") == pytest.approx(wanted, rel=1e-12)
    root.page.wait_for_url(f"**#explorer=rack&{name}={value:g}&edition=*")


@pytest.mark.parametrize("typed", ["$1$2", "5%", "1,2,3"])
def test_what_cannot_be_read_is_said_and_changes_nothing(root: Locator, typed: str) -> None:
    write(box(root, "sale_price_per_chip"), "24,000")
    box(root, "sale_price_per_chip").press("Enter")
    root.page.wait_for_url("**#explorer=rack&sale_price_per_chip=24000&edition=*")
    before = shown(root, "gain_from_selling")
    write(box(root, "sale_price_per_chip"), typed)
    box(root, "sale_price_per_chip").press("Enter")
    complaint = root.locator('[data-parameter="sale_price_per_chip"]').get_by_role("alert")
    expect(complaint).to_contain_text(f"“{typed}” is not a number")
    expect(box(root, "sale_price_per_chip")).to_have_attribute("aria-invalid", "true")
    assert shown(root, "gain_from_selling") == before
    assert "&sale_price_per_chip=24000&" in root.page.evaluate("location.hash")
    write(box(root, "sale_price_per_chip"), "23,000")
    box(root, "sale_price_per_chip").press("Enter")
    expect(complaint).to_be_hidden()


def test_a_number_out_of_limits_is_said_as_it_was_read(root: Locator) -> None:
    write(box(root, "displacement"), "8,2e1")
    box(root, "displacement").press("Enter")
    complaint = root.locator('[data-parameter="displacement"]').get_by_role("alert")
    expect(complaint).to_contain_text("“8,2e1” is not a number")
    write(box(root, "displacement"), "820")
    box(root, "displacement").press("Enter")
    expect(complaint).to_contain_text("“820” is read as 820%, which does not fit")
    expect(complaint).to_contain_text("give a number from 0% to 100%")


@pytest.mark.parametrize("end", ["minimum", "maximum"])
def test_a_limit_itself_may_be_typed(root: Locator, end: str) -> None:
    limit = getattr(load_parameters()["displacement"], end)
    write(box(root, "displacement"), f"{limit:.0%}")
    box(root, "displacement").press("Enter")
    expect(root.locator('[data-parameter="displacement"]').get_by_role("alert")).to_be_hidden()
    wanted = rack.evaluate(displacement=limit)["gain_from_selling"]
    assert shown(root, "gain_from_selling") == pytest.approx(wanted, rel=1e-12)
