"""A page reads the same before JavaScript and without it, and nothing moves when it starts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from readers import MOVED, Reader, explorer, rest, wait_until

from rent_or_sell import evaluate, load_parameters
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.sentence import say
from rent_or_sell.model.parameters import base_values

# Of a page that arrives in two pieces, the second begins after the explorer's presets.
SECOND = b'<figure class="deal-zone"'
PAINTED = "performance.getEntriesByName('first-contentful-paint').length > 0"


class _InPieces(SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, seen: Event, **settings: Any) -> None:
        self.seen = seen
        super().__init__(*args, **settings)

    def do_GET(self) -> None:
        """Send the second piece of a chapter once the first is seen."""
        if not self.path.endswith("/index.html"):
            super().do_GET()
            return
        page = Path(self.translate_path(self.path)).read_bytes()
        first, mark, second = page.partition(SECOND)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(first)
        self.seen.wait()
        self.wfile.write(mark + second)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test report free of requests."""


@pytest.fixture
def pieces(built_book: Path) -> Iterator[tuple[str, Event]]:
    """The address of a site that sends chapters in two pieces, and the sign for the second."""
    seen = Event()
    handler = partial(_InPieces, directory=str(built_book), seen=seen)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", seen
    seen.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_that_arrives_in_pieces_answers_at_once_and_pushes_nothing(
    page: Page, pieces: tuple[str, Event], width: int
) -> None:
    address, seen = pieces
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/book/index.html", wait_until="commit")
    wait_until(page, PAINTED)
    expect(explorer(page).locator(".answer")).to_be_visible()
    expect(explorer(page).locator(".presets")).to_be_hidden()
    seen.set()
    page.wait_for_load_state()
    rest(page)
    assert page.evaluate(MOVED) < 0.002  # the button “Code” enters the bar


def test_without_javascript_the_base_case_is_there(browser: Browser, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/book/index.html")
    values = base_values(load_parameters()) | evaluate("rack")
    spoken = "".join(piece.text for piece in say(BOOK.view("rack").answer, values))
    expect(explorer(page).locator(".answer")).to_have_text(spoken)
    expect(explorer(page).locator(".lives")).to_be_visible()
    expect(explorer(page).locator(".deal-zone")).to_be_visible()
    expect(explorer(page).get_by_role("slider")).to_have_count(0)
    context.close()


def test_javascript_changes_no_word_and_moves_nothing(reader: Reader, browser: Browser) -> None:
    # Only what is on the screen is told: the whole page is, with the explorer far below.
    reader.page.set_viewport_size({"width": 1280, "height": 12_000})
    page = reader.open("index")
    live = explorer(page).locator(".headline, .lives, .deal-zone, .results-scroll")
    live_text = live.evaluate_all("parts => parts.map(part => part.textContent.trim())")
    rest(page)
    assert page.evaluate(MOVED) < 0.00005  # the theme’s own list of headings moves 0.000007
    context = browser.new_context(java_script_enabled=False, viewport=page.viewport_size)
    still = context.new_page()
    still.goto(f"{reader.site}/book/index.html")
    parts = explorer(still).locator(".headline, .lives, .deal-zone, .results-scroll")
    assert [text.strip() for text in parts.all_text_contents()] == live_text
    context.close()
