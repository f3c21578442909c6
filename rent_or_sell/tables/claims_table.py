"""The article's claims as HTML tables by section, and as one CSV file, with where each is treated."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape

from rent_or_sell.facts.claims import TABLE, Claim, load_claims
from rent_or_sell.facts.tables import Facts
from rent_or_sell.tables.cell_text import MISSING
from rent_or_sell.tables.sourced_table import sourced_table
from rent_or_sell.tables.table_page import Column, ShownRow, ShownTable

# who said it, when and how firmly follow by themselves
COLUMNS = ("fact_id", "section", "claim", "value", "unit", "crosscheck_result")
HEADS = ("No.", "Claim", "Held against other sources", "Who said it, when, how firmly")


@dataclass(frozen=True)
class Treatment:
    """A place where a chapter treats a claim: the chapter's title and the link to the place."""

    chapter: str
    address: str


@dataclass(frozen=True)
class ClaimsTable:
    """Every claim of the article, and the treatments of each by its identity."""

    facts: Facts
    treatments: Mapping[str, Sequence[Treatment]]

    @cached_property
    def _rows(self) -> ShownTable:
        return _claims(self.facts)

    def section_html(self, section: str) -> str:
        """Return the claims of a section of the article as a table, one row a claim."""
        heads = "".join(f'<th scope="col" class="text">{head}</th>' for head in HEADS)
        claims = load_claims(self.facts)
        body = "\n".join(
            self._line(claims[row.key], row)
            for row in self._rows.rows
            if claims[row.key].section == section
        )
        return (
            f'<div class="table-figure"><table class="sourced-table cards claims"'
            f' aria-label="{escape(section)}">\n'
            f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table></div>"
        )

    def download_html(self) -> str:
        """Return a link that holds all claims as a CSV file."""
        table = self._rows
        columns = (*table.columns, Column("Treated in", "", "text"))
        rows = (replace(row, cells=(*row.cells, self._chapters(row.key))) for row in table.rows)
        link = replace(table, columns=columns, rows=tuple(rows)).download_link("All claims (CSV)")
        return f'<p class="table-figure">{link}</p>'

    def _chapters(self, claim: str) -> str:
        chapters = dict.fromkeys(one.chapter for one in self.treatments.get(claim, ()))
        return "; ".join(chapters) or MISSING

    def _line(self, claim: Claim, row: ShownRow) -> str:
        cells = dict(zip(COLUMNS, row.cells, strict=False))
        return (
            f'<tr id="{escape(claim.identity)}">'
            f'<th scope="row" data-label="No.">{escape(claim.number)}</th>'
            f'<td data-label="Claim" class="text"><div>{escape(claim.text)}.'
            f"{_value(cells)}{self._treated(claim.identity)}</div></td>"
            f"{_crosscheck(cells['crosscheck_result'])}"
            f'<td data-label="Evidence" class="source">'
            f"<div>{self._rows.said(row)}</div></td></tr>"
        )

    def _treated(self, claim: str) -> str:
        links: list[str] = []
        for position, one in enumerate(self.treatments.get(claim, ())):
            again = position and one.chapter == self.treatments[claim][position - 1].chapter
            words = "again" if again else escape(one.chapter)
            links.append(f'<a href="{escape(one.address)}">{words}</a>')
        return f'<span class="treated">Treated in: {", ".join(links)}</span>' if links else ""


def claims_said(facts: Facts) -> dict[str, str]:
    """Return of each claim, as HTML, who said it, when and how firmly, and its sources."""
    table = _claims(facts)
    return {row.key: table.said(row) for row in table.rows}


def _claims(facts: Facts) -> ShownTable:
    return sourced_table(facts, TABLE, COLUMNS)


def _value(cells: Mapping[str, str]) -> str:
    value = " ".join(text for text in (cells["value"], cells["unit"]) if text != MISSING)
    return f'<span class="value">Figure: {escape(value)}</span>' if value else ""


def _crosscheck(text: str) -> str:
    kind = "text empty" if text == MISSING else "text"
    return f'<td data-label="Checked" class="{kind}">{escape(text)}</td>'
