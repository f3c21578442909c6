"""What a screen reader says is what was read and agreed to: `make transcript` writes it anew."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser
from readers import Reader, unfold
from spoken import CHAPTERS, FOLDS, GOLDEN, SIZE, transcript


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_is_said_is_the_transcript(browser: Browser, site: str, chapter: str) -> None:
    context = browser.new_context(viewport=SIZE)  # a fresh one: a tab carries its reader's case
    page = Reader(context.new_page(), site).open(chapter)
    kept = (GOLDEN / f"{chapter}.txt").read_text(encoding="utf-8")
    assert transcript(page, chapter).splitlines() == kept.splitlines()
    context.close()


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_words_for_the_ear_alone_run_on_from_those_that_are_seen(chapter: str) -> None:
    kept = (GOLDEN / f"{chapter}.txt").read_text(encoding="utf-8")
    assert [line for line in kept.splitlines() if re.search(r"\w [,;:](?!\w)", line)] == []


@pytest.mark.parametrize("chapter", ["answers", "bottom-line"])
def test_a_fold_that_is_opened_says_something(browser: Browser, site: str, chapter: str) -> None:
    context = browser.new_context(viewport=SIZE)
    page = Reader(context.new_page(), site).open(chapter)
    unfold(page.locator(FOLDS))
    said = [one.aria_snapshot() for one in page.locator(".explorer .fold:visible").all()]
    assert len(said) > 2
    assert [one for one in said if len(one.splitlines()) < 3] == []
    context.close()
