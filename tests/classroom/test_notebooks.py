"""Every chapter as a notebook: plain Markdown, its own cells, folds, and links that lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.notebooks import ON_THE_PAGE, Chapters, notebooks
from rent_or_sell.classroom.plain_markdown import Pages, PlainError, plain_markdown

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = dict(notebooks(BOOK, ROOT))
PAGES = Pages(
    {"model": "2-model.ipynb", "sources": "3.ipynb", "claims": "4.ipynb", "glossary": "5.ipynb"},
    {"rack": 'Explorer("rack")'},
)
LINK = re.compile(r"\]\(<([^>]*)>")


def words_of(notebook: nbformat.NotebookNode) -> str:
    cells = (cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    without_code = re.sub(r"^```.*?^```$", "", "\n\n".join(cells), flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`\n]*`", "", without_code)


def plain(text: str) -> str:
    return plain_markdown(text, BOOK, PAGES)


def test_chapters_come_in_the_book_s_order_and_are_valid() -> None:
    assert list(NOTEBOOKS)[:2] == ["01-index.ipynb", "02-bottleneck.ipynb"]
    assert len(NOTEBOOKS) == len(list((ROOT / "book").glob("*.md")))
    for notebook in NOTEBOOKS.values():
        nbformat.validate(notebook)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_nothing_is_left_that_only_the_site_knows(name: str) -> None:
    words = words_of(NOTEBOOKS[name])
    assert not re.search(r"\{[\w-]+\}`|`{3,}\{|:::|^\([\w-]+\)=$|\]\{", words, re.MULTILINE)
    assert ".md)" not in words and ".html" not in re.sub(r"<https?:[^>]*>", "", words)
    formulas = re.sub(r"\$\$.*?\$\$", "", words, flags=re.DOTALL)
    assert not re.search(r"(?<!\\)\$", formulas), "a dollar would begin a formula"


def test_links_lead_to_notebooks_or_to_the_web() -> None:
    for notebook in NOTEBOOKS.values():
        for address in LINK.findall(words_of(notebook)):
            assert address in NOTEBOOKS or address.startswith(("https://", "http://")), address


def test_what_is_true_on_the_page_alone_is_left_to_it() -> None:
    assert plain("Read on. [Your case is kept.]{.of-the-page} [Rented]{.first}, it stays.") == (
        "Read on. Rented, it stays."
    )
    assert "other chapters offer it" not in words_of(NOTEBOOKS["01-index.ipynb"])


def test_cells_are_the_chapter_s_and_folded_as_there() -> None:
    notebook = NOTEBOOKS["05-bundle.ipynb"]
    (first, *_) = (cell for cell in notebook.cells if cell.cell_type == "code")
    assert "Explorer(view=" in first.source
    assert first.metadata["jupyter"]["source_hidden"]
    workbench = NOTEBOOKS["15-workbench.ipynb"]
    assert any(
        "jupyter" not in cell.metadata for cell in workbench.cells if cell.cell_type == "code"
    )


def test_words_between_two_dollars_are_no_formula() -> None:
    said = plain(
        "Pay $2 or $3.\n\nOr {num}`$14,000 to $25,000 <purchase_prices.PP026>`, in {num}`half <parameter.displacement>`."
    )
    assert r"Pay \$2 or <span>\$</span>3." in said
    assert r"[\$14,000 to <span>\$</span>25,000](<" in said


def test_what_reads_the_chapters_own_text_is_left_to_the_site() -> None:
    cells = NOTEBOOKS["13-sources.ipynb"].cells
    assert any(cell.source == ON_THE_PAGE for cell in cells)
    assert not any(".md" in cell.source for cell in cells if cell.cell_type == "code")


def test_a_number_leads_to_its_document_and_says_who_said_it() -> None:
    said = plain("It is {num}`39.4% <aws_quarterly.2026Q2.operating_margin_percent>` now.")
    assert said.startswith("It is [39.4%](<https://www.sec.gov/")
    assert "Operating margin, 2026Q2; Amazon, 2026-06-30; filing" in said
    assert plain("{num}`half <parameter.displacement>`").startswith("[half](<2-model.ipynb>")


def test_a_solution_is_folded_and_a_note_is_a_quotation() -> None:
    folded = plain("````{dropdown} Solution\nIt is {gloss}`floor`.\n\n```python\n1 + 1\n```\n````")
    assert folded.startswith("<details>\n<summary>Solution</summary>\n\nIt is [floor](<5.ipynb>")
    assert folded.endswith("```python\n1 + 1\n```\n\n</details>")
    assert (
        plain("```{admonition} A note\nWords.\n\nMore.\n```")
        == "> **A note**\n>\n> Words.\n>\n> More."
    )


def test_a_link_to_a_page_that_is_no_notebook_is_its_words() -> None:
    assert plain('On <a href="worksheet-index.html">a sheet</a>.') == "On a sheet."


def test_a_link_to_a_case_is_a_line_to_run() -> None:
    case = '<a href="index.html#explorer=rack&amp;displacement=1">each costs one</a>'
    assert plain(case) == 'each costs one (run `Explorer("rack", changes={"displacement": 1})`)'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```{quiz}\n```", "no notebook can show the directive {quiz}"),
        ("{made}`up`", "no notebook can show the role {made}"),
        ("[there](nowhere.md)", "nowhere.md, which is not a chapter"),
        ('<a href="x.html#explorer=nobody&amp;a=1">it</a>', "explorer nobody, which no chapter"),
    ],
)
def test_what_cannot_be_shown_is_named(text: str, said: str) -> None:
    with pytest.raises(PlainError, match=re.escape(said)):
        plain(text)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"index": "# One"}, "_toc.yml: there is no book/two.md"),
        ({"index": "# One", "two": "---\n: [\n---\n# Two"}, "book/two.md: the lines between ---"),
    ],
)
def test_a_chapter_that_cannot_be_read_is_named(
    tmp_path: Path, written: dict[str, str], said: str
) -> None:
    toc = "format: jb-book\nroot: book/index\nchapters:\n- file: book/two\n"
    (tmp_path / "_toc.yml").write_text(toc, encoding="utf-8")
    (tmp_path / "book").mkdir()
    for name, text in written.items():
        (tmp_path / "book" / f"{name}.md").write_text(text, encoding="utf-8")
    with pytest.raises(PlainError, match=re.escape(said)):
        Chapters(BOOK, tmp_path)
