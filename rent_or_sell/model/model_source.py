"""What an author writes of a model, and the model that it makes over a table of parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType, ModuleType, NoneType

from rent_or_sell.model import graph
from rent_or_sell.model.graph import ModelError, Quantity
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Parameter, Scenario
from rent_or_sell.model.years import Years
from rent_or_sell.names import require_all, require_kind, require_name


@dataclass(frozen=True)
class ModelSource:
    """What an author writes of a model: its name, its title and the module of its equations.

    The results are the functions of `module`; what they read of `reads`, another model's module,
    is computed too, and the results of it that `shows` names belong to this model as well.
    `headlines` are the results that a short description of the model shows.

    Examples
    --------
    >>> from rent_or_sell import ModelSource
    >>> from rent_or_sell.book import BOOK
    >>> from rent_or_sell.trainium.equations import parity
    >>> source = ModelSource("parity", "Price for price", parity)
    >>> parameters, scenarios = BOOK.load_parameters(), BOOK.load_scenarios()
    >>> source.model(parameters, scenarios, BOOK.years)
    <Model parity: Price for price; 5 parameters, 5 results>
    """

    name: str
    title: str
    module: ModuleType
    reads: ModuleType | None = None
    shows: tuple[str, ...] = ()
    headlines: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no model can be made of."""
        for name in ("name", "title"):
            require_kind(name, getattr(self, name), str, "a text", ModelError)
        require_kind("module", self.module, ModuleType, "a module of equations", ModelError)
        reads = (ModuleType, NoneType)
        require_kind("reads", self.reads, reads, "a module of equations, or None", ModelError)
        for name in ("shows", "headlines"):
            require_all(name, getattr(self, name), str, "a name of a result", ModelError)

    def model(
        self,
        parameters: Mapping[str, Parameter],
        scenarios: Mapping[str, Scenario],
        years: Years,
        edition: str = "",
    ) -> Model:
        """Return the model over a table of parameters, its scenarios and its years.

        Raises
        ------
        ModelError
            If an equation names no unit, has a parameter's name, reads an unknown name or reads
            itself in a circle, a headline is no single result, or `shows` names no result of
            `reads`.
        """
        own = graph.equations_of(self.module)
        single = [name for name, quantity in own.items() if not quantity.yearly]
        for name in self.headlines:
            what = f"a single result of {self.name}, as a headline must be"
            require_name(name, single, what, ModelError)
        others = graph.equations_of(self.reads) if self.reads else {}
        for name in self.shows:
            require_name(name, others, f"a result that {self.name} can show", ModelError)
        borrowed = _needed(own, others) | graph.needed(others, self.shows)
        return Model(
            self.name,
            self.title,
            MappingProxyType(graph.order(borrowed | own, parameters)),
            (*own, *self.shows),
            self.headlines,
            parameters,
            scenarios,
            years,
            edition,
        )


def _needed(own: Mapping[str, Quantity], borrowed: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """Return the borrowed quantities that the own ones read, directly or not."""
    read = (name for quantity in own.values() for name in quantity.reads)
    return graph.needed(borrowed, [name for name in read if name in borrowed])
