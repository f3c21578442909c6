"""Every way in which money, shares and sizes are written is read, and what is no fact is left."""

from __future__ import annotations

import sys
import unicodedata
from itertools import product
from pathlib import Path

import pytest

from rent_or_sell.book import BOOK
from rent_or_sell.numbers.currencies import is_currency
from rent_or_sell.numbers.written_numbers import find_numbers
from rent_or_sell.prose.agreement import check
from rent_or_sell.prose.bound import BindingError, Bound
from rent_or_sell.prose.prose_numbers import findings

DOLLARS = [
    ("$5", 5),
    ("$ 5", 5),
    ("＄5", 5),
    ("$\N{NO-BREAK SPACE}5", 5),
    ("$1,353,812", 1353812),
    ("$1,000,000,000.50", 1000000000.5),
    ("$.5", 0.5),
    ("$0.13", 0.13),
    ("$5.000,00", 5000),
    ("$1.234.567", 1234567),
    ("$5,50", 5.5),
    ("$0,125", 0.125),
    ("$5 000", 5000),
    ("$5\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}000", 5e6),
    ("$5\N{THIN SPACE}000", 5000),
    ("$5\N{NARROW NO-BREAK SPACE}000.25", 5000.25),
    ("$5'000", 5000),
    ("$5\N{RIGHT SINGLE QUOTATION MARK}000", 5000),
    ("$5_000", 5000),
    ("$2½ billion", 2.5e9),
    ("$2 ½ billion", 2.5e9),
    ("$½ billion", 5e8),
    ("$1/2 billion", 5e8),
    ("$2 1/2 billion", 2.5e9),
    ("$20k", 20e3),
    ("$20K", 20e3),
    ("$20 K", 20e3),
    ("$20 thousand", 20e3),
    ("$50m", 50e6),
    ("$50 m", 50e6),
    ("$20mn", 20e6),
    ("$20 Mn", 20e6),
    ("$20mln", 20e6),
    ("$20 mil", 20e6),
    ("$20mio", 20e6),
    ("$20 Mio.", 20e6),
    ("$50M", 50e6),
    ("$5MM", 5e6),
    ("$5mm", 5e6),
    ("$0.13 M", 0.13e6),
    ("$50 million", 50e6),
    ("$50million", 50e6),
    ("$50-million", 50e6),
    ("$50\N{NON-BREAKING HYPHEN}million", 50e6),
    ("$50 Million", 50e6),
    ("$50 MILLION", 50e6),
    ("$50 millions", 50e6),
    ("$5bn", 5e9),
    ("$5 bn", 5e9),
    ("$5-bn", 5e9),
    ("$5Bn", 5e9),
    ("$5BN", 5e9),
    ("$5bln", 5e9),
    ("$5 bil", 5e9),
    ("$5B", 5e9),
    ("$5 B", 5e9),
    ("$5b", 5e9),
    ("$5mrd", 5e9),
    ("$5 Mrd.", 5e9),
    ("$5 billion", 5e9),
    ("$5-billion", 5e9),
    ("$5\N{NO-BREAK SPACE}billion", 5e9),
    ("$5\N{THIN SPACE}billion", 5e9),
    ("$5\N{NARROW NO-BREAK SPACE}billion", 5e9),
    ("$5\N{ZERO WIDTH SPACE}billion", 5e9),
    ("$5\N{WORD JOINER}bn", 5e9),
    ("$3 hundred billion", 300e9),
    ("$5 thousand million", 5e9),
    ("$1.2tn", 1.2e12),
    ("$3 trn", 3e12),
    ("$3trn", 3e12),
    ("$3 trln", 3e12),
    ("$3tln", 3e12),
    ("$1.2T", 1.2e12),
    ("$1.2t", 1.2e12),
    ("$1.2 trillion", 1.2e12),
    ("$2 quadrillion", 2e15),
    ("$5e9", 5e9),
    ("$5 × 10⁹", 5e9),
    ("$5×10^9", 5e9),
    ("$10⁹", 1e9),
    ("-$5", -5),
    ("−$5", -5),
    ("–$5", -5),
    ("$-5", -5),
    ("$−5 bn", -5e9),
    ("+$5", 5),
    ("minus $5", -5),
    ("US$5bn", 5e9),
    ("US$ 5 bn", 5e9),
    ("US $5bn", 5e9),
    ("US-$ 5", 5),
    ("$10+ billion", 10e9),
    ("U.S.$5bn", 5e9),
    ("$US5bn", 5e9),
    ("USD 5 billion", 5e9),
    ("USD\N{NO-BREAK SPACE}5\N{NO-BREAK SPACE}bn", 5e9),
    ("USD5bn", 5e9),
    ("USD$5bn", 5e9),
    ("USD 5m", 5e6),
    ("USD −5m", -5e6),
    ("5 USD", 5),
    ("5USD", 5),
    ("5bn USD", 5e9),
    ("5 billion USD", 5e9),
    ("5 MUSD", 5e6),
    ("5 kUSD", 5e3),
    ("USDm 5", 5e6),
    ("USD bn 5", 5e9),
    ("US$m 5", 5e6),
    ("$bn 5", 5e9),
    ("M$ 5", 5e6),
    ("k$5", 5e3),
    ("MUSD 5", 5e6),
    ("$ million 5", 5e6),
    ("5$", 5),
    ("5 $", 5),
    ("5 US$", 5),
    ("5 M$", 5e6),
    ("5M$", 5e6),
    ("5 k$", 5e3),
    ("5 bn$", 5e9),
    ("5 bn $", 5e9),
    ("5b dollars", 5e9),
    ("5 dollars", 5),
    ("five dollars", 5),
    ("five-dollar", 5),
    ("5 US dollars", 5),
    ("5 US-Dollar", 5),
    ("five USD", 5),
    ("five billion $", 5e9),
    ("5 U.S. dollars", 5),
    ("5 American dollars", 5),
    ("5bn dollars", 5e9),
    ("5 billion dollars", 5e9),
    ("5 billions of dollars", 5e9),
    ("5-billion-dollar", 5e9),
    ("five-billion-dollar", 5e9),
    ("a billion-dollar", 1e9),
    ("a million dollars", 1e6),
    ("half a billion dollars", 5e8),
    ("half-a-billion dollars", 5e8),
    ("half a dollar", 0.5),
    ("a quarter of a billion dollars", 2.5e8),
    ("three quarters of a million dollars", 7.5e5),
    ("one and a half billion dollars", 1.5e9),
    ("two-and-a-half billion dollars", 2.5e9),
    ("twenty-five million dollars", 25e6),
    ("five hundred million dollars", 500e6),
    ("two dozen dollars", 24),
    ("twenty thousand dollars", 20e3),
    ("Five\nbillion\ndollars", 5e9),
    ("500 bucks", 500),
    ("50 cents", 0.5),
    ("50-cent", 0.5),
    ("50 US cents", 0.5),
    ("fifty cents", 0.5),
    ("half a cent", 0.005),
    ("8.3 cents", 0.083),
    ("50¢", 0.5),
    ("50c", 0.5),
    ("50 ct", 0.5),
    ("50 cts", 0.5),
]

