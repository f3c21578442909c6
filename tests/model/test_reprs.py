"""Models, facts and tables say in a line what they are, and never fill a screen."""

from __future__ import annotations

from dataclasses import replace

import pytest

import rent_or_sell
from rent_or_sell import ModelError, load_models
from rent_or_sell.book import BOOK

MODELS = load_models()


@pytest.mark.parametrize("name", MODELS)
def test_a_model_says_its_title_counts_and_headlines(name: str) -> None:
    model = MODELS[name]
    text = repr(model)
    assert text.startswith(f"<Model {name}: {model.title}; {len(model.parameters)} parameters, ")
    assert all(headline in text for headline in model.headlines)
    assert len(text) < 300
    assert "\n" not in text
    assert "e+" not in text


def test_numbers_in_a_line_are_read_at_a_glance() -> None:
    assert "; gain_from_selling 127,600 USD; " in repr(rent_or_sell.rack)


def test_a_replaced_model_shows_its_own_results() -> None:
    assert "npv_rent 7 USD" in repr(rent_or_sell.rack.replace(npv_rent=lambda: 7.0))


def test_a_notebook_shows_a_model_as_a_small_table_of_text() -> None:
    html = replace(rent_or_sell.rack, title="<b>Bold</b> & plain")._repr_html_()
    assert "&lt;b&gt;Bold&lt;/b&gt; &amp; plain" in html
    assert html.count("<tr>") == len(rent_or_sell.rack.headlines)
    assert "<td>127,600 USD</td>" in html
    assert len(html) < 1500


def test_a_model_without_headlines_has_a_line_too() -> None:
    bare = replace(BOOK.models[3], headlines=())
    model = bare.model(BOOK.load_parameters(), BOOK.load_scenarios(), BOOK.years)
    assert repr(model).endswith("5 parameters, 5 results>")


@pytest.mark.parametrize(
    ("model", "headline", "nearest"), [(0, "npv_rnt", "npv_rent"), (1, "sold", "sold_total")]
)
def test_a_headline_that_is_no_single_result_is_refused(
    model: int, headline: str, nearest: str
) -> None:
    source = replace(BOOK.models[model], headlines=(headline,))
    with pytest.raises(ModelError, match=f"'{headline}' is not a single result.*'{nearest}'"):
        source.model(BOOK.load_parameters(), BOOK.load_scenarios(), BOOK.years)


def test_what_else_a_reader_prints_is_one_line() -> None:
    shown = rent_or_sell.sourced_table("commitments")
    assert repr(shown) == f"<ShownTable commitments: {len(shown.rows)} rows, 10 columns>"
    fact = rent_or_sell.fact("amazon_statements.JL01")
    assert repr(fact) == "<Fact amazon_statements.JL01: over 20 billion USD per year>"
    assert repr(BOOK).startswith("<Book of rack, fleet, market, parity: 2026 to 2031; data in ")
    pue = "<Parameter pue: 1.14 ratio, 1.1 to 1.25>"
    assert repr(rent_or_sell.load_parameters()["pue"]) == pue
