"""Money as people write it: which currency "$", "US$", "EUR", "Taiwan dollars" or "cents" name."""

from __future__ import annotations

import re

_SIGNS = {
    "$": "USD",
    "＄": "USD",
    "﹩": "USD",
    "€": "EUR",
    "£": "GBP",
    "￡": "GBP",
    "¥": "JPY",
    "￥": "JPY",
    "₩": "KRW",
    "￦": "KRW",
    "₹": "INR",
    "₨": "INR",
    "₽": "RUB",
    "₺": "TRY",
    "₪": "ILS",
    "₫": "VND",
    "₱": "PHP",
    "฿": "THB",
    "₦": "NGN",
    "₴": "UAH",
    "₿": "BTC",
}
# Letters at a sign, "A$" or "$A", that say whose it is.
_OWNERS = {
    "US": "USD",
    "A": "AUD",
    "AU": "AUD",
    "C": "CAD",
    "CA": "CAD",
    "CN": "CNY",
    "HK": "HKD",
    "JP": "JPY",
    "MX": "MXN",
    "NT": "TWD",
    "NZ": "NZD",
    "R": "BRL",
    "S": "SGD",
    "SG": "SGD",
}
# ISO 4217 without ALL and TOP, which are words in capitals, and with what people write beside it.
_CODE = (
    "(?:AED|AFN|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTC|BTN|BWP|"
    "BYN|BZD|CAD|CDF|CHF|CLP|CNH|CNY|COP|CRC|CUP|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|"
    "GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|"
    "KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MOP|MRU|MUR|MVR|"
    "MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NTD|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RMB|RON|RSD|"
    "RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN|SVC|SYP|SZL|THB|TJS|TMT|TND|TRY|TTD|"
    "TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|WST|XAF|XCD|XOF|XPF|YER|ZAR|ZMW)"
)
_OTHER_NAMES = {
    "RMB": "CNY",
    "CNH": "CNY",
    "NTD": "TWD",
    "Rs": "INR",
    "SFr": "CHF",
    "kr": "kr",
    "zł": "PLN",
    "Kč": "CZK",
}
_NATIONS = {
    "american": "USD",
    "australian": "AUD",
    "brazilian": "BRL",
    "british": "GBP",
    "canadian": "CAD",
    "chinese": "CNY",
    "danish": "DKK",
    "euro": "EUR",
    "hong kong": "HKD",
    "indian": "INR",
    "japanese": "JPY",
    "korean": "KRW",
    "mexican": "MXN",
    "new taiwan": "TWD",
    "new zealand": "NZD",
    "norwegian": "NOK",
    "singapore": "SGD",
    "south korean": "KRW",
    "swedish": "SEK",
    "swiss": "CHF",
    "taiwan": "TWD",
    "u.s.": "USD",
    "us": "USD",
}
# Coins and notes in words → currency, and the size of one; without a nation, whose people mean.
_NOUNS = {
    r"dollars?|bucks?": ("USD", 1.0),
    r"cents?|cts?|[¢￠]|(?<=\b\d\d)c|(?<=\.\d)c": ("USD", 0.01),
    r"euros?": ("EUR", 1.0),
    r"pounds?(?:\ssterling)?|sterling|quid": ("GBP", 1.0),
    r"pence|(?<=\b\d)p|(?<=\b\d\d)p|(?<=\.\d)p": ("GBP", 0.01),
    r"yen": ("JPY", 1.0),
    r"yuan|renminbi": ("CNY", 1.0),
    # "of five bids three won" speaks of no money
    r"(?:(?<=\d\d\d\s)|(?<=illion\s)|(?<=orean\s))won": ("KRW", 1.0),
    r"rupees?": ("INR", 1.0),
    r"francs?": ("CHF", 1.0),
    r"kronor|kronas?": ("SEK", 1.0),
    r"kroner?": ("kr", 1.0),
    r"reais": ("BRL", 1.0),
    r"pesos?": ("pesos", 1.0),
    r"rou?bles?": ("RUB", 1.0),
    r"liras?": ("TRY", 1.0),
    r"shekels?": ("ILS", 1.0),
    r"dirhams?": ("AED", 1.0),
    r"riyals?": ("SAR", 1.0),
    r"dinars?": ("KWD", 1.0),
    r"rand": ("ZAR", 1.0),
    r"zlotys?": ("PLN", 1.0),
    r"baht": ("THB", 1.0),
    r"ringgit": ("MYR", 1.0),
    r"rupiah": ("IDR", 1.0),
    r"dong": ("VND", 1.0),
}

# Every currency symbol of Unicode but the cent's: one without a name here names itself.
_RARE = (
    "\u058f\u060b\u07fe\u07ff\u09f2\u09f3\u09fb\u0af1\u0bf9\u17db\u20a0-\u20cf\ua838\ufdfc"
    "\U00011fdd-\U00011fe0\U0001e2ff\U0001ecb0\u00a4"
)
SIGN = rf"[{''.join(_SIGNS)}{_RARE}]"
_OWNED = rf"(?:U\.S\.|[A-Z]{{1,3}})?{SIGN}|(?:US|U\.S\.|{_CODE})[\s-]{SIGN}"
_OWNER_AFTER = rf"\$(?:{'|'.join(_OWNERS)})"
_SHORT = rf"(?:(?<![^\W\d_])(?:{'|'.join(_OTHER_NAMES)})|{_CODE})"
_NATION = rf"(?:(?:{'|'.join(map(re.escape, sorted(_NATIONS, key=len, reverse=True)))})[\s-])?"

BEFORE = rf"(?:{_OWNER_AFTER}|{_OWNED}|{_SHORT}\.?)"
SCALE_BEFORE = rf"[kKmM](?={SIGN}|{_CODE})"  # "M$ 5", "kEUR 5"
# "in 2026 $5", "in 2026 USD bn 5": the sign is the later number's
_NUMBER_AHEAD = rf"\.?{SIGN}?\s?(?:(?:[kmM]|bn|mn|[a-z]+illion)\s)?[-−–]?\.?\d"
CODE_AFTER = rf"(?:{_OWNED}|{_SHORT}(?![^\W_]))(?!{_NUMBER_AHEAD})"
NOUN_AFTER = rf"(?i:{_NATION}(?:{'|'.join(_NOUNS)}))"


def currency_of_sign(written: str) -> str:
    """Return the ISO code that a sign or code names; of a sign without one, the sign itself."""
    name = re.sub(r"[\s.-]", "", written)
    letters = re.sub(SIGN, "", name)
    if not letters:
        return _SIGNS.get(name, name)
    code = letters if re.fullmatch(_CODE, letters) else _OWNERS.get(letters, name)
    return _OTHER_NAMES.get(letters, code)


def is_currency(kind: str) -> bool:
    """Whether a kind of thing measured is money: an ISO code, or a sign or name without one."""
    return kind in {"kr", "pesos"} or re.fullmatch(rf"{_CODE}|\w*{SIGN}", kind) is not None


def currency_of_noun(text: str, start: int, end: int) -> tuple[str, float] | None:
    """Return the currency that a part of a text names, and its size: ("USD", 0.01) of "cents"."""
    for noun, (currency, size) in _NOUNS.items():
        found = re.compile(rf"(?i:(?P<nation>{_NATION})(?:{noun}))").fullmatch(text, start, end)
        if found:
            nation = " ".join(re.split(r"[\s-]+", found["nation"].strip(" -").lower()))
            return _NATIONS.get(nation, currency), size
    return None
