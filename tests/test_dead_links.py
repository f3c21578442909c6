"""Dead links are those that are gone or whose host is; who only refuses a program is not dead."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Thread

import pytest
from dead_links import dead, trouble


class Nonsense(BaseRequestHandler):
    """Answers what is not HTTP."""

    def handle(self) -> None:
        self.request.recv(1024)
        self.request.sendall(b"nonsense\r\n")


class Answers(BaseHTTPRequestHandler):
    """Answers each address by the number in it."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.lstrip("/")))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Keep the test report free of requests."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """A host of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("status", "is_dead"), [(200, False), (404, True), (410, True), (403, False), (503, False)]
)
def test_gone_is_dead_and_refused_is_not(host: str, status: int, is_dead: bool) -> None:
    assert bool(trouble(f"{host}/{status}")) == is_dead


def test_a_host_that_is_not_there_is_dead() -> None:
    assert trouble("http://nowhere.invalid/")


def test_a_host_that_talks_nonsense_is_dead_and_stops_no_list() -> None:
    with ThreadingTCPServer(("127.0.0.1", 0), Nonsense) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        assert "nonsense" in trouble(f"http://127.0.0.1:{server.server_address[1]}/")
        server.shutdown()


@pytest.mark.parametrize("address", ["http://nowhere.invalid/with spaces", "no address"])
def test_what_is_no_address_is_dead_and_stops_no_list(address: str) -> None:
    assert trouble(address)


def test_each_address_is_asked_once_and_told_in_order() -> None:
    asked: list[str] = []

    def ask(address: str) -> str:
        asked.append(address)
        return "" if address == "good" else "gone"

    assert list(dead(["b", "good", "a", "b"], ask)) == [("b", "gone"), ("a", "gone")]
    assert sorted(asked) == ["a", "b", "good"]
