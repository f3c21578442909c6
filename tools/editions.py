"""Says in data/editions.csv what this edition of the book changed; `make edition` runs it.

Every headline result of every scenario is computed four times: with the equations of the edition
before and of this one, each on the data of both. What data and what equations changed is the mean
of the two orders in which they can come, so that both add up to the whole change. A parameter that
the older data lack takes its value of now, and the older equations are given only the parameters
that they know.
"""

from __future__ import annotations

import csv
import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from rent_or_sell.book import BOOK
from rent_or_sell.books import Book

ROOT = Path(__file__).resolve().parent.parent
EDITIONS = BOOK.data / "editions.csv"
DIGITS = 7  # as in tests/golden: the economics and no noise
# Runs in the older edition's package: cases come in as JSON, their single results go out.
_RUN = """
import json, sys
from rent_or_sell import evaluate
runs = json.load(sys.stdin)
found = [evaluate(model, values) for model, values in runs]
json.dump([{k: v for k, v in one.items() if isinstance(v, float)} for one in found], sys.stdout)
"""

Values = dict[str, float]
Run = tuple[str, Values]
Row = dict[str, str]


@dataclass(frozen=True)
class Assumptions:
    """What an edition's data say: every parameter's base value, and each scenario's changes."""

    base: Values
    scenarios: Mapping[str, Values]


def assumptions(data: Path) -> Assumptions:
    """Read them from the tables of any edition, whose other columns may differ from ours."""
    base = {row["name"]: float(row["base"]) for row in _read(data / "parameters.csv")}
    scenarios: dict[str, dict[str, float]] = {
        row["scenario"]: {} for row in _read(data / "scenarios.csv")
    }
    for row in _read(data / "scenario_changes.csv"):
        scenarios[row["scenario"]][row["parameter"]] = float(row["value"])
    return Assumptions(base, scenarios)


def rows_of(book: Book, before: Path) -> list[Row]:
    """Return a row for every headline result: this edition beside the one in folder `before`."""
    old, new = assumptions(before / "data"), assumptions(book.data)
    runs = [(source.name, scenario) for scenario in new.scenarios for source in book.models]
    shared = [run for run in runs if run[1] in old.scenarios]
    old_data = [(model, new.base | old.base | old.scenarios[name]) for model, name in shared]
    new_data = [(model, new.base | new.scenarios[name]) for model, name in shared]
    then = _run_in(before, [(model, _known(values, old)) for model, values in old_data + new_data])
    oldest, newer_data = then[: len(shared)], then[len(shared) :]
    newer_equations = [
        book.evaluate(model, _known(values, new), _headlines(book, model))
        for model, values in old_data
    ]
    of_run = dict(zip(shared, zip(oldest, newer_data, newer_equations, strict=True), strict=True))
    return [
        _row(book, run, result, of_run.get(run), new.base | new.scenarios[run[1]])
        for run in runs
        for result in _headlines(book, run[0])
    ]


def split(
    before: float, newer_data: float, newer_equations: float, after: float
) -> tuple[float, float]:
    """Return what data and what equations changed: the mean of both orders."""
    from_data = (newer_data - before + after - newer_equations) / 2
    from_equations = (newer_equations - before + after - newer_data) / 2
    return from_data, from_equations


def _row(
    book: Book,
    run: tuple[str, str],
    result: str,
    older: tuple[Values, Values, Values] | None,
    values: Values,
) -> Row:
    model, scenario = run
    after = book.evaluate(model, values, [result])[result]
    before, newer_data, newer_equations = (
        one.get(result, math.nan) for one in older or ({}, {}, {})
    )
    return {
        "edition": str(book.edition.number),
        "scenario": scenario,
        "model": model,
        "result": result,
        "unit": book.model(model).quantity(result).unit,
        **_numbers(before, newer_data, newer_equations, after),
    }


def _numbers(before: float, newer_data: float, newer_equations: float, after: float) -> Row:
    """Return the numbers as written: rounded alike, so that they add up to the last digit."""
    parts = split(before, newer_data, newer_equations, after)
    smallest = min((abs(one) for one in (before, after) if math.isfinite(one) and one), default=1)
    places = DIGITS - 1 - math.floor(math.log10(smallest))
    start, data, equations, end = (_rounded(one, places) for one in (before, *parts, after))
    rest = end - start - data - equations  # by rounding; it belongs to what is larger
    if abs(data) > abs(equations):
        data += rest
    else:
        equations += rest
    named = {"before": start, "from_data": data, "from_equations": equations, "after": end}
    return {name: _written(value, places) for name, value in named.items()}


def _rounded(value: float, places: int) -> float:
    return round(value, places) if math.isfinite(value) else value


def _written(value: float, places: int) -> str:
    """Return digits without an exponent or idle zeros; nothing for what is not defined."""
    if not math.isfinite(value):
        return ""
    text = f"{value + 0.0:.{max(places, 0)}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def _headlines(book: Book, model: str) -> Sequence[str]:
    return book.model(model).headlines


def _known(values: Values, data: Assumptions) -> Values:
    return {name: value for name, value in values.items() if name in data.base}


def _run_in(package: Path, runs: Sequence[Run]) -> list[Values]:
    """Return the single results of the runs, as the package in a folder computes them."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN],
        input=json.dumps(runs),
        cwd=package,
        env=os.environ | {"PYTHONPATH": str(package)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"The earlier edition cannot run these cases:\n{done.stderr}")
    found: list[Values] = json.loads(done.stdout)
    return found


@contextmanager
def checked_out(commit: str) -> Iterator[Path]:
    """Give the repository as it was at a commit, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / "edition"
        _git("worktree", "add", "--quiet", "--detach", str(folder), commit)
        try:
            yield folder
        finally:
            _git("worktree", "remove", "--force", str(folder))


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=ROOT, check=True)


def commit_of(edition: int) -> str:
    """Return the commit of a published edition, or end with what to write where."""
    for row in _read(BOOK.data / "edition_commits.csv"):
        if row["edition"] == str(edition):
            return row["commit"]
    raise SystemExit(f"data/edition_commits.csv names no commit of edition {edition}; add its row.")


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def main() -> None:
    """Rewrite the rows of this edition; those of earlier ones stay."""
    number = BOOK.edition.number
    with checked_out(commit_of(number - 1)) as before:
        rows = rows_of(BOOK, before)
    earlier = [row for row in _read(EDITIONS) if row["edition"] != str(number)]
    with EDITIONS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows([*earlier, *rows])
    print(f"data/editions.csv: {len(rows)} results of edition {number}. Read the diff.")


if __name__ == "__main__":
    main()
