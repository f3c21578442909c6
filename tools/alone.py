"""Lets one process at a time build into a folder: two would write each other's site."""

from __future__ import annotations

import fcntl
import os
import sys
from pathlib import Path
from typing import IO


def alone(place: Path) -> IO[str]:
    """Hold a folder for as long as this process lives and keeps what is returned.

    Leave with the reason where another one holds it. What a killed process held is free, also
    where one that it had forked goes on.
    """
    try:
        place.mkdir(parents=True, exist_ok=True)
        held = (place / "held").open("w")
        fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit(f"Another command is building into {place}: wait until it has ended, or end it.")
    except OSError as error:
        sys.exit(f"{place} cannot be written: {error.strerror}. Build in a folder that is yours.")
    return held


def in_turn(place: Path) -> None:
    """Hold a folder until this process ends, once no other one does.

    A build goes on for some seconds after its server was killed: the next one's waits for it.
    """
    fcntl.lockf(os.open(place / "building", os.O_RDWR | os.O_CREAT), fcntl.LOCK_EX)
