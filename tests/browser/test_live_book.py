"""What is saved while `make live` runs appears on the open page, and outputs are used again."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect
from tiny_book import HEAD, ROOT

PATIENCE = 60  # seconds
READY = "Start watching changes"  # said once the port is open; "Serving on" is said before
OWN_BOOK = """from dataclasses import replace
from pathlib import Path

from rent_or_sell.book import BOOK as WHOLE

BOOK = replace(WHOLE, data=Path(__file__).parent / "data")
"""
CHAPTER = (
    HEAD
    + """
# Live

The first words.

```{code-cell}
import time

from own_book import BOOK

print("WACC", BOOK.load_parameters()["discount_rate"].base, "ran at", time.time_ns())
```
"""
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A book of one chapter with data of its own."""
    config = (ROOT / "_config.yml").read_text(encoding="utf-8")
    config = config.replace("rent_or_sell.book:BOOK", "own_book:BOOK")
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: book/index\n", encoding="utf-8")
    (tmp_path / "own_book.py").write_text(OWN_BOOK, encoding="utf-8")
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "index.md").write_text(CHAPTER, encoding="utf-8")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


@dataclass
class Live:
    """Where a book is shown while its files are edited, and what is said of it meanwhile."""

    address: str
    said: list[str]

    def times_said(self, words: str) -> int:
        return "".join(self.said).count(words)

    def wait_until_said(self, words: str, times: int) -> None:
        deadline = time.monotonic() + PATIENCE
        while self.times_said(words) < times:
            assert time.monotonic() < deadline, "".join(self.said)
            time.sleep(0.1)


@pytest.fixture
def live(folder: Path) -> Iterator[Live]:
    """The book, shown while its files are edited."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "tools/live_book.py", str(folder), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    said: list[str] = []
    for line in process.stdout:
        said.append(line.decode())
        if READY in said[-1]:
            break
    assert READY in said[-1], "".join(said)
    output = process.stdout
    listener = Thread(target=lambda: said.extend(line.decode() for line in output))
    listener.start()
    yield Live(f"http://127.0.0.1:{port}/book/index.html", said)
    process.terminate()
    process.wait()
    listener.join()


@pytest.mark.exhaustive
def test_what_is_saved_appears(page: Page, live: Live, folder: Path) -> None:
    page.goto(live.address)
    printed = page.locator(".cell_output")
    expect(printed).to_contain_text("WACC 0.09 ran at")
    first = printed.inner_text()

    # The words change; the cell is not run again.
    chapter = folder / "book" / "index.md"
    chapter.write_text(CHAPTER.replace("first words", "second words"), encoding="utf-8")
    expect(page.get_by_text("The second words.")).to_be_visible()
    assert printed.inner_text() == first
    live.wait_until_said("Built.", 2)  # before it was served, and now
    assert live.times_said("Built.") == 2

    # The data change; it is.
    table = folder / "data" / "parameters.csv"
    rows = table.read_text(encoding="utf-8")
    edited = re.sub(r"^(discount_rate,.*?,0\.08),0\.09,", r"\1,0.1,", rows, flags=re.MULTILINE)
    assert edited != rows
    table.write_text(edited, encoding="utf-8")
    expect(printed).to_contain_text("WACC 0.1 ran at")

    # Data that do not hold together show nothing new, however often words are saved.
    table.write_text(edited.replace(",0.08,0.1,", ",0.08,0.01,"), encoding="utf-8")
    live.wait_until_said("data are not valid", 1)
    chapter.write_text(CHAPTER.replace("first words", "third words"), encoding="utf-8")
    live.wait_until_said("data are not valid", 2)
    table.write_text(edited, encoding="utf-8")
    expect(page.get_by_text("The third words.")).to_be_visible()

    # A book that is not there says so, until its name is mended.
    config = folder / "_config.yml"
    whole = config.read_text(encoding="utf-8")
    config.write_text(whole.replace("own_book:BOOK", "own_book:NONE"), encoding="utf-8")
    live.wait_until_said("cannot be loaded", 1)
    chapter.write_text(CHAPTER.replace("first words", "fourth words"), encoding="utf-8")
    live.wait_until_said("cannot be loaded", 2)
    config.write_text(whole, encoding="utf-8")
    expect(page.get_by_text("The fourth words.")).to_be_visible()

    # What is wrong is left as it was typed, and the server goes on.
    wrong = CHAPTER.replace("first words", "{num}`nine <amazon_statements.JL99>`")
    chapter.write_text(wrong, encoding="utf-8")
    expect(page.get_by_text("JL99")).to_be_visible()
    chapter.write_text(CHAPTER.replace("first words", "last words"), encoding="utf-8")
    expect(page.get_by_text("The last words.")).to_be_visible()

    # All that is the page that a build makes which keeps nothing.
    command = [sys.executable, "tools/build_book.py", str(folder)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(folder)}, check=True)
    shown = folder / "_build" / "live" / "html" / "book" / "index.html"
    built = folder / "_build" / "html" / "book" / "index.html"
    assert _lasting(shown) == _lasting(built)


def _lasting(page: Path) -> str:
    """Return a page without the hashes of its files and the moment at which its cell ran."""
    return re.sub(r"\.[0-9a-f]{12}\.|ran at \d+", "", page.read_text(encoding="utf-8"))
