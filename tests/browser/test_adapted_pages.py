"""Pages as readers adapt them: twice the size, wider spacing, the system's colours, no motion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from readers import Reader, rest

FOLDER = Path(__file__).parents[2] / "book"
FEW = ("index", "bottom-line")
PAGES = [
    pytest.param(path.stem, marks=() if path.stem in FEW else pytest.mark.exhaustive)
    for path in sorted(FOLDER.glob("*.md"))
]

# WCAG 1.4.12, word for word.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"""
# As a reader's own style sheet, which no policy of the site refuses.
ADOPT = """async (rules) => document.adoptedStyleSheets.push(await new CSSStyleSheet().replace(rules))"""
TRACKLESS = ".explorer input::-webkit-slider-runnable-track { outline: none !important; }"
# Words that their own box cuts off: it hides what is larger than it, and holds text.
CUT = """() => [...document.querySelectorAll("main *")].filter((one) => {
  const { overflowX, overflowY, position } = getComputedStyle(one);
  const cuts = [overflowX === "hidden" && one.scrollWidth > one.clientWidth + 1,
    overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1];
  const hidden = position === "absolute" && one.clientWidth <= 1; // for screen readers
  return cuts.some(Boolean) && !hidden && one.checkVisibility() && one.textContent.trim() &&
    !(one instanceof SVGElement);
}).map((one) => one.outerHTML.slice(0, 120))"""
TOO_WIDE = "() => document.documentElement.scrollWidth - innerWidth"
MOVING = """() => document.getAnimations().filter(({ effect }) =>
  Number(effect?.getComputedTiming().duration) > 1).length"""


@pytest.fixture(scope="module")
def adapted(browser: Browser, site: str) -> Iterator[Reader]:
    context = browser.new_context(reduced_motion="reduce")
    yield Reader(context.new_page(), site)
    context.close()


def assert_whole(page: Page) -> None:
    rest(page)
    assert page.evaluate(TOO_WIDE) <= 0
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_lost_at_twice_the_size_or_with_wider_spacing(
    adapted: Reader, name: str
) -> None:
    # 200% of a window of 1280 by 800 pixels is a page of half of them; 400% one of 320
    for width, height in ((640, 400), (320, 256)):
        adapted.page.set_viewport_size({"width": width, "height": height})
        page = adapted.open(name)
        assert_whole(page)
    page.set_viewport_size({"width": 640, "height": 400})
    page.evaluate(ADOPT, SPACED)
    assert_whole(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    assert_whole(page)


def test_the_systems_colours_show_every_control_and_the_keyboard(adapted: Reader) -> None:
    page = adapted.page
    page.emulate_media(forced_colors="active")
    page = adapted.open("index")
    for kind in ("button", ".control-value", "summary", "input[type=range]"):
        one = page.locator(f".explorer {kind}:visible").first
        one.focus()
        page.keyboard.press("Shift")  # the keyboard is in use: the place is shown
        assert one.evaluate("one => getComputedStyle(one).outlineStyle") == "solid", kind
    pressed = page.locator('.explorer [aria-pressed="true"]:visible').first
    other = page.locator('.explorer [aria-pressed="false"]:visible').first
    drawn = "one => { const s = getComputedStyle(one); return [s.backgroundColor, s.color, s.borderStyle, s.borderWidth, s.outlineStyle, s.fontWeight].join() }"
    assert pressed.evaluate(drawn) != other.evaluate(drawn)
    ground = "one => getComputedStyle(one).backgroundColor"
    paper = page.locator("body").evaluate(ground)
    icons = page.locator("button .fa-solid:visible").all()
    assert len(icons) > 1
    assert paper not in [icon.evaluate(ground) for icon in icons]
    strokes = (
        "all => all.map((one) => getComputedStyle(one).stroke).filter((one) => one === 'none')"
    )
    assert page.locator(".explorer .plot-line:visible").evaluate_all(strokes) == []
    # The system's colours reach HTML by themselves, but no words of a picture.
    page = adapted.open("answers")
    fills = "one => [one, one.closest('.tornado')].map((each, place) => getComputedStyle(each)[place ? 'color' : 'fill'])"
    inside, around = page.locator(".tornado-end:visible").first.evaluate(fills)
    assert inside == around
    page = adapted.open("bottom-line")
    track = page.locator(".verdict-worlds").first
    assert track.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    slider = page.locator(".explorer .control:not(.of-ten) input[type=range]:visible").first
    seen = slider.screenshot()
    page.evaluate(ADOPT, TRACKLESS)
    assert slider.screenshot() != seen
    page = adapted.open("supply")
    swatches = "all => all.map((one) => getComputedStyle(one, '::before').backgroundColor)"
    hues = page.locator(".explorer .key").evaluate_all(swatches)
    assert len(set(hues)) == len(hues) > 1
    page.emulate_media(forced_colors="none")


def test_nothing_moves_for_whom_motion_makes_ill(adapted: Reader) -> None:
    page = adapted.open("index")
    page.get_by_role("button", name="Power is scarce").click()
    assert page.evaluate(MOVING) == 0
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("button.primary-toggle").first.click()
    assert page.evaluate(MOVING) == 0


def test_the_key_of_the_flow_breaks_on_a_narrow_page_with_wider_spacing(adapted: Reader) -> None:
    adapted.page.set_viewport_size({"width": 320, "height": 800})
    page = adapted.open("supply")
    page.evaluate(ADOPT, SPACED)
    assert_whole(page)
