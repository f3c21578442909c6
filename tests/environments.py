"""Virtual environments that know nothing of the checkout, for what is tried outside of it."""

from __future__ import annotations

import os
import subprocess
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lab_server import end, wait_for


class Environment:
    """A virtual environment that knows nothing of the checkout."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        venv.create(folder, with_pip=True)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run its Python with the arguments, in its folder."""
        return subprocess.run(
            [str(self.programs / "python"), *arguments],
            cwd=self.folder,
            env=self.variables(),
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def programs(self) -> Path:
        """The folder of its Python and of the programs that pip installs."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    def variables(self) -> dict[str, str]:
        """Return this process's variables, with its own programs first and no other's modules."""
        path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        return {**os.environ, "PATH": path, "PYTHONPATH": ""}

    @contextmanager
    def serving(self, folder: Path, address: str, *command: str) -> Iterator[None]:
        """Run one of its programs, a server, in a folder until it answers; end it afterwards.

        Raises
        ------
        RuntimeError
            If it does not start; the message ends with its log.
        """
        with (self.folder / "log").open("w") as log:
            server = subprocess.Popen(
                [str(self.programs / "python"), *command],
                cwd=folder,
                env=self.variables(),
                stdout=log,
                stderr=log,
            )
            try:
                wait_for(address, server, self.folder / "log")
                yield
            finally:
                end(server)

    def pip(self, *arguments: str) -> None:
        """Run its pip and show what went wrong, if something did."""
        done = self.run("-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)
        assert done.returncode == 0, done.stderr

    def lines(self, code: str) -> list[str]:
        """Return the lines that the code prints."""
        done = self.run("-c", code)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()
