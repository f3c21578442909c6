"""Times moves of a slider, each from when the page hears of it until its change is painted."""

from __future__ import annotations

from math import isfinite

from playwright.sync_api import Locator, Page

MOVES = 40
WARM = 10  # moves before those that count: browser and kernel compile and load
QUIET = 1200  # milliseconds without a change, after which the next move comes

# Notes of each move when the page heard of it, and when its first or its last change was painted.
WATCH = """([events, target, first]) => {
  const moves = (globalThis.moves = []);
  const now = () => performance.now();
  for (const name of events) {
    addEventListener(name, () => moves.push({ start: now(), end: NaN, seen: false }), true);
  }
  new MutationObserver(() => {
    const move = moves.at(-1);
    if (!move || (first && move.seen)) return;
    move.seen = true;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (move.end = now());
      port2.postMessage(0);
    });
  }).observe(document.querySelector(target), {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
}"""
TIMES = "() => moves.map(({ start, end }) => end - start)"


def drag(
    page: Page, track: Locator, events: tuple[str, ...], target: str, first: bool = False
) -> list[float]:
    """Drag a slider to and fro and return how long each move took, in milliseconds.

    A move ends with the `first` paint after it, or with the last.
    """
    track.scroll_into_view_if_needed()
    place = track.bounding_box()
    assert place, "the slider is not on the screen"
    across = [
        place["x"] + place["width"] * (0.25 + 0.5 * (move % 10) / 10) for move in range(MOVES)
    ]
    level = place["y"] + place["height"] / 2
    page.mouse.move(across[-1], level)
    page.mouse.down()
    page.wait_for_timeout(QUIET)
    page.evaluate(WATCH, [list(events), target, first])
    for x in across:
        page.mouse.move(x, level)
        page.wait_for_timeout(QUIET)
    page.mouse.up()
    return _times(page)


def press(page: Page, handle: Locator, event: str, target: str, first: bool = False) -> list[float]:
    """Move a slider to and fro by keys and return how long each move took, in milliseconds."""
    handle.scroll_into_view_if_needed()
    handle.focus()
    page.evaluate(WATCH, [[event], target, first])
    for move in range(MOVES):
        page.keyboard.press("ArrowLeft" if move % 10 < 5 else "ArrowRight")
        page.wait_for_timeout(QUIET)
    return _times(page)


def _times(page: Page) -> list[float]:
    times = page.evaluate(TIMES)[WARM:]
    return [time for time in times if isfinite(time)]  # the others changed nothing