OTHER_MONEY = [
    ("€20m", 20e6, "EUR"),
    ("€ 5,5", 5.5, "EUR"),
    ("€5 000", 5000, "EUR"),
    ("€5.000.000,50", 5000000.5, "EUR"),
    ("5 €", 5, "EUR"),
    ("5€", 5, "EUR"),
    ("5 M€", 5e6, "EUR"),
    ("5k€", 5e3, "EUR"),
    ("5 Mio. €", 5e6, "EUR"),
    ("5 Mrd. €", 5e9, "EUR"),
    ("€m 5", 5e6, "EUR"),
    ("EUR 5m", 5e6, "EUR"),
    ("EUR5m", 5e6, "EUR"),
    ("EURm 5", 5e6, "EUR"),
    ("kEUR 5", 5e3, "EUR"),
    ("5 EUR", 5, "EUR"),
    ("5 mEUR", 5e6, "EUR"),
    ("5 euros", 5, "EUR"),
    ("five hundred million euros", 500e6, "EUR"),
    ("one euro", 1, "EUR"),
    ("50 euro cents", 0.5, "EUR"),
    ("£5", 5, "GBP"),
    ("£5m", 5e6, "GBP"),
    ("£1.5bn", 1.5e9, "GBP"),
    ("￡5", 5, "GBP"),
    ("GBP 5", 5, "GBP"),
    ("5 pounds", 5, "GBP"),
    ("5 pounds sterling", 5, "GBP"),
    ("five British pounds", 5, "GBP"),
    ("20 quid", 20, "GBP"),
    ("50 pence", 0.5, "GBP"),
    ("50p", 0.5, "GBP"),
    ("8.3p", 0.083, "GBP"),
    ("¥300", 300, "JPY"),
    ("￥300", 300, "JPY"),
    ("JP¥300", 300, "JPY"),
    ("JPY 300 bn", 300e9, "JPY"),
    ("300 yen", 300, "JPY"),
    ("three hundred billion yen", 300e9, "JPY"),
    ("CN¥300", 300, "CNY"),
    ("RMB 300m", 300e6, "CNY"),
    ("RMB300m", 300e6, "CNY"),
    ("CNY 300", 300, "CNY"),
    ("300 yuan", 300, "CNY"),
    ("300 renminbi", 300, "CNY"),
    ("NT$727 billion", 727e9, "TWD"),
    ("NT$ 727bn", 727e9, "TWD"),
    ("TWD 727bn", 727e9, "TWD"),
    ("727 billion new Taiwan dollars", 727e9, "TWD"),
    ("727 billion Taiwan dollars", 727e9, "TWD"),
    ("₩500", 500, "KRW"),
    ("KRW 500", 500, "KRW"),
    ("500 won", 500, "KRW"),
    ("5 trillion won", 5e12, "KRW"),
    ("five South Korean won", 5, "KRW"),
    ("₹500", 500, "INR"),
    ("₹5,00,000", 500000, "INR"),
    ("₹5 crore", 5e7, "INR"),
    ("₹2 lakh crore", 2e12, "INR"),
    ("Rs 500", 500, "INR"),
    ("Rs. 500", 500, "INR"),
    ("Rs.500", 500, "INR"),
    ("INR 5 lakh", 5e5, "INR"),
    ("500 rupees", 500, "INR"),
    ("A$5", 5, "AUD"),
    ("AU$5", 5, "AUD"),
    ("AUD$5", 5, "AUD"),
    ("$A5", 5, "AUD"),
    ("5 Australian dollars", 5, "AUD"),
    ("C$5", 5, "CAD"),
    ("CA$5", 5, "CAD"),
    ("CAD 5", 5, "CAD"),
    ("HK$5", 5, "HKD"),
    ("5 Hong Kong dollars", 5, "HKD"),
    ("S$5", 5, "SGD"),
    ("NZ$5", 5, "NZD"),
    ("R$5", 5, "BRL"),
    ("5 reais", 5, "BRL"),
    ("MX$5", 5, "MXN"),
    ("5 pesos", 5, "pesos"),
    ("CHF 5m", 5e6, "CHF"),
    ("SFr 5", 5, "CHF"),
    ("5 Swiss francs", 5, "CHF"),
    ("5 francs", 5, "CHF"),
    ("SEK 5", 5, "SEK"),
    ("5 kronor", 5, "SEK"),
    ("500 kr", 500, "kr"),
    ("kr 500", 500, "kr"),
    ("5 zł", 5, "PLN"),
    ("₽5", 5, "RUB"),
    ("5 roubles", 5, "RUB"),
    ("₺5", 5, "TRY"),
    ("TRY 5", 5, "TRY"),
    ("₪5", 5, "ILS"),
    ("5 shekels", 5, "ILS"),
    ("₫5", 5, "VND"),
    ("₱5", 5, "PHP"),
    ("฿5", 5, "THB"),
    ("₿5", 5, "BTC"),
    ("₦5", 5, "NGN"),
    ("₡5", 5, "₡"),
    ("SAR 5bn", 5e9, "SAR"),
    ("AED 5bn", 5e9, "AED"),
    ("5 dirhams", 5, "AED"),
    ("5 riyals", 5, "SAR"),
    ("ZAR 5", 5, "ZAR"),
    ("5 rand", 5, "ZAR"),
]

SHARES = [
    ("50%", 0.5),
    ("50 %", 0.5),
    ("50\N{NO-BREAK SPACE}%", 0.5),
    ("50\N{NARROW NO-BREAK SPACE}%", 0.5),
    ("50％", 0.5),
    ("0.5%", 0.005),
    (".5%", 0.005),
    ("21,5%", 0.215),
    ("2½%", 0.025),
    ("½%", 0.005),
    ("−3%", -0.03),
    ("–3%", -0.03),
    ("+3%", 0.03),
    ("minus 3%", -0.03),
    ("50 percent", 0.5),
    ("50percent", 0.5),
    ("50-percent", 0.5),
    ("50 per cent", 0.5),
    ("50-per-cent", 0.5),
    ("50 Percent", 0.5),
    ("50 pct", 0.5),
    ("50 pct.", 0.5),
    ("50 pc", 0.5),
    ("fifty percent", 0.5),
    ("fifty-odd percent", 0.5),
    ("50+ percent", 0.5),
    ("50-plus percent", 0.5),
    ("50 full percentage points", 0.5),
    ("fifty per cent", 0.5),
    ("fifty-five percent", 0.55),
    ("half a percent", 0.005),
    ("half of one percent", 0.005),
    ("a tenth of a percent", 0.001),
    ("50 percentage points", 0.5),
    ("50-percentage-point", 0.5),
    ("half a percentage point", 0.005),
    ("50pp", 0.5),
    ("50 ppts", 0.5),
    ("50 pps", 0.5),
    ("50bp", 0.005),
    ("50 bps", 0.005),
    ("50 basis points", 0.005),
    ("50-basis-point", 0.005),
    ("fifty basis points", 0.005),
    ("5‰", 0.005),
    ("5 per mille", 0.005),
    ("3x", 3),
    ("3X", 3),
    ("3 x", 3),
    ("3×", 3),
    ("3 ×", 3),
    ("2.5 times", 2.5),
    ("2½ times", 2.5),
    ("3-times", 3),
    ("threefold", 3),
    ("three-fold", 3),
    ("Tenfold", 10),
    ("hundredfold", 100),
    ("3-fold", 3),
    ("3fold", 3),
    ("2.5-fold", 2.5),
    ("½", 0.5),
    ("⅔", 2 / 3),
    ("1/3", 1 / 3),
    ("3/4", 0.75),
    ("6 in 10", 0.6),
    ("6 out of 10", 0.6),
    ("1 in 3", 1 / 3),
    ("1-in-3", 1 / 3),
    ("six in ten", 0.6),
    ("two out of three", 2 / 3),
    ("two thirds", 2 / 3),
    ("three-quarters", 0.75),
    ("nine tenths", 0.9),
    ("factor of 3", 3),
    ("95 out of 100", 0.95),
]

SIZES = [
    ("5 bn", 5e9, ""),
    ("5bn", 5e9, ""),
    ("20k", 20e3, ""),
    ("20K", 20e3, ""),
    ("5m", 5e6, ""),
    ("5 M", 5e6, ""),
    ("70B", 70e9, ""),
    ("5billion", 5e9, ""),
    ("half a billion", 5e8, ""),
    ("a million", 1e6, ""),
    ("5 hundred", 500, ""),
    ("5 lakh", 5e5, ""),
    ("20 grand", 20e3, ""),
    ("twenty grand", 20e3, ""),
    ("5m chips", 5e6, "chips"),
    ("three chips", 3, "chips"),
    ("144-chip", 144, "chips"),
    ("144 AI chips", 144, "chips"),
    ("144 Trainium3 chips", 144, "chips"),
    ("5 AI racks", 5, "racks"),
    ("two dozen racks", 24, "racks"),
    ("500 W", 500, "watts"),
    ("500W", 500, "watts"),
    ("1.2 kW", 1200, "watts"),
    ("1.2 KW", 1200, "watts"),
    ("120-kW", 120e3, "watts"),
    ("20 MW", 20e6, "watts"),
    ("20-MW", 20e6, "watts"),
    ("20\N{NO-BREAK SPACE}MW", 20e6, "watts"),
    ("3.9GW", 3.9e9, "watts"),
    ("1 TW", 1e12, "watts"),
    ("half a gigawatt", 0.5e9, "watts"),
    ("two gigawatts", 2e9, "watts"),
    ("5 megawatts", 5e6, "watts"),
    ("5 mega-watts", 5e6, "watts"),
    ("5 terawatts", 5e12, "watts"),
    ("5 kilowatts", 5e3, "watts"),
    ("5 Wh", 5, "watt-hours"),
    ("5 kWh", 5e3, "watt-hours"),
    ("5 MWh", 5e6, "watt-hours"),
    ("5 GWh", 5e9, "watt-hours"),
    ("5 TWh", 5e12, "watt-hours"),
    ("50 GW-hours", 50e9, "watt-hours"),
    ("5 more gigawatts", 5e9, "watts"),
    ("5 kilowatt-hours", 5e3, "watt-hours"),
    ("5 terawatt hours", 5e12, "watt-hours"),
    ("5 MVA", 5e6, "volt-amperes"),
    ("512 kB", 512e3, "bytes"),
    ("512 KB", 512e3, "bytes"),
    ("512 MB", 512e6, "bytes"),
    ("144 GB", 144e9, "bytes"),
    ("144GB", 144e9, "bytes"),
    ("144 GiB", 144 * 2.0**30, "bytes"),
    ("20.7 TB", 20.7e12, "bytes"),
    ("5 TiB", 5 * 2.0**40, "bytes"),
    ("5 PB", 5e15, "bytes"),
    ("5 EB", 5e18, "bytes"),
    ("5 gigabytes", 5e9, "bytes"),
    ("five terabytes", 5e12, "bytes"),
    ("4.9 TB/s", 4.9e12, "bytes"),
    ("800 Gbps", 800e9, "bits"),
    ("800 Gb/s", 800e9, "bits"),
    ("800 Gbit/s", 800e9, "bits"),
    ("800 gigabits", 800e9, "bits"),
    ("2,517 TFLOPS", 2517e12, "operations a second"),
    ("2 TFLOP/s", 2e12, "operations a second"),
    ("2 TFLOPs", 2e12, "operations a second"),
    ("362 PFLOPS", 362e15, "operations a second"),
    ("362PFLOPS", 362e15, "operations a second"),
    ("362 petaflops", 362e15, "operations a second"),
    ("362 petaFLOPS", 362e15, "operations a second"),
    ("1 exaflop", 1e18, "operations a second"),
    ("2 EFLOPS", 2e18, "operations a second"),
    ("2 TOPS", 2e12, "operations a second"),
    ("2.4 GHz", 2.4e9, "hertz"),
    ("1,600 kg", 1.6e6, "grams"),
    ("2 tonnes", 2e6, "grams"),
    ("2 tons", 2e6, "grams"),
    ("3,500 lb", 3500, "lb"),
    ("45 °C", 45, "°C"),
    ("5 km", 5e3, "metres"),
    ("50 miles", 50, "miles"),
    ("500 acres", 500, "acres"),
    ("5 million square feet", 5e6, "square feet"),
    ("5m sq ft", 5e6, "square feet"),
]

