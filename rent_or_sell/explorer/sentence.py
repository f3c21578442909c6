"""The answer sentences: which words hold for which results, written once for Python and browser.

A sentence is made of groups; of each group the first case that holds is said. A case holds when
all its conditions do: (left, comparison, right), each side the name of a parameter or a result, or
a number. A result that is not defined compares as false. `{name:code}` is a value in the text,
written by `rent_or_sell.numbers.number_format`.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rent_or_sell.numbers.number_format import format_number

_COMPARISONS = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_PLACEHOLDER = re.compile(r"\{(\w+):([^}]+)\}")


@dataclass(frozen=True)
class Case:
    """Words, and the conditions under which they are said."""

    text: str
    when: tuple[tuple[str | float, str, str | float], ...] = ()


@dataclass(frozen=True)
class Piece:
    """A part of a sentence: plain words, or a value with its name and number format."""

    text: str
    name: str = ""
    code: str = ""


Sentence = tuple[tuple[Case, ...], ...]

_RACK: Sentence = (
    (
        Case(
            "Selling never pays here: the costs of selling take more than the whole price.",
            (("net_price_factor", "<=", 0),),
        ),
        Case(
            "Neither life pays: a rack loses {npv_rent:|$,.3r} rented through AWS, and "
            "{npv_sell:|$,.3r} sold at {sale_price_per_chip:$,.3r} a chip.",
            (("npv_rent", "<", 0), ("npv_sell", "<", 0)),
        ),
        Case(
            "No buyer at any price: running the rack costs an outside buyer more than it brings.",
            (("price_ceiling_per_chip", "<=", 0),),
        ),
        Case(
            "No price suits both: Amazon needs {price_floor_per_chip:$,.3r} a chip, and an outside "
            "buyer can pay {price_ceiling_per_chip:$,.3r} at most.",
            (("price_ceiling_per_chip", "<=", "price_floor_per_chip"),),
        ),
        Case(
            "No buyer at {sale_price_per_chip:$,.3r} a chip: an outside buyer can pay up to "
            "{price_ceiling_per_chip:$,.3r}. Amazon would sell above {price_floor_per_chip:$,.3r}.",
            (("sale_price_per_chip", ">", "price_ceiling_per_chip"),),
        ),
        Case(
            "Selling at {sale_price_per_chip:$,.3r} a chip loses {gain_from_selling:|$,.3r} a rack, "
            "though a deal exists: Amazon needs {price_floor_per_chip:$,.3r}, and an outside buyer "
            "can pay up to {price_ceiling_per_chip:$,.3r}.",
            (("sale_price_per_chip", "<", "price_floor_per_chip"),),
        ),
        Case(
            "Sell only above {price_floor_per_chip:$,.3r} a chip; an outside buyer can pay up to "
            "{price_ceiling_per_chip:$,.3r}. At {sale_price_per_chip:$,.3r} Amazon gains "
            "{gain_from_selling:$,.3r} a rack, and the buyer keeps {buyer_gain:$,.3r}.",
            (("sale_price_per_chip", ">=", "price_floor_per_chip"),),
        ),
        Case("These assumptions leave a price undefined, so there is no answer to give."),
    ),
    (
        Case(
            " A deal needs a buyer to whom a chip-hour is worth {buyer_premium_needed:.0%} more "
            "than AWS’s own rent.",
            (("buyer_premium_needed", ">=", 0.005),),
        ),
        Case(
            " A deal needs no buyer who values a chip-hour above AWS’s own rent.",
            (("buyer_premium_needed", "<", 0.005),),
        ),
    ),
    (
        Case(
            " A narrow zone: the two prices lie within a tenth of the build cost.",
            (("deal_surplus_share", "<", 0.1), ("deal_surplus_share", ">", -0.1)),
        ),
    ),
)

_FLEET: Sentence = (
    (
        Case(
            "Chips bind: in six years {supply_total:.3r} million are made, fewer than AWS could "
            "power and rent out.",
            (("supply_total", "<", "powered_total"), ("supply_total", "<", "wanted_total")),
        ),
        Case(
            "Power binds: in six years AWS gets {supply_total:.3r} million chips and can switch on "
            "{powered_total:.3r} million.",
            (("powered_total", "<=", "wanted_total"),),
        ),
        Case(
            "Demand binds: in six years AWS gets {supply_total:.3r} million chips and its customers "
            "want {wanted_total:.3r} million.",
        ),
    ),
    (
        Case(" Nothing is sold outside.", (("sold_total", "<=", 0),)),
        Case(
            " Of {sold_total:.2r} million sold outside, {displaced_total:.2r} million would have "
            "been rented out.",
            (("displaced_total", ">=", 0.005),),
        ),
        Case(" The {sold_total:.2r} million sold outside cost AWS customers no chip."),
    ),
    (
        Case(
            " Offering {share_offered:.0%} of output outside loses {policy_gain_total:|$,.3r} "
            "billion over six years.",
            (("policy_gain_total", "<", 0),),
        ),
        Case(
            " Offering {share_offered:.0%} of output outside gains {policy_gain_total:$,.3r} "
            "billion over six years.",
            (("policy_gain_total", ">", 0),),
        ),
    ),
)

_MARKET: Sentence = (
    (
        Case(
            "A year’s output at {sale_price_per_chip:$,.3r} a chip comes to "
            "{merchant_run_rate:$,.3r} billion; a year of rent on the chips in service, to "
            "{internal_run_rate:$,.3r} billion. The first counts a chip’s whole life at once, the "
            "second one year of it."
        ),
    ),
)

_PARITY: Sentence = (
    (
        Case(
            "At {parity_rack_price:$,.3r} a Trainium rack costs as much per FP8 PFLOP as Nvidia’s; "
            "less {parity_discount:.0%}, it is {discounted_rack_price:$,.3r}, or "
            "{discounted_price_per_chip:$,.3r} a chip."
        ),
    ),
)

# The lines of each model's explorer: what it counts, and its answer.
SENTENCES: Mapping[str, Mapping[str, Sentence]] = {
    "rack": {
        "kicker": ((Case("Per rack of {chips:,.0f} Trainium3 chips, present value"),),),
        "answer": _RACK,
    },
    "fleet": {
        "kicker": ((Case("All Trainium chips, 2026 to 2031"),),),
        "answer": _FLEET,
    },
    "market": {
        "kicker": ((Case("All of Amazon’s custom chips, a year"),),),
        "answer": _MARKET,
        "parts": (
            (
                Case(
                    "The larger is {run_rate_ratio:.2f} times the smaller: a chip’s price is "
                    "{price_over_yearly_rent:.2f} years of its rent, and a year’s output is "
                    "{output_over_fleet:.2f} times the fleet in service. The difference is timing "
                    "and mix, not profit."
                ),
            ),
        ),
    },
    "parity": {
        "kicker": ((Case("Per rack of {chips:,.0f} Trainium3 chips, dense FP8 only"),),),
        "answer": _PARITY,
    },
}

CAVEATS: Mapping[str, str] = {
    "rack": (
        "What a chip-hour is worth to an outside buyer is a calibration, not evidence. No rack "
        "price, Trainium3 rent or attach rate is public."
    ),
    "parity": "At FP4 Nvidia is far ahead; this compares FP8 alone.",
}


def say(sentence: Sentence, values: Mapping[str, float]) -> list[Piece]:
    """Return the sentence for these parameters and results, in pieces."""
    pieces: list[Piece] = []
    for group in sentence:
        case = next((case for case in group if _holds(case, values)), None)
        if case is not None:
            pieces.extend(_pieces(case.text, values))
    return pieces


def _holds(case: Case, values: Mapping[str, float]) -> bool:
    def side(operand: str | float) -> float:
        return values[operand] if isinstance(operand, str) else operand

    return all(
        _COMPARISONS[comparison](side(left), side(right)) for left, comparison, right in case.when
    )


def _pieces(text: str, values: Mapping[str, float]) -> Iterator[Piece]:
    end = 0
    for match in _PLACEHOLDER.finditer(text):
        name, code = match.groups()
        yield Piece(text[end : match.start()])
        yield Piece(format_number(values[name], code), name, code)
        end = match.end()
    yield Piece(text[end:])
