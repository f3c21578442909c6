"""Times the chapters on a cheap phone: paints, explorer alive, blocked time, and a slider's move.

The phone is Chromium with a processor a quarter as fast and a line of 1.6 Mbit/s and 150 ms, its
cache empty. *Blocked* is what tasks take beyond 50 ms before the explorer is alive. A move begins
when the page hears of it and ends when its change is painted, every part being in sight.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median

from chromium import launch
from gzip_server import served
from moves import press
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

SITE = Path(__file__).resolve().parent.parent / "_build" / "html"
CHAPTERS = (
    *("index", "bottleneck", "fifty-billion", "supply"),
    *("bundle", "rival", "watch-list", "bottom-line"),
)
SCREEN: ViewportSize = {"width": 390, "height": 844}
WHOLE: ViewportSize = {"width": 390, "height": 15_000}  # every part of a chapter is in sight
SLOWER = 4  # times
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 96_000}
ROUNDS = 3
TARGETS = "first and largest paint 1.5 s, alive 2.0 s, blocked 300 ms, a move 50 ms"

# Notes what a page tells of its paints and long tasks, and when its first explorer is alive.
WATCH = """globalThis.seen = { paint: 0, largest: 0, alive: NaN, tasks: [] };
const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") seen.paint = startTime; });
watch("largest-contentful-paint", ({ startTime }) => { seen.largest = startTime; });
watch("longtask", ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
new MutationObserver((_, observer) => {
  if (!document.querySelector(".explorer[data-live]")) return;
  seen.alive = performance.now();
  observer.disconnect();
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-live"] });"""


@dataclass(frozen=True)
class Opened:
    """What opening a page took, in milliseconds, and how many bytes came over the line."""

    paint: float
    largest: float
    alive: float
    blocked: float
    received: float


def phone(browser: Browser) -> Page:
    """Return a page on the phone, its cache empty."""
    page = browser.new_context(viewport=SCREEN, is_mobile=True, has_touch=True).new_page()
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(WATCH)
    return page


def opened(page: Page, address: str) -> Opened:
    """Open a page and return what it took; `alive` is nan where nothing of it becomes alive."""
    received: list[float] = []
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle")
    seen = page.evaluate("() => ({ ...seen, alive: seen.alive || Infinity })")
    until = seen["alive"] or float("inf")
    blocked = sum(max(0, took - 50) for start, took in seen["tasks"] if start < until)
    return Opened(seen["paint"], seen["largest"], until, blocked, sum(received))


def move(page: Page) -> float:
    """Return the median time of a move of the first slider, with every part in sight."""
    page.set_viewport_size(WHOLE)
    slider = page.locator(".explorer[data-live] .control:visible input[type=range]").first
    return median(press(page, slider, "input", ".explorer", first=True))


def main() -> None:
    """Open each chapter some times and print the medians."""
    with sync_playwright() as playwright, served(SITE) as address:
        browser = launch(playwright)
        print(f"Chromium {browser.version}, a phone: CPU ÷ {SLOWER}, 1.6 Mbit/s, 150 ms")
        print(
            f"  {'':14s} {'first':>7s} {'largest':>8s} {'alive':>7s} {'blocked':>8s} {'kB':>5s} {'move':>6s}"
        )
        for chapter in CHAPTERS:
            pages = [phone(browser) for _ in range(ROUNDS)]
            rounds = [opened(page, f"{address}/book/{chapter}.html") for page in pages]
            moved = move(pages[-1])
            for page in pages:
                page.context.close()
            paint, largest, alive, blocked, received = (
                median(getattr(one, name) for one in rounds) for name in Opened.__dataclass_fields__
            )
            print(
                f"  {chapter:14s} {paint:7.0f} {largest:8.0f} {alive:7.0f} {blocked:8.0f} "
                f"{received / 1000:5.0f} {moved:6.1f}"
            )
        print(f"  targets: {TARGETS}")
        browser.close()


if __name__ == "__main__":
    main()
