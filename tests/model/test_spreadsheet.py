"""A model as a workbook: named inputs, live formulas, nothing stored, nothing that lies."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from agreement import assert_agree
from heat_pump.book import BOOK as HEAT_PUMP
from sheet_engine import Engine
from workbooks import MAIN, ReadWorkbook

from rent_or_sell import ModelError, ModelInputError, load_models, minimum
from rent_or_sell.model import graph
from rent_or_sell.model.models import Model
from rent_or_sell.model.operators import Yearly, cohort_sum, where_positive, year_sum
from rent_or_sell.model.spreadsheet import template
from rent_or_sell.model.spreadsheet_cells import cells_of, in_year
from rent_or_sell.model.spreadsheet_names import sheet_names

VECTORS = json.loads((Path(__file__).parents[1] / "vectors.json").read_text())
MODELS = {**load_models(), **HEAT_PUMP.load_models()}
Written = Callable[..., ReadWorkbook]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """Writes a model with changes and reads the file."""

    def write(model: Model, changes: Any = None, **more: float) -> ReadWorkbook:
        model.spreadsheet(tmp_path / "model.xlsx", changes, **more)
        return ReadWorkbook(tmp_path / "model.xlsx")

    return write


class Sheet:
    """What the formulas of a model's workbook give, as `evaluate` gives results."""

    def __init__(self, model: Model, read: ReadWorkbook) -> None:
        self._engine = Engine(read)
        self._model = model
        self._names = cells_of(model.equations, model.parameters, model.years).names

    def evaluate(self, changes: Mapping[str, float]) -> dict[str, Any]:
        engine = self._engine.given(changes)
        return {name: engine.named(self._names[name]) for name in self._model.equations}


def of_python(model: Model, changes: dict[str, float]) -> dict[str, Any]:
    everything = list(model.equations)
    return graph.evaluate(model.equations, changes, model.known, model.years, everything)


@pytest.mark.parametrize("name", MODELS)
def test_the_formulas_give_the_worked_cases(name: str, written: Written) -> None:
    model = MODELS[name]
    sheet = Sheet(model, written(model))
    for number, case in enumerate(VECTORS):
        changes = {key: value for key, value in case["inputs"].items() if key in model.parameters}
        found = sheet.evaluate(changes)
        assert_agree(model, of_python(model, changes), found, f"case {number}")


@pytest.mark.parametrize("name", MODELS)
def test_the_formulas_hold_at_every_hard_limit(name: str, written: Written) -> None:
    model = MODELS[name]
    sheet = Sheet(model, written(model))
    for parameter in model.parameters.values():
        for value in (parameter.minimum, parameter.maximum):
            changes = {parameter.name: value}
            found = sheet.evaluate(changes)
            assert_agree(model, of_python(model, changes), found, str(changes))


def test_a_ratio_near_one_loses_no_digits(written: Written) -> None:
    sheet = Sheet(MODELS["rack"], written(MODELS["rack"]))
    for erosion in (0.0, 1e-13, 1e-9, 1e-6, 0.99e-4, 1.01e-4):
        changes = {"rent_erosion": erosion, "rental_years": 9.5}
        found = sheet.evaluate(changes)
        assert_agree(MODELS["rack"], of_python(MODELS["rack"], changes), found, str(changes))


@pytest.mark.parametrize("name", MODELS)
def test_no_result_is_stored_and_all_is_computed_on_opening(name: str, written: Written) -> None:
    read = written(MODELS[name])
    assert not set(read.formulas) & set(read.values)
    book = ElementTree.fromstring(read.parts["xl/workbook.xml"])
    assert book.find(f"{MAIN}calcPr").get("fullCalcOnLoad") == "1"  # type: ignore[union-attr]


@pytest.mark.parametrize("name", MODELS)
def test_every_parameter_and_quantity_has_its_name(name: str, written: Written) -> None:
    model, read = MODELS[name], written(MODELS[name])
    for parameter in model.parameters:
        assert read.cell(parameter)[0] == "Inputs"
    for quantity in model.equations.values():
        assert read.cell(quantity.name)[0] == ("Years" if quantity.yearly else "Results")
        for year in model.years if quantity.yearly else ():
            assert read.formula(in_year(quantity.name, year))


def test_formulas_are_in_the_authors_names(written: Written) -> None:
    rack, fleet = written(MODELS["rack"]), written(MODELS["fleet"])
    assert rack.formula("npv_sell") == (
        "price + pv_support - selling_cost - warranty_cost - credit_cost + pv_attach_kept"
        " - build_cost"
    )
    assert rack.formula("rent_annuity") == "discount_factor^(golive_lag + 0.5)*rent_annuity_sum"
    assert fleet.formula("rented_2028") == "MIN(supply_2028 - sold_2028,rentable_2028)"
    assert fleet.formula("sold_total") == "SUM(sold)"


