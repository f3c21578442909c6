"""The explorers of one page say once what they all say of an assumption."""

from __future__ import annotations

from rent_or_sell.explorer.page import ABOVE, say_once


def control(name: str, evidence: str) -> str:
    return (
        f'<div class="control" data-parameter="{name}"><summary>note</summary>'
        f'<div class="evidence">{evidence}</div></div>'
    )


def test_evidence_that_stands_already_is_referred_to() -> None:
    first, other = control("a", "<p>Seen</p>"), control("b", "<p>Seen</p>")
    again = (
        f'data-parameter="a"><summary>note</summary><div class="evidence" data-above>{ABOVE}</div>'
    )
    body = say_once(first + other + first)
    assert body.startswith(first + other)
    assert again in body.removeprefix(first + other)


def test_other_words_on_the_same_assumption_stay() -> None:
    body = control("a", "<p>Seen</p>") + control("a", "<p>Otherwise</p>")
    assert say_once(body) == body


def test_a_control_without_evidence_takes_none_from_the_next() -> None:
    bare = '<div class="control" data-parameter="a"></div>'
    body = control("a", "<p>Seen</p>") + bare + control("b", "<p>Seen</p>")
    assert say_once(body) == body
