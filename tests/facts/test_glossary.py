"""Terms are found by each of their forms, and the nearest is named where there is none."""

from __future__ import annotations

import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.facts.glossary import GlossaryError, Term, form_problems, load_terms, term_of


@pytest.mark.parametrize("text", ["attach rate", "Attach rates", "attach\nrate", "ATTACH RATE"])
def test_a_term_is_found_by_its_forms_in_capitals_or_not(text: str) -> None:
    assert term_of(BOOK.facts, text).name == "attach rate"


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_term_is_found_by_the_apostrophe_of_a_keyboard_or_of_print(mark: str) -> None:
    assert term_of(BOOK.facts, f"today{mark}s money").name == "today’s money"


def test_an_unknown_term_is_answered_with_the_nearest_form() -> None:
    with pytest.raises(GlossaryError, match="'attach rats' is not a term.*'attach rates'"):
        term_of(BOOK.facts, "attach rats")


def test_terms_come_in_the_order_of_the_alphabet_each_with_an_anchor_of_its_own() -> None:
    terms = load_terms(BOOK.facts)
    names = [term.name.casefold() for term in terms]
    assert names == sorted(names)
    assert len({term.anchor for term in terms}) == len(terms)
    assert Term("FP8 and FP4", (), "").anchor == "term-fp8-and-fp4"


def test_a_definition_is_short_and_a_sentence() -> None:
    for term in load_terms(BOOK.facts):
        assert term.definition.endswith("."), term.name
        assert len(term.definition.split()) <= 50, term.name


def test_a_form_of_two_terms_is_named_with_its_places() -> None:
    rows = [
        {"term": "floor", "other_forms": "floors; lowest price"},
        {"term": "Lowest price", "other_forms": "Floors"},
    ]
    assert list(form_problems(rows)) == [
        (3, "term", "'Lowest price' already stands in row 2; write each form once"),
        (3, "other_forms", "'Floors' already stands in row 2; write each form once"),
    ]
