"""The tables of data/: valid, typed, and when broken, explained with place and remedy."""

from __future__ import annotations

import csv
import dataclasses
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rent_or_sell import load_table
from rent_or_sell.book import BOOK
from rent_or_sell.facts.files import DataError
from rent_or_sell.facts.sources import (
    Source,
    is_unverified,
    lacks_link,
    latest,
    row_readings,
    row_sources,
)
from rent_or_sell.facts.tables import Facts
from rent_or_sell.model.parameters import load_parameters, load_scenarios

Rows = list[dict[str, str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of data/ to break."""
    return Path(shutil.copytree(BOOK.data, tmp_path / "data"))


def edit(path: Path, change: Callable[[Rows], None]) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def complaint(data: Path) -> str:
    with pytest.raises(DataError) as caught:
        Facts(data).validate()
    return str(caught.value)


def set_cell(row: int, column: str, value: str) -> Callable[[Rows], None]:
    """Return a change of one cell; rows count lines, the header is row 1."""
    return lambda rows: rows[row - 2].update({column: value})


def test_the_data_as_committed_are_valid() -> None:
    BOOK.facts.validate()


def test_every_csv_file_is_described() -> None:
    assert {path.stem for path in BOOK.data.glob("*.csv")} == set(BOOK.facts.names)


@pytest.mark.parametrize("name", BOOK.facts.names)
def test_every_column_says_what_it_holds_and_ids_are_unique(name: str) -> None:
    schema = BOOK.facts.schema(name)
    table = load_table(name)
    assert tuple(table.columns) == schema.names
    assert all(field.title and field.description for field in schema.fields)
    assert not table.duplicated(list(schema.key)).any()


@pytest.mark.parametrize("name", [name for name in BOOK.facts.names if "unit" in load_table(name)])
def test_every_number_has_a_unit(name: str) -> None:
    table = load_table(name)
    for column in {"value", "value_low", "value_high", "base"} & set(table):
        assert table.loc[table[column].notna(), "unit"].notna().all(), column


def test_columns_are_typed_by_the_schema() -> None:
    quarters = load_table("aws_quarterly")
    assert quarters["as_of"].dtype.kind == "M"
    assert quarters["net_sales_million_usd"].dtype == "float64"
    assert load_table("peers_annual")["fiscal_year"].dtype == "Int64"
    assert load_table("amazon_statements")["value"].isna().any()


def test_a_loaded_table_is_a_copy() -> None:
    table = load_table("units")
    table.loc[0, "meaning"] = "changed"
    assert load_table("units").loc[0, "meaning"] != "changed"


def test_an_edited_file_is_read_again(data: Path) -> None:
    Facts(data).table("units")
    edit(data / "units.csv", set_cell(2, "meaning", "a different meaning"))
    assert Facts(data).table("units").loc[0, "meaning"] == "a different meaning"


def test_an_unknown_table_or_column_is_answered_with_the_known_ones() -> None:
    with pytest.raises(DataError, match="'tsm' is not a table.*tsmc"):
        load_table("tsm")
    with pytest.raises(DataError, match="no column 'price'.*value"):
        BOOK.facts.schema("tsmc").field("price")


def test_sources_by_id() -> None:
    source = BOOK.facts.sources["techcrunch_20260618"]
    assert isinstance(source, Source)
    assert source.publisher == "TechCrunch" and source.is_public
    assert BOOK.facts.sources["relay_hs_csp"].url == ""


def test_a_row_is_unverified_while_it_names_no_document() -> None:
    known = BOOK.facts.sources
    linked = {"source_id": "techcrunch_20260618"}
    unlinked = {"source_id": "relay_hs_csp"}
    named = {"source_id": "j_p_202610"}
    assert lacks_link(unlinked, known) and lacks_link(named, known)
    assert not lacks_link(linked, known)
    assert not is_unverified(named, known)
    assert not is_unverified(unlinked | {"read_in_source_id": "j_p_202610"}, known)
    assert not is_unverified(linked, known)
    assert is_unverified(unlinked, known)
    assert not is_unverified(unlinked | {"crosscheck_source_id": "techcrunch_20260618"}, known)
    assert not is_unverified(unlinked | {"read_in_source_id": "techcrunch_20260618"}, known)
    assert is_unverified(unlinked | {"read_in_source_id": "relay_calendar"}, known)
    assert is_unverified({"source_id": None}, known)


def test_the_books_own_work_is_not_unverified() -> None:
    known = BOOK.facts.sources
    assert not is_unverified({"source_id": "own_derivation"}, known)
    assert not is_unverified({"source_id": "relay_hs_csp", "grade": "derived"}, known)
    assert is_unverified({"source_id": "relay_hs_csp", "grade": "C"}, known)


def test_the_newest_document_is_dated_in_words() -> None:
    def dated(*days: str) -> str:
        one = next(iter(BOOK.facts.sources.values()))
        return latest(dataclasses.replace(one, published=day) for day in days)

    assert dated("2025", "2026-09-30", "2026-10-02", "2026-10") == "2 October 2026"
    assert dated("2026-10", "2026-09-30", "spring 2027") == "October 2026"
    assert dated("2026") == dated() == ""


def test_a_reading_is_no_source() -> None:
    row = {"source_id": "amzn_letter_2025", "read_in_source_id": "vucense_letter"}
    known = BOOK.facts.sources
    assert [source.source_id for source in row_sources(row, known)] == ["amzn_letter_2025"]
    assert [source.source_id for source in row_readings(row, known)] == ["vucense_letter"]


def test_what_was_read_in_a_relay_names_another_document() -> None:
    known = BOOK.facts.sources
    for name in BOOK.facts.names:
        for record in load_table(name).to_dict("records"):
            row = {str(column): cell for column, cell in record.items()}
            assert not {*row_readings(row, known)} & {*row_sources(row, known)}, (name, row)


# Whose words are their own: in their own documents, or where they were first said.
FIRMS = (
    "Amazon",
    "AWS",
    "Jassy",
    "Nvidia",
    "Huang",
    "Broadcom",
    "Tan",
    "Alphabet",
    "Google",
    "TSMC",
)
PUBLISHERS = ("Amazon", "AWS", "NVIDIA", "Broadcom", "Alphabet", "Google", "TSMC", "Taiwan Semi")
FIRST_SAID_IN = {
    *("fierce_network_202407", "bloomberg_20260618", "cnbc_blackwell_202403"),
    *("techcrunch_20260618", "avgo_gs_202609"),
    *("anthropic_tpu_202510", "anthropic_amazon_202604"),  # the other side of a common announcement
}


def test_what_a_firm_says_rests_on_its_own_document() -> None:
    """The article's own table aside: it says what the article makes of them."""
    known, asked = BOOK.facts.sources, 0
    for name in set(BOOK.facts.names) - {"article_claims"}:
        for record in load_table(name).to_dict("records"):
            row = {str(column): cell for column, cell in record.items()}
            said = row.get("firmness") in ("company statement", "filing")
            if said and any(firm in str(row["who_said"]) for firm in FIRMS):
                first = row_sources(row, known)[0]
                own = any(firm in first.publisher for firm in PUBLISHERS)
                assert own or first.source_id in FIRST_SAID_IN, (name, row)
                asked += 1
    assert asked > 200


WORKSHOP = (
    *("research notes", "research file", "research data", "research code", "research packet"),
    *("code data", "data file", "thesis", "unlinked", "repository", "archived", "clipping"),
)


def test_documents_have_titles_and_publishers_of_their_own() -> None:
    for source in BOOK.facts.sources.values():
        said = f"{source.title}, {source.publisher}, {source.note}".lower()
        assert not [words for words in WORKSHOP if words in said], source.source_id


def test_every_document_is_cited() -> None:
    cells = {
        cell
        for name in BOOK.facts.names
        if name != "sources"
        for column, cells in load_table(name).items()
        if str(column).endswith("source_id")
        for cell in cells.dropna()
    }
    assert set(BOOK.facts.sources) == cells


def test_importing_tables_does_not_import_frictionless() -> None:
    program = "import sys, rent_or_sell.facts.tables; print('frictionless' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert answer.stdout.strip() == b"False"


def test_a_missing_column_is_named(data: Path) -> None:
    def drop(rows: Rows) -> None:
        for row in rows:
            del row["who_said"]

    edit(data / "commitments.csv", drop)
    assert complaint(data) == (
        "data/commitments.csv, row 1, column who_said: the column is missing; "
        "add it to the header and each row"
    )


def test_a_misspelt_column_is_named(data: Path) -> None:
    path = data / "units.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("meaning", "meening", 1), "utf-8")
    said = complaint(data)
    assert "data/units.csv, row 1, column meaning: the column is missing" in said
    assert "column meening: the schema does not know this column; correct its name" in said


def test_a_missing_file_is_named(data: Path) -> None:
    (data / "tsmc.csv").unlink()
    assert complaint(data).startswith("data/tsmc.csv is missing; restore it")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("unit,meaning\nGW,gigawatt\n".encode("utf-16"), "is written in UTF-16; save it as UTF-8"),
        (b"unit,meaning\nGW,gigawatt\nK,\xb0\n", ", row 3: the byte 0xb0 is not UTF-8"),
        (b"unit,meaning\nGW,giga\0watt\n", ", row 2: a NUL character is no text; delete it"),
    ],
)
def test_a_file_that_is_no_text_is_named(data: Path, content: bytes, said: str) -> None:
    (data / "units.csv").write_bytes(content)
    assert f"data/units.csv{said if said[0] == ',' else ' ' + said}" in complaint(data)
    with pytest.raises(DataError, match="data/units.csv"):
        Facts(data).table("units")


