"""Times in a headless browser what would change an answer: all its flips, and its tornado."""

from __future__ import annotations

from browser_model import page_with
from chromium import launch
from playwright.sync_api import sync_playwright

from rent_or_sell.book import BOOK
from rent_or_sell.explorer.widget import Explorer

RUNS = 200
TARGET = 3
QUESTIONS = {
    "rack": ("deal_surplus_per_chip", "gain_from_selling"),
    "fleet": ("policy_gain_total",),
}

# Each run is another case, as at every move of a control; the first half lets the browser compile.
RUN = """async ([spec, answer, name, runs]) => {
  const { createState } = await import("/state.js");
  const { flipPoints } = await import("/answers/flips.js");
  const { tornado } = await import("/answers/tornado.js");
  const { low, high } = JSON.parse(spec).parameters[name];
  const times = { flips: [], tornado: [] };
  for (let run = 0; run < runs; run += 1) {
    const traits = { _spec: spec, changes: { [name]: low + ((high - low) * run) / runs } };
    const state = createState({ get: (trait) => traits[trait], on() {}, off() {} }, models);
    const start = performance.now();
    flipPoints(state, answer);
    const middle = performance.now();
    tornado(state, answer);
    times.flips.push(middle - start);
    times.tornado.push(performance.now() - middle);
  }
  return Object.values(times).map((all) => all.slice(runs / 2));
}"""


def main() -> None:
    """Print the times of each question, and whether the median of both together is in the target."""
    print(f"Flips and tornado, milliseconds: fastest, median, 95th percentile of {RUNS // 2} cases")
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name, answers in QUESTIONS.items():
            explorer = Explorer(BOOK.model(name))
            model = explorer._generated
            page = page_with(browser, {model.key: model.code})
            for answer in answers:
                read = len(BOOK.model(name).depends_on(answer))
                asked = [explorer._spec, answer, "rent_per_chip_hour", RUNS]
                flips, tornado = page.evaluate(RUN, asked)
                both = [sum(pair) for pair in zip(flips, tornado, strict=True)]
                verdict = "within" if sorted(both)[len(both) // 2] <= TARGET else "beyond"
                print(
                    f"{name} {answer}, {read} parameters: flips {_times(flips)}, "
                    f"tornado {_times(tornado)}, both {_times(both)} ({verdict} {TARGET})"
                )
        browser.close()


def _times(all_: list[float]) -> str:
    ordered = sorted(all_)
    shown = (ordered[0], ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)])
    return " ".join(f"{time:.1f}" for time in shown)


if __name__ == "__main__":
    main()
