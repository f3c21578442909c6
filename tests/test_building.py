"""A site takes the place of the one before, whatever happens, and is the same in every folder."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from alone import alone
from swap import recover, swap
from tiny_book import HEAD, ROOT

TOOLS = ROOT / "tools"
# Swaps, and kills itself before or after the given number of renames.
KILLED = """
import os, pathlib, signal, sys
from swap import swap
left = int(sys.argv[3])
rename = pathlib.Path.rename
def killing(self, target):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    return rename(self, target)
pathlib.Path.rename = killing
swap(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
"""


def site(folder: Path, words: str) -> Path:
    """Write a site of one page."""
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(words, encoding="utf-8")
    return folder


def test_what_is_new_takes_the_place_of_what_was_there(tmp_path: Path) -> None:
    place = site(tmp_path / "html", "old")
    swap(site(tmp_path / "next", "new"), place)
    assert (place / "index.html").read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [place]


def test_the_first_site_takes_an_empty_place(tmp_path: Path) -> None:
    swap(site(tmp_path / "next", "new"), tmp_path / "html")
    assert (tmp_path / "html" / "index.html").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("renames", [0, 1])
@pytest.mark.parametrize("served", [True, False], ids=["served", "built"])
def test_a_swap_that_was_killed_is_mended(tmp_path: Path, renames: int, served: bool) -> None:
    place, new = site(tmp_path / "html", "old"), site(tmp_path / "next", "new")
    command = [sys.executable, "-c", KILLED, str(new), str(place), str(renames)]
    assert subprocess.run(command, cwd=TOOLS, check=False).returncode == -signal.SIGKILL
    assert place.exists() == (renames == 0)
    if served:  # as `make serve` asks
        asked = [sys.executable, str(TOOLS / "swap.py"), str(place)]
        assert subprocess.run(asked, check=False).returncode == 0
        assert (place / "index.html").read_text(encoding="utf-8") == "old"
    swap(new, place)
    assert (place / "index.html").read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [place]


def test_where_nothing_was_built_there_is_nothing_to_put_back(tmp_path: Path) -> None:
    assert not recover(tmp_path / "html")
    asked = [sys.executable, str(TOOLS / "swap.py"), str(tmp_path / "html")]
    assert subprocess.run(asked, check=False).returncode == 1


# Holds a folder until it is killed; what it forked lives longer.
HOLDS = """
import os, pathlib, sys, time
from alone import alone
held = alone(pathlib.Path(sys.argv[1]))
if not os.fork():
    os.close(1)
    time.sleep(9)
    os._exit(0)
print("held", flush=True)
time.sleep(600)
"""


def test_two_builds_at_a_time_are_one(tmp_path: Path) -> None:
    place = tmp_path / "_build"
    first = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(place)], cwd=TOOLS, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "held\n"
    build = [sys.executable, str(TOOLS / "build_book.py"), str(tmp_path)]
    second = subprocess.run(build, capture_output=True, text=True, check=False)
    assert second.returncode == 1
    assert second.stderr.startswith("Another command is building into")
    first.kill()
    first.wait()
    alone(place).close()  # what a killed one held is free


# Says that it asks, waits for its turn, writes its name, and ends when it is told to.
TAKES_A_TURN = """
import pathlib, sys
from alone import in_turn
place, name = pathlib.Path(sys.argv[1]), sys.argv[2]
print("asks", flush=True)
in_turn(place)
print("builds", flush=True)
input()
with (place / "built").open("a") as built:
    built.write(name)
"""


def test_a_build_waits_for_the_one_that_outlives_its_server(tmp_path: Path) -> None:
    def builds(name: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", TAKES_A_TURN, str(tmp_path), name]
        return subprocess.Popen(
            command, cwd=TOOLS, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    first = builds("1")
    assert first.stdout is not None
    assert [first.stdout.readline() for _ in range(2)] == ["asks\n", "builds\n"]
    second = builds("2")
    assert second.stdout is not None
    assert second.stdout.readline() == "asks\n"
    with pytest.raises(subprocess.TimeoutExpired):  # its end would come at once
        second.communicate("\n", timeout=2)
    first.communicate("\n")
    assert second.wait() == 0
    assert (tmp_path / "built").read_text() == "12"


@pytest.mark.parametrize("name", ["_config.yml", "_toc.yml"])
def test_a_file_of_jupyter_book_s_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    for file in ("_config.yml", "_toc.yml"):
        shutil.copy(ROOT / file, tmp_path)
    (tmp_path / name).write_text("a: 1\nb: [", encoding="utf-8")
    build = [sys.executable, str(TOOLS / "build_book.py"), str(tmp_path)]
    done = subprocess.run(build, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{tmp_path / name} cannot be read:")
    assert "line 2" in done.stderr
    assert "Traceback" not in done.stderr


def test_serving_asks_before_it_builds() -> None:
    dry = ["make", "--dry-run", "--always-make", "_build/html/index.html"]
    said = subprocess.run(dry, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "tools/swap.py _build/html ||" in said


@pytest.mark.builds
def test_two_folders_give_the_same_bytes(tmp_path: Path) -> None:
    made = [built(tmp_path / name) for name in ("one", "another/and/deeper")]
    assert made[0].keys() == made[1].keys()
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


# A failed build, one of whose readers goes on: it does not end when it is asked to.
FAILED = """
import multiprocessing, signal, sys, time
import build_book

def read(reads):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    print("reading", flush=True)
    reads.set()
    time.sleep(600)

def fail(*args, **settings):
    forks = multiprocessing.get_context("fork")
    reads = forks.Event()
    reader = forks.Process(target=read, args=(reads,))
    reader.start()
    reads.wait()
    reader.terminate()
    return 1

build_book.build_sphinx = fail
assert not build_book.build(build_book.ROOT, build_book.ROOT)
"""


def test_a_build_that_failed_waits_for_no_reader() -> None:
    command = [sys.executable, "-c", FAILED]
    done = subprocess.run(
        command, cwd=TOOLS, capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout == "reading\n"


def built(folder: Path) -> dict[str, bytes]:
    """Build a book of one page as `make book` does; return its site's files."""
    (folder / "book").mkdir(parents=True)
    shutil.copy(ROOT / "_config.yml", folder)
    (folder / "_toc.yml").write_text("format: jb-book\nroot: book/index\n", encoding="utf-8")
    page = f"{HEAD}\n# A page\n\n```{{code-cell}}\nfrom rent_or_sell import Explorer\n\nExplorer()\n```\n"
    (folder / "book" / "index.md").write_text(page, encoding="utf-8")
    command = [sys.executable, str(TOOLS / "build_book.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "IPKernelApp" not in done.stdout + done.stderr
    html = folder / "_build" / "html"
    return {
        str(path.relative_to(html)): path.read_bytes() for path in html.rglob("*") if path.is_file()
    }


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    file = tmp_path / "no folder"
    file.touch()
    with pytest.raises(SystemExit, match="_build cannot be written: Not a directory"):
        alone(file / "_build")
