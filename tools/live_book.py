"""Shows the book while it is written; `make live` runs it.

What is saved is built at once into _build/live, and open pages load themselves anew. What cells
said is kept, and said again while their code, the package and the data are what they were: this
makes it fast, and `make book`, which keeps nothing, the judge.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from argparse import ArgumentParser
from pathlib import Path

from livereload import Server

ROOT = Path(__file__).resolve().parent.parent
WRITTEN = ("*.yml", "book/*.md", "data/*", "*/*.py")

# Importing what builds a book takes longer than building one page of it: a server does it once, and
# each build is a fork of it. The package itself is not among them, for it may be what was edited.
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
    folder = asked.folder.resolve()
    site = folder / "_build" / "live" / "html"

    def rebuild() -> None:
        process = FORKS.Process(target=_build, args=(folder, site))
        process.start()
        process.join()

    rebuild()
    server = Server()
    for place in (ROOT / "rent_or_sell", *(folder / written for written in WRITTEN)):
        server.watch(str(place), rebuild)
    server.serve(port=asked.port, host="127.0.0.1", root=str(site))


def _build(folder: Path, site: Path) -> None:
    sys.path.insert(0, str(folder))
    os.environ["PYTHONPATH"] = str(folder)  # for the kernels
    from build_book import build

    whole = build(folder, site, nb_execution_mode="cache")
    print("Built." if whole else "Built as far as it goes: see above what is wrong.", flush=True)


if __name__ == "__main__":
    main()
