"""Years are a run without gaps, and hold their first and their last."""

from __future__ import annotations

from rent_or_sell import Years


def test_the_years_hold_themselves_and_no_other() -> None:
    years = Years(first=2026, count=3)
    assert [year for year in range(2020, 2040) if year in years] == list(years)
    assert list(years)[-1] == years.last


def test_no_year_is_in_an_empty_run() -> None:
    assert 2026 not in Years(first=2026, count=0)
    assert "2026" not in Years(first=2026, count=3)
