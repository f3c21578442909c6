"""Finds a Chromium for tests and measurements; run as a script, sees to it that there is one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from playwright.sync_api import Browser, Error, Playwright, sync_playwright

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


def launch(playwright: Playwright) -> Browser:
    """Return a headless Chromium: the installed one, or else the one that Playwright fetched.

    Raises
    ------
    RuntimeError
        If none starts; the message says what to install.
    """
    try:
        return playwright.chromium.launch(executable_path=installed(), args=ARGUMENTS)
    except Error as error:
        raise RuntimeError(f"No browser starts. {REMEDY}\n{error}") from error


def starts() -> bool:
    """Return whether a browser starts."""
    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except RuntimeError:
            return False
    return True


def ways_to_install() -> list[list[list[str]]]:
    """Return the ways to get a browser, each a list of commands."""
    ways = [[[sys.executable, "-m", "playwright", "install", "chromium"]]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        install = ["apt-get", "install", "-y", "--no-install-recommends"]
        packages = ("chromium-headless-shell", "chromium")
        ways += [[["apt-get", "update"], [*install, package]] for package in packages]
    return ways


def main() -> None:
    """Install a browser unless one starts; leave with a remedy if none can be had."""
    for way in ways_to_install():
        if starts():
            return
        for command in way:
            print("No browser starts yet:", " ".join(command), flush=True)
            subprocess.run(command, check=False)
    if not starts():
        sys.exit(f"No browser starts. {REMEDY}")


if __name__ == "__main__":
    main()
