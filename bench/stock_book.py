"""Builds a chapter as stock Jupyter Book would have it, for comparison: ipywidgets, FigureWidget.

The chapter's words, tables and charts are the book's own. Its explorer becomes what authors build
from ipywidgets: a slider, a `FigureWidget` and a line of words. A site has no kernel, so that they
stand as the cell left them, and nothing answers the slider. What a stock page loads from other
hosts is fetched once and put beside it, so that a line of the same speed brings both sites.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import anywidget

ROOT = Path(__file__).resolve().parents[1]
ROLE = re.compile(r"\{(?:num|gloss|claim|expr)\}`(?P<words>[^`<]*?)\s*(?:<[^>`]*>)?`")
CELL = re.compile(r"```\{code-cell\} ipython3\n(?::tags:[^\n]*\n)?(?P<code>.*?)```", re.DOTALL)
EXPLORER = """import plotly.graph_objects as go
import plotly.io
from ipywidgets import HTML, FloatSlider, VBox

import rent_or_sell

plotly.io.renderers.default = "notebook"
bars = rent_or_sell.tornado("rack", "gain_from_selling")
worlds = rent_or_sell.draws("rack", ["price_floor_per_chip", "price_ceiling_per_chip"])
chart = go.FigureWidget([
    go.Bar(x=bars.iloc[:, -2], y=bars.index, orientation="h"),
    go.Histogram(x=worlds["price_floor_per_chip"]),
    go.Histogram(x=worlds["price_ceiling_per_chip"]),
])
VBox([FloatSlider(value=0.5, min=0, max=1, step=0.01), HTML("Rent or sell?"), chart])
"""
# What a stock page asks other hosts for: the packages, and where each stands on its host.
PACKAGES = ("@jupyter-widgets/html-manager@1.0.6", "requirejs@2.3.4", "mathjax@3")
HOSTS = {
    r'https://cdnjs\.[^"]*/require\.min\.js': "_static/npm/requirejs/require.js",
    r'https://cdn\.[^"]*/(html-manager)@[^"/]*(/[^"]*)': r"_static/npm/@jupyter-widgets/\1\2",
    r'https://cdn\.[^"]*/mathjax@3(/[^"]*)': r"_static/npm/mathjax\1",
    r'https://cdnjs\.[^"]*/tex-svg\.min\.js': "_static/npm/mathjax/es5/tex-svg.js",
    r'(?<=data-jupyter-widgets-cdn=")[^"]*': "/_static/npm/",
    r' integrity="[^"]*"': "",
}
ANYWIDGET = re.compile(r'"_model_module": "anywidget", "_model_module_version": "([^"]*)"')


def stock_site(folder: Path, chapter: str) -> Path:
    """Build a chapter of the book with stock Jupyter Book; return its site."""
    (folder / "_config.yml").write_text("title: Stock\n", encoding="utf-8")
    (folder / "_toc.yml").write_text(f"format: jb-book\nroot: {chapter}\n", encoding="utf-8")
    text = (ROOT / "book" / f"{chapter}.md").read_text(encoding="utf-8")
    (folder / f"{chapter}.md").write_text(_stock(text), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("jupyter-book")), "build", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    site = folder / "_build" / "html"
    _serve_from_beside(site / f"{chapter}.html")
    return site


def _serve_from_beside(page: Path) -> None:
    """Fetch what a page loads from other hosts, and have it load that from beside it."""
    npm = page.parent / "_static" / "npm"
    command = ["npm", "install", "--no-save", "--ignore-scripts", "--silent", "--prefix", str(npm)]
    subprocess.run([*command, *PACKAGES], check=True)
    for package in (npm / "node_modules").iterdir():
        package.rename(npm / package.name)
    html = page.read_text(encoding="utf-8")
    for version in set(ANYWIDGET.findall(html)):
        files = Path(anywidget.__file__).parent / "nbextension"
        shutil.copytree(files, npm / f"anywidget@{version}" / "dist")
    for address, place in HOSTS.items():
        html = re.sub(address, place, html)
    page.write_text(html, encoding="utf-8")


def _stock(text: str) -> str:
    return CELL.sub(_stock_cell, ROLE.sub(lambda role: role["words"], text))


def _stock_cell(cell: re.Match[str]) -> str:
    code = EXPLORER if "Explorer(" in cell["code"] else cell["code"]
    return f"```{{code-cell}} ipython3\n:tags: [hide-input]\n{code}```"
