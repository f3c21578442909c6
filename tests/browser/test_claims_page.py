"""A mark opens its claim's card and leads to its row, and the row back to the marked place."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect
from readers import rest, wait_until

IS_ON_TOP = """(() => {
  const mark = document.querySelector("#claim-AC32");
  const { x, y, width, height } = mark.getBoundingClientRect();
  return mark.contains(document.elementFromPoint(x + width / 2, y + height / 2));
})()"""


def test_mark_leads_to_the_row_and_back(page: Page, site: str) -> None:
    page.goto(f"{site}/book/bundle.html")
    page.get_by_role("link", name="Claim 32:").first.click()
    row = page.locator("tr#AC32")
    expect(row).to_be_in_viewport(ratio=1)
    expect(row).to_contain_text("A rack customer won may be cloud revenue lost")
    row.get_by_role("link", name="The cloud bundle is the richer prize").click()
    mark = page.locator("#claim-AC32")
    expect(mark).to_be_in_viewport(ratio=1)
    # The header does not hide the place, once the page has scrolled to it.
    wait_until(page, IS_ON_TOP)


def test_a_mark_opens_the_claims_card_by_mouse_keys_and_finger(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(f"{site}/book/bundle.html")
    mark = page.get_by_role("link", name="Claim 32:").first
    card = page.locator(".number-note:popover-open")
    for opens in (mark.hover, mark.focus, mark.tap):
        opens()
        expect(card).to_contain_text("Claim 32 A rack customer won may be cloud revenue lost")
        expect(card.locator(".source-mark").first).to_have_attribute(
            "href", re.compile("^https://")
        )
        page.keyboard.press("Escape")
        expect(card).to_have_count(0)
        mark.blur()
    mark.tap()
    card.get_by_role("link", name="This claim among the others").tap()
    page.wait_for_url("**/claims.html#AC32")
    context.close()


def test_every_link_of_the_list_has_its_place(page: Page, site: str) -> None:
    page.goto(f"{site}/book/claims.html")
    links = page.locator("table.claims .treated a").evaluate_all(
        "links => links.map(link => link.href)"
    )
    by_page: dict[str, set[str]] = {}
    for link in links:
        address, _, anchor = link.partition("#")
        by_page.setdefault(address, set()).add(anchor)
    for address, anchors in by_page.items():
        page.goto(address)
        there = page.locator('[id^="claim-AC"]').evaluate_all("marks => marks.map(m => m.id)")
        assert anchors <= set(there), address


def test_claims_are_readable_on_a_phone(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site}/book/claims.html")
    rest(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
