"""The part that compares two cases: choices, picture and table, pins, pasted links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from browser_model import page_with
from explorer_files import ORIGIN, files_of, open_again, open_files
from heat_pump.book import BOOK as HEAT_PUMP
from playwright.sync_api import Browser, Locator, Page, expect
from readers import travel, unfold, write

from rent_or_sell import Explorer, View, compare, evaluate, load_scenarios, rack
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.frame import part_frame
from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.compare.part import Compare
from rent_or_sell.explorer.range_words import part_of_range

pytestmark = pytest.mark.engines

GAIN = "gain_from_selling"
NOW = BOOK.edition.number
OTHERS = f"{ORIGIN}/elsewhere.html#explorer=answers&edition={NOW}"
MANY = {name: each.high for name, each in rack.parameters.items() if each.high != each.base}

# All that a part shows: its words, and where each mark stands.
SHOWN = """(part) => [
  [...part.querySelectorAll("*")].filter((each) => !each.childElementCount)
    .map((each) => each.textContent.trim()),
  [...part.querySelectorAll("rect, line")].flatMap((mark) =>
    ["x", "width", "x1", "x2"].map((name) => parseFloat(mark.getAttribute(name) ?? "0"))),
  [...part.querySelectorAll("[data-value]")].map(({ dataset }) => Number(dataset.value || "nan")),
  [...part.querySelectorAll(".unseen")].length,
]"""


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page of the rack's answers, and its complaints."""
    page, complaints = open_files(browser, files_of([Explorer(view="answers")]))
    yield page, complaints
    page.close()


@pytest.fixture
def opened(shared: tuple[Page, list[str]]) -> Iterator[Page]:
    """The page, opened anew; at the end nothing was complained of."""
    page, complaints = shared
    open_again(page)
    unfold_table(page)
    yield page
    assert complaints == []
    assert page.evaluate("violations") == []


def part(page: Page) -> Locator:
    return page.locator(".compare")


def unfold_table(page: Page) -> None:
    unfold(page.locator(".compare-table:not([open])"))


def choose(page: Page, what: str, label: str) -> None:
    page.locator(f'[data-choose="{what}"]').select_option(label=label)


def paste(page: Page, text: str) -> Locator:
    page.get_by_placeholder("Paste it here").fill(text)
    page.get_by_role("button", name="Compare with yours").click()
    return page.locator(".paste-notice")


def numbers(cells: Locator) -> list[float]:
    return [
        float(text or "nan")
        for text in cells.evaluate_all("all => all.map((one) => one.dataset.value)")
    ]


def steps(page: Page) -> dict[str, float]:
    rows = page.locator(".compare-table tbody tr")
    names = rows.evaluate_all("rows => rows.map((row) => row.dataset.parameter)")
    return dict(zip(names, numbers(rows.locator("[data-value]")), strict=True))


def settled(page: Page) -> dict[str, str]:
    expect(page.locator(".settle:not([aria-busy])")).to_be_visible()
    shown = page.locator("[data-settle]")
    names = shown.evaluate_all("all => all.map((one) => one.dataset.settle)")
    return dict(zip(names, shown.all_text_contents(), strict=True))


# The frame


@pytest.mark.parametrize("answer", [GAIN, "price_floor_per_chip", "warranty_cost"])
def test_the_frame_is_what_the_page_shows_when_it_starts(browser: Browser, answer: str) -> None:
    model, asked = rack, answer
    if answer == "warranty_cost":  # below zero, whatever the book's numbers are
        model, asked = rack.replace(gain_from_selling=lambda chips: -chips), GAIN
    view = View("answers", "rack", (), parts=(Compare((asked,)),))
    page, _ = open_files(browser, files_of([Explorer(model, view=view)]))
    live = part(page).evaluate(SHOWN)
    page.set_content(str(part_frame(view.parts[0], BaseCase(model))))
    assert part(page).evaluate(SHOWN) == live
    page.close()


# The bridge, as a picture and a table


def test_the_picture_and_the_table_are_those_of_python_and_sum(opened: Page) -> None:
    for a, b in (("base", "enterprise"), ("no_frictions", "weakest"), ("strongest", "base")):
        choose(opened, "a", load_scenarios()[a].label)
        choose(opened, "b", load_scenarios()[b].label)
        made = compare("rack", GAIN, a, b).bridge
        assert steps(opened) == pytest.approx(dict(made.steps), rel=1e-9, abs=1e-3)
        start, end, total = numbers(opened.locator(".compare-table tfoot [data-value]"))
        assert (start, end) == pytest.approx((made.start, made.end), rel=1e-9)
        assert sum(steps(opened).values()) == pytest.approx(total, rel=1e-9, abs=1e-3)
        drawn = numbers(opened.locator(".bridge-row:not(.unseen) .bridge-amount"))
        assert drawn[0] + sum(drawn[1:-1]) == pytest.approx(drawn[-1], rel=1e-9, abs=1e-3)


