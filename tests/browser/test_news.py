"""Rehearsed news: which worlds are left, what their answers are, and what is left of the bars."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from explorer_files import files_of, open_again, open_files
from playwright.sync_api import Browser, Locator, Page, expect
from readers import catch_up, follow

from rent_or_sell import Explorer, View, rack
from rent_or_sell.answers.conditions import hold
from rent_or_sell.answers.draws import COUNT, draw_worlds
from rent_or_sell.explorer.parts.odds.words import counted, missing_said
from rent_or_sell.explorer.widget import Explorer as Widget
from rent_or_sell.trainium.views.evidence import REHEARSED
from rent_or_sell.trainium.views.odds import DEAL, FLOOR, IN_THE_ZONE, ODDS
from rent_or_sell.trainium.views.verdict import VERDICT_CARD
from rent_or_sell.trainium.views.watch_list import ROOM

pytestmark = pytest.mark.engines

SPREADS = [spread.name for spread in ODDS.spreads]
PIECES = {news.label: news for signal in REHEARSED.signals for news in signal.news}
BID, POWER, CHIPS, LATE = (
    next(name for name in PIECES if words in name)
    for words in ("buyer bids", "Power", "Chips", "late")
)


def explorer() -> Widget:
    return Explorer(view=View("rack", "rack", ("displacement",), parts=(REHEARSED, ROOM)))


@pytest.fixture(scope="module")
def shared(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page with the news above a tornado, and its complaints."""
    page, complaints = open_files(browser, files_of([explorer()]))
    yield page, complaints
    page.close()


@pytest.fixture
def opened(shared: tuple[Page, list[str]]) -> Iterator[Page]:
    """The page, opened anew; at the end nothing was complained of."""
    page, complaints = shared
    open_again(page)
    yield page
    assert complaints == []


def press(page: Page, *names: str) -> None:
    for name in names:
        page.get_by_role("button", name=name).press("Enter")


def turn(page: Page, **changes: float) -> None:
    """Set assumptions by a link, and wait until what rests upon them is drawn."""
    follow(page, f"#explorer=rack&{'&'.join(f'{name}={value}' for name, value in changes.items())}")
    catch_up(page.locator(".explorer"))
    expect(page.locator('[aria-busy="true"]')).to_have_count(0)


def said(page: Page) -> Locator:
    return page.locator(".news-said")


def value(locator: Locator) -> float:
    return float(locator.get_attribute("data-value") or "nan")


def test_news_keeps_the_worlds_in_which_it_is_heard(opened: Page) -> None:
    after = opened.locator("[data-after]")
    expect(after).to_have_text(["–"] * 5)
    press(opened, BID)
    worlds = draw_worlds(rack, SPREADS)
    heard = hold(PIECES[BID].when, worlds.values)
    expect(said(opened)).to_contain_text(f"{np.count_nonzero(heard):,} of {COUNT:,} worlds")
    deal = np.mean(hold(DEAL.when, worlds.values)[heard])
    zone = np.mean(hold(IN_THE_ZONE.when, worlds.values)[heard])
    expect(said(opened).locator("b")).to_have_text(
        f"Then in {counted(float(deal))} of 100 of our assumed worlds {DEAL.words}; "
        f"in {counted(float(zone))} {IN_THE_ZONE.words}. "
    )
    assert value(after.nth(1)) == pytest.approx(zone, rel=1e-12)
    medians = [worlds.percentiles(name, (0.5,), heard)[0] for name in SPREADS]
    assert [value(after.nth(2 + place)) for place in range(3)] == pytest.approx(medians, rel=1e-9)
    press(opened, BID)
    expect(after).to_have_text(["–"] * 5)
    expect(said(opened)).to_have_text(REHEARSED.hint)


