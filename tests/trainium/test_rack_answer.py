"""The rack's answer: a verdict and a sentence for every case, and no two that disagree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from rent_or_sell import load_parameters
from rent_or_sell.book import BOOK
from rent_or_sell.explorer.sentence import Sentence, say
from rent_or_sell.model.parameters import base_values
from rent_or_sell.numbers.number_format import format_number
from rent_or_sell.trainium.views.bundle import STEPS
from rent_or_sell.trainium.views.rack import DEAL, ONE_RACK_SOLD, SALE
from rent_or_sell.trainium.views.rack_answer import (
    ANSWER,
    CEILING,
    FLOOR,
    GAIN,
    LEAD,
    NEAR,
    NEITHER,
    PRICE,
    RENT,
    SELL,
    SHOWN,
    STAKE,
    STOP,
    TIPS,
    TOO_HIGH,
    TOO_LOW,
    TOSS_UP,
    UNDEFINED,
    VERDICT,
)

RACK = BOOK.model("rack")
DEAR, CHEAP = {PRICE: 30_000.0}, {PRICE: 17_000.0}
CHEAP_RENT, NO_FACTOR = {"rent_per_chip_hour": 0.5}, {"selling_share": 1.0, "warranty_share": 0.2}
OFTEN = "racks sold would have been rented anyway"


def words(sentence: Sentence, values: dict[str, float]) -> str:
    return "".join(piece.text for piece in say(sentence, values))


def values_at(changes: dict[str, float]) -> dict[str, float]:
    return base_values(load_parameters()) | RACK.evaluate(changes) | changes


def scenarios(count: int, seed: int) -> Iterator[dict[str, float]]:
    """Parameters and results of random cases, every third of them at the ends of the ranges."""
    random = np.random.default_rng(seed)
    parameters = [load_parameters()[name] for name in RACK.parameters]
    shares = random.uniform(0, 1, (len(parameters), count))
    shares[:, ::3] = shares[:, ::3].round()
    draws = {p.name: p.low + (p.high - p.low) * shares[i] for i, p in enumerate(parameters)}
    found = draws | RACK.evaluate(draws)
    for case in range(count):
        yield {name: float(np.broadcast_to(all_, count)[case]) for name, all_ in found.items()}


@pytest.mark.parametrize(
    ("changes", "verdict", "said"),
    [
        ({}, SELL, f"at $22,000 a chip Amazon gains $0.13 M a rack. It stops paying when 6 in 10 {OFTEN}"),
        ({"displacement": 0.594}, TOSS_UP, f"gains nor loses. It pays if fewer than 6 in 10 {OFTEN}"),
        ({"displacement": 0.7}, TOO_LOW, f"loses $0.14 M a rack. It starts paying when fewer than 6 in 10 {OFTEN}"),
        ({"displacement": 1}, RENT, "Do not sell at $22,000 a chip: Amazon loses $0.55 M a rack."),
        ({"displacement": 0, "buyer_value_per_chip_hour": 0.9}, NEITHER, "Do not sell: Amazon needs"),
        ({"rent_per_chip_hour": 1}, SELL, "It would pay even if every rack sold"),
        ({PRICE: 15_000}, TOO_LOW, "It would lose even if no rack sold"),
        ({PRICE: 16_350}, TOO_LOW, "It would pay only if hardly any would"),
        (DEAR, TOO_HIGH, "can pay $24,000 at most. Between $21,100 and that, both would gain."),
        ({PRICE: 24_000}, TOSS_UP, "$24,000 a chip is about the most that this buyer can pay"),
        ({PRICE: 25_000, "rent_per_chip_hour": 1.6}, RENT, "It takes one to whom a chip-hour is worth $1.59"),
        ({"power_rivalry": 1}, RENT, "Amazon needs $21,100 a chip, and this buyer can pay $19,900"),
        ({"power_rivalry": 1, "reference_rent_per_gpu_hour": 5}, RENT, "an Nvidia rack would earn it more"),
        ({"buyer_value_per_chip_hour": 0}, RENT, "this buyer would pay nothing"),
        (CHEAP_RENT, SELL, "a rack brings Amazon $0.80 M; rented out it would lose money"),
        (CHEAP_RENT | {PRICE: 15_000}, NEITHER, "loses $0.18 M, and rented out it loses money too"),
        (CHEAP_RENT | DEAR, TOO_HIGH, "Rented out, a rack would lose money"),
        (NO_FACTOR, RENT, "the costs of selling take the whole price"),
    ],
)  # fmt: skip
def test_the_answer_says_first_whether_to_sell_then_why_and_until_when(
    changes: dict[str, float], verdict: str, said: str
) -> None:
    values = values_at(changes)
    assert words((VERDICT,), values) == verdict
    assert said in words(LEAD, values)


def test_what_is_not_defined_has_no_answer() -> None:
    values = values_at({}) | {GAIN: float("nan"), CEILING: float("nan")}
    assert words((VERDICT,), values) == UNDEFINED
    assert "there is no answer to give" in words(ANSWER, values)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "Amazon gains $0.13 M a rack over not selling it, the buyer keeps $0.33 M."),
        ({}, "is worth $1.32; to this one it is worth $1.45, and AWS rents it out for $1.20."),
        ({"displacement": 0.7}, "A narrow zone"),
        ({"displacement": 0.9}, "It lacks little"),
        ({"displacement": 1}, "No deal at any price"),
        (DEAR, "No buyer at this price"),
        (CHEAP, "Selling loses at this price, though a deal exists"),
        (NO_FACTOR, "No floor"),
        (CHEAP_RENT | {PRICE: 15_000}, "Neither life pays"),
    ],
)
def test_the_price_line_says_the_first_case_that_holds(
    changes: dict[str, float], said: str
) -> None:
    assert said in words(DEAL, values_at(changes))


def test_verdict_sentence_and_results_agree_in_every_case() -> None:
    seen: Counter[str] = Counter()
    for one in scenarios(4_000, 3):
        verdict, said = words((VERDICT,), one), words(LEAD, one)
        seen[verdict] += 1
        price, floor, ceiling = one[PRICE], one[FLOOR], one[CEILING]
        assert said.startswith("Sell:") == (verdict == SELL), one
        assert said.startswith("Do n") == (verdict in (RENT, NEITHER, TOO_HIGH, TOO_LOW)), one
        assert said.startswith("Too close") == (verdict == TOSS_UP), one
        if verdict == SELL:
            assert floor <= price <= ceiling, one
            assert one["npv_sell" if one[STAKE] < 0 else GAIN] >= SHOWN, one
        if verdict in (TOO_HIGH, TOO_LOW):
            assert floor < ceiling, one
            assert price > ceiling or one[GAIN] < 0, one
        if verdict == RENT:
            assert ceiling <= floor, one
            assert one["displacement"] > 0, "where nothing can be rented, it is not said"
            assert one["npv_rent"] > 0, one
        if "It stops paying when" in said:
            assert format_number(one[TIPS], "of ten") in said
            assert one["displacement"] < one[TIPS], one
        if "It starts paying when" in said:
            assert one["displacement"] > one[TIPS], one
        says_a_share = OFTEN in said and format_number(one[TIPS], "of ten") in said
        assert bool(words(STOP.words, one)) == says_a_share, "the mark stands where it is said"
        if one[STAKE] < 0:
            assert "Amazon gains" not in said, "a spared loss is no gain from selling"
    assert all(seen[word] > 10 for word in (SELL, RENT, NEITHER, TOSS_UP, TOO_HIGH, TOO_LOW)), seen


def test_no_sentence_says_a_negative_amount_or_two_prices_alike() -> None:
    """A minus is said in words, and prices that differ read apart."""
    sentences = [LEAD, ANSWER[len(LEAD) :], DEAL, ONE_RACK_SOLD, STEPS.title]
    sentences += [side.words for side in SALE.sides]
    for one in scenarios(1_500, 11):
        for sentence in sentences:
            pieces = say(sentence, one)
            assert "−" not in "".join(piece.text for piece in pieces), one
            prices = {piece.text: one[piece.name] for piece in pieces if piece.code == "$,.3r"}
            named = {one[piece.name] for piece in pieces if piece.code == "$,.3r"}
            assert len(prices) == len(named), (prices, named)


def test_the_answer_never_sounds_like_a_deal_where_no_buyer_can_pay() -> None:
    for one in scenarios(1_500, 7):
        said = words(LEAD, one)
        if one["buyer_gain"] < -NEAR:
            assert "Sell:" not in said, one
            assert "this buyer" in said or "costs of selling" in said, one


@pytest.mark.parametrize("name", ["rack", "verdict", "rival", "watch-list", "bundle", "answers"])
def test_every_view_of_the_rack_says_the_same_answer_first(name: str) -> None:
    view = BOOK.view(name)
    assert view.answer[: len(LEAD)] == LEAD
