"""Scripts and style sheets without what only their authors read: comments, spaces, long names.

esbuild does it, if npm has put it below the book's folder and there is Node to run it, and terser
names what a script keeps to itself: gzip packs its names better than esbuild's, by a twentieth.
Without them the site is heavier and does the same.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ESBUILD = "node_modules/.bin/esbuild"
TERSER = "node_modules/.bin/terser"


def minified(text: str, kind: str, root: Path) -> str:
    """Return a script (`js`) or sheet (`css`) in short, or as it is."""
    return _esbuild(text, root, root, f"--loader={kind}") or text


def bundled(module: str, folder: Path, root: Path) -> str:
    """Return a module that stands in a folder, and all that it imports, as one classic script.

    It is empty where there is no esbuild.
    """
    return _esbuild(module, root, folder, "--bundle", "--format=iife")


def renamed(script: str, root: Path) -> str:
    """Return a classic script with names that pack well; it must not be minified again."""
    return _answer(script, root, root, TERSER, "--mangle", "--ecma", "2022") or script


def _esbuild(text: str, root: Path, folder: Path, *options: str) -> str:
    return _answer(text, root, folder, ESBUILD, "--minify", "--log-level=error", *options)


def _answer(text: str, root: Path, folder: Path, name: str, *options: str) -> str:
    """Return what a tool makes of a text; it is empty where there is no such tool."""
    tool = (root / name).resolve()
    if not tool.exists() or not shutil.which("node"):
        return ""
    command = [str(tool), *options]
    done = subprocess.run(
        command, input=text, cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode:
        raise ValueError(f"{tool.name} cannot read a file of the site.\n{done.stderr}")
    return done.stdout
