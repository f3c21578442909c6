"""A long table that arrives in pieces moves nothing that is being read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Page
from readers import MOVED, rest

PIECE, PAUSE = 8192, 0.03  # bytes, and the seconds between two of them
SHIFT = 0.01

# How far to the right a table's frame, its sources and their heading reach.
PLACES = """() => {
  const right = (one) => document.querySelector(one).getBoundingClientRect().right;
  return [".table-scroll", "td.source", "th.source"].map(right);
}"""


class _Slow(SimpleHTTPRequestHandler):
    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a page in pieces; what it links comes at once."""
        if not self.path.endswith(".html"):
            super().copyfile(source, outputfile)
            return
        while piece := source.read(PIECE):
            outputfile.write(piece)
            time.sleep(PAUSE)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test report free of requests."""


@pytest.fixture(scope="module")
def slow_site(built_book: Path) -> Iterator[str]:
    """The address of the built book on a slow line."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Slow, directory=str(built_book)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("table", ["sources", "parameters", "datacenter_costs", "timeline"])
def test_nothing_moves_while_rows_arrive(page: Page, slow_site: str, table: str) -> None:
    page.goto(f"{slow_site}/book/sources-{table}.html")
    rest(page)
    assert page.evaluate(MOVED) <= SHIFT


@pytest.mark.parametrize("table", ["rental_prices", "supply_constraints", "parameters"])
def test_the_sources_of_a_wide_table_are_in_sight(page: Page, site: str, table: str) -> None:
    page.set_viewport_size({"width": 1_440, "height": 900})
    page.goto(f"{site}/book/sources-{table}.html")
    rest(page)
    edge, *sources = page.evaluate(PLACES)
    assert all(right <= edge + 1 for right in sources)