def test_a_folded_table_is_filled_when_it_is_opened(opened: Page) -> None:
    fold = opened.locator(".compare-table")
    fold.evaluate("(fold) => (fold.open = false)")
    choose(opened, "a", load_scenarios()["enterprise"].label)
    expect(opened.locator(".bridge-title")).to_contain_text(load_scenarios()["enterprise"].label)
    assert steps(opened) == {}
    fold.locator("summary").click()
    expect(fold.locator("tbody tr")).not_to_have_count(0)
    made = compare("rack", GAIN, "enterprise", "base").bridge
    assert steps(opened) == pytest.approx(dict(made.steps), rel=1e-9, abs=1e-3)


def test_each_bar_begins_where_the_one_before_it_ended(opened: Page) -> None:
    choose(opened, "b", "Article at its weakest")
    rows = opened.locator(".bridge-row:not(.unseen)")
    bars = rows.locator(".bridge-bar").evaluate_all(
        """bars => bars.map((bar) => ["x", "width"].map((name) => parseFloat(bar.getAttribute(name))))"""
    )
    kinds = rows.evaluate_all("rows => rows.map((row) => row.dataset.kind)")
    (zero,) = set(
        rows.locator(".bridge-zero").evaluate_all("all => all.map((one) => one.getAttribute('x1'))")
    )
    assert kinds[0] == kinds[-1] == "total"
    at = bars[0][0] + bars[0][1]  # the base gains: its bar ends at its amount
    assert bars[0][0] == pytest.approx(float(zero.rstrip("%")))
    for (left, width), kind in zip(bars[1:-1], kinds[1:-1], strict=True):
        began, ended = (left, left + width) if kind == "rise" else (left + width, left)
        assert began == pytest.approx(at)
        at = ended
    assert bars[-1][0] == pytest.approx(at)


def test_the_small_steps_are_folded_in_the_picture_only_and_a_mean_is_said(opened: Page) -> None:
    pairs = "&".join(f"{name}={value}" for name, value in MANY.items())
    paste(opened, f"{OTHERS}&{pairs}")
    made = compare("rack", GAIN, None, MANY).bridge
    assert not made.exact
    assert steps(opened) == pytest.approx(dict(made.steps), rel=1e-9, abs=1e-3)
    labels = opened.locator(".bridge-row:not(.unseen) .bridge-label")
    expect(labels).to_have_count(opened.locator(".bridge-row").count())
    others = labels.nth(-2).text_content() or ""
    assert re.fullmatch(r"\d+ others", others)
    assert int(others.split()[0]) == len(made.steps) - (labels.count() - 3)
    expect(opened.locator(".compare-note")).to_contain_text("More than ten assumptions differ")
    choose(opened, "b", "Enterprise rents")
    expect(opened.locator(".compare-note")).to_have_text("")


def test_what_is_not_defined_is_said(opened: Page) -> None:
    opened.locator('[data-choose="answer"]').select_option("price_floor_per_chip")
    paste(opened, "selling_share=1&support_fee_share=0&displacement=0.6")
    said = opened.locator(".compare-said")
    expect(said).to_contain_text("not defined in “Pasted link”")
    expect(opened.locator(".bridge-row:not(.unseen) .bridge-amount").nth(1)).to_have_text(
        "not defined"
    )
    assert steps(opened) == {}
    opened.get_by_role("button", name="Swap").click()
    expect(said).to_contain_text("not defined in “Pasted link”")
    paste(opened, "selling_share=0.6&warranty_share=0.5&support_fee_share=2&discount_rate=0.01")
    case = {"selling_share": 0.6, "warranty_share": 0.5, "support_fee_share": 2}
    assert evaluate("rack", case)["price_floor_per_chip"] > 0
    expect(said).to_contain_text("with what “Pasted link” has for Selling and field")


def test_a_label_of_the_bridge_stands_clear_of_the_bars(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 844})
    choose(opened, "b", "Article at its weakest")
    rows = opened.locator(".bridge-row:not(.unseen)")
    parts = rows.locator(":is(.bridge-label, .bridge-track)")  # the one above the other
    edges = parts.evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map((box) => [box.top, box.bottom])"
    )
    assert len(edges) == 2 * rows.count()
    for (_, bottom), (top, _) in pairwise(edges):
        assert top - bottom >= 2


# What settles it


