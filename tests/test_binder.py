"""What Binder does to the checkout, done to a copy of it: the chapters stand there as notebooks."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tiny_book import ROOT


def test_binder_finds_the_chapters_as_notebooks(tmp_path: Path) -> None:
    for name in ("binder", "book", "tools"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "_toc.yml", tmp_path)
    programs = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    subprocess.run(["binder/postBuild"], cwd=tmp_path, check=True, env={"PATH": programs})
    made = sorted(path.name for path in (tmp_path / "notebooks").iterdir())
    assert made[0] == "01-index.ipynb"
    assert len(made) == len(list((ROOT / "book").glob("*.md")))


def test_binder_installs_what_the_book_stands_on() -> None:
    lines = (ROOT / "binder" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "-r ../requirements.txt"
    assert (ROOT / "requirements.txt").exists()
