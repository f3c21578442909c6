"""A deck for each chapter: led by the keyboard, alive, with notes, nothing beside a slide, a page each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from axe import findings
from copies_of_the_book import CHAPTERS, NUMBERED, keys, sentences
from explorer_files import NOTE_VIOLATIONS
from playwright.sync_api import Browser, Page, expect
from readers import Reader, rest

SCREENS = {"1280": (1280, 720), "1440": (1440, 900), "1920": (1920, 1080)}
# What stands on slides that are higher than the screen, or beside or below its slide's room.
OUTSIDE = """() => [...document.querySelectorAll(".slide")].flatMap((slide) => {
  const { left, right, bottom, height } = slide.getBoundingClientRect();
  const shown = [...slide.querySelectorAll("*")].filter((one) =>
    one.checkVisibility() && !one.closest(".slide-notes, .slide-number, .visually-hidden, svg *"));
  const out = shown.filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width && (box.left < left - 1 || right + 1 < box.right || bottom - 40 < box.bottom);
  });
  return [...out.map((one) => one.outerHTML.slice(0, 80)), ...(height > innerHeight + 1 ? [height] : [])];
})"""
# What of an explorer's price line lies under the buttons that lead on, where it sticks.
UNDER_THE_WAYS = """() => [...document.querySelectorAll(".slide-explorer .deal-zone")].filter((line) => {
  line.closest(".slide").scrollIntoView();
  const ways = document.querySelector(".deck-ways").getBoundingClientRect();
  return line.checkVisibility() && ways.top + 1 < line.getBoundingClientRect().bottom;
}).map((line) => line.className)"""
PLACE = """() => document.activeElement.getAttribute("aria-label")"""


@pytest.fixture(scope="module")
def speaker(browser: Browser, site: str) -> Iterator[Reader]:
    """Somebody who shows slides, and is told what breaks the policy."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    context.add_init_script(NOTE_VIOLATIONS)
    yield Reader(context.new_page(), site)
    context.close()


def opened(speaker: Reader, chapter: str) -> Page:
    speaker.errors.clear()
    speaker.requests.clear()
    page = speaker.open(f"slides-{chapter}")
    rest(page)
    return page


def at(page: Page, place: int) -> None:
    """Expect that a slide, counted from 1, fills the screen and has the focus."""
    slide = page.locator(".slide").nth(place - 1)
    expect(slide).to_be_focused()
    expect(slide).to_be_in_viewport(ratio=0.99)


@pytest.mark.parametrize("chapter", NUMBERED)
def test_a_chapter_leads_to_its_deck_and_back(speaker: Reader, chapter: str) -> None:
    page = speaker.open(chapter)
    name = page.title()
    page.get_by_role("link", name="Slides", exact=True).click()
    page.wait_for_url(f"**/slides-{chapter}.html")
    assert page.locator("h1").inner_text() in name
    assert page.locator(".slide").count() >= 7
    for kind in ("title", "explorer", "list", "question", "end"):
        assert page.locator(f".slide-{kind}").count() == 1, kind
    page.get_by_role("link", name="The chapter").click()
    page.wait_for_url(f"**/{chapter}.html")


@pytest.mark.parametrize("chapter", NUMBERED)
def test_nothing_overflows_a_slide(speaker: Reader, chapter: str) -> None:
    page = opened(speaker, chapter)
    for name, (width, height) in SCREENS.items():
        page.set_viewport_size({"width": width, "height": height})
        rest(page)
        assert page.evaluate(OUTSIDE) == [], name
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert page.evaluate(UNDER_THE_WAYS) == []
    page.set_viewport_size({"width": 1280, "height": 720})


@pytest.mark.parametrize("chapter", NUMBERED)
def test_a_deck_is_quiet_heard_and_without_solutions(
    speaker: Reader, built_book: Path, chapter: str
) -> None:
    page = opened(speaker, chapter)
    assert findings(page) == []
    assert [*page.evaluate("violations"), *speaker.errors] == []
    assert [one for one in speaker.requests if not one.startswith((speaker.site, "about:"))] == []
    deck = unescape((built_book / f"book/slides-{chapter}.html").read_text(encoding="utf-8"))
    answers = [*sentences(CHAPTERS[chapter]), *keys(CHAPTERS[chapter])]
    assert len(answers) > 5
    assert [answer for answer in answers if answer in deck] == []


def test_keys_lead_through_a_deck(speaker: Reader) -> None:
    page = opened(speaker, "bottleneck")
    count = page.locator(".slide").count()
    for key, place in (
        *(("ArrowRight", 2), (" ", 3), ("PageDown", 4), ("ArrowLeft", 3), ("Shift+Space", 2)),
        *(("End", count), ("ArrowDown", count), ("Home", 1), ("ArrowUp", 1)),
    ):
        page.keyboard.press(key)
        at(page, place)
    page.get_by_role("button", name="Next").click()
    at(page, 2)
    page.get_by_role("button", name="Back").click()
    at(page, 1)


def test_a_control_moves_the_answer_and_escape_leads_on(speaker: Reader) -> None:
    page = opened(speaker, "bottleneck")
    page.keyboard.press("ArrowRight")
    answer = page.locator(".answer-lead")
    before = answer.inner_text()
    page.locator(".control input[type=range]").nth(1).focus()
    page.keyboard.press("ArrowRight")
    expect(answer).not_to_have_text(before)
    page.keyboard.press("Escape")
    at(page, 2)
    page.keyboard.press("ArrowRight")
    at(page, 3)


def test_a_class_picks_the_buyer_on_a_slide(speaker: Reader) -> None:
    page = opened(speaker, "rival")
    page.get_by_role("button", name="Borrows at 15%").click()
    expect(page.locator(".answer-lead")).to_contain_text("Do not sell")


def test_notes_are_shown_and_put_away(speaker: Reader) -> None:
    page = opened(speaker, "bottleneck")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
    notes = page.locator(".slide").nth(2).locator(".slide-notes > p").first
    expect(notes).to_be_hidden()
    page.keyboard.press("n")
    expect(notes).to_contain_text("The discount stands for all that a buyer must give up")
    page.keyboard.press("n")
    expect(notes).to_be_hidden()


def test_the_question_is_judged_on_its_slide(speaker: Reader) -> None:
    page = opened(speaker, "bottleneck")
    question = page.locator(".slide-question")
    question.get_by_label("What a rack costs Amazon.").check()
    question.get_by_role("button", name="Check").click()
    expect(question.locator(".check-said")).to_contain_text("Amazon will not sell")


def test_it_prints_a_slide_a_page(speaker: Reader) -> None:
    page = opened(speaker, "bottleneck")
    count = page.locator(".slide").count()
    pages = re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True))
    assert len(pages) == count


def test_without_javascript_it_is_one_scroll_of_slides(browser: Browser, built_book: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((built_book / "book" / "slides-supply.html").as_uri())
    expect(page.locator(".slide").last).to_be_visible()
    expect(page.locator(".deck-ways button").first).to_be_hidden()
    page.locator(".slide-notes > summary").first.click()
    expect(page.locator(".slide-notes > p").first).to_be_visible()
    context.close()


def test_it_is_alive_from_a_disk(browser: Browser, built_book: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((built_book / "book" / "slides-supply.html").as_uri())
    expect(page.locator(".explorer")).to_have_attribute("data-live", "")
    page.keyboard.press("End")
    at(page, page.locator(".slide").count())
    context.close()
