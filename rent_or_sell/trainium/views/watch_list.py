"""The watch list's view: what each assumption does to the room for a deal, and news rehearsed."""

from __future__ import annotations

from rent_or_sell.explorer.parts.tornado.part import Tornado
from rent_or_sell.explorer.sentence import Case, Sentence
from rent_or_sell.explorer.view import View
from rent_or_sell.trainium.views.evidence import EVIDENCE, REHEARSED
from rent_or_sell.trainium.views.rack import PRESETS

ANSWERED = "deal_surplus_per_chip"

ANSWER: Sentence = (
    (
        Case(
            "There is room for a deal: {deal_surplus_per_chip:$,.2r} a chip between what this buyer "
            "can pay and what Amazon needs.",
            ((ANSWERED, ">", 0),),
        ),
        Case(
            "There is no room for a deal: this buyer can pay {deal_surplus_per_chip:|$,.2r} a chip "
            "less than Amazon needs.",
            ((ANSWERED, "<=", 0),),
        ),
        Case("These assumptions leave a price undefined, so there is no answer to give."),
    ),
    (
        Case(
            " It hangs most on what stands highest in the picture: a bar that crosses the middle "
            "line turns the answer.",
            ((ANSWERED, ">=", ANSWERED),),  # where it is defined
        ),
    ),
)

ROOM = Tornado(
    answer=ANSWERED,
    title="Room for a deal, dollars a chip, over the range of each assumption",
    code="$,.2r",
    shown=8,
)

WATCH_LIST = View(
    name="watch-list",
    model="rack",
    controls=(
        "buyer_value_per_chip_hour",
        "displacement",
        "rent_erosion",
        "attach_rate",
        "credit_loss_share",
    ),
    kicker=((Case("One assumption for each of the five signals"),),),
    answer=ANSWER,
    parts=(REHEARSED, ROOM, EVIDENCE),
    presets=PRESETS,
    curves=(ANSWERED, "gain_from_selling"),
)
