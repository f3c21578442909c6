"""Times the generated models in a headless browser, on one core (start with `make bench`)."""

from __future__ import annotations

from browser_model import page_with
from chromium import launch
from playwright.sync_api import sync_playwright

import rent_or_sell
from rent_or_sell.model.parameters import base_values

SCENARIOS = 1_000_000
TARGET = 1_000_000

# Every scenario differs in three inputs; the first round only lets the browser compile.
RUN = """async ([base, scenarios]) => {
  const { evaluate, evaluateMany } = await import("/compute.js");
  const column = (value) => Float64Array.from({ length: scenarios }, (_, i) => value(i / scenarios));
  const columns = {
    ...base,
    displacement: column((share) => share),
    discount_rate: column((share) => 0.05 + 0.1 * share),
    rent_per_chip_hour: column((share) => 1 + share),
  };
  const seconds = (run) => {
    const times = Array.from({ length: 6 }, () => {
      const start = performance.now();
      run();
      return (performance.now() - start) / 1000;
    });
    return times.slice(1).sort((first, second) => first - second)[2];
  };
  const { rack } = models;
  const few = ["gain_from_selling", "deal_surplus_per_chip"];
  return [
    seconds(() => evaluateMany(rack, columns, scenarios, few)),
    seconds(() => evaluateMany(rack, columns, scenarios)),
    seconds(() => {
      for (let time = 0; time < 1000; time += 1) evaluate(rack, base);
    }) / 1000,
  ];
}"""


def main() -> None:
    """Run the rack model a million times, five times over, and print the medians."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = page_with(browser, {"rack": rent_or_sell.rack.javascript()})
        base = base_values(rent_or_sell.load_parameters())
        few, every, one = page.evaluate(RUN, [base, SCENARIOS])
        version = browser.version
        browser.close()
    print(f"Chromium {version}, {SCENARIOS:,} scenarios of rack, median of 5 rounds")
    print(f"  two results  {few:.3f} s  {SCENARIOS / few:,.0f} scenarios/s (target: {TARGET:,})")
    print(f"  all results  {every:.3f} s  {SCENARIOS / every:,.0f} scenarios/s")
    print(f"  one case at a time, all results: {1e6 * one:.0f} µs")


if __name__ == "__main__":
    main()
