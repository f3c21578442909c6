"""A book that does not name our extension is built as if the package were not installed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tiny_book import build

pytestmark = pytest.mark.builds

PAGE = """# Others' widgets

```{code-cell} ipython3
from IPython.display import display
from ipywidgets import IntSlider

from rent_or_sell.book import BOOK

IntSlider(3)
```

```{code-cell} ipython3
display({
    "application/vnd.plotly.v1+json": {"data": [], "layout": {"title": {"text": "ours"}}},
    "text/html": "<p>theirs</p>",
}, raw=True)
```

```{code-cell} ipython3
BOOK.result_table("rack", {"Base": {}}, {"price_floor_per_chip": "Floor"}, "The floor")
```
"""


def test_a_stock_book_keeps_its_own_outputs(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: Stock\n", encoding="utf-8")
    built = build(tmp_path, index=PAGE)
    assert built.returncode == 0, built.stderr
    page = (tmp_path / "_build" / "html" / "book" / "index.html").read_text(encoding="utf-8")
    assert "needs-kernel" not in page
    assert "IntSliderModel" in page  # the state, for the stock stack's own manager of widgets
    assert "<p>theirs</p>" in page
    assert len(re.findall("<table", page)) == 1
