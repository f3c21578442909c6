"""Builds a book into its _build/html, chapters on all cores; `make book` and `make example` run it.

It calls Jupyter Book as its own command does, but for two things: the chapters are read in as many
processes as the machine has cores, and the new site takes the place of the old one only when it is
whole. A build that fails or is stopped leaves the old site as it was.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml
from alone import alone
from jupyter_book.sphinx import build_sphinx
from swap import recover, swap

ROOT = Path(__file__).resolve().parent.parent
MADE = ("html", "figures")  # the site, and the figures that `make pictures` draws


def main() -> None:
    """Build this book, or that of a folder that is named, and put what was built in its place."""
    folder = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT
    built = folder / "_build"
    new = built / "next"
    held = alone(built)
    shutil.rmtree(new, ignore_errors=True)
    for name in MADE:
        recover(built / name)
    if not publish(folder, new / "html"):
        sys.exit("The book was not built; a site that was built before is as it was.")
    for name in MADE:
        if (new / name).exists():
            swap(new / name, built / name)
    shutil.rmtree(new)
    held.close()
    serve = ", or run: make serve" if folder == ROOT else ""
    print(f"\nThe book is at {built}/html/index.html: open it in a browser{serve}")


def publish(folder: Path, site: Path, **settings: Any) -> bool:
    """Build a folder's book into a new site, and leave what readers need."""
    if not build(folder, site, **settings):
        return False
    # for a build over this one; a hash of paths among other things, so that folders would differ
    (site / ".buildinfo").unlink()
    return True


def build(folder: Path, site: Path, **settings: Any) -> bool:
    """Build a folder's book into a site, with settings beside its own; say whether all went well."""
    _check(folder)
    gc.disable()  # chapters are large trees, kept to the end: looking through them takes a fifth
    try:
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
    finally:
        gc.enable()
        _end_readers()
    return not failed


def _check(folder: Path) -> None:
    """Leave with file and line where Jupyter Book's own files cannot be read."""
    for file in (folder / "_config.yml", folder / "_toc.yml"):
        try:
            yaml.safe_load(file.read_text(encoding="utf-8"))
        except (yaml.YAMLError, OSError, UnicodeError) as error:
            sys.exit(f"{file} cannot be read: {error}")


def _end_readers() -> None:
    """End those who read other chapters when one could not be read; the build would wait for them.

    Sphinx asks them to end, but while a cell runs, nbclient takes that for its kernel alone.
    """
    for reader in multiprocessing.active_children():
        reader.kill()


if __name__ == "__main__":
    main()
