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
EXAMPLE = 'Say it as in: make scorm QUESTION="What does Amazon gain?" ANSWER=gain_from_selling'


def main() -> None:
    """Write the zip that the variables ask for."""
    if not (asked("QUESTION") and asked("ANSWER")):
        sys.exit(f"A package asks a question, which a result answers. {EXAMPLE}")
    try:
        archive = package(
            Lesson(
                asked("VIEW") or "rack",
                asked("QUESTION"),
                asked("ANSWER"),
                dict(map(change, asked("CASE").split())),
                tuple(asked("FIXED").replace(",", " ").split()),
                asked("PREDICT") == "1",
            )
        )
    except ValueError as error:
        sys.exit(f"{error}\n{EXAMPLE}")
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


def change(text: str) -> tuple[str, float]:
    """Return the name and the value of a change, or raise `ValueError` with what is wrong."""
    name, _, value = text.partition("=")
    try:
        return name, float(value)
    except ValueError:
        raise ValueError(f"“{text}” in CASE is no change, such as displacement=0.5.") from None


if __name__ == "__main__":
    main()
