"""LaTeX as MathML, made when the book is built: formulas need no script and no other host."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from docutils import nodes
from sphinx.util import logging

from rent_or_sell.numbers.mathml import mathml

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

logger = logging.getLogger(__name__)

BREAKS = ("=", "+", "−")


def inline_formula(latex: str) -> str:
    """Return a formula as one MathML element that stands in a line of text."""
    return _markup(_parse(latex))


def block_formula(latex: str) -> str:
    """Return a formula as a box of its own, which may wrap before each outermost = + and −."""
    lines = " ".join(_markup(part) for part in _parts(_parse(latex)))
    return f'<div class="formula" role="group" aria-label="Formula">{lines}</div>'


def _parse(latex: str) -> ElementTree.Element:
    math = mathml(latex)
    for element in math.iter():
        # the converter leaves TeX's escape of the underscore in \text{…}
        element.text = (element.text or "").replace(r"\_", "_") or None
        if element.tag == "mtext" and (element.text or "").isidentifier():
            # text is space to an operator, and a browser would set none around it
            element.tag = "mi"
    return math


def _parts(math: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Yield pieces of a formula: browsers don't wrap MathML, but they wrap between elements."""
    row = math[0]
    part = ElementTree.Element("mrow")
    for position, child in enumerate(row):
        if position and child.tag == "mo" and child.text in BREAKS:
            yield _display(part)
            part = ElementTree.Element("mrow")
            child.attrib.update(form="infix", lspace="0.25em", rspace="0.25em")
        part.append(child)
    yield _display(part)


def _display(row: ElementTree.Element) -> ElementTree.Element:
    math = ElementTree.Element("math", displaystyle="true")
    math.append(row)
    return math


def _markup(element: ElementTree.Element) -> str:
    return ElementTree.tostring(element, encoding="unicode", short_empty_elements=False)


def name_wrong_formulas(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of each formula of a page that cannot be shown, and show its text instead."""
    for node in [*doctree.findall(nodes.math), *doctree.findall(nodes.math_block)]:
        try:
            mathml(node.astext())
        except ValueError as error:
            logger.warning("%s", error, location=_block(node), type="rent_or_sell")
            node.replace_self(nodes.literal(text=node.astext()))


def _block(node: nodes.Element) -> nodes.Element:
    """Return what knows its line: what stands in a line of text does not."""
    while isinstance(node, nodes.Inline):
        node = node.parent
    return node


def _visit_inline(translator: HTML5Translator, node: nodes.math) -> None:
    translator.body.append(inline_formula(node.astext()))
    raise nodes.SkipNode


def _visit_block(translator: HTML5Translator, node: nodes.math_block) -> None:
    ids: list[str] = node.get("ids", [])
    anchors = "".join(f'<span id="{anchor}"></span>' for anchor in ids)
    translator.body.append(anchors + block_formula(node.astext()))
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Print the book's mathematics as MathML instead of MathJax's source; name what is none."""
    app.connect("doctree-read", name_wrong_formulas)
    app.add_html_math_renderer("mathml", (_visit_inline, None), (_visit_block, None))
