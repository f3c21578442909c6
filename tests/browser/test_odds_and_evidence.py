"""Odds and evidence on a page: as Python says them, before a move, after it and back again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest
from explorer_files import files_of, open_again, open_files
from heat_pump.book import BOOK as HEAT_PUMP
from playwright.sync_api import Browser, Locator, Page, expect
from readers import catch_up, drawn_ever_slower, follow, rest

from rent_or_sell import Explorer, View, rack, where_positive
from rent_or_sell.answers.draws import COUNT, draw_worlds
from rent_or_sell.answers.evidence import evidence_value
from rent_or_sell.explorer.parts.evidence.part import NO_MEAN, Evidence, Signal
from rent_or_sell.explorer.parts.odds.part import Event, Odds, Spread
from rent_or_sell.explorer.parts.odds.words import counted, missing_said
from rent_or_sell.explorer.widget import Explorer as Widget
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.views.evidence import EVIDENCE
from rent_or_sell.trainium.views.odds import DEAL, FLOOR, ODDS

NO_VALUE = "there is nothing to find out."
CASE = {"sale_price_per_chip": 27_000.0, "displacement": 0.2, "attach_rate": 0.7}
PAYS = Event("it pays", "it pays", "second", (("gain", ">", 0),))
HOUSES = Odds(
    title="How sure is it?",
    events=(PAYS,),
    otherwise="it does not",
    spreads=(Spread("gain", "gain", "$,.2r", "second-pale"),),
    code="$,.0f",
    unit="",
    step=1000,
    mark=("grant", "grant"),
)
PRICES = Evidence(
    title="What is worth knowing?",
    payoff="gain",
    code="$,.2r",
    acting="Buying gains {mean} on average.",
    resting="Buying loses {mean} on average.",
    either="Buying neither gains nor loses.",
    signals=(Signal("Gas", ("gas_price",)),),
    otherwise="other assumptions",
    shared={},
)
GAINS = Event("it gains", "it gains", "second", (("policy_gain_total", ">", 0),))
OFFERS = Odds(
    title="How sure is it?",
    events=(GAINS,),
    otherwise="it loses",
    spreads=(
        Spread("policy_gain_total", "gain", "$.1f", "second-pale"),
        Spread("sold_total", "sold", ".1f"),
    ),
    code=".0f",
    unit="billion",
    step=5,
)
# A move and a print, with no time between them for anything that waits.
PRINTED = """control => {
  control.stepUp(3);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  dispatchEvent(new Event("beforeprint"));
  return document.querySelectorAll('[aria-busy="true"], [data-waiting]').length;
}"""
SEEN = """part => [
  ...[...part.querySelectorAll("p, td, th, b, li")].map((one) => one.textContent.trim()),
  ...[...part.querySelectorAll("circle")].map((one) => one.getAttribute("class")),
]"""
DRAWN = """part => [
  ...[...part.querySelectorAll("svg[width]")].map((one) => parseFloat(one.getAttribute("width"))),
  ...[...part.querySelectorAll("path")].flatMap((path) => path.getAttribute("d").match(/[\\d.]+/g).map(Number)),
]"""


@cache
def views() -> dict[str, View]:
    """Return a view with odds for each book and size of model."""
    return {
        "rack": View("rack", "rack", ("displacement",), parts=(ODDS, EVIDENCE)),
        "fleet": View("fleet", "fleet", ("diversion",), parts=(OFFERS,)),
        "heating": View("heating", "heating", ("grant",), parts=(HOUSES, PRICES)),
    }


def explorer_of(name: str) -> Widget:
    make = HEAT_PUMP.explorer if name == "heating" else Explorer
    return make(view=views()[name])


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page with the rack's odds and evidence, and its complaints."""
    page, complaints = open_files(browser, files_of([explorer_of("rack")]))
    yield page, complaints
    page.close()


@pytest.fixture
def rack_page(shared: tuple[Page, list[str]]) -> Iterator[Page]:
    """The page, opened anew; at the end nothing was complained of."""
    page, complaints = shared
    open_again(page)
    yield page
    assert complaints == []


