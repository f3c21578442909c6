"""Choices: who or what it is about, each as a button with what a result would be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rent_or_sell.explorer.part import BaseCase


@dataclass(frozen=True)
class Choice:
    """One of the choices: its words, and the assumptions that it sets.

    What another choice sets stands at its base value.
    """

    label: str
    changes: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Choices:
    """A row of buttons under a title; each shows `result` in `code`, after `words`."""

    title: str
    choices: tuple[Choice, ...]
    result: str
    words: str
    code: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the result of each choice at the base case."""
        found = [base.model.evaluate(dict(one.changes))[self.result] for one in self.choices]
        return {"found": found}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return what each choice sets, and the result."""
        return {
            "choices": [dict(one.changes) for one in self.choices],
            "result": self.result,
            "code": self.code,
        }
