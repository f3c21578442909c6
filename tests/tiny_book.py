"""Builds a book of a few pages with the project's own configuration, for tests of what it makes."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import sys
from pathlib import Path
from subprocess import CompletedProcess

ROOT = Path(__file__).resolve().parents[1]

# Importing what builds a book takes longer than building one of a page: a server does it once,
# and each build is a fork of it.
_SERVER = multiprocessing.get_context("forkserver")
_SERVER.set_forkserver_preload(
    ["jupyter_book.sphinx", "myst_nb.sphinx_", "sphinx_book_theme", "rent_or_sell.sphinx_ext"]
)

# What makes a page a notebook, for whose cells a kernel is started.
HEAD = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---
"""


def build(folder: Path, **pages: str) -> CompletedProcess[str]:
    """Build a book of the given pages with the project's own configuration."""
    if not (folder / "_config.yml").exists():
        shutil.copy(ROOT / "_config.yml", folder)
    root, *chapters = pages
    lines = ["format: jb-book", f"root: book/{root}", "chapters:" if chapters else ""]
    toc = "\n".join([*lines, *(f"  - file: book/{name}" for name in chapters)])
    (folder / "_toc.yml").write_text(toc, encoding="utf-8")
    (folder / "book").mkdir()
    for name, text in pages.items():
        (folder / "book" / f"{name}.md").write_text(written(text), encoding="utf-8")
    return rebuild(folder)


def written(text: str) -> str:
    """Return a page as it is built: with cells it is a notebook, and has a head, be it its own."""
    return HEAD + text if "{code-cell}" in text and not text.startswith("---") else text


def rebuild(folder: Path) -> CompletedProcess[str]:
    """Build a book as its files are now, every page anew; it may import what lies beside them."""
    command = ["build", "-W", "-n", "--keep-going", "--all", "."]
    logs = folder / "stdout.txt", folder / "stderr.txt"
    process = _SERVER.Process(target=_run, args=(command, folder, *logs))
    process.start()
    process.join()
    assert process.exitcode is not None
    said = (log.read_text(encoding="utf-8") for log in logs)
    return CompletedProcess(command, process.exitcode, *said)


def _run(command: list[str], folder: Path, stdout: Path, stderr: Path) -> None:
    """Run Jupyter Book in a process of its own, which ends with its exit code."""
    from jupyter_book.cli.main import main

    os.chdir(folder)
    sys.path.insert(0, str(folder))
    os.environ["PYTHONPATH"] = str(folder)  # for the kernels
    for number, log in enumerate((stdout, stderr), start=1):
        with log.open("wb") as file:
            os.dup2(file.fileno(), number)
    main(command)
