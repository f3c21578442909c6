"""The four models of the book, each a set of equations that can be read, run and replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import ModuleType
from typing import TYPE_CHECKING, Any

import numpy as np

from rent_or_sell.model import graph
from rent_or_sell.model.graph import Equation, ModelError, Quantity
from rent_or_sell.model.parameters import load_parameters, unknown_name
from rent_or_sell.trainium.equations import fleet, market, parity, rack

if TYPE_CHECKING:
    import sympy


@dataclass(frozen=True)
class Model:
    """Equations and the names of those that are its results.

    The results are the equations of its own module; what it reads from another one (the fleet
    reads the rack's values) is among its equations only.
    """

    name: str
    title: str
    equations: Mapping[str, Quantity]
    results: tuple[str, ...]

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """The model's results, each after all that it reads."""
        return tuple(q for name, q in self.equations.items() if name in self.results)

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """Names of the parameters that the equations read, in the table's order."""
        read = {name for quantity in self.equations.values() for name in quantity.reads}
        return tuple(name for name in load_parameters() if name in read)

    def evaluate(self, changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """Return every result at the base case with `changes` over it.

        Parameters
        ----------
        changes
            Parameter values by name; arrays broadcast together.

        Returns
        -------
        dict
            A float for each result, a list of six (2026 to 2031) for a yearly one; arrays for
            array inputs, the year as first axis. `nan` where a result is not defined.

        Raises
        ------
        ModelInputError
            If a name is unknown or a value is not a number within its hard limits.
        """
        values = graph.evaluate(self.equations, changes or {})
        scalar = all(np.ndim(value) == 0 for value in (changes or {}).values())
        return {q.name: _plain(values[q.name], scalar) for q in self.quantities}

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
            if name not in replaced:
                raise ModelError(unknown_name(name, replaced, f"a quantity of {self.name}"))
            replaced[name] = graph.describe(name, function, instead_of=replaced[name])
        return Model(self.name, self.title, graph.order(replaced), self.results)

    def expression(self, name: str) -> sympy.Expr:
        """Return a quantity's right-hand side as the author wrote it, as a SymPy expression."""
        from rent_or_sell.model.symbolic import trace

        return trace(self._quantity(name))

    def latex(self, name: str) -> str:
        """Return a quantity's formula, "name = right-hand side", as LaTeX."""
        from rent_or_sell.model.formula import latex

        return latex(self._quantity(name), self.equations)

    def javascript(self) -> str:
        """Return the model as a JavaScript expression: operators → parameters → results."""
        from rent_or_sell.model.javascript import javascript

        return javascript(self.equations, self.parameters, self.results)

    def _quantity(self, name: str) -> Quantity:
        if name not in self.equations:
            raise ModelError(unknown_name(name, self.equations, f"a quantity of {self.name}"))
        return self.equations[name]


def _plain(value: Any, scalar: bool) -> Any:
    return np.asarray(value).tolist() if scalar else value


@cache
def load_models() -> Mapping[str, Model]:
    """Return the book's models by name: rack, fleet, market and parity."""
    return {
        "rack": _model("rack", "One rack, two lives", rack),
        "fleet": _model("fleet", "Where displacement comes from", fleet, rack),
        "market": _model("market", "What the two run rates say", market),
        "parity": _model("parity", "What price would match Nvidia's", parity),
    }


def load_model(name: str) -> Model:
    """Return a model by name, or raise `ModelError` with the nearest name."""
    models = load_models()
    if name not in models:
        raise ModelError(unknown_name(name, models, "a model"))
    return models[name]


def _model(name: str, title: str, module: ModuleType, reads: ModuleType | None = None) -> Model:
    own = graph.equations_of(module)
    borrowed = graph.equations_of(reads) if reads else {}
    return Model(name, title, graph.order(_needed(own, borrowed) | own), tuple(own))


def _needed(own: Mapping[str, Quantity], borrowed: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """Return the borrowed quantities that the own ones read, directly or not."""
    needed: dict[str, Quantity] = {}
    waiting = [name for quantity in own.values() for name in quantity.reads]
    while waiting:
        name = waiting.pop()
        if name in borrowed and name not in needed:
            needed[name] = borrowed[name]
            waiting.extend(borrowed[name].reads)
    return needed
