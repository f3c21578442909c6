"""JupyterLab on a folder of notebooks, as `make lab` starts it, and as a reader runs them."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lab import options
from playwright.sync_api import Page, expect

START_SECONDS = 180
RUN_MILLISECONDS = 120_000
DONE = re.compile(r"\[\d+\]:")  # the prompt of a cell that has run


@contextmanager
def jupyterlab(folder: Path, home: Path) -> Iterator[str]:
    """Yield the address of JupyterLab on a folder, with its settings and log in `home`.

    Raises
    ------
    RuntimeError
        If it does not start; the message ends with its log.
    """
    first = min(folder.glob("*.ipynb")).name
    with (home / "log").open("w") as log:
        server = subprocess.Popen(
            [
                *(sys.executable, "-m", "jupyterlab", "--no-browser"),
                *options(folder, home / "settings", first),
                *(f"--port={free_port()}", "--ServerApp.ip=127.0.0.1"),
                *("--IdentityProvider.token=", "--ServerApp.password="),
                *(f"--LabApp.user_settings_dir={home / 'user'}",),
                *(f"--LabApp.workspaces_dir={home / 'workspaces'}",),
            ],
            stdout=log,
            stderr=log,
            env=os.environ
            | {
                "JUPYTER_CONFIG_DIR": str(home / "config"),
                "JUPYTER_RUNTIME_DIR": str(home / "run"),
            },
        )
        try:
            address = address_of(server, home / "run", home / "log")
            wait_for(f"{address}/api/status", server, home / "log")
            yield address
        finally:
            end(server)


def address_of(server: subprocess.Popen[bytes], written: Path, log: Path) -> str:
    """Return where JupyterLab serves: its port was free, and if it is taken by then it has another."""
    about = written / f"jpserver-{server.pid}.json"
    # The page that leads to it is written last.
    wait_for(about.with_name(f"{about.stem}-open.html").as_uri(), server, log)
    port = json.loads(about.read_text(encoding="utf-8"))["port"]
    return f"http://127.0.0.1:{port}"


def free_port() -> int:
    """Return the number of a port on which nobody serves."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def end(server: subprocess.Popen[bytes]) -> None:
    """End the server kindly, so that it ends its kernels; or else at once."""
    server.terminate()
    try:
        server.wait(timeout=START_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def wait_for(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a server answers.

    Raises
    ------
    RuntimeError
        If it ends or takes too long; the message ends with its log.
    """
    for _ in range(START_SECONDS * 2):
        try:
            urllib.request.urlopen(address).close()
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if server.poll() is not None:
                break
            time.sleep(0.5)  # between one question and the next; no answer depends on it
    raise RuntimeError(f"The server did not start:\n{log.read_text()[-2000:]}")


def run_chapter(page: Page, lab: str, chapter: str) -> None:
    """Open a notebook such as "01-index" as the one of a workspace and let all its cells run."""
    page.set_viewport_size({"width": 1400, "height": 1000})
    page.goto(f"{lab}/lab/workspaces/{chapter}/tree/{chapter}.ipynb")
    page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=RUN_MILLISECONDS)
    expect(page.locator(".jp-StatusBar-Widget")).to_contain_text("| Idle", timeout=RUN_MILLISECONDS)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
