"""What price would match Nvidia's, per unit of dense FP8 compute.

At FP4 Nvidia is far ahead; this compares FP8 alone. Source: the project's own model, chapter
"The model".
"""

from __future__ import annotations

from rent_or_sell.model.operators import Value


def parity_rack_price(
    reference_rack_price: Value, reference_pflops: Value, trainium_pflops: Value
) -> Value:
    """Price at which a Trainium rack costs as much per PFLOP as the Nvidia rack.

    Unit: USD
    """
    return reference_rack_price / reference_pflops * trainium_pflops


def discounted_rack_price(parity_rack_price: Value, parity_discount: Value) -> Value:
    """That price less the discount buyers want.

    Unit: USD
    """
    return parity_rack_price * (1 - parity_discount)


def discounted_price_per_chip(discounted_rack_price: Value, chips: Value) -> Value:
    """The discounted price, per chip.

    Unit: USD/chip
    """
    return discounted_rack_price / chips
