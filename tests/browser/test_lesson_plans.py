"""A lesson plan names what its pages have, fills its minutes, and its jury finds what it shall find."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from copies_of_the_book import CHAPTERS
from playwright.sync_api import Page, expect
from readers import Reader, link

from rent_or_sell.classroom.copies import NOTE

PRESSED = re.compile(r"(?<!\*)\*([A-Z][^*\n]+)\*(?!\*)")
ADD = """(words) => {
  const note = document.createElement("div");
  note.className = "admonition";
  for (const text of ["For teachers", words]) note.append(Object.assign(document.createElement("p"), { textContent: text }));
  document.querySelector(".bd-article > section").append(note);
}"""
CHAPTER = re.compile(r"\]\(([\w-]+)\.md")


@pytest.mark.parametrize("name", ["lesson-45", "lesson-90", "project"])
def test_what_a_plan_has_pressed_is_on_a_page_that_it_leads_to(name: str, built_book: Path) -> None:
    words = CHAPTERS[name]
    pages = [
        (built_book / f"book/{chapter}.html").read_text(encoding="utf-8")
        for chapter in set(CHAPTER.findall(words))
    ]
    assert PRESSED.findall(words)
    assert [one for one in PRESSED.findall(words) if not any(one in page for page in pages)] == []


@pytest.mark.parametrize("minutes", [45, 90])
def test_the_minutes_of_a_lesson_follow_one_another(minutes: int) -> None:
    steps = re.findall(r"^\| (\d+) to (\d+) \|", CHAPTERS[f"lesson-{minutes}"], re.MULTILINE)
    starts, ends = ([int(minute) for minute in one] for one in zip(*steps, strict=True))
    assert starts == [0, *ends[:-1]]
    assert ends[-1] == minutes


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("name", ["lesson-45", "lesson-90", "project"])
def test_a_plan_and_its_note_to_teachers_are_one_sheet(
    reloaded: Page, site: str, name: str, paper: str
) -> None:
    page = Reader(reloaded, site).open(name)
    note = NOTE.search(CHAPTERS[name])
    assert note is not None
    page.evaluate(ADD, note["body"])
    pages = re.findall(rb"/Type /Page\b", page.pdf(format=paper))
    assert len(pages) == 2


def test_a_jury_opens_one_link_and_pastes_the_other(reader: Reader) -> None:
    one, other = (link({"displacement": share}, "rack-all") for share in (0.2, 0.9))
    page = reader.open("bottom-line", one)
    page.locator(".paste-text").fill(f"{reader.site}/book/bottom-line.html{other}")
    page.get_by_role("button", name="Compare with yours").click()
    cause = page.locator('[data-settle="cause"]')
    expect(cause).to_contain_text("20% in “Your case”, 90% in “Pasted link”")
