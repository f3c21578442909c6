"""The smallest change that turns a verdict: applied, it does turn it, and nothing shorter does."""

from __future__ import annotations

from collections import Counter

import numpy as np

from rent_or_sell.answers.cases import values_of
from rent_or_sell.answers.turn import turn, word_of
from rent_or_sell.book import BOOK
from rent_or_sell.trainium.views.rack_answer import TOSS_UP, VERDICT

RACK = BOOK.model("rack")
WORDS = [(case.text, case.when) for case in VERDICT]
DRAWN = [name for name, one in RACK.parameters.items() if one.draw]


def word(values: dict[str, float]) -> str:
    return str(word_of(WORDS, values | RACK.evaluate(values)))


def test_the_change_that_is_shown_turns_the_verdict_and_nothing_shorter_does() -> None:
    random = np.random.default_rng(20261127)
    seen: Counter[str] = Counter()
    for _ in range(60):
        names = random.choice(list(RACK.parameters), 6, replace=False)
        its = [RACK.parameters[str(name)] for name in names]
        changes = {p.name: p.low + (p.high - p.low) * random.uniform() for p in its}
        case = values_of(RACK, changes)
        now = word(case)
        found = turn(RACK, WORDS, changes)
        if not found:
            continue
        seen[now] += 1
        parameter = RACK.parameters[found.name]
        assert parameter.draw, "a decision turns nothing"
        assert word(case | {found.name: found.value}) == found.word != now, (changes, found)
        shown = float(found.said.replace(",", "").replace("−", "-").rstrip("%"))
        shown /= 100 if found.said.endswith("%") else 1
        assert abs(shown - found.value) <= 1e-9 * max(1, abs(shown)), found
        last = 10.0 ** -len(found.said.rstrip("%").partition(".")[2])  # what its last digit counts
        last /= 100 if found.said.endswith("%") else 1
        far = abs(found.value - case[found.name]) - last  # it was rounded away from the case
        far /= parameter.high - parameter.low
        for name in DRAWN:
            one = RACK.parameters[name]
            steps = np.linspace(-0.98, 0.98, 41) * far * (one.high - one.low)
            near = np.clip(case[name] + steps, min(one.low, case[name]), max(one.high, case[name]))
            near = near[np.abs(near - case[name]) <= 0.97 * far * (one.high - one.low)]
            values = case | {name: near}
            words = word_of(WORDS, values | RACK.evaluate(values))
            assert set(np.atleast_1d(words)) == {now} or far < 0.01, (changes, found, name)
    assert len(seen) >= 5, seen


def test_what_is_undecided_is_passed_over() -> None:
    near = turn(RACK, WORDS)
    far = turn(RACK, WORDS, undecided=(TOSS_UP,))
    assert near and far
    assert near.word == TOSS_UP
    assert far.word not in (TOSS_UP, word(values_of(RACK, None)))
    assert word(values_of(RACK, {far.name: far.value})) == far.word


def test_where_no_assumption_turns_it_none_is_named() -> None:
    assert turn(RACK, [("always", ())]) is None
