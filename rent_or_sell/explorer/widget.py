"""The explorer in notebooks: an anywidget whose state Python and the page share."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

import anywidget
import traitlets

from rent_or_sell.explorer import bundle
from rent_or_sell.explorer.edition import FIRST, Edition
from rent_or_sell.explorer.frame import frame
from rent_or_sell.explorer.layout import lay_out
from rent_or_sell.explorer.page import page_html
from rent_or_sell.explorer.part import BaseCase, kind_of
from rent_or_sell.explorer.spec import generate, spec_json
from rent_or_sell.explorer.view import View, plain_view
from rent_or_sell.facts.schema import CUSTOM
from rent_or_sell.facts.tables import Facts
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import ModelInputError, base_values, check_changes
from rent_or_sell.model.spreadsheet import template, workbook
from rent_or_sell.names import listed, require_kind, require_name, shown
from rent_or_sell.tables.table_page import FOR_PAGES

# nbconvert's sheet gives every picture a height of its own; ours say theirs by an attribute.
KEPT = ".explorer svg { height: revert-layer }\n"


class Held(dict[str, Any]):
    """What an explorer holds: read it, and set it as a whole, so that all that follows does."""

    def _refuse(self, *_: Any, **__: Any) -> Any:
        raise TypeError(
            "an explorer's changes are set as a whole, and its results follow from them: "
            "explorer.changes = {**explorer.changes, name: value}"
        )

    __setitem__ = __delitem__ = __ior__ = _refuse
    update = pop = popitem = setdefault = clear = _refuse


class RefusedChange(ModelInputError, traitlets.TraitError):
    """A change that an explorer refuses; traitlets goes back to what was there before."""


class Explorer(anywidget.AnyWidget):
    """An explorer of a model, shown by a notebook cell and by the published page.

    Parameters
    ----------
    model
        The model that it runs.
    changes
        Parameter values over the base case.
    view
        How the model is asked; without one, every control, the presets and all results.
    controls
        Names of the controls that are open, the view's by default; the others are folded.
    identity
        The explorer's name on its page and in links, the view's by default; a second one on a
        page needs its own, such as "rack-2".
    facts
        The tables of facts, for views whose pictures show what somebody stated.
    edition
        The book's edition, which links carry; the first by default.
    asks
        Which model each explorer of the book asks, by the name that links give.

    Attributes
    ----------
    changes : dict
        Parameter values that differ from the base case. Set it, or read and observe what the
        reader set in the widget.
    scenario : str
        Name of the scenario that the changes make, or "custom". Set it to apply a scenario.
    results : dict
        Every result of the model for these changes (read only).

    Raises
    ------
    ModelInputError
        If a name is unknown or a value is not a number within its hard limits.
    """

    _esm = traitlets.Unicode().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)
    _markup = traitlets.Unicode().tag(sync=True)
    _spec = traitlets.Unicode().tag(sync=True)
    changes = traitlets.Dict().tag(sync=True)
    scenario = traitlets.Unicode("base")
    results = traitlets.Dict(read_only=True)

    def __init__(
        self,
        model: Model,
        changes: Mapping[str, float] | None = None,
        *,
        view: View | None = None,
        controls: Iterable[str] | None = None,
        identity: str | None = None,
        facts: Facts | None = None,
        edition: Edition = FIRST,
        asks: Mapping[str, str] | None = None,
    ) -> None:
        self._model = model
        asked = view or plain_view(model)
        opened = (
            asked.controls
            if controls is None
            else tuple(listed("controls", controls, ModelInputError))
        )
        for name in opened:
            self._require_parameter(name)
        base = BaseCase(model, facts, asks or {})
        layout = lay_out(model, asked, opened, edition.dates)
        self.identity = asked.name if identity is None else identity
        require_kind("identity", self.identity, str, "a text", ModelInputError)
        if not self.identity.strip():
            remedy = "give a name, which links to the explorer carry"
            raise ModelInputError(f"identity = {self.identity!r} names nothing; {remedy}.")
        self._generated = generate(model)
        super().__init__(
            _esm=bundle.widget_module(self._generated),
            _css=bundle.stylesheet(),
            _markup=str(frame(base, layout, self.identity)),  # other hosts know no Markup
            _spec=spec_json(base, layout, self.identity, self._generated.key, edition),
        )
        self._has_workbook = any(kind_of(part) == "take_along" for part in layout.parts)
        self.on_msg(self._hear)
        self.set_trait("results", Held(model.evaluate()))
        self.changes = dict(changes or {})

    def __repr__(self) -> str:
        """Say in a line which model it runs and what was changed."""
        changed = f"{len(self.changes)} of {len(self.model.parameters)} assumptions changed"
        return f"<Explorer {self.identity} of the model {self.model.name}: {changed}>"

    @property
    def model(self) -> Model:
        """The model that it runs; another model needs another explorer."""
        return self._model

    def _require_parameter(self, name: str) -> None:
        what = f"a parameter of {self.model.name}"
        require_name(name, self.model.parameters, what, ModelInputError)

    @traitlets.validate("changes")
    def _check_changes(self, proposal: Mapping[str, Any]) -> dict[str, float]:
        try:
            return self._checked(proposal)
        except ModelInputError as error:
            raise RefusedChange(str(error)) from None

    def _checked(self, proposal: Mapping[str, Any]) -> dict[str, float]:
        checked: dict[str, float] = {}
        for name, value in proposal["value"].items():
            self._require_parameter(name)
            number = check_changes({name: value}, self.model.parameters)[name]
            if number.ndim:
                remedy = "an explorer shows one case; use evaluate for many"
                raise ModelInputError(f"{name} = {shown(value)} is not one number; {remedy}.")
            checked[name] = float(number)
        base = base_values(self.model.parameters)
        return Held({name: value for name, value in checked.items() if value != base[name]})

    @traitlets.validate("scenario")
    def _check_scenario(self, proposal: Mapping[str, Any]) -> str:
        name = str(proposal["value"])
        if name == CUSTOM and name != self._made_scenario():
            what = "is what an explorer says of changes that no scenario makes"
            raise RefusedChange(f"scenario = {name!r} {what}; set the changes instead.")
        if name != CUSTOM:
            what = f"a scenario of {self.model.name}"
            require_name(name, self.model.presets, what, RefusedChange)
        return name

    def _made_scenario(self) -> str:
        """Return the scenario that the changes make."""
        presets = self.model.presets.items()
        return next((name for name, made in presets if made == self.changes), CUSTOM)

    def __setattr__(self, name: str, value: Any) -> None:
        """Remember whether changes or scenario were set last: the other one follows."""
        self._remember(name)
        super().__setattr__(name, value)

    def set_trait(self, name: str, value: Any) -> None:
        """Set a trait as an assignment does; the front end sets them so."""
        self._remember(name)
        super().set_trait(name, value)

    def _remember(self, name: str) -> None:
        if name in ("changes", "scenario"):
            self._set_last = name

    @traitlets.observe("changes", "scenario")
    def _follow(self, change: Mapping[str, Any]) -> None:
        if self._set_last == "scenario" and self.scenario != CUSTOM:
            self.changes = dict(self.model.presets[self.scenario])
        else:
            self.scenario = self._made_scenario()
        if change["name"] == "changes":
            self.set_trait("results", Held(self.model.evaluate(self.changes)))

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Return the live widget, the page of the book, and what stands where neither is known."""
        bundled: Any = super()._repr_mimebundle_(**options)
        data = bundled[0] if isinstance(bundled, tuple) else bundled
        data[FOR_PAGES] = self.page_html()
        data["text/html"] = f"<style>\n{self._css}{KEPT}</style>\n{self._markup}"
        return bundled

    def page_html(self) -> str:
        """Return the explorer as a page shows it that needs no kernel."""
        parts = json.dumps(asdict(template(self.model))) if self._has_workbook else ""
        return page_html(self._markup, self._spec, self._generated, parts)

    def _hear(self, _: Any, message: Any, __: Any) -> None:
        """Answer the front end, which asks for the workbook of the case that is shown."""
        if isinstance(message, dict) and "workbook" in message:
            values = base_values(self.model.parameters) | self.changes
            self.send({"workbook": True}, [workbook(self.model, values)])
