"""A book as its subject declares it: data, years, models and views, read when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from rent_or_sell.explorer.edition import FIRST, Edition, edition_name
from rent_or_sell.explorer.view import View
from rent_or_sell.facts.addresses import Fact, look_up, look_up_rows
from rent_or_sell.facts.files import edited_at
from rent_or_sell.facts.tables import Facts
from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.model_source import ModelSource
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import (
    ASSUMPTION_FILES,
    Parameter,
    Scenario,
    load_parameters,
    load_scenarios,
)
from rent_or_sell.model.years import Years
from rent_or_sell.names import require_all, require_kind, require_name

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, eq=False, repr=False)
class Declared:
    """Data, years, models and views; `Book` says what each of them is."""

    data: Path
    years: Years
    models: tuple[ModelSource, ...]
    views: tuple[View, ...] = ()
    things: tuple[str, ...] = ()
    edition: Edition = FIRST

    def __post_init__(self) -> None:
        """Refuse what no book can be made of."""
        for name, kind, what in (
            ("data", Path, "a folder, as a Path"),
            ("years", Years, "Years"),
            ("edition", Edition, "an Edition"),
        ):
            require_kind(name, getattr(self, name), kind, what, ModelError)
        for name, of, what in (
            ("models", ModelSource, "a ModelSource"),
            ("views", View, "a View"),
            ("things", str, "a text"),
        ):
            require_all(name, getattr(self, name), of, what, ModelError)

    def __repr__(self) -> str:
        """Say in a line which models it has, for which years, and where its data are."""
        models = ", ".join(source.name for source in self.models)
        return f"<Book of {models}: {self.years.first} to {self.years.last}; data in {self.data}>"

    # Facts and assumptions

    @property
    def facts(self) -> Facts:
        """The book's tables of facts, their schemas and sources."""
        return Facts(self.data, self.edition.last_day)

    def load_table(self, name: str) -> pd.DataFrame:
        """Return a table of data/ as a data frame of its own, typed by its schema.

        Missing cells are missing values (`isna`); an edited file is read again.

        Raises
        ------
        DataError
            If there is no such table (the message names the nearest) or it breaks its schema.

        Examples
        --------
        >>> import rent_or_sell
        >>> rent_or_sell.load_table("units").columns.tolist()
        ['unit', 'meaning']
        """
        return self.facts.table(name)

    def fact(self, address: str) -> Fact:
        """Return the fact at an address: `table.row` or `table.row.column`.

        Raises
        ------
        DataError
            If there is no such table, row or column; the message names the nearest.

        Examples
        --------
        >>> import rent_or_sell
        >>> fact = rent_or_sell.fact("amazon_statements.JL01")
        >>> fact.qualifier, fact.value, fact.unit
        ('over', 20.0, 'billion USD per year')
        """
        return look_up(self.facts, address)

    def rows(self, table: str, row_ids: Iterable[str]) -> pd.DataFrame:
        """Return rows of a table by their keys, in the order given; the keys are the index.

        Raises
        ------
        DataError
            If there is no such table or row; the message names the nearest.
        """
        return look_up_rows(self.facts, table, row_ids)

    def load_parameters(self) -> Mapping[str, Parameter]:
        """Return every assumption by name, in the order of data/parameters.csv.

        Each carries its base value, range, hard limits, unit, note and sources. An edited file is
        read again.

        Examples
        --------
        >>> import rent_or_sell
        >>> rent_or_sell.load_parameters()["pue"].unit
        'ratio'
        """
        return load_parameters(self.data)

    def load_scenarios(self) -> Mapping[str, Scenario]:
        """Return every scenario by name, the base case first: a named patch and its reason.

        Examples
        --------
        >>> import rent_or_sell
        >>> dict(rent_or_sell.load_scenarios()["hall_empty"].changes)
        {'space_reused': 0.0}
        """
        return load_scenarios(self.data)

    # Models

    def load_models(self) -> Mapping[str, Model]:
        """Return the book's models by name, over its assumptions as they are now.

        Examples
        --------
        >>> import rent_or_sell
        >>> list(rent_or_sell.load_models())
        ['rack', 'fleet', 'market', 'parity']
        """
        return _models(self, tuple(edited_at(self.data / file) for file in ASSUMPTION_FILES))

    def model(self, model: str | Model) -> Model:
        """Return a model by name (a model itself stays what it is).

        Raises
        ------
        ModelError
            If there is no such model; the message names the nearest.
        """
        if isinstance(model, Model):
            return model
        models = self.load_models()
        require_name(model, models, "a model", ModelError)
        return models[model]


@lru_cache(maxsize=8)
def _models(book: Declared, edited: tuple[tuple[int, int], ...]) -> Mapping[str, Model]:
    parameters, scenarios = book.load_parameters(), book.load_scenarios()
    edition = edition_name(book.edition.number)
    made = (source.model(parameters, scenarios, book.years, edition) for source in book.models)
    return MappingProxyType({model.name: model for model in made})
