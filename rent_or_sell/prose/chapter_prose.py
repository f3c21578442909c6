"""Takes a chapter apart: what readers read as prose, bound numbers, and marks of claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape

from rent_or_sell.extras import brought_by

with brought_by("book"):
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from myst_parser.config.main import MdParserConfig
    from myst_parser.parsers.mdit import create_md_parser

# as in _config.yml
EXTENSIONS = {"attrs_inline", "colon_fence", "deflist"}
# Directives whose body is no prose, and roles whose content is none.
NO_PROSE = {
    "bibliography",
    "claims",
    "code",
    "code-block",
    "code-cell",
    "dependency-graph",
    "equation",
    "equations",
    "formula-search",
    "literalinclude",
    "math",
    "parameters",
    "raw",
    "terms",
    "toctree",
}
NO_PROSE_ROLES = {"num", "claim", "equation", "math", "code"}
YIELDED_ROLES = {"num", "claim"}

# Stands where code, a formula or a bound number stood, so that its neighbours don't join.
_GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
_DIRECTIVE = re.compile(r"\{(?P<name>[\w-]+)\}\s*(?P<title>.*)")
_OPTION = re.compile(r":(?P<name>[\w-]+):\s*(?P<value>.*)")
_TAG = re.compile(r"<!--.*?-->|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>|<[^>]*>", re.DOTALL)
# Attributes that a reader sees or hears.
# Tags that part what stands on either side of them.
_PARTS = re.compile(
    r"</?(?:br|hr|p|div|li|ul|ol|td|th|tr|table|h[1-6]|img|figure|figcaption)\b", re.IGNORECASE
)
_SPOKEN = re.compile(r"\b(?:alt|title|aria-label)=(?:\"([^\"]*)\"|'([^']*)')")


@dataclass(frozen=True)
class Piece:
    """A block of prose, line breaks included, or the content of one `{num}` or `{claim}` role."""

    line: int
    text: str
    role: str = ""


def pieces(text: str) -> Iterator[Piece]:
    """Yield prose, bound numbers and marks of claims: headings, titles and alt text included.

    Left out are front matter, code, formulas, comments, options and the targets of links.
    """
    parser = create_md_parser(MdParserConfig(enable_extensions=EXTENSIONS), RendererHTML)
    return _blocks(parser, text, 1)


def _blocks(parser: MarkdownIt, text: str, first_line: int) -> Iterator[Piece]:
    for token in parser.parse(text):
        line = first_line + (token.map[0] if token.map else 0)
        if token.type == "inline":
            yield from _inline(token.children or [], line)
        elif token.type in ("fence", "colon_fence"):
            yield from _directive(parser, token, line)
        elif token.type == "html_block":
            yield Piece(line, _without_tags(token.content))


def _inline(tokens: Sequence[Token], line: int) -> Iterator[Piece]:
    """Yield a paragraph's bound numbers and marks, then its prose."""
    prose = ""
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.type == "myst_role" and token.meta["name"] in YIELDED_ROLES:
            yield Piece(line + prose.count("\n"), token.content, token.meta["name"])
        is_address = before is not None and (before.type, before.markup) == (
            "link_open",
            "autolink",
        )
        prose += _GAP if is_address else _prose(token)
    yield Piece(line, prose)


def _prose(token: Token) -> str:
    """Return what an inline token says; a gap for code, formulas and bound numbers."""
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    if token.type in ("text", "image"):
        return token.content + _title(token)
    if token.type == "html_inline":
        return _without_tags(token.content)
    if token.type == "myst_role" and token.meta["name"] not in NO_PROSE_ROLES:
        return re.sub(r"<[^<>]*>$", "", token.content)
    if token.type.endswith(("_open", "_close")):
        return _title(token)
    return _GAP + "\n" * token.content.count("\n")


def _directive(parser: MarkdownIt, token: Token, line: int) -> Iterator[Piece]:
    """Yield the title, alt text and body of a directive that holds prose."""
    match = _DIRECTIVE.match(token.info.strip())
    if not match or match["name"] in NO_PROSE:
        return
    title = parser.parseInline(match["title"])[0]
    yield from _inline(title.children or [], line)
    body = token.content.split("\n")
    for position, text in enumerate(body):
        option = _OPTION.match(text)
        if not option:
            break
        if option["name"] == "alt":
            yield Piece(line + 1 + position, option["value"])
        body[position] = ""
    yield from _blocks(parser, "\n".join(body), line + 1)


def _without_tags(html: str) -> str:
    """Return what a reader sees or hears of HTML, on the lines on which it stands."""
    return unescape(_TAG.sub(_spoken, html))


def _spoken(tag: re.Match[str]) -> str:
    """Return the attributes of a tag that a reader sees or hears, on as many lines as it takes."""
    comment = tag[0].startswith("<!--")
    said = [] if comment else ["".join(words) for words in _SPOKEN.findall(tag[0])]
    # a tag that says nothing joins its neighbours, as the page does: "$<b>50</b>m" is $50m
    words = f" {' '.join(said)} " if said or _PARTS.match(tag[0]) else ""
    return words + "\n" * (tag[0].count("\n") - " ".join(said).count("\n"))


def _title(token: Token) -> str:
    """Return what the pointer shows of a link or image, apart from what stands there."""
    title = token.attrGet("title")
    return f" {title} " if title else ""
