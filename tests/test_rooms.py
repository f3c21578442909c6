"""The plan of the house holds: arrows run one way, and the engine knows no subject."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rooms import PACKAGE, arrows, room_of, wrong_arrows


def test_arrows_run_one_way_and_only_the_book_imports_the_subject() -> None:
    assert wrong_arrows() == []


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        ("facts/claims.py", "import rent_or_sell.model.graph", "facts → model runs against"),
        ("sphinx_ext/mathml.py", "from rent_or_sell.book import BOOK", "sphinx_ext → book runs"),
        ("model/graph.py", "def f():\n    from rent_or_sell.trainium import hues", "→ trainium"),
        ("sphinx_ext/mathml.py", "from rent_or_sell.trainium.equations import rack", "trainium"),
        ("model/graph.py", "from ..trainium import hues", "(relative) "),
        ("model/graph.py", "import rent_or_sell", "model → __init__ runs"),
        ("model/graph.py", "import_module('rent_or_sell.trainium.hues')", "trainium"),
        ("model/graph.py", "import_module('rent_or_sell.book')", "model → book runs against"),
        ("model/graph.py", "import_module('.trainium.hues', 'rent_or_sell')", "(by name) "),
        ("model/graph.py", "import_module(f'{__package__}.trainium.hues')", "(by name) "),
        ("newroom/thing.py", "from rent_or_sell.model import graph", "newroom has no place"),
    ],
)
def test_a_wrong_arrow_is_found(tmp_path: Path, file: str, line: str, said: str) -> None:
    package = Path(shutil.copytree(PACKAGE, tmp_path / "rent_or_sell"))
    (package / file).parent.mkdir(exist_ok=True)
    with (package / file).open("a", encoding="utf-8") as module:
        module.write(f"\n{line}\n")
    assert any(said in wrong for wrong in wrong_arrows(package))


def test_the_facts_run_no_model() -> None:
    assert {end for start, end in arrows() if start == "facts"} <= {"names", "extras", "numbers"}


def test_modules_are_small() -> None:
    a_list = PACKAGE / "trainium" / "equations" / "rack.py"
    modules = {*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.js")} - {a_list}
    sizes = {module: len(module.read_text(encoding="utf-8").splitlines()) for module in modules}
    assert [module for module, lines in sizes.items() if lines > 300] == []


def test_rooms_are_named_by_their_longest_name() -> None:
    assert room_of("trainium.figures.deal") == "trainium.figures"
    assert room_of("trainium.workbench") == "trainium"
    assert room_of("book") == "book"


@pytest.mark.parametrize("module", ["model.models", "books", "sphinx_ext", "explorer.widget"])
def test_an_import_of_the_engine_loads_no_subject(module: str) -> None:
    code = (
        f"import sys, rent_or_sell.{module}; "
        "print([m for m in sys.modules if m.startswith('rent_or_sell.trainium') "
        "or m == 'rent_or_sell.book'])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "[]"
