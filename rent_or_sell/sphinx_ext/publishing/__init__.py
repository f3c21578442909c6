"""What a published site has besides its pages: previews, a site map, a page for wrong addresses, a feed.

Where the site stands is `html_baseurl` of the configuration. Without it nothing is written that
needs an absolute address.
"""

from __future__ import annotations

from sphinx.application import Sphinx

from rent_or_sell.sphinx_ext.publishing import (
    feed,
    not_found,
    policy,
    previews,
    root_page,
    site_map,
)


def setup(app: Sphinx) -> None:
    """Register all of it."""
    for part in (previews, feed, not_found, root_page, site_map, policy):
        part.setup(app)
