"""The picture of a model's quantities is whole, legible and led by the keyboard at every width."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect
from readers import rest

MEASURE = """graph => {
  const inside = (box, room) => box.left >= room.left - 1 && box.right <= room.right + 1
    && box.top >= room.top - 1 && box.bottom <= room.bottom + 1;
  const column = graph.parentElement.getBoundingClientRect();
  const room = graph.getBoundingClientRect();
  const clipped = [];
  for (let box = graph; box && box !== document.body; box = box.parentElement)
    if (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1)
      if (getComputedStyle(box).overflow !== 'visible') clipped.push(box.className || box.tagName);
  const names = [...graph.querySelectorAll('a')];
  const text = name => { const range = document.createRange(); range.selectNodeContents(name);
    return range.getBoundingClientRect(); };
  const middle = box => (box.top + box.bottom) / 2;
  const ends = [...graph.querySelectorAll('li')].flatMap((item, row) =>
    [...item.querySelectorAll('path')].map(path => {
      const end = path.getPointAtLength(path.getTotalLength()).matrixTransform(path.getScreenCTM());
      const read = names[row + Number(path.getAttribute('d').split(' ').pop())];
      return Math.abs(end.y - middle(read.getBoundingClientRect()));
    }));
  return {
    clipped,
    column: inside(room, column) && room.right <= document.documentElement.clientWidth,
    names: names.filter(name => !inside(text(name), room)).length,
    hidden: names.filter(name => name.scrollWidth > name.clientWidth + 1).length,
    curves: [...graph.querySelectorAll('path')]
      .filter(path => !inside(path.getBoundingClientRect(), room)).length,
    gap: Math.max(...ends),
    space: Math.min(...[...graph.querySelectorAll('svg')]
      .map(svg => svg.getBoundingClientRect().left)) - Math.max(...names.map(n => text(n).right)),
    font: Math.min(...names.map(name => parseFloat(getComputedStyle(name).fontSize))),
    row: names[1].getBoundingClientRect().top - names[0].getBoundingClientRect().top,
    count: names.length,
  };
}"""


@pytest.fixture(scope="module", params=[320, 390, 820, 1440])
def model_page(reloaded: Page, site: str, request: pytest.FixtureRequest) -> Page:
    """The page of the models, as wide as phones, tablets and desktops; the tests only look at it."""
    reloaded.set_viewport_size({"width": request.param, "height": 900})
    reloaded.goto(f"{site}/book/model.html")
    rest(reloaded)
    return reloaded


def test_nothing_of_it_is_cut_off(model_page: Page) -> None:
    graphs = model_page.locator(".dependency-graph").all()
    assert graphs
    for graph in graphs:
        found = graph.evaluate(MEASURE)
        assert found["clipped"] == []
        assert found["column"]
        assert (found["names"], found["hidden"], found["curves"]) == (0, 0, 0)
        assert found["count"] > 2


def test_names_are_legible_and_curves_meet_them(model_page: Page) -> None:
    for graph in model_page.locator(".dependency-graph").all():
        found = graph.evaluate(MEASURE)
        assert found["font"] >= 11
        assert found["row"] > 1.25 * found["font"]
        assert found["space"] >= 0
        assert found["gap"] < 1.5


def test_rows_are_wide_enough_for_a_finger(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}/book/model.html")
    rest(page)
    found = page.locator(".dependency-graph").first.evaluate(MEASURE)
    context.close()
    assert found["row"] >= 24
    assert found["gap"] < 1.5


def test_keyboard_goes_from_name_to_name_and_to_the_formula(page: Page, site: str) -> None:
    page.goto(f"{site}/book/model.html")
    names = page.locator(".dependency-graph").first.locator("a")
    curve = names.nth(1).locator("xpath=..").locator("path").first
    resting = curve.evaluate("path => getComputedStyle(path).stroke")
    names.nth(0).focus()
    page.keyboard.press("Tab")
    expect(names.nth(1)).to_be_focused()
    expect(curve).not_to_have_css("stroke", resting)  # curves of the name in focus stand out
    target = names.nth(1).get_attribute("href")
    assert target is not None
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{target}")
    expect(page.locator(target)).to_be_visible()
