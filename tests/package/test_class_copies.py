"""What `make student` and `make teacher` really write: no solution and no key, or all of them."""

from __future__ import annotations

import html
import re
import subprocess
from pathlib import Path
from zipfile import ZipFile

import nbformat
import pytest
from copies_of_the_book import CHAPTERS, keys, sentences

ROOT = Path(__file__).resolve().parents[2]
COPIES = {"student": (), "student without checks": ("CHECKS=no",), "teacher": ()}
TEACHING = ("solutions", "teach", "lesson-45", "lesson-90", "project")


def plainly(text: str) -> str:
    """Return the words of a page or script, with one kind of quotes and one space between them."""
    words = html.unescape(re.sub(r"<[^>]*>", "", text))
    for curly, straight in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\\$", "$")):
        words = words.replace(curly, straight)
    return " ".join(words.split())


@pytest.fixture(scope="module", params=COPIES)
def copy(request: pytest.FixtureRequest) -> tuple[str, Path]:
    command = request.param.split()[0]
    made = subprocess.run(
        ["make", command, *COPIES[request.param]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    assert {path.suffix for path in (ROOT / "_build").glob(f"{command}*")} == {"", ".zip"}
    return request.param, ROOT / "_build" / command


def words_of(folder: Path) -> dict[str, str]:
    """Return the words of all that a copy holds, by file."""
    kinds = (".html", ".js", ".json", ".txt", ".md", ".xml", ".csv")
    found = {
        str(path.relative_to(folder)): plainly(path.read_text(encoding="utf-8"))
        for path in folder.rglob("*")
        if path.suffix in kinds
    }
    for path in (folder / "site" / "notebooks").glob("*.ipynb"):
        cells = nbformat.read(path, 4).cells
        found[path.name] = plainly("\n".join(cell.source for cell in cells))
    for path in folder.rglob("*.whl"):
        with ZipFile(path) as packed:
            for name in packed.namelist():
                if name.endswith((".py", *kinds)):
                    found[name] = plainly(packed.read(name).decode())
    return found


def test_a_copy_holds_what_its_readers_may_have(copy: tuple[str, Path]) -> None:
    name, folder = copy
    words = words_of(folder)
    whole = "\n".join(its for file, its in words.items() if not file.endswith(".py"))
    for text in CHAPTERS.values():
        for said in (*sentences(text), *keys(text)):
            found = [file for file, its in words.items() if plainly(said) in its]
            assert bool(found) == (name == "teacher"), f"{said!r} in {found}"
    assert ("For teachers" in whole) == (name == "teacher")
    assert ("Check yourself" in whole) == (name != "student without checks")
    pages = {path.stem for path in (folder / "site" / "book").glob("*.html")}
    assert pages.isdisjoint(TEACHING) == (name != "teacher")
    assert {"index", "bundle", "workbench", "class"} <= pages
    assert (folder / "site" / "embed" / "rack.html").exists()  # where links from that page lead
    with ZipFile(folder.with_suffix(".zip")) as packed:
        files = {one for one in packed.namelist() if not one.endswith("/")}
    assert files == {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}
