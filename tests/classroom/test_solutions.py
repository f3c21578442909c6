"""Students may get the book without solutions: none is left in it, and every question is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tiny_book import build

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.notebooks import notebooks
from rent_or_sell.classroom.solutions import solutions, without_solutions
from rent_or_sell.sphinx_ext.solutions import SETTING

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "book").glob("*.md")}
PAGE = """
# Exercises

**1.** What is one and one?

```{dropdown} Solution
It is two, as Peano would say.
```

**2.** And now?

````{dropdown} Solution
```python
print("three, by machine")
```
````

The end.
"""


def sentences(solution: str) -> list[str]:
    """Return the runs of plain words by which a solution would be known again."""
    runs = re.split(r"\{\w+\}`[^`]*`|[`*\[\]()\n]", solution)
    return [run.strip() for run in runs if len(run.split()) > 4]


def test_every_fold_of_the_chapters_is_a_solution_that_is_found() -> None:
    for name, text in CHAPTERS.items():
        assert len(solutions(text)) == text.count("{dropdown}"), name


def test_notebooks_for_students_hold_the_questions_and_no_solution() -> None:
    made = dict(notebooks(BOOK, ROOT, with_solutions=False))
    for name, notebook in made.items():
        words = "\n".join(cell.source for cell in notebook.cells)
        text = CHAPTERS[name[3:].removesuffix(".ipynb")]
        assert "<summary>Solution" not in words
        for solution in solutions(text):
            for sentence in sentences(solution):
                assert sentence not in words, name
        for question in re.findall(r"^\*\*\d+\.\*\* ([\w ,’']+)", text, re.MULTILINE):
            assert question in words, name


def test_what_is_no_solution_stays() -> None:
    left = without_solutions(PAGE)
    assert "Peano" not in left and "machine" not in left
    assert "one and one" in left and "And now?" in left and "The end." in left


@pytest.mark.builds
@pytest.mark.parametrize("with_solutions", [True, False])
def test_a_site_is_built_with_them_or_without(tmp_path: Path, with_solutions: bool) -> None:
    config = (ROOT / "_config.yml").read_text(encoding="utf-8")
    config = config.replace(
        "    rent_or_sell_report_to:",
        f"    {SETTING}: {str(with_solutions).lower()}\n    rent_or_sell_report_to:",
    )
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    built = build(tmp_path, index=PAGE)
    assert built.returncode == 0, built.stderr
    site = "".join(
        path.read_text(encoding="utf-8")
        for path in (tmp_path / "_build" / "html").rglob("*")
        if path.suffix in (".html", ".js", ".txt", ".md")
    )
    assert ("Peano" in site) == with_solutions
    assert "one and one" in site
