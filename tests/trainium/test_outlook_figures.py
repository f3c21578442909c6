"""The charts and the table on buyers, the watch list and the aftermath show what the data hold."""

from __future__ import annotations

import re

import pytest

from rent_or_sell import evaluate, load_parameters, load_table
from rent_or_sell.trainium.figures.aftermath import moved_after_the_article
from rent_or_sell.trainium.figures.buyer import buyer_value_and_price
from rent_or_sell.trainium.figures.contracts import commitments_a_year
from rent_or_sell.trainium.figures.watch import MARKS, evidence_board
from rent_or_sell.trainium.figures.who_buys import BROKEN, FIRMS, RELATIONS, who_buys_from_whom
from rent_or_sell.trainium.signal_reach import signal_reach

FIGURES = [
    who_buys_from_whom,
    buyer_value_and_price,
    evidence_board,
    moved_after_the_article,
    commitments_a_year,
]


@pytest.mark.parametrize("figure", FIGURES)
def test_a_chart_says_in_words_what_it_shows_and_whence(figure: object) -> None:
    assert callable(figure)
    layout = figure().layout
    assert layout.title.text and layout.meta["summary"] and layout.meta["source"]


def test_who_buys_from_whom_is_as_wide_and_as_firm_as_the_tables_have_it() -> None:
    figure = who_buys_from_whom()
    commitments = load_table("commitments").set_index("fact_id")
    lines = {line.name: line.line for line in figure.data}
    rented = commitments.loc[["CM13", "CM12"], "value"].sum()
    invested = commitments.loc[["CM15", "CM15c", "CM27"], "value"].sum()
    ratio = lines["OpenAI to Amazon"].width / lines["Amazon to OpenAI"].width
    assert ratio == pytest.approx(rented / invested)
    reported = {name for name, line in lines.items() if line.dash == BROKEN}
    assert reported == {"Anthropic to Broadcom", "Anthropic to Google", "Meta to Google"}
    assert {firm for one in RELATIONS for firm in (one.payer, one.paid)} == set(FIRMS)
    _, *rows = figure.layout.meta["table"]
    assert len(rows) == sum(len(one.facts) for one in RELATIONS)
    assert commitments.loc["CM23", "value"] == 0, "the title says that no buyer is named"


def test_the_title_sums_what_goes_between_amazon_and_its_laboratories() -> None:
    commitments = load_table("commitments").set_index("fact_id")["value"]
    put = commitments[["CM09", "CM26", "CM27b"]].sum()
    owed = commitments[["CM02", "CM12", "CM13"]].sum()
    title = who_buys_from_whom().layout.title.text
    assert f"{put:.0f} billion" in title and f"over {owed:.0f}" in title


def test_a_contracts_year_is_its_dollars_over_its_years() -> None:
    rows = load_table("commitments").set_index("fact_id").loc[["CM12", "CM13", "CM02"]]
    (bars,) = commitments_a_year().data
    *years, total = bars.x
    assert years == pytest.approx((rows["value"] / rows["term_years"]).tolist())
    assert total == pytest.approx(sum(years))


def test_the_title_of_the_evidence_is_what_the_rows_lean_to() -> None:
    leans = load_table("watch_list").groupby("signal")["direction"].agg(set)
    assert "towards a sale" not in leans["Trainium4 timing"]
    for signal in ("Named buyers", "Revenue treatment"):
        assert "away from a sale" not in leans[signal]


def test_the_ceiling_meets_each_floor_at_the_value_the_model_needs() -> None:
    *floors, ceiling = buyer_value_and_price().data
    rises = (ceiling.y[-1] - ceiling.y[0]) / (ceiling.x[-1] - ceiling.x[0])
    displacement = load_parameters()["displacement"]
    shares = (displacement.high, displacement.base, displacement.low)
    for line, share in zip(floors, shares, strict=True):
        needed = evaluate("rack", {"displacement": share})["buyer_value_needed"]
        assert ceiling.y[0] + rises * (needed - ceiling.x[0]) == pytest.approx(line.y[0])


def test_every_piece_of_evidence_is_one_mark_on_the_line_of_its_signal() -> None:
    table = load_table("watch_list")
    figure = evidence_board()
    drawn = [
        (words, day, re.sub(r" \(\d\)$", "", line))
        for trace in figure.data
        for words, day, line in zip(trace.text, trace.x, trace.y, strict=True)
    ]
    assert sorted(drawn) == sorted(
        (row.evidence, f"{row.date:%Y-%m-%d}", row.signal) for row in table.itertuples()
    )
    places = {place for trace in figure.data for place in zip(trace.x, trace.y, strict=True)}
    assert len(places) == len(table)
    assert [trace.name for trace in figure.data] == list(MARKS)


def test_each_assumption_of_the_watch_list_is_moved_to_both_ends() -> None:
    table = signal_reach()
    assert {row.key for row in table.rows} == set(load_table("watch_list")["parameter"])
    attach = next(row for row in table.rows if row.key == "attach_rate")
    parameter = load_parameters()["attach_rate"]
    room = evaluate("rack", {"attach_rate": parameter.low})["deal_surplus_per_chip"]
    assert attach.cells[2] == f"${round(room, -1):,.0f}"


def test_growth_is_that_of_the_figures_beside_it() -> None:
    (bars,) = moved_after_the_article().data
    quarters = load_table("aws_quarterly").set_index("quarter")
    sales = quarters["net_sales_million_usd"]
    shown = dict(zip(bars.y, bars.x, strict=True))
    growth = 100 * (sales["2026Q2"] / sales["2026Q1"] - 1)
    assert shown["AWS’s sales, a quarter"] == pytest.approx(growth)
    assert bars.text[-1] == "0 to 0" and bars.x[-1] == 0
    assert "over 20 to over 25 bn" in bars.text
