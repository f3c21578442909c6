"""Opens the chapters in JupyterLab as copies that are the reader's own; `make lab` runs it.

The copies lie in notebooks/, which git ignores. One that is there already is kept: delete it to
have it afresh. The package that they use is this checkout's.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import nbformat

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.notebooks import notebooks

ROOT = Path(__file__).resolve().parent.parent
COPIES = ROOT / "notebooks"
SETTINGS = ROOT / "_build" / "lab" / "settings"
# JupyterLab's own settings, but for the question about news: it lies over the page, and an answer
# asks another host.
QUIET = {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}}


def main() -> None:
    """Write the copies that are missing and become JupyterLab, opened at the first chapter."""
    first, kept = write_copies(COPIES)
    if kept:
        print(f"Kept as you left them: {', '.join(kept)}. Delete one to have it afresh.")
    os.execv(
        sys.executable, [sys.executable, "-m", "jupyterlab", *options(COPIES, SETTINGS, first)]
    )


def write_copies(folder: Path) -> tuple[str, list[str]]:
    """Write each chapter's notebook that a folder lacks; return the first, and those kept."""
    folder.mkdir(exist_ok=True)
    kept, names = [], []
    for name, notebook in notebooks(BOOK, ROOT):
        names.append(name)
        if (folder / name).exists():
            kept.append(name)
        else:
            nbformat.write(notebook, folder / name)
    return names[0], kept


def options(folder: Path, settings: Path, first: str) -> list[str]:
    """Return what JupyterLab is called with: its folder, its settings, the notebook it opens."""
    settings.mkdir(parents=True, exist_ok=True)
    (settings / "overrides.json").write_text(json.dumps(QUIET), encoding="utf-8")
    return [
        f"--ServerApp.root_dir={folder}",
        f"--LabApp.default_url=/lab/tree/{first}",
        f"--LabApp.app_settings_dir={settings}",
        # as root, which is all that many containers have, a server must be told so
        *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
    ]


if __name__ == "__main__":
    main()
