"""What the front end needs to know of an explorer, as plain JSON; and the model that it runs."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.edition import Edition
from rent_or_sell.explorer.layout import Layout
from rent_or_sell.explorer.part import BaseCase, kind_of
from rent_or_sell.explorer.units import unit_words
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Parameter


@dataclass(frozen=True)
class GeneratedModel:
    """A model as JavaScript, under a name that changes with its code."""

    key: str
    code: str


def generate(model: Model) -> GeneratedModel:
    """Return the JavaScript of a model; a model with a replaced equation has another key."""
    code = model.javascript()
    return GeneratedModel(f"{model.name}-{hashlib.sha256(code.encode()).hexdigest()[:8]}", code)


def spec_json(
    base: BaseCase, layout: Layout, identity: str, model_key: str, edition: Edition
) -> str:
    """Return the spec of an explorer as JSON text."""
    model = base.model
    spec = {
        "id": identity,
        "model": model.name,
        "code": model_key,
        "edition": edition.settings(model.name),
        "years": {"first": model.years.first, "count": model.years.count},
        "parameters": {name: _control(each) for name, each in model.parameters.items()},
        "presets": {name: dict(changes) for name, changes in model.presets.items()},
        "parts": [
            {"kind": kind_of(part), "settings": part.settings(base)} for part in layout.parts
        ],
    }
    return json.dumps(spec, separators=(",", ":"), ensure_ascii=False)


def _control(parameter: Parameter) -> dict[str, Any]:
    return {
        "label": parameter.label,
        "unit": unit_words(parameter.unit),
        "low": parameter.low,
        "base": parameter.base,
        "high": parameter.high,
        "min": parameter.minimum,
        "max": parameter.maximum,
        "step": parameter.step,
        "format": parameter.format,
        "draw": parameter.draw,
    }
