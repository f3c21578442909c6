"""The equations' operators as SymPy functions that stay as they were written.

Only imported while a formula is traced, so that running a model never loads SymPy.
"""

from __future__ import annotations

import sympy

NAMES = ("minimum", "maximum", "where_positive", "geometric_sum", "cohort_sum", "year_sum")

NODES: dict[str, type[sympy.Function]] = {name: type(name, (sympy.Function,), {}) for name in NAMES}
