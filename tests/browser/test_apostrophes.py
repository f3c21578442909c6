"""What readers see has the apostrophe of print, wherever it was written: prose, data or code."""

from __future__ import annotations

from pathlib import Path

from readers import Reader

# Words of a page that have the keyboard's apostrophe, outside of code.
KEYED = r"""() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!parentElement.closest("code, pre, script, style, textarea")) {
      found.push(...(data.match(/\S*\w'\w\S*/g) ?? []));
    }
  }
  return found;
}"""


def test_no_page_has_the_apostrophe_of_a_keyboard(reader: Reader, built_book: Path) -> None:
    pages = sorted((built_book / "book").glob("*.html"))
    assert len(pages) > 15
    keyed = {page.stem: reader.open(page.stem).evaluate(KEYED) for page in pages}
    assert {name: words for name, words in keyed.items() if words} == {}
