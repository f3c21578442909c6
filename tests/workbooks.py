"""Reads workbooks without the library that wrote them: names, formulas, and values if there are."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree import ElementTree

from rent_or_sell.model.models import Model
from rent_or_sell.model.spreadsheet_cells import cells_of, in_year

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class ReadWorkbook:
    """The cells of a workbook: what each holds, by sheet and address.

    Attributes
    ----------
    formulas, values
        Texts by (sheet, address): the formula, and what is stored as the cell's value.
    names
        Defined names, each with what it refers to, such as `Inputs!$D$2`.
    parts
        Every file of the archive as text.
    """

    def __init__(self, file: Path | BinaryIO) -> None:
        with zipfile.ZipFile(file) as archive:
            self.parts = {name: archive.read(name).decode() for name in archive.namelist()}
        self._shared = self._shared_strings()
        book = ElementTree.fromstring(self.parts["xl/workbook.xml"])
        relations = ElementTree.fromstring(self.parts["xl/_rels/workbook.xml.rels"])
        targets = {each.get("Id"): each.get("Target", "") for each in relations}
        self.names = {
            each.get("name", ""): (each.text or "").replace("'", "")
            for each in book.iter(f"{MAIN}definedName")
        }
        self.formulas: dict[tuple[str, str], str] = {}
        self.values: dict[tuple[str, str], str] = {}
        self.sheets: list[str] = []
        for sheet in book.iter(f"{MAIN}sheet"):
            title = sheet.get("name", "")
            self.sheets.append(title)
            self._read(title, f"xl/{targets[sheet.get(RELATION)]}")

    def _shared_strings(self) -> list[str]:
        if "xl/sharedStrings.xml" not in self.parts:
            return []
        root = ElementTree.fromstring(self.parts["xl/sharedStrings.xml"])
        return ["".join(t.text or "" for t in each.iter(f"{MAIN}t")) for each in root]

    def _read(self, title: str, part: str) -> None:
        for cell in ElementTree.fromstring(self.parts[part]).iter(f"{MAIN}c"):
            address = title, cell.get("r", "")
            formula, value = cell.find(f"{MAIN}f"), cell.find(f"{MAIN}v")
            if formula is not None:
                self.formulas[address] = formula.text or ""
            if value is not None and value.text:
                is_shared = cell.get("t") == "s"
                self.values[address] = self._shared[int(value.text)] if is_shared else value.text

    def formula(self, name: str) -> str:
        """Return the formula of the cell with a defined name."""
        return self.formulas[self.cell(name)]

    def cell(self, name: str) -> tuple[str, str]:
        """Return sheet and address of the cell with a defined name."""
        sheet, _, address = self.names[name].replace("$", "").partition("!")
        return sheet, address

    def number(self, name: str) -> float:
        """Return the value of the cell with a defined name, `nan` for an error."""
        text = self.values.get(self.cell(name), "")
        return float("nan") if text.startswith("#") else float(text)

    def results(self, model: Model) -> Mapping[str, Any]:
        """Return the values of all equations of a model as `evaluate` gives its results."""
        names = cells_of(model.equations, model.parameters, model.years).names
        return {
            name: [self.number(names[in_year(name, year)]) for year in model.years]
            if quantity.yearly
            else self.number(names[name])
            for name, quantity in model.equations.items()
        }


def addresses(cells: Mapping[tuple[str, str], str], sheet: str, column: str) -> list[str]:
    """Return the addresses of a sheet's cells in one column."""
    return [at for title, at in cells if title == sheet and re.fullmatch(rf"{column}\d+", at)]