@pytest.mark.parametrize("name", ["units", "parameters", "sources"])
def test_a_byte_order_mark_is_read_over(data: Path, name: str) -> None:
    path = data / f"{name}.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    facts = Facts(data)
    facts.validate()
    assert tuple(facts.table(name).columns) == facts.schema(name).names
    assert load_parameters(data).keys() == load_parameters(BOOK.data).keys()


def test_a_file_that_nobody_describes_is_named(data: Path) -> None:
    (data / "prices.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    assert complaint(data).startswith("data/prices.csv is described nowhere; describe it in")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            '{"resources": [\n{"name": }]}',
            "data/datapackage.json, row 2, column 10: Expecting value",
        ),
        ("", "data/datapackage.json, row 1, column 1: Expecting value"),
        ("{}", "data/datapackage.json does not describe its tables"),
        ('{"resources": 3}', "data/datapackage.json does not describe its tables"),
        ('{"resources": [{"name": "units"}]}', "each needs a name, a title"),
        ('{"resources": [1]}', "each needs a name, a title"),
        ("[" * 100_000, "does not describe its tables"),
    ],
)
def test_a_broken_description_is_named(data: Path, content: str, said: str) -> None:
    (data / "datapackage.json").write_text(content, encoding="utf-8")
    assert said in complaint(data)


