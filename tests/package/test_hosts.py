"""Other hosts than JupyterLab: the explorer renders, a control moves it, and Python knows."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
import pytest
from environments import Environment
from lab_server import DONE, RUN_MILLISECONDS, free_port
from playwright.sync_api import Page, expect
from readers import shown, slider

from rent_or_sell import evaluate
from rent_or_sell.charts.palette import DARK_PALETTE, PALETTE

SHOW = "from rent_or_sell import Explorer\nexplorer = Explorer('rack', controls=['attach_rate'])"
# Python says what it knows of the explorer, as soon as it knows it.
KNOWN = """from ipywidgets import Label
known = Label("known:")
def tell(_):
    known.value = f"known: {explorer.changes} {explorer.scenario} {explorer.results['npv_rent']}"
explorer.observe(tell, "results")
known"""
MARIMO = """import marimo

app = marimo.App()


@app.cell
def _():
    import marimo
    from rent_or_sell import Explorer
    return Explorer, marimo


@app.cell
def _(Explorer, marimo):
    explorer = marimo.ui.anywidget(Explorer("rack", controls=["attach_rate"]))
    explorer
    return (explorer,)


@app.cell
def _(explorer, marimo):
    worth = explorer.widget.results["npv_rent"]
    marimo.md(f"known: {explorer.value['changes']} {explorer.widget.scenario} {worth}")
    return
"""
INK = "element => getComputedStyle(element).getPropertyValue('--muted').trim()"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a notebook that shows an explorer and what Python knows of it."""
    folder = tmp_path_factory.mktemp("hosts")
    cells = [nbformat.v4.new_code_cell(f"{SHOW}\nexplorer"), nbformat.v4.new_code_cell(KNOWN)]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, folder / "case.ipynb")
    return folder


@contextmanager
def jupyter(hosts: Environment, folder: Path, app: str, *options: str) -> Iterator[str]:
    """Yield the address of one of Jupyter's servers on a folder."""
    address = f"http://127.0.0.1:{(port := free_port())}"
    command = ("-m", app, "--no-browser", f"--port={port}", *options)
    with hosts.serving(folder, address, *command):
        yield address


def assert_alive(page: Page) -> None:
    """Move a control: the explorer follows, and Python."""
    root = page.locator(".explorer[data-live]")
    expect(root).to_have_count(1, timeout=RUN_MILLISECONDS)
    known = page.get_by_text("known:").last
    expect(known).to_be_visible(timeout=RUN_MILLISECONDS)
    slider(root, "attach_rate").focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    wanted = evaluate("rack", attach_rate=0.4)["npv_rent"]
    expect(root.locator(".changed-summary")).to_contain_text("1 of")
    expect(known).to_contain_text("{'attach_rate': 0.4} custom", timeout=RUN_MILLISECONDS)
    assert shown(root, "npv_rent") == pytest.approx(wanted)
    assert float((known.text_content() or "").split()[-1]) == pytest.approx(wanted)


@pytest.mark.parametrize(
    ("theme", "palette"), [("light", PALETTE), ("dark", DARK_PALETTE)], ids=["light", "dark"]
)
def test_marimo(
    hosts: Environment, tmp_path: Path, page: Page, theme: str, palette: dict[str, str]
) -> None:
    (tmp_path / "app.py").write_text(MARIMO, encoding="utf-8")
    settings = f"[tool.marimo.display]\ntheme = {json.dumps(theme)}\n"
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    address = f"http://127.0.0.1:{(port := free_port())}"
    command = ("-m", "marimo", "run", "app.py", "--headless", "--no-token", f"--port={port}")
    with hosts.serving(tmp_path, address, *command):
        page.goto(address)
        assert_alive(page)
        # In a shadow tree, among elements whose properties have names such as ours.
        assert page.locator(".explorer .kicker").evaluate(INK) == palette["muted"]


def test_jupyter_notebook(hosts: Environment, folder: Path, page: Page) -> None:
    # as root, which is all that many containers have, a server must be told so
    quiet = ("--allow-root", "--IdentityProvider.token=", "--ServerApp.password=")
    with jupyter(hosts, folder, "notebook", *quiet) as address:
        page.goto(f"{address}/notebooks/case.ipynb")
        kernel = page.locator(".jp-Notebook-ExecutionIndicator")
        expect(kernel).to_have_attribute("data-status", "idle", timeout=RUN_MILLISECONDS)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        prompt = page.locator(".jp-CodeCell .jp-InputPrompt").last
        expect(prompt).to_have_text(DONE, timeout=RUN_MILLISECONDS)
        assert_alive(page)


def test_voila(hosts: Environment, folder: Path, page: Page) -> None:
    with jupyter(hosts, folder, "voila", "case.ipynb") as address:
        page.goto(address)
        assert_alive(page)
