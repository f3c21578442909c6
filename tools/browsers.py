"""Sees to it that a browser is there: one that starts, or the first way that brings one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable

from playwright.sync_api import Browser, Playwright, sync_playwright

Launch = Callable[[Playwright], Browser]
Commands = list[list[str]]


def starts(launch: Launch) -> bool:
    """Return whether a browser starts."""
    with sync_playwright() as playwright:
        try:
            launch(playwright).close()
        except RuntimeError:
            return False
    return True


def debian(*packages: str) -> list[Commands]:
    """Return the ways to install one of Debian's packages, none where that cannot be done."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return []
    install = ["apt-get", "install", "-y", "--no-install-recommends"]
    return [[["apt-get", "update"], [*install, package]] for package in packages]


def provide(launch: Launch, ways: Iterable[Commands], remedy: str) -> None:
    """Install a browser unless one starts; leave with a remedy if none can be had."""
    for way in ways:
        if starts(launch):
            return
        for command in way:
            print("No browser starts yet:", " ".join(command), flush=True)
            subprocess.run(command, check=False)
    if not starts(launch):
        sys.exit(f"No browser starts. {remedy}")
