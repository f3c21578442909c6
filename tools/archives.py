"""Packs a folder into one archive, the same bytes each time; `make zip` packs the site."""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE = ROOT / "_build" / "html"
ARCHIVE = ROOT / "_build" / "rent-or-sell.zip"
DAY = (1980, 1, 1, 0, 0, 0)  # an archive of ours has no date
READABLE = 0o644 << 16  # by whoever unpacks it


FOR_HOSTS = "404.html"  # begins its addresses at the root of a host, which a disk has not


def pack(folder: Path, archive: Path) -> None:
    """Write the files of a folder, in the order of their names, below a folder of the archive's name."""
    names = sorted(file.relative_to(folder).as_posix() for file in files(folder))
    if FOR_HOSTS in names:
        names.remove(FOR_HOSTS)
    write(archive, {f"{archive.stem}/{name}": (folder / name).read_bytes() for name in names})


def write(archive: Path, contents: Mapping[str, bytes]) -> None:
    """Write files by name into an archive, the same bytes each time."""
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in contents.items():
            entry = zipfile.ZipInfo(name, DAY)
            entry.external_attr = READABLE
            packed.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def files(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder, but for what tools left there under names that begin with a dot."""
    for path in folder.rglob("*"):
        if path.is_file() and not any(
            part.startswith(".") for part in path.relative_to(folder).parts
        ):
            yield path


def main() -> None:
    """Pack the site that is built."""
    if not (SITE / "index.html").exists():
        sys.exit("There is no site to pack. Build it first: make book")
    pack(SITE, ARCHIVE)
    size = ARCHIVE.stat().st_size / 1e6
    print(f"The whole site is in {ARCHIVE} ({size:.1f} MB): unpack it and open index.html.")


if __name__ == "__main__":
    main()
