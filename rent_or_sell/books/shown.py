"""What people look at of a book: explorers, and tables of facts and of results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rent_or_sell.books.declared import Declared
from rent_or_sell.explorer.view import View
from rent_or_sell.extras import brought_by
from rent_or_sell.model.frames import as_changes
from rent_or_sell.model.graph import ModelError
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Scenario
from rent_or_sell.names import require_name

if TYPE_CHECKING:
    import pandas as pd

    from rent_or_sell.explorer.widget import Explorer
    from rent_or_sell.tables.data_listing import Listing
    from rent_or_sell.tables.table_page import ShownTable


class Shown(Declared):
    """A book on pages and in notebooks."""

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