@pytest.mark.parametrize("price", [18_000, 22_000, 25_500])
def test_the_news_starts_from_the_odds_in_every_state(browser: Browser, price: float) -> None:
    """Pressed right after a move, it says of the case without the news what odds and verdict say."""
    view = View("rack", "rack", ("displacement",), parts=(REHEARSED, ODDS, VERDICT_CARD))
    page, complaints = open_files(browser, files_of([Explorer(view=view)]))
    follow(page, f"#explorer=rack&sale_price_per_chip={price}")
    press(page, BID)
    catch_up(page.locator(".explorer"))
    expect(page.locator(".odds [data-count]")).to_have_text(f"{COUNT:,}")
    counts = page.locator("[data-event]").all_text_contents()
    assert page.locator("[data-odds]").all_text_contents() == counts
    expect(said(page)).to_contain_text(f"Without the news in {' and in '.join(counts)}. ")
    folded = page.locator("[data-before]").all_text_contents()[:2]
    assert folded == [f"{count} of 100" for count in counts]
    assert complaints == []
    page.close()


def test_few_worlds_and_none_are_said(opened: Page) -> None:
    turn(opened, sale_price_per_chip=27_000)
    press(opened, BID, POWER)
    expect(said(opened)).to_contain_text("So few say little")
    press(opened, CHIPS)
    expect(said(opened)).to_contain_text("No world of ours has this")
    expect(opened.locator("[data-after]")).to_have_text(["–"] * 5)


def test_worlds_without_a_floor_are_counted_in_words(opened: Page) -> None:
    missing = opened.locator("[data-missing]")
    case = {"selling_share": 1.0, "sale_price_per_chip": 16_000.0}
    turn(opened, **case)
    worlds = draw_worlds(rack, SPREADS, case)
    shares = [(worlds.undefined(FLOOR), "there is no floor")]
    assert 0 < shares[0][0] < 1
    expect(missing).to_have_text(missing_said(shares, "our worlds"))
    press(opened, CHIPS)
    heard = hold(PIECES[CHIPS].when, worlds.values)
    among = [(worlds.undefined(FLOOR, heard), "there is no floor")]
    expect(said(opened)).to_contain_text(missing_said(among, "them"))
    turn(opened)
    expect(missing).to_have_text("")


def test_news_marks_what_it_leaves_of_each_bar_that_it_bears_on(opened: Page) -> None:
    marked = opened.locator(".tornado-row.is-heard")
    press(opened, POWER)
    assert rows(marked) == ["displacement"]
    shapes = marked.locator(".tornado-below, .tornado-above, .tornado-left-over").evaluate_all(
        "all => all.map((one) => ['x', 'width'].map((name) => parseFloat(one.getAttribute(name))))"
    )
    (start, below), (_, above), (from_, left) = shapes
    # The floor falls with displacement: what is left of the bar is its upper end.
    assert from_ + left == pytest.approx(start + below + above, abs=0.02)
    assert 0 < left < below + above
    press(opened, LATE)
    assert rows(marked) == ["displacement", "rent_erosion"]
    press(opened, POWER)
    assert rows(marked) == ["rent_erosion"]


def test_news_of_a_result_bears_on_what_could_turn_it_and_follows_the_case(opened: Page) -> None:
    press(opened, BID)
    marked = opened.locator(".tornado-row.is-heard")
    assert "buyer_value_per_chip_hour" in rows(marked)
    assert "displacement" not in rows(marked), "the buyer's ceiling does not read it"
    left_over = marked.first.locator(".tornado-left-over")
    before = left_over.get_attribute("x")
    turn(opened, sale_price_per_chip=24_500)
    assert left_over.get_attribute("x") != before


def test_without_javascript_nothing_is_dead(browser: Browser) -> None:
    page, _ = open_files(browser, files_of([explorer()]) | {"explorer.js": ""})
    expect(page.locator(".news").get_by_role("button")).to_have_count(0)
    page.close()


def rows(marked: Locator) -> list[str]:
    return list(marked.evaluate_all("all => all.map((row) => row.dataset.row).sort()"))
