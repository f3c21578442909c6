"""Every chapter in JupyterLab at its default settings, as a reader scrolls through it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lab import write_copies
from lab_server import RUN_MILLISECONDS, jupyterlab, run_chapter
from playwright.sync_api import Locator, Page, expect
from readers import shown, slider

from rent_or_sell import evaluate
from rent_or_sell.book import BOOK
from rent_or_sell.charts.palette import DARK_PALETTE, PALETTE
from rent_or_sell.classroom.notebooks import Chapters

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = Chapters(BOOK, ROOT)
RUN = [
    name.removesuffix(".ipynb")
    for chapter, name in CHAPTERS.names.items()
    if any(cell.cell_type == "code" for cell in CHAPTERS.notebook(chapter).cells)
]
# What is wrong on the screen: a chart without a mark or without its title, words set to the right.
WRONG = """async (panel) => {
  const seen = (element) => {
    const { top, bottom, height } = element.getBoundingClientRect();
    const { y, height: room } = panel.getBoundingClientRect();
    return height > 0 && bottom > y && top < y + room;
  };
  const look = () => {
    const wrong = [];
    for (const chart of panel.querySelectorAll(".js-plotly-plot")) {
      if (!seen(chart)) continue;
      const name = chart.querySelector(".gtitle")?.textContent;
      if (!name) wrong.push("a chart without its title");
      // Words that were taken for a formula are there, and hidden.
      for (const words of chart.querySelectorAll("text"))
        if (/\\$.*\\$/.test(words.textContent) && getComputedStyle(words).display === "none")
          wrong.push(`hidden: ${words.textContent}`);
      if (!chart.querySelector(".trace path, .trace text, .shapelayer path"))
        wrong.push(`${name}: blank`);
      if (chart.clientWidth < 0.9 * chart.parentElement.clientWidth) wrong.push(`${name}: narrow`);
    }
    for (const cell of panel.querySelectorAll(".sourced-table :is(th, td):not(.number)"))
      if (seen(cell) && getComputedStyle(cell).textAlign !== "left") wrong.push(cell.textContent);
    for (const words of panel.querySelectorAll("mjx-container"))
      if (words.closest("a")) wrong.push(`${words.closest("a").textContent}: a formula`);
    return wrong;
  };
  // What comes into sight is drawn then.
  for (let tries = 100; tries && look().length; tries -= 1)
    await new Promise((again) => setTimeout(again, 100));
  return look();
}"""
SCROLLED = """async (panel) => {
  const before = panel.scrollTop;
  panel.scrollBy(0, panel.clientHeight - 100);
  for (const _ of [1, 2, 3]) await new Promise(requestAnimationFrame);
  return panel.scrollTop > before;
}"""
MUTED = "root => getComputedStyle(root).getPropertyValue('--muted').trim()"


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab on copies of the chapters, at its default settings."""
    home = tmp_path_factory.mktemp("lab")
    write_copies(home / "notebooks")
    with jupyterlab(home / "notebooks", home) as address:
        yield address


def choose(page: Page, menu: str, *names: str) -> None:
    """Choose an entry of a menu."""
    page.get_by_role("menuitem", name=menu, exact=True).click()
    for name in names:
        page.locator(".lm-Menu-itemLabel", has_text=re.compile(f"^{name}$")).click()


def all_has_run(page: Page) -> Locator:
    """Wait until the kernel rests, and return the notebook's panel, at its top."""
    expect(page.locator(".jp-StatusBar-Widget")).to_contain_text("| Idle", timeout=RUN_MILLISECONDS)
    panel = page.locator(".jp-WindowedPanel-outer")
    panel.evaluate("panel => panel.scrollTo(0, 0)")
    return panel


@pytest.mark.exhaustive
@pytest.mark.parametrize("chapter", RUN)
def test_no_chart_is_blank_and_words_stand_at_the_left(page: Page, lab: str, chapter: str) -> None:
    run_chapter(page, lab, chapter)
    last = page.locator(".jp-CodeCell").last.locator(".jp-OutputArea-output").first
    expect(last).to_be_attached(timeout=RUN_MILLISECONDS)
    panel = all_has_run(page)
    while True:
        assert panel.evaluate(WRONG) == []
        if not panel.evaluate(SCROLLED):
            break
    assert page.locator('.jp-OutputArea-output[data-mime-type*="error"]').count() == 0


def test_explorers_live_in_the_dark_after_a_restart_and_side_by_side(page: Page, lab: str) -> None:
    run_chapter(page, lab, "09-answers")
    root = page.locator(".explorer[data-live]")
    expect(root).to_have_count(1, timeout=RUN_MILLISECONDS)
    assert root.evaluate(MUTED) == PALETTE["muted"]
    choose(page, "Settings", "Theme", "JupyterLab Dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    assert root.evaluate(MUTED) == DARK_PALETTE["muted"]

    panel = page.locator(".jp-WindowedPanel-outer")
    panel.evaluate("panel => panel.scrollTo(0, 0)")
    # A second one in the same notebook, of the same name.
    page.locator(".jp-CodeCell .jp-InputPrompt").first.click()
    page.keyboard.press("c")
    page.keyboard.press("v")
    choose(page, "Kernel", "Restart Kernel and Run All Cells…")
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    prompts = page.locator(".jp-CodeCell .jp-InputPrompt")
    expect(prompts.nth(1)).to_have_text("[2]:", timeout=RUN_MILLISECONDS)
    expect(root).to_have_count(2, timeout=RUN_MILLISECONDS)
    all_has_run(page)
    slider(root.nth(0), "attach_rate").press("ArrowRight")
    changed = ".changed-summary"
    expect(root.nth(0).locator(changed)).to_have_text(re.compile("^1 of"))
    expect(root.nth(1).locator(changed)).not_to_have_text(re.compile("^1 of"))
    assert shown(root.nth(1), "npv_rent") == pytest.approx(evaluate("rack")["npv_rent"])
    assert shown(root.nth(0), "npv_rent") > shown(root.nth(1), "npv_rent")
