"""What stands on the slides of a chapter: few words of its own, and its charts.

A slide has a section's heading with its chart, its table or what it says in bold; what the chapter
says besides are the notes of who speaks. Solutions are folds, of which no slide is made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from rent_or_sell.sphinx_ext.checks import check

CHANGE = "What would change our mind"  # the section in which the argument ends
END = "To take away."  # how the last line of a chapter begins
EXPLORER = 'class="explorer"'
TRY = "Predict, then move one assumption"
QUESTION = "What do you think?"
SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z“])")
CHART = re.compile(r'<figure class="plotly-figure".*?</figure>', re.DOTALL)
PICTURE = re.compile(r'<div class="static-picture"[^>]*>\s*<svg.*?</svg>', re.DOTALL)
CHART_TITLE = re.compile(r'<p class="figure-title">(.*?)</p>')
SOURCE = re.compile(r"<figcaption>.*?</figcaption>", re.DOTALL)
COMPARISON = re.compile(r'<table class="sourced-table comparison">(.*?</table>)', re.DOTALL)
ROWS = 7  # of a table, for which a slide has room
SHORT = 6  # words, below which what is bold is a term


@dataclass(frozen=True)
class Slide:
    """One slide: its kind, its heading, its HTML below that, and paragraphs for who speaks."""

    kind: str
    heading: str
    body: str
    notes: list[str] = field(default_factory=list)


def deck(doctree: nodes.document, builder: StandaloneHTMLBuilder) -> list[Slide]:
    """Return the slides of a chapter that has a deck."""
    chapter = next(iter(doctree.findall(nodes.section)))
    before, behind = _opening(doctree)
    answer = next((one for one in _paragraphs([*before, *behind]) if _lead(one)), None)
    sections = [child for child in chapter.children if isinstance(child, nodes.section)]
    names = [section[0].astext() for section in sections]
    argument = sections[: names.index(CHANGE)] if CHANGE in names else []
    return [
        _title(chapter[0].astext(), _paragraphs(before), answer),
        Slide("explorer", TRY, _raw(behind[0], EXPLORER), _said(behind, but=answer)),
        *(slide for section in argument for slide in _argument(section)),
        *(_changes(section) for section in sections if section[0].astext() == CHANGE),
        *_question(doctree, builder),
        *_end(chapter),
    ]


def has_deck(doctree: nodes.document) -> bool:
    """Say whether a chapter opens with a question and an explorer, around which a deck is made."""
    before, behind = _opening(doctree)
    return bool(behind and _paragraphs(before))


def _opening(doctree: nodes.document) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """Return what stands above a chapter's sections: before its explorer, and from there on."""
    chapter = next(iter(doctree.findall(nodes.section)))
    head = [child for child in chapter.children if not isinstance(child, nodes.section)]
    place = next((at for at, one in enumerate(head) if _raw(one, EXPLORER)), len(head))
    return head[:place], head[place:]


def _paragraphs(children: list[nodes.Node]) -> list[nodes.paragraph]:
    return [child for child in children if isinstance(child, nodes.paragraph)]


def _title(name: str, paragraphs: list[nodes.paragraph], answer: nodes.paragraph | None) -> Slide:
    question, *rest = paragraphs
    body = f'<p class="asked">{escape(question.astext())}</p>'
    body += f'<p class="answered">{escape(answer.astext())}</p>' if answer else ""
    return Slide("title", name, body, _said(rest, but=answer))


def _argument(section: nodes.section) -> Iterator[Slide]:
    """Yield a slide for each chart of a section, or one with its table or its claim."""
    name, claim, notes = section[0].astext(), escape(_claim(section)), _said(section.children)
    html = "".join(raw.astext() for raw in section.findall(nodes.raw))
    charts = [chart for chart in CHART.findall(html) if PICTURE.search(chart)]
    if not charts:
        table = _table(section, html)
        yield Slide("table" if table else "words", name, table or f"<p>{claim}</p>", notes)
    for chart in charts:
        title, picture, source = (
            pattern.search(chart) for pattern in (CHART_TITLE, PICTURE, SOURCE)
        )
        drawn = (
            f"<figure>{picture[0] if picture else ''}</div>{source[0] if source else ''}</figure>"
        )
        words = title[1] if title else claim
        yield Slide("chart", name, f'<p class="claim">{words}</p>{drawn}', notes)
        notes = []


def _table(section: nodes.section, html: str) -> str:
    """Return the first table of a section for which a slide has room."""
    for found in COMPARISON.findall(html):
        if found.count("<tr") <= ROWS:
            return f"<table>{found}"
    for table in section.findall(nodes.table):
        rows = ("".join(map(_cell, row.children)) for row in table.findall(nodes.row))
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    return ""


def _cell(entry: nodes.Node) -> str:
    tag = "th" if isinstance(entry.parent.parent, nodes.thead) else "td"
    return f"<{tag}>{escape(entry.astext())}</{tag}>"


def _claim(section: nodes.section) -> str:
    """Return what a section says in bold, or else its first sentence."""
    said = (strong.astext() for strong in section.findall(nodes.strong))
    first = SENTENCE.split("".join(_said(section.children)[:1]))[0]
    return next((words for words in said if len(words.split()) >= SHORT), first)


def _changes(section: nodes.section) -> Slide:
    leads = (_lead(item) for item in section.findall(nodes.list_item))
    items = "".join(f"<li>{escape(lead.rstrip('.,'))}</li>" for lead in leads if lead)
    return Slide("list", section[0].astext(), f"<ul>{items}</ul>", _said(section.children))


def _question(doctree: nodes.document, builder: StandaloneHTMLBuilder) -> Iterator[Slide]:
    for asked in asked_of(doctree):
        body = builder.render_partial(asked)["fragment"]
        notes = [note.astext() for note in doctree.findall(_is_to_teachers)]
        yield Slide("question", QUESTION, body, notes)


def asked_of(doctree: nodes.document) -> list[check]:
    return [one for one in doctree.findall(check) if one["kind"] == "choice"][:1]


def _is_to_teachers(node: nodes.Node) -> bool:
    return isinstance(node, nodes.admonition) and node[0].astext() == "For teachers"


def _end(chapter: nodes.section) -> Iterator[Slide]:
    for paragraph in chapter.findall(nodes.paragraph):
        if paragraph.astext().startswith(END):
            words = paragraph.astext().removeprefix(END).strip()
            yield Slide("end", END.rstrip("."), f"<p>{escape(words)}</p>")


def _lead(paragraph: nodes.Element) -> str:
    """Return what a paragraph says in bold, if it begins so."""
    bold = next((one.astext() for one in paragraph.findall(nodes.strong)), "")
    return bold if paragraph.astext().startswith(bold) else ""


def _raw(node: nodes.Node, words: str) -> str:
    """Return the HTML in a node that holds some words, or nothing."""
    return next((raw.astext() for raw in node.findall(nodes.raw) if words in raw.astext()), "")


def _said(children: Sequence[nodes.Node], but: nodes.Node | None = None) -> list[str]:
    """Return the prose of what stands in a section, a paragraph or an item of a list each."""
    found = (one for child in children for one in child.findall(nodes.paragraph) if one is not but)
    texts = (one.astext() for one in found)
    return [text for text in texts if text and not text.startswith(END)]
