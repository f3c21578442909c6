"""Times the generated rack model in a headless browser, on one core (start with `make bench`)."""

from __future__ import annotations

from pathlib import Path

from chromium import launch
from playwright.sync_api import sync_playwright

import rent_or_sell
from rent_or_sell import load_parameters
from rent_or_sell.model.parameters import base_values

PACKAGE = Path(rent_or_sell.__file__).parent
SCENARIOS = 1_000_000
TARGET = 1_000_000

# Every scenario differs in three inputs, and what it gives is added up, so that nothing can be
# computed once for all or left out; the first round only lets the browser compile.
RUN = """async ([operators, code, base, scenarios]) => {
  const url = URL.createObjectURL(new Blob([operators], {type: "text/javascript"}));
  const run = new Function("return " + code)()(await import(url));
  const seconds = [];
  for (let round = 0; round < 6; round += 1) {
    const inputs = {...base};
    let total = 0;
    const start = performance.now();
    for (let index = 0; index < scenarios; index += 1) {
      const share = index / scenarios;
      inputs.displacement = share;
      inputs.discount_rate = 0.05 + 0.1 * share;
      inputs.rent_per_chip_hour = 1 + share;
      const results = run(inputs);
      total += results.gain_from_selling + results.deal_surplus_per_chip;
    }
    if (!Number.isFinite(total)) throw new Error("the model gives no number");
    seconds.push((performance.now() - start) / 1000);
  }
  return seconds.slice(1).sort((first, second) => first - second)[2];
}"""


def main() -> None:
    """Run the model a million times, five times over, and print the median."""
    operators = (PACKAGE / "explorer" / "operators.js").read_text()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        code = rent_or_sell.rack.javascript()
        seconds = browser.new_page().evaluate(
            RUN, [operators, code, base_values(load_parameters()), SCENARIOS]
        )
        version = browser.version
        browser.close()
    print(f"Chromium {version}, {SCENARIOS:,} scenarios of rack, median of 5 rounds")
    print(f"  {seconds:.3f} s  {SCENARIOS / seconds:,.0f} scenarios/s (target: {TARGET:,})")


if __name__ == "__main__":
    main()
