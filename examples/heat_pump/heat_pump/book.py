"""This book: its data, its years, its model and its view, declared in one place."""

from __future__ import annotations

from pathlib import Path

from heat_pump import equations
from heat_pump.view import HEATING
from rent_or_sell import Book, ModelSource, Years

BOOK = Book(
    data=Path(__file__).resolve().parent.parent / "data",
    years=Years(first=2026, count=1),
    models=(
        ModelSource(
            "heating",
            "Heat pump or boiler",
            equations,
            headlines=("cost_of_boiler", "cost_of_pump", "gain", "break_even_gas_price"),
        ),
    ),
    views=(HEATING,),
)
