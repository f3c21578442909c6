"""What explains the difference of one result between two cases: an amount for each change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from math import comb
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from rent_or_sell.answers.cases import require_single, values_of
from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import ModelInputError
from rent_or_sell.names import listed, require_kind, require_name, shown

if TYPE_CHECKING:
    import pandas as pd

    from rent_or_sell.answers.cases import Case

EXACT_UP_TO = 10  # changes: 1,024 cases

# Some changes: a row a case, a column a change; True where it has happened.
_Happened: TypeAlias = NDArray[np.bool_]


@dataclass(frozen=True, repr=False)
class Bridge:
    """The difference of one result between two cases, and what each change adds to it.

    Attributes
    ----------
    answer, unit
        The result and its unit.
    start, end
        The result in the two cases.
    steps
        What each changed parameter or group adds, the largest first; together they are the
        difference, `end - start`.
    exact
        Whether the amounts are means over all orders in which the changes can come; otherwise
        over one order and its reverse.

    Examples
    --------
    >>> from rent_or_sell import bridge
    >>> made = bridge("rack", "npv_rent", "base", {"attach_rate": 0.4, "rent_per_chip_hour": 1.6})
    >>> {name: round(amount, -3) for name, amount in made.steps.items()}
    {'rent_per_chip_hour': 1812000.0, 'attach_rate': 692000.0}
    >>> made.exact, made.unit
    (True, 'USD')
    """

    answer: str
    unit: str
    start: float
    end: float
    steps: Mapping[str, float]
    exact: bool

    def table(self) -> pd.DataFrame:
        """Return a row a step: its amount, and the result before and after it.

        The units stand in `attrs["units"]` by column.
        """
        import pandas as pd

        amounts = pd.Series(self.steps, dtype=float, name="amount").rename_axis("step")
        after = self.start + amounts.cumsum()
        table = pd.DataFrame({"amount": amounts, "before": after - amounts, "after": after})
        table.attrs["units"] = dict.fromkeys(table.columns, self.unit)
        return table

    def __repr__(self) -> str:
        """Say in a line from where to where it leads, and its largest steps."""
        largest = [f"{name} {_shown(amount, '+')}" for name, amount in list(self.steps.items())[:3]]
        more = [f"{len(self.steps) - 3} more"] if len(self.steps) > 3 else []
        steps = ", ".join(largest + more) or "nothing changed"
        way = f"{_shown(self.start)} to {_shown(self.end)} {self.unit}"
        return f"<Bridge of {self.answer}: {way}; {steps}{'' if self.exact else '; not exact'}>"


def bridge(
    model: Model,
    answer: str,
    a: Case,
    b: Case,
    groups: Mapping[str, Iterable[str]] | None = None,
) -> Bridge:
    """Return how each changed parameter, or group of them, leads a result from case `a` to `b`.

    The amounts are Shapley values: the mean of what a change adds, over all orders in which the
    changes can come. With more than ten changes it is the mean over the order of the parameter
    table and its reverse, and `exact` is False. A change that the result does not read is no step.

    Raises
    ------
    ModelError
        If the answer is no single result of the model, or not defined in one of the cases needed.
    ModelInputError
        If a name is unknown, a value is not one number within its hard limits, or the groups
        overlap.
    """
    require_single(model, answer)
    groups = {} if groups is None else groups
    require_kind("groups", groups, Mapping, "a mapping of labels to parameters", ModelInputError)
    ends = [values_of(model, case) for case in (a, b)]
    read = model.depends_on(answer)
    changed = [name for name in model.known if name in read and ends[0][name] != ends[1][name]]
    moves = _moves(model, changed, groups)
    exact = len(moves) <= EXACT_UP_TO
    happened = _all_subsets(len(moves)) if exact else _there_and_back(len(moves))
    results = _results(model, answer, ends, list(moves.values()), happened)
    undefined = np.flatnonzero(np.isnan(results))
    if undefined.size:
        place = _case_words(list(moves), happened[undefined[0]], (_said(a, "a"), _said(b, "b")))
        raise ModelError(f"{answer} is not defined {place}; there is no difference to explain.")
    amounts = _shapley(results, len(moves)) if exact else _mean_of_both(results)
    steps = dict(zip(moves, amounts.tolist(), strict=True))
    ordered = dict(sorted(steps.items(), key=lambda step: -abs(step[1])))
    start, end = _ends(results, happened)
    unit = model.quantity(answer).unit
    return Bridge(answer, unit, start, end, MappingProxyType(ordered), exact)


def _moves(
    model: Model, changed: list[str], groups: Mapping[str, Iterable[str]]
) -> dict[str, list[str]]:
    """Return what moves together, by label: the groups of what changed, and each other by name."""
    label_of: dict[str, str] = {}
    for label, names in groups.items():
        for name in listed(f"groups[{shown(label)}]", names, ModelInputError):
            what = f"a parameter (in the group {shown(label)})"
            require_name(name, model.known, what, ModelInputError)
            if label_of.setdefault(name, label) != label:
                both = f"{label_of[name]!r} and {label!r}"
                raise ModelInputError(f"{name} stands in the groups {both}; leave it in one.")
    moves: dict[str, list[str]] = {}
    for name in changed:
        if name in groups and label_of.get(name) != name:
            raise ModelInputError(f"the group {name!r} has a parameter's name; call it otherwise.")
        moves.setdefault(label_of.get(name, name), []).append(name)
    return moves


def _all_subsets(count: int) -> _Happened:
    """Return every set of changes; case number k has happened what the bits of k say."""
    cases = np.arange(2**count)[:, None]
    bits: _Happened = (cases >> np.arange(count)) % 2 == 1
    return bits


def _there_and_back(count: int) -> _Happened:
    """Return the cases on the way in the order of the changes, then in its reverse."""
    forward = np.tri(count + 1, count, -1, dtype=bool)
    return np.concatenate([forward, forward[:, ::-1]])


def _results(
    model: Model,
    answer: str,
    ends: list[dict[str, float]],
    moves: list[list[str]],
    happened: _Happened,
) -> NDArray[np.float64]:
    """Return the answer in every case, all in one evaluation."""
    a, b = ends
    fixed = {name: value for name, value in a.items() if name not in chain.from_iterable(moves)}
    moved = {
        name: np.where(column, b[name], a[name])
        for column, names in zip(happened.T, moves, strict=True)
        for name in names
    }
    result = model.evaluate(fixed | moved, [answer])[answer]
    return np.broadcast_to(np.asarray(result, dtype=np.float64), (len(happened),))


def _shapley(results: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Return the mean of what each change adds, over all orders, from the results of all sets."""
    cases = np.arange(2**count)
    sizes = _all_subsets(count).sum(axis=1)
    weight = np.array([1 / (count * comb(count - 1, size)) for size in range(count)])
    amounts = np.empty(count)
    for change in range(count):
        without = cases[(cases >> change) % 2 == 0]
        added = results[without | 1 << change] - results[without]
        amounts[change] = (weight[sizes[without]] * added).sum()
    return amounts


