"""The notebooks that pages offer run where only the package that lies beside them is installed."""

from __future__ import annotations

import shutil
from pathlib import Path

import nbformat
import pytest
from environments import Environment
from playwright.sync_api import Page, expect
from readers import Reader

from rent_or_sell import evaluate

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture(scope="module")
def run(offered: Path, reader: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of notebooks that a reader saved and has run, all their cells."""
    folder = tmp_path_factory.mktemp("run")
    for notebook in offered.glob("*.ipynb"):
        shutil.copy(notebook, folder)
    saved = sorted(map(str, folder.glob("*.ipynb")))
    done = reader.run("-m", "jupyter", "execute", "--inplace", "--timeout=300", *saved)
    assert done.returncode == 0, done.stderr
    return folder


def test_every_cell_of_every_notebook_runs(run: Path) -> None:
    views = 0
    for file in run.glob("*.ipynb"):
        for cell in nbformat.read(file, as_version=4).cells:
            for output in cell.get("outputs", ()):
                assert output.output_type != "error", file.name
                views += VIEW in output.get("data", ())
    assert views > 8, "explorers are shown"


def test_converted_to_a_page_it_shows_the_explorer_without_a_cdn(
    run: Path, reader: Environment, page: Page
) -> None:
    notebook = nbformat.read(run / "01-index.ipynb", as_version=4)
    notebook.metadata.pop("widgets", None)  # JupyterLab saves none, unless it is told to
    nbformat.write(notebook, run / "saved.ipynb")
    done = reader.run("-m", "jupyter", "nbconvert", "--to", "html", str(run / "saved.ipynb"))
    assert done.returncode == 0, done.stderr
    page.route("http*://**", lambda route: route.abort())
    reading = Reader(page, run.as_uri())
    page.goto(f"{run.as_uri()}/saved.html")
    root = page.locator(".explorer")
    expect(root.locator(".answer-lead")).to_be_visible()
    expect(root.locator(".stage")).to_have_css("display", "grid")
    heights = root.locator(".ruler-down").evaluate_all("all => all.map((one) => one.clientHeight)")
    assert len(set(heights)) > 1, "what stands at a height keeps it"
    worth = root.locator('table.results [data-quantity="npv_rent"]')
    assert float(worth.get_attribute("data-value") or "nan") == evaluate("rack")["npv_rent"]
    assert not [one for one in reading.requests if "widget" in one or "anywidget" in one]
