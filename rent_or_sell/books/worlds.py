"""Many assumed worlds of a book's models, and what it would be worth to know which is ours."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from rent_or_sell.answers.luck import SEED
from rent_or_sell.books.declared import Declared
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Scenario

if TYPE_CHECKING:
    import pandas as pd

    from rent_or_sell.answers.evidence import EvidenceValue


class Worlds(Declared):
    """How sure an answer is, over the ranges of what it assumes."""

    def draws(
        self,
        model: str | Model,
        results: Collection[str] | None = None,
        changes: Mapping[str, float] | Scenario | None = None,
        count: int = 10_000,
        seed: int = SEED,
        independent: bool = False,
    ) -> pd.DataFrame:
        """Return many assumed worlds as a DataFrame: a row a draw.

        Each assumption is drawn from the triangular distribution over its range, with the mode at
        the case's own value; one that lies outside its range is held there. Decisions, and what
        says which buyer it is, are never drawn; some move together (`Parameter.draw`). The ranges
        are the authors' judgement, so that a share of the draws is a share of assumed worlds and
        no probability of the real one.

        Parameters
        ----------
        model
            A model or its name.
        results
            Names of the results to compute; the model's headlines by default. Only what they read
            is drawn.
        changes
            Parameter values over the base case.
        count
            How many draws.
        seed
            Another one gives other draws. An assumption has the same luck in every model.
        independent
            Whether those that move together are drawn each by itself instead.

        Returns
        -------
        pandas.DataFrame
            A column a drawn parameter, then a column a result; a yearly one has a column a year,
            such as `sold[2027]`. The units stand in `attrs["units"]` by column. `quantile` and
            comparisons of columns give ranges and odds. A result is `nan` in a world in which it
            is not defined: `quantile` and `mean` leave that world out, and no comparison holds in
            it. `attrs["undefined"]` says by column how many worlds these are, where there are any.

        Raises
        ------
        ModelError
            If there is no such model, or no result of a name.
        ModelInputError
            If a name is unknown or a value is not one number within its hard limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> worlds = rent_or_sell.draws("rack")
        >>> deal = worlds["price_ceiling_per_chip"] > worlds["price_floor_per_chip"]
        >>> round(float(deal.mean()), 2)
        0.32
        >>> worlds["price_floor_per_chip"].quantile([0.05, 0.95]).round(-2).tolist()
        [16000.0, 35900.0]

        References
        ----------
        Salmon, J. K. et al. (2011), Parallel random numbers: as easy as 1, 2, 3, SC '11: why a
        draw's luck is a function of its name and number. The function is FNV-1a and the finalizer
        of MurmurHash3.
        """
        from rent_or_sell.answers.draws import draws

        return draws(self.model(model), results, changes, count, seed, independent)

    def evidence_value(
        self,
        model: str | Model,
        payoff: str,
        changes: Mapping[str, float] | Scenario | None = None,
        count: int = 10_000,
        seed: int = SEED,
    ) -> EvidenceValue:
        """Return what each assumption would be worth to know before acting for a payoff.

        Acting brings the payoff, not acting brings nothing. Without more evidence one acts where
        the payoff is above zero on average; who knew an assumption would act in some of its values
        and not in others. The difference is the expected value of partial perfect information,
        from the same draws as `draws`: a limit to what evidence can be worth.

        Parameters
        ----------
        model
            A model or its name.
        payoff
            One of its single results, such as `gain_from_offer` of the rack.
        changes
            Parameter values over the base case.
        count, seed
            How many draws, and which.

        Returns
        -------
        EvidenceValue
            `values` by assumption, or by the name of those that move together, the largest first,
            in the payoff's unit; `mean`, the payoff on average; `chance`, below which a value
            means nothing. `table()` is a row an assumption.

        Raises
        ------
        ModelError
            If the payoff is no single result of the model, or not defined in some draw.
        ModelInputError
            If a name is unknown or a value is not one number within its hard limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> found = rent_or_sell.evidence_value("rack", "gain_from_offer")
        >>> round(found.mean, -4)
        -320000.0
        >>> next(iter(found.values))
        'displacement'

        References
        ----------
        Strong, M. and Oakley, J. E. (2013), An efficient method for computing single-parameter
        partial expected value of perfect information, Medical Decision Making 33(6).
        """
        from rent_or_sell.answers.evidence import evidence_value

        return evidence_value(self.model(model), payoff, changes, count, seed)
