"""The built wheel, installed in environments of its own outside the checkout, does its work."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from environments import Environment

ROOT = Path(__file__).resolve().parents[2]

# What a reader may call, and the extra that the error has to name where it is not installed.
NEEDS = {
    "import rent_or_sell; rent_or_sell.Explorer('rack')": "explorer",
    "from rent_or_sell.book import BOOK; BOOK.facts.validate()": "book",
    "import rent_or_sell; rent_or_sell.rack.spreadsheet('rack.xlsx')": "spreadsheet",
    "import rent_or_sell.charts.look": "book",
    "from rent_or_sell.trainium.figures.market import chips_and_price": "book",
    "import rent_or_sell.sphinx_ext": "book",
    "import rent_or_sell.trainium.workbench": "lab",
}
CORE = """
import sys
from pathlib import Path
import rent_or_sell
from rent_or_sell.book import BOOK

package = Path(rent_or_sell.__file__).parent
assert package.is_relative_to(sys.prefix), package
assert BOOK.data == package / "data", BOOK.data
print(round(rent_or_sell.evaluate("rack")["price_floor_per_chip"]))
print(list(rent_or_sell.table("rack").index) == list(rent_or_sell.load_scenarios()))
print(rent_or_sell.rack.latex("hardware_margin"))
print(len(rent_or_sell.load_table("parameters")) == len(rent_or_sell.load_parameters()))
print(rent_or_sell.fact("amazon_statements.JL01").number)
"""
EXPLORER = """
import rent_or_sell
for name in rent_or_sell.load_models():
    html = rent_or_sell.Explorer(name).page_html()
    print(name, f'data-explorer="{name}"' in html, len(html) > 10_000)
"""


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return Environment(tmp_path_factory.mktemp("core"))


@pytest.fixture(scope="module")
def wheel(core: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    core.pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    core.pip("install", str(built))
    return built


def test_every_file_of_the_package_and_of_the_data_travels(wheel: Path) -> None:
    files = [path for path in (ROOT / "rent_or_sell").rglob("*") if path.is_file()]
    expected = {path.relative_to(ROOT).as_posix() for path in files if path.suffix != ".pyc"}
    expected |= {f"rent_or_sell/data/{path.name}" for path in (ROOT / "data").iterdir()}
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert carried == expected


def test_the_core_runs_models_and_reads_its_own_data(wheel: Path, core: Environment) -> None:
    assert core.lines(CORE) == [
        "21097",
        "True",
        r"\text{hardware\_margin} = 1 - \frac{b}{p}",
        "True",
        "20.0",
    ]


@pytest.mark.parametrize(("code", "extra"), NEEDS.items(), ids=NEEDS.values())
def test_what_is_missing_names_the_extra_that_brings_it(
    wheel: Path, core: Environment, code: str, extra: str
) -> None:
    done = core.run("-c", code)
    assert done.returncode != 0
    last = done.stderr.splitlines()[-1]
    assert last.startswith("ModuleNotFoundError: "), done.stderr
    assert last.endswith(f'pip install "rent-or-sell[{extra}]"'), done.stderr


def test_the_explorer_extra_brings_explorers(wheel: Path, tmp_path: Path) -> None:
    environment = Environment(tmp_path / "explorer")
    environment.pip("install", f"{wheel}[explorer]")
    assert environment.lines(EXPLORER) == [
        f"{name} True True" for name in ("rack", "fleet", "market", "parity")
    ]


def test_an_editable_install_copies_no_data(tmp_path: Path) -> None:
    environment = Environment(tmp_path / "editable")
    environment.pip("install", "--no-deps", "--editable", str(ROOT))
    found = "import importlib.util as u; print(u.find_spec('rent_or_sell').origin)"
    assert environment.lines(found) == [str(ROOT / "rent_or_sell" / "__init__.py")]
    assert [path.name for path in environment.folder.rglob("parameters.csv")] == []
