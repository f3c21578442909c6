"""Texts that nobody should paste or type, seeded, with what must be made of those that are links.

Unknown names, text for numbers, values beyond the limits, a thousand parameters, repeated keys,
names that every object has, broken percent-encoding, markup and scripts, nothing at all, 100 kB,
odd Unicode and nulls.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from urllib.parse import quote

from rent_or_sell.model.parameters import Parameter

MARKUP = (
    '<img src=x onerror="globalThis.pwned = 1">',
    "<script>globalThis.pwned = 1</script>",
    "<svg onload='globalThis.pwned = 1'>",
    "</option></select><b>bold</b>",
    '"><iframe srcdoc="<script>parent.pwned = 1</script>">',
    "javascript:globalThis.pwned=1",
    "&lt;b&gt;&amp;",
    "${globalThis.pwned = 1}{{pwned = 1}}",
)
OF_EVERY_OBJECT = (
    *("__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"),
    *("__proto__[polluted]", "constructor.prototype.polluted", "__defineGetter__", "length"),
)
ODD = (
    *("\0", "a\0b", "\u202eevil", "\U0001f9e8" * 3, "e\u0301\u0301", "\ufeff", "\ud800", "\uffff"),
    *("\u2028", "\u00a0"),
)
NO_NUMBERS = (
    *(
        "lots",
        "",
        " ",
        "NaN",
        "Infinity",
        "-Infinity",
        "0x10",
        "1_000",
        "1,5",
        "\uff11\uff12",
        "--1",
        "1e",
    ),
    *("null", "undefined", "true", "[1]", "{}", "1 2", "1;2", "\u0663", "1e5e5", "+", "."),
)
BROKEN = ("%", "%zz", "%E0%A4%A", "%C0%AF", "%u0041", "%%%", "%F0%9F%92", "%0")
HUGE = 100_000  # characters
MANY = 1_000  # parameters
BATCH = 500  # texts that travel to a page at once


@dataclass(frozen=True)
class Hostile:
    """A text; for one that is a link to the model, what is taken from it and how much is ignored.

    `taken` is None for a text of which nothing is promised but that it does no harm.
    """

    text: str
    taken: Mapping[str, float] | None = None
    ignored: int = 0


def hostile_texts(
    count: int, seed: int, parameters: Mapping[str, Parameter], explorers: tuple[str, ...]
) -> Iterator[Hostile]:
    """Yield texts; `explorers` are names of those that ask the model, for links to name."""
    random = Random(seed)
    for number in range(count):
        if number % 5 == 0:
            yield Hostile(_noise(random, parameters))
        else:
            yield _link(random, parameters, explorers, MANY if number % 50 == 1 else 8)


def batches(texts: list[Hostile]) -> Iterator[tuple[list[Hostile], str]]:
    """Yield the texts some hundreds at a time, and as JSON: in ASCII, lone surrogates and all."""
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        yield batch, json.dumps([one.text for one in batch])


def _link(
    random: Random, parameters: Mapping[str, Parameter], explorers: tuple[str, ...], most: int
) -> Hostile:
    """Return a link with some pairs that hold, among others that do not."""
    pairs: list[str] = []
    taken: dict[str, float] = {}
    for _ in range(random.randint(1, most)):
        name = random.choice(list(parameters))
        if random.random() < (0.3 if most < MANY else 0.01):
            taken[name] = _inside(random, parameters[name])
            pairs.append(f"{name}={taken[name]!r}")
        else:
            pairs.append(random.choice(_WRONG)(random, parameters[name]))
    # Of a name given several times the last one holds, and the earlier ones are ignored.
    ignored = len(pairs) - len(taken)
    explorer = random.choice(explorers)
    place = random.randrange(len(pairs) + 1)
    pairs.insert(place, f"explorer={quote(explorer)}")
    if random.random() < 0.1:  # of an explorer named twice the first is ignored
        pairs.insert(0, f"explorer={quote(random.choice(MARKUP))}")
        ignored += 1
    before = random.choice(("", "#", "https://elsewhere.test/book/index.html#", "?a=b&c#", "  #"))
    return Hostile(before + "&".join(pairs), taken, ignored)


def _noise(random: Random, parameters: Mapping[str, Parameter]) -> str:
    """Return a text that is hardly a link."""
    name = random.choice(list(parameters))
    return random.choice(
        (
            "",
            " \t ",
            random.choice(MARKUP),
            random.choice(ODD),
            random.choice(BROKEN),
            random.choice(NO_NUMBERS),
            "x" * HUGE,
            f"{name}={'9' * HUGE}",
            f"explorer={random.choice(MARKUP)}&{name}=1",
            f"explorer=__proto__&{name}=1",
            "&" * random.randint(1, 500),
            "#" * random.randint(1, 50),
            "".join(chr(random.randrange(1, 0x2FFF)) for _ in range(random.randint(1, 200))),
            f"edition={random.choice(MARKUP)}&{name}=1",
            f"explorer&edition&{name}&=&==&&",
        )
    )


def _inside(random: Random, parameter: Parameter) -> float:
    return random.uniform(max(parameter.minimum, parameter.low), parameter.high)


# Pairs of which nothing can be taken


def _unknown_name(random: Random, parameter: Parameter) -> str:
    return f"{parameter.name}{random.randrange(100)}x=1"


def _no_number(random: Random, parameter: Parameter) -> str:
    return f"{parameter.name}={quote(random.choice(NO_NUMBERS))}"


def _beyond(random: Random, parameter: Parameter) -> str:
    beyond = random.choice((parameter.maximum * 10 + 1, parameter.minimum - 1, 1e308, -1e308))
    return f"{parameter.name}={beyond!r}"


def _every_object(random: Random, _parameter: Parameter) -> str:
    return f"{quote(random.choice(OF_EVERY_OBJECT))}=1"


def _markup(random: Random, parameter: Parameter) -> str:
    markup = quote(random.choice(MARKUP))
    return random.choice((f"{markup}=1", f"{parameter.name}={markup}", f"{markup}={markup}"))


def _broken(random: Random, parameter: Parameter) -> str:
    broken = random.choice(BROKEN)
    return random.choice((f"{parameter.name}{broken}=1", f"{parameter.name}=1{broken}"))


def _odd(random: Random, parameter: Parameter) -> str:
    odd = quote(random.choice(ODD), errors="surrogatepass")
    return random.choice((f"{odd}=1", f"{parameter.name}=1{odd}", f"{parameter.name}{odd}=0.5"))


_WRONG = (_unknown_name, _no_number, _beyond, _every_object, _markup, _broken, _odd)
