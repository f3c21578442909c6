"""Every colour is declared once; pages, notebooks and charts take it from there."""

from __future__ import annotations

import re
from pathlib import Path

import rent_or_sell
from rent_or_sell.charts.look import book_template
from rent_or_sell.charts.palette import DARK_PALETTE, PALETTE
from rent_or_sell.charts.palette_sheets import notebook_sheet, page_sheet
from rent_or_sell.explorer.bundle import stylesheet

PACKAGE = Path(rent_or_sell.__file__).parent
TEXTS = {".py", ".js", ".css", ".svg", ".jinja", ".html"}


def rules(sheet: str) -> dict[str, dict[str, str]]:
    """Return a stylesheet's rules: selector → custom property → colour."""
    found = re.findall(r"([^{}\n]+) (\{ --[^}]*\})", sheet)
    return {
        selector.strip(): dict(re.findall(r"--([\w-]+): (#\w+);", body)) for selector, body in found
    }


def test_no_other_file_of_the_package_names_a_colour_of_the_palette() -> None:
    files = [file for file in PACKAGE.rglob("*") if file.suffix in TEXTS]
    assert len(files) > 100
    colours = {*PALETTE.values(), *DARK_PALETTE.values()}
    for file in files:
        codes = {code.lower() for code in re.findall(r"#[0-9a-fA-F]{6}\b", file.read_text("utf-8"))}
        if file.name != "palette.py":
            assert not codes & colours, file


def test_pages_have_light_colours_dark_ones_and_light_ones_on_paper() -> None:
    sheet = page_sheet()
    found = rules(sheet)
    assert found["html"] == PALETTE
    assert found['html[data-theme="dark"]'] == DARK_PALETTE
    assert re.search(
        r"@media \(prefers-color-scheme: dark\) "
        rf'{{ html:not\(\[data-theme="light"\]\) {{ --first: {DARK_PALETTE["first"]};',
        sheet,
    )
    assert f"@media print {{ html:root {{ --first: {PALETTE['first']};" in sheet


def test_notebooks_have_both_and_weigh_nothing() -> None:
    light, dark, *_ = rules(notebook_sheet()).items()
    assert light == (':where(:root, :host, body[data-jp-theme-light="true"])', PALETTE)
    assert dark == (':where(body[data-jp-theme-light="false"])', DARK_PALETTE)
    assert stylesheet().startswith(notebook_sheet())


def test_marimo_whose_elements_have_names_of_ours_shows_our_colours() -> None:
    found = rules(notebook_sheet())
    assert found[".marimo .explorer"] == PALETTE
    assert found[".marimo :where(.dark) .explorer"] == DARK_PALETTE
    assert ".marimo .explorer * { --first: inherit;" in notebook_sheet()


def test_charts_are_declared_in_the_palette() -> None:
    codes = set(re.findall(r"#[0-9a-f]{6}", str(book_template())))
    assert codes <= set(PALETTE.values())
    assert codes
