"""`make lab` opens copies that are the reader's: kept at the next start, and ignored by git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from lab import COPIES, ROOT, options, write_copies


def test_a_reader_s_copy_is_kept_and_a_deleted_one_comes_again(tmp_path: Path) -> None:
    folder = tmp_path / "notebooks"
    first, kept = write_copies(folder)
    assert (first, kept) == ("01-index.ipynb", [])
    fresh = (folder / "02-bottleneck.ipynb").read_bytes()
    (folder / first).write_text("my own", encoding="utf-8")
    (folder / "02-bottleneck.ipynb").unlink()
    again, kept = write_copies(folder)
    assert again == first and first in kept and "02-bottleneck.ipynb" not in kept
    assert (folder / first).read_text(encoding="utf-8") == "my own"
    assert (folder / "02-bottleneck.ipynb").read_bytes() == fresh


def test_copies_and_settings_are_no_files_of_the_repository(tmp_path: Path) -> None:
    for made in (COPIES / "01-index.ipynb", ROOT / "_build" / "lab"):
        ignored = subprocess.run(["git", "check-ignore", "-q", str(made)], cwd=ROOT, check=False)
        assert ignored.returncode == 0, made
    asked = options(tmp_path, tmp_path / "settings", "01-index.ipynb")
    assert f"--ServerApp.root_dir={tmp_path}" in asked, "nothing else of the disk is in sight"
