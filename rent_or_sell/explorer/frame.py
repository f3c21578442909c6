"""Renders an explorer's frame at the base case: the same markup for page and notebook.

The page is complete without JavaScript (answer, pictures, results); the front end finds each part
by its place and only updates it, so nothing moves when it starts. No frame has a `style`
attribute: bars and marks take their place by attributes.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from rent_or_sell.explorer.layout import Layout
from rent_or_sell.explorer.part import BaseCase, Part, kind_of
from rent_or_sell.explorer.units import result_format, unit_said, unit_words
from rent_or_sell.numbers.number_format import format_apart, format_number


def frame(base: BaseCase, layout: Layout, identity: str) -> Markup:
    """Return the explorer's HTML, every datum in it escaped."""

    def drawn(parts: tuple[Part, ...]) -> list[Markup]:
        return [part_frame(part, base) for part in parts]

    template = environment().get_template("explorer.jinja")
    return Markup(
        template.render(
            identity=identity,
            model=base.model,
            answer=drawn(layout.answer),
            play=drawn(layout.play),
            view=layout.view,
            title=layout.title,
            caveat=layout.caveat,
            dates=layout.dates,
            pictures=drawn(layout.pictures),
            rest=drawn(layout.rest),
        )
    )


def part_frame(part: Part, base: BaseCase) -> Markup:
    """Return the HTML of one part; its root element says by `data-part` what kind it is."""
    template = environment().get_template(f"parts/{kind_of(part)}/part.jinja")
    shown = {"part": part, "model": base.model, "results": base.results, "values": base.values}
    return Markup(template.render(shown | dict(part.context(base))))


def _percent(share: float) -> str:
    """Return a share as an attribute of a mark; what is not defined or negative has no length."""
    return f"{round(100 * max(share, 0.0), 3):g}%" if math.isfinite(share) else "0%"


@cache
def environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "exact": lambda value: repr(float(value)) if math.isfinite(value) else "",
        "shown": format_number,
        "apart": lambda value, names, results, code: format_apart(
            value, [results[name] for name in names], code
        ),
        "percent": _percent,
        "unit": unit_words,
        "said": unit_said,
        "result_format": result_format,
    }
    return environment