def test_it_is_settled_as_python_settles_it(opened: Page) -> None:
    choose(opened, "b", "Enterprise rents")
    made = compare("rack", GAIN, "base", "enterprise")
    assert made.one
    assert made.two
    said = settled(opened)
    assert said["cause"].startswith("Contract rent in year one: $1.20/chip-hour in")
    assert f"about ${made.one.values['rent_per_chip_hour']:.3f}/chip-hour" in said["one"]
    assert f"({part_of_range(made.one.ranges)})" in said["one"]
    for value in made.two.values.values():
        assert f"about {value:.3f}" in said["two"].replace("$", "")
    assert said["unknown"].startswith("Contract rent in year one: ")
    expect(opened.locator(".compare-said")).to_contain_text("only “Base case” is above zero")


def test_cases_that_agree_need_nothing(opened: Page) -> None:
    choose(opened, "b", "Article at its strongest")
    said = settled(opened)
    assert (said["one"], said["two"]) == ("None is needed.", "None is needed.")
    expect(opened.locator(".compare-said")).to_contain_text("both are above zero")


def test_it_follows_the_readers_case_and_moves_nothing(opened: Page) -> None:
    opened.set_viewport_size({"width": 390, "height": 900})
    slider = opened.get_by_role("slider", name="Share of sold racks")
    tops = "['.settle', '.compare-table', '.paste'].map((one) => document.querySelector(one).offsetTop)"
    slider.fill("0.6")
    expect(opened.locator(".compare-said")).to_contain_text("only “Base case”")
    assert settled(opened)["one"].startswith("“Base case” would agree if “Share of sold racks")
    before = opened.evaluate(tops)
    for share in ("0.7", "0.3", "1"):
        slider.fill(share)
        assert opened.evaluate(tops) == before
    assert steps(opened).keys() == {"displacement"}


# Pins


def test_a_pin_is_a_case_and_a_link(opened: Page) -> None:
    opened.get_by_role("slider", name="Share of sold racks").fill("0.8")
    pin = opened.get_by_role("button", name="Pin your case")
    pin.click()
    opened.get_by_role("slider", name="Share of sold racks").fill("0.2")
    choose(opened, "a", "Case 1")
    assert list(steps(opened)) == ["displacement"]
    start, end, _ = numbers(opened.locator(".compare-table tfoot [data-value]"))
    assert start == pytest.approx(evaluate("rack", displacement=0.8)[GAIN], rel=1e-9)
    assert end == pytest.approx(evaluate("rack", displacement=0.2)[GAIN], rel=1e-9)
    name = opened.get_by_label("Name of Case 1")
    write(name, "<b>Crowded</b>")
    name.press("Enter")
    expect(opened.locator('[data-head="a"]')).to_have_text("<b>Crowded</b>")
    link = opened.get_by_role("link", name="Open")
    assert link.get_attribute("href") == (
        f"{ORIGIN}/index.html#explorer=answers&displacement=0.8&edition={NOW}"
    )
    link.click()
    expect(opened.locator(".compare-said")).to_contain_text("assume the same")
    travel(opened, -1)
    expect(opened.locator(".compare-said")).not_to_contain_text("assume the same")
    opened.get_by_role("button", name="Remove").click()
    assert opened.locator('[data-choose="a"]').input_value() == "base"
    expect(opened.locator(".pin-list")).to_be_hidden()


def test_there_is_room_for_five_pins(opened: Page) -> None:
    pin = opened.get_by_role("button", name="Pin your case")
    for _ in range(5):
        pin.click()
    expect(pin).to_be_disabled()
    expect(opened.locator(".pins-hint")).to_contain_text("remove one first")
    opened.get_by_role("button", name="Remove").first.click()
    expect(pin).to_be_enabled()
    name = opened.get_by_label("Name of Case 2")
    write(name, "  ")
    name.press("Enter")
    expect(name).to_have_value("Case 2")


# Pasted links


@pytest.mark.parametrize(
    "text",
    [
        f"{OTHERS}&displacement=0.9",
        f"#explorer=rack-deal&displacement=0.9&edition={NOW}",
        f"  https://elsewhere.test/a.html#displacement=0.9&explorer=rack&edition={NOW} ",
        "displacement=0.9",
    ],
)
def test_a_link_of_any_kind_is_taken(opened: Page, text: str) -> None:
    notice = paste(opened, text)
    expect(notice).to_have_text("1 assumption is taken from it. ")
    assert opened.locator('[data-choose="a"]').input_value() == "·yours"
    _, end, _ = numbers(opened.locator(".compare-table tfoot [data-value]"))
    assert end == pytest.approx(evaluate("rack", displacement=0.9)[GAIN], rel=1e-9)
    assert opened.evaluate("location.hash") == ""  # the reader's own case stays


