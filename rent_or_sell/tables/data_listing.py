"""`data_listing`: every table of data/ on one page: what it holds, its columns, file and rows."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from rent_or_sell.facts.csv_text import MARK, csv_link
from rent_or_sell.facts.files import read_text
from rent_or_sell.facts.schema import Field, Schema
from rent_or_sell.facts.tables import Facts
from rent_or_sell.tables.sourced_table import sourced_table
from rent_or_sell.tables.table_page import FOR_PAGES, NOTEBOOK_SHEET


@dataclass(frozen=True)
class Listing:
    """Tables of a book by name; shown by notebooks and pages."""

    facts: Facts
    names: tuple[str, ...]

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """Return the tables for a notebook, and for a page of the book."""
        html = self._repr_html_()
        return {"text/html": NOTEBOOK_SHEET + html, FOR_PAGES: html}

    def _repr_html_(self) -> str:
        """Return links to all tables, then each table under the anchor `table-<name>`."""
        schemas = [self.facts.schema(name) for name in self.names]
        links = " · ".join(map(_link, schemas))
        tables = "\n".join(_entry(self.facts, schema) for schema in schemas)
        return f'<p class="data-contents">{links}</p>\n{tables}'


def data_listing(facts: Facts, *names: str) -> Listing:
    """Return the given tables, or all in the order of datapackage.json, for display.

    Raises
    ------
    DataError
        If there is no such table; the message names those there are.
    """
    chosen = names or facts.names
    return Listing(facts, tuple(facts.schema(name).name for name in chosen))


def _link(schema: Schema) -> str:
    return f'<a href="#table-{escape(schema.name)}">{escape(schema.title)}</a>'


def _entry(facts: Facts, schema: Schema) -> str:
    name, count = escape(schema.name), len(facts.table(schema.name))
    rows = sourced_table(facts, schema.name)._repr_html_()
    columns = "".join(map(_column, schema.fields))
    return (
        f'<section class="data-table" id="table-{name}">\n<h3>{escape(schema.title)}</h3>\n'
        f"<p>{escape(schema.description)}. {_download(facts, schema.name)}</p>\n"
        f"<details><summary>{len(schema.fields)} columns</summary>"
        f'<dl class="data-columns">{columns}</dl></details>\n'
        f"<details><summary>{count} row{'s' * (count != 1)}</summary>\n{rows}\n</details>\n</section>"
    )


def _column(field: Field) -> str:
    unit = field.unit or (f"unit in column {field.unit_column}" if field.unit_column else "")
    kind = ", ".join(part for part in (field.type, unit) if part)
    return (
        f"<dt><code>{escape(field.name)}</code> <span>{escape(kind)}</span></dt>"
        f"<dd>{escape(field.description)}</dd>"
    )


def _download(facts: Facts, name: str) -> str:
    """Return a link that holds the whole file, marked for spreadsheets."""
    return csv_link(name, MARK + read_text(facts.folder / f"{name}.csv"), f"{name}.csv")
