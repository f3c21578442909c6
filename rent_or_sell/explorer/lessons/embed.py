"""A page that holds one explorer and nothing else of a book, for pages of other sites to embed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from rent_or_sell.explorer.frame import environment
from rent_or_sell.explorer.page import refer_to, take_models, take_specs, take_workbooks
from rent_or_sell.explorer.spec import GeneratedModel
from rent_or_sell.explorer.widget import Explorer


@dataclass(frozen=True)
class Embedded:
    """An explorer taken apart: what stands on its page, and what its scripts are made of."""

    body: str
    models: list[GeneratedModel]
    specs: list[str]
    workbooks: Mapping[str, str]

    @property
    def kinds(self) -> list[str]:
        """The kinds of its parts."""
        return [part["kind"] for spec in self.specs for part in json.loads(spec)["parts"]]


def take_apart(explorer: Explorer) -> Embedded:
    """Return what an embedded explorer's page and its scripts are made of."""
    body, models = take_models(explorer.page_html())
    body, specs = take_specs(body)
    body, workbooks = take_workbooks(body)
    return Embedded(body, models, specs, workbooks)


def embed_page(embedded: Embedded, evidence: str = "", file_data: str = "", **told: Any) -> str:
    """Return the page; `told` are the addresses and names that its template asks for.

    `evidence` is the address of the book's page of all parameters; without one the evidence of
    each stands in the explorer. `file_data` are attributes, as HTML, that say where the scripts are
    which make files of a case.
    """
    body = refer_to(embedded.body, evidence) if evidence else embedded.body
    template = environment().get_template("lessons/embed.jinja")
    return (
        template.render(
            {"scored": False} | told | {"body": Markup(body), "file_data": Markup(file_data)}
        )
        + "\n"
    )
