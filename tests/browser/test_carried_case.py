"""The reader's case goes along to other pages: offered, never set unasked, and forgotten on request."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from explorer_files import ORIGIN, files_of, open_files
from hostile import MARKUP
from playwright.sync_api import Browser, Locator, Page, expect
from readers import catch_up, travel

from rent_or_sell.book import BOOK

pytestmark = pytest.mark.engines

CASE = {"displacement": 0.7, "sale_price_per_chip": 24_000}
NAMED = "Share of sold racks that cost AWS a rental 7 in 10, Rack sale price per chip $24,000"
SAID = f"Your case: 2 changes ({NAMED})"
KEPT = "rent-or-sell-case"
FORBIDDEN = """Object.defineProperty(globalThis, "sessionStorage", {
  get() { throw new DOMException("refused", "SecurityError"); },
})"""
CHANGES = "id => history.state.explorers[id]"
PLACES = "() => [...document.querySelectorAll('.explorer, .controls')].map((one) => one.getBoundingClientRect().top)"


def files() -> dict[str, str]:
    """Return a chapter with the rack, another with a second view of it, and one without it."""
    chapters = {
        "index": [BOOK.explorer("rack")],
        "other": [BOOK.explorer(view="verdict")],
        "apart": [BOOK.explorer("market")],
    }
    served: dict[str, str] = {}
    for name, explorers in chapters.items():
        made = files_of(explorers)
        served[f"{name}.html"] = made["index.html"].replace("explorer.js", f"{name}.js")
        served[f"{name}.js"] = made["explorer.js"]
        served["explorer.css"] = made["explorer.css"]
    return served


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    page, complaints = open_files(browser, files())
    yield page, complaints
    page.close()


@pytest.fixture
def page(shared: tuple[Page, list[str]]) -> Iterator[Page]:
    """A page on which nothing is kept, at the rack."""
    page, complaints = shared
    page.evaluate("sessionStorage.clear()")
    go(page, "index")
    yield page
    assert complaints == []
    assert page.evaluate("violations") == []


def go(page: Page, chapter: str, fragment: str = "") -> Locator:
    page.goto("about:blank")  # a change of fragment alone would not load the page anew
    page.goto(f"{ORIGIN}/{chapter}.html{fragment}")
    expect(page.locator(".explorer")).to_have_attribute("data-live", "")
    return page.locator(".carried")


def elements(page: Page) -> int:
    """Return how many elements a page has when all parts have filled in theirs."""
    catch_up(page.locator(".explorer"))
    return int(page.evaluate("document.querySelectorAll('*').length"))


def leave(page: Page, text: str) -> None:
    page.evaluate("([name, text]) => sessionStorage.setItem(name, text)", [KEPT, text])


def make_the_case(page: Page) -> None:
    for name, value in CASE.items():
        slider = page.locator(f'[data-parameter="{name}"] input[type=range]').first
        slider.evaluate(
            """(slider, value) => {
              slider.value = value;
              for (const type of ["input", "change"]) slider.dispatchEvent(new Event(type, { bubbles: true }));
            }""",
            value,
        )


def press(offer: Locator, name: str) -> None:
    offer.get_by_role("button", name=name, exact=True).click()


def test_it_is_offered_used_and_undone(page: Page) -> None:
    expect(page.locator(".carried")).to_be_hidden()
    make_the_case(page)
    expect(page.locator(".carried-said")).to_have_text("Your case goes along, in this tab only")
    offer = go(page, "other")
    expect(offer.locator(".carried-said")).to_have_text(SAID)
    assert page.evaluate(CHANGES, "verdict") == {}, "it is never set unasked"
    press(offer, "use it here")
    assert page.evaluate(CHANGES, "verdict") == CASE
    expect(offer.get_by_role("button", name="forget it")).to_be_focused()
    expect(offer.get_by_role("button", name="use it here")).to_be_hidden()
    travel(page, -1)
    expect(offer.locator(".carried-said")).to_have_text(SAID)
    assert page.evaluate(CHANGES, "verdict") == {}


def test_what_is_changed_elsewhere_joins_it(page: Page) -> None:
    make_the_case(page)
    go(page, "other")
    slider = page.locator('[data-parameter="attach_rate"] input[type=range]')
    slider.press("ArrowRight")
    offer = go(page, "index")
    expect(offer.locator(".carried-said")).to_have_text(
        f"Your case: 3 changes ({NAMED}, Attach rate: other cloud services sold per dollar of rent 0.21)"
    )
    press(offer, "use it here")
    assert page.evaluate(CHANGES, "rack") == CASE | {"attach_rate": 0.21}


def test_it_is_forgotten_on_request(page: Page) -> None:
    make_the_case(page)
    offer = go(page, "other")
    press(offer, "forget it")
    expect(offer.locator(".carried-said")).to_have_text("Forgotten")
    expect(offer.get_by_role("button")).to_have_count(0)
    assert page.evaluate("sessionStorage.length") == 0
    expect(go(page, "other")).to_be_hidden()


def test_it_appears_without_moving_anything(page: Page) -> None:
    go(page, "other")
    before = page.evaluate(PLACES)
    leave(page, "displacement=0.7")
    expect(go(page, "other")).to_be_visible()
    assert page.evaluate(PLACES) == before


def test_on_a_phone_it_says_how_much_was_changed_and_wide_what(page: Page) -> None:
    leave(page, "displacement=0.7")
    offer = go(page, "other")
    expect(offer.get_by_role("status")).to_have_text(
        "Your case: 1 change (Share of sold racks that cost AWS a rental 7 in 10)"
    )
    page.set_viewport_size({"width": 390, "height": 844})
    expect(offer.locator(".carried-short")).to_be_visible()
    expect(offer.locator(".carried-values")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 720})
    expect(offer.locator(".carried-values")).to_be_visible()


def test_a_model_that_reads_nothing_of_it_is_not_offered_it(page: Page) -> None:
    apart = set(BOOK.model("rack").parameters) - set(BOOK.model("market").parameters)
    assert "displacement" in apart
    leave(page, "displacement=0.7")
    expect(go(page, "apart")).to_be_hidden()


def test_the_case_of_a_link_is_the_readers_once_it_is_touched(page: Page) -> None:
    link = f"#explorer=rack&displacement=0.7&edition={BOOK.edition.number}"
    go(page, "index", link)
    expect(go(page, "other")).to_be_hidden()
    go(page, "index", link)
    price = page.locator('[data-parameter="sale_price_per_chip"] input[type=range]')
    price.fill(str(CASE["sale_price_per_chip"]))
    expect(go(page, "other").locator(".carried-said")).to_have_text(SAID)


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        *((markup, {}) for markup in MARKUP),
        (
            "displacement=<img src=x onerror=alert(1)>&sale_price_per_chip=24000",
            {"sale_price_per_chip": 24_000},
        ),
        ("displacement=7&pue=0x2&nonsense=1&__proto__=1&constructor=2", {}),
        ("#explorer=other&displacement=0.7&edition=99", {"displacement": 0.7}),
        ('{"displacement": 0.7}', {}),
        ("%zz&displacement=%E0%A4%A&pue", {}),
        ("displacement=NaN&pue=Infinity", {}),
        ("displacement=0.7&" + "x" * 20_000, {}),
        ("\0\u202e&&&===", {}),
    ],
)
def test_what_was_not_written_here_is_ignored(
    page: Page, text: str, taken: dict[str, float]
) -> None:
    go(page, "other")
    before = elements(page)
    leave(page, text)
    offer = go(page, "other")
    assert elements(page) == before
    assert page.evaluate("[globalThis.pwned ?? null, Object.keys(Object.prototype)]") == [None, []]
    assert page.evaluate(CHANGES, "verdict") == {}
    expect(offer).to_be_visible(visible=bool(taken))
    if taken:
        press(offer, "use it here")
        assert page.evaluate(CHANGES, "verdict") == taken


def test_where_a_browser_forbids_to_keep_it_nothing_is_said_of_it(browser: Browser) -> None:
    page, complaints = open_files(browser, files())
    page.add_init_script(FORBIDDEN)
    go(page, "index")
    make_the_case(page)
    assert page.evaluate(CHANGES, "rack") == CASE
    expect(page.locator(".carried")).to_be_hidden()
    expect(go(page, "other")).to_be_hidden()
    assert complaints == []
    page.close()
