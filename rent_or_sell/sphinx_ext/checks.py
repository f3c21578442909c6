"""The directive `{check}`: a question with native controls, judged on the page and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from sphinx.writers.html5 import HTML5Translator

from rent_or_sell.classroom.checks import CheckError, plain, read_check, result_of
from rent_or_sell.classroom.sealed import sealed
from rent_or_sell.explorer import bundle
from rent_or_sell.explorer.units import unit_words
from rent_or_sell.sphinx_ext.assets import publish, script_of
from rent_or_sell.sphinx_ext.named_book import book_of

COUNTED = ("", "one question", "two questions", "three questions", "four questions")

logger = logging.getLogger(__name__)


class check(nodes.General, nodes.Element):
    """One question: its kind, its words and those of its answers, the unit of a number, the key."""


class checks(nodes.General, nodes.Element):
    """Questions that stand one after the other, in one fold."""


class CheckDirective(SphinxDirective):
    """A question as the directive's title; `rent_or_sell.classroom.checks` says what stands below."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the question; warn, which stops the build, of one that would mislead."""
        book = book_of(self.config)
        try:
            read = read_check(self.arguments[0], list(self.content), book)
        except CheckError as error:
            place = (self.env.docname, self.lineno + error.line)
            logger.warning(str(error), location=place, type="rent_or_sell")
            return []
        node = check(kind=read.kind, question=plain(read.question, book), sealed=sealed(read, book))
        if read.kind == "number":
            node["unit"] = unit_words(result_of(read.answers[0], book).unit)
        else:
            node["answers"] = [plain(answer.text, book) for answer in read.shown]
        return [node]


class GatherChecks(SphinxTransform):
    """Puts questions that stand one after the other into one fold."""

    default_priority = 500

    def apply(self, **kwargs: Any) -> None:
        """Make a fold of each first question and those behind it."""
        for position, first in enumerate(list(self.document.findall(check)), start=1):
            first["name"] = f"check-{position}"
            if isinstance(first.parent, checks):
                continue
            above, at = first.parent, first.parent.index(first)
            row = list(_row(above[at:]))
            del above[at : at + len(row)]
            above.insert(at, checks("", *row))


def _row(children: list[nodes.Node]) -> Iterator[nodes.Node]:
    for child in children:
        if not isinstance(child, check):
            return
        yield child


def _visit_checks(translator: HTML5Translator, node: checks) -> None:
    count = COUNTED[len(node)] if len(node) < len(COUNTED) else f"{len(node)} questions"
    translator.body.append(
        f'<details class="checks"><summary>Check yourself: {count}</summary>\n'
        '<p class="checks-note">What you answer is neither kept nor sent.</p>\n'
    )


def _depart_checks(translator: HTML5Translator, node: checks) -> None:
    translator.body.append("</details>\n")


def _visit_check(translator: HTML5Translator, node: check) -> None:
    translator.body.append(
        f'<fieldset class="check" data-kind="{node["kind"]}">'
        f"<legend>{escape(node['question'])}</legend>\n"
        f"{''.join(_CONTROLS[node['kind']](node))}"
        '<p class="check-row"><button type="button" class="button" hidden>Check</button> '
        '<span class="check-said" role="status"></span></p>\n</fieldset>\n'
    )
    raise nodes.SkipNode


def _choice(node: check) -> Iterator[str]:
    for answer in node["answers"]:
        radio = f'<input type="radio" name="{node["name"]}" autocomplete="off">'
        yield f"<label>{radio} <span>{escape(answer)}</span></label>\n"


def _number(node: check) -> Iterator[str]:
    unit = f" ({escape(node['unit'])})" if node["unit"] else ""
    box = '<input type="text" inputmode="text" autocomplete="off" spellcheck="false">'
    yield f"<label><span>Your number{unit}</span> {box}</label>\n"


def _order(node: check) -> Iterator[str]:
    places = range(1, len(node["answers"]) + 1)
    options = "".join(f'<option value="{place}">{place}</option>' for place in places)
    for answer in node["answers"]:
        choose = f'<select autocomplete="off"><option value="0">–</option>{options}</select>'
        yield f"<label>{choose} <span>{escape(answer)}</span></label>\n"


_CONTROLS = {"choice": _choice, "number": _number, "order": _order}


def _link_scripts(
    app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Give a page with checks a script of their keys and the one that judges, any other nothing."""
    keys = [node["sealed"] for node in doctree.findall(check)] if doctree else []
    if keys:
        context["metatags"] += key_scripts(app, keys, context["pathto"])


def key_scripts(app: Sphinx, keys: list[str], address: Callable[..., str]) -> str:
    """Return what loads the keys of a page's checks and the script that judges."""
    here = f"globalThis.checksHere = {json.dumps(keys)};\n"
    files = (("keys.js", here), ("checks.js", _script(Path(app.confdir))))
    sources = (address(publish(app, "_checks", name, text), resource=True) for name, text in files)
    return "".join(f'<script defer src="{escape(source)}"></script>\n' for source in sources)


@cache
def _script(root: Path) -> str:
    return script_of(bundle.CHECKS, root)


def setup(app: Sphinx) -> None:
    """Register the directive, its fold and its scripts."""
    app.add_directive("check", CheckDirective)
    app.add_node(checks, html=(_visit_checks, _depart_checks))
    app.add_node(check, html=(_visit_check, None))
    app.add_transform(GatherChecks)
    app.connect("html-page-context", _link_scripts)
