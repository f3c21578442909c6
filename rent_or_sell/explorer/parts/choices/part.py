"""Choices: who or what it is about, each as a button with what results would be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rent_or_sell.explorer.part import BaseCase
from rent_or_sell.model.models import Model

FINE = 10_000  # a cap is a whole number of so many parts of the parameter's range


@dataclass(frozen=True)
class Cap:
    """A parameter falls below its base until a result that grows with it, in a line, is another.

    While the choice is chosen the parameter follows what the two results hang on.
    """

    parameter: str
    result: str
    to: str

    def at(self, model: Model, changes: Mapping[str, float]) -> float:
        """Return the parameter's value; that of the base case if the result is no higher there."""
        its = model.parameters[self.parameter]
        first, last = (
            self._over(model, {**changes, self.parameter: end}) for end in (its.low, its.high)
        )
        if not last > first:
            return its.base
        unit = (its.high - its.low) / FINE
        level = math.floor(its.low / unit - first / (last - first) * FINE) * unit
        return max(its.minimum, min(its.base, float(f"{level:.12g}")))

    def _over(self, model: Model, changes: Mapping[str, float]) -> float:
        results = model.evaluate(dict(changes))
        return float(results[self.result] - results[self.to])


@dataclass(frozen=True)
class Choice:
    """One of the choices: its words, and what it sets: values, those of a scenario, a cap.

    What another choice sets stands at its base value; what another caps, at the reader's own.
    """

    label: str
    changes: Mapping[str, float] = field(default_factory=dict)
    scenario: str = ""
    cap: Cap | None = None

    def sets(self, model: Model) -> dict[str, float]:
        """Return what it sets, but for the cap."""
        changes = model.scenarios[self.scenario].changes if self.scenario else {}
        return {**changes, **self.changes}


@dataclass(frozen=True)
class Shown:
    """A result under a button: the words before it, its name and its number format."""

    words: str
    name: str
    code: str


@dataclass(frozen=True)
class Choices:
    """A row of buttons under a title, the base case first; each shows results."""

    title: str
    choices: tuple[Choice, ...]
    shows: tuple[Shown, ...]

    @property
    def capped(self) -> set[str]:
        """The parameters that a cap sets."""
        return {choice.cap.parameter for choice in self.choices if choice.cap}

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the results of each choice at the base case, and which it is."""
        made = [self._set_by(choice, base.model) for choice in self.choices]
        return {
            "found": [base.model.evaluate(changes) for changes in made],
            "chosen": [
                all(base.values[name] == value for name, value in changes.items())
                for changes in made
            ],
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what each choice sets, and the results."""
        return {
            "choices": [choice.sets(base.model) for choice in self.choices],
            "caps": [
                [choice.cap.parameter, choice.cap.result, choice.cap.to] if choice.cap else None
                for choice in self.choices
            ],
            "shows": [[shown.name, shown.code] for shown in self.shows],
        }

    def _set_by(self, choice: Choice, model: Model) -> dict[str, float]:
        """Return what a choice sets, and the base value of what others do."""
        names = {name for one in self.choices for name in one.sets(model)} | self.capped
        base = {name: model.parameters[name].base for name in names}
        made = {**base, **choice.sets(model)}
        if choice.cap:
            made[choice.cap.parameter] = choice.cap.at(model, made)
        return made
