"""Many assumed worlds of a model: every assumption drawn from its range, and what then comes out.

An assumption is drawn from the triangular distribution between its low and its high with the mode
at the case's own value; one whose value lies outside its range is held there, and decisions are
never drawn (`Parameter.draw`). The ranges are the authors' judgement, and so are the odds: shares
of assumed worlds, not probabilities of the real one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from rent_or_sell.answers.cases import values_of
from rent_or_sell.answers.conditions import Condition, hold
from rent_or_sell.answers.luck import SEED, uniforms
from rent_or_sell.model import frames
from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import ModelInputError
from rent_or_sell.names import listed, require_kind, require_name, require_whole

if TYPE_CHECKING:
    import pandas as pd

    from rent_or_sell.answers.cases import Case

COUNT = 10_000
MOST = 10_000_000  # draws that a machine's memory holds
PERCENTILES = (0.05, 0.5, 0.95)


@dataclass(frozen=True)
class Worlds:
    """Draws of a model: which streams were drawn, and values by name, one for all or one a draw."""

    count: int
    streams: Mapping[str, tuple[str, ...]]
    values: Mapping[str, Any]

    def share(self, conditions: Iterable[Condition]) -> float:
        """Return the share of the draws in which all conditions hold."""
        return float(np.mean(np.broadcast_to(hold(conditions, self.values), (self.count,))))

    def percentiles(
        self, name: str, shares: Sequence[float] = PERCENTILES, among: Any = True
    ) -> list[float]:
        """Return percentiles of a result over the draws in which it is defined; `nan` if in none.

        `among` says of each draw whether it counts. `undefined` says how many are left out.
        """
        column = self._column(name, among)
        defined = column[np.isfinite(column)]
        if not defined.size:
            return [float("nan")] * len(shares)
        return [float(one) for one in np.quantile(defined, shares)]

    def undefined(self, name: str, among: Any = True) -> float:
        """Return the share of the draws that count in which a result is not defined."""
        column = self._column(name, among)
        return float(np.mean(~np.isfinite(column))) if column.size else 0.0

    def _column(self, name: str, among: Any) -> NDArray[np.float64]:
        """Return a result's values in the draws that count."""
        counts = np.broadcast_to(among, (self.count,))
        return np.asarray(np.broadcast_to(self.values[name], (self.count,))[counts])


def draw_worlds(
    model: Model,
    results: Collection[str],
    changes: Case = None,
    count: int = COUNT,
    seed: int = SEED,
    independent: bool = False,
) -> Worlds:
    """Return draws of what the named results read, and these results.

    With `independent` each parameter has a luck of its own, shared ones too.
    """
    values = values_of(model, changes)
    require_whole("count", count, ModelInputError, 1, MOST)
    require_whole("seed", seed, ModelInputError, 0)
    streams = _streams(model, results, values, independent)
    drawn = _drawn(model, streams, values, count, seed)
    return Worlds(count, streams, values | drawn | model.evaluate(values | drawn, results))


def draws(
    model: Model,
    results: Collection[str] | None = None,
    changes: Case = None,
    count: int = COUNT,
    seed: int = SEED,
    independent: bool = False,
) -> pd.DataFrame:
    """Return a row a draw: the drawn parameters, and results.

    Raises
    ------
    ModelError
        If there is no result of a name.
    ModelInputError
        If a name is unknown or a value is not one number within its hard limits.
    """
    import pandas as pd

    asked = listed("results", model.headlines if results is None else results, ModelError)
    for name in asked:
        require_name(name, model.results, f"a result of {model.name}", ModelError)
    wanted = tuple(dict.fromkeys(asked))
    require_kind("independent", independent, (bool, np.bool_), "True or False", ModelInputError)
    require_whole("count", count, ModelInputError, 1, MOST)
    require_whole("seed", seed, ModelInputError, 0)
    values = values_of(model, changes)
    drawn = _drawn(model, _streams(model, wanted, values, independent), values, count, seed)
    order = [name for name in model.known if name in drawn]
    table = pd.DataFrame({name: drawn[name] for name in order}, index=range(count))
    held = {name: value for name, value in values.items() if name not in drawn}
    found = model.evaluate(table.assign(**held), wanted)
    quantities = [model.quantity(name) for name in wanted]
    shown = frames.as_table(found, quantities, table.index, model.years)
    units = {name: model.known[name].unit for name in order} | shown.attrs["units"]
    table = table.join(shown)
    missing = shown.isna().sum()
    table.attrs["units"] = units
    table.attrs["undefined"] = {str(name): int(n) for name, n in missing.items() if n}
    return table


def triangular(
    luck: NDArray[np.float64], low: float, mode: float, high: float
) -> NDArray[np.float64]:
    """Return the values below which a triangular distribution has the given shares."""
    rising = low + np.sqrt(luck * ((high - low) * (mode - low)))
    falling = high - np.sqrt((1 - luck) * ((high - low) * (high - mode)))
    return np.where(luck * (high - low) < mode - low, rising, falling)


def _drawn(
    model: Model,
    streams: Mapping[str, tuple[str, ...]],
    values: Mapping[str, float],
    count: int,
    seed: int,
) -> dict[str, NDArray[np.float64]]:
    """Return the drawn values of every parameter of the streams."""
    drawn = {}
    for stream, names in streams.items():
        luck = uniforms(stream, count, seed)
        for name in names:
            range_ = model.known[name]
            drawn[name] = triangular(luck, range_.low, values[name], range_.high)
    return drawn


def _streams(
    model: Model, results: Collection[str], values: Mapping[str, float], independent: bool
) -> dict[str, tuple[str, ...]]:
    """Return by stream the parameters drawn with it: what the results read and nothing holds."""
    read = {name for result in results for name in model.depends_on(result)}
    streams: dict[str, tuple[str, ...]] = {}
    for name, parameter in model.parameters.items():
        if name in read and parameter.draw and parameter.low <= values[name] <= parameter.high:
            stream = name if independent else parameter.draw
            streams[stream] = (*streams.get(stream, ()), name)
    return streams
