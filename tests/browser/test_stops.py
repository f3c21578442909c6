"""The mark on the ten racks stands where the sentence says, at every place of every open slider."""

from __future__ import annotations

import re

from explorer_files import files_of, open_files
from playwright.sync_api import Browser

from rent_or_sell.book import BOOK
from rent_or_sell.numbers.number_format import format_number

VIEW = BOOK.view("rack")
# Moves a slider through its range; says at each place what is said, whether there is a mark, and
# to which share of the ten it points.
WALK = """(slider) => {
  const root = slider.closest(".explorer");
  const read = () => {
    const [, x] = /^M([\\d.]+) /.exec(root.querySelector(".tens-stop").getAttribute("d")) ?? [];
    const words = root.querySelector(".stop-words").textContent;
    const box = Math.min(Math.floor(x / 10), 9);
    return [root.querySelector(".answer-lead").textContent, words, (box + (x - 10 * box - 1) / 8) / 10];
  };
  const seen = [];
  for (let place = 0; place <= 40; place += 1) {
    slider.value = Number(slider.min) + (place / 40) * (slider.max - slider.min);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    seen.push(read());
  }
  return seen;
}"""


def test_headline_and_mark_agree_wherever_a_slider_stands(browser: Browser) -> None:
    page, complaints = open_files(browser, files_of([BOOK.explorer(view=VIEW)]))
    counts = {True: 0, False: 0}
    for name in VIEW.controls:
        slider = page.locator(f'[data-parameter="{name}"] input[type=range]')
        seen = slider.evaluate(WALK)
        assert len({lead for lead, _, _ in seen}) > 1, f"the headline follows {name}"
        for lead, words, share in seen:
            told = re.search(r"(?:when|if) (?:fewer than )?(\d+ in 10+)", lead)
            counts[bool(told)] += 1
            assert bool(words) == bool(told), lead
            if told:
                near = [format_number(share + step, "of ten") for step in (-0.001, 0, 0.001)]
                assert told[1] in near, (lead, share)
        page.locator(f'[data-parameter="{name}"] .control-reset').click()
    assert all(counts.values()), counts
    assert complaints == []
    page.close()
