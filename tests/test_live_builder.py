"""The builder of `make live` meets taken ports, files that are there for a moment, and sheets."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import Mock

import live_book
import pytest
from livereload.handlers import LiveReloadHandler
from tiny_book import ROOT


def test_a_taken_port_is_said_before_anything_is_built(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "tools/live_book.py", str(tmp_path), "--port", str(port)]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 1
    assert f"Choose another: make live PORT={port + 1}" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_gone_when_it_is_looked_at_was_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_config.yml").touch()

    def walk(folder: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        yield str(tmp_path), [], ["written for a moment.py~", "there.py"]

    (tmp_path / "there.py").touch()
    monkeypatch.setattr(os, "walk", walk)
    read = {place.name for place in live_book._read(tmp_path)}
    assert read == {"there.py", "build_book.py", "_config.yml"}


def test_pages_load_anew_also_when_a_sheet_was_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_book, "_Builder", Mock())
    builds, page = live_book._Builds(tmp_path, tmp_path / "html"), Mock()
    monkeypatch.setattr(LiveReloadHandler, "watcher", builds, raising=False)
    monkeypatch.setattr(LiveReloadHandler, "waiters", {page})
    monkeypatch.setattr(LiveReloadHandler, "_last_reload_time", 0)
    builds.filepath = "styles/base.css"  # what was found saved
    builds._built.append((live_book.RELOAD, None))
    LiveReloadHandler.poll_tasks()
    assert page.write_message.call_args.args[0]["path"] == live_book.RELOAD
