"""Units as people write them beside a number: "%", "bps", "GW", "terawatt hours", "chips"."""

from __future__ import annotations

import re

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
    # a name may stand between: "144 AI chips"
    r"(?:[A-Z]\w*\s)?(?i:chips|(?<=[-‐‑])chip)\b(?!-)": "chips",
    r"(?:[A-Z]\w*\s)?(?i:racks|(?<=[-‐‑])rack)": "racks",
    r"(?i:years?)": "years",
    r"(?i:months?)": "months",
}

UNIT = rf"(?:{'|'.join((CODE_AFTER, NOUN_AFTER, *_UNITS))})"


def unit_of(text: str, start: int, end: int) -> tuple[str, float]:
    """Return what a part of a text that matches `UNIT` measures, and how much of it one is."""
    if re.compile(CODE_AFTER).fullmatch(text, start, end):
        return currency_of_sign(text[start:end]), 1.0
    for unit, name in _UNITS.items():
        found = re.compile(unit).fullmatch(text, start, end)
        if found:
            prefix = next(filter(None, found.groups()), "").replace("K", "k")
            return kind_and_size(_PREFIXES.get(prefix.lower(), prefix) + name)
    return currency_of_noun(text, start, end) or ("", 1.0)
