"""The model at its base case beside numbers that are known, and beside the one comparable deal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rent_or_sell.book import BOOK
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.tables.cell_text import cell_text
from rent_or_sell.tables.source_marks import source_marks
from rent_or_sell.tables.table_page import Column, Mark, ShownRow, ShownTable
from rent_or_sell.trainium.figures.payback import MARGINS, PAYBACK

KW_PER_MW, KW_PER_GW = 1_000, 1_000_000
# OpenAI's: billions of dollars, over how many years, for how many GW.
SPENDING = ("commitments.CM13", "commitments.CM13.term_years", "commitments.CM14")
RAMP_YEARS = 3  # the contract ramps from 2027; for how long is our assumption
# A bank's for a whole site of one GW: of TPU v7 and of Trainium3.
TPU_GIGAWATT = "purchase_prices.PP020"
TRAINIUM_GIGAWATT = "purchase_prices.PP019"


def known_number_checks() -> ShownTable:
    """Return one row a check: the model's number, the known one and where that comes from."""
    base = _base_case()
    chips_per_gw = KW_PER_GW / (base["kw_per_chip"] * base["pue"])
    spend, years, power = map(_number, SPENDING)
    kept = sum((1 - base["rent_erosion"]) ** year for year in range(round(years))) / years
    rent_per_gw = kept * base["rent_year_one"] / base["chips"] * chips_per_gw / 1e9
    racks_per_gw = base["sale_price_per_chip"] * chips_per_gw / 1e9
    building_per_chip = base["building_per_mw"] / KW_PER_MW * base["kw_per_chip"]
    cost_per_gw = (base["build_cost_per_chip"] + building_per_chip) * chips_per_gw / 1e9
    margins = " and ".join(map(_known, MARGINS))
    mean, ramped = (
        format_number(spend / full / power, ".1f") for full in (years, years - RAMP_YEARS / 2)
    )
    rows = (
        _row(
            "Operating margin in percent: of a rented rack; of all AWS, first two quarters of 2026",
            (100 * base["operating_margin"], margins),
            *MARGINS,
        ),
        _row(
            "Years until a rack has paid for itself; until Amazon’s servers have, on average",
            (base["payback_years"], _known(PAYBACK)),
            PAYBACK,
        ),
        _row(
            "A year of rent for one GW, in billion dollars, as a mean of eight; OpenAI’s commitment",
            (rent_per_gw, f"{mean}, or {ramped} with a ramp of {RAMP_YEARS} years"),
            *SPENDING,
        ),
        _row(
            "A year’s output at the rack price, in billion dollars; the run rate that Jassy stated",
            (base["merchant_run_rate"], _known("amazon_statements.JL05")),
            "amazon_statements.JL05",
        ),
        _row(
            "Racks for one GW, in billion dollars; a whole site of TPU v7, by Morgan Stanley",
            (racks_per_gw, format_number(_number(TPU_GIGAWATT) / 1e9, ".0f")),
            TPU_GIGAWATT,
        ),
        _row(
            "Rack and building for one GW, at cost, in billion dollars; a whole site of Trainium3, "
            "by Morgan Stanley",
            (cost_per_gw, format_number(_number(TRAINIUM_GIGAWATT) / 1e9, ".0f")),
            TRAINIUM_GIGAWATT,
        ),
    )
    heads = {"The model’s number; the known one": "text", "Model": "number", "Known": "text"}
    caption = "The model’s base case beside numbers that are known"
    return _table("known_numbers", caption, heads, rows)


def comparable_deal() -> ShownTable:
    """Return the price paid for TPU racks between the model's floor and ceiling, in each reading."""
    deal, by_work = "purchase_prices.PP015", "purchase_prices.PP015b"
    paid = _number(f"{deal}.per_chip_usd")
    worth, worth_by_work = map(_number, ("rental_prices.RP041", "rental_prices.RP041b"))
    rent = BOOK.load_parameters()["rent_per_chip_hour"].base
    readings = (
        ("AWS’s rent at its base, the buyer’s value at the TPU rent", rent, worth, deal),
        ("Both at the TPU rent", worth, worth, deal),
        ("Both at the TPU rent, for equal work", worth_by_work, worth_by_work, by_work),
    )
    rows = []
    for words, own, buyer, address in readings:
        changes = {"rent_per_chip_hour": own, "buyer_value_per_chip_hour": buyer}
        result = BOOK.model("rack").evaluate(changes)
        floor, ceiling = result["price_floor_per_chip"], result["price_ceiling_per_chip"]
        price = _number(f"{address}.per_chip_usd")
        prices = (format_number(one, "$,.0f") for one in (price, floor, ceiling))
        cells = (words, *prices, _place(price, floor, ceiling))
        rows.append(ShownRow(words, cells, _marks(address)))
    heads = {"Reading": "text", "Price": "number", "Floor": "number", "Ceiling": "number"}
    heads["The price lies"] = "text"
    caption = (
        f"The TPU deal, at ${paid:,.0f} a chip by one analyst’s estimate, put through the model"
    )
    return _table("comparable_deal", caption, heads, tuple(rows))


def _base_case() -> dict[str, float]:
    values = {name: parameter.base for name, parameter in BOOK.load_parameters().items()}
    return values | BOOK.model("rack").evaluate() | BOOK.model("market").evaluate()


def _place(price: float, floor: float, ceiling: float) -> str:
    if ceiling < price < floor:
        return "above the ceiling, below the floor"
    if price < floor:
        return "below the floor"
    return "in the zone" if price <= ceiling else "above the ceiling"


def _row(words: str, numbers: tuple[float, str], *cited: str) -> ShownRow:
    model, known = numbers
    marks = dict.fromkeys(mark for address in cited for mark in _marks(address))
    return ShownRow(words, (words, format_number(model, ".1f"), known), tuple(marks))


def _table(
    name: str, caption: str, heads: Mapping[str, Any], rows: tuple[ShownRow, ...]
) -> ShownTable:
    return ShownTable(name, caption, tuple(Column(h, "", kind) for h, kind in heads.items()), rows)


def _number(address: str) -> float:
    return BOOK.fact(address).number


def _known(address: str) -> str:
    """Return a fact as a reader sees it, with its qualifier and range."""
    fact = BOOK.fact(address)
    return cell_text(fact.row, fact.field)


def _marks(address: str) -> tuple[Mark, ...]:
    fact = BOOK.fact(address)
    (marks,) = source_marks(BOOK.facts, fact.schema, [fact.row])
    return marks or ()
