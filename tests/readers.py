"""A page as a demanding reader opens it, and where the parts of an explorer are on it."""

from __future__ import annotations

import json
from urllib.parse import urlencode

from engine import PATIENCE
from playwright.sync_api import Locator, Page, expect

from rent_or_sell import load_parameters
from rent_or_sell.book import BOOK


def kept(promise: str) -> str:
    """Return a script of JavaScript whose promise fails where the page does not keep it.

    Playwright itself would wait for it without end.
    """
    late = f"new Error('The page did not keep its promise: ' + {json.dumps(promise)})"
    return f"""(...given) => Promise.race([
      ({promise})(...given),
      new Promise((_, fail) => setTimeout(() => fail({late}), {PATIENCE})),
    ])"""


# What a page still does by itself once it is loaded is done two frames after its fonts are there:
# observers of the screen report in the first, and what they began shows in the second.
RESTED = """async () => {
  await document.fonts.ready;
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
}"""

# What has moved on a page by itself. It is told in order: once the test's own push has come, all has.
MOVED = """async () => {
  const moved = [];
  let pushed = Infinity;
  await new Promise(async (resolve) => {
    new PerformanceObserver((list) => list.getEntries().forEach(({ startTime, value }) =>
      startTime < pushed ? moved.push(value) : resolve()
    )).observe({ type: "layout-shift", buffered: true });
    pushed = performance.now();
    for (const _ of [1, 2]) await new Promise(requestAnimationFrame);
    document.body.style.marginTop = "200px";
  });
  return moved.reduce((sum, value) => sum + value, 0);
}"""

# Playwright's own waiting for an expression makes code from text, which a strict policy refuses.
HOLDS = """() => new Promise((holds) => {{
  const look = () => ({}) ? holds() : setTimeout(look, 20);
  look();
}})"""
# Turns a slider on a clock that stands still, then on one on which each look takes ten milliseconds;
# says each time how many worlds were drawn.
SLOWER = """(root, moves) => {
  let [now, step] = [0, 0];
  performance.now = () => (now += step);
  const slider = root.querySelector("input[type=range]");
  const drawn = () => {
    slider.stepUp();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    return root.querySelector("[data-count]").textContent;
  };
  drawn();
  step = 10;
  return Array.from({ length: moves }, drawn);
}"""
# What is out of sight follows when the hand rests, and at once when the page is to be printed.
CATCH_UP = "() => dispatchEvent(new Event('beforeprint'))"
# A link followed on the page itself, until all of its explorer has drawn it.
FOLLOW = kept(f"""link => new Promise(followed => {{
  const drawn = () => requestAnimationFrame(() => followed(({CATCH_UP})()));
  if (location.hash === link) return drawn();
  addEventListener("popstate", drawn, {{ once: true }});
  location.hash = link;
}})""")
# Folds opened by their summaries, until they have said so: what they hold is drawn then.
UNFOLD = kept("""folds => Promise.all(folds.map((fold) => new Promise((opened) => {
  fold.addEventListener("toggle", opened, { once: true });
  fold.querySelector("summary").click();
})))""")
# Back and Forward among the entries of one page, until it has drawn what they say.
TRAVEL = kept("""step => new Promise((done) => {
  addEventListener("popstate", () => requestAnimationFrame(done), { once: true });
  history.go(step);
})""")


def wait_until(page: Page, expression: str) -> None:
    """Wait until an expression of JavaScript holds on a page, whatever its policy."""
    page.evaluate(kept(HOLDS.format(expression)))


class Reader:
    """A page and what a demanding reader would notice: errors, and requests to other hosts."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site
        self.errors: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self._note(message.type, message.text))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.errors.append(text)

    def open(self, chapter: str, fragment: str = "") -> Page:
        """Load a chapter; every explorer on it is alive."""
        # A change of fragment alone would not load the page anew.
        self.page.goto("about:blank")
        self.page.goto(f"{self.site}/book/{chapter}.html{fragment}")
        expect(self.page.locator(".explorer:not([data-live])")).to_have_count(0)
        return self.page


def rest(page: Page) -> None:
    """Wait until a loaded page has its fonts and has shown all that it does by itself."""
    page.evaluate(RESTED)


def follow(page: Page, fragment: str) -> None:
    """Follow a link on the open page and wait until its explorer shows the case."""
    page.evaluate(FOLLOW, fragment)


def link(changes: dict[str, float], explorer: str = "rack") -> str:
    """Return the fragment of this edition that opens an explorer with the changes."""
    return "#" + urlencode({"explorer": explorer, **changes, "edition": BOOK.edition.number})


def explorer(page: Page, identity: str = "rack") -> Locator:
    """Return the explorer on a page."""
    return page.locator(f'.explorer[data-explorer="{identity}"]')


def _unfold(root: Locator) -> None:
    unfold(root.locator(".more-assumptions:not([open])"))


def slider(root: Locator, name: str) -> Locator:
    """Return the slider of a parameter, in sight, be it folded at first."""
    _unfold(root)
    return root.get_by_role("slider", name=load_parameters()[name].label, exact=True)


def box(root: Locator, name: str) -> Locator:
    """Return the number box of a parameter, in sight, be it folded at first."""
    _unfold(root)
    return root.get_by_label(f"{load_parameters()[name].label}: exact value")


def travel(page: Page, step: int) -> None:
    """Go back (-1) or forward (1) among a page's own entries; only Chromium's driver can press Back."""
    page.evaluate(TRAVEL, step)


def write(field: Locator, text: str) -> None:
    """Type a text in place of what stands in a field, key by key: Firefox hears of no other change."""
    field.select_text()
    field.press("Delete")
    field.press_sequentially(text)


def catch_up(root: Locator) -> None:
    """Have an explorer bring up to date what is out of sight, too."""
    root.evaluate(CATCH_UP)


def unfold(folds: Locator) -> None:
    """Open folds and wait until what they hold is drawn."""
    folds.evaluate_all(UNFOLD)


def shown(root: Locator, quantity: str) -> float:
    """Return the full value of a result, as the page carries it for machines.

    A change arrives in one task of the browser: wait for one of its words, then read.
    """
    catch_up(root)
    result = root.locator(f'table.results [data-quantity="{quantity}"]')
    return float(result.get_attribute("data-value") or "nan")


def drawn_ever_slower(root: Locator, moves: int) -> list[str]:
    """Move a slider of an explorer on an ever slower machine; return how many worlds were drawn."""
    counts: list[str] = root.evaluate(SLOWER, moves)
    return counts