def test_an_input_carries_unit_range_limits_note_and_sources(written: Written) -> None:
    read, parameter = written(MODELS["rack"], attach_rate=0.4), MODELS["rack"].known["attach_rate"]
    row = read.cell("attach_rate")[1][1:]
    cells = {column: read.values.get(("Inputs", f"{column}{row}"), "") for column in "ABCDEFGHIJKL"}
    assert cells == {
        "A": parameter.group,
        "B": parameter.label,
        "C": "attach_rate",
        "D": "0.4",
        "E": parameter.unit,
        "F": f"{parameter.low:g}",
        "G": f"{parameter.base:g}",
        "H": f"{parameter.high:g}",
        "I": f"{parameter.minimum:g}",
        "J": f"{parameter.maximum:g}",
        "K": parameter.kind,
        "L": parameter.note,
    }
    sheet = ElementTree.fromstring(read.parts["xl/worksheets/sheet2.xml"])
    (rule,) = [
        each for each in sheet.iter(f"{MAIN}dataValidation") if each.get("sqref") == f"D{row}"
    ]
    limits = [float(rule.findtext(f"{MAIN}formula{end}") or "nan") for end in (1, 2)]
    assert limits == [parameter.minimum, parameter.maximum]
    links = read.parts["xl/worksheets/_rels/sheet2.xml.rels"].replace("&amp;", "&")
    sources = [one for each in MODELS["rack"].parameters.values() for one in each.sources]
    assert all(source.url in links for source in sources if source.is_public)
    assert all(source.title in read.values.values() for source in sources)


def test_it_says_what_it_is_and_of_which_edition(written: Written) -> None:
    read = written(MODELS["rack"])
    words = [text for (sheet, _), text in read.values.items() if sheet == "Read me"]
    assert read.sheets == ["Read me", "Inputs", "Results", "Sums"]
    assert {"One rack, two lives", "rack", "the second edition"} <= set(words)
    assert not any("{link}" in text for text in read.parts.values())


def test_the_same_case_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "other.xlsx"):
        MODELS["parity"].spreadsheet(tmp_path / name, chips=100)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "other.xlsx").read_bytes()


def test_a_template_says_where_every_input_is(written: Written) -> None:
    made, read = template(MODELS["rack"]), written(MODELS["rack"])
    assert {name: ("Inputs", cell) for name, cell in made.inputs.items()} == {
        name: read.cell(name) for name in MODELS["rack"].parameters
    }
    assert set(made.parts) == set(read.parts)
    assert made.parts[made.sheet].count("<dataValidation ") == len(made.inputs)


# Refusals


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"attach_rat": 1}, "attach_rat"),
        ({"attach_rate": 9}, "outside its hard limits"),
        ({"attach_rate": [0.1, 0.2]}, "is not one number"),
    ],
)
def test_what_is_no_case_is_refused_and_nothing_written(
    changes: dict[str, Any], message: str, tmp_path: Path
) -> None:
    with pytest.raises(ModelInputError, match=message):
        MODELS["rack"].spreadsheet(tmp_path / "none.xlsx", changes)
    assert not (tmp_path / "none.xlsx").exists()


def test_an_equation_that_is_no_formula_is_refused(tmp_path: Path) -> None:
    def build_cost(chips: float) -> float:
        """Say a thing.

        Unit: USD
        """
        return float(chips)

    with pytest.raises(ModelError, match="build_cost"):
        MODELS["rack"].replace(build_cost=build_cost).spreadsheet(tmp_path / "none.xlsx")


# Names


def test_names_that_a_spreadsheet_refuses_get_a_suffix() -> None:
    assert sheet_names(["MW1", "r", "C", "R1C1", "sold", "Sold", "sold_2", "rc", "price"]) == {
        "MW1": "MW1_",
        "r": "r_",
        "C": "C_",
        "R1C1": "R1C1_",
        "sold": "sold",
        "Sold": "Sold_2",
        "sold_2": "sold_2_2",
        "rc": "rc_",
        "price": "price",
    }


# What this book's equations do not happen to use


@pytest.mark.parametrize(
    ("equation", "printed"),
    [
        (lambda chips, pue: -(chips**2) + pue, "-1*chips^2 + pue"),
        (lambda chips, pue: pue - chips**2, "pue - chips^2"),
        (lambda chips, pue: (chips**pue) ** 0.5, "(chips^pue)^0.5"),
        (lambda chips, pue: chips ** (-pue), "chips^(-pue)"),
        (lambda chips, pue: chips / (pue / 2), "chips/(pue*(1/2))"),
        (
            lambda displacement, paid_hours: displacement**paid_hours,
            "IF(paid_hours=0,1,displacement^paid_hours)",
        ),
        (
            lambda chips, pue: where_positive(chips - pue, 1, 2),
            "IF(IFERROR(chips - pue,0)>0,1,2)",
        ),
        (lambda chips, pue: minimum(chips, -pue) * 2, "MIN(chips,-pue)*2"),
    ],
)
def test_an_equation_is_printed_as_a_spreadsheet_reads_it(
    equation: Callable[..., Any], printed: str
) -> None:
    equation.__doc__ = "Say a thing.\n\nUnit: USD"
    quantities = {"thing": graph.describe("thing", equation)}
    known = MODELS["rack"].known
    assert cells_of(quantities, known, MODELS["rack"].years).formulas["thing"] == printed


def test_sums_over_years_may_be_of_more_than_a_name() -> None:
    def flow(chips: float, year: float) -> Yearly:
        """Say a thing.

        Unit: chips
        """
        return chips * year

    def living(flow: Any, pue: float, chips: float) -> Yearly:
        """Say a thing.

        Unit: chips
        """
        return cohort_sum(flow + 1, pue, chips)

    def total(flow: Any) -> Any:
        """Say a thing.

        Unit: chips
        """
        return year_sum(flow * 2)

    equations = (flow, living, total)
    quantities = {each.__name__: graph.describe(each.__name__, each) for each in equations}
    model = MODELS["rack"]
    formulas = cells_of(quantities, model.known, model.years).formulas
    assert formulas["living_2027"] == (
        "(IF(0<chips,(flow_2027 + 1),0)+IF(1<chips,(flow_2026 + 1)*pue^1,0))"
    )
    assert formulas["total"].startswith("((flow_2026*2)+(flow_2027*2)+")
