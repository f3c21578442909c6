"""Makes the assignments for nbgrader, with solutions and hidden tests; `make assignments`.

They come as nbgrader has a course: `source/<name>/<name>.ipynb`, from which it makes what students
get (`nbgrader generate_assignment <name>`).
"""

from __future__ import annotations

from pathlib import Path

import jupytext
from archives import ROOT

SOURCES = ROOT / "assignments"
COURSE = ROOT / "_build" / "assignments"


def make(course: Path = COURSE) -> list[str]:
    """Write the notebooks into a course's folder; return the names of the assignments."""
    names = sorted(source.stem for source in SOURCES.glob("*.md"))
    for name in names:
        folder = course / "source" / name
        folder.mkdir(parents=True, exist_ok=True)
        jupytext.write(jupytext.read(SOURCES / f"{name}.md"), folder / f"{name}.ipynb")
    return names


def main() -> None:
    """Make them where the Makefile says."""
    print(f"For nbgrader: {' and '.join(make())}, in {COURSE}/source")


if __name__ == "__main__":
    main()
