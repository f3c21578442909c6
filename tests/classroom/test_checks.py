"""Checks of understanding: three a chapter, and none that would mislead."""

from __future__ import annotations

import re
from base64 import b64decode
from collections import Counter
from itertools import cycle
from pathlib import Path

import pytest
from tiny_book import build

from rent_or_sell.book import BOOK
from rent_or_sell.classroom.check_words import answer_words, question_words
from rent_or_sell.classroom.checks import Check, CheckError, plain, read_check
from rent_or_sell.classroom.copies import CHECK
from rent_or_sell.classroom.plain_markdown import Pages, plain_markdown
from rent_or_sell.classroom.sealed import sealed

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = (
    *("index", "bottleneck", "fifty-billion", "supply"),
    *("bundle", "rival", "watch-list", "bottom-line"),
)
CHOICE = [
    "right: If power",
    "is short.",
    "why: It would have waited.",
    "wrong: Never.",
    "why: Some wait.",
]
NUMBER = [
    "number: result.rack.deal_surplus_per_chip",
    "why: The ceiling less the floor.",
    "trap: result.rack.price_ceiling_per_chip",
    "why: That is the ceiling.",
    "otherwise: Subtract.",
]
ORDER = ["first: b", "why: It is least.", "next: c", "why: It is more.", "next: d", "why: Most."]


def checks_of(chapter: str) -> list[Check]:
    text = (ROOT / "book" / f"{chapter}.md").read_text(encoding="utf-8")
    return [
        read_check(found["title"], found["body"].splitlines(), BOOK)
        for found in CHECK.finditer(text)
    ]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_each_chapter_has_three(chapter: str) -> None:
    found = checks_of(chapter)
    assert len(found) == 3
    assert any(len(check.answers) >= 3 for check in found)


def test_some_are_answered_by_the_reader_s_own_case_and_some_are_orders() -> None:
    kinds = {chapter: [check.kind for check in checks_of(chapter)] for chapter in CHAPTERS}
    assert all("number" in kinds[chapter] for chapter in CHAPTERS)
    assert sum("order" in kinds[chapter] for chapter in CHAPTERS) >= 3


def test_the_place_of_an_answer_tells_nothing() -> None:
    choices = [one for chapter in CHAPTERS for one in checks_of(chapter) if one.kind == "choice"]
    places = Counter([answer.key for answer in one.answers].index("right") for one in choices)
    most = len(choices) // 3 + 1
    assert [place for place in range(3) if not 0 < places[place] <= most] == []


def test_lines_without_a_key_go_on() -> None:
    check = read_check(" When? ", CHOICE, BOOK)
    assert (check.kind, check.question) == ("choice", "When?")
    assert [answer.text for answer in check.answers] == ["If power is short.", "Never."]
    assert [answer.line for answer in check.answers] == [1, 4]


def test_what_is_put_in_order_is_never_shown_in_order() -> None:
    for lines in (ORDER, [*ORDER[4:], *ORDER[:4]]):
        ordered = [line.replace("first", "next") for line in lines]
        check = read_check("Which?", [ordered[0].replace("next", "first"), *ordered[1:]], BOOK)
        assert check.kind == "order"
        assert set(check.shown) == set(check.answers)
        assert check.shown != check.answers


