"""A waterfall: what adds up to a total, step by step, and other totals beneath it on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.explorer.parts.waterfall.tips import Tips
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
    `code` is the number format of all amounts. Under its step the `tips` say how far it may
    stretch; the picture has room for the step at the high end of their parameter's range.
    """

    title: Sentence
    steps: tuple[str, ...]
    totals: tuple[Total, ...]
    code: str
    tips: Tips | None = None

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the bars at the base case: start and length, in shares of the picture."""
        signs = dict(self._terms(base.model))
        amounts = [sign * base.results[name] for name, sign in signs.items()]
        ends = [base.results[total.name] for total in self.totals]
        tips = self.tips.said(base.model) if self.tips else []
        stretched = [size for _, _, size in tips]
        place = list(signs).index(self.tips.step) if self.tips else 0
        if self.tips:
            high = base.model.parameters[self.tips.parameter].high
            stretched.append(self.tips.size(base.model, high))
        spans, wide = bars([*amounts, ends[0] - sum(amounts)], ends, place, stretched)
        return {
            "pieces": say(self.title, base.values),
            "terms": list(zip(signs.items(), spans, strict=False)),
            "other": spans[len(signs)],
            "ends": list(zip(self.totals, spans[-len(ends) :], strict=True)),
            "tips": [(*tip[:2], span) for tip, span in zip(tips, wide, strict=False)],
            "labels": {name: each.summary for name, each in base.model.equations.items()},
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the signed steps, the totals, and the title as cases."""
        return {
            "title": as_json(self.title),
            "steps": [[name, sign] for name, sign in self._terms(base.model)],
            "totals": [total.name for total in self.totals],
            "code": self.code,
            "tips": self.tips
            and {
                "step": self.tips.step,
                "parameter": self.tips.parameter,
                "results": [result for _, result in self.tips.results],
            },
        }

    def _terms(self, model: Model) -> list[tuple[str, int]]:
        from rent_or_sell.model.symbolic import signed_terms

        signs = dict(signed_terms(model.expression(self.totals[0].name)))
        return [(name, signs[name]) for name in self.steps if name in signs]


Span = tuple[float, float]


def bars(
    steps: list[float], ends: list[float], place: int = 0, stretched: Sequence[float] = ()
) -> tuple[list[Span], list[Span]]:
    """Return start and length of each bar, steps first, on an axis that holds all and zero.

    Then of the step at a place as it is stretched: the axis holds the last of those, too.
    """
    spans, reached = [], [0.0]
    for step in steps:
        spans.append((min(reached[-1], reached[-1] + step), abs(step)))
        reached.append(reached[-1] + step)
    spans += [(min(0.0, end), abs(end)) for end in ends]
    wide = [(reached[place], size) for size in stretched]
    held = [*spans, *wide[-1:]]
    low = min(0.0, *(start for start, _ in held))
    high = max(start + length for start, length in held)
    size = high - low or 1

    def share(start: float, length: float) -> Span:
        return (start - low) / size, min(length, high - start) / size

    return [share(*span) for span in spans], [share(*span) for span in wide]
