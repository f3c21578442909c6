"""The explorer on a published page: its frame, with spec and model as blocks of data behind it.

The blocks are data to a browser, never scripts; whoever builds the site takes models and specs out
of the page (`take_models`, `take_specs`) and into a script beside it, and workbooks
(`take_workbooks`) into scripts that are loaded when a reader asks for them. What is said of an
assumption in one explorer of a page need not be said in the next (`say_once`), nor where the book has a page of them (`refer_to`).
"""

from __future__ import annotations

import re
from collections import Counter

from rent_or_sell.explorer.spec import GeneratedModel

_MODEL = re.compile(
    r'<script type="text/plain" class="explorer-model" data-code="([\w-]+)">(.*?)</script>\n?',
    re.DOTALL,
)

_SPEC = re.compile(
    r'(?<=<script type="application/json" class="explorer-spec">)(.*?)(?=</script>)', re.DOTALL
)
_WORKBOOK = re.compile(
    r'<script type="application/json" class="explorer-workbook" data-code="([\w-]+)">(.*?)</script>\n?',
    re.DOTALL,
)
_EVIDENCE = re.compile(
    r'(data-parameter="(\w+)"(?:(?!data-parameter=).)*?<div class="evidence")>(.*?)</div>',
    re.DOTALL,
)
_NAME = re.compile(r'<section class="explorer" data-explorer="([^"]*)"')
ABOVE = "<p>As in the explorer above.</p>"
ELSEWHERE = "Its range, reasons and sources, in the book"


def page_html(markup: str, spec: str, model: GeneratedModel, workbook: str = "") -> str:
    """Return an explorer's frame with its spec, its model and perhaps its workbook as data."""
    tail = ""
    if workbook:
        kind = f'type="application/json" class="explorer-workbook" data-code="{model.key}"'
        tail = f"<script {kind}>{_inert(workbook)}</script>\n"
    return (
        f"{markup}\n"
        f'<script type="application/json" class="explorer-spec">{_inert(spec)}</script>\n'
        f'<script type="text/plain" class="explorer-model" data-code="{model.key}">'
        f"{_inert_code(model.code)}</script>\n{tail}"
    )


def doubled(body: str) -> list[str]:
    """Return the names that several explorers of a page have: links and history know one each."""
    names = Counter(_NAME.findall(body))
    return [name for name, count in names.items() if count > 1]


def take_models(body: str) -> tuple[str, list[GeneratedModel]]:
    """Return a page's body without its models, and the models, each once."""
    found = {key: GeneratedModel(key, _restored(code)) for key, code in _MODEL.findall(body)}
    return _MODEL.sub("", body), [found[key] for key in sorted(found)]


def take_specs(body: str) -> tuple[str, list[str]]:
    """Return a page's body with the places of its specs empty, and the specs in their order."""
    return _SPEC.sub("", body), _SPEC.findall(body)


def take_workbooks(body: str) -> tuple[str, dict[str, str]]:
    """Return a page's body without its workbooks, and their templates as JSON by model."""
    return _WORKBOOK.sub("", body), dict(sorted(_WORKBOOK.findall(body)))


def say_once(body: str) -> str:
    """Return a page's body in which a later explorer refers to the evidence that stands already.

    The page's script says it there, too (`page.js`).
    """
    first: dict[str, re.Match[str]] = {}

    def again(control: re.Match[str]) -> str:
        before = first.setdefault(control[2], control)
        if before is control or before[3] != control[3]:
            return control[0]
        return f"{control[1]} data-above>{ABOVE}</div>"

    return _EVIDENCE.sub(again, body)


def refer_to(body: str, page: str) -> str:
    """Return a page's body whose evidence stands on another page, each at its parameter's anchor."""
    return _EVIDENCE.sub(
        lambda control: (
            f'{control[1]}><p><a href="{page}#parameter-{control[2]}">{ELSEWHERE}</a></p></div>'
        ),
        body,
    )


def _inert(json_text: str) -> str:
    """Return JSON in which no string can end the element that holds it."""
    return json_text.replace("<", "\\u003c")


def _inert_code(code: str) -> str:
    return code.replace("&", "&amp;").replace("<", "&lt;")


def _restored(code: str) -> str:
    return code.replace("&lt;", "<").replace("&amp;", "&")
