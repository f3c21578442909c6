"""What is wrong on a page stops the build, which says all of it: where, what and the remedy."""

from __future__ import annotations

import re

import pytest
from tiny_book import HEAD, build, written

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


LONG = """
# A long message

```{code-cell}
:tags: [hide-input]
def wrong():
    raise ValueError("The first of many.\\nThe second line.\\n    x = 1\\n        ^^^^^^")

wrong()
```
"""

SYNTAX = """
# No Python

```{code-cell}
fine = 1
price = = 3
```
"""

DEAD = """
# A kernel that dies

```{code-cell}
fine = 1
```

Between them.

```{code-cell}
import os
os._exit(3)
```
"""

# It is waited for two seconds, and for others as long as for chapters.
IMPATIENT = HEAD.replace("kernelspec:", "mystnb:\n  execution_timeout: 2\nkernelspec:")
ENDLESS = (
    IMPATIENT
    + """
# A cell without an end

```{code-cell}
while True:
    pass
```
"""
)

TWINS = """
# Two of one name

```{code-cell}
from rent_or_sell import Explorer

Explorer("parity")
```

```{code-cell}
Explorer("parity")
```
"""

UNSHOWN = """
# A value that cannot be shown

```{code-cell}
class Table:
    def _repr_html_(self):
        return unknown


Table(
)
```
"""

FORMULAS = r"""
# Formulas that are none

It is {math}`a^`.

```{math}
\frac{a
```

It is {math}`\nothing`.
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the build of a book of wrong pages says before it fails."""
    folder = tmp_path_factory.mktemp("book")
    done = build(
        folder,
        numbers=NUMBERS,
        claim=CLAIM,
        term=TERM,
        quantity=QUANTITY,
        cell=CELL,
        long=LONG,
        syntax=SYNTAX,
        dead=DEAD,
        endless=ENDLESS,
        twins=TWINS,
        unshown=UNSHOWN,
        formulas=FORMULAS,
    )
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
    assert "amazon_statements.JL01 = over $20 billion per year" in words
    assert "write “$20 billion”" in words
    assert "did you mean 'amazon_statements'?" in said


def test_a_value_that_cannot_be_shown_is_named_with_the_line_that_gives_it(said: str) -> None:
    line, words = re.findall(r"book/unshown\.md:(\d+): WARNING: (this cell .*)", said)[0]
    assert written(UNSHOWN).splitlines()[int(line) - 1] == "Table("
    assert "NameError: name 'unknown' is not defined" in words


def test_a_formula_that_is_none_is_named_with_its_line(said: str) -> None:
    found = re.findall(r"book/formulas\.md:(\d+): WARNING: '(.*)' is no TeX that can be", said)
    lines = FORMULAS.splitlines()
    assert [words for _, words in found] == ["a^", r"\\nothing", r"\\frac{a"]
    assert ["math" in lines[int(line) - 1] for line, _ in found] == [True] * 3


def test_two_explorers_of_one_name_are_named_with_their_page(said: str) -> None:
    assert "book/twins.md: WARNING: Two explorers are called 'parity'" in said
    assert "identity='parity-2'" in said


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
    code, wrong = failure(said, "cell", CELL)
    assert code == 'sourced_table("tsmc", columns=["valeu"])'
    assert wrong.startswith("DataError: table tsmc has no column 'valeu'")


def failure(said: str, page: str, text: str) -> tuple[str, str]:
    """Return the code that fails on a page, which is its line's, and what is wrong."""
    found = re.search(rf"book/{page}\.md:(\d+): WARNING: this cell fails at “(.*)”: (.*)", said)
    assert found is not None, said
    assert written(text).splitlines()[int(found[1]) - 1].strip() == found[2]
    return found[2], found[3]


@pytest.mark.parametrize(
    ("page", "text", "code", "wrong"),
    [
        ("long", LONG, "wrong()", "ValueError: The first of many."),
        ("syntax", SYNTAX, "price = = 3", "SyntaxError: invalid syntax"),
        ("dead", DEAD, "import os", "DeadKernelError: the kernel died in this cell."),
        ("endless", ENDLESS, "while True:", "CellTimeoutError: this cell takes too long."),
    ],
)
def test_however_a_cell_fails_its_line_and_the_first_sentence_are_said(
    said: str, page: str, text: str, code: str, wrong: str
) -> None:
    assert failure(said, page, text)[0] == code
    assert failure(said, page, text)[1].startswith(wrong)
