"""A worksheet for each numbered chapter: one page to print, made of what the chapter says itself.

It has the chapter's question, the base case of its explorer, room for a prediction, and the first
exercises with room to write; no answer stands on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import islice
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from rent_or_sell.sphinx_ext.made_pages import stands

EXERCISES = "Exercises"  # the heading below which a chapter's exercises stand
ASKED = 3  # of them, for which a page has room
PLAY = re.compile(r'<div class="play">(?P<play>.*?)<div class="pictures">', re.DOTALL)
LEAD = re.compile(r'<span class="answer-lead" data-line>(.*?)</span><span class="answer-more"')
CONTROL = re.compile(
    r'<span class="control-label">(?P<label>.*?)</span>.*?'
    r'class="control-value"[^>]* value="(?P<value>[^"]*)".*?'
    r'<span class="control-unit">(?P<unit>.*?)</span>',
    re.DOTALL,
)
NUMBER = re.compile(r"\d+\.\s+")
TAG = re.compile(r"<[^>]+>")
LINES = '<div class="lines"></div>'


def worksheet(doctree: nodes.document) -> str | None:
    """Return the worksheet of a chapter as HTML, or None where it has no explorer or exercises."""
    plays = (PLAY.search(raw.astext()) for raw in doctree.findall(nodes.raw))
    play = next((found["play"] for found in plays if found), None)
    asked = list(islice(_exercises(doctree), ASKED))
    if play is None or not asked:
        return None
    question = next(iter(doctree.findall(nodes.paragraph))).astext()
    exercises = "\n".join(f"<li>{escape(one)}{LINES}</li>" for one in asked)
    return (
        f"<p>{escape(question)}</p>\n{_prediction(play)}\n"
        f"<h2>{EXERCISES}</h2>\n<ol>\n{exercises}\n</ol>"
    )


def _prediction(play: str) -> str:
    """Return the base case, and a table in which it is changed by who has not looked yet."""
    heads = ("Assumption", "Base case", "I set it to", "I expect", "The explorer says")
    columns = "".join(f'<th scope="col">{head}</th>' for head in heads)
    lead = LEAD.search(play)
    rows = "\n".join(
        f'<tr><th scope="row">{found["label"]}</th><td>{found["value"]} {found["unit"]}</td>'
        "<td></td><td></td><td></td></tr>"
        for found in CONTROL.finditer(play)
    )
    return (
        "<h2>Predict first</h2>\n"
        f"<p>The base case: <b>{TAG.sub('', lead[1]) if lead else ''}</b></p>\n"
        "<p>Set one assumption at a time. Write down what you expect before you look.</p>\n"
        f"<table><thead><tr>{columns}</tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table>"
    )


def _exercises(doctree: nodes.document) -> Iterator[str]:
    """Yield the exercises, which begin with a number; hints and solutions are folds."""
    for section in doctree.findall(nodes.section):
        if section[0].astext() == EXERCISES:
            for child in section.children:
                if isinstance(child, nodes.paragraph) and NUMBER.match(child.astext()):
                    yield NUMBER.sub("", child.astext())


def _written(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the worksheets' pages."""
    for page in _chapters(app):
        if stands(app, _address(page), page):
            continue
        sheet = worksheet(app.env.get_and_resolve_doctree(page, app.builder))
        if sheet is not None:
            title = app.env.titles[page]
            number, name = title["secnumber"][0], title.astext()
            back = f'<a href="{Path(page).name}.html">{escape(name)}</a>'
            body = (
                f'<section class="worksheet">\n<p class="worksheet-name">Name</p>\n<h1>{escape(name)}</h1>\n'
                f"<p>Worksheet to chapter {number} of “{escape(app.config.html_title)}”</p>\n"
                f'<p class="side-link">To print, on one page; to {back}.</p>\n{sheet}\n</section>'
            )
            context = {"title": f"Worksheet {number}: {name}", "body": body, "metatags": ""}
            yield _address(page), context, "page.html"


def _chapters(app: Sphinx) -> list[str]:
    return [page for page, title in app.env.titles.items() if title.get("secnumber")]


def _address(page: str) -> str:
    return str(Path(page).with_name(f"worksheet-{Path(page).name}"))


def _add_link(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """End a chapter with the way to its worksheet."""
    if doctree is not None and page in _chapters(app) and worksheet(doctree) is not None:
        address = context["pathto"](_address(page))
        context["body"] += f'<p class="side-link"><a href="{address}">Worksheet to print</a></p>\n'


def setup(app: Sphinx) -> None:
    """Link each chapter's worksheet, before other lines at the page's end, and write them all."""
    app.connect("html-page-context", _add_link, priority=400)
    app.connect("html-collect-pages", _written)
