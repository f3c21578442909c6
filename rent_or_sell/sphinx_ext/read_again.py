"""What the next build reads again: a chapter saved while it was read, and after a mistake no more.

Sphinx notes when it had read a chapter, and passes over what was saved before: of two saves within
a second the first would be shown, and a file with an older date, moved over a chapter, not at all.
And when a chapter stops the build it forgets all of them: who mistyped a name would wait for the
whole book.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from time import time_ns

from sphinx.application import ENV_PICKLE_FILENAME, Sphinx
from sphinx.environment import BuildEnvironment


class _Reading:
    """When chapters began to be read, and what was known of all before."""

    def __init__(self) -> None:
        self._began: dict[str, int] = {}
        self._before = b""

    def begin(self, app: Sphinx, env: BuildEnvironment, chapters: list[str]) -> None:
        self._began = dict.fromkeys(chapters, time_ns() // 1000)
        _noted(env).update((name, _saved(env, name)) for name in chapters)
        if _kept(app).exists():
            self._before = _kept(app).read_bytes()

    def note(self, app: Sphinx, env: BuildEnvironment) -> None:
        env.all_docs.update(self._began)

    def put_back(self, app: Sphinx, error: Exception | None) -> None:
        if error and self._before:
            _kept(app).write_bytes(self._before)


def _outdated(app: Sphinx, env: BuildEnvironment, *_: Iterable[str]) -> set[str]:
    """Return the chapters with another date than when they began to be read, and who reads them."""
    noted = _noted(env)
    others = {name for name in env.found_docs if noted.get(name) != _saved(env, name)}
    files = {env.doc2path(name) for name in others}
    return others | {name for name, read in env.dependencies.items() if files & read}


def _saved(env: BuildEnvironment, chapter: str) -> int:
    return Path(env.doc2path(chapter)).stat().st_mtime_ns


def _noted(env: BuildEnvironment) -> dict[str, int]:
    """Return when each chapter had been saved that was read."""
    if not hasattr(env, "rent_or_sell_saved"):
        env.rent_or_sell_saved = {}  # type: ignore[attr-defined]
    noted: dict[str, int] = env.rent_or_sell_saved  # type: ignore[attr-defined]
    return noted


def _kept(app: Sphinx) -> Path:
    return Path(app.doctreedir, ENV_PICKLE_FILENAME)


def setup(app: Sphinx) -> None:
    """Follow what is read, and put back what was known before where the build is stopped."""
    reading = _Reading()
    app.connect("env-get-outdated", _outdated)
    app.connect("env-before-read-docs", reading.begin)
    app.connect("env-updated", reading.note)
    app.connect("build-finished", reading.put_back)
