"""Folded assumptions stand under the words of the data's `group` column, in the data's order."""

from __future__ import annotations

import pytest
from explorer_files import files_of, open_files
from group_column import groups_of
from playwright.sync_api import Browser, expect

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.view import View

READ_GROUPS = """folds => folds.map(fold => [
  fold.querySelector("legend").innerText,
  [...fold.querySelectorAll("[data-parameter]")].map(control => control.dataset.parameter),
])"""
MARKS = """folds => folds.map(
  fold => getComputedStyle(fold, "::after").content.split('"')[1])"""


@pytest.mark.parametrize("view", BOOK.views, ids=lambda view: view.name)
def test_folded_assumptions_are_headed_by_the_datas_words(browser: Browser, view: View) -> None:
    explorer = BOOK.explorer(view=view)
    page, _ = open_files(browser, files_of([explorer]))
    more = page.locator(".more-assumptions")
    more.locator(":scope > summary").click()
    expect(more.locator("fieldset").last).to_be_visible()
    shown = more.locator("fieldset").evaluate_all(READ_GROUPS)
    folded = set(explorer.model.parameters) - set(view.controls)
    wanted = groups_of(folded)
    assert shown == [[words, names] for words, names in wanted.items()]
    expect(more.locator(".fold-hint")).to_have_text(" · ".join(wanted))
    page.close()


def test_every_fold_of_an_explorer_is_marked_as_one(browser: Browser) -> None:
    page, _ = open_files(browser, files_of([BOOK.explorer(view="verdict")]))
    folds = page.locator(".explorer .fold:not([open]) > summary:visible")
    expect(folds.filter(has_text="more scenarios")).to_have_count(1)
    assert set(folds.evaluate_all(MARKS)) == {"▸"}
    page.close()
