"""`make class` shows a site to all in the room, and says where; without a network it says so."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from threading import Thread
from urllib.request import urlopen

import pytest
import room_server


def test_others_in_the_network_get_the_site(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("the book", encoding="utf-8")
    with room_server.server(tmp_path, 0) as room:
        assert room.server_address[0] == "0.0.0.0", "not to this machine alone"
        Thread(target=room.serve_forever, daemon=True).start()
        with urlopen(f"http://127.0.0.1:{room.server_port}/index.html") as answer:
            assert answer.read() == b"the book"
        room.shutdown()


def test_where_students_find_it_is_an_address_and_without_a_network_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Call(socket.socket):
        def connect(self, _: object) -> None:
            raise OSError(101, "Network is unreachable")

    monkeypatch.setattr("room_server.socket.socket", Call)
    monkeypatch.setattr(sys, "argv", ["room_server.py", "0"])
    with pytest.raises(SystemExit, match=r"cannot be reached: Network is unreachable\. Join"):
        room_server.main()


def test_the_command_serves_students_copy() -> None:
    root = Path(__file__).resolve().parents[1]
    dry = ["make", "--dry-run", "--always-make", "class", "PORT=8123"]
    said = subprocess.run(dry, cwd=root, capture_output=True, text=True, check=True).stdout
    assert "tools/swap.py _build/student ||" in said
    assert "tools/room_server.py 8123" in said
    assert room_server.SITE == root / "_build" / "student" / "site"
