"""A chapter in JupyterLab itself: the cell runs, and page and Python see the same state."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lab import write_copies
from lab_server import DONE, RUN_MILLISECONDS, jupyterlab, run_chapter
from playwright.sync_api import Page, expect
from readers import shown
from workbooks import ReadWorkbook

from rent_or_sell import evaluate

# Python says in a label what it knows of the explorer, as soon as it knows it.
KNOWN = """from ipywidgets import Label
known = Label()
explorer.observe(lambda _: setattr(known, 'value', repr(explorer.changes)), 'changes')
known"""
IS_WHOLE = """plot => {
  const chart = plot.querySelector(".main-svg").getBoundingClientRect();
  const drawn = plot.querySelector(".scatterlayer path.js-line").getBoundingClientRect();
  return 0.6 * chart.width < drawn.width && drawn.width < chart.width && chart.x <= drawn.x;
}"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab on copies of the chapters, at its default settings."""
    home = tmp_path_factory.mktemp("lab")
    folder = home / "notebooks"
    write_copies(folder)
    with jupyterlab(folder, home) as address:
        yield address


def run_in_notebook(page: Page, code: str) -> str:
    """Type code into a new last cell, run it and return what it prints."""
    before = page.locator(".jp-Notebook .jp-CodeCell").count()
    page.locator(".jp-Notebook-footer").evaluate("footer => footer.click()")
    expect(page.locator(".jp-Notebook .jp-CodeCell")).to_have_count(before + 1)
    cell = page.locator(".jp-Notebook .jp-CodeCell").last
    cell.locator(".cm-content").focus()
    page.keyboard.insert_text(code)
    page.keyboard.press("Control+Enter")
    # The prompt has its number once all that the cell says has come.
    expect(cell.locator(".jp-InputPrompt")).to_have_text(DONE, timeout=RUN_MILLISECONDS)
    output = cell.locator(".jp-OutputArea-output")
    expect(output).to_be_visible(timeout=RUN_MILLISECONDS)
    return output.inner_text().strip()


def test_page_and_python_see_the_same_state(page: Page, lab: str) -> None:
    run_chapter(page, lab, "01-index")
    root = page.locator(".explorer[data-live]")
    expect(root).to_have_count(1, timeout=RUN_MILLISECONDS)

    # The chapter runs as it is: no cell fails.
    assert run_in_notebook(page, "print('ran')") == "ran"
    assert page.locator('.jp-OutputArea-output[data-mime-type*="error"]').count() == 0

    # A control moves; Python sees it.
    run_in_notebook(page, KNOWN)
    known = page.locator(".widget-label")
    root.locator(".more-assumptions > summary").click()
    slider = root.locator('[data-parameter="attach_rate"] input[type=range]')
    slider.scroll_into_view_if_needed()
    slider.focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    expect(known).to_have_text("{'attach_rate': 0.4}", timeout=RUN_MILLISECONDS)
    wanted = evaluate("rack", {"attach_rate": 0.4})["npv_rent"]
    assert float(run_in_notebook(page, "print(explorer.results['npv_rent'])")) == pytest.approx(
        wanted
    )

    # Python sets a value; the page shows it.
    seen = "seen = []; explorer.observe(lambda change: seen.append(change.new), 'scenario')"
    code = f"{seen}; explorer.scenario = 'enterprise'; print(seen)"
    assert run_in_notebook(page, code) == "['enterprise']"
    changed = root.locator(".changed-summary")
    expect(changed).to_have_text(re.compile(r"^2 of"), timeout=RUN_MILLISECONDS)
    # Nothing is carried from one notebook to another.
    expect(root.locator(".carried")).to_be_hidden()
    assert shown(root, "npv_rent") == pytest.approx(
        evaluate("rack", {"attach_rate": 0.4, "rent_per_chip_hour": 1.6})["npv_rent"]
    )

    # There is no address bar in a notebook: undo is a button.
    root.get_by_role("button", name="Undo").click()
    expect(changed).not_to_have_text(re.compile(r"^2 of"), timeout=RUN_MILLISECONDS)
    expect(known).not_to_contain_text(",", timeout=RUN_MILLISECONDS)

    # What is wrong is refused by name.
    wrong = "try: explorer.changes = {'atach_rate': 1}\nexcept ValueError as error: print(error)"
    assert "did you mean 'attach_rate'?" in run_in_notebook(page, wrong)

    # An equation replaced changes formula, numbers and the explorer made from it.
    code = (
        "from rent_or_sell import Explorer, rack\n"
        "def twice(attach_rate, attach_margin, pv_compute):\n"
        "    return 2 * attach_rate * attach_margin * pv_compute\n"
        "edited = rack.replace(pv_attached=twice)\n"
        "edited_explorer = Explorer(edited, identity='edited')\n"
        "print(edited.latex('pv_attached'), edited.evaluate()['pv_attached'])"
    )
    printed = run_in_notebook(page, code)
    assert r"2 \cdot a \cdot m_a" in printed
    doubled = 2 * evaluate("rack")["pv_attached"]
    assert float(printed.split()[-1]) == pytest.approx(doubled)
    run_in_notebook(page, "edited_explorer")
    cell = page.locator(
        '.explorer[data-explorer="edited"] table.results [data-quantity="pv_attached"]'
    )
    assert float(cell.get_attribute("data-value") or "nan") == pytest.approx(doubled)


