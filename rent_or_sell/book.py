"""This book: its data, its years, its models and its views, declared in one place."""

from __future__ import annotations

from pathlib import Path

from rent_or_sell.books import Book
from rent_or_sell.explorer.edition import Edition
from rent_or_sell.model.model_source import ModelSource
from rent_or_sell.model.years import Years
from rent_or_sell.trainium.equations import fleet, market, parity, rack
from rent_or_sell.trainium.views.answers import ANSWERS
from rent_or_sell.trainium.views.bundle import BUNDLE
from rent_or_sell.trainium.views.fleet import FLEET
from rent_or_sell.trainium.views.market import MARKET
from rent_or_sell.trainium.views.parity import PARITY
from rent_or_sell.trainium.views.rack import RACK
from rent_or_sell.trainium.views.rival import RIVAL
from rent_or_sell.trainium.views.verdict import VERDICT
from rent_or_sell.trainium.views.watch_list import WATCH_LIST

_HERE = Path(__file__).resolve().parent


def _data_folder() -> Path:
    """Return data/: inside an installed package, beside the package in a checkout."""
    installed = _HERE / "data"
    return installed if installed.exists() else _HERE.parent / "data"


# What each edition after the first changed, a sentence a model: a link of an earlier one says it.
CHANGES = {
    2: {
        "rack": (
            "Since then the buyer has costs of its own for letting chips out, and may give up what "
            "Nvidia’s racks would earn; the base case is the same, some presets are other worlds."
        ),
        "fleet": (
            "Since then a chip of the fleet has a power of its own, and a sale may cost a rental "
            "because its buyer would have rented: sales displace rentals in the base case now."
        ),
        "market": "Its equations are the same; one preset, the article at its weakest, is not.",
        "parity": "Nothing in this model has changed since.",
    },
}

BOOK = Book(
    data=_data_folder(),
    years=Years(first=2026, count=6),
    models=(
        ModelSource(
            "rack",
            "One rack, two lives",
            rack,
            reads=parity,
            shows=(
                "reference_price_per_pflop",
                "discounted_price_per_pflop",
                "parity_rack_price",
                "discounted_rack_price",
                "discounted_price_per_chip",
            ),
            headlines=(
                "npv_rent",
                "npv_sell",
                "gain_from_selling",
                "breakeven_displacement",
                "buyer_value_needed",
                "price_floor_per_chip",
                "price_ceiling_per_chip",
            ),
        ),
        ModelSource(
            "fleet",
            "Where displacement comes from",
            fleet,
            reads=rack,
            headlines=("sold_total", "displaced_total", "policy_gain_total"),
        ),
        ModelSource(
            "market",
            "What the two run rates say",
            market,
            headlines=("merchant_run_rate", "internal_run_rate"),
        ),
        ModelSource(
            "parity",
            "What price would match Nvidia’s",
            parity,
            headlines=("discounted_price_per_chip",),
        ),
    ),
    views=(RACK, FLEET, MARKET, PARITY, BUNDLE, RIVAL, WATCH_LIST, VERDICT, ANSWERS),
    things=("chips", "racks"),
    edition=Edition(
        2, CHANGES, page="what-changed.html", as_of="2026-10-15", searched="2026-11-24"
    ),
)
