"""Every control that is open moves the picture that leads an explorer."""

from __future__ import annotations

import pytest
from explorer_files import files_of, open_files
from playwright.sync_api import Browser, Locator, expect

from rent_or_sell.book import BOOK

VIEWS = [view.name for view in BOOK.views]
PICTURE = ".play ~ [data-part] >> nth=0"


@pytest.mark.parametrize("name", VIEWS)
def test_each_open_control_changes_the_leading_picture(browser: Browser, name: str) -> None:
    view = BOOK.view(name)
    page, complaints = open_files(browser, files_of([BOOK.explorer(view.model, view=name)]))
    root = page.locator(".explorer")
    expect(root).to_have_attribute("data-live", "")
    before = drawn(root)
    for control in view.controls:
        parameter = BOOK.load_parameters()[control]
        slider = root.locator(f'[data-parameter="{control}"] input[type="range"]')
        moved = []
        for value in (parameter.low, parameter.high):
            slider.fill(str(value))
            moved.append(drawn(root))
        assert any(after != before for after in moved), f"{control} leaves the picture as it was"
        slider.fill(str(parameter.base))
        assert drawn(root) == before
    page.close()
    assert complaints == []


def drawn(root: Locator) -> str:
    """Return the leading picture as it stands: its words and the place and size of its marks."""
    return root.locator(PICTURE).inner_html()
