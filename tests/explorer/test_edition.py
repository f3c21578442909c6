"""What an explorer knows of the editions of its book, so that it can say how old a link is."""

from __future__ import annotations

import json
from dataclasses import replace

from rent_or_sell import Edition, Explorer
from rent_or_sell.book import BOOK

THIRD = Edition(3, {2: {"heating": "Longer."}, 3: {"heating": "Dearer.", "gas": "New."}}, "p")


def test_what_changed_since_adds_up_over_editions() -> None:
    settings = THIRD.settings("heating")
    assert (settings["number"], settings["name"], settings["page"]) == (3, "the third edition", "p")
    assert settings["since"] == {
        "1": {"name": "the first edition", "words": "Longer. Dearer."},
        "2": {"name": "the second edition", "words": "Dearer."},
    }


def test_a_model_that_nothing_is_said_of_has_no_words() -> None:
    assert THIRD.settings("coal")["since"]["1"]["words"] == ""


def test_the_first_edition_has_no_past_and_one_far_off_is_numbered() -> None:
    assert Edition().settings("heating")["since"] == {}
    assert repr(Edition(2)) == "<Edition 2: the second edition>"
    assert repr(Edition(11)) == "<Edition 11: edition 11>"


def test_an_explorer_is_told_the_edition_of_its_book() -> None:
    explorers = (Explorer("market"), replace(BOOK, edition=THIRD).explorer("market"))
    told = [json.loads(each._spec)["edition"]["number"] for each in explorers]
    assert told == [BOOK.edition.number, 3]


def test_its_dates_are_said_in_one_line() -> None:
    found = replace(THIRD, as_of="2026-10-15")
    assert THIRD.dates == ""
    assert found.dates == "Facts to 15 October 2026"
    assert replace(found, searched="2026-11-24").dates == (
        "Facts to 15 October, searched to 24 November 2026"
    )
    assert replace(found, searched="2027-01-03").dates == (
        "Facts to 15 October 2026, searched to 3 January 2027"
    )
