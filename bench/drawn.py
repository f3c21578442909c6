"""What the benchmarks draw of the rack: eight assumptions, evenly between low and high."""

DRAWN_OF_THE_RACK = (
    "build_cost_per_chip",
    "rent_per_chip_hour",
    "rent_erosion",
    "attach_rate",
    "sale_price_per_chip",
    "discount_rate",
    "buyer_value_per_chip_hour",
    "displacement",
)
