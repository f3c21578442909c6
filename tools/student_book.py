"""Makes what students get: site and notebooks without solutions, and a zip of both; `make student`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import nbformat
from build_book import ROOT, publish
from swap import recover, swap

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.notebooks import notebooks
from rent_or_sell.sphinx_ext.solutions import SETTING

STUDENT = ROOT / "_build" / "student"


def main() -> None:
    """Build into a new folder, and put it in the place of the old one when it is whole."""
    new = STUDENT.with_name("student-next")
    shutil.rmtree(new, ignore_errors=True)
    recover(STUDENT)
    if not publish(ROOT, new / "site", **{SETTING: False}):
        sys.exit("The students' book was not built; one that was built before is as it was.")
    (new / "notebooks").mkdir()
    for name, notebook in notebooks(BOOK, ROOT, with_solutions=False):
        nbformat.write(notebook, new / "notebooks" / name)
    for beside in new.iterdir():  # what Sphinx and its kernels leave, outputs of solutions too
        if beside.name not in ("site", "notebooks"):
            shutil.rmtree(beside)
    packed = Path(shutil.make_archive(str(new), "zip", new))
    swap(new, STUDENT)
    archive = packed.replace(STUDENT.with_suffix(".zip"))
    print(f"\nFor students: {STUDENT}/site/index.html, {STUDENT}/notebooks, and both in {archive}")


if __name__ == "__main__":
    main()
