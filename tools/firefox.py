"""Finds a Firefox for the tests that both engines pass; run as a script, sees to it that there is one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from browsers import debian, provide
from playwright.sync_api import Browser, Error, Playwright

INSTALLED = ("firefox-esr", "firefox")
REMEDY = "Install Firefox (Debian: apt install firefox-esr), or set FIREFOX to the path of one."


def installed() -> str | None:
    """Return the path of a Firefox on this machine: $FIREFOX, or the first one on the path."""
    return os.environ.get("FIREFOX") or next(filter(None, map(shutil.which, INSTALLED)), None)


def launch(playwright: Playwright, downloads: Path | None = None) -> Browser:
    """Return a headless Firefox, the one that people install, driven by WebDriver BiDi.

    What a page saves is put into the folder `downloads`; the driver does not tell of it.

    Raises
    ------
    RuntimeError
        If none starts; the message says what to install.
    """
    path = installed()
    if path is None:
        raise RuntimeError(f"There is no Firefox. {REMEDY}")
    try:
        return playwright.firefox.launch(
            channel="moz-firefox", executable_path=path, downloads_path=downloads
        )
    except Error as error:
        raise RuntimeError(f"Firefox does not start. {REMEDY}\n{error}") from error


if __name__ == "__main__":
    provide(launch, debian("firefox-esr", "firefox"), REMEDY)
