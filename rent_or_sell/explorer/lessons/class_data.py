"""The page for a class, its form and what it knows of the explorers on offer: assumptions, worlds, results, odds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rent_or_sell.answers.luck import SEED
from rent_or_sell.explorer.bundle import models_object
from rent_or_sell.explorer.frame import environment
from rent_or_sell.explorer.lessons.embed import take_apart
from rent_or_sell.explorer.parts.odds.part import Event, Odds
from rent_or_sell.explorer.units import result_format, unit_words
from rent_or_sell.explorer.view import View
from rent_or_sell.explorer.widget import Explorer
from rent_or_sell.model.models import Model

# as the scripts read them
LONGEST_QUESTION = 300  # characters, lesson.js
MOST_LINKS = 200  # board_links.js


def class_script(offered: Mapping[str, Explorer], odds: Mapping[str, Event]) -> str:
    """Return the script that says which explorers are offered, by title, and runs their models.

    `odds` are what may hold in a model's assumed worlds, by model.
    """
    taken = {title: take_apart(explorer) for title, explorer in offered.items()}
    specs = {title: json.loads(one.specs[0]) for title, one in taken.items()}
    views = [
        {"id": spec["id"], "title": title, "model": spec["model"]} for title, spec in specs.items()
    ]
    models = {
        explorer.model.name: _model(explorer.model, specs[title], odds.get(explorer.model.name))
        for title, explorer in offered.items()
    }
    codes = [model for one in taken.values() for model in one.models]
    data = json.dumps({"views": views, "models": models}, separators=(",", ":"), ensure_ascii=False)
    return f"globalThis.classHere = {data};\nclassHere.codes = {models_object(codes)};\n"


def _model(model: Model, spec: Mapping[str, Any], odds: Event | None) -> dict[str, Any]:
    return {
        "spec": {**spec, "id": model.name, "parts": []},
        "presets": {name: model.scenarios[name].label for name in model.presets},
        "results": {
            name: {
                "label": model.quantity(name).summary,
                "unit": unit_words(model.quantity(name).unit),
                "format": result_format(model.quantity(name).unit),
            }
            for name in model.headlines
        },
        "odds": odds and {"words": odds.words, "when": odds.when, "seed": SEED},
    }


def odds_of(views: Iterable[View]) -> dict[str, Event]:
    """Return what the pictures of odds among the views ask first, by model."""
    return {
        view.model: part.events[0]
        for view in views
        for part in view.parts
        if isinstance(part, Odds)
    }


def links_form(titles: Sequence[str]) -> str:
    """Return the form that makes links to explorers with these titles; scripts fill in the rest."""
    template = environment().get_template("lessons/links.jinja")
    return template.render(titles=titles, longest=LONGEST_QUESTION)


def board_form() -> str:
    """Return the board of a class, still empty."""
    return environment().get_template("lessons/board.jinja").render(most=MOST_LINKS)
