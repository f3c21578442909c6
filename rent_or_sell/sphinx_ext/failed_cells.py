"""Says of a cell that failed at which line of its chapter it did, and what is wrong.

A kernel that dies, and a cell that takes too long, leave no traceback: they get one.
"""

from __future__ import annotations

import re
from itertools import takewhile
from pathlib import Path
from typing import Any

from docutils import nodes
from jupyter_cache.executors.utils import ExecutionResult, single_nb_execution
from myst_nb.core.execute import cache, direct
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from nbformat.v4 import new_output
from sphinx.application import Sphinx
from sphinx.util import logging
from traitlets.config import Config

logger = logging.getLogger(__name__)

# IPython names the error in a line of its own and, behind where it came from, with its message.
_HEAD = re.compile(r"^(\w+) +Traceback \(most recent call last\)$", re.MULTILINE)
_PLACE = re.compile(r"^ *Cell In\[\d+\], line (\d+)$", re.MULTILINE)
_SENTENCE = re.compile(r"(?s).*?[.!?](?=\s|$)|.+")
# A kernel complains of a line to it that others could listen to, and of being asked to end.
_QUIET = Config(
    {
        "KernelManager": {"transport_encryption": "auto"},
        "NotebookClient": {"shutdown_kernel": "immediate"},
    }
)


def name_failed_cells(app: Sphinx, doctree: nodes.document) -> None:
    """Warn of each cell with a traceback: the line that failed, its words, what is wrong."""
    for output in doctree.findall(nodes.literal_block):
        if "traceback" in output["classes"]:
            path = app.env.doc2path(app.env.docname)
            line, code = _failed(Path(path), output.line or 1, output.astext())
            logger.warning(
                "this cell fails at “%s”: %s",
                code,
                what_is_wrong(output.astext()),
                location=(app.env.docname, line),
                type="rent_or_sell",
            )


def what_is_wrong(traceback: str) -> str:
    """Return the name of an error and the first sentence of its message."""
    text = traceback.strip()
    heads = list(_HEAD.finditer(text))
    name = heads[-1][1] if heads else r"\w+"
    said = re.search(
        rf"^{name}: .*\Z", text[heads[-1].end() if heads else 0 :], re.MULTILINE | re.DOTALL
    )
    found = _SENTENCE.match(said[0] if said else text.splitlines()[-1])
    return " ".join(found[0].split()) if found else ""


def _failed(chapter: Path, within: int, traceback: str) -> tuple[int, str]:
    """Return the line of a chapter at which its cell around a line fails, and the code there."""
    lines = chapter.read_text(encoding="utf-8").splitlines()
    fence = max(number for number, line in enumerate(lines[:within]) if "{code-cell}" in line)
    within_fence = takewhile(lambda n: not lines[n].startswith("```"), range(fence + 1, len(lines)))
    body = [n for n in within_fence if not re.match(r":[\w-]+:", lines[n])]
    if place := _PLACE.search(traceback):
        failed = body[int(place[1]) - 1]
    elif _HEAD.search(traceback):  # its last value, which the code gave and nobody can show
        failed = [n for n in body if re.match(r"[^\s)\]}]", lines[n])][-1]
    else:
        failed = body[0]
    return failed + 1, lines[failed].strip()


def run(notebook: NotebookNode, *arguments: Any, **options: Any) -> ExecutionResult:
    """Run a notebook; a cell at which its kernel dies or its time is up gets an output that says so."""
    begun: list[NotebookNode] = []
    options["on_cell_start"] = lambda cell, cell_index: begun.append(cell)
    options["config"] = _QUIET
    try:
        try:
            result = single_nb_execution(notebook, *arguments, **options)
        except RuntimeError:
            if begun:
                raise
            # Its port was free, and taken before the kernel got there: it is given another.
            result = single_nb_execution(notebook, *arguments, **options)
    except DeadKernelError as error:
        result = ExecutionResult(notebook, options.get("cwd", ""), 0, error, str(error))
    if isinstance(result.err, (DeadKernelError, CellTimeoutError)):
        died = isinstance(result.err, DeadKernelError)
        said = "the kernel died in this cell." if died else "this cell takes too long."
        name = type(result.err).__name__
        wrong = new_output("error", ename=name, evalue=said, traceback=[f"{name}: {said}"])
        begun[-1].outputs = [wrong]
    return result


def setup(app: Sphinx) -> None:
    """Look at each page when it is read, and run its cells so that all that fail can be named."""
    direct.single_nb_execution = cache.single_nb_execution = run
    app.connect("doctree-read", name_failed_cells)
