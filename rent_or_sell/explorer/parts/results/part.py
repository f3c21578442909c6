"""All results: each as computed, with its unit and its full value for machines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rent_or_sell.explorer.part import BaseCase


@dataclass(frozen=True)
class Results:
    """Two tables of all results: of single ones, and of yearly ones with a column a year."""

    def context(self, base: BaseCase) -> Mapping[str, Any]:
        """Return the quantities of both tables."""
        quantities = base.model.quantities
        return {
            "single": [quantity for quantity in quantities if not quantity.yearly],
            "yearly": [quantity for quantity in quantities if quantity.yearly],
            "years": list(base.model.years),
        }

    def settings(self, base: BaseCase) -> Mapping[str, Any]:
        """Return nothing: each cell carries the name and format of what it shows."""
        return {}
