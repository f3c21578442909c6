"""What would turn an answer of a book's models, assumption by assumption."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from rent_or_sell.books.declared import Declared
from rent_or_sell.model.models import Model

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from rent_or_sell.answers.cases import Case
    from rent_or_sell.answers.flips import Numbers


class Turns(Declared):
    """What changes an answer when one assumption moves."""

    def flip_points(
        self, model: str | Model, answer: str, changes: Case = None, level: float = 0.0
    ) -> pd.DataFrame:
        """Return what would change an answer: for each parameter the nearest value that flips it.

        A parameter moves between its hard limits, the others stay as they are. Its curve may turn
        or be undefined in places: a gap or a pole is no flip, a leap from one side to the other
        is. What the curve does between two of some hundred samples, at most a thirty-second of
        the range or of the way from it to a limit apart, and undoes before the next one, is not seen.

        Parameters
        ----------
        model
            A model or its name.
        answer
            One of its single results.
        changes
            The case to start from: a scenario or its name, changes by name, or None for the base
            case.
        level
            What the answer is to cross, in its own unit: 0 where it changes sign.

        Returns
        -------
        pandas.DataFrame
            A row for each parameter that the answer reads, what flips first on top: its value
            `now`, the value `flip` at which the answer is across (`nan`: never), its range from
            `low` to `high`, and the `distance` from `now` to `flip` in units of that range. The
            unit of each row stands in `attrs["units"]`, by parameter.

        Raises
        ------
        ModelError
            If there is no such model, or the answer is no single result of it.
        ModelInputError
            If a name is unknown or a value is not one number within its hard limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> flips = rent_or_sell.flip_points("rack", "gain_from_selling")
        >>> flips[["now", "flip", "distance"]].head(3).round(2)
                                 now      flip  distance
        parameter
        rent_per_chip_hour       1.2      1.26      0.04
        sale_price_per_chip  22000.0  21096.97      0.06
        displacement             0.5      0.59      0.10
        >>> flips.index[flips["flip"].isna()].tolist()[:3]
        ['chips', 'golive_lag', 'attach_kept']
        """
        from rent_or_sell.answers.flips import flip_points

        return flip_points(self.model(model), answer, changes, level)

    @overload
    def solve(
        self, model: str | Model, answer: str, value: float, parameter: str, changes: Case = None
    ) -> float: ...
    @overload
    def solve(
        self, model: str | Model, answer: str, value: Numbers, parameter: str, changes: Case = None
    ) -> NDArray[np.float64]: ...
    def solve(
        self,
        model: str | Model,
        answer: str,
        value: float | Numbers,
        parameter: str,
        changes: Case = None,
    ) -> float | NDArray[np.float64]:
        """Return the value of a parameter, nearest to its own, that gives the answer you want.

        Parameters
        ----------
        model
            A model or its name.
        answer
            One of its single results.
        value
            What it is to be, in its own unit: a number, or an array of them.
        parameter
            The parameter that moves, within its hard limits.
        changes
            The case in which the others stay: a scenario or its name, changes by name, or None
            for the base case.

        Returns
        -------
        float or numpy.ndarray
            In the parameter's unit, an array for an array; `nan` if no value within its hard
            limits gives the answer. It is found as closely as in `flip_points`.

        Raises
        ------
        ModelError
            If there is no such model, or the answer is no single result of it.
        ModelInputError
            If a name is unknown, the wanted value is not a number, or a value is not one number
            within its hard limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> price = rent_or_sell.solve("rack", "gain_from_selling", 1e6, "sale_price_per_chip")
        >>> round(price, -2)
        28200.0
        >>> gains = [-1e6, 0, 1e6]
        >>> rent_or_sell.solve("rack", "gain_from_selling", gains, "displacement").round(2)
        array([ nan, 0.59,  nan])
        """
        from rent_or_sell.answers.flips import solve

        return solve(self.model(model), answer, value, parameter, changes)

    def tornado(self, model: str | Model, answer: str, changes: Case = None) -> pd.DataFrame:
        """Return how much an answer hangs on each parameter: at its low and at its high.

        Parameters
        ----------
        model
            A model or its name.
        answer
            One of its single results.
        changes
            The case in which the others stay: a scenario or its name, changes by name, or None
            for the base case.

        Returns
        -------
        pandas.DataFrame
            A row for each parameter that the answer reads, the widest on top: its range from `low`
            to `high`, the answer `at_low` and `at_high`, their `spread`, and whether it `crosses`
            zero between them. Where an end is not defined, so is the spread: such rows come last.
            The unit of `low` and `high` stands in `attrs["units"]`, by parameter, the answer's in
            `attrs["answer_unit"]`.

        Raises
        ------
        ModelError
            If there is no such model, or the answer is no single result of it.
        ModelInputError
            If a name is unknown or a value is not one number within its hard limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> made = rent_or_sell.tornado("rack", "gain_from_selling")
        >>> made[["at_low", "at_high", "crosses"]].head(2).round(-3)
                               at_low    at_high  crosses
        parameter
        rent_per_chip_hour   984000.0 -2013000.0     True
        sale_price_per_chip -579000.0  1541000.0     True

        References
        ----------
        Eschenbach, T. G. (1992), Spiderplots versus tornado diagrams for sensitivity analysis,
        Interfaces 22(6).
        """
        from rent_or_sell.answers.tornado import tornado

        return tornado(self.model(model), answer, changes)
