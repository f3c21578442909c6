"""Finds a Chromium for tests and measurements; run as a script, sees to it that there is one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from browsers import debian, provide
from playwright.sync_api import Browser, Error, Playwright

# The shell has no windows to draw around a page, and opens one in a third of the time.
INSTALLED = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
)
ARGUMENTS = (
    "--no-sandbox",
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # The list below the address bar is a page of its own, made anew for every window.
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup",
)
REMEDY = (
    "Install Chromium or Chrome (Debian: apt install chromium-headless-shell), or run "
    "`playwright install chromium`, or set CHROMIUM to the path of one."
)


def installed() -> str | None:
    """Return the path of a Chromium on this machine: $CHROMIUM, or the first one on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, INSTALLED)), None)


def launch(playwright: Playwright, downloads: Path | None = None) -> Browser:
    """Return a headless Chromium: the installed one, or else the one that Playwright fetched.

    What a page saves is put into the folder `downloads`.

    Raises
    ------
    RuntimeError
        If none starts; the message says what to install.
    """
    try:
        return playwright.chromium.launch(
            executable_path=installed(), args=ARGUMENTS, downloads_path=downloads
        )
    except Error as error:
        raise RuntimeError(f"No browser starts. {REMEDY}\n{error}") from error


def main() -> None:
    """Install a Chromium unless one starts; leave with a remedy if none can be had."""
    fetched = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    provide(launch, [fetched, *debian("chromium-headless-shell", "chromium")], REMEDY)


if __name__ == "__main__":
    main()
