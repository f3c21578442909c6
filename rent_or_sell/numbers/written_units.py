"""Units as people write them beside a number: "%", "bps", "GW", "terawatt hours"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rent_or_sell.numbers.currencies import (
    CODE_AFTER,
    NOUN_AFTER,
    currency_of_noun,
    currency_of_sign,
)
from rent_or_sell.numbers.measures import kind_and_size

_PREFIXES = {
    "kilo": "k",
    "mega": "M",
    "giga": "G",
    "tera": "T",
    "peta": "P",
    "exa": "E",
    "zetta": "Z",
}
_WORD = rf"(?:({'|'.join(_PREFIXES)})-?)?"

# How a unit is written → its name in `measures`; a prefix is the group and goes before the name.
_UNITS = {
    r"[%％]|pc|pps?|ppts?|(?i:pct\.?|per[\s-]?cent|percentage[\s-]points?)": "percent",
    r"bps?|(?i:basis[\s-]points?)": "basis points",
    r"‰|(?i:per mill?e?)": "per mille",
    r"[×xX]|(?i:times|fold)": "times",
    rf"([kKMGT]?)W(?:h|[\s-]hours?)|(?i:{_WORD}watt[\s-]?hours?)": "Wh",
    rf"([kKMGT]?)W|(?i:{_WORD}watts?)": "W",
    r"([kM])VA": "VA",
    rf"([kKMGTPEZ]i?)B(?:/s)?|(?i:{_WORD}bytes?)": "B",
    rf"([kKMGTP])b(?:ps|its?(?:/s)?|/s)?|(?i:{_WORD}bits?)": "bit",
    rf"([MGTPEZ]?)FLOP(?:S|s|/s)?|([TPE])OPS|(?i:{_WORD}flops?(?:/s)?)": "FLOPS",
    r"([kMG])Hz": "Hz",
    r"(k)g|(?i:(kilo)grams?)": "g",
    r"(?i:tons?|tonnes?)": "Mg",
    r"lbs?": "lb",
    r"(k)m|(?i:(kilo)met(?:re|er)s?)": "m",
    r"(?i:miles?)": "miles",
    r"(?i:acres?)": "acres",
    r"(?i:hectares?)": "hectares",
    r"(?i:square[\s-](?:feet|foot)|sq\.? ?ft)": "square feet",
    r"(?i:square[\s-]met(?:re|er)s?)": "square metres",
    r"°\s?C": "°C",
    r"°\s?F": "°F",
    r"(?i:years?)": "years",
    r"(?i:months?)": "months",
}


def unit(things: Sequence[str] = ()) -> str:
    """Return the pattern of a unit, the plural names of things that a book counts among them."""
    return rf"(?:{'|'.join((CODE_AFTER, NOUN_AFTER, *_UNITS, *map(_counted, things)))})"


def unit_of(text: str, start: int, end: int, things: Sequence[str] = ()) -> tuple[str, float]:
    """Return what a part of a text that matches `unit` measures, and how much of it one is."""
    if re.compile(CODE_AFTER).fullmatch(text, start, end):
        return currency_of_sign(text[start:end]), 1.0
    for written, name in _UNITS.items():
        found = re.compile(written).fullmatch(text, start, end)
        if found:
            prefix = next(filter(None, found.groups()), "").replace("K", "k")
            return kind_and_size(_PREFIXES.get(prefix.lower(), prefix) + name)
    for thing in things:
        if re.compile(_counted(thing)).fullmatch(text, start, end):
            return thing, 1.0
    return currency_of_noun(text, start, end) or ("", 1.0)


def _counted(thing: str) -> str:
    """Return the pattern of "chips", of "AI chips" with a name before, and of "144-chip"."""
    one = re.escape(thing.removesuffix("s"))
    return rf"(?:[A-Z]\w*\s)?(?i:{re.escape(thing)}|(?<=[-‐‑]){one})\b(?!-)"