def part(page: Page, kind: str) -> Locator:
    return page.locator(f'[data-part="{kind}"]')


def turn(page: Page, **changes: float) -> None:
    """Set assumptions by an explorer's own link, as a reader's address bar would."""
    pairs = "&".join(f"{name}={value}" for name, value in changes.items())
    follow(page, f"#explorer=rack&{pairs}")


def settle(page: Page) -> None:
    """Wait until all worlds are drawn, and what waits for the hand to rest is computed."""
    catch_up(page.locator(".explorer"))
    expect(part(page, "odds").locator("[data-count]")).to_have_text(f"{COUNT:,}")
    expect(page.locator('[aria-busy="true"]')).to_have_count(0)


def value(locator: Locator) -> float:
    return float(locator.get_attribute("data-value") or "nan")


@pytest.mark.parametrize("name", ["rack", "fleet", "heating"])
def test_the_frame_shows_what_the_browser_computes(browser: Browser, name: str) -> None:
    """Moved and moved back, every word, dot, bar and curve is again what Python drew."""
    page, complaints = open_files(browser, files_of([explorer_of(name)]))
    kinds = [kind for kind in ("odds", "evidence") if part(page, kind).count()]
    before = {
        kind: (part(page, kind).evaluate(SEEN), part(page, kind).evaluate(DRAWN)) for kind in kinds
    }
    slider = page.get_by_role("slider").first
    at = slider.input_value()
    slider.press("ArrowRight")
    settle(page)
    assert [part(page, kind).evaluate(SEEN) for kind in kinds] != [
        one for one, _ in before.values()
    ]
    slider.fill(at)
    settle(page)
    for kind, (words, drawn) in before.items():
        assert part(page, kind).evaluate(SEEN) == words
        assert part(page, kind).evaluate(DRAWN) == pytest.approx(drawn, abs=0.011)
    assert complaints == []
    page.close()


def test_after_a_move_the_page_says_what_python_says(rack_page: Page) -> None:
    turn(rack_page, **CASE)
    odds, evidence = part(rack_page, "odds"), part(rack_page, "evidence")
    expect(odds.locator("[data-count]")).to_have_text("10,000")
    expect(odds.locator("[aria-busy]")).to_have_count(0)
    expect(evidence).not_to_have_attribute("aria-busy", "true")
    asked = [spread.name for spread in ODDS.spreads]
    worlds = draw_worlds(rack, asked, CASE)
    for place, event in enumerate(ODDS.events):
        shown = odds.locator(f'[data-event="{place}"]')
        assert value(shown) == worlds.share(event.when)
        expect(shown).to_have_text(counted(worlds.share(event.when)))
    alone = draw_worlds(rack, asked, CASE, independent=True).share(DEAL.when)
    assert value(odds.locator("[data-alone]")) == alone
    for spread in ODDS.spreads:
        cells = odds.locator(f'[data-spread="{spread.name}"] td').all()
        assert [value(cell) for cell in cells] == pytest.approx(
            worlds.percentiles(spread.name), rel=1e-9
        )
    attached = rack.parameters["attach_rate"].label
    held = f"“{attached}” is held as you set it, outside its range, and not drawn."
    expect(odds.locator("[data-held]")).to_have_text(held)
    expect(evidence.locator("[data-held]")).to_have_text(f"{held} About what is held {NO_VALUE}")
    found = evidence_value(rack, "gain_from_offer", CASE)
    assert value(evidence.locator(".evidence-advice")) == pytest.approx(found.mean, rel=1e-9)
    for draw, worth in found.values.items():
        row = evidence.locator(f'[data-draw="{draw}"] .amount')
        assert value(row) == pytest.approx(worth, rel=1e-9, abs=1e-3)
    expect(evidence.locator('[data-draw="attach_rate"] .amount')).to_have_text("held")
    expect(evidence.locator("[data-chance] b")).to_have_text(format_number(found.chance, "$,.2r"))


