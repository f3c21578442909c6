"""The bottom line's view: five questions, a verdict, and why somebody else's differs."""

from __future__ import annotations

from rent_or_sell.explorer.parts.verdict.part import Verdict
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.views.answers import TAKE_ALONG, WHY_WE_DIFFER
from rent_or_sell.trainium.views.odds import ODDS
from rent_or_sell.trainium.views.rack import PRESETS
from rent_or_sell.trainium.views.rack_answer import ANSWER, MEANINGS, STOP, TOSS_UP, UNDEFINED
from rent_or_sell.trainium.views.rack_answer import VERDICT as WORDS

MEANT: Sentence = (tuple(Case(MEANINGS[case.text], case.when) for case in WORDS),)

VERDICT_CARD = Verdict(
    words=WORDS,
    meaning=MEANT,
    figures=(
        ("price_floor_per_chip", "Amazon’s floor, a chip:", "$,.3r"),
        ("price_ceiling_per_chip", "This buyer’s ceiling, one case that we assume:", "$,.3r"),
        ("gain_from_selling", "Amazon’s gain at this price over not selling, a rack:", "$.2M"),
    ),
    events=ODDS.events,
    undecided=(TOSS_UP, UNDEFINED),
)

VERDICT = View(
    name="verdict",
    model="rack",
    title="Five questions, one verdict",
    controls=(
        "displacement",
        "buyer_value_per_chip_hour",
        "sale_price_per_chip",
        "attach_rate",
        "rent_erosion",
    ),
    labels={
        "displacement": "How many sales cost a rental?",
        "buyer_value_per_chip_hour": "What is a chip-hour worth?",
        "sale_price_per_chip": "At what price a chip?",
        "attach_rate": "What else does $1 of rent sell?",
        "rent_erosion": "How fast do rents fall?",
    },
    of_ten=("displacement",),
    stops={"displacement": STOP},
    kicker=((Case("Five questions, and what your answers come to"),),),
    answer=ANSWER,
    lead=2,
    lines=4,
    lines_below=5,
    parts=(VERDICT_CARD, WHY_WE_DIFFER, TAKE_ALONG),
    caveat=(
        "What a chip-hour is worth to an outside buyer is a calibration, not evidence. No rack "
        "price, Trainium3 rent or attach rate is public."
    ),
    presets=PRESETS,
    curves=("gain_from_selling", "deal_surplus_per_chip"),
)
