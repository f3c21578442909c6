"""Shows the book while it is written; `make live` runs it.

What is saved is built at once into _build/live, and open pages load themselves anew. What cells
said is kept, and said again while their code, the package and the data are what they were: this
makes it fast, and `make book`, which keeps nothing, the judge.
"""

from __future__ import annotations

import multiprocessing
import os
import pkgutil
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from socket import SO_REUSEADDR, SOL_SOCKET, socket
from threading import Thread
from time import sleep

from alone import alone, in_turn
from livereload import Server
from livereload.watcher import Watcher
from tornado.ioloop import IOLoop

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "rent_or_sell"
CHAPTERS = "book/*.md"
OTHERS = ("*.yml", "data/*", "*/*.py")
HOST = "127.0.0.1"
PACE = 0.1  # seconds between looks at the files
RELOAD = "__livereload__"  # what livereload calls a change of all

# Importing what builds a book takes longer than building one page of it: a server does it once,
# each builder is a fork of it, and each build one of the builder, as long as only chapters change.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(
    [
        *("jupyter_book.sphinx", "myst_nb.sphinx_", "myst_nb.core.execute.cache"),
        *("sphinx_book_theme", "anywidget", "frictionless", "plotly.io", "sympy"),
    ]
)


def main() -> None:
    """Build once, serve, and build again whenever something is saved."""
    parser = ArgumentParser(description="Show a book while it is written.")
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT, help="the book's folder")
    parser.add_argument("--port", type=int, default=8000, help="where the pages are served")
    asked = parser.parse_args()
    _try(asked.port)
    folder = asked.folder.resolve()
    site = folder / "_build" / "live" / "html"
    held = alone(site.parent)
    builds = _Builds(folder, site)
    try:
        builds.build()
        Server(watcher=builds).serve(port=asked.port, host=HOST, root=str(site))
    except KeyboardInterrupt:  # before it serves
        pass
    finally:
        builds.end()
        held.close()


def _try(port: int) -> None:
    """Leave with a remedy, before anything is built, where a port cannot be had."""
    with socket() as tried:
        tried.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)  # as the server does
        try:
            tried.bind((HOST, port))
        except OSError as error:
            sys.exit(f"Port {port}: {error.strerror}. Choose another: make live PORT={port + 1}")


class _Builds(Watcher):  # type: ignore[misc]  # livereload is untyped
    """Builds in a thread of its own, so that pages are served meanwhile, and says when it has."""

    def __init__(self, folder: Path, site: Path) -> None:
        super().__init__()
        self._folder, self._site = folder, site
        self._built: list[tuple[str, None]] = []
        self._builder = _Builder(folder, site)
        for place in (PACKAGE, *(folder / written for written in (CHAPTERS, *OTHERS))):
            self.watch(str(place))
        super().examine()  # what stands there is no change

    def start(self, callback: Callable[[], None]) -> bool:
        """Follow the files; `callback`, on the server's loop, asks what has changed."""
        loop = IOLoop.current()
        Thread(target=self._follow, args=(loop, callback), daemon=True).start()
        return True

    def examine(self) -> tuple[str | None, None]:
        """Return what open pages are told: to load anew after a build, also where a sheet was saved.

        Of a sheet they would load that one alone, by its address of before.
        """
        self.filepath = RELOAD
        return self._built.pop() if self._built else (None, None)

    def build(self) -> None:
        """Build, with a new builder where all but the chapters is not what the last one read."""
        if not self._builder.has_read(_read(self._folder)):
            self._builder.discard()
            self._builder = _Builder(self._folder, self._site)
        self._builder.build()

    def end(self) -> None:
        """End the builder, which would be waited for."""
        self._builder.discard()

    def _follow(self, loop: IOLoop, callback: Callable[[], None]) -> None:
        while True:
            sleep(PACE)
            try:
                saved, _ = super().examine()
            except FileNotFoundError as moment:  # what an editor writes for a moment
                saved = moment.filename
            if saved and saved != RELOAD:  # which a server says once, to pages of the one before
                self.build()
            if saved:
                self._built.append((RELOAD, None))
                loop.add_callback(callback)


class _Builder:
    """A process that has read all but the chapters, and builds as often as it is asked."""

    def __init__(self, folder: Path, site: Path) -> None:
        self._read = _read(folder)
        self._ours, theirs = FORKS.Pipe()
        self._process = FORKS.Process(target=_build, args=(theirs, folder, site))
        self._process.start()
        theirs.close()

    def has_read(self, files: dict[Path, float]) -> bool:
        """Whether it is there, and files are as it read them."""
        return self._process.is_alive() and self._read == files

    def build(self) -> None:
        """Build, and wait until it has."""
        with suppress(EOFError, OSError):  # it has ended, and said why
            self._ours.send(True)
            self._ours.recv()

    def discard(self) -> None:
        """End it."""
        self._process.terminate()


def _read(folder: Path) -> dict[Path, float]:
    """Return when each file was saved that a build reads before the chapters."""
    others = (place for pattern in OTHERS for place in folder.glob(pattern))
    ours = (Path(where, name) for where, _, names in os.walk(PACKAGE) for name in names)
    read = {}
    for place in (*ours, Path(__file__).with_name("build_book.py"), *others):
        with suppress(FileNotFoundError):  # what an editor writes for a moment
            if place.suffix != ".pyc":
                read[place] = place.lstat().st_mtime
    return read


def _build(asked: Connection, folder: Path, site: Path) -> None:
    sys.path.insert(0, str(folder))
    os.environ["PYTHONPATH"] = str(folder)  # for the kernels
    from build_book import build

    from rent_or_sell import sphinx_ext

    extensions = pkgutil.iter_modules(sphinx_ext.__path__, f"{sphinx_ext.__name__}.")
    for name in ("rent_or_sell.book", *(extension.name for extension in extensions)):
        import_module(name)
    sphinx_ext.assets.explorer_script(folder)  # kept: no chapter changes it

    def begin() -> None:
        """Return in a fork of this process whenever a build is asked for."""
        try:
            while asked.recv():
                if not (forked := os.fork()):
                    in_turn(site.parent)
                    return
                os.waitpid(forked, 0)
                asked.send(True)
        except (EOFError, OSError, KeyboardInterrupt):  # the author has gone
            pass
        sys.exit()

    whole = build(folder, site, nb_execution_mode="cache", rent_or_sell_begin=begin)
    print("Built." if whole else "Built as far as it goes: see above what is wrong.", flush=True)


if __name__ == "__main__":
    main()
