"""A table as HTML that works without scripts, and as the CSV file offered beneath it.

A notebook shows all of it. On a page of the book the evidence of a row stands in a card behind a
short mark, and a long table begins with five rows; paper and pages without scripts show all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Literal
from urllib.parse import urlsplit

from rent_or_sell.facts.csv_text import csv_link, csv_text, harmless
from rent_or_sell.tables.cell_text import MINUS, MISSING
from rent_or_sell.tables.column_widths import column_widths

# What a cell gives beside its HTML, for the pages of the book: tables and explorers do.
FOR_PAGES = "application/vnd.rent-or-sell.page+html"

# JupyterLab moves every cell of an output to the right, words too.
NOTEBOOK_SHEET = (
    "<style>.table-scroll .sourced-table :is(th, td):not(.number) { text-align: left; }</style>\n"
)

FIRST = 5  # rows with which a long table begins
LONG = 7  # rows from which it is one
LONGEST_MARK = 24  # characters
MOST_SIDE_BY_SIDE = 4  # numbers of a row that a phone still shows in a table, not on a card


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
    """What a reader sees of a table; a folded one shows its caption first."""

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[ShownRow, ...]
    folded: bool = False

    @property
    def has_sources(self) -> bool:
        """Whether the rows carry source marks."""
        return any(row.marks is not None for row in self.rows)

    @property
    def is_comparison(self) -> bool:
        """Whether numbers of the book's own stand side by side, few enough for a phone."""
        kinds = [column.kind for column in self.columns]
        numbers, words = kinds.count("number"), kinds.count("text")
        return not self.has_sources and 0 < numbers <= MOST_SIDE_BY_SIDE and words <= 2

    def __repr__(self) -> str:
        """Say what it shows, such as `<ShownTable commitments: 12 rows, 6 columns>`."""
        return f"<ShownTable {self.name}: {len(self.rows)} rows, {len(self.columns)} columns>"

    def to_csv(self) -> str:
        """Return the rows and columns shown, with the addresses of the links, as CSV.

        Numbers carry a plain hyphen as minus, so that a spreadsheet reads them.
        """
        headings = [column.heading for column in self.columns]
        heads = [*headings, "Source", "Link"] if self.has_sources else headings
        return csv_text([heads, *map(self._csv_cells, self.rows)])

    def _csv_cells(self, row: ShownRow) -> list[str]:
        cells = [
            harmless(text.replace(MINUS, "-") if column.kind == "number" else text)
            for column, text in zip(self.columns, row.cells, strict=True)
        ]
        if row.marks is None:
            return cells
        links = [mark.url for mark in row.marks if is_web_address(mark.url)]
        return [*cells, harmless("; ".join(mark.text for mark in row.marks)), " ".join(links)]

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        """Return the table for a notebook, and for a page of the book."""
        return {"text/html": NOTEBOOK_SHEET + self._repr_html_(), FOR_PAGES: self.page_html()}

    def _repr_html_(self) -> str:
        """Return the table as a figure with a scroll region and a download link."""
        said = ", ".join(c.title.lower() for c in self.columns if c.kind == "provenance")
        evidence = said.capitalize() or "Source"
        lines = (self._line(row, self._evidence(row)) for row in self.rows)
        return self._figure(evidence, lines, self.download_link(), self._widths(evidence))

    def _widths(self, evidence: str) -> str:
        """Return how wide each column is, known before its first row: a long table comes in pieces."""
        columns = [
            [column.heading, *(row.cells[place] for row in self.rows)]
            for place, column in enumerate(self.columns)
            if column.kind != "provenance"
        ]
        if self.has_sources or len(columns) < len(self.columns):
            columns.append([evidence, *map(self._evidence_text, self.rows)])
        stated = ([text for text in texts if text != MISSING] for texts in columns)
        elements = (f'<col width="{width}">' for width in column_widths(list(stated)))
        return f"<colgroup>{''.join(elements)}</colgroup>\n"

    def page_html(self) -> str:
        """Return the same with the evidence in cards, and all rows but the first behind a button."""
        is_long = len(self.rows) >= LONG
        lines = (
            self._line(row, self._card(row), "more" if is_long and place >= FIRST else "")
            for place, row in enumerate(self.rows)
        )
        button = (
            f'<button type="button" class="button all-rows">All {len(self.rows)} rows</button> '
        )
        return self._figure("Source", lines, (button if is_long else "") + self.download_link())

    def _figure(self, evidence: str, lines: Iterable[str], foot: str, widths: str = "") -> str:
        caption = escape(self.caption)
        body = "\n".join(lines)
        on_phones = "comparison" if self.is_comparison else "cards"
        figure = (
            '<figure class="table-figure">\n'
            f'<div class="table-scroll" role="region" tabindex="0" aria-label="{caption}">\n'
            f'<table class="sourced-table {on_phones}">\n<caption>{caption}</caption>\n{widths}'
            f"<thead><tr>{self._heads(evidence)}</tr></thead>\n"
            f"<tbody>\n{body}\n</tbody>\n</table>\n</div>\n"
            f'<div class="table-foot">{foot}</div>\n</figure>'
        )
        if not self.folded:
            return figure
        summary = f"{caption} ({len(self.rows)})"
        return f'<details class="table-fold"><summary>{summary}</summary>\n{figure}\n</details>'

    def _heads(self, evidence: str) -> str:
        heads = [_head(column) for column in self.columns if column.kind != "provenance"]
        if self.has_sources or len(heads) < len(self.columns):
            heads.append(f'<th scope="col" class="source">{escape(evidence)}</th>')
        return "".join(heads)

    def _line(self, row: ShownRow, evidence: str, kind: str = "") -> str:
        pairs = zip(self.columns, row.cells, strict=True)
        shown = [pair for pair in pairs if pair[0].kind != "provenance"]
        cells = "".join(_cell(*pair, is_name=not place) for place, pair in enumerate(shown))
        named = f' class="{kind}"' if kind else ""
        return f'<tr data-row="{escape(row.key)}"{named}>{cells}{evidence}</tr>'

    def said(self, row: ShownRow) -> str:
        """Return who said it, when and how firmly, and every source, as HTML; "" for neither."""
        said = self._said(row)
        words = f"<span>{escape(said)}</span> " if said else ""
        return words + "; ".join(map(source_html, row.marks or ()))

    def _said(self, row: ShownRow) -> str:
        pairs = zip(self.columns, row.cells, strict=True)
        return " · ".join(t for column, t in pairs if column.kind == "provenance" and t != MISSING)

    def _evidence_text(self, row: ShownRow) -> str:
        return " ".join([self._said(row), *(mark.text for mark in row.marks or ())])

    def _evidence(self, row: ShownRow) -> str:
        said = self.said(row)
        return f'<td data-label="Evidence" class="source"><div>{said}</div></td>' if said else ""

    def _card(self, row: ShownRow) -> str:
        """Return a mark that leads to the first source with an address, and the card behind it."""
        said, marks = self.said(row), row.marks or ()
        if not said:
            return ""
        name = f"evidence-{_slug(self.caption)}-{_slug(row.key)}"
        address = next((mark.url for mark in marks if is_web_address(mark.url)), f"#{name}")
        kind = " unverified" if any(mark.warning for mark in marks) else ""
        return (
            f'<td data-label="Source" class="source"><a class="bound-number{kind}"'
            f' href="{escape(address)}" rel="noopener noreferrer" aria-describedby="{name}">'
            f"{escape(_short(marks[0].text) if marks else 'who said it')}</a>"
            f'<span class="number-note" id="{name}" role="note" popover'
            f' data-address="{escape(self.name)}.{escape(row.key)}">{said}</span></td>'
        )

    def download_link(self, text: str = "Download these rows (CSV)") -> str:
        """Return a link that holds the table as a CSV file."""
        return csv_link(self.name, self.to_csv(), text)


def _slug(text: str) -> str:
    return re.sub(r"\W+", "-", text.lower()).strip("-")


def _short(text: str) -> str:
    """Return the name of a publisher without what follows it, such as its date."""
    name = re.split(r", | \(|; ", text, maxsplit=1)[0]
    return name if len(name) <= LONGEST_MARK else f"{name[: LONGEST_MARK - 1].rstrip()}…"


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


def _cell(column: Column, text: str, *, is_name: bool) -> str:
    """Return a cell; the first of a row names it to who hears one cell after the other."""
    label = escape(column.heading)
    kind = f"{column.kind} empty" if text == MISSING else column.kind
    tag, scope = ("th", ' scope="row"') if is_name else ("td", "")
    return f'<{tag}{scope} data-label="{label}" class="{kind}">{_breaking(text)}</{tag}>'


def _breaking(text: str) -> str:
    """Return a text as HTML in which a long name of the code breaks between its words."""
    return escape(text).replace("_", "_<wbr>")


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
