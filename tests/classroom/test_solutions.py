"""Exercises at three levels with hints; solutions stand apart, and a copy may do without them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from copies_of_the_book import CHAPTERS, keys, sentences
from tiny_book import build

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.copies import CHECK, NOTE, Copy
from rent_or_sell.classroom.notebooks import notebooks
from rent_or_sell.classroom.solutions import PLACE, listing, solutions, without_solutions
from rent_or_sell.sphinx_ext.copies import CHECKS, NOTES, SOLUTIONS

ROOT = Path(__file__).resolve().parents[2]
EXERCISE = re.compile(r"^\*\*\d+\.\*\* \*(\w+)\.\* ([^\n{`*$<\[]+)", re.MULTILINE)
PAGE = """
# A chapter

```{check} Of what kind is a rack?
right: A cabinet.
why: Chips stand in it.
wrong: A bird.
why: It cannot fly.
```

## Exercises

**1.** *Easy.* What is one and one?

```{dropdown} Solution
It is two, as Peano would say.
```

**2.** *Hard.* And now?

````{dropdown} Solution
```python
print("three, by machine")
```
````

```{teacher}
Five minutes.
```

## Afterwards

The end.
"""


def test_every_fold_of_the_chapters_is_a_hint_or_a_solution_that_is_found() -> None:
    for name, text in CHAPTERS.items():
        hints = text.count("{dropdown} Hint")
        assert len(solutions(text)) == hints, f"{name}: each exercise has a hint and a solution"
        assert text.count("{dropdown}") == 2 * hints, name


def test_exercises_have_three_levels() -> None:
    for name, text in CHAPTERS.items():
        levels = [level for level, _ in EXERCISE.findall(text)]
        assert len(levels) == len(solutions(text)), name
        assert not levels or set(levels) == {"Easy", "Medium", "Hard"}, name


@pytest.mark.parametrize("checks", [True, False])
def test_notebooks_for_students_hold_the_questions_and_no_solution(checks: bool) -> None:
    made = dict(notebooks(BOOK, ROOT, Copy(solutions=False, checks=checks)))
    words = "\n".join(cell.source for notebook in made.values() for cell in notebook.cells)
    assert "<summary>Solution" not in words
    assert ("**Check yourself.**" in words) == checks
    for text in CHAPTERS.values():
        for sentence in (*sentences(text), *keys(text)):
            assert sentence not in words
        for _, question in EXERCISE.findall(text):
            assert question in words


def test_notebooks_for_teachers_hold_notes_and_solutions() -> None:
    made = dict(notebooks(BOOK, ROOT, Copy(notes=True)))
    words = "\n".join(cell.source for cell in made["21-solutions.ipynb"].cells)
    assert words.count("> **For teachers**") >= 8
    for text in CHAPTERS.values():
        for sentence in sentences(text):
            assert sentence in words
        for key in keys(text):
            assert key in words


def test_what_is_no_solution_stays() -> None:
    left = without_solutions(PAGE, instead="Elsewhere.\n")
    assert "Peano" not in left and "machine" not in left
    assert "one and one" in left and "And now?" in left and "The end." in left
    assert left.count("Elsewhere.") == 1
    assert left.index("And now?") < left.index("Elsewhere.") < left.index("The end.")
    assert without_solutions("Nothing.", instead="Elsewhere.") == "Nothing."


def test_solutions_are_listed_below_their_questions() -> None:
    listed = listing({"one": PAGE, "two": "# No exercise"}, BOOK)
    words = (
        "(solutions-one)=\n## A chapter",
        "> Of what",
        "**Right:** A cabinet. *Chips",
        "> **1.**",
    )
    places = [
        listed.index(word) for word in (*words, "Peano", "> **2.**", "machine", "Five minutes")
    ]
    assert places == sorted(places)
    assert "Afterwards" not in listed and "No exercise" not in listed


def test_checks_and_notes_are_found_in_the_chapters() -> None:
    for text in CHAPTERS.values():
        assert len(CHECK.findall(text)) == text.count("{check}")
        assert len(NOTE.findall(text)) == text.count("{teacher}")
        assert "{check}" not in Copy(checks=False).text(text)
        assert "{teacher}" not in Copy().text(text)


@pytest.mark.builds
@pytest.mark.parametrize("solved", [True, False])
@pytest.mark.parametrize("apart", [True, False])
def test_a_site_is_built_with_them_or_without(tmp_path: Path, solved: bool, apart: bool) -> None:
    config = (ROOT / "_config.yml").read_text(encoding="utf-8")
    settings = "".join(
        f"    {setting}: {str(solved).lower()}\n" for setting in (SOLUTIONS, CHECKS, NOTES)
    )
    config = config.replace("    rent_or_sell_report_to:", f"{settings}    rent_or_sell_report_to:")
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    pages = {"index": PAGE} | ({"solved": f"# Solved\n\n{PLACE}"} if apart and solved else {})
    built = build(tmp_path, **pages)
    assert built.returncode == 0, built.stderr
    folder = tmp_path / "_build" / "html"
    site = "".join(
        path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.suffix in (".html", ".js", ".txt", ".md")
    )
    for words in ("Peano", "Of what kind", "Five minutes", "For teachers"):
        assert (words in site) == solved
    assert "one and one" in site
    chapter = (folder / "book" / "index.html").read_text(encoding="utf-8")
    assert ("Peano" in chapter) == (solved and not apart)
    assert ("solved.html#solutions-index" in chapter) == (solved and apart)
