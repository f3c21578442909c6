"""What the README shows is what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_its_python_gives_what_it_shows() -> None:
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert (failed, tried) == (0, 10)


def test_its_commands_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"make ([a-z]+)  ", README))
    assert named >= {"book", "serve", "lab", "test", "check", "help"}
    assert named <= targets


def test_the_files_it_names_exist() -> None:
    named = re.findall(r"`((?:data|tests|rent_or_sell)/[\w./]*)`", README)
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []
