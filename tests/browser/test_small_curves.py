"""The small curve of a control is the answer over its range, with the points where it flips."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from playwright.sync_api import Locator, expect
from readers import box, slider

from rent_or_sell.book import BOOK

POINTS = 33
HEIGHT = 24
RACK = BOOK.model("rack")
NO_FLOOR = {"selling_share": 1.0, "warranty_share": 0.2}


def answers(name: str, **changes: float) -> list[float]:
    """Return what a curve draws: the first of its view's results that depends, over the whole range."""
    parameter = RACK.parameters[name]
    result = next(one for one in BOOK.view("rack").curves if name in RACK.depends_on(one))
    # Ten things to fill run from none to all.
    is_whole = name in BOOK.view("rack").of_ten
    low, high = (0.0, 1.0) if is_whole else (parameter.low, parameter.high)
    values = np.linspace(low, high, POINTS)
    return list(RACK.evaluate({name: values}, [result], **changes)[result])


def path(curve: Locator, name: str) -> str:
    return curve.locator(f".curve-{name}").get_attribute("d") or ""


def drawn(curve: Locator) -> list[float]:
    """Return the answers read off a curve's gain and loss, up to their common scale."""
    zero = float(re.findall(r"[-\d.e]+", path(curve, "zero"))[1])
    areas = [re.findall(r"L([-\d.e]+) ([-\d.e]+)", path(curve, kind)) for kind in ("gain", "loss")]
    for area in areas:
        across = [float(x) for x, _ in area[:POINTS]]
        assert across == pytest.approx(np.linspace(0, 100, POINTS))
    gain, loss = ([zero - float(y) for _, y in area[:POINTS]] for area in areas)
    assert all(up >= 0 >= down for up, down in zip(gain, loss, strict=True))
    return [up + down for up, down in zip(gain, loss, strict=True)]


def assert_drawn(curve: Locator, wanted: list[float]) -> None:
    """The curve has the shape of the wanted answers, and fills its height."""
    spread = max(0.0, *wanted) - min(0.0, *wanted)
    assert drawn(curve) == pytest.approx([HEIGHT * one / spread for one in wanted], abs=1e-6)


def flips(curve: Locator) -> list[float]:
    paths = curve.locator(".curve-flip").evaluate_all("all => all.map(e => e.getAttribute('d'))")
    return [float(re.findall(r"[-\d.e]+", one)[0]) / 100 for one in paths]


def test_the_badge_is_clear_of_the_curves_highest_value(root: Locator) -> None:
    gaps = root.locator(".play .control:has(.curve-scale)").evaluate_all(
        """all => all.map((one) => one.querySelector(".curve-scale").getBoundingClientRect().top
          - one.querySelector(".origin summary").getBoundingClientRect().bottom)"""
    )
    assert min(gaps) >= 3, gaps


@pytest.mark.parametrize("name", BOOK.view("rack").controls)
def test_every_open_control_has_the_curve_of_its_answer(root: Locator, name: str) -> None:
    curve = root.locator(f'[data-parameter="{name}"] .curve')
    assert_drawn(curve, answers(name))
    area = curve.bounding_box()
    assert area is not None
    assert area["width"] > 50
    assert area["height"] > 10


@pytest.mark.parametrize("name", ["displacement", "attach_rate", "sale_price_per_chip"])
def test_a_curve_marks_where_the_answer_flips(root: Locator, name: str) -> None:
    samples = answers(name)
    crossings = [place for place, (a, b) in enumerate(pairwise(samples)) if a * b < 0]
    assert len(crossings) == 1
    (marked,) = flips(root.locator(f'[data-parameter="{name}"] .curve'))
    assert 0 <= marked * (POINTS - 1) - crossings[0] <= 1
    assert np.interp(marked * (POINTS - 1), range(POINTS), samples) == pytest.approx(0, abs=1e-6)


def test_curves_follow_the_other_assumptions(root: Locator) -> None:
    slider(root, "displacement").fill("0.8")
    expect(box(root, "displacement")).to_have_value("80%")
    curve = root.locator('[data-parameter="attach_rate"] .curve')
    assert_drawn(curve, answers("attach_rate", displacement=0.8))


def test_folded_curves_are_drawn_when_they_are_seen(root: Locator) -> None:
    folded = root.locator('[data-parameter="pue"] .curve')
    expect(folded.locator("path")).to_have_count(0)
    root.locator(".more-assumptions > summary").click()
    expect(folded.locator(".curve-zero")).to_have_count(1)
    assert_drawn(folded, answers("pue"))


def test_a_flip_is_marked_over_the_whole_height(root: Locator) -> None:
    curve = root.locator('[data-parameter="displacement"] .curve')
    (left, top, width, height) = (curve.get_attribute("viewBox") or "").split()
    assert (left, top, width, height) == ("0", "0", "100", str(HEIGHT))
    assert re.fullmatch(rf"M[\d.]+ 0V{HEIGHT}", path(curve, "flip"))


def test_a_curve_vanishes_where_its_answer_is_not_defined(root: Locator) -> None:
    """Selling costs that take the whole price leave no floor, and so no room for a deal."""
    curve = root.locator('[data-parameter="buyer_value_per_chip_hour"] .curve path')
    expect(curve).not_to_have_count(0)
    assert not np.isfinite(answers("buyer_value_per_chip_hour", **NO_FLOOR)).any()
    root.locator(".more-assumptions > summary").click()
    for name, share in NO_FLOOR.items():
        typed = root.locator(f'[data-parameter="{name}"] .control-value')
        typed.fill(f"{100 * share:.0f}%")
        typed.press("Enter")
    expect(curve).to_have_count(0)
