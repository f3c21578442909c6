"""A book: its data, its years, its models and its views, and what readers ask of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, overload

from rent_or_sell.answers.luck import SEED
from rent_or_sell.explorer.edition import FIRST, Edition, edition_name
from rent_or_sell.explorer.view import View
from rent_or_sell.extras import brought_by
from rent_or_sell.facts.addresses import Fact, look_up, look_up_rows
from rent_or_sell.facts.files import edited_at
from rent_or_sell.facts.tables import Facts
from rent_or_sell.model.frames import as_changes
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
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from rent_or_sell.answers.bridge import Bridge
    from rent_or_sell.answers.cases import Case
    from rent_or_sell.answers.compare import Comparison
    from rent_or_sell.answers.evidence import EvidenceValue
    from rent_or_sell.answers.flips import Numbers
    from rent_or_sell.explorer.widget import Explorer
    from rent_or_sell.tables.data_listing import Listing
    from rent_or_sell.tables.table_page import ShownTable


@dataclass(frozen=True, eq=False, repr=False)
class Book:
    """What a subject hands to the engine; all that readers and pages ask of it are its methods.

    Parameters
    ----------
    data
        The folder of tables, described by its datapackage.json.
    years
        The years that yearly results count.
    models
        The equations of each model, the book's main model first.
    views
        How chapters ask the models; a view of a model's own name is the one shown by default.
    things
        What the chapters count, in the plural, such as "chips": "144 chips" is then a number that
        must be bound to the data.
    edition
        Which edition this is, and what each changed; links to explorers carry its number.

    Examples
    --------
    >>> from rent_or_sell.book import BOOK
    >>> [source.name for source in BOOK.models]
    ['rack', 'fleet', 'market', 'parity']
    >>> BOOK.years.first, BOOK.years.last
    (2026, 2031)
    """

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

    def bridge(
        self,
        model: str | Model,
        answer: str,
        a: Case,
        b: Case,
        groups: Mapping[str, Iterable[str]] | None = None,
    ) -> Bridge:
        """Return what explains the difference of one result between two cases.

        Each changed parameter gets an amount, and the amounts add up to the difference: Shapley
        values, the mean over all orders in which the changes can come. With more than ten changes
        it is the mean over one order and its reverse, and the bridge says so (`exact`).

        Parameters
        ----------
        model
            A model or its name.
        answer
            One of its single results.
        a, b
            The cases to go from and to: a scenario or its name, changes by name, or None for the
            base case.
        groups
            Parameters that move together, by a label: they count as one change. Those that the
            two cases do not change are left out.

        Returns
        -------
        Bridge
            `start`, `end`, and `steps` with the largest first, in the answer's unit; `table()` is a
            row a step.

        Raises
        ------
        ModelError
            If the answer is no single result of the model, or not defined in one of the cases
            needed; the message names the case.
        ModelInputError
            If a name is unknown, a value is not one number within its hard limits, or the groups
            overlap.

        Examples
        --------
        >>> import rent_or_sell
        >>> costs = {"selling": ("selling_share", "warranty_share", "credit_loss_share")}
        >>> made = rent_or_sell.bridge("rack", "buyer_value_needed", "no_frictions", "base", costs)
        >>> round(made.start, 2), round(made.end, 2)
        (1.2, 1.32)
        >>> {name: round(amount, 3) for name, amount in made.steps.items()}
        {'displacement': -0.154, 'attach_rate': 0.127, 'selling': 0.089, 'support_fee_share': 0.06}

        References
        ----------
        Shapley, L. S. (1953), A value for n-person games, in Contributions to the Theory of Games
        II, Princeton University Press.
        """
        from rent_or_sell.answers.bridge import bridge

        return bridge(self.model(model), answer, a, b, groups)

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

    def compare(
        self,
        model: str | Model,
        answer: str,
        a: Case,
        b: Case,
    ) -> Comparison:
        """Return why two cases differ in a result, and what would settle it.

        Where the answer is above zero in one case only, the smallest change of one assumption of
        case `a`, and of two, that gives it the sign of case `b`. How large a change is, is measured
        in ranges: the change over the assumption's `high - low`, of two together the square root
        of the sum of their squares. Only assumptions on which the cases disagree move, within
        their ranges or what the two cases assume.

        Parameters
        ----------
        model
            A model or its name.
        answer
            One of its single results, which is best one whose sign decides.
        a, b
            The cases: a scenario or its name, changes by name, or None for the base case.

        Returns
        -------
        Comparison
            The `bridge` between the answers, in their unit, whether they `agree`, the changes `one`
            and `two`, each assumption in its own unit, and the `unknown` most worth finding out,
            which no decision is.

        Raises
        ------
        ModelError
            If the answer is no single result of the model, or not defined in one of the cases
            needed; the message names the case.
        ModelInputError
            If a name is unknown or a value is not one number within its hard limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> made = rent_or_sell.compare("rack", "gain_from_selling", "base", "weakest")
        >>> made.agree, made.unknown
        (False, 'displacement')
        >>> {name: round(value, 2) for name, value in made.one.values.items()}
        {'displacement': 0.59}
        """
        from rent_or_sell.answers.compare import compare

        return compare(self.model(model), answer, a, b)

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

    # What people look at

    def view(self, name: str) -> View:
        """Return a view by name, or raise `ModelError` with the nearest name."""
        views = {view.name: view for view in self.views}
        require_name(name, views, "a view", ModelError)
        return views[name]

    def _is_view_of(self, view: View, model: Model) -> bool:
        """Whether a view may be a model's by default: its words and pictures find their results."""
        known = {source.name for source in self.models}
        return (
            view.name == model.name
            and view.fits(model)
            and view.model in known
            and set(self.model(view.model).results) <= set(model.results)
        )

    def explorer(
        self,
        model: str | Model | None = None,
        changes: Mapping[str, float] | Scenario | pd.Series | None = None,
        *,
        view: str | View | None = None,
        controls: Iterable[str] | None = None,
        identity: str | None = None,
    ) -> Explorer:
        """Return an explorer: the widget that lets a reader move a model's assumptions.

        Parameters
        ----------
        model
            A model or its name; the view's, or else the book's first, by default.
        changes
            Parameter values over the base case.
        view
            How the model is asked, or the name of a view of the book; by default the view of the
            model's own name, and without one the controls and all results.
        controls
            Names of the parameters whose controls are open; the view's by default.
        identity
            The explorer's name on its page and in links; the view's name by default. A second
            one on a page needs its own.

        Returns
        -------
        Explorer
            The widget. Its `changes`, `scenario` and `results` can be read and observed, the first
            two set; `model` is the model that it runs.

        Raises
        ------
        ModelError
            If there is no such model or view.
        ModelInputError
            If a name is unknown or a value is not a number within its hard limits.
        ModuleNotFoundError
            If the extra that brings the widget is not installed; the message names it.

        Examples
        --------
        >>> import rent_or_sell
        >>> explorer = rent_or_sell.Explorer("rack", {"attach_rate": 0.4})
        >>> round(explorer.results["npv_rent"], -3)
        1947000.0
        """
        with brought_by("explorer"):
            from rent_or_sell.explorer.widget import Explorer

        chosen = view if isinstance(view, View) or view is None else self.view(view)
        if model is None:
            model = chosen.model if chosen else self.models[0].name
        asked = self.model(model)
        values, _ = as_changes(changes, {})
        if chosen is None:
            chosen = next((one for one in self.views if self._is_view_of(one, asked)), None)
        elif not chosen.fits(asked):
            raise ModelError(
                f"the view {chosen.name!r} asks the model {chosen.model!r}, not {asked.name!r}; "
                "choose a view of this model, or none."
            )
        return Explorer(
            asked,
            values,
            view=chosen,
            controls=controls,
            identity=identity,
            facts=self.facts,
            asks={source.name: source.name for source in self.models}
            | {view.name: view.model for view in self.views},
            edition=self.edition,
        )

    def sourced_table(
        self,
        name: str,
        columns: Sequence[str] | None = None,
        rows: str | Sequence[str] | None = None,
        caption: str = "",
        folded: bool = False,
    ) -> ShownTable:
        """Return rows of a table of facts for display, each with its evidence.

        Parameters
        ----------
        name
            A table of data/.
        columns
            The columns to show, in order; all that a reader needs by default. `value` stands for
            the number with its range and qualifier. As-of date, speaker, firmness and source
            follow.
        rows
            A pandas query such as 'vendor == "AWS"', or row ids in the order wanted; all by
            default.
        caption
            What the table shows, as text; the table's own title by default.
        folded
            Whether only the caption is shown until a reader opens it.

        Raises
        ------
        DataError
            If a table, column or row id does not exist or the query does not work.

        Examples
        --------
        >>> import rent_or_sell
        >>> shown = rent_or_sell.sourced_table("commitments", rows=["CM02"])
        >>> len(shown.rows), shown.has_sources
        (1, True)
        """
        from rent_or_sell.tables.sourced_table import sourced_table

        return sourced_table(self.facts, name, columns, rows, caption, folded)

    def result_table(
        self,
        model: str | Model,
        cases: Mapping[str, Mapping[str, float]],
        columns: Mapping[str, str],
        caption: str,
    ) -> ShownTable:
        """Return what a model makes of each case for display, rounded as a person would say it.

        Parameters
        ----------
        model
            A model or its name; a column is one of its parameters or of its single results.
        cases
            For each row its words and the parameter values that differ from the base case.
        columns
            For each column a result or a parameter of the model, and its heading.
        caption
            What the table shows, as text.

        Raises
        ------
        DataError
            If a column is neither a result nor a parameter of the model.
        ModelInputError
            If a case changes an unknown name or leaves the hard limits.

        Examples
        --------
        >>> import rent_or_sell
        >>> columns = {"price_floor_per_chip": "Floor"}
        >>> cases = {"Base case": {}}
        >>> shown = rent_or_sell.result_table("rack", cases, columns, "The floor")
        >>> shown.rows[0].cells
        ('Base case', '$21,100')
        """
        from rent_or_sell.tables.result_table import result_table

        return result_table(self.model(model), cases, columns, caption)

    def data_listing(self, *names: str) -> Listing:
        """Return the given tables of data/, or all, for display: columns, file and rows.

        Raises
        ------
        DataError
            If there is no such table; the message names the nearest.

        Examples
        --------
        >>> import rent_or_sell
        >>> rent_or_sell.data_listing("units").names
        ('units',)
        """
        from rent_or_sell.tables.data_listing import data_listing

        return data_listing(self.facts, *names)


@lru_cache(maxsize=8)
def _models(book: Book, edited: tuple[tuple[int, int], ...]) -> Mapping[str, Model]:
    parameters, scenarios = book.load_parameters(), book.load_scenarios()
    edition = edition_name(book.edition.number)
    made = (source.model(parameters, scenarios, book.years, edition) for source in book.models)
    return MappingProxyType({model.name: model for model in made})
