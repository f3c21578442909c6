"""What chapters say of a size without a number, and our sums on assumptions, follow the models."""

from __future__ import annotations

from pathlib import Path

import pytest

from rent_or_sell import evaluate, load_parameters, load_scenarios, rack
from rent_or_sell.book import BOOK
from rent_or_sell.facts.sources import in_words
from rent_or_sell.trainium.figures.aftermath import moved_after_the_article
from rent_or_sell.trainium.signal_reach import signal_reach

BASE = {name: parameter.base for name, parameter in load_parameters().items()}


def test_the_day_of_the_search_is_said_by_the_explorers_alone() -> None:
    day = in_words(BOOK.edition.searched).rpartition(" ")[0]
    for chapter in (Path(__file__).parents[2] / "book").glob("*.md"):
        text = chapter.read_text(encoding="utf-8")
        assert "Explorer(" not in text or day not in text, chapter.name


def test_at_a_rent_a_quarter_lower_the_discount_is_affordable() -> None:
    price = evaluate("parity")["discounted_price_per_chip"]
    quarter, fifth = evaluate(
        "rack", rent_per_chip_hour=[share * BASE["rent_per_chip_hour"] for share in (0.75, 0.8)]
    )["price_floor_per_chip"]
    assert quarter < price < fifth


def test_the_buyers_rate_may_rise_a_little_past_the_middle() -> None:
    own, top = BASE["discount_rate"], load_parameters()["buyer_discount_rate"].high
    middle = (own + top) / 2
    at_middle, past = evaluate("rack", buyer_discount_rate=[middle, middle + 0.01])[
        "deal_surplus_per_chip"
    ]
    assert past < 0 < at_middle


def test_the_best_share_to_offer_is_about_a_twentieth() -> None:
    gain = {
        share: evaluate("fleet", share_offered=share)["policy_gain_total"]
        for share in (0.04, 0.05, 0.06)
    }
    assert max(gain, key=lambda share: gain[share]) == 0.05


def test_the_lost_rental_moves_the_floor_first_by_its_rent() -> None:
    def reach(name: str) -> float:
        parameter = load_parameters()[name]
        ends = evaluate("rack", {name: [parameter.low, parameter.high]})["price_floor_per_chip"]
        return abs(float(ends[1] - ends[0]))

    reaches = {name: reach(name) for name in rack.parameters}
    first, second = sorted(reaches, key=lambda name: reaches[name], reverse=True)[:2]
    assert (first, second) == ("rent_per_chip_hour", "displacement")


def test_of_what_only_nvidia_moves_its_claim_on_power_reaches_furthest() -> None:
    only = [row.key for row in signal_reach().rows if row.cells[1] == "Nvidia response"]
    assert only[0] == "power_rivalry" and len(only) > 1


def fact(address: str) -> float:
    return BOOK.fact(address).number


def test_power_for_a_years_chips_is_their_number_times_what_one_takes() -> None:
    supply = load_parameters()["chip_supply"]
    for row, power in {"SC034": "kw_per_chip", "SC034b": "fleet_kw_per_chip"}.items():
        for end, chips in {"value_low": supply.low, "value_high": supply.high}.items():
            needed = chips * BASE[power] * BASE["pue"]
            assert fact(f"supply_constraints.{row}.{end}") == pytest.approx(needed, abs=0.05)


def test_a_rent_of_all_hours_is_more_for_those_that_are_paid() -> None:
    for end in ("value", "value_high"):
        paid = fact(f"rental_prices.RP039.{end}") / BASE["paid_hours"]
        assert fact(f"rental_prices.RP039b.{end}") == pytest.approx(paid, abs=0.005)


def test_our_rent_is_the_mean_of_the_years_of_the_contract_beside_it() -> None:
    for row, years in {"RP039c": 3, "RP039d": 5, "RP039e": 8}.items():
        rents = [BASE["rent_per_chip_hour"] * (1 - BASE["rent_erosion"]) ** t for t in range(years)]
        assert fact(f"rental_prices.{row}") == pytest.approx(sum(rents) / years, abs=0.005)
    others = ("RP036", "RP041", "RP039b")
    for ours, other in zip(("RP039c", "RP039d", "RP039e"), others, strict=True):
        assert fact(f"rental_prices.{ours}") < fact(f"rental_prices.{other}")
    assert fact("rental_prices.RP041b") < fact("rental_prices.RP039e")  # the one that is lower


def test_the_price_at_parity_is_the_parity_models() -> None:
    price = load_parameters()["reference_rack_price"]
    model = evaluate("parity", reference_rack_price=[price.low, price.base, price.high])
    found = [fact(f"purchase_prices.PP027.{end}") for end in ("value_low", "value", "value_high")]
    assert found == pytest.approx(list(model["discounted_price_per_chip"]), rel=0.005)


