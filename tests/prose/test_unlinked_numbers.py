"""What a reader cannot open is counted, named on the sources page, and never grows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.facts.sources import Source, is_unverified, lacks_link
from rent_or_sell.prose.bound import Bound
from rent_or_sell.prose.unlinked_numbers import bound_facts, unlinked_facts, unlinked_table

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = sorted((ROOT / "book").glob("*.md"))
GOLDEN = ROOT / "tests" / "golden" / "evidence.json"


Test = Callable[[Mapping[str, Any], Mapping[str, Source]], bool]


def count(holds: Test) -> int:
    """Return the number of rows of facts of which it holds."""
    facts = BOOK.facts
    tables = [facts.table(name) for name in facts.names if facts.schema(name).holds_facts]
    rows = (
        {str(column): cell for column, cell in record.items()}
        for table in tables
        for record in table.to_dict("records")
    )
    return sum(holds(row, facts.sources) for row in rows)


@pytest.fixture(scope="module")
def unlinked() -> dict[str, Bound]:
    return unlinked_facts(BOOK, bound_facts(BOOK, CHAPTERS))


def test_what_cannot_be_opened_never_grows(unlinked: dict[str, Bound]) -> None:
    counts = {
        "unverified rows": count(is_unverified),
        "rows without a public link": count(lacks_link),
        "bound facts without a public link": len(unlinked),
    }
    kept = json.loads(GOLDEN.read_text(encoding="utf-8"))
    for what, now in counts.items():
        before = kept[what]
        assert now <= before, f"{what}: {now}, not {before}; name public documents for the new"
        assert now == before, f"{what}: only {now}; lower the {before} in {GOLDEN.name} to {now}"


def test_each_number_without_a_link_is_named_with_what_it_rests_on(
    unlinked: dict[str, Bound],
) -> None:
    table = unlinked_table(BOOK, CHAPTERS)
    assert [row.key for row in table.rows] == list(unlinked)
    assert all(row.marks and row.marks[0].warning for row in table.rows)
    assert table.caption.startswith(f"{len(unlinked)} of the ")


def test_a_fact_bound_twice_counts_once(tmp_path: Path) -> None:
    chapter = tmp_path / "chapter.md"
    chapter.write_text(
        "{num}`22% <tsmc.TS06>`, {num}`22% <tsmc.TS06.value>`, {num}`1.14 <parameter.pue>` and "
        "{num}`700 W <accelerators.AC020>`.",
        encoding="utf-8",
    )
    bound = bound_facts(BOOK, [chapter])
    assert list(bound) == ["tsmc.TS06", "accelerators.AC020"]
    assert list(unlinked_facts(BOOK, bound)) == ["accelerators.AC020"]
