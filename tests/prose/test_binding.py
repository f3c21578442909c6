"""Numbers in prose agree with the data at the precision they show, or say what is wrong."""

from __future__ import annotations

import pytest

from rent_or_sell import load_table
from rent_or_sell.book import BOOK
from rent_or_sell.numbers.measures import measure_of
from rent_or_sell.numbers.written_numbers import find_numbers
from rent_or_sell.prose.binding import BindingError, Bound, bind, check, resolve, split_role


def number(
    value: float,
    unit: str,
    qualifier: str = "",
    low: float | None = None,
    high: float | None = None,
) -> Bound:
    """A bound number that no data hold, so that a change of the data breaks no rule here."""
    return Bound("table.row", "fact", "table-table", "", unit, value, low, high, qualifier)


FLOOR = number(21096.97, "USD/chip")
RENTING = number(1353811.63, "USD")
SHARE = number(0.5942, "fraction")


@pytest.mark.parametrize(
    ("text", "amount", "kind"),
    [
        ("$50 billion", 50e9, "USD"),
        ("50 billion", 50e9, ""),
        ("fifty billion", 50e9, ""),
        ("Fifty billion dollars", 50e9, "USD"),
        ("twenty-one thousand dollars", 21e3, "USD"),
        ("a hundred and five billion", 105e9, ""),
        ("a billion dollars", 1e9, "USD"),
        ("one and a half billion", 1.5e9, ""),
        ("half a million chips", 0.5e6, "chips"),
        ("half a\nmillion chips", 0.5e6, "chips"),
        ("1,353,812", 1353812, ""),
        ("$0.13 M", 0.13e6, "USD"),
        ("$50B", 50e9, "USD"),
        ("NT$727 billion", 727e9, "TWD"),
        ("8.3 cents", 0.083, "USD"),
        ("59%", 0.59, "share"),
        ("59.4 percent", 0.594, "share"),
        ("a tenth", 0.1, "share"),
        ("a half", 0.5, "share"),
        ("a third", 1 / 3, "share"),
        ("two thirds", 2 / 3, "share"),
        ("twice", 2, "share"),
        ("2.5 times", 2.5, "share"),
        ("−$2.30 M", -2.3e6, "USD"),
        ("minus 3%", -0.03, "share"),
        ("1.20", 1.2, ""),
        ("two gigawatts", 2e9, "watts"),
        ("144-chip rack", 144, "chips"),
        ("$21,100 a chip", 21100, "USD"),
        ("twenty-four months", 2, "years"),
    ],
)
def test_reads_numbers_as_people_write_them(text: str, amount: float, kind: str) -> None:
    (found,) = find_numbers(text, BOOK.things)
    assert found.amount == pytest.approx(amount)
    assert found.kind == kind


@pytest.mark.parametrize("text", ["Trainium3", "FP8 on H100", "GB300 NVL72", "a chip", "second"])
def test_digits_in_names_are_no_numbers(text: str) -> None:
    assert find_numbers(text, BOOK.things) == []


@pytest.mark.parametrize(
    ("unit", "size", "kinds"),
    [
        ("billion USD per year", 1e9, {"USD"}),
        ("million chips/year", 1e6, {"chips"}),
        ("USD/USD", 1, {"USD", "share"}),
        ("USD per USD and year", 1, {"USD", "share"}),
        ("1/year", 1, {"share"}),
        ("percent", 0.01, {"share"}),
        ("USD per chip-hour", 1, {"USD"}),
        ("GW/year", 1e9, {"watts"}),
        ("thousand wafers per month", 1e3, {"wafers"}),
    ],
)
def test_units_of_the_data_are_measures(unit: str, size: float, kinds: set[str]) -> None:
    measure = measure_of(unit)
    assert measure.size == size
    assert measure.kinds == frozenset(kinds)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("$21,097", FLOOR),
        ("$21,100", FLOOR),
        ("about $21,000", FLOOR),
        ("nearly $21,000", FLOOR),
        ("more than $21,000", FLOOR),
        ("$21 thousand", FLOOR),
        ("1,353,812", RENTING),
        ("$1.35 M", RENTING),
        ("$1,350,000", RENTING),
        ("59%", SHARE),
        ("59.4 percent", SHARE),
        ("0.59", SHARE),
        ("about 60%", SHARE),
        ("59 to 60%", SHARE),
        ("a tenth", number(0.1026, "fraction")),
        ("10.3%", number(0.1026, "fraction")),
        ("twice", number(2, "times")),
        ("half", number(50, "percent")),
        ("$0.20", number(0.2, "USD/USD")),
        ("20%", number(0.2, "USD/USD")),
        ("8%", number(0.08, "1/year")),
        ("over $20 billion", number(20, "billion USD per year", "over")),
        ("$20 billion", number(20, "billion USD per year", "over")),
        ("twenty", number(20, "billion USD per year", "over")),
        ("20", number(20, "billion USD per year")),
        ("over $380 billion", number(384.884, "billion USD per year")),
        ("two years", number(24, "months", "about")),
        ("at least five years", number(5, "years")),
        ("−$0.52 M", number(-521769, "USD")),
        ("a loss of $0.52 M", number(-521769, "USD")),
        ("30 to 40%", number(35, "percent", low=30, high=40)),
        ("$3 to 4 million", number(3.2, "million USD", low=3, high=4)),
        ("260,000 chips", number(0.26, "million chips/year")),
        ("0%", number(0, "fraction")),
        ("> $20bn", number(21, "billion USD")),
        ("$20bn+", number(21, "billion USD")),
        ("no more than $20bn", number(20, "billion USD", "up to")),
        ("not less than $20bn", number(20, "billion USD", "at least")),
        ("$20bn or more", number(21, "billion USD")),
        ("≤ 60%", SHARE),
        ("6 in 10", SHARE),
        ("minus 3%", number(-3, "percent")),
        ("half a percent", number(0.5, "percent")),
        ("4.9 TB/s", number(4.9, "TB/s")),
    ],
)
def test_agrees_at_the_precision_shown(text: str, bound: Bound) -> None:
    check(text, bound, BOOK.things)


