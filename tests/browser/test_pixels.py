"""Where things stand on the chapters as they are first opened, folds shut: the answer comes first."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page
from readers import Reader, rest

CHAPTERS = (
    *("index", "bottleneck", "fifty-billion", "supply"),
    *("bundle", "rival", "watch-list", "bottom-line"),
)
# Width and height of the screen; the first control and the chapter's end stand at most so far down.
SCREENS = {"desk": (1440, 900, 700, 7_500), "phone": (390, 844, 1_100, 12_000)}
TABLES = 1 / 5  # of a chapter's height, at most, on a desk
LONGEST = 120  # pixels at least, of a leading picture's longest bar on a desk
MEASURE = """() => {
  const top = (one) => one.getBoundingClientRect().top + scrollY;
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const sum = (all) => all.reduce((height, one) => height + one.getBoundingClientRect().height, 0);
  const [explorer] = seen(".explorer");
  const article = document.querySelector(".bd-article");
  const { paddingLeft, paddingRight } = getComputedStyle(article);
  const box = (one) => one.getBoundingClientRect();
  const picture = explorer.querySelector(".pictures > :is(figure, .verdict)");
  const leading = [explorer.querySelector(".answer-lead"), ...explorer.querySelectorAll(".play > .controls > .control")];
  const bottoms = [...leading, picture].map((one) => box(one).bottom);
  const whole = (bars) => Math.max(...bars.map((bar) => box(bar).right)) - Math.min(...bars.map((bar) => box(bar).left));
  const bars = [...picture.querySelectorAll(".tornado-row[data-row]")]
    .map((row) => whole([...row.querySelectorAll(".tornado-below, .tornado-above")]));
  const marks = [...picture.querySelectorAll("svg:not(:has(*)):not(.ruler), .zone-track, rect, path")]
    .map((mark) => Math.max(box(mark).width, box(mark).height));
  return {
    leading: Math.max(...bottoms) - Math.min(...leading.map((one) => box(one).top)),
    free: innerHeight - box(document.querySelector(".bd-header-article")).height,
    longest: Math.max(...bars, ...marks),
    control: top(document.querySelector("[data-parameter] input")),
    height: document.documentElement.scrollHeight,
    tables: sum(seen(".table-figure")),
    width: explorer.getBoundingClientRect().width,
    room: article.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight),
    code: seen("details.hide").length,
  };
}"""

# On a phone: what stands between the first control's top and the end of the picture that it moves,
# in order, and how much of the screen is free of what may stick.
BESIDE = """() => {
  const explorer = document.querySelector(".explorer");
  const box = (one) => one.getBoundingClientRect();
  const seen = (selector) => [...explorer.querySelectorAll(selector)].filter((one) => one.checkVisibility());
  const [first, second] = seen(".play > .controls > .control");
  const [picture] = seen(".pictures > .chart:not(.choices, .news)");
  const drawn = [...picture.children].filter((one) => !one.matches("details, .reading")).at(-1);
  const sticky = [document.querySelector(".bd-header-article"), ...seen(".answer-lead, .deal-zone")];
  return {
    places: [box(first).top, box(first).bottom, box(picture).top, box(drawn).bottom, box(second).top],
    needed: box(drawn).bottom - box(first).top,
    free: innerHeight - sticky.reduce((height, one) => height + box(one).height, 0),
  };
}"""
# The ends of the controls, the picture that leads and the presets, from above.
BETWEEN = """() => {
  const parts = [".play > .controls", ".pictures > .chart:not(.choices, .news)", ".presets"];
  return parts.flatMap((part) => {
    const { top, bottom } = document.querySelector(`.explorer ${part}`).getBoundingClientRect();
    return [top, bottom];
  });
}"""
# Where the words above an explorer end, those of its date begin and end, and its rule and next words begin.
DATED = """() => {
  const explorer = document.querySelector(".explorer");
  const words = document.createRange();
  const ends = (one) => (words.selectNodeContents(one), words.getBoundingClientRect());
  const prose = [...document.querySelectorAll(".bd-article p")]
    .filter((one) => one.compareDocumentPosition(explorer) & Node.DOCUMENT_POSITION_FOLLOWING).at(-1);
  const date = ends(explorer.querySelector(".as-of"));
  const [first, last] = [date.top, date.bottom];
  const [rule, below] = [explorer, explorer.querySelector(".kicker")].map((one) => one.getBoundingClientRect().top);
  return [ends(prose).bottom, first, last, rule, below];
}"""
# Where, from the left, what stands in a chapter's column begins and ends: text of more than a line,
# figures, boxes, tables and explorers.
EDGES = """() => {
  const what = "section > p, section > ul, .plotly-figure, .admonition, .sd-dropdown, .table-fold, "
    + ".table-figure, .pst-scrollable-table-container, .explorer";
  const all = [...document.querySelectorAll(".bd-article section")].flatMap((one) =>
    [...one.querySelectorAll(what)]);
  const boxes = all.filter((one) => one.checkVisibility() && !one.closest(".explorer *"))
    .map((one) => one.getBoundingClientRect()).filter((box) => box.height > 40);
  const edges = (side) => [...new Set(boxes.map((box) => Math.round(box[side])))];
  return [edges("left"), edges("right")];
}"""
# Where on the page the control or the presets are that have the keyboard; null elsewhere.
WHERE = """() => {
  const part = document.activeElement.closest(".play :is(.control, .presets)");
  return part && Math.round(part.getBoundingClientRect().top + scrollY);
}"""


@pytest.fixture(scope="module", params=SCREENS)
def screen(reloaded: Page, request: pytest.FixtureRequest) -> tuple[str, Page]:
    width, height, _, _ = SCREENS[request.param]
    reloaded.set_viewport_size({"width": width, "height": height})
    return request.param, reloaded


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_answer_and_its_controls_come_first(
    screen: tuple[str, Page], site: str, chapter: str
) -> None:
    name, page = screen
    Reader(page, site).open(chapter)
    rest(page)
    found = page.evaluate(MEASURE)
    _, _, control, height = SCREENS[name]
    assert found["control"] <= control
    assert found["height"] <= height
    assert found["width"] == pytest.approx(found["room"], abs=1), "explorers have the whole width"
    if name == "desk":
        assert found["tables"] <= TABLES * found["height"]
        assert found["leading"] <= found["free"], "controls and their result are on one screen"
        assert found["longest"] >= LONGEST
    assert found["code"] == 0


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_on_a_phone_the_leading_picture_stands_beside_the_first_control(
    reloaded: Page, site: str, chapter: str
) -> None:
    width, height, _, _ = SCREENS["phone"]
    reloaded.set_viewport_size({"width": width, "height": height})
    page = Reader(reloaded, site).open(chapter)
    rest(page)
    found = page.evaluate(BESIDE)
    assert found["places"] == sorted(found["places"])
    assert found["needed"] <= found["free"]
    page.locator(".play > .controls input").first.focus()
    stops = [page.evaluate(WHERE)]
    while stops[-1] is not None:
        page.keyboard.press("Tab")
        stops.append(page.evaluate(WHERE))
    assert stops[:-1] == sorted(stops[:-1]), "Tab goes down the page, from control to control"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_on_a_tablet_the_leading_picture_stands_between_controls_and_presets(
    reloaded: Page, site: str, chapter: str
) -> None:
    reloaded.set_viewport_size({"width": 820, "height": 1_180})
    page = Reader(reloaded, site).open(chapter)
    rest(page)
    order = page.evaluate(BETWEEN)
    assert order == sorted(order)


@pytest.mark.parametrize("width", [320, 390])
def test_the_date_above_an_explorer_stands_clear_of_rule_and_words(
    reloaded: Page, site: str, width: int
) -> None:
    reloaded.set_viewport_size({"width": width, "height": 844})
    page = Reader(reloaded, site).open("rival")
    rest(page)
    above, first, last, rule, below = page.evaluate(DATED)
    assert above <= first
    assert not first < rule < last
    assert last <= below


def test_on_a_desk_text_boxes_and_explorers_share_a_few_edges(reloaded: Page, site: str) -> None:
    width, height, _, _ = SCREENS["desk"]
    reloaded.set_viewport_size({"width": width, "height": height})
    for chapter in CHAPTERS:
        page = Reader(reloaded, site).open(chapter)
        rest(page)
        lefts, rights = page.evaluate(EDGES)
        assert len(lefts) == 1, f"{chapter}: boxes begin at {lefts}"
        assert len(rights) <= 3, f"{chapter}: boxes end at {rights}"
