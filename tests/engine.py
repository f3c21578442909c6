"""A real browser, for every test that needs one. Nothing is skipped."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import chromium
import firefox
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

# What is waited for comes; how fast is the machine’s affair, which may have other work.
PATIENCE = 60_000  # milliseconds
expect.set_options(timeout=PATIENCE)

# The browsers in which tests can run: `pytest -m engines --engine firefox`.
ENGINES = {"chromium": chromium.launch, "firefox": firefox.launch}


@pytest.fixture(scope="session")
def downloads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder into which the browser puts what pages save."""
    return tmp_path_factory.mktemp("downloads")


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config, downloads: Path) -> Iterator[Browser]:
    """A headless browser of the chosen engine; without one the tests fail with what to install."""
    with sync_playwright() as playwright:
        launched = ENGINES[pytestconfig.getoption("--engine")](playwright, downloads)
        launched.on("context", lambda context: context.set_default_timeout(PATIENCE))
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A blank page in a fresh profile."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
