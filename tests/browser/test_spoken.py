"""What a screen reader says is what was read and agreed to: `make transcript` writes it anew."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser
from readers import Reader
from spoken import CHAPTERS, GOLDEN, SIZE, transcript


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_is_said_is_the_transcript(browser: Browser, site: str, chapter: str) -> None:
    context = browser.new_context(viewport=SIZE)  # a fresh one: a tab carries its reader's case
    page = Reader(context.new_page(), site).open(chapter)
    kept = (GOLDEN / f"{chapter}.txt").read_text(encoding="utf-8")
    assert transcript(page, chapter).splitlines() == kept.splitlines()
    context.close()
