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
    code
        The number format of guess and answer.
    scale
        A parameter or result: a guess may be as large. Without one a guess is a share.
    reach
        How many times as large a guess may be.
    signed
        Whether a guess may lie below zero, as far as above.
    """

    question: str
    hint: str
    result: str
    code: str
    scale: str = ""
    reach: float = 1.0
    signed: bool = True

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the ends of the slider and its step, a round number."""
        most = self.reach * abs(base.values[self.scale]) if self.scale else 1.0
        step = 10.0 ** math.floor(math.log10(most / STEPS))
        end = step * math.floor(most / step)
        return {"low": -end if self.signed else 0, "high": end, "step": step}

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the result and its format; the frame has the slider's ends."""
        return {"result": self.result, "code": self.code}
