"""Times the chapters on a cheap phone: paints, explorer alive, blocked time, and a slider's move.

The phone is Chromium with a processor a quarter as fast and a line of 1.6 Mbit/s and 150 ms, its
cache empty. *Blocked* is what tasks take beyond 50 ms before the explorer is alive. A move begins
when the page hears of it and ends when its change is painted: on the phone's screen, where parts
out of sight follow when the hand rests, and *in sight* on one so high that no part is out of sight.
The last row is a chapter in stock Jupyter Book, alive when its slider has appeared, which moves
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from chromium import launch
from gzip_server import served
from moves import press
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from stock_book import stock_site

SITE = Path(__file__).resolve().parent.parent / "_build" / "html"
CHAPTERS = (
    *("index", "bottleneck", "fifty-billion", "supply"),
    *("bundle", "rival", "watch-list", "bottom-line"),
)
STOCK = "bundle"  # the chapter that is built with stock Jupyter Book too
ALIVE = ".explorer[data-live], .widget-slider"
SCREEN: ViewportSize = {"width": 390, "height": 844}
WHOLE: ViewportSize = {"width": 390, "height": 15_000}  # every part of a chapter is in sight
SLOWER = 4  # times
LINE = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 96_000}
ROUNDS = 3
PATIENCE = 300_000  # milliseconds: a stock page is megabytes
FIRST_EDITION = "first paint 1600 to 1900, alive 3100 to 3400, blocked 600 to 2600, kB 551 to 569, move 65 to 137"
TARGETS = "first and largest paint 1.5 s, alive 2.0 s, blocked 300 ms, a move 50 ms"

# Notes what a page tells of its paints and long tasks, and when its first explorer is alive.
WATCH = """globalThis.seen = { paint: 0, largest: 0, alive: NaN, tasks: [] };
const watch = (type, note) =>
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
watch("paint", ({ name, startTime }) => { if (name === "first-contentful-paint") seen.paint = startTime; });
watch("largest-contentful-paint", ({ startTime }) => { seen.largest = startTime; });
watch("longtask", ({ startTime, duration }) => seen.tasks.push([startTime, duration]));
new MutationObserver((_, observer) => {
  if (!document.querySelector("ALIVE")) return;
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
    page.add_init_script(WATCH.replace("ALIVE", ALIVE))
    return page


def opened(page: Page, address: str) -> Opened:
    """Open a page and return what it took."""
    received: list[float] = []
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    page.goto(address, wait_until="networkidle", timeout=PATIENCE)
    page.locator(ALIVE).first.wait_for(state="attached", timeout=PATIENCE)
    seen = page.evaluate("seen")
    blocked = sum(max(0, took - 50) for start, took in seen["tasks"] if start < seen["alive"])
    return Opened(seen["paint"], seen["largest"], seen["alive"], blocked, sum(received))


def move(page: Page, screen: ViewportSize) -> float:
    """Return the median time of a move of the first slider on a screen."""
    page.set_viewport_size(screen)
    slider = page.locator(".explorer[data-live] .control:visible input[type=range]").first
    return median(press(page, slider, "input", ".explorer", first=True))


def rounds(browser: Browser, address: str) -> tuple[Opened, Page]:
    """Open a page some times; return the medians, and the page as it was opened last."""
    pages = [phone(browser) for _ in range(ROUNDS)]
    seen = [opened(page, address) for page in pages]
    for page in pages[:-1]:
        page.context.close()
    names = Opened.__dataclass_fields__
    return Opened(*(median(getattr(one, name) for one in seen) for name in names)), pages[-1]


def row(name: str, seen: Opened, *moved: str) -> str:
    """Return a row of the table."""
    moves = " ".join(f"{one:>8s}" for one in moved)
    return (
        f"  {name:14s} {seen.paint:7.0f} {seen.largest:8.0f} {seen.alive:7.0f} {seen.blocked:8.0f} "
        f"{seen.received / 1000:5.0f} {moves}"
    )


def ratios(stock: Opened, ours: Opened) -> str:
    """Return in a row how many times ours the stock page took."""
    names = ("paint", "largest", "alive", "blocked", "received")
    times = (getattr(stock, name) / max(getattr(ours, name), 1) for name in names)
    paint, largest, alive, blocked, received = (f"{ratio:.1f}×" for ratio in times)
    return (
        f"  {'stock ÷ ours':14s} {paint:>7s} {largest:>8s} {alive:>7s} {blocked:>8s} {received:>5s}"
    )


def main() -> None:
    """Open each chapter some times, and one in stock Jupyter Book, and print the medians."""
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = launch(playwright)
        print(f"Chromium {browser.version}, a phone: CPU ÷ {SLOWER}, 1.6 Mbit/s, 150 ms")
        head = ("first", "largest", "alive", "blocked", "kB", "move", "in sight")
        print("  {:14s} {:>7s} {:>8s} {:>7s} {:>8s} {:>5s} {:>8s} {:>8s}".format("", *head))
        ours = {}
        with served(SITE) as address:
            for chapter in CHAPTERS:
                ours[chapter], page = rounds(browser, f"{address}/book/{chapter}.html")
                moved = [f"{move(page, screen):.1f}" for screen in (SCREEN, WHOLE)]
                print(row(chapter, ours[chapter], *moved), flush=True)
                page.context.close()
        with served(stock_site(Path(folder), STOCK)) as address:
            stock, page = rounds(browser, f"{address}/{STOCK}.html")
            page.context.close()
        print(row(f"stock {STOCK}", stock, "none", "none"))
        print(ratios(stock, ours[STOCK]))
        print(f"  the first edition, in its day: {FIRST_EDITION}")
        print(f"  targets: {TARGETS}")
        browser.close()


if __name__ == "__main__":
    main()