@pytest.mark.parametrize(
    ("edited", "said"),
    [
        (lambda tables: tables.append(tables[0]), "describes a table twice"),
        (lambda tables: tables.pop(2), "does not describe parameters"),
        (lambda tables: tables[0].update(path="../units.csv"), "is not understood"),
        (lambda tables: tables[0].update(path=3), "is not understood"),
        (
            lambda tables: tables[0]["schema"].update(primaryKey=[]),
            "primaryKey of sources is empty",
        ),
        (lambda tables: tables[0]["schema"]["fields"][0].update(type="strin"), "datapackage.json"),
        (
            lambda tables: tables[0]["schema"]["fields"][0].update(constraints={"pattern": "("}),
            "is not understood",
        ),
    ],
)
def test_a_wrong_description_is_named(data: Path, edited: Any, said: str) -> None:
    path = data / "datapackage.json"
    described = json.loads(path.read_text(encoding="utf-8"))
    edited(described["resources"])
    path.write_text("\ufeff" + json.dumps(described), encoding="utf-8")
    assert said in complaint(data)


def test_an_assumption_without_a_range_is_named(data: Path) -> None:
    def flatten(rows: Rows) -> None:
        rows[0].update(low=rows[0]["base"], high=rows[0]["base"])

    edit(data / "parameters.csv", flatten)
    assert complaint(data).endswith("is the high, too; give a range with room to move")


@pytest.mark.parametrize(
    ("name", "key", "taken", "said"),
    [
        ("scenarios", "scenario", "custom", "'custom' is what explorers call changes that no"),
        ("scenario_changes", "scenario", "base", "'base' is every assumption at its base value"),
        ("parameters", "name", "edition", "'edition' is a word of links or years; give another"),
    ],
)
def test_a_name_with_a_meaning_of_its_own_is_refused(
    data: Path, name: str, key: str, taken: str, said: str
) -> None:
    edit(data / f"{name}.csv", lambda rows: rows.append({**rows[1], key: taken}))
    assert said in complaint(data)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('percent,"Hund"redths', "row 2: its quotes do not hold together"),
        ('percent,"Hundredths"\nzz,"never closed', "row 3: its quotes do not hold together"),
        ('percent,"Hundredths"\n\nzz,z', "row 3, column unit: the row is blank; delete it"),
    ],
)
def test_rows_that_would_be_misread_are_named(data: Path, written: str, said: str) -> None:
    path = data / "units.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("percent,Hundredths", written, 1), encoding="utf-8")
    assert f"data/units.csv, {said}" in complaint(data)


