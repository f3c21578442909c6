"""Anchors that the whole book can link to, checked by Sphinx when it builds."""

from __future__ import annotations

import re
from typing import cast

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment

_DATA_TABLE = re.compile(r'<section class="data-table" id="([\w-]+)"')


def add_anchor(env: BuildEnvironment, node: nodes.Element, anchor: str, title: str) -> None:
    """Make a node the target of `{ref}` under the anchor's name, and of links to the anchor."""
    node["ids"].append(anchor)
    _standard(env).note_hyperlink_target(anchor, env.docname, anchor, title)


def note_data_tables(app: Sphinx, doctree: nodes.document) -> None:
    """Make each table of a data listing, which is the HTML of a cell, a target too."""
    for node in doctree.findall(nodes.raw):
        for anchor in _DATA_TABLE.findall(node.astext()):
            _standard(app.env).note_hyperlink_target(anchor, app.env.docname, anchor, anchor)


def address_of(app: Sphinx, page: str, anchor: str) -> str:
    """Return an anchor's address, seen from a page; "" if no page of the book has it."""
    target, _ = _standard(app.env).anonlabels.get(anchor, ("", ""))
    return f"{app.builder.get_relative_uri(page, target)}#{anchor}" if target else ""


def link(env: BuildEnvironment, anchor: str, text: nodes.Node) -> addnodes.pending_xref:
    """Return a link to an anchor of any page; if no page has it, the build reports it."""
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", text),
        refdomain="std",
        reftype="ref",
        reftarget=anchor,
        refdoc=env.docname,
        refexplicit=True,
        refwarn=True,
    )


def _standard(env: BuildEnvironment) -> StandardDomain:
    return cast(StandardDomain, env.get_domain("std"))