WRITTEN = [
    *((text, amount, "USD") for text, amount in DOLLARS),
    *OTHER_MONEY,
    *((text, amount, "share") for text, amount in SHARES),
    *SIZES,
]

# Combined with one another, each with each.
SCALES = [
    *((scale, 1e3) for scale in ("k", "K", "thousand")),
    *((scale, 1e6) for scale in ("m", "M", "MM", "mm", "mn", "Mn", "mln", "mil", "million")),
    *((scale, 1e9) for scale in ("bn", "Bn", "BN", "B", "b", "bln", "bil", "billion", "Billions")),
    *((scale, 1e12) for scale in ("tn", "trn", "tln", "T", "t", "tril", "trillion")),
]
GAPS = ("", " ", "\N{NO-BREAK SPACE}", "\N{THIN SPACE}", "\N{NARROW NO-BREAK SPACE}")
BEFORE = ("$", "US$", "A$", "NT$", "€", "£", "¥", "₹", "USD", "EUR", "CHF", "Rs")
AFTER = ("$", "€", "US$", "USD", "EUR", "dollars", "euros", "pounds", "yen", "of dollars")

# Both ends, in the basic unit; the text that stands alone reads as one range.
RANGES = [
    ("$3–4 bn", 3e9, 4e9, "USD"),
    ("$3-4bn", 3e9, 4e9, "USD"),
    ("$3 – 4 bn", 3e9, 4e9, "USD"),
    ("$3 - 4 bn", 3e9, 4e9, "USD"),
    ("$3—4 bn", 3e9, 4e9, "USD"),
    ("$3bn–4bn", 3e9, 4e9, "USD"),
    ("$3bn-$4bn", 3e9, 4e9, "USD"),
    ("$3 billion–$4 billion", 3e9, 4e9, "USD"),
    ("$3 to 4 billion", 3e9, 4e9, "USD"),
    ("$3 to $4 billion", 3e9, 4e9, "USD"),
    ("between $3 and $4 billion", 3e9, 4e9, "USD"),
    ("$900m–1.2bn", 0.9e9, 1.2e9, "USD"),
    ("3–4 bn dollars", 3e9, 4e9, "USD"),
    ("three to four billion dollars", 3e9, 4e9, "USD"),
    ("USD 3–4 bn", 3e9, 4e9, "USD"),
    ("3–4 bn USD", 3e9, 4e9, "USD"),
    ("USD bn 3–4", 3e9, 4e9, "USD"),
    ("$bn 3–4", 3e9, 4e9, "USD"),
    ("€3–4 bn", 3e9, 4e9, "EUR"),
    ("5 to 10 cents", 0.05, 0.1, "USD"),
    ("30–40%", 0.3, 0.4, "share"),
    ("30%–40%", 0.3, 0.4, "share"),
    ("30 - 40 %", 0.3, 0.4, "share"),
    ("30 to 40 per cent", 0.3, 0.4, "share"),
    ("30–40 basis points", 0.003, 0.004, "share"),
    ("2–3×", 2, 3, "share"),
    ("3–4 GW", 3e9, 4e9, "watts"),
]

