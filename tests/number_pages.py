"""Pages of a tiny book that bound numbers lead to: formulas and assumptions, and tables."""

from __future__ import annotations

FORMULAS = """
# Formulas

```{equations} rack
```

```{parameters}
```
"""

TABLES = """
# Tables

```{code-cell}
from rent_or_sell import data_listing

data_listing("amazon_statements")
```
"""
