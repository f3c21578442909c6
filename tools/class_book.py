"""Makes what a class gets, site, notebooks and a zip of both: `make student` and `make teacher`."""

from __future__ import annotations

import argparse
import shutil
import sys

import yaml
from build_book import ROOT, publish
from swap import recover, swap

from rent_or_sell.classroom.copies import Copy
from rent_or_sell.sphinx_ext.copies import CHECKS, NOTES, SOLUTIONS


def main() -> None:
    """Build into a new folder, and put it in the place of the old one when it is whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", choices=("student", "teacher"))
    parser.add_argument("--without-checks", action="store_true")
    asked = parser.parse_args()
    is_teacher = asked.reader == "teacher"
    copy = Copy(solutions=is_teacher, checks=not asked.without_checks, notes=is_teacher)
    made = ROOT / "_build" / asked.reader
    new = made.with_name(f"{asked.reader}-next")
    shutil.rmtree(new, ignore_errors=True)
    recover(made)
    toc = copy.contents(yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8")))
    contents = new / "contents" / "_toc.yml"
    contents.parent.mkdir(parents=True)
    contents.write_text(yaml.safe_dump(toc), encoding="utf-8")
    settings = {SOLUTIONS: copy.solutions, CHECKS: copy.checks, NOTES: copy.notes}
    if not publish(ROOT, new / "site", external_toc_path=str(contents), **settings):
        sys.exit("The book was not built; one that was built before is as it was.")
    for beside in new.iterdir():  # contents, and what kernels leave, outputs of solutions too
        if beside.name != "site":
            shutil.rmtree(beside)
    packed = shutil.make_archive(str(new), "zip", new)
    swap(new, made)
    archive = shutil.move(packed, made.with_suffix(".zip"))
    print(f"\nFor {asked.reader}s: {made}/site/index.html, {made}/site/notebooks, all in {archive}")


if __name__ == "__main__":
    main()
