"""Take it along: the reader's case as a workbook, code, data, a picture or a sentence to cite."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.units import result_format
from rent_or_sell.facts.sources import latest


@dataclass(frozen=True)
class TakeAlong:
    """What a reader can carry away from an explorer.

    Parameters
    ----------
    load
        A line of Python after which `model` is the model, such as
        `from rent_or_sell import rack as model`.
    book
        The book's title, as a citation gives it.
    """

    load: str
    book: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the results that can be cited, the headlines first."""
        quantities = base.model.quantities
        first = [each for each in quantities if each.name in base.model.headlines]
        return {"cited": [*first, *(each for each in quantities if each not in first)]}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what files say of inputs and results: units, sources, and how results are read."""
        model = base.model
        return {
            "load": self.load,
            "book": self.book,
            "title": model.title,
            "as_of": latest(base.facts.sources.values()) if base.facts else "",
            "inputs": {
                name: {
                    "unit": each.unit,
                    "sources": [source.source_id for source in each.sources],
                }
                for name, each in model.parameters.items()
            },
            "results": [
                {
                    "name": each.name,
                    "label": each.summary,
                    "unit": each.unit,
                    "code": result_format(each.unit),
                }
                for each in model.quantities
            ],
        }
