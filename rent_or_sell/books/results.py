"""What a book's models make of cases: results, tables and workbooks."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rent_or_sell.books.declared import Declared
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Scenario

if TYPE_CHECKING:
    import pandas as pd


class Results(Declared):
    """What a model makes of one case or of many."""

    def evaluate(
        self,
        model: str | Model,
        changes: Mapping[str, Any] | Scenario | pd.DataFrame | pd.Series | None = None,
        results: Collection[str] | None = None,
        **more: Any,
    ) -> dict[str, Any]:
        """Return the results of a model at the base case with changes over it.

        Parameters
        ----------
        model
            A model or its name.
        changes
            Parameter values by name: a mapping, a scenario, a pandas Series or a DataFrame (a row
            a case).
        results
            Names of the results to compute, such as `["npv_rent"]`; all by default.
        more
            Parameter values as keyword arguments.

        Returns
        -------
        dict
            A float for each result, a list with one value a year for a yearly one; arrays for
            array inputs, the year as first axis; Series (yearly: DataFrames) for pandas inputs,
            on their index. `nan` where a result is not defined.

        Raises
        ------
        ModelError
            If there is no such model, or no result of a name.
        ModelInputError
            If a name is unknown or a value is not a number within its hard limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> results = rent_or_sell.evaluate("rack", attach_rate=0.4)
        >>> round(results["price_floor_per_chip"], -2)
        23200.0
        """
        return self.model(model).evaluate(changes, results, **more)

    def table(self, model: str | Model, cases: Any = None) -> pd.DataFrame:
        """Return a model's results for many cases as a DataFrame: a row a case.

        Parameters
        ----------
        model
            A model or its name.
        cases
            A DataFrame of changes (its index is kept), a mapping of names to changes, or a list
            of changes; the book's scenarios by default.

        Returns
        -------
        pandas.DataFrame
            A column a result; a yearly one has a column a year, such as `sold[2027]`. The units
            stand in `attrs["units"]` by column. `cases.join(table)` puts a frame of changes beside
            its results.

        Raises
        ------
        ModelError
            If there is no such model.
        ModelInputError
            If the cases are none, a name is unknown or a value is not a number within its hard
            limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> cases = {"base": {}, "dear": {"parity_discount": 0.1}}
        >>> made = rent_or_sell.table("parity", cases)
        >>> made["discounted_price_per_chip"].round(-2).to_dict()
        {'base': 16800.0, 'dear': 25100.0}
        >>> made.attrs["units"]["discounted_price_per_chip"]
        'USD/chip'
        """
        return self.model(model).table(cases)

    def spreadsheet(
        self,
        model: str | Model,
        path: str | Path,
        changes: Mapping[str, Any] | Scenario | pd.Series | None = None,
        **more: Any,
    ) -> None:
        """Write a model as a workbook: inputs by name, and results as live formulas.

        The formulas are the equations in the author's names. The file holds no results: a program
        such as LibreOffice or Excel computes them when it opens it. What is not defined shows an
        error there.

        Parameters
        ----------
        model
            A model or its name.
        path
            The file to write, an `.xlsx`.
        changes, more
            Parameter values over the base case, one number each.

        Raises
        ------
        ModelError
            If there is no such model, or an equation cannot be written as a formula.
        ModelInputError
            If a name is unknown or a value is not one number within its hard limits.

        Examples
        --------
        >>> import tempfile
        >>> from pathlib import Path
        >>> import rent_or_sell
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder, "rack.xlsx")
        ...     rent_or_sell.spreadsheet("rack", file, attach_rate=0.4)
        ...     file.read_bytes()[:2]
        b'PK'
        """
        self.model(model).spreadsheet(path, changes, **more)
