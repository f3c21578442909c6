"""What an edition changed: the table says what the models say, adds up, and needs no history."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import editions
import pandas as pd
import pytest
from editions import commit_of, rows_of, split

from rent_or_sell import load_models, load_scenarios, load_table
from rent_or_sell.book import BOOK
from rent_or_sell.prose.binding import BindingError, bind
from rent_or_sell.tables.cell_text import MISSING
from rent_or_sell.trainium import edition_table
from rent_or_sell.trainium.edition_table import changed_results

NOW = BOOK.edition.number
PARTS = ["from_data", "from_equations"]
TABLE = load_table("editions")
CURRENT = TABLE[TABLE["edition"] == NOW]
PAGE = (BOOK.data.parent / "book" / "what-changed.md").read_text(encoding="utf-8")


def test_this_edition_has_every_headline_of_every_scenario() -> None:
    expected = [
        (scenario, model.name, result)
        for scenario in load_scenarios()
        for model in load_models().values()
        for result in model.headlines
    ]
    keys = CURRENT[["scenario", "model", "result"]].itertuples(index=False, name=None)
    assert list(keys) == expected, "run `make edition`, and read the diff"


@pytest.mark.parametrize("scenario", load_scenarios())
def test_what_it_says_of_now_is_what_the_models_say(scenario: str) -> None:
    changes = load_scenarios()[scenario]
    results = {name: model.evaluate(changes) for name, model in load_models().items()}
    for row in CURRENT[CURRENT["scenario"] == scenario].itertuples():
        value = results[str(row.model)][str(row.result)]
        assert row.after == pytest.approx(value, rel=1e-6, abs=1e-9, nan_ok=True), (
            f"{row.result} is another in {scenario}: run `make edition`, and read the diff"
        )
        assert row.unit == load_models()[str(row.model)].quantity(str(row.result)).unit


def test_every_row_adds_up_to_the_last_digit() -> None:
    text = pd.read_csv(BOOK.data / "editions.csv", dtype=str).dropna()
    numbers = text[["before", *PARTS, "after"]].map(Decimal)
    assert len(text) > 90
    assert (numbers["before"] + numbers[PARTS].sum(axis=1) == numbers["after"]).all()


def test_what_is_new_has_no_past_and_no_split() -> None:
    new = CURRENT["before"].isna()
    assert sorted(set(CURRENT.loc[new, "scenario"])) == [
        "amazon_words",
        "no_frictions",
        "nvidia_power",
        "own_racks",
    ]
    assert CURRENT.loc[new, PARTS].isna().all(axis=None)
    assert CURRENT.loc[~new, [*PARTS, "after"]].notna().all(axis=None)


def test_the_base_case_of_a_rack_did_not_move() -> None:
    rows = CURRENT[(CURRENT["scenario"] == "base") & (CURRENT["model"] == "rack")]
    assert (rows["before"] == rows["after"]).all()


def test_every_earlier_edition_has_its_commit() -> None:
    assert load_table("edition_commits")["edition"].tolist() == list(range(1, NOW))
    assert set(TABLE["edition"]) == set(range(2, NOW + 1))
    assert re.fullmatch("[0-9a-f]{40}", commit_of(NOW - 1))
    with pytest.raises(SystemExit, match="names no commit of edition 99; add its row"):
        commit_of(99)


def test_data_and_equations_share_what_only_both_do() -> None:
    assert split(1, 3, 6, 10) == (3, 6)
    assert split(1, 3, 1, 3) == (2, 0)
    assert split(1, 1, 5, 5) == (0, 4)
    assert sum(split(0.1, 7.3, -2.2, 4.4)) == pytest.approx(4.3)


# An edition before, made from this one


def before(folder: Path, change: Callable[[Path], None]) -> list[editions.Row]:
    """Return the changed rows, had this been an edition after a changed copy of itself."""
    package = BOOK.data.parent / "rent_or_sell"
    shutil.copytree(package, folder / "rent_or_sell")
    shutil.copytree(BOOK.data, folder / "data")
    change(folder)
    return [row for row in rows_of(BOOK, folder) if row["before"] != row["after"]]


def rewrite(file: str, old: str, new: str) -> Callable[[Path], None]:
    def write(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")

    return write


def test_other_data_alone_are_counted_as_data(tmp_path: Path) -> None:
    changed = before(
        tmp_path,
        rewrite("data/scenario_changes.csv", "hall_empty,space_reused,0", "hall_empty,pue,1.2"),
    )
    assert {row["scenario"] for row in changed} == {"hall_empty"}
    assert {row["from_equations"] for row in changed} == {"0"}
    assert "gain_from_selling" in {row["result"] for row in changed}


def test_other_equations_alone_are_counted_as_equations(tmp_path: Path) -> None:
    file = "rent_or_sell/trainium/equations/parity.py"
    changed = before(tmp_path, rewrite(file, "(1 - parity_discount)", "(1 - parity_discount) / 2"))
    assert {row["result"] for row in changed} == {"discounted_price_per_chip"}
    assert {row["from_data"] for row in changed} == {"0"}
    for row in changed:
        assert float(row["after"]) == pytest.approx(2 * float(row["before"]))


def test_an_edition_that_cannot_run_the_cases_says_why(tmp_path: Path) -> None:
    (tmp_path / "rent_or_sell.py").write_text("raise ImportError('no engine')")
    shutil.copytree(BOOK.data, tmp_path / "data")
    with pytest.raises(SystemExit, match="cannot run these cases:\n(.|\n)*no engine"):
        rows_of(BOOK, tmp_path)


# The page


def test_the_page_shows_what_changed_and_says_what_did_not() -> None:
    moved = edition_table.changed(CURRENT)
    still = {"npv_rent", "npv_sell", "price_ceiling_per_chip", "breakeven_displacement"}
    still |= {"internal_run_rate", "discounted_price_per_chip"}
    assert set(CURRENT["result"]) - set(moved["result"]) == still, "the page names these"
    shown = changed_results()
    keys = {row.key for row in shown.rows}
    assert {f"{row.scenario}-{row.result}" for row in moved.itertuples()} <= keys
    assert "own_racks-price_ceiling_per_chip" in keys
    assert "own_racks-npv_rent" not in keys
    for row in shown.rows:
        new = row.key.rpartition("-")[0] in CURRENT.loc[CURRENT["before"].isna(), "scenario"].values
        assert (row.cells[2:5] == (MISSING,) * 3) == new
    assert [column.title for column in shown.columns][2] == "First edition"
    cells = [cell for row in shown.rows for cell in row.cells[2:]]
    dollars = [cell for cell in cells if re.search(r"\$[\d,]+$", cell)]  # cents stay
    assert dollars and all(len(re.sub(r"\D", "", cell).strip("0")) <= 3 for cell in dollars)


def test_the_page_names_presets_as_their_buttons_do() -> None:
    presets = PAGE.partition("## The presets")[2].partition("## The words")[0]
    named = re.findall(r"\*\*(.+?)\*\*", presets)
    assert len(named) > 6
    assert set(named) <= {scenario.label for scenario in load_scenarios().values()}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("$12 <edition.2.fleet.policy_gain_total.before>", "disagrees with"),
        ("$11 <edition.9.fleet.policy_gain_total.before>", "is not edition.scenario.model"),
        ("$11 <edition.2.fleet.policy_gain_total.unit>", "is not a column"),
        ("$11 <edition.2.before>", "is not edition.number.model.quantity.column"),
    ],
)
def test_a_number_bound_to_an_edition_is_held(text: str, said: str) -> None:
    with pytest.raises(BindingError, match=said):
        bind(BOOK, text)
    _, bound = bind(BOOK, "about $20.2 billion <edition.2.fleet.policy_gain_total.after@strongest>")
    assert bound.shown == "$20.2228 billion"
    assert bound.label == (
        "Gain from offering chips outside, all years together, Article at its strongest, "
        "after edition 2"
    )


def test_a_book_without_editions_says_so() -> None:
    from heat_pump.book import BOOK as OTHER

    with pytest.raises(BindingError, match="'editions' is not a table of data/"):
        bind(OTHER, "$11 <edition.2.heating.gain.before>")


# What an explorer knows of editions


def test_every_model_has_a_sentence_for_links_of_earlier_editions() -> None:
    for number in range(2, NOW + 1):
        told = BOOK.edition.changes[number]
        assert list(told) == [source.name for source in BOOK.models]
        assert all(words.endswith(".") for words in told.values())