def test_the_dots_are_a_hundred_and_of_the_same_kinds_as_the_words(rack_page: Page) -> None:
    odds = part(rack_page, "odds")
    for case in ({}, CASE, {"displacement": 0.0}, {"buyer_value_per_chip_hour": 0.1}):
        turn(rack_page, **case)
        settle(rack_page)
        hues = odds.locator(".odds-dots circle").evaluate_all(
            "all => all.map((one) => one.classList[1])"
        )
        keys = [int(text) for text in odds.locator("[data-key]").all_text_contents()]
        counts = [hues.count(f"hue-{hue}") for hue in ("second", "second-pale", "other-pale")]
        assert keys == counts
        assert sum(counts) == 100
        shown = value(odds.locator('[data-event="0"]'))
        assert counts[0] + counts[1] == int(np.floor(100 * shown + 0.5))


def test_without_javascript_odds_and_values_are_there(browser: Browser) -> None:
    files = files_of([explorer_of("rack")])
    page, complaints = open_files(browser, files | {"explorer.js": ""})
    deal = draw_worlds(rack, [spread.name for spread in ODDS.spreads]).share(DEAL.when)
    expect(part(page, "odds").locator("[data-event]").first).to_have_text(counted(deal))
    expect(part(page, "evidence").locator(".evidence-values").first).to_be_visible()
    assert complaints == []
    page.close()


def test_an_offer_that_nobody_takes_costs_nothing(rack_page: Page) -> None:
    turn(rack_page, buyer_value_per_chip_hour=0.1)
    settle(rack_page)
    evidence = part(rack_page, "evidence")
    expect(evidence.locator(".evidence-advice")).to_have_text(EVIDENCE.either)
    assert value(evidence.locator(".evidence-advice")) == 0
    expect(evidence.locator('[data-draw="displacement"] .amount')).to_have_text("nothing")


def test_an_undefined_floor_is_said_in_words_and_breaks_nothing(rack_page: Page) -> None:
    turn(rack_page, selling_share=1, warranty_share=0.2)
    odds = part(rack_page, "odds")
    expect(odds.locator('[data-spread="price_floor_per_chip"] td')).to_have_text(
        ["not defined"] * 3
    )
    expect(odds.locator('[data-event="0"]')).to_have_text("0")
    settle(rack_page)


def test_worlds_without_a_floor_are_counted_in_words(rack_page: Page) -> None:
    """Percentiles leave them out, and the page says of how many."""
    odds = part(rack_page, "odds")
    expect(odds.locator("[data-missing]")).to_be_hidden()
    case = {"selling_share": 1.0, "sale_price_per_chip": 16_000.0}
    turn(rack_page, **case)
    settle(rack_page)
    asked = [spread.name for spread in ODDS.spreads]
    worlds = draw_worlds(rack, asked, case)
    shares = [(worlds.undefined(FLOOR), "there is no floor")]
    assert 0 < shares[0][0] < 1
    expect(odds.locator("[data-missing]")).to_have_text(missing_said(shares))
    turn(rack_page)
    settle(rack_page)
    expect(odds.locator("[data-missing]")).to_be_hidden()


def test_a_few_very_high_floors_leave_the_axis_to_the_others(rack_page: Page) -> None:
    odds = part(rack_page, "odds")
    ends, beyond = odds.locator("[data-end]"), odds.locator(".odds-beyond")
    before = [amount(text) for text in ends.all_text_contents()]
    case = {"selling_share": 1.0, "sale_price_per_chip": 16_000.0}
    turn(rack_page, **case)
    settle(rack_page)
    low, high = (amount(text) for text in ends.all_text_contents())
    assert high - low < 3 * (before[1] - before[0])
    floors = draw_worlds(rack, [FLOOR], case).values[FLOOR]
    far = float(np.mean((floors < low) | (floors >= high)))
    assert far > 0.5
    expect(beyond).to_contain_text(f"Amazon’s floor, a chip: {counted(far)}")


def amount(text: str) -> float:
    return float(re.sub(r"[^\d.]", "", text))


def test_one_of_several_that_move_together_is_held_and_the_value_is_of_the_others(
    rack_page: Page,
) -> None:
    turn(rack_page, rent_per_chip_hour=0.3)
    settle(rack_page)
    evidence = part(rack_page, "evidence")
    expect(evidence.locator('[data-draw="rents"] .amount')).not_to_have_text("held")
    said = evidence.locator("[data-held]")
    expect(said).to_contain_text(rack.parameters["rent_per_chip_hour"].label)
    expect(said).to_contain_text("is then that of the others")


