"""Whether a text's number is what the data say, at the precision that the text shows."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rent_or_sell.numbers.currencies import is_currency
from rent_or_sell.numbers.measures import Measure, measure_of
from rent_or_sell.numbers.written_numbers import WrittenNumber, find_numbers
from rent_or_sell.prose.bound import BindingError, Bound
from rent_or_sell.tables.cell_text import MINUS

NEAR = 0.05  # how far "about" may be from the value, as a share of it
ROUGHLY = 0.1  # the same for "a tenth", "a third", "twice"
EXACT_DIGITS = 3  # "$21,100" is rounded, "$21,000" means twenty-one thousand and no hundreds

_NOT = r"(?<!\bno )(?<!\bnot )"  # "no more than" says the opposite of "more than"
_MORE = rf"{_NOT}\b(?:over|more than|above|exceeds?|exceeded|exceeding|passe[ds]|greater than)\b|>"
_LESS = rf"{_NOT}\b(?:under|below|(?:less|fewer) than|just short of)\b|<"
_AT_LEAST = r"\b(?:at least|not? (?:less|fewer) than)\b|\bor more\b|≥|[\w%]\+"
_AT_MOST = r"\b(?:up to|at most|not? more than)\b|\bor less\b|≤"
_ABOUT = r"\b(?:about|around|roughly|some|nearly|almost|close to|approximately)\b|[~≈]"
_LOSS = r"\b(?:minus|loss|loses?|losing|lost|negative)\b"
_SIGN = re.compile(r"[-−–+]\s?|minus\s", re.IGNORECASE)
_OF_ONE = re.compile(r"^[\s-](?:of[\s-])?(?:an?|one)[\s-]")  # of "half a billion"
_KINDS = {"share": "a share (percent)", "USD": "dollars", "years": "time", "watts": "power"}
_QUALIFIED_ABOVE = ("over", "at least")
_QUALIFIED_BELOW = ("up to", "nearly", "a little less than", "less than", "top")


@dataclass(frozen=True)
class _Manner:
    """What the words beside a number say of it: more than, less than, about, a loss."""

    above: bool
    below: bool
    strict: bool
    about: bool
    loss: bool

    @property
    def exact(self) -> bool:
        """Whether nothing says that the number is rounded."""
        return not (self.above or self.below or self.about)


def check(text: str, bound: Bound, things: Sequence[str] = ()) -> None:
    """Raise `BindingError`, with the text that would be right, if a text and its data disagree.

    `things` are the plural names of what the book counts, such as "chips".
    """
    numbers = _spread(find_numbers(text, things))
    if not numbers:
        raise BindingError(f"“{text}” holds no number; put the number itself into the role")
    if len(numbers) > 2:
        raise BindingError(f"“{text}” holds {len(numbers)} numbers; bind one number or one range")
    numbers = [_in_unit(number, text, bound) for number in numbers]
    if len(numbers) == 2:
        _check_range(text, numbers, bound)
        return
    value = _single(text, bound)
    manner, amount = _manner(text), value * measure_of(bound.unit).size
    if not _agrees(numbers[0], amount, manner, bound):
        right = _rewritten(numbers[0], value, bound)
        if manner.exact and _agrees(numbers[0], amount, replace(manner, about=True), bound):
            right += f"” or “about {text}"
        raise _disagreement(text, bound, right)


def _check_range(text: str, numbers: Sequence[WrittenNumber], bound: Bound) -> None:
    low, high = numbers
    size = measure_of(bound.unit).size
    if bound.low is None or bound.high is None:
        value = _single(text, bound)
        # "36 to 37%" says of 36.8 that it lies between the two
        close = high.amount - low.amount <= high.step(EXACT_DIGITS) * (1 + 1e-9)
        if not (close and low.amount <= value * size <= high.amount):
            raise _disagreement(text, bound, _rewritten(high, value, bound))
        return
    manner = replace(_manner(text), above=False, below=False)
    if not (
        _agrees(low, bound.low * size, manner, bound)
        and _agrees(high, bound.high * size, manner, bound)
    ):
        lead = _rewritten(replace(low, tail=""), bound.low, bound)
        raise _disagreement(text, bound, f"{lead} to {_rewritten(high, bound.high, bound)}")


def _single(text: str, bound: Bound) -> float:
    """Return the one value to compare with."""
    ends = [end for end in (bound.low, bound.high) if end is not None]
    value = bound.value if bound.value is not None else ends[0] if len(ends) == 1 else None
    if value is None:
        remedy = "write both ends or add .value_low or .value_high"
        raise BindingError(f"“{text}” is one number, {bound.target} is {bound.shown}; {remedy}")
    if not math.isfinite(value):
        raise BindingError(f"“{text}”: {bound.target} is not defined in this case; rephrase")
    return value


def _spread(numbers: list[WrittenNumber]) -> list[WrittenNumber]:
    """Give both ends of "$3 to 4 million" or "36 to 37%" what is written beside one of them."""
    if len(numbers) != 2:
        return numbers
    low, high = numbers
    if not high.kind:
        high = replace(high, kind=low.kind, size=high.size if high.has_scale else low.size)
    if not low.has_scale and (high.has_scale or not low.kind):
        low = replace(low, kind=high.kind, size=high.size)
    return [low, high]


def _in_unit(number: WrittenNumber, text: str, bound: Bound) -> WrittenNumber:
    """Return the number in the basic unit of the data, or raise if the units are of two kinds."""
    measure = measure_of(bound.unit)
    if number.kind and number.kind not in measure.kinds:
        raise BindingError(f"“{text}” {_mismatch(number.kind, measure, bound)}")
    value = bound.value if bound.value is not None else bound.low
    if number.kind or number.has_scale or not value:
        return number
    # a bare number is in the unit of the data, or all of it: "20" or "20,000,000,000"
    whole = abs(math.log(abs(number.mantissa or 1) / abs(value))) > 3
    return number if whole and measure.size > 1 else replace(number, size=measure.size)


def _mismatch(kind: str, measure: Measure, bound: Bound) -> str:
    """Return what is wrong and the remedy, where text and data measure two kinds of thing."""
    currency = next(filter(is_currency, measure.kinds), None)
    if is_currency(kind) and currency:
        return (
            f"is in {kind}, but {bound.target} is {bound.shown}; "
            f"write the amount in {currency} or bind to another row"
        )
    name = _KINDS.get(kind, f"money ({kind})" if is_currency(kind) else kind)
    return (
        f"measures {name}, but {bound.target} is {bound.shown}; "
        "write its unit or bind to another row"
    )


def _manner(text: str) -> _Manner:
    def says(*patterns: str) -> bool:
        return re.search("|".join(patterns), text, re.IGNORECASE) is not None

    return _Manner(
        above=says(_MORE, _AT_LEAST),
        below=says(_LESS, _AT_MOST),
        strict=says(_MORE, _LESS),
        about=says(_ABOUT),
        loss=says(_LOSS),
    )


def _agrees(number: WrittenNumber, value: float, manner: _Manner, bound: Bound) -> bool:
    """Whether a number, in the basic unit, says what the value is."""
    written = number.amount
    if manner.loss and value < 0:
        written = -abs(written)
    gap = value - written
    step = number.step(EXACT_DIGITS if manner.exact else 1)
    slack = 1e-9 * max(abs(value), abs(written))
    if not _right_side(gap, slack, manner, bound.qualifier):
        return False
    if number.is_rough:
        return abs(gap) <= ROUGHLY * abs(value)
    if step > number.step(EXACT_DIGITS) and abs(gap) > NEAR * abs(value):
        return False
    directed = manner.above or manner.below
    return abs(gap) <= (step if directed else step / 2) + slack


def _right_side(gap: float, slack: float, manner: _Manner, qualifier: str) -> bool:
    """Whether "over" and "under" are true of the value; equal to it, the data must say so too."""
    if abs(gap) > slack:
        return not (manner.above and gap < 0) and not (manner.below and gap > 0)
    if not (manner.above or manner.below):
        return True
    if manner.strict:
        return qualifier in (_QUALIFIED_BELOW if manner.below else _QUALIFIED_ABOVE)
    return qualifier not in (_QUALIFIED_ABOVE if manner.below else _QUALIFIED_BELOW)


def _rewritten(number: WrittenNumber, value: float, bound: Bound) -> str:
    """Return the value in the manner of the number that was written."""
    amount = value * measure_of(bound.unit).size
    size, tail, decimals = number.size, _OF_ONE.sub(" ", number.tail), number.decimals
    if number.is_rough and number.kind == "share":
        size, tail, decimals = 0.01, "%", 0
    if is_currency(number.kind) and size == 1 and abs(amount) >= 1e9:
        size, tail = 1e9, f" billion{tail}"
    shown = amount / size
    if abs(round(shown, decimals) - shown) > NEAR / 5 * abs(shown):
        decimals = max(decimals, 2 - math.floor(math.log10(abs(shown))))
    sign = MINUS if shown < 0 else ""
    return f"{sign}{_SIGN.sub('', number.lead)}{abs(shown):,.{decimals}f}{tail}"


def _disagreement(text: str, bound: Bound, right: str) -> BindingError:
    return BindingError(
        f"“{text}” disagrees with {bound.target} = {bound.shown}; "
        f"write “{right}” or bind to another row"
    )