def test_it_opens_at_the_first_chapter_and_reads_as_plain_words(page: Page, lab: str) -> None:
    page.goto(f"{lab}/")
    heading = page.locator(".jp-Notebook h1")
    expect(heading).to_have_text(re.compile("^Rent or Sell"), timeout=RUN_MILLISECONDS)
    expect(page.locator(".Toastify__toast")).to_have_count(0)
    words = page.locator(".jp-Notebook .jp-RenderedMarkdown").first
    expect(words.get_by_role("link", name="racks")).to_have_attribute(
        "title", re.compile("^A cabinet of computers")
    )
    expect(page.locator(".jp-CodeCell .jp-Placeholder").first).to_be_visible()


def test_workbench_is_alive(page: Page, lab: str) -> None:
    run_chapter(page, lab, "15-workbench")
    assert run_in_notebook(page, "print('ran')") == "ran"
    assert page.locator('.jp-OutputArea-output[data-mime-type*="error"]').count() == 0

    # A slider moves; the chart on the screen follows Python.
    # The first chart was drawn while its cell was out of sight: it is whole when one comes back.
    page.locator(".jp-WindowedPanel-outer").evaluate("panel => panel.scrollTo(0, 0)")
    line = page.locator(".js-plotly-plot .scatterlayer path.js-line").first
    line.scroll_into_view_if_needed(timeout=RUN_MILLISECONDS)
    expect(line).to_be_visible(timeout=RUN_MILLISECONDS)
    plot = page.locator(".js-plotly-plot").first
    page.wait_for_function(IS_WHOLE, arg=plot.element_handle(), timeout=RUN_MILLISECONDS)
    expect(plot.get_by_text("Price a chip")).to_be_visible()
    before = line.get_attribute("d")
    handle = page.locator(".jupyter-widgets .noUi-handle").first
    stood = handle.get_attribute("aria-valuetext") or ""
    handle.press("ArrowRight")
    expect(handle).not_to_have_attribute("aria-valuetext", stood, timeout=RUN_MILLISECONDS)
    expect(line).not_to_have_attribute("d", before or "", timeout=RUN_MILLISECONDS)

    # The knob drives the explorer, and the field repeats its result.
    code = "knob.value = 0.4; print(explorer.changes, field.value)"
    wanted = evaluate("rack", {"attach_rate": 0.4})["deal_surplus_per_chip"]
    printed = run_in_notebook(page, code)
    assert printed.startswith("{'attach_rate': 0.4}")
    assert float(printed.split()[-1]) == pytest.approx(wanted)


def test_a_readers_case_is_taken_along_from_a_notebook(page: Page, lab: str) -> None:
    run_chapter(page, lab, "09-answers")
    root = page.locator(".explorer[data-live]")
    expect(root).to_have_count(1, timeout=RUN_MILLISECONDS)
    slider = root.locator('[data-parameter="attach_rate"] input[type=range]')
    slider.scroll_into_view_if_needed()
    slider.focus()
    page.keyboard.press("ArrowRight")
    root.locator(".take-along > summary").click()

    def taken(what: str) -> bytes:
        with page.expect_download(timeout=RUN_MILLISECONDS) as download:
            root.locator(f'[data-take="{what}"]').click()
        return Path(download.value.path()).read_bytes()

    # Python writes the workbook, with the reader's value.
    read = ReadWorkbook(io.BytesIO(taken("workbook")))
    assert read.number("attach_rate") == float(slider.input_value()) != 0.2
    assert read.formula("gain_from_selling") == "npv_sell - forgone"
    assert b"</svg>" in taken("svg")
    expect(root.locator(".taken")).to_contain_text("Downloaded rack-attach_rate-")
