"""How wide the columns of a long table are: known before its first row, and fitted to the page."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

PAGE = 944  # pixels that a page gives its table on a laptop's screen of 1280
CHARACTER, WIDE_CHARACTER, GAP = 8, 9, 14  # pixels; letters of one word make up for each other less
MOST_LINES = 12  # in which a table is made to fit
LINES = 4  # of a table that does not fit, and scrolls
LONGEST_WORD = 16  # characters; longer ones, such as addresses, break
BREAKS = re.compile(r"\s+|(?<=[_/])")


def column_widths(columns: Sequence[Sequence[str]]) -> list[int]:
    """Return the width of each column, in pixels, from its texts, of which the heading is one.

    Four fifths of a column's cells stand on as few lines as fit the page, the same number in all
    columns, and no column is narrower than its longest word.
    """
    by_lines = (_on_lines(columns, lines) for lines in range(1, MOST_LINES + 1))
    fitting = (widths for widths in by_lines if sum(widths) <= PAGE)
    return next(fitting, None) or _on_lines(columns, LINES)


def _on_lines(columns: Sequence[Sequence[str]], lines: int) -> list[int]:
    return [
        max(
            WIDE_CHARACTER * _longest_word(texts),
            CHARACTER * math.ceil(_nearly_longest(texts) / lines),
        )
        + GAP
        for texts in columns
    ]


def _nearly_longest(texts: Iterable[str]) -> int:
    lengths = sorted(map(len, texts))
    return lengths[(len(lengths) - 1) * 4 // 5]


def _longest_word(texts: Iterable[str]) -> int:
    return min(LONGEST_WORD, max(len(word) for text in texts for word in BREAKS.split(text)))
