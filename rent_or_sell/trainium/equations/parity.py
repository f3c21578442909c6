"""What price would match Nvidia's, per unit of dense FP8 compute.

At FP4 Nvidia is far ahead; this compares FP8 alone. Source: the project's own model, chapter
"The model".
"""

from __future__ import annotations

from rent_or_sell.model.operators import Value


def reference_price_per_pflop(reference_rack_price: Value, reference_pflops: Value) -> Value:
    """Price of a PFLOP in the Nvidia rack.

    Unit: USD/PFLOP
    """
    return reference_rack_price / reference_pflops


def discounted_price_per_pflop(reference_price_per_pflop: Value, parity_discount: Value) -> Value:
    """That price less the discount buyers want.

    Unit: USD/PFLOP
    """
    return reference_price_per_pflop * (1 - parity_discount)


def parity_rack_price(reference_price_per_pflop: Value, trainium_pflops: Value) -> Value:
    """Price at which a Trainium rack costs as much per PFLOP as the Nvidia rack.

    Unit: USD
    """
    return reference_price_per_pflop * trainium_pflops


def discounted_rack_price(discounted_price_per_pflop: Value, trainium_pflops: Value) -> Value:
    """Price of a Trainium rack at the discounted price of a PFLOP.

    Unit: USD
    """
    return discounted_price_per_pflop * trainium_pflops


def discounted_price_per_chip(discounted_rack_price: Value, chips: Value) -> Value:
    """The discounted price, per chip.

    Unit: USD/chip
    """
    return discounted_rack_price / chips
