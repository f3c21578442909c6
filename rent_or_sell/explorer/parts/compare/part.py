"""Why two cases differ in a result, and what would settle it: base, presets, pins, pasted links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.units import result_format, unit_words
from rent_or_sell.model.graph import Quantity
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Scenario

ROWS = 8  # of the picture: both cases, the largest steps, the others together


@dataclass(frozen=True)
class Compare:
    """The bridge between two cases as a picture and a table, and what would settle it.

    Parameters
    ----------
    answers
        Single results that a reader can have explained, best ones whose sign decides.
    scenarios
        Names of scenarios that can be compared though they are no presets.
    codes
        Number formats of answers outside the table, where they are not those of their units.
    """

    answers: tuple[str, ...]
    scenarios: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the answers and cases to choose from, and the picture of the base case twice."""
        quantities = [base.model.quantity(name) for name in self.answers]
        answer = base.results[self.answers[0]]
        low, high = min(answer, 0.0), max(answer, 0.0)
        size = (high - low) or 1.0
        return {
            "answers": [(quantity.name, self._label(quantity)) for quantity in quantities],
            "cases": list(self._cases(base.model)),
            "answer": answer,
            "code": self._code(quantities[0]),
            "exact_code": result_format(quantities[0].unit),
            "low": -low / size,
            "size": (high - low) / size,
            "spare": ROWS - 2,
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the answers with their formats, the cases with their changes, and the rest."""
        quantities = [base.model.quantity(name) for name in self.answers]
        return {
            "answers": {
                one.name: {
                    "label": self._label(one),
                    "format": self._code(one),
                    "exact": result_format(one.unit),
                }
                for one in quantities
            },
            "cases": {
                scenario.name: {"label": scenario.label, "changes": changes}
                for scenario, changes in self._cases(base.model)
            },
            "decisions": [name for name, one in base.model.parameters.items() if not one.draw],
            "asks": dict(base.asks),
        }

    def _cases(self, model: Model) -> Iterable[tuple[Scenario, Mapping[str, float]]]:
        """Yield the presets, then the other scenarios, each with the changes that the model reads."""
        for name in dict.fromkeys((*model.presets, *self.scenarios)):
            scenario = model.scenarios[name]
            read = {k: v for k, v in scenario.changes.items() if k in model.parameters}
            yield scenario, read

    def _code(self, quantity: Quantity) -> str:
        return self.codes.get(quantity.name) or result_format(quantity.unit)

    def _label(self, quantity: Quantity) -> str:
        """Return an answer's words with its unit, where the number does not show it."""
        unit = unit_words(quantity.unit)
        return f"{quantity.summary}, {unit}" if unit and unit != "$" else quantity.summary
