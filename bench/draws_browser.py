"""Times 4,000 draws in a headless browser: the first edition's path beside `evaluateMany`."""

from __future__ import annotations

from typing import Any

import numpy as np
from browser_model import page_with
from chromium import launch
from drawn import DRAWN_OF_THE_RACK
from first_path import one_case
from playwright.sync_api import Browser, sync_playwright

import rent_or_sell
from rent_or_sell import load_parameters
from rent_or_sell.model.parameters import base_values

DRAWS = 4000
SEED = 20260601
TARGET = 5
DRAWN = {
    "rack": DRAWN_OF_THE_RACK,
    "fleet": (
        "build_cost_per_chip",
        "rent_per_chip_hour",
        "sale_price_per_chip",
        "chip_supply",
        "share_offered",
        "ai_power_added",
        "rental_demand",
        "outside_demand",
    ),
}
WANTED = {
    "rack": ("price_floor_per_chip", "price_ceiling_per_chip", "gain_from_selling"),
    "fleet": ("policy_gain_total",),
}

# Browsers round their clocks, so that each time is one of several runs; the two take turns, and the
# first rounds only let the browser compile. `first` holds the very first run of either on a page.
RUN = """async ([name, given, drawn, wanted, which]) => {
  const { evaluateMany } = await import("/compute.js");
  const columns = Object.fromEntries(
    Object.entries(drawn).map(([parameter, values]) => [parameter, Float64Array.from(values)]),
  );
  const [{ length }] = Object.values(columns);
  const base = Object.fromEntries(Object.entries(given)); // as the explorer makes it
  const host = { changes: {} };
  const values = () => ({ ...base, ...host.changes });
  const resultsWith = (others) => firstPaths[name]({ ...values(), ...others });

  const runs = {
    first() {
      const found = Object.fromEntries(wanted.map((result) => [result, new Float64Array(length)]));
      for (let draw = 0; draw < length; draw += 1) {
        const changes = {};
        for (const parameter in columns) changes[parameter] = columns[parameter][draw];
        const results = resultsWith(changes);
        for (const result of wanted) found[result][draw] = results[result];
      }
      return found;
    },
    now: () => evaluateMany(models[name], { ...values(), ...columns }, length, wanted),
  };
  const time = (run, repeats) => {
    const start = performance.now();
    for (let repeat = 0; repeat < repeats; repeat += 1) run();
    return (performance.now() - start) / repeats;
  };
  const cold = time(runs[which], 1);

  const [expected, found] = [runs.first(), runs.now()];
  const agree = (a, b) => Math.abs(a - b) <= 1e-9 * Math.abs(a) || (Number.isNaN(a) && Number.isNaN(b));
  for (const result of wanted) {
    if (!expected[result].every((value, draw) => agree(value, found[result][draw]))) {
      throw new Error(`the two differ in ${result}`);
    }
  }
  const pairs = Array.from({ length: 60 }, () => [time(runs.first, 10), time(runs.now, 10)]);
  return [cold, pairs.slice(20)];
}"""


def draws(name: str) -> dict[str, list[float]]:
    """Return random values of a model's drawn parameters, evenly between low and high."""
    random = np.random.default_rng(SEED)
    drawn = (load_parameters()[parameter] for parameter in DRAWN[name])
    return {p.name: random.uniform(p.low, p.high, DRAWS).tolist() for p in drawn}


def measure(browser: Browser, name: str, which: str) -> tuple[float, list[tuple[float, float]]]:
    """Return the first run of one path on a fresh page, then pairs of runs of both, in ms."""
    model = rent_or_sell.load_models()[name]
    page = page_with(browser, {name: model.javascript()})
    page.add_script_tag(content=f'"use strict"; const firstPaths = {{{name}: {one_case(model)}}};')
    base = {parameter: base_values(load_parameters())[parameter] for parameter in model.parameters}
    measured: Any = page.evaluate(RUN, [name, base, draws(name), WANTED[name], which])
    page.close()
    return measured[0], measured[1]


def main() -> None:
    """Measure both models and print the medians."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        print(f"Chromium {browser.version}, {DRAWS:,} draws, median of 40 alternating rounds")
        for name in DRAWN:
            cold_first, pairs = measure(browser, name, "first")
            cold_now, more = measure(browser, name, "now")
            first, now = np.median([*pairs, *more], axis=0)
            ratio = np.median([one / other for one, other in [*pairs, *more]])
            print(f"  {name}: {', '.join(WANTED[name])}")
            print(f"    first edition  {first:7.2f} ms  (first run on a page {cold_first:.1f} ms)")
            print(f"    evaluateMany   {now:7.2f} ms  (first run on a page {cold_now:.1f} ms)")
            target = f" (target: at least {TARGET})" if name == "rack" else ""
            print(f"    {ratio:.1f} times as fast{target}")
        browser.close()


if __name__ == "__main__":
    main()
