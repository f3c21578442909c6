"""The site's notebooks and its package, in environments that know nothing of the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest
from environments import Environment

HERE = Path(__file__).resolve().parent
NOTEBOOKS = HERE.parents[1] / "_build" / "html" / "notebooks"


@pytest.fixture(scope="session")
def offered() -> Path:
    """The folder of the site with notebooks and package; without one the tests say how to build it."""
    if not NOTEBOOKS.exists():
        pytest.fail(f"There are no notebooks at {NOTEBOOKS}. Build them first: make book")
    return NOTEBOOKS


@pytest.fixture(scope="session")
def reader(offered: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """What a reader has who installed the site's package, and nothing else."""
    environment = Environment(tmp_path_factory.mktemp("reader"))
    (wheel,) = offered.glob("*.whl")
    environment.pip("install", f"{wheel}[lab]")
    return environment


@pytest.fixture(scope="session")
def hosts(reader: Environment) -> Environment:
    """The same with other hosts of notebooks beside JupyterLab."""
    reader.pip("install", "--requirement", str(HERE / "hosts.txt"))
    return reader
