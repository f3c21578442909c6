"""Says of a cell that failed at which line of its chapter it stands, and what is wrong."""

from __future__ import annotations

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

logger = logging.getLogger(__name__)


def name_failed_cells(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of each cell with a traceback, with the last line of it, which says what is wrong."""
    for output in doctree.findall(nodes.literal_block):
        if "traceback" in output["classes"]:
            said = output.astext().strip().splitlines()[-1]
            logger.warning("this cell fails: %s", said, location=output, type="rent_or_sell")


def setup(app: Sphinx) -> None:
    """Look at each page when it is read."""
    app.connect("doctree-read", name_failed_cells)