@pytest.mark.parametrize("name", ["units.csv", "datapackage.json"])
def test_a_folder_in_the_place_of_a_file_is_named(data: Path, name: str) -> None:
    (data / name).unlink()
    (data / name).mkdir()
    assert complaint(data).startswith(f"data/{name} cannot be read (Is a directory); put a file")


@pytest.mark.parametrize(
    ("name", "column", "value", "said"),
    [
        ("scenario_changes", "value", "lots", "column value: 'lots' is not a number; write its"),
        ("parameter_sources", "source_id", "gone", "'gone' is not a source of data/sources.csv"),
    ],
)
def test_assumptions_that_cannot_be_loaded_say_why(
    data: Path, name: str, column: str, value: str, said: str
) -> None:
    edit(data / f"{name}.csv", set_cell(2, column, value))
    with pytest.raises(DataError, match=said):
        (load_scenarios if name == "scenario_changes" else load_parameters)(data)


@pytest.mark.parametrize("name", ["sources", "parameters", "parameter_sources"])
def test_assumptions_without_a_column_say_so(data: Path, name: str) -> None:
    path = data / f"{name}.csv"
    header, rest = path.read_text(encoding="utf-8").split("\n", 1)
    path.write_text(header.replace(",", ",x_", 1) + "\n" + rest, encoding="utf-8")
    with pytest.raises(DataError, match=f"data/{name}.csv, row 1, column .*: the column is miss"):
        load_parameters(data)


