"""The Plotly figures inside a widget, as they stood when the notebook had run."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

STATE = "application/vnd.jupyter.widget-state+json"
PLOTLY = "application/vnd.plotly.v1+json"
MODEL = "IPY_MODEL_"

Json = Mapping[str, Any]


def widget_figures(notebook: Json, model_id: str) -> Iterator[Json]:
    """Yield the figures that a widget shows: its own, its children's, its outputs'.

    Parameters
    ----------
    notebook
        A notebook's metadata, with the state of its widgets.
    model_id
        The widget, by the name that its output carries.
    """
    models = notebook.get("widgets", {}).get(STATE, {}).get("state", {})
    model = models.get(model_id, {})
    state = model.get("state", {})
    if "_widget_data" in state:
        yield _figure(model)
    for output in state.get("outputs", ()):
        if PLOTLY in output.get("data", {}):
            yield output["data"][PLOTLY]
    for child in state.get("children", ()):
        yield from widget_figures(notebook, child.removeprefix(MODEL))


def _figure(model: Json) -> Json:
    """Return a FigureWidget's figure as JSON, with its arrays as lists in their places."""
    state = model["state"]
    arrays = {
        tuple(buffer["path"][:-1]): base64.b64decode(buffer["data"])
        for buffer in model.get("buffers", ())
    }
    return {
        "data": _unpacked(state["_widget_data"], arrays, ("_widget_data",)),
        "layout": _unpacked(state.get("_widget_layout", {}), arrays, ("_widget_layout",)),
    }


def _unpacked(value: Any, arrays: Mapping[tuple[Any, ...], bytes], path: tuple[Any, ...]) -> Any:
    if path in arrays:
        return np.frombuffer(arrays[path], value["dtype"]).reshape(value["shape"]).tolist()
    if isinstance(value, Mapping):
        return {key: _unpacked(item, arrays, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [_unpacked(item, arrays, (*path, place)) for place, item in enumerate(value)]
    return value
