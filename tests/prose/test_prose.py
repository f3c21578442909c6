"""Every number in the chapters' prose is bound to the data, and agrees with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.prose.prose_numbers import findings, main

CHAPTERS = sorted((Path(__file__).resolve().parents[2] / "book").glob("*.md"))


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda path: path.name)
def test_every_number_of_the_chapter_is_bound(chapter: Path) -> None:
    found = findings(BOOK, chapter)
    assert not found, "\n" + "\n".join(map(str, found))


def found_in(folder: Path, text: str) -> list[tuple[int, str]]:
    """Return line and first quoted text of each finding in a chapter."""
    chapter = folder / "chapter.md"
    chapter.write_text(text, encoding="utf-8")
    return [(one.line, one.message.split("”")[0].lstrip("“")) for one in findings(BOOK, chapter)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It earns $50 billion a year.", "$50 billion"),
        ("It earns **$50** billion.", "$50 billion"),
        ("It earns $<b>50</b>m.", "$50m"),
        ("It earns fifty billion dollars.", "fifty billion dollars"),
        ("# A heading of $50B", "$50B"),
        ("![a line that ends at 80%](line.png)", "80%"),
        ("[about 30%](https://example.org/40%25)", "30%"),
        ("five percent", "five percent"),
        ("a 144-chip rack", "144-chip"),
        ("power of 3.9 GW", "3.9 GW"),
        ("half a million", "half a million"),
        ("It is 2.5 times as large.", "2.5 times"),
        ("| a |\n|---|\n| $1 |", "$1"),
        ("```{admonition} A title of 40%\ntext\n```", "40%"),
        (":::{tip}\n:class: x\nA body of 7 GW\n:::", "7 GW"),
        ("```{figure} line.png\n:alt: rose to 80%\n:width: 50%\n```", "80%"),
        ('<img src="line.png" alt="rose to 80%" width="50%">', "80%"),
        ("A line with <b title='rose to 80%'>more</b>.", "80%"),
        ('<img src="line.png" alt="if a > b, 80%" width="50%">', "80%"),
        ('<nav aria-label="rose to 80%">\n</nav>', "80%"),
        ('[text](https://example.org "about 30%")', "30%"),
        ('![text](line.png "about 30%")', "30%"),
        ("{ref}`$4 billion <place>`", "$4 billion"),
    ],
)
def test_unbound_number_is_found(tmp_path: Path, text: str, number: str) -> None:
    assert [found for _, found in found_in(tmp_path, text)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: $50 billion\n---\n\nText.",
        "In 2026 chips were scarce, and in April 2027 too.",
        "Three columns, two racks, one chip, five years and 8,760 hours.",
        "A third way is twice as good; Trainium3 does FP8 on H100.",
        "`$5 billion` in code, {math}`x = 5 %` and <https://example.org/50%>",
        "```python\nprice = '$9 billion'\n```",
        "```{code-cell}\nprice = '$9 billion'\n```",
        "% a comment of 55%",
        '<!-- alt="55%" -->\n\n<img src="line.png" width="50%">',
        "{num}`over $20 billion <amazon_statements.JL01>`",
        "{num}`20 <amazon_statements.JL01>` billion",
    ],
)
def test_what_is_bound_or_no_fact_is_left_alone(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, text) == []


def test_what_a_book_counts_is_for_the_book_to_say(tmp_path: Path) -> None:
    chapter = tmp_path / "chapter.md"
    chapter.write_text("It takes 144 chips and 40 lamps.", encoding="utf-8")
    for things, number in ((("chips",), "144 chips"), (("lamps",), "40 lamps")):
        (found,) = findings(replace(BOOK, things=things), chapter)
        assert f"“{number}”" in found.message
    assert findings(replace(BOOK, things=()), chapter) == []


def test_line_is_that_of_the_number(tmp_path: Path) -> None:
    text = "# Title\n\nOne line,\nthen 5%.\n\n:::{note}\nfirst\n\n7 GW\n:::\n"
    assert found_in(tmp_path, text) == [(4, "5%"), (9, "7 GW")]
    tags = '<img\n  src="line.png"\n  alt="two\nlines">\nthen 5%\n'
    assert found_in(tmp_path, tags) == [(5, "5%")]
    unread = "One line,\nthen 1.2.3%\n"
    assert found_in(tmp_path, unread) == [(2, "1.2.3%")]


def test_findings_come_in_the_order_of_their_lines(tmp_path: Path) -> None:
    text = "It earns $9\nor {num}`$25 billion <amazon_statements.JL01>`\nor 5%.\n"
    assert found_in(tmp_path, text) == [(1, "$9"), (2, "$25 billion"), (3, "5%")]


def test_wrong_binding_is_found_without_a_build(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    chapter = tmp_path / "chapter.md"
    chapter.write_text("It earns\n{num}`$25 billion <amazon_statements.JL01>`.\n", encoding="utf-8")
    assert main(["rent_or_sell.book:BOOK", str(chapter)]) == 1
    assert f"{chapter}:2: “$25 billion” disagrees with amazon_statements.JL01" in (
        capsys.readouterr().out
    )
