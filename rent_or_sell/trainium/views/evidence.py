"""What is worth knowing before a rack is offered, by the five signals of the article's watch list."""

from __future__ import annotations

from rent_or_sell.explorer.parts.evidence.part import Evidence, News, Signal
from rent_or_sell.explorer.parts.news.part import Rehearsal
from rent_or_sell.trainium.views.odds import CEILING, ODDS, PRICE

SIGNALS = (
    Signal(
        "Named buyers",
        ("rents", "warranty_share"),
        (News("A buyer bids this price", ((CEILING, ">=", PRICE),)),),
    ),
    Signal(
        "Capacity evidence",
        ("displacement", "build_cost_per_chip"),
        (
            News("Power is short", (("displacement", "<", 0.3),)),
            News("Chips are short", (("displacement", ">", 0.7),)),
            News("Memory grows dearer", (("build_cost_per_chip", ">", 18_000),)),
        ),
    ),
    Signal(
        "Trainium4 timing",
        ("rent_erosion",),
        (
            News("It comes late, and rents hold", (("rent_erosion", "<", 0.05),)),
            News("It comes soon, and rents fall", (("rent_erosion", ">", 0.12),)),
        ),
    ),
    Signal(
        "Revenue treatment",
        ("attach_rate", "attach_kept", "discount_rate"),
        (
            News("Little is attached to rent", (("attach_rate", "<", 0.2),)),
            News("Buyers of racks stay AWS’s customers", (("attach_kept", ">", 0.15),)),
        ),
    ),
    Signal(
        "Nvidia response",
        ("credit_loss_share",),
        (
            News("Nvidia’s racks rent for less", (("reference_rent_per_gpu_hour", "<", 3.0),)),
            News("Sellers must lend", (("credit_loss_share", ">", 0.025),)),
        ),
    ),
)

EVIDENCE = Evidence(
    title="What would it be worth to know first? Dollars a rack, before it is offered",
    payoff="gain_from_offer",
    code="$,.2r",
    acting=(
        "Over all our assumed worlds, not in this case alone, an offer at this price brings Amazon {mean} a rack "
        "on average, so without more evidence it would make it. Each number is what it could save by knowing "
        "that one thing first."
    ),
    resting=(
        "Over all our assumed worlds, not in this case alone, an offer at this price costs Amazon {mean} a rack "
        "on average, so without more evidence it would make none. Each number is what it could gain by knowing "
        "that one thing first."
    ),
    either=(
        "In none of our assumed worlds would this buyer take an offer at this price: there is "
        "nothing to gain or lose by making it, and nothing that is worth knowing first."
    ),
    signals=SIGNALS,
    otherwise="on none of the five signals",
    shared={"rents": "What chip-hours rent for and are worth, all together"},
)

REHEARSED = Rehearsal(
    title="Rehearse the news: what if you heard this tomorrow?",
    hint=(
        "Press what you hear: the odds change, and a thick line shows what it leaves of a bar. "
        "Press again to forget."
    ),
    signals=SIGNALS,
    events=ODDS.events,
    spreads=ODDS.spreads,
)
