"""Anchors that the whole book can link to, checked by Sphinx when it builds."""

from __future__ import annotations

from typing import cast

from docutils import nodes
from sphinx import addnodes
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment


def add_anchor(env: BuildEnvironment, node: nodes.Element, anchor: str, title: str) -> None:
    """Make a node the target of `{ref}` under the anchor's name, and of links to the anchor."""
    node["ids"].append(anchor)
    standard = cast(StandardDomain, env.get_domain("std"))
    standard.note_hyperlink_target(anchor, env.docname, anchor, title)


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
