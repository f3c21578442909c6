"""A chapter's Markdown without roles and directives, as any notebook shows it.

What the site shows in a card stands in a link's title; what it lists from the data is written out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from rent_or_sell.books import Book
from rent_or_sell.classroom.check_words import answer_words, question_words
from rent_or_sell.classroom.checks import read_check
from rent_or_sell.classroom.listings import LISTINGS, escaped, escaped_title
from rent_or_sell.facts.claims import claims_named
from rent_or_sell.facts.glossary import term_of
from rent_or_sell.prose.binding import bind
from rent_or_sell.prose.bound import Bound
from rent_or_sell.tables.table_page import is_web_address

# A fence of backticks or colons, and the same at the end: longer ones may hold shorter ones.
_DIRECTIVE = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{(?P<name>[\w-]+)\}[ ]*(?P<title>.*)\n(?P<body>(?:.*\n)*?)(?P=fence)[ ]*$",
    re.MULTILINE,
)
_SPAN = re.compile(r"\[(?P<text>[^\[\]]+)\]\{[^{}]+\}")  # words with a class of the site's
_OF_THE_PAGE = re.compile(r" ?\[[^\[\]]+\]\{\.of-the-page\}")  # what is true there alone
_ROLE = re.compile(r"\{(?P<name>\w+)\}`(?P<content>[^`]+)`")
_TARGET = re.compile(r"^\((?P<name>[\w-]+)\)=\n+#+ (?P<heading>.*)$", re.MULTILINE)
_LINK = re.compile(r"\]\((?P<page>[\w-]+\.md)?(?:#(?P<anchor>[\w-]+))?\)")
_SITE_ALONE = re.compile(r"<a href=\"[\w-]+\.html\">(?P<text>.*?)</a>", re.DOTALL)  # no notebook
_SCENARIO = re.compile(
    r"<a href=\"[\w-]+\.html#(?P<fragment>[^\"]+)\">(?P<text>.*?)</a>", re.DOTALL
)

PAGES_ALONE = ("teacher-links", "class-board")  # forms whose scripts the site has


class PlainError(ValueError):
    """A chapter holds something that no notebook can show; the message says what."""


@dataclass(frozen=True)
class Pages:
    """Where things stand in the notebooks: their files by chapter, explorers by identity.

    Beneath a check its answers may stand, or not.
    """

    files: Mapping[str, str]
    explorers: Mapping[str, str]
    answers: bool = True

    def file(self, chapter: str) -> str:
        """Return the notebook of a chapter such as "model"."""
        if chapter not in self.files:
            raise PlainError(f"a link leads to {chapter}.md, which is not a chapter of the book")
        return self.files[chapter]


def plain_markdown(text: str, book: Book, pages: Pages) -> str:
    """Return a chapter's Markdown as CommonMark with links and a few tags of HTML.

    Raises
    ------
    PlainError
        If it holds a role or a directive that is not known here.
    """
    text = _without_formulas(text)
    headings = {found["name"]: found["heading"] for found in _TARGET.finditer(text)}
    text = _TARGET.sub(lambda found: found[0].partition("\n")[2].lstrip("\n"), text)
    text = _DIRECTIVE.sub(lambda found: _directive(found, book, pages), text)
    text = _OF_THE_PAGE.sub("", text)
    text = _SPAN.sub(lambda found: found["text"], text)
    text = _ROLE.sub(lambda found: _role(found, book, pages), text)
    text = _SITE_ALONE.sub(lambda found: found["text"], text)
    text = _SCENARIO.sub(lambda found: _scenario(found, pages), text)
    return _LINK.sub(lambda found: _link(found, pages, headings), text).strip()


def _without_formulas(text: str) -> str:
    """Return Markdown whose dollars are dollars: between two of them notebooks see a formula."""
    pieces = re.split(r"(^`{3,}(?!`*\{)[\s\S]*?^`{3,}[ ]*$|`[^`]+`)", text, flags=re.MULTILINE)
    return "".join(piece if at % 2 else escaped(piece) for at, piece in enumerate(pieces))


def _directive(found: re.Match[str], book: Book, pages: Pages) -> str:
    name, title, body = found["name"], found["title"].strip(), found["body"].strip("\n")
    if name == "dropdown":
        return _fold(title, plain_markdown(body, book, pages))
    if name == "check":
        check = read_check(title, body.splitlines(), book)
        answers = _fold("Answers", escaped(answer_words(check, book))) if pages.answers else ""
        return f"**Check yourself.** {question_words(check)}\n\n{answers}".strip()
    if name == "admonition":
        lines = [f"**{title}**", "", *body.splitlines()]
        return "\n".join(f"> {line}".rstrip() for line in lines)
    if name in PAGES_ALONE:
        return "*This form works on the book’s page alone.*"
    if name not in LISTINGS:
        raise PlainError(f"no notebook can show the directive {{{name}}}")
    return LISTINGS[name](book, title or body)


def _fold(title: str, inside: str) -> str:
    return f"<details>\n<summary>{title}</summary>\n\n{inside}\n\n</details>"


def _role(found: re.Match[str], book: Book, pages: Pages) -> str:
    name = found["name"]
    if name not in _ROLES:
        raise PlainError(f"no notebook can show the role {{{name}}}")
    return _ROLES[name](found["content"], book, pages)


def _number(content: str, book: Book, pages: Pages) -> str:
    text, bound = bind(book, content)
    said = ", ".join(part for part in (bound.who_said, bound.as_of) if part)
    parts = (bound.label, said, bound.firmness)
    return _titled(text, _evidence(bound, pages), "; ".join(part for part in parts if part))


def _evidence(bound: Bound, pages: Pages) -> str:
    """Return where a number comes from: its first public document, or the book's own page."""
    public = [mark.url for mark in bound.sources if is_web_address(mark.url)]
    if bound.kind == "fact":
        return public[0] if public else pages.file("sources")
    return pages.file("model")


def _claim(content: str, book: Book, pages: Pages) -> str:
    return "".join(
        _titled(f"<sup>[{claim.number}]</sup>", pages.file("claims"), claim.name)
        for claim in claims_named(book.facts, content)
    )


def _term(content: str, book: Book, pages: Pages) -> str:
    return _titled(content, pages.file("glossary"), term_of(book.facts, content).definition)


_ROLES: Mapping[str, Callable[[str, Book, Pages], str]] = {
    "num": _number,
    "claim": _claim,
    "gloss": _term,
}


def _titled(text: str, address: str, title: str) -> str:
    shown = escaped(text).replace("[", r"\[").replace("]", r"\]")
    quoted = escaped_title(title.replace("\\", r"\\").replace('"', r"\""))
    return f'[{shown}](<{address}> "{quoted}")'


def _scenario(found: re.Match[str], pages: Pages) -> str:
    """Return what a link to an explorer with changes shows, as a line of Python to run."""
    pairs = dict(parse_qsl(found["fragment"].replace("&amp;", "&")))
    explorer = pairs.pop("explorer")
    if explorer not in pages.explorers:
        raise PlainError(f"a link leads to the explorer {explorer}, which no chapter shows")
    changes = ", ".join(f'"{name}": {value}' for name, value in pairs.items())
    code = pages.explorers[explorer][:-1] + f", changes={{{changes}}})"
    return f"{found['text']} (run `{code}`)"


def _link(found: re.Match[str], pages: Pages, headings: Mapping[str, str]) -> str:
    page, anchor = found["page"], found["anchor"]
    if page:
        return f"](<{pages.file(page.removesuffix('.md'))}>)"
    heading = headings.get(anchor or "", anchor or "")
    return f"](#{heading.replace(' ', '-')})"