@pytest.mark.parametrize(
    ("text", "bound", "right"),
    [
        ("over $25 billion", number(20, "billion USD per year", "over"), "write “$20 billion”"),
        ("under $20 billion", number(20, "billion USD per year", "over"), "“$20 billion”"),
        ("over $20 billion", number(20, "billion USD per year"), "“$20 billion”"),
        ("over $390 billion", number(384.884, "billion USD per year"), "“$385 billion”"),
        ("$20", number(20, "billion USD per year"), "“$20 billion”"),
        ("$21,000", FLOOR, "“$21,097” or “about $21,000”"),
        ("about $22,000", FLOOR, "“$21,097”"),
        ("60%", SHARE, "“59%” or “about 60%”"),
        ("58.4%", SHARE, "“59.4%”"),
        ("a third", SHARE, "“59%”"),
        ("40 to 70%", SHARE, "“59%”"),
        ("$0.52 M", number(-521769, "USD"), "“−$0.52 M”"),
        ("30 to 45%", number(35, "percent", low=30, high=40), "“30 to 40%”"),
        ("30%", number(35, "percent", low=30, high=40), "“35%”"),
        ("20%", number(20, "billion USD"), "measures a share"),
        ("€20bn", number(20, "billion USD"), "is in EUR, but table.row is $20 billion; write"),
        ("20 cents", number(0.2, "TWD"), "is in USD, but table.row is 0.2 TWD"),
        ("€59", SHARE, "measures money (EUR), but table.row is 59.42%"),
        ("5 kWh", number(5, "kW"), "measures watt-hours, but table.row is 5 kW"),
        ("5 Gb", number(5, "GB"), "measures bits, but table.row is 5 GB"),
        ("no more than $20bn", number(21, "billion USD"), "write “$21bn”"),
        ("no less than $20bn", number(19, "billion USD"), "write “$19bn”"),
        ("> $20bn", number(19, "billion USD"), "write “$19bn”"),
        ("$20bn+", number(19, "billion USD"), "write “$19bn”"),
        ("$5.000", number(5000, "USD"), "write “$5,000.000”"),
        ("5 M$", number(7, "million USD"), "write “7 M$”"),
        ("minus 3%", number(-5, "percent"), "write “−5%”"),
        ("−$5", number(-7, "USD"), "write “−$7”"),
        ("USD −5m", number(-7e6, "USD"), "write “−USD 7m”"),
        ("half a billion dollars", number(0.7, "billion USD"), "write “0.7 billion dollars”"),
        ("20 dollars", number(20, "billion USD"), "write “20 billion dollars”"),
        ("20 euros", number(20, "billion EUR"), "write “20 billion euros”"),
        ("$59", SHARE, "measures dollars, but table.row is 59.42%"),
        ("144 chips", number(22000, "USD/chip"), "measures chips"),
        ("a lot", SHARE, "no number"),
        ("from 1 to 2 or 3%", SHARE, "one number or one range"),
        ("5%", number(float("nan"), "fraction"), "not defined"),
    ],
)
def test_disagreement_says_what_would_be_right(text: str, bound: Bound, right: str) -> None:
    with pytest.raises(BindingError) as error:
        check(text, bound, BOOK.things)
    assert right in str(error.value)