# One wrong cell a row, so that all can be broken in one copy and none hides another; of a table
# where there is no value nothing but the header is left.
WRONG_CELLS: list[tuple[str, int, str, str | None, str]] = [
    ("tsmc", 4, "value", "abc", "'abc' has the wrong type"),
    ("tsmc", 5, "firmness", "rumour", "'rumour' is not allowed; write one of: "),
    ("tsmc", 6, "as_of", "May 2026", "'May 2026' is not allowed; write it like '2025-12-31'"),
    ("tsmc", 3, "claim", "", "the cell is empty; fill it in"),
    ("tsmc", 7, "unit", "bn", "'bn' is not in data/units.csv"),
    ("tsmc", 8, "fact_id", "TS01", "the same as"),
    ("tsmc", 16, "value_low", "90", "90 is above value_high"),
    ("parameters", 3, "min", "2", "2 is above low (1.0)"),
    ("parameters", 4, "low", "20000", "20000 is above base (16000); lower low"),
    ("parameters", 5, "high", "999", "999 is above max (100)"),
    ("parameters", 6, "step", "0", "0 is not above zero"),
    ("parameters", 7, "base", "nan", "'nan' is no number"),
    ("parameters", 30, "unit", "USD/chpi", "'USD/chpi' is not in data/units.csv"),
    (
        "parameter_sources",
        12,
        "source_id",
        "foo_2026",
        "'foo_2026' is not in data/sources.csv; add the source there or correct the id",
    ),
    ("nvidia_quarterly", 2, "margin_source_id", "foo", "'foo' is not in data/sources.csv"),
    (
        "scenario_changes",
        2,
        "value",
        "99",
        "99 is outside the hard limits of attach_rate; give a value from 0 to 5",
    ),
    ("scenario_changes", 3, "parameter", "foo", "'foo' is not in data/parameters.csv"),
    ("sources", 3, "published", "spring", "the column holds: Day, month or year, as exactly as"),
    (
        "scenarios",
        4,
        "label",
        "frontier lab rents",
        "is another scenario's, too; give each a label",
    ),
    ("sources", 2, "url", "javascript:alert(1)", "'javascript:alert(1)' is not allowed"),
    ("tsmc", 9, "note", "   ", "'   ' is blank; fill the cell in or leave it empty"),
    (
        "tsmc",
        14,
        "note",
        "\u200b\u202e \ufeff",
        r"'\u200b\u202e \ufeff' is blank; fill the cell in",
    ),
    ("scenarios", 2, "scenario", "start", "'start' is the first scenario, and 'base' must be; put"),
    ("watch_list", 2, "fact_id", None, "the table has no rows; add one, or take it out of data/d"),
    ("tsmc", 10, "as_of", "2026-13", "'2026-13' is no day of the calendar"),
    ("tsmc", 11, "note", "=1+1", "'=1+1' would be a formula in a spreadsheet"),
    ("tsmc", 15, "note", "-1+2|cmd", "'-1+2|cmd' would be a formula in a spreadsheet"),
    ("tsmc", 12, "note", "a\x07b", "'\\x07' is no character to read; delete it"),
    ("timeline", 5, "date", "2026-02-30", "'2026-02-30' has the wrong type"),
    ("parameters", 8, "format", "%d", "'%d' is not a number format; write it like"),
    ("parameters", 9, "symbol", r"\foo", "is no TeX that can be shown"),
    ("parameters", 10, "step", "1000", "1000 is larger than the range, "),
    ("parameters", 11, "max", "1e999", "'1e999' is no number"),
    ("parameters", 12, "format", ".0r", "'.0r' is not a number format"),
    (
        "parameters",
        20,
        "format",
        ".4r%",
        "'.4r%' is not in decimals, as a control writes its number",
    ),
    (
        "parameters",
        13,
        "symbol",
        r"\text{<script>alert(1)</script>}",
        "is no TeX that can be shown",
    ),
    ("parameters", 14, "symbol", r"\href{javascript:alert(1)}{x}", "is no TeX that can be shown"),
    ("parameters", 15, "symbol", "x&y", "is no TeX that can be shown"),
    ("tsmc", 13, "value", "١٢", "'١٢' is no number"),
    ("tsmc", 18, "value", "1_0", "'1_0' is no number"),
    ("tsmc", 17, "note", " =1+1", "' =1+1' begins or ends with a space; delete it"),
    ("tsmc", 19, "note", "so\u202e far", r"'\u202e' is no character to read; delete it"),
    ("tsmc", 20, "value", "1,2", "'1,2' has the wrong type; write its digits, with a point"),
    ("timeline", 6, "date", "2026", "'2026' has the wrong type; write a day of the calendar"),
    ("parameters", 16, "symbol", r"\frac{a", "is no TeX that can be shown"),
    ("parameters", 17, "symbol", "a$b", "is no TeX that can be shown"),
    ("parameters", 18, "draw", "onw", "'onw' is shared with no other assumption; write own, or"),
    ("parameters", 9, "kind", "sourced", "residual_share is sourced, and data/parameter_sources"),
    ("parameters", 20, "symbol", r"\kappa", "is the same as in the row at position 3; give each"),
    ("glossary", 8, "other_forms", "attach rates", "'attach rates' already stands in row 7"),
]


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of a copy of data/ in which every wrong cell is broken."""
    data = Path(shutil.copytree(BOOK.data, tmp_path_factory.mktemp("wrong") / "data"))
    for table, row, column, value, _ in WRONG_CELLS:
        path = data / f"{table}.csv"
        if value is None:
            path.write_text(",".join(Facts(data).schema(table).names) + "\n", encoding="utf-8")
        else:
            edit(path, set_cell(row, column, value))
    return complaint(data).splitlines()


@pytest.mark.parametrize(("table", "row", "column", "value", "said"), WRONG_CELLS)
def test_a_wrong_cell_is_named_with_its_remedy(
    complaints: list[str], table: str, row: int, column: str, value: str | None, said: str
) -> None:
    place = f"data/{table}.csv, row {row}, column {column}: "
    answers = [line.removeprefix(place) for line in complaints if line.startswith(place)]
    assert len(answers) == 1, complaints
    assert said in answers[0]


def test_all_problems_are_listed_at_once_and_nothing_else(complaints: list[str]) -> None:
    assert len(complaints) == len(WRONG_CELLS), complaints


def test_no_pattern_is_shown_to_whoever_writes_a_cell(complaints: list[str]) -> None:
    assert not [line for line in complaints if "constraint" in line or "\\d" in line]


@pytest.mark.parametrize(
    ("day", "is_late"),
    [
        ("2026-11-25", True),
        ("2026-12", True),
        ("2027", True),
        ("2026-11-24", False),
        ("2026-11", False),
        ("2026", False),
    ],
)
def test_a_document_of_a_day_after_the_edition_is_named(
    data: Path, day: str, is_late: bool
) -> None:
    edit(data / "sources.csv", set_cell(2, "published", day))
    facts = Facts(data, "2026-11-24")
    if not is_late:
        return facts.validate()
    said = f"row 2, column published: '{day}' is after 2026-11-24, the last day of the book's"
    with pytest.raises(DataError, match=said):
        facts.validate()


def test_a_book_knows_nothing_after_its_own_days() -> None:
    assert BOOK.facts.last_day == BOOK.edition.searched


def test_reading_a_broken_table_points_to_the_check(data: Path) -> None:
    edit(data / "tsmc.csv", set_cell(3, "value", "abc"))
    with pytest.raises(DataError, match="data/tsmc.csv does not fit its schema.*validate"):
        Facts(data).table("tsmc")
