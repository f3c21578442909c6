"""TeX as MathML, with nothing in it that is not mathematics."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from rent_or_sell.extras import brought_by

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
# What formulas are made of. A text of TeX may hold markup, which the converter passes on.
TAGS = {
    *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mstyle"),
    *("msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd"),
    *("mpadded", "mphantom", "menclose", "mmultiscripts", "mprescripts", "none"),
}
_COMMAND = re.compile(r"\\(?!_)")  # in \text{…} the converter leaves the escape of an underscore
REFUSED = ("href", "style", "class", "id", "src")


def mathml(latex: str) -> ElementTree.Element:
    """Return a formula as a MathML element.

    Raises
    ------
    ValueError
        If the text is no TeX that can be shown, or holds what is no mathematics.
    """
    with brought_by("book"):
        from latex2mathml.converter import convert
    refusal = ValueError(f"{latex!r} is no TeX that can be shown; correct it")
    try:
        math = ElementTree.fromstring(convert(latex))
    except Exception as error:  # the converter raises errors of many kinds
        raise refusal from error
    # It takes braces that nobody closes, and hands on what it does not know.
    bare = re.sub(r"\\.", "", latex)
    if bare.count("{") != bare.count("}") or _COMMAND.search("".join(math.itertext())):
        raise refusal
    for element in math.iter():
        element.tag = element.tag.removeprefix(f"{{{NAMESPACE}}}")
        named = [name for name in element.attrib if name in REFUSED or name.startswith("on")]
        if element.tag not in TAGS or named:
            raise ValueError(f"{latex!r} holds what is no mathematics: {element.tag}")
    return math
