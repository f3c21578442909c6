"""The watch list's view: what each assumption does to the room for a deal, and news rehearsed."""

from __future__ import annotations

from rent_or_sell.explorer.parts.guess.part import Guess
from rent_or_sell.explorer.parts.tornado.part import Tornado
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.views.evidence import EVIDENCE, REHEARSED
from rent_or_sell.trainium.views.rack import PRESETS
from rent_or_sell.trainium.views.rack_answer import LEAD, NEARLY, SURPLUS, WORTHLESS

ANSWERED: Sentence = (
    *LEAD,
    (
        Case(" There is no room for a deal.", (WORTHLESS,)),
        Case(
            " There is hardly any room for a deal: what Amazon needs is about what this buyer, one "
            "case that we assume, can pay.",
            ((SURPLUS, ">", -NEARLY), (SURPLUS, "<", NEARLY)),
        ),
        Case(
            " There is room for a deal: {deal_surplus_per_chip:$,.2r} a chip between what Amazon needs "
            "and what this buyer, one case that we assume, can pay.",
            ((SURPLUS, ">", 0),),
        ),
        Case(
            " There is no room for a deal: this buyer, one case that we assume, can pay "
            "{deal_surplus_per_chip:|$,.2r} a chip less than Amazon needs.",
            ((SURPLUS, "<=", 0),),
        ),
    ),
)

ROOM = Tornado(
    answer=SURPLUS,
    title="Room for a deal, dollars a chip, over the range of each assumption",
    code="$,.2r",
    shown=8,
)

GUESS = Guess(
    question="How far does what this buyer can pay lie above what Amazon needs, a chip?",
    hint="Slide or type dollars; below zero if it lies below.",
    result=SURPLUS,
    code="$,.2r",
    scale="build_cost_per_chip",
)

WATCH_LIST = View(
    name="watch-list",
    model="rack",
    title="Which news would change the answer?",
    controls=(
        "buyer_value_per_chip_hour",
        "displacement",
        "rent_erosion",
        "attach_rate",
        "credit_loss_share",
    ),
    kicker=((Case("On these assumptions, one for each of the five signals"),),),
    answer=ANSWERED,
    lead=2,
    lines=4,
    parts=(REHEARSED, ROOM, EVIDENCE),
    presets=PRESETS,
    curves=(SURPLUS, "gain_from_selling"),
    guess=GUESS,
)
