"""Shows students' copy of the book to all who are in the same network; `make class` runs it."""

from __future__ import annotations

import socket
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "_build" / "student" / "site"


def main() -> None:
    """Serve the copy until it is stopped, and say first where it is."""
    port = int(sys.argv[1])
    try:
        here, room = address(), server(SITE, port)
    except OSError as error:
        sys.exit(f"The class cannot be reached: {error.strerror}. Join a network, or set PORT.")
    print(
        f"Students open http://{here}:{port}/ in the network that this computer is in.\n"
        f"A code to show them: http://{here}:{port}/book/class.html, “Show it as a code”.\n"
        "Where phones find nothing, the network keeps them apart: open a hotspot of your own.\n"
        "Ctrl-C ends it.",
        flush=True,
    )
    try:
        room.serve_forever()
    except KeyboardInterrupt:
        print()


def address() -> str:
    """Return this machine's address in its network: the one from which it would call others."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as call:
        call.connect(("192.0.2.1", 9))  # nobody's address; nothing is sent
        return str(call.getsockname()[0])


def server(site: Path, port: int) -> ThreadingHTTPServer:
    """Return what serves a site to everybody who can reach this machine."""
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
    return ThreadingHTTPServer(("", port), partial(quiet, directory=str(site)))


if __name__ == "__main__":
    main()
