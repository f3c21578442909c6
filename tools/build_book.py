"""Builds the book into _build/html, chapters on all cores; `make book` runs it.

It calls Jupyter Book as its own command does, but for two things: the chapters are read in as many
processes as the machine has cores, and the new site takes the place of the old one only when it is
whole. A build that fails or is stopped leaves the old site as it was.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Any

from jupyter_book.sphinx import build_sphinx

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "_build"
NEXT = BUILD / "next"
MADE = ("html", "figures")  # the site, and the figures that `make pictures` draws


def main() -> None:
    """Build, and put what was built in its place."""
    shutil.rmtree(NEXT, ignore_errors=True)
    if not build(ROOT, NEXT / "html"):
        sys.exit("The book was not built; a site that was built before is as it was.")
    for name in MADE:
        if (BUILD / name).exists():
            (BUILD / name).rename(NEXT / f"old-{name}")
        if (NEXT / name).exists():
            (NEXT / name).rename(BUILD / name)
    shutil.rmtree(NEXT)
    print(f"\nThe book is at {BUILD}/html/index.html: open it in a browser, or run: make serve")


def build(folder: Path, site: Path, **settings: Any) -> bool:
    """Build a folder's book into a site, with settings beside its own; say whether all went well."""
    failed = build_sphinx(
        str(folder),
        str(site),
        path_config=str(folder / "_config.yml"),
        noconfig=True,
        use_external_toc=True,
        confoverrides={
            "external_toc_path": str(folder / "_toc.yml"),
            "latex_individualpages": False,
            "nitpicky": True,
            **settings,
        },
        warningiserror=True,
        keep_going=True,
        jobs=os.cpu_count(),
    )
    return not failed


if __name__ == "__main__":
    main()
