"""The guess: a reader says what a result is before seeing it, and then sees both."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase

STEPS = 100  # at least so many on either side of zero


@dataclass(frozen=True)
class Guess:
    """A button beside the answer that hides it, and the form that takes the guess.

    While a reader guesses, the explorer is `data-guessing` and shows no result; a picture may show
    what of it gives nothing away, and the guess (parts/guess/guess.js).

    Parameters
    ----------
    question, hint
        What is asked, and how to answer.
    result
        The result that is guessed.
    scale
        A parameter or result: a guess may lie between it and its opposite.
    code
        The number format of guess and answer.
    """

    question: str
    hint: str
    result: str
    scale: str
    code: str

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the ends of the slider and its step, a round number."""
        step = 10.0 ** math.floor(math.log10(abs(base.values[self.scale]) / STEPS))
        end = step * math.floor(abs(base.values[self.scale]) / step)
        return {"low": -end, "high": end, "step": step}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the result and its format; the frame has the slider's ends."""
        return {"result": self.result, "code": self.code}
