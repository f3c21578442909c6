"""How sure the rack's answers are: a deal, a price that suits both, and what they rest on."""

from __future__ import annotations

from rent_or_sell.explorer.parts.odds.part import Event, Odds, Spread
from rent_or_sell.trainium.hues import SELL, SELL_PALE

FLOOR, CEILING, PRICE = "price_floor_per_chip", "price_ceiling_per_chip", "sale_price_per_chip"

DEAL = Event(
    "some price suits Amazon and this buyer",
    "another price would suit both",
    SELL_PALE,
    ((CEILING, ">", FLOOR),),
)
IN_THE_ZONE = Event(
    "this price does",
    "this price suits both",
    SELL,
    ((CEILING, ">", FLOOR), (PRICE, ">=", FLOOR), (PRICE, "<=", CEILING)),
)

ODDS = Odds(
    title="How sure is it? A hundred worlds that we think possible",
    events=(DEAL, IN_THE_ZONE),
    otherwise="no price suits both",
    spreads=(
        Spread(FLOOR, "Amazon’s floor, a chip", "$,.3r", SELL_PALE, "there is no floor"),
        Spread(
            CEILING, "this buyer’s ceiling, a chip", "$,.3r", "other-pale", "there is no ceiling"
        ),
        Spread("gain_from_selling", "Amazon’s gain at this price, a rack", "$.2M"),
    ),
    mark=(PRICE, "price"),
    code="$,.0f",
    unit="a chip",
    step=2000,
    together="AWS’s rent, what a chip-hour is worth to this buyer and Nvidia’s rent move together",
)
