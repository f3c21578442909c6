"""Why two cases differ in a result, and what would settle it."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

from rent_or_sell.answers import settle
from rent_or_sell.answers.bridge import Bridge, bridge
from rent_or_sell.answers.cases import values_of
from rent_or_sell.answers.settle import Change
from rent_or_sell.model.models import Model

if TYPE_CHECKING:
    from rent_or_sell.answers.cases import Case


@dataclass(frozen=True, repr=False)
class Comparison:
    """What two cases make of one result, why they differ, and what would settle it.

    Attributes
    ----------
    bridge
        What explains the difference: both answers (`start`, `end`) and an amount for each
        assumption.
    one, two
        The smallest change of one assumption, and of two, that gives case `a` the sign that the
        answer has in case `b`: above zero, or not. Only assumptions on which the two cases disagree
        move: a decision, such as the price asked, settles nothing. None
        where the answers agree, where no change does it, and where a second assumption makes it no
        smaller.
    unknown
        The assumption most worth finding out, which is no decision: the largest step of the
        bridge. None if there is no such step.

    Examples
    --------
    >>> from rent_or_sell import compare
    >>> made = compare("rack", "gain_from_selling", "base", "chips_scarce")
    >>> made
    <Comparison of gain_from_selling: the cases disagree; most comes from displacement>
    """

    bridge: Bridge
    one: Change | None
    two: Change | None
    unknown: str | None

    @property
    def agree(self) -> bool:
        """Whether the answer is above zero in both cases, or in neither."""
        return (self.bridge.start > 0) == (self.bridge.end > 0)

    def __repr__(self) -> str:
        """Say in a line whether the cases agree, and what most of the difference comes from."""
        how = "agree" if self.agree else "disagree"
        cause = next(iter(self.bridge.steps), None)
        most = f"most comes from {cause}" if cause else "nothing differs"
        return f"<Comparison of {self.bridge.answer}: the cases {how}; {most}>"


def compare(model: Model, answer: str, a: Case, b: Case) -> Comparison:
    """Return why a result differs between two cases, and what would make it agree.

    A decision, which is never drawn (`Parameter.draw`), is no unknown that could be found out.

    Raises
    ------
    ModelError, ModelInputError
        As `bridge` does.
    """
    made = bridge(model, answer, a, b)
    unknown = next((name for name in made.steps if model.known[name].draw), None)
    if (made.start > 0) == (made.end > 0):
        return Comparison(made, None, None, unknown)
    room = settle.room(
        model, answer, values_of(model, a), values_of(model, b), positive=made.end > 0
    )
    names = [name for name, one in model.known.items() if name in made.steps and one.draw]
    one = settle.change_one(room, names)
    two = settle.change_two(room, names, one.ranges if one else inf)
    return Comparison(made, one, two, unknown)