def test_one_number_for_a_range_without_a_middle_is_refused() -> None:
    bound = Bound("table.row", "fact", "table-table", "", "percent", low=30, high=40)
    with pytest.raises(BindingError, match=r"30 to 40%; write both ends"):
        check("35%", bound)


@pytest.mark.parametrize(
    "content",
    [
        "over $20 billion <amazon_statements.JL01>",
        "30 to 40% <amazon_statements.JL17>",
        "30% <amazon_statements.JL17.value_low>",
        "$21,354 million <aws_quarterly.2023Q1.net_sales_million_usd>",
        "$1.20 <parameter.rent_per_chip_hour>",
        "$0.80 to $2.20 <parameter.rent_per_chip_hour>",
        "$2.20 <parameter.rent_per_chip_hour.high>",
        "0% <parameter.displacement.minimum>",
        "a tenth <result.rack.buyer_premium_needed>",
        "$0.13 M <result.rack.gain_from_selling>",
        "about 28% <result.rack.buyer_premium_needed@chips_scarce>",
        "260,000 <result.fleet.sold[2027]>",
        "0.26 million chips <result.fleet.sold[2027]@power_scarce>",
    ],
)
def test_every_kind_of_target(content: str) -> None:
    text, bound = bind(BOOK, content)
    assert content.startswith(text)
    assert bound.label
    assert bound.firmness


@pytest.mark.parametrize(
    ("target", "remedy"),
    [
        ("amazon_statement.JL01", "did you mean 'amazon_statements'?"),
        ("amazon_statements.JL1", "did you mean 'JL"),
        ("amazon_statements.JL01.values", "did you mean 'value"),
        ("amazon_statements.JL08", "holds no number"),
        ("aws_quarterly.2023Q1", "net_sales_million_usd"),
        ("timeline.TL01", "no numbers"),
        ("parameter.attach_rat", "did you mean 'attach_rate'?"),
        ("parameter.attach_rate.hi", "did you mean 'high'?"),
        ("result.rock.npv_rent", "did you mean 'rack'?"),
        ("result.rack.npv_ren", "did you mean 'npv_rent'?"),
        ("result.rack.npv_rent@weak", "did you mean 'weakest'?"),
        ("result.rack.npv_rent[2027]", "leave [2027] out"),
        ("result.fleet.sold", "sold[2026] to sold[2031]"),
        ("result.fleet.sold[2032]", "sold[2026] to sold[2031]"),
        ("result.rack", "result.rack.npv_rent"),
    ],
)
def test_unknown_target_names_the_nearest(target: str, remedy: str) -> None:
    with pytest.raises(BindingError) as error:
        resolve(BOOK, target)
    assert remedy in str(error.value)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (21_097, "USD/chip", "$21,097 per chip"),
        (-7.6, "billion USD", "−$7.6 billion"),
        (1.2, "USD/chip-hour", "$1.20 per chip-hour"),
        (0.34, "USD per USD and year", "$0.34 per dollar and year"),
        (1_000, "W", "1,000 W"),
    ],
)
def test_money_is_shown_as_the_prose_writes_it(value: float, unit: str, shown: str) -> None:
    assert number(value, unit).shown == shown


def test_bound_carries_what_a_reader_may_ask() -> None:
    bound = resolve(BOOK, "amazon_statements.JL01")
    assert bound.shown == "over $20 billion per year"
    assert (bound.as_of, bound.who_said) == ("2026-04-09", "Andy Jassy")
    assert bound.firmness == "company statement"
    assert [mark.text for mark in bound.sources] == [
        "Amazon.com, Inc., 2026-04-09",
        "read in Vucense, 2026-04",
    ]
    assert all(mark.url.startswith("https://") for mark in bound.sources)
    assert bound.anchor == "table-amazon_statements"


def test_every_number_of_the_facts_agrees_with_itself() -> None:
    tables = [name for name in BOOK.facts.names if "value_low" in BOOK.facts.schema(name).names]
    for name in tables:
        for row in load_table(name).dropna(subset="value").itertuples(index=False):
            bound = resolve(BOOK, f"{name}.{row[0]}.value")
            unit = "" if bound.unit == "year" else bound.unit
            check(f"{bound.value:.6f} {unit}", bound)


def test_role_is_text_then_target() -> None:
    assert split_role("over\n$20 billion <a.b>") == ("over $20 billion", "a.b")
    with pytest.raises(BindingError, match="names no target"):
        split_role("over $20 billion")
