"""Each chapter has a worksheet: its question, its base case, room to predict and to write, no answer."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from copies_of_the_book import CHAPTERS, NUMBERED, keys, sentences
from playwright.sync_api import Page
from readers import Reader

LABELS = ".play > .controls .control-label"


@pytest.mark.parametrize("chapter", NUMBERED)
def test_a_worksheet_is_one_page_of_what_its_chapter_asks(
    reloaded: Page, site: str, chapter: str
) -> None:
    page = Reader(reloaded, site).open(chapter)
    question = page.locator(".bd-article section > p").first.inner_text()
    asked = page.locator(LABELS).all_inner_texts()
    page.get_by_role("link", name="Worksheet to print").click()
    page.wait_for_url(f"**/worksheet-{chapter}.html")
    sheet = page.locator(".worksheet")
    number = NUMBERED.index(chapter) + 1
    assert f"chapter {number} of “Rent or Sell?”" in sheet.inner_text()
    assert question.rstrip("0123456789") in sheet.inner_text()  # a mark of a claim stays behind
    assert sheet.locator("tbody th").all_inner_texts() == asked
    values = sheet.locator("td:nth-child(2)").all_inner_texts()
    assert all(re.match(r"\d", value) for value in values)
    assert sheet.locator("ol > li").count() == 3
    pages = re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True, format="A4"))
    assert len(pages) == 1


@pytest.mark.parametrize("chapter", NUMBERED)
def test_no_answer_stands_on_a_worksheet(built_book: Path, chapter: str) -> None:
    sheet = (built_book / "book" / f"worksheet-{chapter}.html").read_text(encoding="utf-8")
    body = unescape(re.search(r'<section class="worksheet">.*?</section>', sheet, re.DOTALL)[0])  # type: ignore[index]
    answers = [*sentences(CHAPTERS[chapter]), *keys(CHAPTERS[chapter])]
    assert len(answers) > 5
    assert [answer for answer in answers if answer in body] == []