def _mean_of_both(results: NDArray[np.float64]) -> NDArray[np.float64]:
    forward, backward = np.split(results, 2)
    added: NDArray[np.float64] = (np.diff(forward) + np.diff(backward)[::-1]) / 2
    return added


def _ends(results: NDArray[np.float64], happened: _Happened) -> tuple[float, float]:
    """Return the result where nothing and where everything has happened."""
    total = happened.sum(axis=1)
    return float(results[total.argmin()]), float(results[total.argmax()])


def _shown(value: float, sign: str = "") -> str:
    return f"{float(f'{value:.4g}'):{sign},.10g}"


def _said(case: Case, otherwise: str) -> str:
    """Return how a message calls a case: a scenario's name, or the argument that brought it."""
    if case is None:
        return "base"
    return case if isinstance(case, str) else getattr(case, "name", None) or otherwise


def _case_words(labels: list[str], happened: _Happened, cases: tuple[str, str]) -> str:
    """Say which case it is: one of the two, or the first with some of the changes."""
    if not happened.any():
        return f"in {cases[0]!r}"
    if happened.all():
        return f"in {cases[1]!r}"
    moved = ", ".join(label for label, done in zip(labels, happened, strict=True) if done)
    return f"in {cases[0]!r} with what {cases[1]!r} has for {moved}"