def test_a_tpu_does_nearly_twice_the_work_of_a_trainium3() -> None:
    share = fact("accelerators.AC015") / fact("accelerators.AC033")
    assert fact("accelerators.AC033b") == pytest.approx(1 / share, abs=0.005)
    rent = fact("rental_prices.RP041") * share
    assert fact("rental_prices.RP041b") == pytest.approx(rent, abs=0.005)
    price = fact("purchase_prices.PP015.per_chip_usd") * share
    assert fact("purchase_prices.PP015b") == pytest.approx(price, abs=5)
    by_work = evaluate("rack", rent_per_chip_hour=rent, buyer_value_per_chip_hour=rent)
    assert by_work["deal_surplus_per_chip"] < 0


def test_a_price_exists_where_nvidias_rent_or_trainiums_power_is_lower() -> None:
    rent = fact("model_anchors.MA18")
    rival = {"power_rivalry": 1, "reference_rent_per_gpu_hour": [rent, rent + 0.01]}
    at, above = evaluate("rack", rival)["deal_surplus_per_chip"]
    assert above < 0 < at
    # the fans, host and switches that 1.25 kW allows a chip of 1,000 W
    watts = fact("accelerators.AC020") / fact("accelerators.AC019")
    cooler = {"power_rivalry": 1, "kw_per_chip": watts * BASE["kw_per_chip"]}
    assert evaluate("rack", cooler)["deal_surplus_per_chip"] > 0


def test_at_the_loss_that_one_bank_expects_the_room_more_than_halves() -> None:
    loss = fact("tpu_precedent.TP30b") / 100
    assert loss > load_parameters()["credit_loss_share"].high
    with_loss = evaluate("rack", credit_loss_share=loss)["deal_surplus_per_chip"]
    assert 0 < with_loss < evaluate("rack")["deal_surplus_per_chip"] / 2


def test_much_of_the_room_where_a_laboratory_rents_is_the_outside_buyers() -> None:
    lab = evaluate("rack", load_scenarios()["frontier_lab"])
    lifted = lab["price_ceiling_per_chip"] - evaluate("rack")["price_ceiling_per_chip"]
    assert lifted / lab["deal_surplus_per_chip"] == pytest.approx(0.5, abs=0.05)


def test_up_to_a_share_of_the_power_every_chip_sold_is_spare() -> None:
    share = fact("supply_constraints.SC041") / 100
    below, above = (
        evaluate("fleet", trainium_power_share=one)["fleet_displacement"][0]
        for one in (share - 0.001, share + 0.001)
    )
    assert below == pytest.approx(0) and above > 0


def test_what_was_not_found_again_says_so_in_over_two_dozen_rows() -> None:
    tables = [BOOK.load_table(name) for name in BOOK.facts.names]
    notes = [note for table in tables if "note" in table for note in table["note"].dropna()]
    assert 24 < sum("ot found again" in note for note in notes) < 30


def test_the_discount_that_a_floor_allows_is_that_of_the_models() -> None:
    full = evaluate("parity", parity_discount=0)["discounted_price_per_chip"]
    allowed = 1 - evaluate("rack")["price_floor_per_chip"] / full
    assert fact("model_anchors.MA19") == pytest.approx(100 * allowed, abs=0.05)


def test_racks_outside_the_clouds_are_owed_most_of_what_is_named() -> None:
    leased, *clouds = (fact(f"commitments.{row}") for row in ("CM29", "CM30", "CM24"))
    assert leased > max(clouds)
    assert leased < sum(clouds) < fact("commitments.CM25")


def test_all_that_openai_was_promised_is_paid() -> None:
    paid = sum(fact(f"commitments.{row}") for row in ("CM15", "CM15c", "CM27"))
    promised = fact("commitments.CM15") + fact("commitments.CM15b")
    assert fact("commitments.CM27b") == pytest.approx(paid) == pytest.approx(promised)


def test_the_rent_of_amazons_payback_gives_less_than_amazon_states() -> None:
    words = BOOK.model("market").evaluate(load_scenarios()["amazon_words"])
    assert words["internal_run_rate"] < fact("amazon_statements.JL01")


def test_aws_rent_reaches_further_than_what_is_short() -> None:
    def reach(name: str) -> float:
        parameter = load_parameters()[name]
        low, high = evaluate("rack", {name: [parameter.low, parameter.high]})[
            "deal_surplus_per_chip"
        ]
        return abs(float(high - low))

    buyer, rent, short = map(
        reach, ("buyer_value_per_chip_hour", "rent_per_chip_hour", "displacement")
    )
    assert buyer > rent > short
    rows = [row.key for row in signal_reach().rows]
    assert rows[:2] == ["buyer_value_per_chip_hour", "displacement"]
    assert "rent_per_chip_hour" not in rows


def test_five_figures_are_higher_since_the_article() -> None:
    (bars,) = moved_after_the_article().data
    *grown, buyers = bars.x
    assert len(grown) == 5 and min(grown) > 0 and buyers == 0
