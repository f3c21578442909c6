"""The price line: four prices told apart by shape, their words clear of each other and of the marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from explorer_files import files_of, open_again, open_files
from playwright.sync_api import Browser, Page
from readers import CATCH_UP, follow, link

from rent_or_sell.book import BOOK

KINDS = ("floor", "ceiling", "price", "other")
# Every end of what moves the four prices.
MOVING = ("displacement", "sale_price_per_chip", "buyer_value_per_chip_hour", "parity_discount")
# Of all boxes of words and marks, the pairs that overlap, and the words that leave the picture.
COLLISIONS = f"""() => {{
  ({CATCH_UP})();
  const picture = document.querySelector(".zone-picture");
  const seen = (selector) => [...picture.querySelectorAll(selector)].filter((one) =>
    one.checkVisibility({{ visibilityProperty: true }}));
  const named = (all, name) => all.map((one, place) => ({{ name: `${{name}} ${{place}}`, box: one.getBoundingClientRect() }}));
  const words = named(seen(".zone-label, .zone-ends > span"), "words");
  const marks = named(seen(".zone-track .price-mark, .zone-track .handle"), "mark");
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const frame = picture.getBoundingClientRect();
  return [
    ...words.flatMap((one, place) => [...words.slice(place + 1), ...marks]
      .filter((other) => meet(one.box, other.box)).map((other) => `${{one.name}}, ${{other.name}}`)),
    ...words.filter(({{ box }}) => box.left < frame.left - 1 || box.right > frame.right + 1)
      .map(({{ name }}) => `${{name}} cut`),
  ];
}}"""


@pytest.fixture(scope="module", params=["rack", "rival"])
def opened(browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[str, Page]]:
    page, complaints = open_files(browser, files_of([BOOK.explorer(view=request.param)]))
    yield request.param, page
    assert complaints == []
    page.close()


def grid() -> list[dict[str, float]]:
    parameters = BOOK.load_parameters()
    values = [[getattr(parameters[name], end) for end in ("low", "high")] for name in MOVING]
    return [{}] + [dict(zip(MOVING, case, strict=True)) for case in product(*values)]


@pytest.mark.parametrize("width", [390, 820, 1080])
def test_words_and_marks_collide_nowhere(opened: tuple[str, Page], width: int) -> None:
    view, page = opened
    open_again(page)
    page.set_viewport_size({"width": width, "height": 900})
    for case in grid():
        follow(page, link(case, view))
        assert page.evaluate(COLLISIONS) == [], case


def test_prices_differ_by_shape_and_words_carry_the_shape_of_their_mark(
    opened: tuple[str, Page],
) -> None:
    _, page = opened
    open_again(page)
    shapes = {}
    for kind in KINDS:
        drawn = page.locator(f".price-mark.mark-{kind} path").evaluate_all(
            "all => all.map((one) => one.getAttribute('d'))"
        )
        assert len(drawn) == 2, "on the line and before the words"
        (shapes[kind],) = set(drawn)
    assert len(set(shapes.values())) == len(KINDS)
