"""What a reader does to a control moves the answer, and the answer alone is read out."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect
from readers import Reader, box, catch_up, explorer, link, shown, slider, write

from rent_or_sell import evaluate, rack
from rent_or_sell.explorer.page import ABOVE

pytestmark = pytest.mark.engines

LONG = 60_000  # milliseconds by the page’s own clock, which no test waits for


def test_slider_moves_the_answer(reader: Reader) -> None:
    root = explorer(reader.open("index"))
    before = root.locator(".answer").inner_text()
    slider(root, "attach_rate").focus()
    for _ in range(20):
        reader.page.keyboard.press("ArrowRight")
    expect(box(root, "attach_rate")).to_have_value("0.40")
    wanted = evaluate("rack", {"attach_rate": 0.4})["npv_rent"]
    assert shown(root, "npv_rent") == pytest.approx(wanted)
    assert root.locator(".answer").inner_text() != before
    expect(root.locator(".changed-summary")).to_have_text(
        f"1 of {len(rack.parameters)} assumptions changed"
    )


def test_answer_is_announced_once_it_rests(reader: Reader) -> None:
    page = reader.open("index")
    page.clock.install()
    page.clock.pause_at(datetime.now() + timedelta(days=1))
    root = explorer(page)
    status = root.locator(".announcement")
    slider(root, "attach_rate").focus()
    for typed in ("0.21", "0.22"):
        page.keyboard.press("ArrowRight")
        expect(box(root, "attach_rate")).to_have_value(typed)
        expect(status).to_have_text("")
    page.clock.run_for(LONG)
    expect(status).to_have_text(root.locator(".answer").inner_text())


def test_what_a_move_changes_elsewhere_is_told_to_who_asks_there(reader: Reader) -> None:
    page = reader.open("answers")
    root = page.locator(".explorer")
    said, settled = root.locator(".solve-said"), root.locator("[data-settle=one]")
    before = said.inner_text()
    slider(root, "displacement").press("ArrowLeft")
    catch_up(root)
    expect(said).not_to_have_text(before)
    for region in (said, settled):
        expect(region).to_have_attribute("aria-live", "off")
    root.locator(".solve-parameter").select_option("attach_rate")
    expect(said).to_have_attribute("aria-live", "polite")
    root.get_by_role("button", name="Swap").click()
    expect(settled).to_have_attribute("aria-live", "polite")


def test_typed_value_may_leave_the_slider_but_not_the_limits(reader: Reader) -> None:
    root = explorer(reader.open("index"))
    rent = box(root, "rent_per_chip_hour")
    write(rent, "3.5")
    rent.press("Enter")
    expect(rent).to_have_value("3.50")
    wanted = evaluate("rack", {"rent_per_chip_hour": 3.5})["npv_rent"]
    assert shown(root, "npv_rent") == pytest.approx(wanted)
    complaint = root.locator('[data-parameter="rent_per_chip_hour"] .complaint')
    for wrong in ("1000", "many", "-1", ""):
        write(rent, wrong)
        rent.press("Enter")
        expect(complaint).to_contain_text(f"“{wrong}” is")
        expect(complaint).to_contain_text("give a number from 0.00 to 100.00")
        assert shown(root, "npv_rent") == pytest.approx(wanted)


def test_resets_and_scenarios(reader: Reader) -> None:
    root = explorer(reader.open("index", link({"attach_rate": 0.4, "displacement": 1})))
    root.get_by_role("button", name="Reset all").click()
    expect(root.locator(".changed-summary")).to_have_text("Nothing changed from the base case")
    assert shown(root, "npv_rent") == pytest.approx(evaluate("rack")["npv_rent"])
    root.locator(".meanings > summary").click()
    enterprise = root.get_by_role("button", name="Enterprise")
    enterprise.click()
    expect(enterprise).to_have_attribute("aria-pressed", "true")
    root.locator(".changed-list").get_by_role("button", name="Reset Attach rate").click()
    expect(enterprise).to_have_attribute("aria-pressed", "false")
    wanted = evaluate("rack", {"rent_per_chip_hour": 1.6})["npv_rent"]
    assert shown(root, "npv_rent") == pytest.approx(wanted)


def test_a_line_of_what_was_changed_stays_while_its_value_moves(reader: Reader) -> None:
    page = reader.open("index")
    root = explorer(page)
    slider(root, "displacement").focus()
    page.keyboard.press("ArrowRight")
    line = root.locator(".changed-list > li")
    before = line.inner_text()
    kept = line.element_handle()
    page.keyboard.press("ArrowRight")
    expect(line).not_to_have_text(before)
    assert line.evaluate("(line, kept) => line === kept", kept)


def test_a_second_explorer_has_the_evidence_of_the_first(reader: Reader) -> None:
    page = reader.open("workbench")
    said = """root => [...root.querySelectorAll("[data-parameter] .evidence")].map(each =>
      [each.closest("[data-parameter]").dataset.parameter, each.innerHTML.trim()]).sort()"""
    first, second = (explorer(page, f"rack-{one}") for one in ("workbench", "saturating"))
    assert len(first.evaluate(said)) > 30
    assert second.evaluate(said) == first.evaluate(said)
    assert page.request.get(page.url).text().count(ABOVE) > 30
