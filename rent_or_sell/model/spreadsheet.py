"""A model as a workbook: inputs by name, and results as live formulas in the author's names.

No result is stored: a program that opens the workbook computes it. XlsxWriter writes it, since it
is kept up, needs nothing else and gives the same bytes each time.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rent_or_sell.extras import brought_by

with brought_by("spreadsheet"):
    import xlsxwriter

from rent_or_sell.model.parameters import Parameter
from rent_or_sell.model.spreadsheet_cells import Cells, cells_of, in_year

if TYPE_CHECKING:
    from rent_or_sell.model.models import Model

READ_ME, INPUTS, RESULTS, YEARS, SUMS = "Read me", "Inputs", "Results", "Years", "Sums"
LINK = "{link}"  # what a page puts its own address in the place of
_MADE = datetime(1980, 1, 1)  # the day of the archive's own entries: no workbook has a date
_VALUE = 3  # the column of a parameter's value
_NUMBERS = (
    "Value",
    "Low",
    "Base",
    "High",
    "Least allowed",
    "Most allowed",
    "Ratio",
    "Terms",
    "Sum",
)
_INPUT_COLUMNS = {
    "Group": 16,
    "Assumption": 38,
    "Name": 28,
    "Value": 14,
    "Unit": 16,
    "Low": 12,
    "Base": 12,
    "High": 12,
    "Least allowed": 14,
    "Most allowed": 14,
    "Kind": 11,
    "Note": 60,
}
_FOLLOW = f"Change a value on the sheet {INPUTS}, and all results follow."
_NAMES = (
    "Every cell with an assumption or a result has a name, and formulas are written in these names."
    " They are those of the Python code; one that reads as a cell has an underscore at its end"
    " (MW1_), and one that differs from another by capitals alone a number (Sold_2)."
)
_UNDEFINED = (
    "A result that is not defined shows an error, such as #N/A or #DIV/0!, and so does what is"
    " computed from it."
)
_UNSTORED = (
    "No result is stored in the file: the program that opens it computes them. A preview that"
    " computes nothing shows none."
)
_LARGE_GROUPED = "[>=1000]#,##0;General"
_FORMATS: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "bottom": 1, "valign": "top"},
    "head_number": {"bold": True, "bottom": 1, "valign": "top", "align": "right"},
    "text": {"valign": "top"},
    "unit": {"valign": "top", "indent": 1},
    "note": {"valign": "top", "text_wrap": True},
    "code": {"valign": "top", "font_name": "Courier New", "font_size": 9},
    "number": {"valign": "top", "num_format": _LARGE_GROUPED},
    "count": {"valign": "top", "align": "left"},
    "input": {
        "valign": "top",
        "num_format": _LARGE_GROUPED,
        "bg_color": "#FFF8DC",
        "border": 1,
        "border_color": "#C8B98A",
    },
    "result": {"valign": "top", "num_format": "[>=1000]#,##0;[<=-1000]-#,##0;0.0000"},
    "changed": {"bold": True},
    "outside": {"font_color": "#B00020"},
    "link": {"valign": "top", "font_color": "#0563C1", "underline": 1},
}


@dataclass(frozen=True)
class Template:
    """A workbook at the base case for a page to fill in: its parts, and where the inputs are.

    Attributes
    ----------
    parts
        The text of each file of the archive, by its path.
    sheet
        The part that holds the inputs.
    inputs
        The cell of each parameter's value, such as `D4`.
    """

    parts: Mapping[str, str]
    sheet: str
    inputs: Mapping[str, str]


def workbook(model: Model, values: Mapping[str, float], link: str = "") -> bytes:
    """Return a workbook of the model with the given value of each parameter, as an .xlsx file."""
    made = io.BytesIO()
    _Writer(model, values, link).write(made)
    return made.getvalue()


def template(model: Model) -> Template:
    """Return the workbook at the base case as a page fills it in."""
    base = {name: parameter.base for name, parameter in model.parameters.items()}
    with zipfile.ZipFile(io.BytesIO(workbook(model, base, LINK))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    cells = {name: f"D{row + 1}" for row, name in enumerate(model.parameters, start=1)}
    return Template(parts, "xl/worksheets/sheet2.xml", cells)


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(self, model: Model, values: Mapping[str, float], link: str) -> None:
        self._model = model
        self._values = values
        self._link = link
        self._cells: Cells = cells_of(model.equations, model.parameters, model.years)

    def write(self, file: io.BytesIO) -> None:
        with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
            book.set_properties({"title": self._model.title, "created": _MADE})
            book.set_calc_mode("auto")  # and all of it when the file is opened
            self._book = book
            self._formats = {name: book.add_format(kind) for name, kind in _FORMATS.items()}
            self._read_me(book.add_worksheet(READ_ME))
            self._inputs(book.add_worksheet(INPUTS))
            self._results(book.add_worksheet(RESULTS))
            if any(quantity.yearly for quantity in self._model.equations.values()):
                self._years(book.add_worksheet(YEARS))
            if self._cells.sums:
                self._sums(book.add_worksheet(SUMS))

    def _read_me(self, sheet: Any) -> None:
        model, last = self._model, len(self._model.parameters) + 1
        count = f"{len(model.parameters)} assumptions and {len(model.equations)} equations"
        lines = [f"A model of {count}. {_FOLLOW}", _NAMES, _UNDEFINED, _UNSTORED]
        sheet.set_column(0, 0, 44)
        sheet.set_column(1, 1, 60)
        sheet.write_string(0, 0, model.title, self._formats["title"])
        pairs = {"Model": model.name, "Edition": model.edition, "The case as a link": self._link}
        row = 1
        for label, words in pairs.items():
            if words:
                sheet.write_string(row, 0, label, self._formats["text"])
                sheet.write_string(row, 1, words, self._formats["note"])
                row += 1
        sheet.write_string(row, 0, "Assumptions that differ from the base case")
        changed = f"SUMPRODUCT(--({INPUTS}!$D$2:$D${last}<>{INPUTS}!$G$2:$G${last}))"
        self._formula(sheet, row, 1, changed, "count")
        for place, words in enumerate(lines, start=row + 2):
            sheet.merge_range(place, 0, place, 1, "", self._formats["note"])
            sheet.write_string(place, 0, words, self._formats["note"])
            sheet.set_row(place, 15 * (1 + len(words) // 100))

    def _inputs(self, sheet: Any) -> None:
        parameters = self._model.parameters.values()
        most = max((len(parameter.sources) for parameter in parameters), default=0)
        sources = {f"Source {number}": 40 for number in range(1, most + 1)}
        self._head(sheet, _INPUT_COLUMNS | sources)
        for row, parameter in enumerate(parameters, start=1):
            self._input(sheet, row, parameter)
        last = len(self._model.parameters)
        # What was changed is bold, and what the model would refuse is red.
        for criteria, style in (
            ("=$D2<>$G2", "changed"),
            ("=OR($D2<$I2,$D2>$J2,NOT(ISNUMBER($D2)))", "outside"),
        ):
            rule = {"type": "formula", "criteria": criteria, "format": self._formats[style]}
            sheet.conditional_format(1, _VALUE, max(last, 1), _VALUE, rule)

    def _input(self, sheet: Any, row: int, parameter: Parameter) -> None:
        formats = self._formats
        texts = {0: parameter.group, 1: parameter.label}
        numbers = (parameter.low, parameter.base, parameter.high)
        limits = (parameter.minimum, parameter.maximum)
        for column, words in texts.items():
            sheet.write_string(row, column, words, formats["text"])
        for column, words in {4: parameter.unit, 10: parameter.kind}.items():
            sheet.write_string(row, column, words, formats["unit"])
        name = self._cells.names[parameter.name]
        sheet.write_string(row, 2, name, formats["code"])
        sheet.write_number(row, _VALUE, self._values[parameter.name], formats["input"])
        for column, number in enumerate((*numbers, *limits), start=5):
            sheet.write_number(row, column, number, formats["number"])
        sheet.write_string(row, 11, parameter.note, formats["note"])
        for column, source in enumerate(parameter.sources, start=12):
            if source.is_public:
                sheet.write_url(row, column, source.url, formats["link"], source.title)
            else:
                sheet.write_string(row, column, source.title, formats["text"])
        self._define(name, sheet, f"$D${row + 1}")
        sheet.data_validation(
            row,
            _VALUE,
            row,
            _VALUE,
            {
                "validate": "decimal",
                "criteria": "between",
                "minimum": parameter.minimum,
                "maximum": parameter.maximum,
                "error_title": "Beyond the hard limits",
                "error_message": f"Give {parameter.limits}."[:255],
            },
        )

    def _results(self, sheet: Any) -> None:
        self._head(
            sheet, {"Result": 60, "Name": 30, "Value": 18, "Unit": 18, "Formula": 90, "Part": 22}
        )
        single = [q for q in self._model.equations.values() if not q.yearly]
        own = [q for q in single if q.name in self._model.results]
        read = [q for q in single if q.name not in self._model.results]
        for row, quantity in enumerate((*own, *read), start=1):
            name = self._cells.names[quantity.name]
            formula = self._cells.formulas[quantity.name]
            sheet.write_string(row, 0, quantity.summary, self._formats["text"])
            sheet.write_string(row, 1, name, self._formats["code"])
            self._formula(sheet, row, 2, formula)
            sheet.write_string(row, 3, quantity.unit, self._formats["unit"])
            sheet.write_string(row, 4, formula, self._formats["code"])
            part = "result" if quantity in own else "read by the results"
            sheet.write_string(row, 5, part, self._formats["text"])
            self._define(name, sheet, f"$C${row + 1}")

    def _years(self, sheet: Any) -> None:
        years = list(self._model.years)
        columns = {"Result": 50, "Name": 24, "Unit": 20} | {str(year): 14 for year in years}
        self._head(sheet, columns)
        yearly = [q for q in self._model.equations.values() if q.yearly]
        for row, quantity in enumerate(yearly, start=1):
            sheet.write_string(row, 0, quantity.summary, self._formats["text"])
            sheet.write_string(row, 1, self._cells.names[quantity.name], self._formats["code"])
            sheet.write_string(row, 2, quantity.unit, self._formats["text"])
            for column, year in enumerate(years, start=3):
                key = in_year(quantity.name, year)
                self._formula(sheet, row, column, self._cells.formulas[key])
                cell = xlsxwriter.utility.xl_rowcol_to_cell(row, column, True, True)
                self._define(self._cells.names[key], sheet, cell)
            ends = [
                xlsxwriter.utility.xl_rowcol_to_cell(row, column, True, True)
                for column in (3, 2 + len(years))
            ]
            self._define(self._cells.names[quantity.name], sheet, ":".join(ends))

    def _sums(self, sheet: Any) -> None:
        """Write the sums 1 + ratio + ratio² + …, in closed form.

        Near a ratio of one, where the closed form loses digits, it is the binomial series.
        """
        self._head(sheet, {"1 + ratio + ratio² + …": 32, "Ratio": 16, "Terms": 12, "Sum": 16})
        for row, each in enumerate(self._cells.sums, start=1):
            ratio, terms = f"B{row + 1}", f"C{row + 1}"
            series = f"{terms}*(1+({terms}-1)/2*({ratio}-1)*(1+({terms}-2)/3*({ratio}-1)*(1+({terms}-3)/4*({ratio}-1))))"
            closed = f"({ratio}^{terms}-1)/({ratio}-1)"
            corner = f"IF(AND({ratio}=0,{terms}>0),1,NA())"
            total = f"IF({ratio}<=0,{corner},IF(ABS({ratio}-1)<0.0001,{series},{closed}))"
            sheet.write_string(row, 0, each.name, self._formats["code"])
            self._formula(sheet, row, 1, each.ratio)
            self._formula(sheet, row, 2, each.terms)
            self._formula(sheet, row, 3, total)
            self._define(each.name, sheet, f"$D${row + 1}")

    def _head(self, sheet: Any, columns: Mapping[str, int]) -> None:
        for column, (title, width) in enumerate(columns.items()):
            sheet.set_column(column, column, width)
            is_number = title in _NUMBERS or title.isdigit()
            style = self._formats["head_number" if is_number else "head"]
            sheet.write_string(0, column, title, style)
        sheet.freeze_panes(1, 2)

    def _formula(
        self, sheet: Any, row: int, column: int, formula: str, kind: str = "result"
    ) -> None:
        sheet.write_formula(row, column, f"={formula}", self._formats[kind], "")  # no result

    def _define(self, name: str, sheet: Any, cell: str) -> None:
        self._book.define_name(name, f"={sheet.get_name()}!{cell}")
