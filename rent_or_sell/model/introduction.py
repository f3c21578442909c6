"""How a model introduces itself: its title, its counts and its headline results."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from rent_or_sell.model.graph import Quantity

if TYPE_CHECKING:
    from rent_or_sell.model.models import Model


def in_a_line(model: Model) -> str:
    """Return what the model is and what it gives in the base case, in a line."""
    headlines = [f"{quantity.name} {value}" for quantity, value in _headlines(model)]
    return f"<Model {model.name}: {'; '.join([model.title, _counts(model), *headlines])}>"


def as_html(model: Model) -> str:
    """Return title, counts and headline results as a small table."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(quantity.summary)}</th><td>{escape(value)}</td></tr>"
        for quantity, value in _headlines(model)
    )
    head = f"<strong>{escape(model.title)}</strong> ({escape(model.name)}): {_counts(model)}"
    return f"<p>{head}</p><table>{rows}</table>"


def _counts(model: Model) -> str:
    return f"{len(model.parameters)} parameters, {len(model.results)} results"


def _headlines(model: Model) -> list[tuple[Quantity, str]]:
    """Return the headline results, each with its value in the base case, in four digits."""
    results = model.evaluate()
    shown = (model.equations[name] for name in model.headlines)
    return [(q, f"{float(f'{results[q.name]:.4g}'):,.10g} {q.unit}") for q in shown]
