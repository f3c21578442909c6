"""A model: equations, the parameters they read and the years they count, run and replaced."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np

from rent_or_sell.model import frames, graph, introduction
from rent_or_sell.model.graph import Equation, ModelError, Quantity
from rent_or_sell.model.parameters import (
    ModelInputError,
    Parameter,
    Scenario,
    base_values,
    one_case,
)
from rent_or_sell.model.years import Years
from rent_or_sell.names import listed, near, require_name, shown

if TYPE_CHECKING:
    import pandas as pd
    import sympy


@dataclass(frozen=True, eq=False, repr=False)
class Model:
    """Equations, the names of those that are its results, and what they are computed from.

    The results are the equations of its own module; what it reads from another one is among its
    equations only. `known` holds every parameter that an equation of it may read.

    Examples
    --------
    >>> from rent_or_sell import rack
    >>> gain = rack.evaluate(attach_rate=[0.2, 0.4])["gain_from_selling"]
    >>> gain.round(-3).tolist()
    [128000.0, -169000.0]
    >>> def pv_attached(attach_rate, pv_compute):
    ...     return attach_rate / (1 + attach_rate) * pv_compute
    >>> round(rack.replace(pv_attached=pv_attached).evaluate()["pv_attached"], -3)
    823000.0
    """

    name: str
    title: str
    equations: Mapping[str, Quantity]
    results: tuple[str, ...]
    headlines: tuple[str, ...]
    known: Mapping[str, Parameter]
    scenarios: Mapping[str, Scenario]
    years: Years
    edition: str = ""

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The model's results, each after all that it reads."""
        return tuple(q for name, q in self.equations.items() if name in self.results)

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """The parameters that the equations read, by name, in the table's order."""
        read = {name for quantity in self.equations.values() for name in quantity.reads}
        return MappingProxyType({name: p for name, p in self.known.items() if name in read})

    @cached_property
    def presets(self) -> Mapping[str, Mapping[str, float]]:
        """Each preset's changes that the model reads, by name, the base case first.

        A scenario that moves no result of the model is left out: its button would do nothing.
        """
        read = {
            scenario.name: {k: v for k, v in scenario.changes.items() if k in self.parameters}
            for scenario in self.scenarios.values()
            if scenario.is_preset
        }
        base = self.evaluate()
        return MappingProxyType(
            {
                name: changes
                for name, changes in read.items()
                if name == "base" or _differ(self.evaluate(changes), base)
            }
        )

    def evaluate(
        self,
        changes: Mapping[str, Any] | Scenario | pd.DataFrame | pd.Series | None = None,
        results: Collection[str] | None = None,
        **more: Any,
    ) -> dict[str, Any]:
        """Return the results at the base case with changes over it.

        Parameters
        ----------
        changes
            Parameter values by name: a mapping, a scenario, a pandas Series (name → value) or a
            DataFrame (a column a parameter, a row a case). Numbers, arrays that broadcast
            together, or Series of one index. They may name what only another model reads, if
            they also name what this one does; a scenario need not.
        results
            Names of the results to compute, such as `["npv_rent"]`; all by default.
        more
            Parameter values as keyword arguments, such as `attach_rate=0.4`; they come last.

        Returns
        -------
        dict
            A float for each result, a list with one value a year for a yearly one; arrays for
            array inputs, the year as first axis; for pandas inputs a Series, or for a yearly
            result a DataFrame with a column a year, on their index. `nan` where a result is not
            defined.

        Raises
        ------
        ModelError
            If there is no result of a name.
        ModelInputError
            If a name is unknown or doubled, a value is not a number within its hard limits, the
            indices of two Series differ, or the model does not read a keyword argument, or
            nothing of the changes.
        """
        results = [quantity.name for quantity in self.quantities] if results is None else results
        wanted = listed("results", results, ModelError)
        for name in wanted:
            require_name(name, self.results, f"a result of {self.name}", ModelError)
        given, index = frames.as_changes(changes, more)
        self._require_read(more)
        if not isinstance(changes, Scenario):
            self.require_effect(given)
        values = graph.evaluate(self.equations, given, self.known, self.years, wanted)
        return {
            name: frames.as_given(value, self.equations[name], given, index, self.years)
            for name, value in values.items()
        }

    def _require_read(self, names: Iterable[str]) -> None:
        for name in names:
            if name in self.known and name not in self.parameters:
                hint = near(name, self.parameters)
                raise ModelInputError(
                    f"{name} is a parameter that {self.name} does not read, so that nothing would "
                    f"change; {hint and hint + ' '}it reads {', '.join(self.parameters)}."
                )

    def require_effect(self, names: Collection[str]) -> None:
        """Refuse to change parameters none of which the model reads, with the nearest that it does.

        A scenario is a world for all models, and may well move others only: it is not asked.
        """
        if not any(name in self.parameters for name in names):
            self._require_read(names)

    def table(self, cases: Any = None) -> pd.DataFrame:
        """Return the results of many cases as a DataFrame: a row a case, a column a result.

        Parameters
        ----------
        cases
            A DataFrame of changes (its index is kept), a mapping of names to changes (they become
            the index), or a list of changes; the model's scenarios by default.

        Returns
        -------
        pandas.DataFrame
            A yearly result has a column a year, named like `sold[2027]`. The unit of every column
            stands in `attrs["units"]`.

        Raises
        ------
        ModelInputError
            If a name is unknown or a value is not a number within its hard limits.
        """
        if cases is None:
            cases = {
                name: {k: v for k, v in scenario.changes.items() if k in self.parameters}
                for name, scenario in self.scenarios.items()
            }
        changes = frames.as_cases(cases, self.known)
        return frames.as_table(self.evaluate(changes), self.quantities, changes.index, self.years)

    def replace(self, **functions: Equation) -> Model:
        """Return a new model in which each named quantity is computed by the given function.

        Raises
        ------
        ModelError
            If a name is not a quantity of the model, a function reads an unknown name, or the
            equations then read each other in a circle.
        """
        replaced = dict(self.equations)
        for name, function in functions.items():
            require_name(name, replaced, f"a quantity of {self.name}", ModelError)
            replaced[name] = graph.describe(name, function, instead_of=replaced[name])
        equations = MappingProxyType(graph.order(replaced, self.known))
        fields = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return Model(**fields | {"equations": equations})

    def expression(self, name: str) -> sympy.Expr:
        """Return a quantity's right-hand side as the author wrote it, as a SymPy expression."""
        from rent_or_sell.model.symbolic import trace

        return trace(self.quantity(name))

    def latex(self, name: str) -> str:
        """Return a quantity's formula, "name = right-hand side", as LaTeX."""
        from rent_or_sell.model.formula import latex

        return latex(self.quantity(name), self.equations, self.known)

    def javascript(self) -> str:
        """Return the model as a JavaScript expression: an object that the browser can run."""
        from rent_or_sell.model.javascript import javascript

        return javascript(self.equations, self.parameters, self.results, self.years.count)

    def spreadsheet(
        self,
        path: str | Path,
        changes: Mapping[str, Any] | Scenario | pd.Series | None = None,
        **more: Any,
    ) -> None:
        """Write the model as a workbook (.xlsx): inputs by name, results as live formulas.

        A name that a spreadsheet reads as a cell gets an underscore (`MW1_`). What is not defined
        shows an error. The workbook holds no results; the program that opens it computes them.

        Parameters
        ----------
        path
            The file to write.
        changes, more
            Parameter values over the base case, one number each.

        Raises
        ------
        ModelInputError
            If a name is unknown or a value is not one number within its hard limits.
        ModelError
            If an equation cannot be written as a formula.
        """
        from rent_or_sell.model.spreadsheet import workbook

        given, _ = frames.as_changes(changes, more)
        self._require_read(more)
        if not isinstance(changes, Scenario):
            self.require_effect(given)
        values = one_case(given, self.known)
        if not isinstance(path, (str, Path)) or not str(path) or "\0" in str(path):
            raise ModelInputError(
                f"path = {shown(path)} names no file; give one, as text or a Path."
            )
        content = workbook(self, base_values(self.known) | values)
        try:
            Path(path).write_bytes(content)
        except OSError as error:
            raise ModelInputError(
                f"path = {shown(path)} cannot be written ({error.strerror}); "
                "give a file in a folder that there is."
            ) from None

    def quantity(self, name: str) -> Quantity:
        """Return a quantity by name, or raise `ModelError` with the nearest name."""
        require_name(name, self.equations, f"a quantity of {self.name}", ModelError)
        return self.equations[name]

    def depends_on(self, name: str) -> frozenset[str]:
        """Return every parameter that a quantity reads, directly or not."""
        name = self.quantity(name).name
        read = {one for each in graph.needed(self.equations, [name]).values() for one in each.reads}
        return frozenset(read & set(self.parameters))

    def __repr__(self) -> str:
        """Say in a line what the model is and what it gives in the base case."""
        return introduction.in_a_line(self)

    def _repr_html_(self) -> str:
        """Show title, counts and headline results in a notebook."""
        return introduction.as_html(self)


def _differ(results: Mapping[str, Any], others: Mapping[str, Any]) -> bool:
    return not all(np.array_equal(results[name], others[name], equal_nan=True) for name in others)
