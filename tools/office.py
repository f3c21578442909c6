"""Finds LibreOffice, which recalculates workbooks in tests; run as a script, tries to get it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

AT_ONCE = 32  # workbooks that one start of LibreOffice computes; it grows with each
REMEDY = (
    "Install LibreOffice Calc (Debian: apt install --no-install-recommends libreoffice-calc), or "
    "set SOFFICE to the path of one."
)


def installed() -> str | None:
    """Return the path of LibreOffice on this machine: $SOFFICE, or the one on the path."""
    return os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice")


def recalculate(workbooks: Sequence[Path], folder: Path) -> None:
    """Write each workbook with the results that LibreOffice computes into a folder.

    Raises
    ------
    RuntimeError
        If there is no LibreOffice, or it does not do it; the message says what to install.
    """
    office = installed()
    if office is None:
        raise RuntimeError(f"There is no LibreOffice. {REMEDY}")
    profile = (folder / "profile").resolve().as_uri()  # its own, so that no other one is locked
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    for start in range(0, len(workbooks), AT_ONCE):
        some = workbooks[start : start + AT_ONCE]
        done = subprocess.run(
            [*command, "--outdir", str(folder), *map(str, some)],
            capture_output=True,
            text=True,
            check=False,
        )
        missing = [path.name for path in some if not (folder / path.name).exists()]
        if missing:
            raise RuntimeError(f"LibreOffice left out {missing}. {REMEDY}\n{done.stderr}")


def main() -> None:
    """Install LibreOffice where that can be done; say what to do where it cannot."""
    if installed() is None and shutil.which("apt-get") and os.geteuid() == 0:
        get = ["apt-get", "install", "-y", "--no-install-recommends", "libreoffice-calc"]
        for command in (["apt-get", "update"], get):
            print("There is no LibreOffice yet:", " ".join(command), flush=True)
            subprocess.run(command, check=False)
    if installed() is None:
        print(f"There is no LibreOffice, and the tests that need it will fail. {REMEDY}")


if __name__ == "__main__":
    main()