def test_what_no_odds_read_is_not_said_to_be_held(browser: Browser) -> None:
    costs = Odds(
        title="What it costs",
        events=(Event("it is dear", "dear", "second", (("build_cost", ">", 2_000_000),)),),
        otherwise="cheap",
        spreads=(Spread("build_cost", "cost", "$,.3r", "second"),),
        code="$,.0f",
        unit="",
        step=100_000,
    )
    view = View("rack", "rack", ("displacement",), parts=(costs,))
    page, complaints = open_files(browser, files_of([Explorer(view=view)]))
    turn(page, displacement=0.0, attach_rate=4)
    catch_up(page.locator(".explorer"))
    expect(page.locator(".changed-summary")).to_contain_text("2 of")
    expect(page.locator("[data-held]")).to_be_hidden()
    assert complaints == []
    page.close()


def test_a_payoff_that_is_not_defined_in_some_worlds_has_no_average(browser: Browser) -> None:
    """At the base case as Python draws it, and after a move as the browser does."""
    plain = HEAT_PUMP.model("heating")
    known = {name: one for name, one in plain.known.items()}

    def gain(gas_price: Any) -> Any:
        return where_positive(gas_price - known["gas_price"].base, gas_price)

    view = View("heating", "heating", ("gas_price",), parts=(HOUSES, PRICES))
    made = HEAT_PUMP.explorer(plain.replace(gain=gain), view=view)
    page, complaints = open_files(browser, files_of([made]))
    advice = part(page, "evidence").locator(".evidence-advice")
    expect(advice).to_have_text(NO_MEAN)
    expect(part(page, "odds").locator("[data-missing]")).to_contain_text("no number for “gain”")
    page.get_by_role("slider").first.press("ArrowLeft")
    settle(page)
    expect(advice).to_have_text(NO_MEAN)
    assert value(advice) != value(advice)  # no number for machines
    expect(part(page, "evidence").locator('[data-draw="gas_price"] .amount')).to_have_text(
        "not defined"
    )
    assert complaints == []
    page.close()


def test_nothing_moves_while_a_slider_does(rack_page: Page) -> None:
    heights = "all => all.map((one) => one.getBoundingClientRect().height)"
    figures = rack_page.locator("figure")
    before = figures.evaluate_all(heights)
    slider = rack_page.get_by_role("slider").first
    for _ in range(12):
        slider.press("ArrowLeft")
        assert figures.evaluate_all(heights) == before
    settle(rack_page)
    assert figures.evaluate_all(heights) == before


def test_a_slow_machine_draws_as_many_as_fit(rack_page: Page) -> None:
    assert drawn_ever_slower(rack_page.locator(".explorer"), 3) == ["10,000", "8,000", "6,400"]
    settle(rack_page)


def test_what_a_slow_machine_left_out_follows_though_the_last_move_was_fast(
    rack_page: Page,
) -> None:
    rack_page.evaluate(
        """() => {
          let [now, step] = [0, 100];
          performance.now = () => (now += step);
          const slider = document.querySelector("input[type=range]");
          for (const next of [0, 0]) {
            slider.stepUp();
            slider.dispatchEvent(new Event("input", { bubbles: true }));
            step = next;
          }
        }"""
    )
    settle(rack_page)


def test_what_is_printed_while_a_control_moves_is_of_one_case(rack_page: Page) -> None:
    """Also what waits for the hand to rest, below the screen too."""
    rack_page.set_viewport_size({"width": 390, "height": 400})
    rest(rack_page)
    slider = rack_page.get_by_role("slider").first
    kinds = ("odds", "evidence")
    before = [part(rack_page, kind).evaluate(SEEN) for kind in kinds]
    assert slider.evaluate(PRINTED) == 0
    printed = [part(rack_page, kind).evaluate(SEEN) for kind in kinds]
    settle(rack_page)
    assert [part(rack_page, kind).evaluate(SEEN) for kind in kinds] == printed != before