NO_FACTS = [
    "In 2026 and 2027, from 2026 to 2031, the 2020s, FY26, FY2026 and 2025Q1, 2Q26, 1H26.",
    "On 5 May 2026, 30 June, 2026-04-09, at 5 pm, 10:30, 24/7.",
    "See p. 5, pp. 5–7, page 12, Fig. 3.",
    "Three columns, four chapters, two racks, one chip, five years, 18 months and 8,760 hours.",
    "A dozen questions, a hundred readers, 14 exercises, 3 controls and 12 tests.",
    "FP8 on H100, FP4 on GB300 NVL72, MI300X, TPU v5p, B200, Trainium3, Trn2, S3 and EC2.",
    "One p5.48xlarge or trn2.48xlarge; Python 3.11, version 1.2.3, ISO 4217.",
    "Form 10-K and 8-K, exercise 5b, section 2(b), question 3c, the 3 nm process, N2 and 3D.",
    "A pole 5m tall, 5 m long, 5 m wide, 3 m high, 2 m deep, at 5 m/s.",
    "The 1st, 2nd, 3rd and 21st; COVID-19; 4x4; a 16:9 screen; 1080p and 4:2.",
    "Of five bids three won; a real risk; the price of a dollar; a pound of flesh; percent of all.",
    "Billions of dollars, hundreds of millions, several billion, a few percent, per gigawatt.",
    "What $ and % mean, USD per chip, a share in percent, x and × as signs, k and m as letters.",
    "A third way is twice as good, three times as dear and doubled; the second half.",
    "One in ten, two in 2026, table 3 in 10 years, all in one.",
]


