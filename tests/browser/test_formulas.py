"""Formulas fold, open for links, and are found by name, words and symbols, from a disk too."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from readers import kept

from rent_or_sell import parity, rack

# The formulas that the page has: of each model its own and those that it reads.
ALL = len({*rack.equations, *parity.equations})

# A link followed on the page, until the page knows: the browser opens a fold by itself before that.
FOLLOW = kept("""link => new Promise((followed) => {
  addEventListener("hashchange", followed, { once: true });
  link.click();
})""")

ON_TOP = """name => {
  const { left, top, right, bottom } = name.getBoundingClientRect();
  return name.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
}"""


@pytest.fixture(scope="module")
def address(small_book: Path) -> str:
    """The address, on the disk, of a page with the formulas of two models."""
    return (small_book / "formulas.html").as_uri()


def box(page: Page) -> Locator:
    return page.get_by_role("searchbox", name="Find a formula")


def shown(page: Page) -> list[str]:
    """Return the names of the formulas that a reader sees."""
    names = page.locator(".quantity:visible .quantity-name code")
    return names.all_inner_texts()


def test_all_is_folded_until_a_reader_opens_it(desk: Page) -> None:
    assert shown(desk) == []
    desk.get_by_text("What both lives share").click()
    assert shown(desk) == ["build_cost", "rack_power", "discount_factor"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("net_price_factor", {"net_price_factor", "price_floor_per_chip"}),
        ("the BUYER keeps", {"buyer_gain"}),
        ("the buyer's ceiling", {"price_ceiling_per_chip", "buyer_value_needed"}),
        ("z", {"rental_at_stake"}),
        ("c_e", {"power_per_year"}),
        ("parity price", {"parity_rack_price", "discounted_price_per_pflop"}),
    ],
)
def test_formulas_are_found_by_name_words_and_symbols(
    desk: Page, query: str, found: set[str]
) -> None:
    box(desk).fill(query)
    assert set(shown(desk)) == found
    expect(desk.locator(".formula-search output")).to_have_text(f"{len(found)} of {ALL} formulas")


def test_a_search_hides_the_rest_of_its_section_alone_and_gives_it_back(desk: Page) -> None:
    desk.get_by_text("The rack sold").click()
    before = shown(desk)
    box(desk).fill("parity")
    expect(desk.get_by_role("heading", name="Parity")).to_be_visible()
    expect(desk.get_by_role("heading", name="Assumptions")).to_be_visible()
    expect(desk.locator(".dependency-graph")).to_be_hidden()
    box(desk).fill("no such formula")
    assert shown(desk) == []
    expect(desk.locator(".formula-search output")).to_have_text(f"None of {ALL} formulas")
    expect(desk.get_by_role("heading", name="Rack", exact=False).last).to_be_hidden()
    box(desk).fill("")
    assert shown(desk) == before
    expect(desk.locator(".dependency-graph")).to_be_visible()
    expect(desk.locator(".formula-search output")).to_be_empty()


def test_a_word_said_again_is_looked_for_once(desk: Page) -> None:
    looked = desk.evaluate(
        """(query) => {
          let count = 0;
          for (const name of ["includes", "replaceAll"]) {
            const own = String.prototype[name];
            String.prototype[name] = function (...given) {
              count += 1;
              return own.apply(this, given);
            };
          }
          const input = document.querySelector(".formula-search input");
          input.value = query;
          input.dispatchEvent(new Event("input"));
          return count;
        }""",
        "price " * 20_000,
    )
    assert 0 < looked <= ALL + 1  # in each formula, and once as a symbol
    assert shown(desk)


def test_links_open_the_fold_of_their_formula_even_in_a_search(desk: Page) -> None:
    desk.locator(".dependency-graph").get_by_text("npv_rent", exact=True).evaluate(FOLLOW)
    expect(desk.locator("#quantity-npv_rent")).to_be_in_viewport()
    box(desk).fill("forgone")
    desk.locator("#quantity-forgone .reads").get_by_text("rental_at_stake").click()
    expect(desk.locator("#quantity-rental_at_stake")).to_be_in_viewport()
    assert box(desk).input_value() == ""


def test_a_link_leads_back_to_a_fold_that_was_closed_meanwhile(desk: Page) -> None:
    link = desk.locator(".dependency-graph").get_by_text("npv_rent", exact=True)
    for _ in range(2):
        link.click()
        expect(desk.locator("#quantity-npv_rent")).to_be_in_viewport()
        desk.locator("details:has(#quantity-npv_rent) summary").click()


def test_an_address_opens_the_fold_of_its_formula(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}#quantity-price_floor_per_chip")
    name = page.locator("#quantity-price_floor_per_chip .quantity-name code")
    expect(name).to_be_in_viewport()
    assert name.evaluate(ON_TOP), "something lies over the formula"
    context.close()


def test_without_scripts_folds_open_links_lead_in_and_no_dead_box_stands(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}#quantity-npv_sell")
    expect(page.locator("#quantity-npv_sell")).to_be_visible()
    expect(page.locator(".formula-search")).to_be_hidden()
    page.get_by_text("What both lives share").click()
    expect(page.locator("#quantity-build_cost")).to_be_visible()
    context.close()


def test_paper_shows_every_formula(desk: Page) -> None:
    desk.emulate_media(media="print")
    assert len(shown(desk)) == ALL
    assert not desk.locator(".formula-search").is_visible()
