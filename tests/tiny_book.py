"""Builds a book of a few pages with the project's own configuration, for tests of what it makes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

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


def build(folder: Path, **pages: str) -> subprocess.CompletedProcess[str]:
    """Build a book of the given pages with the project's own configuration."""
    shutil.copy(ROOT / "_config.yml", folder)
    root, *chapters = pages
    lines = ["format: jb-book", f"root: book/{root}", "chapters:" if chapters else ""]
    toc = "\n".join([*lines, *(f"  - file: book/{name}" for name in chapters)])
    (folder / "_toc.yml").write_text(toc, encoding="utf-8")
    (folder / "book").mkdir()
    for name, text in pages.items():
        (folder / "book" / f"{name}.md").write_text(HEAD + text, encoding="utf-8")
    return rebuild(folder)


def rebuild(folder: Path) -> subprocess.CompletedProcess[str]:
    """Build a book as its files are now, every page anew."""
    program = Path(sys.executable).with_name("jupyter-book")
    command = [str(program), "build", "-W", "-n", "--keep-going", "--all", "."]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
