"""The built site in a real browser, for every test that needs them. Nothing is skipped."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from explorer_files import ORIGIN, files_of, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import Reader, catch_up

from rent_or_sell.book import BOOK

# The controls that tests turn, all in sight.
OPEN = (
    *("sale_price_per_chip", "rent_per_chip_hour", "attach_rate"),
    *("displacement", "rent_erosion", "buyer_value_per_chip_hour"),
)

# What a host may say of the whole site; browsers tell what breaks it on the console.
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'self'"
)

# Explorers that others embed may stand in any page.
POLICY_OF_EMBEDDED = POLICY.replace("frame-ancestors 'self'", "frame-ancestors *")

SITE = Path(__file__).resolve().parents[2] / "_build" / "html"


@pytest.fixture(scope="module")
def reloaded(browser: Browser) -> Iterator[Page]:
    """One page for the tests of a module that load it anew: opening another costs more than that.

    It is for tests that leave nothing in the profile and nothing on the page but its address.
    """
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def rack_files(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page of the rack's explorer alone, under a strict policy, and its complaints."""
    page, complaints = open_files(browser, files_of([BOOK.explorer("rack", controls=OPEN)]))
    yield page, complaints
    page.close()


@pytest.fixture
def root(rack_files: tuple[Page, list[str]]) -> Iterator[Locator]:
    """The rack's explorer at its base case, on a page loaded anew that must not complain."""
    page, complaints = rack_files
    page.goto(f"{ORIGIN}/index.html")
    root = page.locator(".explorer")
    expect(root).to_have_attribute("data-live", "")
    catch_up(root)  # its small curves are drawn once it lives
    yield root
    assert complaints == []


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Page]:
    """The page at a module's own address, on a wide screen with a mouse."""
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


class _Strict(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """Say the policy: nothing inline, nothing from elsewhere, no code made from text."""
        embedded = self.path.startswith("/embed/")
        self.send_header("Content-Security-Policy", POLICY_OF_EMBEDDED if embedded else POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test report free of requests."""


@pytest.fixture(scope="session")
def built_book() -> Path:
    """The folder of the built book; without one the tests fail with how to build it."""
    if not (SITE / "index.html").exists():
        pytest.fail(f"There is no book at {SITE}. Build it first: make book")
    return SITE


@pytest.fixture(scope="session")
def site(built_book: Path) -> Iterator[str]:
    """The address at which the built book is served, under the policy, while the tests run."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Strict, directory=str(built_book)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def reader(page: Page, site: str) -> Reader:
    """A demanding reader of the built book."""
    return Reader(page, site)
