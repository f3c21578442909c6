"""What a page says of a case is what Python says of it, and nothing undefined is a number."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from playwright.sync_api import expect
from readers import Reader, explorer, follow, link

from rent_or_sell import evaluate, load_parameters, rack
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.sentence import say
from rent_or_sell.model.parameters import base_values


def test_undefined_results_are_words(reader: Reader) -> None:
    page = reader.open(
        "index", link({"selling_share": 1, "support_fee_share": 0, "rent_per_chip_hour": 0})
    )
    text = explorer(page).evaluate("root => root.textContent")
    assert "NaN" not in text.split('"code"')[0]
    assert "Infinity" not in text.split('"code"')[0]
    floor = explorer(page).locator('table.results [data-quantity="price_floor_per_chip"]')
    assert floor.get_attribute("data-value") == ""
    assert floor.evaluate("cell => cell.textContent") == "not defined"
    expect(explorer(page).locator(".answer")).to_contain_text(
        "the costs of selling take the whole price"
    )


def random_changes(count: int) -> Iterator[dict[str, float]]:
    random = np.random.default_rng(7)
    parameters = [load_parameters()[name] for name in rack.parameters]
    for _ in range(count):
        yield {p.name: float(random.uniform(p.low, p.high)) for p in parameters}


def test_page_says_what_python_says(reader: Reader) -> None:
    """The sentence and its roundings have one definition and two interpreters."""
    page = reader.open("index")
    for changes in [*random_changes(25), {"selling_share": 1.0}, {"rent_per_chip_hour": 0.1}]:
        follow(page, link(changes))
        values = base_values(load_parameters()) | changes | evaluate("rack", changes)
        spoken = "".join(piece.text for piece in say(BOOK.view("rack").answer, values))
        assert explorer(page).locator(".answer").evaluate("e => e.textContent") == spoken
