"""The charts that authors make: their look, their labels, their pictures and the table behind."""

from importlib import import_module

from rent_or_sell.extras import brought_by

with brought_by("book"):
    import_module("plotly")
