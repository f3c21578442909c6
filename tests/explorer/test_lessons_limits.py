"""What Python and JavaScript both know of lessons is the same in both."""

from __future__ import annotations

import re

import pytest

from rent_or_sell.classroom.scorm import PASSED
from rent_or_sell.explorer.bundle import HERE
from rent_or_sell.explorer.lessons.class_data import LONGEST_QUESTION, MOST_LINKS


@pytest.mark.parametrize(
    ("name", "value", "script"),
    [
        ("LONGEST_QUESTION", LONGEST_QUESTION, "lesson.js"),
        ("MOST_LINKS", MOST_LINKS, "board_links.js"),
        ("PASSED", PASSED, "scorm.js"),
    ],
)
def test_a_limit_is_the_same_in_both_languages(name: str, value: int, script: str) -> None:
    text = (HERE / "lessons" / script).read_text(encoding="utf-8")
    assert re.findall(rf"const {name} = (\d+);", text) == [str(value)]
