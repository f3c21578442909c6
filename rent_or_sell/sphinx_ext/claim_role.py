"""The role that marks where a claim of the article is treated, and the book's list of marks."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import Any, NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.environment.collectors import EnvironmentCollector
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.docutils import SphinxRole
from sphinx.writers.html5 import HTML5Translator

from rent_or_sell.facts.claims import TABLE, Claim, ClaimError, claims_named, load_claims
from rent_or_sell.sphinx_ext.cards import card_html, carded
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.tables.claims_table import claims_said

PAGE = "book/claims"

logger = logging.getLogger(__name__)


class Place(NamedTuple):
    """Where a claim is treated: the claim, the page and the mark's anchor on it."""

    claim: str
    page: str
    anchor: str


class ClaimRole(SphinxRole):
    """`` {claim}`AC12` `` or `` {claim}`AC12,AC13` ``, after the sentence that treats them."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return a mark for each claim; warn, which stops the build, of one that isn't there."""
        try:
            claims = claims_named(book_of(self.config).facts, self.text)
        except ClaimError as error:
            logger.warning(str(error), location=self.get_location(), type="rent_or_sell")
            return [], []
        # titles and tables of contents keep the text of a reference, and here there is none
        return [nodes.reference("", "", refuri="", claim=claim.identity) for claim in claims], []


class claim_mark(carded):
    """A superscript number that links to the claim; no text of its own, so no search finds it."""


class ClaimPlaces(EnvironmentCollector):
    """Gives each mark its anchor and remembers the places of all, whatever the reading order."""

    def clear_doc(self, app: Sphinx, env: BuildEnvironment, docname: str) -> None:
        """Forget the places on a page that is read again."""
        places(env).pop(docname, None)

    def merge_other(
        self, app: Sphinx, env: BuildEnvironment, docnames: set[str], other: BuildEnvironment
    ) -> None:
        """Take over the places that another process read."""
        places(env).update((page, places(other)[page]) for page in docnames & {*places(other)})

    def process_doc(self, app: Sphinx, doctree: nodes.document) -> None:
        """Collect a page's marks."""
        found: Counter[str] = Counter()
        for node in marks(doctree):
            claim = node["claim"]
            found[claim] += 1
            node["anchor"] = f"claim-{claim}" + (f"-{found[claim]}" if found[claim] > 1 else "")
            place = Place(claim, app.env.docname, node["anchor"])
            places(app.env).setdefault(place.page, []).append(place)


class ClaimMarks(SphinxPostTransform):
    """Turns the marks into links to the claims' rows, for the HTML builders alone."""

    default_priority = 400
    formats = ("html",)

    def run(self, **options: Any) -> None:
        """Replace each mark by a node with its number, its name and the link's address."""
        found = marks(self.document)
        if not found:  # a book without claims needs no table of them
            return
        page = self.app.builder.get_relative_uri(self.env.docname, PAGE)
        facts = book_of(self.config).facts
        claims, said = load_claims(facts), claims_said(facts)
        for node in found:
            claim, anchor = claims[node["claim"]], node["anchor"]
            address, name = f"{page}#{claim.identity}", f"note-{anchor}"
            card = claim_card(name, claim, said[claim.identity], address)
            shown = {"number": claim.number, "words": claim.name, "anchor": anchor}
            node.replace_self(claim_mark("", address=address, name=name, card=card, **shown))


def claim_card(name: str, claim: Claim, said: str, address: str) -> str:
    """Return the card of a claim: what is claimed, who said it, when and how firmly, its sources."""
    lines = (
        f'<strong class="note-value">Claim {escape(claim.number)}</strong>',
        f'<span class="note-label">{escape(claim.text)}.</span>',
        f"<span>{said}.</span>",
        f'<a href="{escape(address)}">This claim among the others</a>',
    )
    return card_html(name, f"{TABLE}.{claim.identity}", lines)


def places(env: BuildEnvironment) -> dict[str, list[Place]]:
    """Return the places where claims are treated, by page."""
    if not hasattr(env, "claim_places"):
        env.claim_places = {}  # type: ignore[attr-defined]
    found: dict[str, list[Place]] = env.claim_places  # type: ignore[attr-defined]
    return found


def marks(doctree: nodes.document) -> list[nodes.reference]:
    """Return a page's marks in order."""
    return [node for node in doctree.findall(nodes.reference) if "claim" in node]


def _visit(translator: HTML5Translator, node: claim_mark) -> None:
    words, anchor, address = (escape(node[key]) for key in ("words", "anchor", "address"))
    translator.body.append(
        f'<sup class="claim-mark"><a id="{anchor}" href="{address}" aria-label="{words}"'
        f' aria-describedby="{node["name"]}">{escape(node["number"])}</a></sup>'
    )
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the role, its marks and the list of their places."""
    app.add_role("claim", ClaimRole())
    app.add_node(claim_mark, html=(_visit, None))
    app.add_env_collector(ClaimPlaces)
    app.add_post_transform(ClaimMarks)
