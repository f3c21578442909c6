"""A bound number on a page: its link and its note."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from page_cards import cards_of

from rent_or_sell.book import BOOK
from rent_or_sell.prose.binding import resolve
from rent_or_sell.prose.bound import Bound
from rent_or_sell.sphinx_ext.number_role import note_html
from rent_or_sell.tables.table_page import Mark

pytestmark = pytest.mark.builds


@pytest.fixture(scope="module")
def page(small_book: Path) -> str:
    """The HTML of a page with bound numbers, one of them in its title."""
    return (small_book / "numbers.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def cards(small_book: Path) -> dict[str, str]:
    """The notes of the same page."""
    return cards_of(small_book / "numbers.html")


def test_numbers_link_to_their_table_assumption_and_formula(page: str) -> None:
    links = re.findall(r'<a class="bound-number" href="([^"]*)"[^>]*>([^<]*)</a>', page)
    assert links == [
        ("tables.html#table-amazon_statements", "about $50 billion"),
        ("tables.html#table-amazon_statements", "over $20 billion"),
        ("formulas.html#parameter-rent_per_chip_hour", "$1.20"),
        ("formulas.html#quantity-buyer_premium_needed", "a tenth"),
        ("tables.html#table-amazon_statements", "5 to 6"),
    ]


def test_a_number_whose_table_is_shown_nowhere_leads_to_its_note(small_book: Path) -> None:
    html_text = (small_book / "alone.html").read_text(encoding="utf-8")
    assert '<a class="bound-number" href="#number-note-1"' in html_text
    assert "The table it stands in" not in html_text


def test_each_link_is_described_by_its_note(page: str, cards: dict[str, str]) -> None:
    described = re.findall(r'aria-describedby="(number-note-\d)"', page)
    assert described == list(cards)
    assert len(cards) == 5
    for name, card in cards.items():
        assert card.startswith(f'<span class="number-note" id="{name}" role="note" popover')


def test_note_says_value_speaker_date_firmness_and_source(cards: dict[str, str]) -> None:
    note = cards["number-note-2"]
    text = html.unescape(re.sub(r"<[^>]*>", "", note))
    for part in ("over $20 billion per year", "Andy Jassy, 2026-04-09; company statement"):
        assert part in text
    assert re.search(r'href="https://[^"]*" rel="noopener noreferrer"', note)


def test_notes_stay_out_of_titles_and_contents(page: str) -> None:
    title = re.search(r"<title>(.*?)</title>", page, re.DOTALL)
    assert title is not None
    assert "A business of about $50 billion" in title[1]
    assert "run rate" not in title[1].lower()
    assert 'class="number-note"' not in page


def test_page_loads_the_notes_and_their_script_deferred(page: str) -> None:
    assert re.search(
        r'/_notes/cards\.\w+\.js"></script>\n<script defer src="\.\./_notes/notes\.\w+\.js"></script>',
        page,
    )


def test_a_page_without_numbers_loads_no_script_for_them(small_book: Path) -> None:
    assert "_notes/" not in (small_book / "tables.html").read_text(encoding="utf-8")


def test_note_is_text_never_markup() -> None:
    bad = "<b onclick='x'>\"&"
    sources = (Mark(bad, "javascript:alert(1)"), Mark(bad, 'https://x.org/"><script>'))
    bound = Bound("t.r", "fact", "table-t", bad, bad, 1.0, None, None, bad, bad, bad, bad, sources)
    note = note_html("number-note-1", bound, 'sources.html#"><script>')
    assert "<b " not in note
    assert "<script>" not in note
    assert "javascript:" not in note


def test_note_of_a_sum_of_our_own_shows_its_formula() -> None:
    bound = resolve(BOOK, "rental_prices.RP052")
    note = html.unescape(note_html("number-note-1", bound, ""))
    assert "<span>our arithmetic: (55.04/98.32)^(1/3.08)-1" in note
    assert "unverified" not in note


def test_note_says_in_which_other_document_the_source_was_read() -> None:
    note = note_html("number-note-1", resolve(BOOK, "amazon_statements.JL05"), "")
    assert re.search(r'<a href="https://www.aboutamazon.com/[^"]*"[^>]*>Amazon.com, Inc.', note)
    assert re.search(r'<a href="https://techcrunch.com/[^"]*"[^>]*>read in TechCrunch', note)
