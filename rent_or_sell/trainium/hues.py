"""Which of the palette's two hues stands for renting and which for selling, everywhere."""

from __future__ import annotations

RENT, RENT_PALE = "first", "first-pale"
SELL, SELL_PALE = "second", "second-pale"
