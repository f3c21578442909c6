"""What is wrong on a page stops the build, which says all of it: where, what and the remedy."""

from __future__ import annotations

import re

import pytest
from tiny_book import HEAD, build

pytestmark = pytest.mark.builds

NUMBERS = """
# Wrong numbers

Two paragraphs, so that the line counts.

Chips bring in {num}`over $25 billion <amazon_statements.JL01>` or
{num}`$20 billion <amazon_statement.JL01>`.
"""

CLAIM = """
# A wrong claim

Said.{claim}`AC012`
"""

TERM = """
# A wrong term

It has an {gloss}`attach rat`.
"""

QUANTITY = """
# A wrong quantity

```{equation} rack.npv_ret
```
"""

CELL = """
# A wrong cell

Said before it.

```{code-cell}
from rent_or_sell import sourced_table

sourced_table("tsmc", columns=["valeu"])
```
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the build of a book of wrong pages says before it fails."""
    folder = tmp_path_factory.mktemp("book")
    done = build(folder, numbers=NUMBERS, claim=CLAIM, term=TERM, quantity=QUANTITY, cell=CELL)
    assert done.returncode != 0
    return done.stderr


def complaint(said: str, page: str) -> re.Match[str]:
    """Return the first complaint about a page: its line, its words."""
    found = re.search(rf"book/{page}\.md:(\d+): (?:WARNING|ERROR): (.*)", said)
    assert found is not None, said
    return found


def test_a_wrong_number_is_named_with_place_and_value(said: str) -> None:
    line, words = complaint(said, "numbers").groups()
    assert "$25 billion" in NUMBERS.splitlines()[int(line) - 1]
    assert words.startswith("“over $25")
    assert "amazon_statements.JL01 = over 20 billion USD per year" in words
    assert "write “$20 billion”" in words
    assert "did you mean 'amazon_statements'?" in said


def test_an_unknown_claim_is_named_with_place_and_nearest(said: str) -> None:
    _, words = complaint(said, "claim").groups()
    assert words.startswith("'AC012' is not a claim")
    assert "did you mean 'AC" in words


def test_an_unknown_term_is_named_with_place_and_nearest(said: str) -> None:
    line, words = complaint(said, "term").groups()
    assert "attach rat" in TERM.splitlines()[int(line) - 1]
    assert words.startswith("'attach rat' is not a term of data/glossary.csv")
    assert "did you mean 'attach rate'?" in words


def test_an_unknown_quantity_is_answered_with_the_nearest_name(said: str) -> None:
    _, words = complaint(said, "quantity").groups()
    assert "npv_rent" in words


def test_a_cell_that_fails_is_named_with_its_line_and_what_is_wrong(said: str) -> None:
    lines = (HEAD + CELL).splitlines()
    first, last = (lines.index(fence) + 1 for fence in ("```{code-cell}", "```"))
    found = re.search(r"book/cell\.md:(\d+): WARNING: this cell fails: (.*)", said)
    assert found is not None, said
    assert first < int(found[1]) < last
    assert "table tsmc has no column 'valeu'" in found[2]
