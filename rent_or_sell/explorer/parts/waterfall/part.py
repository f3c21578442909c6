"""A waterfall: what adds up to a total, step by step, and other totals beneath it on one scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.sentence import Sentence, as_json, say
from rent_or_sell.model.models import Model


@dataclass(frozen=True)
class Total:
    """A total: its words, its hue and its result."""

    label: str
    hue: str
    name: str


@dataclass(frozen=True)
class Waterfall:
    """The terms of the first total, in the order of `steps`, then every total.

    What the steps leave of a total whose equation a reader has replaced is "Other".
    `code` is the number format of all amounts.
    """

    title: Sentence
    steps: tuple[str, ...]
    totals: tuple[Total, ...]
    code: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the bars at the base case: start and length, in shares of the picture."""
        signs = dict(self._terms(base.model))
        amounts = [sign * base.results[name] for name, sign in signs.items()]
        ends = [base.results[total.name] for total in self.totals]
        spans = bars([*amounts, ends[0] - sum(amounts)], ends)
        return {
            "pieces": say(self.title, base.values),
            "terms": list(zip(signs.items(), spans, strict=False)),
            "other": spans[len(signs)],
            "ends": list(zip(self.totals, spans[-len(ends) :], strict=True)),
            "labels": {name: each.summary for name, each in base.model.equations.items()},
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the signed steps, the totals, and the title as cases."""
        return {
            "title": as_json(self.title),
            "steps": [[name, sign] for name, sign in self._terms(base.model)],
            "totals": [total.name for total in self.totals],
            "code": self.code,
        }

    def _terms(self, model: Model) -> list[tuple[str, int]]:
        from rent_or_sell.model.symbolic import signed_terms

        signs = dict(signed_terms(model.expression(self.totals[0].name)))
        return [(name, signs[name]) for name in self.steps if name in signs]


def bars(steps: list[float], ends: list[float]) -> list[tuple[float, float]]:
    """Return start and length of each bar, steps first, on an axis that holds all and zero."""
    spans, reached = [], 0.0
    for step in steps:
        spans.append((min(reached, reached + step), abs(step)))
        reached += step
    spans += [(min(0.0, end), abs(end)) for end in ends]
    low = min(0.0, *(start for start, _ in spans))
    high = max(start + length for start, length in spans)
    size = high - low or 1
    return [((start - low) / size, length / size) for start, length in spans]
