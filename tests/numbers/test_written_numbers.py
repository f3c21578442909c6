"""Every way in which money, shares and sizes are written is read, and what is no fact is left."""

from __future__ import annotations

import sys
import unicodedata
from itertools import product
from pathlib import Path

import pytest
from written_forms import (
    AFTER,
    BASIC_UNITS,
    BEFORE,
    GAPS,
    LONELY,
    MARKUP,
    NO_FACTS,
    RANGES,
    SCALES,
    UNREADABLE,
    WRITTEN,
)
from written_money import DOLLARS, OTHER_MONEY

from rent_or_sell.book import BOOK
from rent_or_sell.numbers.currencies import is_currency
from rent_or_sell.numbers.written_numbers import find_numbers
from rent_or_sell.prose.agreement import check
from rent_or_sell.prose.bound import BindingError, Bound
from rent_or_sell.prose.prose_numbers import findings


def whole(text: str) -> str:
    return " ".join(text.split())


def in_basic_unit(
    amount: float | None, kind: str, low: float | None = None, high: float | None = None
) -> Bound:
    """A number that no data hold, in the basic unit of its kind."""
    unit = BASIC_UNITS.get(kind, kind)
    return Bound("table.row", "fact", "table-table", "", unit, amount, low, high)


def found_in(folder: Path, text: str) -> list[str]:
    """Return the quoted text of each finding in a chapter."""
    chapter = folder / "chapter.md"
    chapter.write_text(text, encoding="utf-8")
    return [one.message.split("”")[0].lstrip("“") for one in findings(BOOK, chapter)]


@pytest.mark.parametrize(("text", "amount", "kind"), WRITTEN, ids=lambda value: str(value))
def test_number_is_read_whole(text: str, amount: float, kind: str) -> None:
    (found,) = find_numbers(f"It takes {text} today", BOOK.things)
    assert found.text.rstrip(".") == text.rstrip(".")
    assert found.amount == pytest.approx(amount)
    assert found.kind == kind


@pytest.mark.parametrize("text", [text for text, _, _ in WRITTEN])
def test_number_is_found_in_prose_when_unbound(tmp_path: Path, text: str) -> None:
    for sentence in (f"It takes {text}.", f"In 2026 {text}, then", f"({text})"):
        assert [found.rstrip(".") for found in found_in(tmp_path, sentence)] == [
            whole(text).rstrip(".")
        ]


@pytest.mark.parametrize("sentence", NO_FACTS)
def test_what_is_no_fact_is_left_alone(tmp_path: Path, sentence: str) -> None:
    assert found_in(tmp_path, sentence) == []


@pytest.mark.parametrize(("scale", "size"), SCALES)
def test_every_scale_goes_with_every_sign_code_and_name(scale: str, size: float) -> None:
    for gap in GAPS:
        number = f"1.5{gap}{scale}"
        texts = [
            *(f"{sign}{between}{number}" for sign, between in product(BEFORE, ("", " "))),
            *(f"{number} {name}" for name in AFTER),
        ]
        for text in texts:
            (found,) = find_numbers(f"In 2026, {text} went", BOOK.things)[1:]
            assert found.text == text
            assert found.amount == pytest.approx(1.5 * size)
            assert is_currency(found.kind)


def test_every_currency_sign_of_unicode_is_seen() -> None:
    characters = map(chr, range(sys.maxunicode))
    signs = [one for one in characters if unicodedata.category(one) == "Sc" and one not in "¢￠"]
    assert len(signs) > 50
    for sign in signs:
        (found,) = find_numbers(f"It takes {sign}5m today")
        assert (found.text, found.amount) == (f"{sign}5m", 5e6)
        assert is_currency(found.kind), sign


@pytest.mark.parametrize("text", LONELY)
def test_multiple_before_its_number_is_found(tmp_path: Path, text: str) -> None:
    assert found_in(tmp_path, f"It takes {text} of that.") == [text]


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_nobody_can_read_is_not_passed_over(tmp_path: Path, text: str) -> None:
    assert len(found_in(tmp_path, f"It takes {text} today.")) == 1


@pytest.mark.parametrize(("markup", "text"), MARKUP)
def test_number_is_found_behind_markup(tmp_path: Path, markup: str, text: str) -> None:
    assert text in [found.replace("\u2009", " ") for found in found_in(tmp_path, markup)]


@pytest.mark.parametrize(("text", "low", "high", "kind"), RANGES)
def test_range_is_found_and_agrees_with_both_ends(
    tmp_path: Path, text: str, low: float, high: float, kind: str
) -> None:
    assert found_in(tmp_path, f"It takes {text}.")
    check(text, in_basic_unit(None, kind, low, high), BOOK.things)
    for wrong_low, wrong_high in ((low, 2 * high), (low / 2, high)):
        with pytest.raises(BindingError, match="disagrees"):
            check(text, in_basic_unit(None, kind, wrong_low, wrong_high), BOOK.things)


@pytest.mark.parametrize(("text", "amount", "kind"), WRITTEN, ids=lambda value: str(value))
def test_bound_number_agrees_with_its_amount_only(text: str, amount: float, kind: str) -> None:
    check(text, in_basic_unit(amount, kind), BOOK.things)
    for wrong in (1.7 * amount, amount * 1000, amount / 1000):
        with pytest.raises(BindingError, match="disagrees"):
            check(text, in_basic_unit(wrong, kind), BOOK.things)


@pytest.mark.parametrize(("text", "amount", "kind"), OTHER_MONEY)
def test_another_currency_than_the_datas_disagrees(text: str, amount: float, kind: str) -> None:
    with pytest.raises(BindingError) as error:
        check(text, in_basic_unit(amount, "USD"), BOOK.things)
    assert f"“{text}” is in {kind}, but table.row is " in str(error.value)
    assert "write the amount in USD" in str(error.value)


@pytest.mark.parametrize(("text", "amount"), DOLLARS)
def test_dollars_disagree_with_data_in_another_currency(text: str, amount: float) -> None:
    with pytest.raises(BindingError, match="is in USD, but .* TWD; write the amount in TWD"):
        check(text, in_basic_unit(amount, "TWD"), BOOK.things)
