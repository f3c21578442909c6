"""The HTML of a page is written without what says nothing: indents, and some marks of Sphinx."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from rent_or_sell.sphinx_ext.site_files import without_idle_marks, without_indents

KEPT = "<pre>\n  def f():\n\n      return 1\n</pre>"


def test_indents_and_empty_lines_go() -> None:
    assert without_indents("<div>\n    <p>Two  words\n  and more </p>\n\n</div>\n") == (
        "<div>\n<p>Two  words\nand more </p>\n</div>\n"
    )


@pytest.mark.parametrize(
    "kept", [KEPT, KEPT.replace("pre>", "textarea>"), "<pre\nid='a'> \n b</pre>"]
)
def test_what_is_shown_as_it_is_written_stays(kept: str) -> None:
    assert without_indents(f"<p>\n  {kept}\n  </p>") == f"<p>\n{kept}\n</p>"


def test_spans_and_a_class_that_change_nothing_go() -> None:
    link = '<a class="reference internal" href="#parameter-chips">'
    name = '<code class="literal"><span class="pre">chips</span></code>'
    assert without_idle_marks(f'{link}<span class="std std-ref">chips</span></a> {name}') == (
        '<a href="#parameter-chips">chips</a> <code class="literal">chips</code>'
    )


def test_a_span_around_more_than_words_stays_whole() -> None:
    kept = '<span class="std std-ref"><em>The</em> rack</span>'
    assert without_idle_marks(kept) == kept


@pytest.mark.builds
def test_the_pages_have_no_indents_and_their_code_has(small_book: Path) -> None:
    page = (small_book / "chart.html").read_text(encoding="utf-8")
    assert "\n " not in re.sub(r"<pre>.*?</pre>", "", page, flags=re.DOTALL)
    assert '\n<span class="n">figure</span>' in page
    assert '<span class="pre">' not in page
