"""The chapters as notebooks that JupyterLab and its kin open as they are.

A chapter is a notebook in MyST Markdown, with roles and directives that only the site knows. Its
copy for readers holds plain Markdown, the chapter's own cells, and folds what the site folds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from rent_or_sell.books import Book
from rent_or_sell.classroom.copies import EVERYONE, Copy
from rent_or_sell.classroom.plain_markdown import Pages, PlainError, plain_markdown
from rent_or_sell.classroom.solutions import with_listing, without_solutions
from rent_or_sell.extras import brought_by

with brought_by("lab"):
    import jupytext
    import nbformat
    import yaml
    from nbformat import NotebookNode

KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
FOLDED = "hide-input"  # the tag of cells whose code the site folds
OF_THE_SITE = "of-the-site"  # the tag of cells that read the chapters' own text
ON_THE_PAGE = "*The book’s page shows here what it makes of its chapters’ own text.*"
HOW_TO_RUN = "*Charts and explorers appear when cells run: menu Run, Run All Cells.*"
_EXPLORER = re.compile(r"\bExplorer\(\"?[^()]*\)")
_IDENTITY = re.compile(r", identity=\"([\w-]+)\"")


def notebooks(
    book: Book, folder: Path, copy: Copy = EVERYONE
) -> Iterator[tuple[str, NotebookNode]]:
    """Yield the name and the notebook of each chapter of a book's folder, in the book's order.

    They hold what the copy does; solutions are folded below their exercises.

    Raises
    ------
    PlainError
        If a chapter holds what no notebook can show; it says which chapter.
    """
    chapters = Chapters(book, folder, copy)
    for chapter, name in chapters.names.items():
        yield name, chapters.notebook(chapter)


class Chapters:
    """The chapters of a book's folder, read, and the names of their notebooks."""

    def __init__(self, book: Book, folder: Path, copy: Copy = EVERYONE) -> None:
        toc = yaml.safe_load((folder / "_toc.yml").read_text(encoding="utf-8"))
        chapters = list(chapters_of(copy.contents(toc)))
        self.names: Mapping[str, str] = {
            one: f"{at:02}-{Path(one).name}.ipynb" for at, one in enumerate(chapters, 1)
        }
        texts = {one: _text(folder, one) for one in chapters}
        named = {Path(one).name: text for one, text in texts.items()}
        take = (
            (lambda text: with_listing(text, named, book)) if copy.solutions else without_solutions
        )
        self._book = book
        self._read = {one: _notebook(one, copy.text(take(text))) for one, text in texts.items()}
        files = {Path(one).name: name for one, name in self.names.items()}
        explorers = dict(_explorers(list(self._read.values())))
        self._pages = Pages(files, explorers, answers=copy.solutions)

    def notebook(self, chapter: str, *, before: str = "") -> NotebookNode:
        """Return the notebook of a chapter such as "book/bundle"; words may stand before it.

        Raises
        ------
        PlainError
            If the chapter holds what no notebook can show.
        """
        try:
            made = _converted(self._read[chapter], self._book, self._pages)
        except ValueError as error:
            raise PlainError(f"{chapter}.md: {error}") from error
        if before:
            made.cells.insert(0, nbformat.v4.new_markdown_cell(before, id="before"))
        return made


def _text(folder: Path, chapter: str) -> str:
    file = folder / f"{chapter}.md"
    if not file.is_file():
        raise PlainError(f"_toc.yml: there is no {chapter}.md; write it, or take its line out")
    return file.read_text(encoding="utf-8")


def _notebook(chapter: str, text: str) -> NotebookNode:
    try:
        return jupytext.reads(text, "md:myst")
    except yaml.YAMLError as error:
        raise PlainError(f"{chapter}.md: the lines between --- are no YAML; {error}") from error


def chapters_of(toc: Mapping[str, object]) -> Iterator[str]:
    """Yield the files that a table of contents names, its root first."""
    for key, value in toc.items():
        if key in ("root", "file"):
            yield str(value)
        for inner in value if isinstance(value, list) else ():
            yield from chapters_of(inner)


def _explorers(chapters: list[NotebookNode]) -> Iterator[tuple[str, str]]:
    """Yield the identity of each explorer of the book, and the call that shows it."""
    for chapter in chapters:
        for cell in chapter.cells:
            for call in _EXPLORER.findall(cell.source) if cell.cell_type == "code" else ():
                named = _IDENTITY.search(call)
                model = re.search(r"\"([\w-]+)\"", call)
                identity = named[1] if named else model[1] if model else ""
                yield identity, _IDENTITY.sub("", call)


def _converted(chapter: NotebookNode, book: Book, pages: Pages) -> NotebookNode:
    made = nbformat.v4.new_notebook(metadata={"kernelspec": KERNEL})
    for at, cell in enumerate(chapter.cells):
        tags = cell.metadata.get("tags", ())
        if OF_THE_SITE in tags:
            copy = nbformat.v4.new_markdown_cell(ON_THE_PAGE)
        elif cell.cell_type == "code":
            copy = nbformat.v4.new_code_cell(cell.source)
            if FOLDED in tags:
                copy.metadata["jupyter"] = {"source_hidden": True}
        else:
            copy = nbformat.v4.new_markdown_cell(plain_markdown(cell.source, book, pages))
        copy["id"] = f"cell-{at}"  # the same each time, not drawn by lot
        made.cells.append(copy)
    if len(made.cells) > 1:
        made.cells[0]["source"] += f"\n\n{HOW_TO_RUN}"
    return made
