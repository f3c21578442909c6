"""What the next build reads again: a chapter saved while it was read, and after a mistake no more.

Sphinx notes when it had read a chapter, and passes over what was saved before: of two saves within
a second the first would be shown. And when a chapter stops the build it forgets all of them: who
mistyped a name would wait for the whole book.
"""

from __future__ import annotations

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
        if _kept(app).exists():
            self._before = _kept(app).read_bytes()

    def note(self, app: Sphinx, env: BuildEnvironment) -> None:
        env.all_docs.update(self._began)

    def put_back(self, app: Sphinx, error: Exception | None) -> None:
        if error and self._before:
            _kept(app).write_bytes(self._before)


def _kept(app: Sphinx) -> Path:
    return Path(app.doctreedir, ENV_PICKLE_FILENAME)


def setup(app: Sphinx) -> None:
    """Follow what is read, and put back what was known before where the build is stopped."""
    reading = _Reading()
    app.connect("env-before-read-docs", reading.begin)
    app.connect("env-updated", reading.note)
    app.connect("build-finished", reading.put_back)
