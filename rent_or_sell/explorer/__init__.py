"""The explorer: one widget that runs on a page without a kernel and in JupyterLab with one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import anywidget
import traitlets

from rent_or_sell.explorer import bundle, markup
from rent_or_sell.explorer.spec import OPEN_CONTROLS, scenarios
from rent_or_sell.model.models import Model, load_model
from rent_or_sell.model.parameters import (
    ModelInputError,
    check_changes,
    load_parameters,
    unknown_name,
)

CUSTOM = "custom"


class Explorer(anywidget.AnyWidget):
    """An explorer of a model, shown by a notebook cell and by the published page.

    Parameters
    ----------
    model
        A model or its name: "rack", "fleet", "market" or "parity".
    changes
        Parameter values over the base case.
    controls
        Names of the controls that are open; the others are folded by group.
    identity
        The explorer's name on its page and in links; a second one of a model needs its own, such
        as "rack-2".

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
        model: str | Model = "rack",
        changes: Mapping[str, float] | None = None,
        controls: Sequence[str] | None = None,
        identity: str | None = None,
    ) -> None:
        self.model = load_model(model) if isinstance(model, str) else model
        self.identity = identity or self.model.name
        self.controls = tuple(controls or OPEN_CONTROLS[self.model.name])
        self._scenarios = scenarios(self.model)
        for name in self.controls:
            self._require_parameter(name)
        super().__init__(
            _esm=bundle.widget_module(),
            _css=bundle.stylesheet(),
            _markup=markup.explorer_html(self.model, self.identity, self.controls),
            _spec=markup.page_spec(self.model, self.identity),
        )
        self.set_trait("results", self.model.evaluate())
        self.changes = dict(changes or {})

    def _require_parameter(self, name: str) -> None:
        if name not in self.model.parameters:
            what = f"a parameter of {self.model.name}"
            raise ModelInputError(unknown_name(name, self.model.parameters, what))

    @traitlets.validate("changes")
    def _check_changes(self, proposal: Mapping[str, Any]) -> dict[str, float]:
        changes = proposal["value"]
        for name in changes:
            self._require_parameter(name)
        checked = {name: float(value) for name, value in check_changes(changes).items()}
        base = load_parameters()
        return {name: value for name, value in checked.items() if value != base[name].base}

    @traitlets.validate("scenario")
    def _check_scenario(self, proposal: Mapping[str, Any]) -> str:
        name = str(proposal["value"])
        if name != CUSTOM and name not in self._scenarios:
            what = f"a scenario of {self.model.name}"
            raise ModelInputError(unknown_name(name, self._scenarios, what))
        return name

    @traitlets.observe("changes")
    def _follow_changes(self, change: Mapping[str, Any]) -> None:
        self.set_trait("results", self.model.evaluate(self.changes))
        self.scenario = next(
            (name for name, made in self._scenarios.items() if made == self.changes), CUSTOM
        )

    @traitlets.observe("scenario")
    def _follow_scenario(self, change: Mapping[str, Any]) -> None:
        if self.scenario != CUSTOM:
            self.changes = self._scenarios[self.scenario]

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Return the live widget for a notebook, and for the book the page that needs no kernel."""
        page = markup.explorer_html(self.model, self.identity, self.controls, spec_json=self._spec)
        bundled: Any = super()._repr_mimebundle_(**options)
        data = bundled[0] if isinstance(bundled, tuple) else bundled
        data["text/html"] = page
        return bundled
