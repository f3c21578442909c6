"""Renders an explorer at its base case: the same markup for page and notebook.

The page is complete without JavaScript (answer, columns, deal zone, results); the front end finds
its elements by their data attributes and only updates them, so nothing moves when it starts.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from rent_or_sell.explorer import spec
from rent_or_sell.explorer.charts import Bars, Stack, charts_of, picture
from rent_or_sell.explorer.sentence import CAVEATS, SENTENCES, say
from rent_or_sell.facts.tables import sources
from rent_or_sell.model.graph import FIRST_YEAR, YEARS
from rent_or_sell.model.models import Model
from rent_or_sell.model.parameters import Parameter, load_parameters, load_scenarios
from rent_or_sell.numbers.number_format import format_number


def explorer_html(
    model: Model, identity: str, open_controls: Sequence[str], spec_json: str = ""
) -> str:
    """Return the explorer's HTML; with `spec_json`, what a page without a kernel needs in it."""
    results = model.evaluate()
    values = {name: load_parameters()[name].base for name in load_parameters()} | results
    shown = [load_parameters()[name] for name in open_controls]
    folded = [load_parameters()[name] for name in model.parameters if name not in open_controls]
    columns = spec.columns(model)
    return _template().render(
        identity=identity,
        model=model.name,
        title=model.title,
        sentences={key: say(line, values) for key, line in SENTENCES[model.name].items()},
        caveat=CAVEATS.get(model.name, ""),
        results=results,
        values=values,
        charts=charts_of(model),
        chart_scale=lambda bars: _bars_scale(bars, values),
        stack_scale=lambda group: max(
            _stack_total(stack, results, year) for stack in group for year in range(YEARS)
        ),
        stack_total=lambda stack, year: _stack_total(stack, results, year),
        plot_picture=lambda plot: picture(plot, model),
        parameters=load_parameters(),
        labels={q.name: q.summary for q in model.equations.values()},
        scenarios=[load_scenarios()[name] for name in spec.scenarios(model)],
        open_controls=[_control(parameter) for parameter in shown],
        folded_controls=_groups(folded),
        folded_count=len(folded),
        folded_hint=" · ".join(dict.fromkeys(_group_title(p.group).lower() for p in folded)),
        columns=columns,
        bar_scale=max((abs(results[part]) for c in columns for part, _ in c.parts), default=1),
        axis=_axis(),
        zone=_zone(results) if columns else "",
        scalar_results=[q for q in model.quantities if not q.yearly],
        yearly_results=[q for q in model.quantities if q.yearly],
        years=range(FIRST_YEAR, FIRST_YEAR + YEARS),
        # A closing tag inside a string of the JSON must not end the script element.
        spec_json=Markup(spec_json.replace("<", "\\u003c")),
    )


def page_spec(model: Model, identity: str) -> str:
    """Return the model's spec as JSON text."""
    return json.dumps(spec.make_spec(model, identity), separators=(",", ":"))


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters |= {
        "exact": lambda value: repr(value) if math.isfinite(value) else "",
        "shown": format_number,
        "unit": spec.unit_words,
        "result_format": spec.result_format,
    }
    return environment.get_template("explorer.html.jinja")


def _control(parameter: Parameter) -> dict[str, Any]:
    known = sources()
    return vars(parameter) | {"sources": [known[source] for source in parameter.source_ids]}


def _groups(parameters: Sequence[Parameter]) -> list[tuple[str, list[dict[str, Any]]]]:
    return [
        (_group_title(group), [_control(parameter) for parameter in members])
        for group, members in groupby(parameters, key=lambda parameter: parameter.group)
    ]


def _group_title(group: str) -> str:
    return group.replace("_", " ").capitalize()


def _bars_scale(bars: Bars, values: Mapping[str, Any]) -> float:
    return max(bar.stated or values[bar.name] for bar in bars.bars)


def _stack_total(stack: Stack, results: Mapping[str, Any], year: int) -> float:
    return sum(float(results[series.name][year]) for series in stack.series)


def _axis() -> tuple[float, float]:
    """Return the deal zone's price range: the slider's, a fifth wider on either side."""
    price = load_parameters()["sale_price_per_chip"]
    margin = 0.2 * (price.high - price.low)
    return price.low - margin, price.high + margin


def _zone(results: Mapping[str, float]) -> str:
    """Return where floor, ceiling and price stand on the axis, as CSS custom properties."""
    low, high = _axis()
    marks = {
        "floor": results["price_floor_per_chip"],
        "ceiling": results["price_ceiling_per_chip"],
        "price": load_parameters()["sale_price_per_chip"].base,
    }
    return "; ".join(
        f"--{name}: {100 * (value - low) / (high - low):.3f}%" for name, value in marks.items()
    )