# A "×" after a number multiplies it; only alone does it belong to the number behind it.
LONELY = ("×3", "× 3", "×2.5")

# Digits beside a sign that nobody can read with certainty; the check says so.
UNREADABLE = ("$1,2345", "$5zillion", "EUR5x7", "1.2.3%", "$1.2.3", "50%ig", "5q€")

MARKUP = [
    ("$ five billion", "$ five billion"),
    (r"\$5 billion", "$5 billion"),
    ("&dollar;5 billion", "$5 billion"),
    ("&#36;5 billion", "$5 billion"),
    ("&euro;5", "€5"),
    ("5&nbsp;%", "5 %"),
    ("5&thinsp;bn", "5 bn"),
    ("**5** %", "5 %"),
    ("$**5** *billion*", "$5 billion"),
    ("[$5](https://example.org)", "$5"),
    ("<b>&euro;5</b>", "€5"),
    ("<p>\n&pound;5 and 5&nbsp;&percnt;\n</p>", "£5"),
    ('<img src="a.png" alt="at &euro;5">', "€5"),
    ("| a |\n|---|\n| 5 M€ |", "5 M€"),
    ('A <img src="a.png" alt="at &euro;5"> here', "€5"),
    ("$5/hour", "$5"),
    ("it costs$5", "$5"),
    ("$5-a-chip", "$5"),
    ("~$5", "$5"),
    (">5%", "5%"),
    ("$5+", "$5"),
    ("3..5%", "5%"),
    ("$5bn/year", "$5bn"),
]

# Every kind of thing measured → the unit of the data that is one of it.
BASIC_UNITS = {
    "": "items",
    "share": "fraction",
    "watts": "W",
    "watt-hours": "Wh",
    "volt-amperes": "VA",
    "bytes": "B",
    "bits": "bit",
    "operations a second": "FLOPS",
    "hertz": "Hz",
    "grams": "g",
    "metres": "m",
}


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
    (found,) = find_numbers(f"It takes {text} today")
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
            (found,) = find_numbers(f"In 2026, {text} went")[1:]
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
    check(text, in_basic_unit(None, kind, low, high))
    for wrong_low, wrong_high in ((low, 2 * high), (low / 2, high)):
        with pytest.raises(BindingError, match="disagrees"):
            check(text, in_basic_unit(None, kind, wrong_low, wrong_high))


@pytest.mark.parametrize(("text", "amount", "kind"), WRITTEN, ids=lambda value: str(value))
def test_bound_number_agrees_with_its_amount_only(text: str, amount: float, kind: str) -> None:
    check(text, in_basic_unit(amount, kind))
    for wrong in (1.7 * amount, amount * 1000, amount / 1000):
        with pytest.raises(BindingError, match="disagrees"):
            check(text, in_basic_unit(wrong, kind))


@pytest.mark.parametrize(("text", "amount", "kind"), OTHER_MONEY)
def test_another_currency_than_the_datas_disagrees(text: str, amount: float, kind: str) -> None:
    with pytest.raises(BindingError) as error:
        check(text, in_basic_unit(amount, "USD"))
    assert f"“{text}” is in {kind}, but table.row is " in str(error.value)
    assert "write the amount in USD" in str(error.value)


@pytest.mark.parametrize(("text", "amount"), DOLLARS)
def test_dollars_disagree_with_data_in_another_currency(text: str, amount: float) -> None:
    with pytest.raises(BindingError, match="is in USD, but .* TWD; write the amount in TWD"):
        check(text, in_basic_unit(amount, "TWD"))
