"""Scripts and style sheets without what only their authors read: comments, spaces, long names.

esbuild does it, if npm has put it below the book's folder and there is Node to run it. Without it
the site is heavier and does the same.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ESBUILD = "node_modules/.bin/esbuild"


def minified(text: str, kind: str, root: Path) -> str:
    """Return a script (`js`) or sheet (`css`) in short, or as it is."""
    return _esbuild(text, root, root, f"--loader={kind}") or text


def bundled(module: str, folder: Path, root: Path) -> str:
    """Return a module that stands in a folder, and all that it imports, as one classic script.

    It is empty where there is no esbuild.
    """
    return _esbuild(module, root, folder, "--bundle", "--format=iife")


def _esbuild(text: str, root: Path, folder: Path, *options: str) -> str:
    tool = (root / ESBUILD).resolve()
    if not tool.exists() or not shutil.which("node"):
        return ""
    command = [str(tool), "--minify", "--log-level=error", *options]
    done = subprocess.run(
        command, input=text, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise ValueError(f"esbuild cannot read a file of the site.\n{done.stderr}")
    return done.stdout