@pytest.mark.parametrize(
    ("question", "lines", "line", "said"),
    [
        ("", CHOICE, 0, "a check needs a question"),
        ("Q", [], 0, "a check needs answers"),
        ("Q", ["If power"], 1, "“If power” has no key, such as “right:”"),
        ("Q", ["rihgt: a"], 1, "'rihgt' is not a key of a check; did you mean 'right'?"),
        ("Q", ["why: a"], 1, "stands beneath no answer"),
        ("Q", ["right: a", "why: b", "why: c"], 3, "stands beneath no answer"),
        ("Q", CHOICE[:3], 1, "one answer is no choice"),
        ("Q", ["right: a", "why: b", "wrong: A.", "why: c"], 3, "“A.” stands there twice"),
        ("Q", ["right: a", "why: b", "wrong: c"], 3, "“c” has no “why:” beneath it"),
        ("Q", ["right: a", "why: b", "right: c", "why: d"], 3, "one right answer, not 2"),
        ("Q", ["wrong: a", "why: b", "wrong: c", "why: d"], 0, "one right answer, not 0"),
        ("Q", [*CHOICE, "trap: result.rack.npv_rent", "why: x"], 6, "“trap:” has no place"),
        ("Q", [*NUMBER[:4]], 0, "a number needs “otherwise:”"),
        ("Q", [*NUMBER[2:], *NUMBER[:2]], 0, "a number begins with the one right answer"),
        ("Q", ["number: 5", "why: x", *NUMBER[4:]], 1, "“5” is no result, such as"),
        (
            "Q",
            ["number: result.rack.npv_rnet", "why: x", *NUMBER[4:]],
            *(1, "'npv_rnet' is not a result of rack; did you mean 'npv_rent'?"),
        ),
        (
            "Q",
            [*NUMBER[:2], "trap: result.rack.deal_surplus_per_chip", *NUMBER[3:]],
            *(3, "stands there twice"),
        ),
        ("Q", ["first: a", "why: b", "first: c", "why: d"], 3, "an order has one “first:”"),
        ("{num}`$5 <parameter.displacement>`", CHOICE, 0, "displacement"),
        ("Q", ["right: {num}`$5 <parameter.displacemnt>`", *CHOICE[2:]], 1, "displacemnt"),
        ("Q", ["right: {gloss}`flour`", "why: x", *CHOICE[3:]], 1, "'flour' is not a term"),
        ("Q", ["right: {claim}`AC12`", "why: x", *CHOICE[3:]], 1, "cannot show the role {claim}"),
    ],
)
def test_a_check_that_would_mislead_is_refused(
    question: str, lines: list[str], line: int, said: str
) -> None:
    with pytest.raises(CheckError, match=re.escape(said)) as refused:
        read_check(question, lines, BOOK)
    assert refused.value.line == line


def test_a_trap_too_near_the_answer_is_refused() -> None:
    near = ["number: result.fleet.powered[2026]", "why: x"]
    near += ["trap: result.fleet.rentable[2026]", "why: y", "otherwise: z"]
    with pytest.raises(CheckError, match="both are near 1.9") as refused:
        read_check("How many?", near, BOOK)
    assert refused.value.line == 3


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_key_is_sealed_under_its_question(chapter: str) -> None:
    for check in checks_of(chapter):
        text, question = sealed(check, BOOK), plain(check.question, BOOK).encode()
        opened = bytes(a ^ b for a, b in zip(b64decode(text), cycle(question), strict=False))
        for answer in check.answers:
            assert plain(answer.why, BOOK) in opened.decode()
            assert answer.why not in text


def test_a_notebook_has_question_and_folded_answers_or_no_answer() -> None:
    text = "```{check} Which?\n" + "\n".join(ORDER) + "\n```\n"
    for answers in (True, False):
        plainly = plain_markdown(text, BOOK, Pages({}, {}, answers=answers))
        assert plainly.startswith("**Check yourself.** Which?\n\n- ")
        assert ("<summary>Answers</summary>" in plainly) == answers
        assert ("It is least" in plainly) == answers


def test_a_number_is_written_out_at_the_base_values() -> None:
    check = read_check("How much?", NUMBER, BOOK)
    assert question_words(check) == "How much?"
    assert answer_words(check, BOOK).startswith("- **In the base case $2,870.** *The ceiling less")


@pytest.mark.builds
def test_a_wrong_check_stops_the_build_with_file_and_line(tmp_path: Path) -> None:
    page = "# A chapter\n\nWords.\n\n```{check} When?\nright: Now.\nwhy: It is.\nwrong: Now.\n```\n"
    built = build(tmp_path, index=page)
    assert built.returncode != 0
    assert re.search(r"book/index\.md:8: .*“Now\.” stands there twice", built.stderr)
