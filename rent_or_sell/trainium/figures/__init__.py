"""The charts of this book, a module for each subject."""

from importlib import import_module

from rent_or_sell.extras import brought_by

with brought_by("book"):
    import_module("plotly")
