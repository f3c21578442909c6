"""Ten thousand hostile texts, pasted and typed: no exception, no markup, what holds is applied."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

import numpy as np
import pytest
from explorer_files import files_of, open_files
from hostile import Hostile, batches, hostile_texts
from playwright.sync_api import Browser, Page, expect

from rent_or_sell import Explorer, rack

pytestmark = pytest.mark.engines

COUNT = 10_000
BY_HAND = 12
SEED = 20261126
ANSWER = "gain_from_selling"
EXPLORERS = ("answers", "rack", "rack-2", "rack-deal")

# Numbers of elements that no text may change: all but what a text's own notice and table are made of.
GUARD = """() => {
  const part = document.querySelector(".compare");
  const grows = ".paste-notice *, .compare-table tbody *, option";
  globalThis.guarded = () => JSON.stringify([
    [...part.querySelectorAll("*")].filter((each) => !each.matches(grows)).length,
    [...new Set([...part.querySelectorAll(".paste-notice *")].map(({ tagName }) => tagName))]
      .filter((tag) => !["P", "UL", "LI", "A"].includes(tag)),
    [...part.querySelectorAll("option")].filter((option) => option.childElementCount).length,
    document.querySelectorAll("script, img, iframe, object, embed, base, meta").length,
    Object.keys(Object.prototype), {}.polluted ?? null, globalThis.pwned ?? null,
    document.querySelectorAll("body > *").length,
  ]);
}"""
# Texts travel as JSON in ASCII, lone halves of surrogate pairs and all.
PASTE = """(texts) => {
  const part = document.querySelector(".compare");
  const [field, form] = [".paste-text", ".paste"].map((each) => part.querySelector(each));
  const before = guarded();
  return JSON.parse(texts).map((text) => {
    field.value = text;
    form.dispatchEvent(new Event("submit", { cancelable: true }));
    return [
      part.querySelector(".paste-notice p").textContent,
      part.querySelectorAll(".paste-notice li").length,
      part.querySelector('[data-end="end"]').dataset.value,
      guarded() === before,
    ];
  });
}"""
NAME = """(texts) => {
  const part = document.querySelector(".compare");
  const name = part.querySelector(".pin-name");
  const before = guarded();
  return JSON.parse(texts).map((text) => {
    name.value = text;
    name.dispatchEvent(new Event("change", { bubbles: true }));
    const shown = part.querySelector('[data-choose="b"]').selectedOptions[0].text;
    return [name.value.length <= 40 && name.value.trim() !== "", shown !== "", guarded() === before];
  });
}"""


TYPE = """(texts) => {
  const part = document.querySelector(".solve");
  const [box, said] = [".solve-value", ".complaint"].map((each) => part.querySelector(each));
  const before = part.querySelectorAll("*").length;
  return JSON.parse(texts).map((text) => {
    box.value = text;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    return [
      part.querySelectorAll("*").length === before && !globalThis.pwned,
      said.hidden === (box.getAttribute("aria-invalid") === "false"),
      said.textContent.length < 200,
    ];
  });
}"""


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """The rack's answers, every step of a gap in sight; at the end nothing was complained of."""
    page, complaints = open_files(browser, files_of([Explorer(view="answers")]))
    page.locator(".compare-table").evaluate("(fold) => (fold.open = true)")
    page.evaluate(GUARD)
    yield page
    assert complaints == []
    assert page.evaluate("violations") == []
    page.close()


@cache
def texts_tried() -> list[Hostile]:
    """Return the texts; to make them takes seconds, which `make test` does without."""
    return list(hostile_texts(COUNT, SEED, rack.parameters, EXPLORERS))


def answers(taken: list[Any]) -> list[float]:
    """Return the answer of each case, all in one evaluation."""
    columns = {
        name: np.array([one.get(name, parameter.base) for one in taken])
        for name, parameter in rack.parameters.items()
    }
    found = rack.evaluate(columns, [ANSWER])[ANSWER]
    return [float(one) for one in found]


def shown(ignored: int) -> int:
    """Return the lines that name things ignored: five, and one that counts the others."""
    return ignored if ignored <= 5 else 6


@pytest.mark.exhaustive
def test_the_texts_are_of_every_kind() -> None:
    texts = [one.text for one in texts_tried()]
    assert len(texts) == COUNT
    assert len(set(texts)) > 0.8 * COUNT
    for sign in ("%3Cscript", "__proto__", "%zz", "%00", "NaN", "1e+308", "<img", "\ud800"):
        assert any(sign in text for text in texts), sign
    assert "" in texts
    assert max(map(len, texts)) >= 100_000
    assert any(text.count("=") > 900 for text in texts)
    links = [one for one in texts_tried() if one.taken is not None]
    assert sum(bool(one.taken) for one in links) > 0.5 * len(links)
    assert sum(one.ignored > 0 for one in links) > 0.9 * len(links)


@pytest.mark.exhaustive
def test_what_is_pasted_does_no_harm_and_what_holds_of_it_is_applied(opened: Page) -> None:
    links: list[tuple[Hostile, str]] = []
    for batch, texts in batches(texts_tried()):
        for one, (said, listed, end, unharmed) in zip(
            batch, opened.evaluate(PASTE, texts), strict=True
        ):
            assert unharmed, repr(one.text[:200])
            assert said
            if one.taken is None:
                continue
            taken = len(one.taken)
            words = "1 assumption is" if taken == 1 else f"{taken} assumptions are"
            assert said.startswith(f"{words} taken from it."), repr(one.text[:500])
            assert listed == shown(one.ignored), repr(one.text[:500])
            links.append((one, end))
    expected = answers([one.taken for one, _ in links])
    found = [float(end or "nan") for _, end in links]
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-3, nan_ok=True)


@pytest.mark.exhaustive
def test_what_is_typed_as_the_name_of_a_pin_is_only_text(opened: Page) -> None:
    opened.get_by_role("button", name="Pin your case").click()
    opened.locator('[data-choose="b"]').select_option(label="Case 1")
    for batch, texts in batches(texts_tried()):
        for one, results in zip(batch, opened.evaluate(NAME, texts), strict=True):
            assert results == [True, True, True], repr(one.text[:200])


@pytest.mark.exhaustive
def test_what_is_typed_as_an_answer_is_a_number_or_refused_in_few_words(opened: Page) -> None:
    for batch, texts in batches(texts_tried()):
        for one, results in zip(batch, opened.evaluate(TYPE, texts), strict=True):
            assert results == [True, True, True], repr(one.text[:200])


def test_the_same_by_hand(opened: Page) -> None:
    field = opened.locator(".paste-text")
    before = opened.evaluate("guarded()")
    texts = hostile_texts(COUNT, SEED, rack.parameters, EXPLORERS)
    typed = (one for one in texts if len(one.text) < 2_000 and "\ud800" not in one.text)
    for one in islice(typed, BY_HAND):
        field.fill(one.text)
        field.press("Enter")
        notice = opened.locator(".paste-notice")
        if one.taken is not None:
            expect(notice.locator("li")).to_have_count(shown(one.ignored))
        assert opened.evaluate("guarded()") == before, repr(one.text)
