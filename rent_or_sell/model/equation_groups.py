"""The groups of a model's formulas: the headings that their author wrote between the equations.

A heading is a comment of one line at the margin of the module, with an empty line on either side.
"""

from __future__ import annotations

import inspect
import re
from types import ModuleType

from rent_or_sell.model.graph import Quantity
from rent_or_sell.model.model_source import ModelSource
from rent_or_sell.model.models import Model

WHOLE = "The whole model"  # where its author wrote no headings

_HEADING = re.compile(r"(?<=\n\n)# (.+)\n(?=\n)")


def grouped(source: ModelSource, model: Model) -> dict[str, list[Quantity]]:
    """Return a model's own quantities below their headings, in the order of the module.

    Within a group each comes after all that it reads. Quantities before the first heading stand
    below a heading of their own. Those that it shows of another model's are left to that model.
    """
    headings = _headings(source.module)
    groups: dict[str, list[Quantity]] = {title: [] for title in (WHOLE, *headings.values())}
    for quantity in model.quantities:
        if quantity.name not in source.shows:
            line = quantity.equation.__code__.co_firstlineno
            above = [title for start, title in headings.items() if start < line]
            groups[above[-1] if above else WHOLE].append(quantity)
    return {title: quantities for title, quantities in groups.items() if quantities}


def _headings(module: ModuleType) -> dict[int, str]:
    """Return the module's headings by the number of their line."""
    text = inspect.getsource(module)
    return {text.count("\n", 0, found.start()) + 1: found[1] for found in _HEADING.finditer(text)}
