"""A marked term on a page: its link and its card; the glossary's entry that it leads to."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from page_cards import cards_of

from rent_or_sell.book import BOOK
from rent_or_sell.facts.glossary import Term, load_terms
from rent_or_sell.sphinx_ext.glossary_role import term_card

pytestmark = pytest.mark.builds


@pytest.fixture(scope="module")
def page(small_book: Path) -> str:
    """The HTML of a page with marked terms, one of them in a heading."""
    return (small_book / "terms.html").read_text(encoding="utf-8")


def test_terms_link_to_their_entries_in_the_words_of_the_chapter(page: str) -> None:
    links = re.findall(r'<a class="glossary-term" href="([^"]*)"[^>]*>([^<]*)</a>', page)
    assert links == [
        ("glossary.html#term-attach-rate", "attach rate"),
        ("glossary.html#term-frontier-lab", "Laboratories"),
        ("glossary.html#term-displacement", "displacement"),
        ("glossary.html#term-floor", "floor"),
    ]


def test_each_link_is_described_by_its_card(page: str, small_book: Path) -> None:
    described = re.findall(r'aria-describedby="(term-note-\d)"', page)
    assert described == list(cards_of(small_book / "terms.html"))
    assert len(described) == 4
    assert re.search(r'<script defer src="\.\./_notes/notes\.[0-9a-f]+\.js"></script>', page)


def test_cards_stay_out_of_contents(page: str) -> None:
    contents = re.findall(r'href="#a-section-on-the-floor">\s*([^<]*?)\s*</a>', page)
    assert contents and set(contents) == {"A section on the floor"}


def test_the_glossary_has_an_entry_for_each_term(small_book: Path) -> None:
    page = html.unescape((small_book / "glossary.html").read_text(encoding="utf-8"))
    page = page.replace("'", "’")
    for term in load_terms(BOOK.facts):
        name, definition = (text.replace("'", "’") for text in (term.name, term.definition))
        assert f'<dt id="{term.anchor}">{name}</dt>' in page
        assert definition in page


def test_card_is_text_never_markup() -> None:
    bad = "<b onclick='x'>\"&"
    card = term_card("term-note-1", Term(bad, (), bad), '#"><script>')
    assert "<b " not in card
    assert "<script>" not in card
