"""A table as HTML that works without scripts, and as the CSV file offered beneath it."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from html import escape
from typing import Literal
from urllib.parse import quote, urlsplit

from rent_or_sell.facts.cell_checks import FORMULA_SIGNS
from rent_or_sell.tables.cell_text import MINUS, MISSING


@dataclass(frozen=True)
class Column:
    """A column's heading, the unit of all its numbers (or none) and what its cells hold.

    Columns of provenance (who said it, when, how firmly) share one cell with the sources on the
    page, where width is dear, and stand apart in the CSV file.
    """

    title: str
    unit: str
    kind: Literal["number", "text", "provenance"]

    @property
    def heading(self) -> str:
        """Title and unit as text; a count such as "Chips" needs no unit beside it."""
        return f"{self.title} ({self.unit})" if self.shows_unit else self.title

    @property
    def shows_unit(self) -> bool:
        """Whether there is a unit that the title does not name already."""
        return self.unit not in ("", self.title.lower())


@dataclass(frozen=True)
class Mark:
    """A source beside a row; without a web address it is shown as text, not as a link.

    The mark of the book's own arithmetic carries its formula.
    """

    text: str
    url: str = ""
    title: str = ""
    warning: bool = False
    formula: str = ""


@dataclass(frozen=True)
class ShownRow:
    """The cells of a row as text, and its sources (None where the table's rows have none)."""

    key: str
    cells: tuple[str, ...]
    marks: tuple[Mark, ...] | None


@dataclass(frozen=True, repr=False)
class ShownTable:
    """What a reader sees of a table; a notebook shows it by `_repr_html_`."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[ShownRow, ...]

    @property
    def has_sources(self) -> bool:
        """Whether the rows carry source marks."""
        return any(row.marks is not None for row in self.rows)

    def __repr__(self) -> str:
        """Say what it shows, such as `<ShownTable commitments: 12 rows, 6 columns>`."""
        return f"<ShownTable {self.name}: {len(self.rows)} rows, {len(self.columns)} columns>"

    def to_csv(self) -> str:
        """Return the rows and columns shown, with the addresses of the links, as CSV.

        Numbers carry a plain hyphen as minus, so that a spreadsheet reads them.
        """
        file = io.StringIO()
        writer = csv.writer(file, lineterminator="\r\n")
        headings = [column.heading for column in self.columns]
        writer.writerow([*headings, "Source", "Link"] if self.has_sources else headings)
        writer.writerows(self._csv_cells(row) for row in self.rows)
        return file.getvalue()

    def _csv_cells(self, row: ShownRow) -> list[str]:
        cells = [
            text.replace(MINUS, "-") if column.kind == "number" else harmless(text)
            for column, text in zip(self.columns, row.cells, strict=True)
        ]
        if row.marks is None:
            return cells
        links = [mark.url for mark in row.marks if is_web_address(mark.url)]
        return [*cells, harmless("; ".join(mark.text for mark in row.marks)), " ".join(links)]

    def _repr_html_(self) -> str:
        """Return the table as a figure with a scroll region and a download link."""
        caption = escape(self.caption)
        body = "\n".join(self._line(row) for row in self.rows)
        return (
            '<figure class="table-figure">\n'
            f'<div class="table-scroll" role="region" tabindex="0" aria-label="{caption}">\n'
            f'<table class="sourced-table">\n<caption>{caption}</caption>\n'
            f"<thead><tr>{self._heads()}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n"
            f"</div>\n<figcaption>{self.download_link()}</figcaption>\n</figure>"
        )

    def _heads(self) -> str:
        heads = [_head(column) for column in self.columns if column.kind != "provenance"]
        evidence = ", ".join(c.title.lower() for c in self.columns if c.kind == "provenance")
        if evidence or self.has_sources:
            title = evidence.capitalize() or "Source"
            heads.append(f'<th scope="col" class="source">{escape(title)}</th>')
        return "".join(heads)

    def _line(self, row: ShownRow) -> str:
        pairs = list(zip(self.columns, row.cells, strict=True))
        cells = [_cell(column, text) for column, text in pairs if column.kind != "provenance"]
        said = [t for column, t in pairs if column.kind == "provenance" and t != MISSING]
        if said or row.marks is not None:
            marks = "; ".join(map(source_html, row.marks or ()))
            words = f"<span>{escape(' · '.join(said))}</span> " if said else ""
            cells.append(f'<td data-label="Evidence" class="source"><div>{words}{marks}</div></td>')
        return f'<tr data-row="{escape(row.key)}">{"".join(cells)}</tr>'

    def download_link(self, text: str = "Download these rows (CSV)") -> str:
        """Return a link that holds the table as a CSV file, so that it works anywhere."""
        # the byte order mark tells spreadsheets that the file is UTF-8
        address = "data:text/csv;charset=utf-8," + quote("\ufeff" + self.to_csv(), safe="")
        return f'<a download="{escape(self.name)}.csv" href="{address}">{escape(text)}</a>'


def harmless(text: str) -> str:
    """Return a text as a spreadsheet shows it: what it would take for a formula, after a quote."""
    return f"'{text}" if text.startswith((*FORMULA_SIGNS, "-")) else text


def is_web_address(url: str) -> bool:
    """Whether a text is an http or https address; nothing else becomes a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _head(column: Column) -> str:
    unit = f' <span class="unit">({escape(column.unit)})</span>' if column.shows_unit else ""
    return f'<th scope="col" class="{column.kind}">{escape(column.title)}{unit}</th>'


def _cell(column: Column, text: str) -> str:
    label = escape(column.heading)
    kind = f"{column.kind} empty" if text == MISSING else column.kind
    return f'<td data-label="{label}" class="{kind}">{escape(text)}</td>'


def source_html(mark: Mark) -> str:
    """Return a source as a link, or as text where it has no web address."""
    text = escape(mark.text)
    if mark.warning:
        return f'<strong class="unverified">{text}</strong>'
    hint = mark.title or mark.formula
    title = f' title="{escape(hint)}"' if hint else ""
    if not is_web_address(mark.url):
        return f"<span{title}>{text}</span>"
    link = f'href="{escape(mark.url)}" rel="noopener noreferrer"'
    return f'<a class="source-mark" {link}{title}>{text}</a>'
