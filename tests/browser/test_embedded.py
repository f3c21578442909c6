"""Embedded explorers: a lesson in the fragment, light, mute but for their height, alive from a disk."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import Literal
from urllib.parse import quote, urlencode, urlsplit

import pytest
from axe import findings
from explorer_files import NOTE_VIOLATIONS
from hostile import MARKUP, hostile_texts
from playwright.sync_api import Browser, Locator, Page, expect
from readers import Reader, catch_up, rest, unfold, wait_until

from rent_or_sell import rack
from rent_or_sell.book import BOOK
from rent_or_sell.numbers.number_format import format_number

pytestmark = pytest.mark.engines

MOST = 60_000  # bytes of all that a page loads, compressed
ANSWER = "gain_from_selling"
QUESTION = "What does Amazon gain from selling this rack?"
BY_HAND, SOME = 25, 500
SEED = 20261127
# A page of another site that notes what its frame says to it.
HOST_PAGE = """<!doctype html><title>A course</title>
<iframe src="{}" width="800" height="300" title="An explorer"></iframe>"""
NOTE_MESSAGES = """globalThis.heard = [];
addEventListener("message", ({ data }) => heard.push(JSON.stringify(data)));"""
# What no link may change: elements that load or run something, and what every object has.
GUARD = """() => JSON.stringify([
  document.querySelectorAll("script, img, iframe, object, embed, base, meta, body > *").length,
  document.querySelectorAll("h1 *, .ignored :not(a), .embed-said *").length,
  Object.keys(Object.prototype), {}.polluted ?? null, globalThis.pwned ?? null,
])"""


@pytest.fixture(scope="module")
def visitor(browser: Browser, site: str) -> Iterator[Reader]:
    """A reader who is told what breaks the policy."""
    context = browser.new_context()
    context.add_init_script(NOTE_VIOLATIONS)
    yield Reader(context.new_page(), site)
    context.close()


@pytest.fixture
def embedded(visitor: Reader) -> Iterator[Reader]:
    """The same; at the end nothing was complained of."""
    visitor.errors.clear()
    yield visitor
    assert [*visitor.page.evaluate("violations"), *visitor.errors] == []


def opened(reader: Reader, fragment: str = "", view: str = "rack") -> Locator:
    reader.page.goto("about:blank")
    reader.page.goto(f"{reader.site}/embed/{view}.html{fragment}")
    root = reader.page.locator(".explorer")
    expect(root).to_have_attribute("data-live", "")
    return root


def lesson(**pairs: object) -> str:
    return "#" + urlencode({"explorer": "rack", "edition": BOOK.edition.number, **pairs})


def gain(changes: dict[str, float]) -> str:
    return format_number(float(BOOK.evaluate("rack", changes)[ANSWER]), "$,.0f")


def test_every_one_is_light_calm_and_without_the_book_around_it(
    embedded: Reader, built_book: Path
) -> None:
    pages = sorted(built_book.glob("embed/*.html"))
    assert len(pages) == 8
    weights = {}
    for page in pages:
        embedded.requests.clear()
        opened(embedded, view=page.stem)
        rest(embedded.page)
        loaded = dict.fromkeys(embedded.requests)
        weights[page.stem] = sum(
            len(gzip.compress((built_book / urlsplit(one).path.lstrip("/")).read_bytes(), 6))
            for one in loaded
            if one != "about:blank"
        )
        expect(embedded.page.locator("nav, header, .bd-sidebar")).to_have_count(0)
        expect(embedded.page.locator("h1")).not_to_be_empty()
    assert min(weights.values()) > 20_000
    assert {name: size for name, size in weights.items() if size > MOST} == {}


def test_the_lesson_never_leaves_the_browser(embedded: Reader) -> None:
    embedded.requests.clear()
    opened(embedded, lesson(question=QUESTION, displacement=0.9))
    assert embedded.requests
    assert not [one for one in embedded.requests if "question" in one.partition("#")[0]]


def test_the_question_stands_first_and_the_case_is_set(embedded: Reader) -> None:
    root = opened(embedded, lesson(question=QUESTION, displacement=0.9))
    expect(embedded.page.locator("h1")).to_have_text(QUESTION)
    box = root.locator('[data-parameter="displacement"] .control-value')
    expect(box).to_have_value("90%")
    expect(embedded.page.locator(".embed-answer")).to_be_hidden()


def test_what_is_fixed_stays_whatever_is_pressed(embedded: Reader) -> None:
    root = opened(embedded, lesson(displacement=0.9, lock="displacement,sale_price_per_chip"))
    control = root.locator('[data-parameter="displacement"]')
    expect(control.locator("input[type=range]")).to_be_disabled()
    expect(control.locator(".control-value")).to_be_disabled()
    expect(control.get_by_role("button", name="Reset")).to_be_hidden()
    root.get_by_role("button", name="Hall stands empty").or_(
        root.locator('.scenarios > [data-scenario="chips_scarce"]')
    ).first.click()
    expect(root.locator(".changed-summary")).not_to_have_text("1 of")
    expect(control.locator(".control-value")).to_have_value("90%")
    root.get_by_role("button", name="Reset all").click()
    expect(control.locator(".control-value")).to_have_value("90%")


def test_all_but_a_few_can_be_fixed(embedded: Reader) -> None:
    root = opened(embedded, lesson(open="displacement"))
    expect(root.locator("[data-parameter] input[type=range]:not(:disabled)")).to_have_count(1)
    root.locator('[data-parameter="displacement"] input[type=range]').press("End")
    expect(root.locator(".changed-summary")).to_contain_text("1 of")
    root.get_by_role("button", name="Undo").click()
    expect(root.locator(".changed-summary")).to_contain_text("Nothing changed")


def test_a_guess_comes_first_and_its_link_carries_it(embedded: Reader) -> None:
    asked = lesson(question=QUESTION, answer=ANSWER, predict=1, displacement=0.9)
    root = opened(embedded, asked)
    page = embedded.page
    expect(root.locator(".headline")).to_be_hidden()
    expect(root.locator(".pictures")).to_be_hidden()
    for hidden in (".answer-more", ".all-results", ".curve-key"):
        assert root.locator(hidden).bounding_box() is None, "what is hidden leaves no hole"
    page.locator(".embed-answer input").fill("lots")
    page.keyboard.press("Enter")
    expect(page.locator(".embed-answer .complaint")).to_contain_text("“lots” is not a number")
    expect(root.locator(".headline")).to_be_hidden()
    page.locator(".embed-answer input").fill(" ")
    page.keyboard.press("Enter")
    expect(page.locator(".embed-answer .complaint")).to_have_text("Type a number first.")
    page.locator(".embed-answer input").fill("0.4M")
    page.keyboard.press("Enter")
    said = page.locator(".embed-said")
    expect(said).to_contain_text(f"You said $400,000; the model says {gain({'displacement': 0.9})}")
    expect(said).to_be_focused()
    expect(root.locator(".headline")).to_be_visible()
    page.evaluate("navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }")
    page.get_by_role("button", name="Copy a link with my answer").click()
    expect(page.locator(".embed-share .copied")).to_have_text("Link copied")
    link = page.evaluate("copied")
    assert "guess=400000" in link
    assert "displacement=0.9" in link
    words = said.inner_text()
    opened(embedded, "#" + link.partition("#")[2])
    expect(said).to_have_text(words)


def test_an_answer_to_be_found_is_judged_without_giving_it_away(embedded: Reader) -> None:
    opened(embedded, lesson(answer="breakeven_displacement"))
    page = embedded.page
    right = float(BOOK.evaluate("rack")["breakeven_displacement"])
    box, said = page.locator(".embed-answer input"), page.locator(".embed-said")
    for typed, words in (
        (f"{50 * right:.4f}%", "Not yet: "),
        (f"{100 * right:.1f}%", f"{format_number(right, '.1%')} is right."),
    ):
        box.fill(typed)
        page.get_by_role("button", name="Answer", exact=True).click()
        expect(said).to_contain_text(words)


def test_one_press_shows_the_answer(embedded: Reader) -> None:
    root = opened(embedded, lesson(answer=ANSWER, predict=1))
    embedded.page.get_by_role("button", name="Show the answer", exact=True).first.click()
    expect(root.locator(".headline")).to_be_visible()
    expect(embedded.page.locator(".embed-said")).to_have_text(f"The model says {gain({})}.")


def test_a_question_is_only_text_short_and_says_what_it_shows(embedded: Reader) -> None:
    plain = None
    for text in (*MARKUP, "\u202egnihton", "x" * 100_000, "a\u2028b\u0000"):
        opened(embedded, lesson(question=text))
        shown = embedded.page.locator("h1").inner_text()
        assert len(shown) <= 301
        assert not {"\u202e", "\u2028", "\0"} & set(shown)
        plain = plain or embedded.page.evaluate(GUARD)
        assert embedded.page.evaluate(GUARD) == plain, text[:50]


def test_what_does_not_fit_is_named_and_the_rest_holds(embedded: Reader) -> None:
    root = opened(
        embedded,
        lesson(displacement=0.9, lock="nothing", answer="what", predict="yes", guess="x", foo=1),
    )
    said = root.locator(".ignored")
    for words in ("lock=nothing", "answer=what", "predict=yes", "guess=x", "foo (no such"):
        expect(said).to_contain_text(words)
    expect(root.locator('[data-parameter="displacement"] .control-value')).to_have_value("90%")
    root = opened(embedded, lesson(explorer="fleet", answer="powered"), view="fleet")
    expect(root.locator(".ignored")).to_contain_text("answer=powered")  # one for each year


@pytest.mark.parametrize("count", [BY_HAND, pytest.param(SOME, marks=pytest.mark.exhaustive)])
def test_hostile_links_do_no_harm(embedded: Reader, count: int) -> None:
    opened(embedded)
    plain = embedded.page.evaluate(GUARD)
    texts = hostile_texts(10 * count, SEED, rack.parameters, ("rack", "fleet"))
    for one in islice((each for each in texts if "\ud800" not in each.text), count):
        fragment = one.text.partition("#")[2] or one.text
        root = opened(embedded, f"#{fragment}&lock={quote(MARKUP[0])}&question={quote(MARKUP[1])}")
        assert embedded.page.evaluate(GUARD) == plain, repr(one.text[:200])
        assert len(root.locator(".ignored").text_content() or "") < 900


@pytest.fixture
def course(tmp_path: Path, site: str) -> Iterator[str]:
    """The address of another site, one of whose pages embeds an explorer."""
    (tmp_path / "index.html").write_text(HOST_PAGE.format(f"{site}/embed/market.html"))
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(tmp_path)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_it_tells_its_height_a_number_and_nothing_else(browser: Browser, course: str) -> None:
    context = browser.new_context()
    context.add_init_script(NOTE_MESSAGES)
    page = context.new_page()
    page.goto(course)
    frame = page.frame_locator("iframe")
    expect(frame.locator(".explorer")).to_have_attribute("data-live", "")
    wait_until(page, "globalThis.heard.length > 0")
    unfold(frame.locator(".more-assumptions"))
    catch_up(frame.locator(".explorer"))
    height = page.frames[1].evaluate("document.documentElement.getBoundingClientRect().height")
    wait_until(page, f"heard.length > 1 && Math.abs(heard.at(-1) - {height}) <= 1")
    assert {type(json.loads(one)) for one in page.evaluate("heard")} == {int}
    context.close()


def test_it_is_alive_from_a_disk(browser: Browser, built_book: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    reader = Reader(context.new_page(), built_book.as_uri())
    root = opened(reader, lesson(question=QUESTION))
    expect(reader.page.locator("h1")).to_have_text(QUESTION)
    before = root.locator(".answer").inner_text()
    root.locator('[data-parameter="displacement"] input[type=range]').press("End")
    expect(root.locator(".answer")).not_to_have_text(before)
    assert reader.errors == []
    assert [one for one in reader.requests if not one.startswith(("file:", "about:"))] == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1000])
def test_the_checker_of_accessibility_finds_nothing(
    embedded: Reader, scheme: Literal["light", "dark"], width: int
) -> None:
    page = embedded.page
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    asked = {"question": QUESTION, "answer": ANSWER, "lock": "displacement"}
    for predict in ({"predict": 1}, {}):
        opened(embedded, lesson(**asked, **predict))
        assert findings(page) == []
        page.locator(".embed-answer input").fill("1")
        page.keyboard.press("Enter")
        expect(page.locator(".embed-said")).to_be_focused()
        assert findings(page) == []


@pytest.mark.chromium
def test_light_and_dark_follow_the_reader(browser: Browser, site: str) -> None:
    seen = set()
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="light" if scheme == "light" else "dark")
        page: Page = context.new_page()
        page.goto(f"{site}/embed/rack.html")
        seen.add(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    assert len(seen) == 2
