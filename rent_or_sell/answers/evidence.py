"""What it would be worth to know an assumption before deciding: its expected value, in the payoff.

Whoever decides acts where that pays on average, and else does nothing. Knowing an assumption first,
they would act in some of its values and not in others: E[max(0, E[payoff | assumption])] less
max(0, E[payoff]), the expected value of partial perfect information. The draws are put into twelve
groups of equal width by the assumption's luck, and a group's mean stands for what one would expect
on knowing it: simple, never negative, and in trials nearer to a nested simulation than polynomials
of a regression, which swing about zero where the payoff is flat.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from rent_or_sell.answers.cases import require_single
from rent_or_sell.answers.draws import COUNT, Worlds, draw_worlds
from rent_or_sell.answers.luck import SEED, uniforms
from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.models import Model

if TYPE_CHECKING:
    import pandas as pd

    from rent_or_sell.answers.cases import Case

GROUPS = 12
IDLE = 32  # assumptions that nothing reads, as many as are compared: what chance alone would find


@dataclass(frozen=True, repr=False)
class EvidenceValue:
    """What each assumption would be worth to know before deciding, in the payoff's unit.

    Attributes
    ----------
    payoff, unit
        What acting brings; not acting brings nothing.
    mean
        The payoff of acting, on average over the draws.
    values
        By name of the draw (a parameter, or several that move together), the largest first.
    chance
        The largest value that chance finds for assumptions which nothing reads: no smaller value
        means anything.

    Examples
    --------
    >>> from rent_or_sell import evidence_value
    >>> found = evidence_value("rack", "gain_from_offer", {"sale_price_per_chip": 27_000})
    >>> found.table()["value"].round(-3).head(2).to_dict()
    {'displacement': 12000.0, 'rents': 0.0}
    """

    payoff: str
    unit: str
    mean: float
    values: Mapping[str, float]
    chance: float

    def table(self) -> pd.DataFrame:
        """Return a row a draw with its value; the unit stands in `attrs["units"]`."""
        import pandas as pd

        table = pd.Series(self.values, dtype=float, name="value").rename_axis("draw").to_frame()
        table.attrs["units"] = {"value": self.unit}
        return table

    def __repr__(self) -> str:
        """Say in a line what is worth knowing most."""
        most = ", ".join(f"{name} {value:,.4g}" for name, value in list(self.values.items())[:3])
        return f"<EvidenceValue of {self.payoff}, {self.unit}: {most}; chance {self.chance:,.4g}>"


def evidence_value(
    model: Model,
    payoff: str,
    changes: Case = None,
    count: int = COUNT,
    seed: int = SEED,
) -> EvidenceValue:
    """Return what knowing each drawn assumption would be worth before acting for the payoff.

    Raises
    ------
    ModelError
        If the payoff is no single result of the model, or not defined in some draw.
    ModelInputError
        If a name is unknown or a value is not one number within its hard limits.
    """
    require_single(model, payoff)
    worlds = draw_worlds(model, [payoff], changes, count, seed)
    values, chance = value_of_knowing(worlds, payoff, seed)
    paid = np.broadcast_to(worlds.values[payoff], (count,))
    if not np.isfinite(paid).all():
        raise ModelError(f"{payoff} is not defined in some draws; it has no mean to decide by.")
    ordered = dict(sorted(values.items(), key=lambda one: -one[1]))
    return EvidenceValue(payoff, model.quantity(payoff).unit, float(paid.mean()), ordered, chance)


def value_of_knowing(
    worlds: Worlds, payoff: str, seed: int = SEED
) -> tuple[dict[str, float], float]:
    """Return by stream what knowing it is worth, and what chance finds in streams of nothing."""
    paid = np.broadcast_to(worlds.values[payoff], (worlds.count,))

    def worth(stream: str) -> float:
        return _worth(paid, uniforms(stream, worlds.count, seed))

    return (
        {stream: worth(stream) for stream in worlds.streams},
        max(worth(f"idle {number}") for number in range(IDLE)),
    )


def _worth(paid: NDArray[np.float64], luck: NDArray[np.float64]) -> float:
    groups = (luck * GROUPS).astype(np.intp)
    totals = np.bincount(groups, weights=paid, minlength=GROUPS)
    return float((np.maximum(totals, 0).sum() - max(totals.sum(), 0.0)) / paid.size)