def test_a_link_of_another_edition_is_told_so(opened: Page) -> None:
    notice = paste(opened, "#explorer=rack&displacement=0.9")
    expect(notice).to_contain_text("made with the first edition of this book")
    assert notice.get_by_role("link", name="What changed.").get_attribute("href") == (
        BOOK.edition.page
    )


def test_a_link_of_another_model_is_refused(opened: Page) -> None:
    notice = paste(opened, "#explorer=fleet&displacement=0.9&edition=2")
    expect(notice).to_contain_text("This link is of the model “fleet”")
    expect(opened.locator(".compare-said")).to_contain_text("assume the same")
    assert opened.locator("option", has_text="Pasted").count() == 0


def test_what_is_ignored_is_listed_and_the_rest_applied(opened: Page) -> None:
    text = (
        "explorer=nobody&displacement=0.8&displacement=0.9&pue=9&attach_rate=lots&x=1&__proto__=1"
    )
    notice = paste(opened, text)
    expect(notice).to_contain_text("1 assumption is taken from it.")
    assert notice.locator("li").all_text_contents() == [
        "explorer=nobody (no such explorer)",
        "displacement=0.8 (given again)",
        "pue=9 (outside 1 to 3)",
        "attach_rate=lots (not a number)",
        "x (no such assumption)",
        "and 1 more",
    ]
    assert list(steps(opened)) == ["displacement"]


@pytest.mark.parametrize(
    ("text", "said"), [("", "Paste a link first."), ("nonsense", "no assumption of this model")]
)
def test_what_is_no_link_is_said(opened: Page, text: str, said: str) -> None:
    expect(paste(opened, text)).to_contain_text(said)
    expect(opened.locator(".compare-said")).to_contain_text("assume the same")


# Other subjects


def test_it_works_for_the_heat_pump_and_for_the_fleet(browser: Browser) -> None:
    heating = View("heating", "heating", ("gas_price",), parts=(Compare(("gain",)),))
    fleet = View("fleet", "fleet", ("share_offered",), parts=(Compare(("policy_gain_total",)),))
    for explorer, text, made in (
        (
            HEAT_PUMP.explorer(view=heating),
            "gas_price=0.06",
            compare(HEAT_PUMP.model("heating"), "gain", None, {"gas_price": 0.06}),
        ),
        (
            Explorer(view=fleet),
            "chip_supply=1.5",
            compare("fleet", "policy_gain_total", None, {"chip_supply": 1.5}),
        ),
    ):
        page, complaints = open_files(browser, files_of([explorer]))
        unfold_table(page)
        paste(page, text)
        start, end, _ = numbers(page.locator(".compare-table tfoot [data-value]"))
        assert (start, end) == pytest.approx((made.bridge.start, made.bridge.end), rel=1e-9)
        assert steps(page) == pytest.approx(dict(made.bridge.steps), rel=1e-9)
        assert settled(page)["one"] != ""
        assert complaints == []
        page.close()


# A notebook has no links: what is pinned is opened by a button

NOTEBOOK = """async ([traits, code]) => {
  const { render } = await import("/notebook.js");
  const { bind } = await import("/parts/compare/part.js");
  const still = () => () => {};
  const parts = Object.fromEntries(
    JSON.parse(traits._spec).parts.map(({ kind }) => [kind, kind === "compare" ? bind : still]),
  );
  const heard = new Set();
  globalThis.model = {
    get: (name) => traits[name],
    set(name, value) { traits[name] = value; heard.forEach((each) => each()); },
    save_changes() {}, on: (_, each) => heard.add(each), off: (_, each) => heard.delete(each),
  };
  render({ model, el: document.body }, parts, { [code]: models.rack });
}"""


def test_in_a_notebook_a_pin_is_opened_by_a_button(browser: Browser) -> None:
    page = page_with(browser, {"rack": rack.javascript()})
    shown = Explorer(view="answers")
    traits = {"_markup": str(shown._markup), "_spec": shown._spec, "changes": {}}
    page.evaluate(NOTEBOOK, [traits, json.loads(shown._spec)["code"]])
    page.evaluate("""model.set("changes", { displacement: 0.8 })""")
    page.get_by_role("button", name="Pin your case").click()
    page.evaluate("""model.set("changes", {})""")
    expect(page.locator(".compare-said")).to_contain_text("assume the same")
    assert page.get_by_role("button", name="Copy link").locator("visible=true").count() == 0
    page.get_by_role("button", name="Open", exact=True).click()
    assert page.evaluate("""model.get("changes")""") == {"displacement": 0.8}
    notice = paste(page, "#explorer=rack&displacement=0.9")
    expect(notice).to_contain_text("made with the first edition")
    assert notice.get_by_role("link").count() == 0  # there is no such page beside a notebook
    page.close()
