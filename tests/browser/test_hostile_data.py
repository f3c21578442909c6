"""Markup, scripts and script addresses in any cell of the data are text on the built pages."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tiny_book import ROOT, build

from rent_or_sell.book import BOOK

pytestmark = pytest.mark.engines

HOSTILE = (
    ' <img src=x onerror="globalThis.pwned = 1"><script>globalThis.pwned = 1</script>'
    "</td></script></title> [x](javascript:globalThis.pwned=1) &amp; {{ pwned }} ${pwned}"
)
# A schema, a formula or a check (each form of a term once) says what these hold.
KEPT = ("symbol", "format", "unit", "other_forms")

# A book that reads the data beside it, and is this one otherwise.
MODULE = """
from dataclasses import replace
from pathlib import Path

from rent_or_sell.book import BOOK as OURS

BOOK = replace(OURS, data=Path(__file__).parent / "data")
"""

TABLES = """
# Tables

```{code-cell}
from IPython.display import display
from hostile_book import BOOK

for name in BOOK.facts.names:
    display(BOOK.data_listing(name))
```
"""

EXPLORERS = """
# Explorers

```{code-cell}
from hostile_book import BOOK

BOOK.explorer("rack", view="answers")
```

```{code-cell}
BOOK.explorer("fleet")
```
"""

TEXT = """
# Text

A number of {num}`about $50 billion <amazon_statements.JL05>` and of
{num}`$22,000 <parameter.sale_price_per_chip>`.{claim}`AC01`

```{claims}
```

```{equations} rack
```

```{parameters}
```
"""

HARMED = """() => [
  globalThis.pwned ?? null,
  document.querySelectorAll('img[src="x"], a[href^="javascript"], td script, p script').length,
]"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a book whose texts are all hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(BOOK.data, folder / "data")
    for name, columns in free_texts().items():
        spoil(folder / "data" / f"{name}.csv", columns)
    (folder / "hostile_book.py").write_text(MODULE, encoding="utf-8")
    config = (ROOT / "_config.yml").read_text(encoding="utf-8")
    (folder / "_config.yml").write_text(
        config.replace("rent_or_sell.book:BOOK", "hostile_book:BOOK"), encoding="utf-8"
    )
    done = build(folder, index=TEXT, tables=TABLES, explorers=EXPLORERS)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "_build" / "html" / "book"


def free_texts() -> dict[str, list[str]]:
    """Return the columns of each table that hold whatever their author writes."""
    package = json.loads((BOOK.data / "datapackage.json").read_text(encoding="utf-8"))
    found = {}
    for resource in package["resources"]:
        schema = resource["schema"]
        keys = [schema["primaryKey"], *(key["fields"] for key in schema.get("foreignKeys", []))]
        bound = {name for key in keys for name in ([key] if isinstance(key, str) else key)}
        found[resource["name"]] = [
            field["name"]
            for field in schema["fields"]
            if field["type"] == "string"
            and not {"enum", "pattern"} & set(field.get("constraints", {}))
            and field["name"] not in {*bound, *KEPT}
        ]
    return found


def spoil(path: Path, columns: list[str]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row.update({column: (row[column] + HOSTILE).lstrip() for column in columns})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.mark.exhaustive
@pytest.mark.builds
@pytest.mark.parametrize("name", ["index", "tables", "explorers"])
def test_no_cell_becomes_markup(browser: Browser, site: Path, name: str) -> None:
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((site / f"{name}.html").as_uri())
    expect(page.locator(".explorer:not([data-live])")).to_have_count(0)
    shown = page.locator("article").text_content() or ""
    assert "<img src=x onerror=" in shown
    assert page.evaluate(HARMED) == [None, 0]
    assert errors == []
    page.close()
