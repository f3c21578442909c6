"""Makes a zip that learning platforms take: one explorer with a question and a score; `make scorm`.

What is asked stands in variables of the command, as in
`make scorm VIEW=rack QUESTION="What is gained?" ANSWER=gain_from_selling CASE="displacement=1"`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import yaml
from archives import ROOT, write

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.scorm import Lesson, scorm_files

FOLDER = ROOT / "_build" / "scorm"


def main() -> None:
    """Write the zip that the variables ask for."""
    try:
        archive = package(
            Lesson(
                asked("VIEW") or "rack",
                asked("QUESTION"),
                asked("ANSWER"),
                {name: float(value) for name, _, value in map(pair, asked("CASE").split())},
                tuple(asked("FIXED").replace(",", " ").split()),
                asked("PREDICT") == "1",
            )
        )
    except ValueError as error:
        sys.exit(f"{error}\nSay it as in: make scorm QUESTION=… ANSWER=gain_from_selling")
    print(f"For a learning platform: {archive} ({archive.stat().st_size / 1e3:.0f} kB, SCORM 1.2)")


def package(lesson: Lesson, folder: Path = FOLDER) -> Path:
    """Write a lesson as a zip into a folder and return it."""
    book = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))["title"]
    files = scorm_files(BOOK, book, lesson)
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"{lesson.view}.zip"
    write(archive, {name: text.encode() for name, text in files.items()})
    return archive


def asked(name: str) -> str:
    """Return what a variable of the command says."""
    return os.environ.get(name, "").strip()


def pair(text: str) -> tuple[str, str, str]:
    """Return a change in two parts, with the sign between."""
    return text.partition("=")


if __name__ == "__main__":
    main()
