"""Ten thousand hostile fragments and a thousand hostile boxes: no exception, no markup, no loss."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from explorer_files import files_of, open_files
from hostile import Hostile, batches, hostile_texts
from playwright.sync_api import Browser, Page, expect

from rent_or_sell import Explorer, rack

pytestmark = pytest.mark.engines

COUNT = 10_000
BOXES = 1_000
SEED = 20261127
EXPLORERS = ("rack", "answers", "rack-2", "fleet")


@cache
def texts_tried() -> list[Hostile]:
    """Return the texts; to make them takes seconds, which `make test` does without."""
    return list(hostile_texts(COUNT, SEED, rack.parameters, EXPLORERS))


MOST_SAID = 700  # characters of a notice

# What no text may change: elements that load or run something, and what every object has.
GUARD = """() => {
  globalThis.guarded = () => JSON.stringify([
    document.querySelectorAll("script, img, iframe, object, embed, base, meta, body > *").length,
    [...new Set([...document.querySelectorAll(".ignored *")].map(({ tagName }) => tagName))]
      .filter((tag) => tag !== "A"),
    Object.keys(Object.prototype), {}.polluted ?? null, globalThis.pwned ?? null,
  ]);
}"""
# Follows each text as a link on the page: which explorer it names, what is set, what is said.
FOLLOW = """texts => {
  const before = guarded();
  return JSON.parse(texts).map((text) => {
    const fragment = text.slice(text.indexOf("#") + 1).trim();
    const named = new URLSearchParams(fragment).getAll("explorer").at(-1);
    history.replaceState(null, "", `#${fragment}`);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
    const said = document.querySelector(".ignored");
    return [named ?? "", history.state.explorers.rack, said.textContent.length, guarded() === before];
  });
}"""
# Types each text into a box: whether it was taken, whether it is complained of, and what is set.
TYPE = """([name, texts]) => {
  const before = guarded();
  const control = document.querySelector(`[data-parameter="${name}"]`);
  const [box, said] = [".control-value", ".complaint"].map((each) => control.querySelector(each));
  return JSON.parse(texts).map((text) => {
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new Event("change", { bubbles: true }));
    const complains = !said.hidden;
    const length = said.textContent.length;
    const agrees = complains === (box.getAttribute("aria-invalid") === "true");
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    return [complains, length, agrees && said.hidden, history.state.explorers.rack, guarded() === before];
  });
}"""


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """The rack's explorer; at the end nothing was complained of."""
    page, complaints = open_files(browser, files_of([Explorer("rack")]))
    expect(page.locator(".explorer")).to_have_attribute("data-live", "")
    page.evaluate(GUARD)
    yield page
    assert complaints == []
    assert page.evaluate("violations") == []
    page.close()


def assert_within_limits(changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        rack.parameters[name].check(value)


@pytest.mark.exhaustive
def test_hostile_fragments_do_no_harm_and_what_holds_of_them_is_set(opened: Page) -> None:
    exact = 0
    for batch, texts in batches(texts_tried()):
        for one, (named, changes, said, unharmed) in zip(
            batch, opened.evaluate(FOLLOW, texts), strict=True
        ):
            assert unharmed, repr(one.text[:200])
            assert said < MOST_SAID, repr(one.text[:200])
            assert_within_limits(changes)
            # An address drops tabs, line ends and what is no character; the rest must be exact.
            if one.taken is not None and named == "rack" and one.text.isprintable():
                base = {name: parameter.base for name, parameter in rack.parameters.items()}
                wanted = {name: value for name, value in one.taken.items() if value != base[name]}
                assert changes == wanted, repr(one.text[:500])
                exact += 1
    assert exact > COUNT / 20


@pytest.mark.exhaustive
def test_hostile_boxes_are_taken_or_complained_of_and_mended_by_escape(opened: Page) -> None:
    taken = 0
    for place, (batch, texts) in enumerate(batches(texts_tried()[:BOXES])):
        name = list(rack.parameters)[place]
        for one, (complains, length, mended, changes, unharmed) in zip(
            batch, opened.evaluate(TYPE, [name, texts]), strict=True
        ):
            assert unharmed, repr(one.text[:200])
            assert mended, repr(one.text[:200])
            assert (0 < length < MOST_SAID) == complains, repr(one.text[:200])
            assert_within_limits(changes)
            taken += not complains
    assert taken < BOXES / 2
