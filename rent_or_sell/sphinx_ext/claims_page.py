"""The directive that lists the article's claims, and where the chapters treat each of them."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from rent_or_sell.facts.claims import load_claims
from rent_or_sell.sphinx_ext.claim_role import PAGE, places
from rent_or_sell.sphinx_ext.named_book import book_of
from rent_or_sell.tables.claims_table import ClaimsTable, Treatment


class claims_download(nodes.General, nodes.Element):
    """Stands for the link to all claims until every chapter is read."""


class claims_section(nodes.General, nodes.Element):
    """Stands for the table of one section until every chapter is read."""


class ClaimsDirective(SphinxDirective):
    """`{claims}`: a heading and a table for each section of the article, one row a claim."""

    def run(self) -> list[nodes.Node]:
        """Return the download and the sections, to be filled in when all chapters are read."""
        titles = dict.fromkeys(
            claim.section for claim in load_claims(book_of(self.config).facts).values()
        )
        return [claims_download(), *map(self._section, titles)]

    def _section(self, title: str) -> nodes.section:
        section = nodes.section("", nodes.title(title, title), names=[title.lower()])
        self.state.document.note_implicit_target(section, section)
        section += claims_section("", of=title)
        return section


class ClaimsTables(SphinxPostTransform):
    """Fills in the tables, for the HTML builders alone."""

    default_priority = 400
    formats = ("html",)

    def run(self, **options: Any) -> None:
        """Replace what stands for a table by its HTML."""
        waiting = list(self.document.findall(claims_section))
        if not waiting:
            return
        table = ClaimsTable(book_of(self.config).facts, self._treatments())
        for node in waiting:
            node.replace_self(nodes.raw("", table.section_html(node["of"]), format="html"))
        for link in list(self.document.findall(claims_download)):
            link.replace_self(nodes.raw("", table.download_html(), format="html"))

    def _treatments(self) -> dict[str, list[Treatment]]:
        """Return the treatments of each claim, in the order of the book."""
        found: dict[str, list[Treatment]] = {}
        for page in self.env.collect_relations():
            chapter = self.env.titles[page].astext() if page in self.env.titles else page
            address = self.app.builder.get_relative_uri(self.env.docname, page)
            for place in places(self.env).get(page, ()):
                treatment = Treatment(chapter, f"{address}#{place.anchor}")
                found.setdefault(place.claim, []).append(treatment)
        return found


def _written_anew(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Name the page of the claims where it exists: any chapter may treat one more."""
    return [PAGE] if PAGE in env.found_docs else []


def setup(app: Sphinx) -> None:
    """Register the directive and what fills in its tables."""
    app.connect("env-updated", _written_anew)
    app.add_node(claims_download)
    app.add_node(claims_section)
    app.add_directive("claims", ClaimsDirective)
    app.add_post_transform(ClaimsTables)
