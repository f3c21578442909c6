"""What directives list from the data and the models, written out as Markdown."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pydoc import locate

from rent_or_sell.books import Book
from rent_or_sell.facts.claims import load_claims
from rent_or_sell.facts.glossary import load_terms
from rent_or_sell.model.equation_groups import grouped
from rent_or_sell.numbers.number_format import format_number

_DOLLAR = re.compile(r"(?<!\\)\$")


def escaped(text: str) -> str:
    """Return text whose dollars are dollars: between two of them notebooks see a formula.

    JupyterLab looks for formulas twice: in the text, where a backslash keeps it away, and again in
    the words that it shows, where a tag before the second dollar of a line does.
    """
    return "\n".join(map(_escaped_line, text.split("\n")))


def _escaped_line(line: str) -> str:
    first, *others = _DOLLAR.split(line)
    if not others:
        return line
    return rf"{first}\$" + r"<span>\$</span>".join(others)


def escaped_title(text: str) -> str:
    """Return the same for a link's title, which is no text that is shown."""
    return _DOLLAR.sub(r"\$", text)


def terms(book: Book, _: str) -> str:
    """Return every term and its meaning."""
    listed = (f"- **{term.name}**: {term.definition}" for term in load_terms(book.facts))
    return escaped("\n".join(listed))


def claims(book: Book, _: str) -> str:
    """Return every claim of the article, below the heading of its section."""
    every = groupby(load_claims(book.facts).values(), key=lambda claim: claim.section)
    return "\n\n".join(
        escaped(f"## {section}\n\n")
        + escaped("\n".join(f"- **{one.number}** {one.text} (*{one.who_said}*)" for one in some))
        for section, some in every
    )


def parameters(book: Book, _: str) -> str:
    """Return every assumption in a table a group: its name, base, range, unit and kind."""
    return "\n\n".join(
        f"**{group}**\n\n| Assumption | Name | Base | Range | Unit | Kind |\n|---|---|---|---|---|---|\n"
        + "\n".join(
            escaped(
                f"| {one.label} | `{one.name}` | {format_number(one.base, one.format)} "
                f"| {format_number(one.low, one.format)} to {format_number(one.high, one.format)} "
                f"| {one.unit} | {one.kind} |"
            )
            for one in some
        )
        for group, some in groupby(book.load_parameters().values(), key=lambda one: one.group)
    )


def equations(book: Book, name: str) -> str:
    """Return every formula of a model, in its groups, each after all that it reads."""
    model = book.model(name)
    (source,) = (one for one in book.models if one.name == name)
    return "\n\n".join(
        f"<details>\n<summary>{title}</summary>\n\n"
        + "\n\n".join(
            f"`{one.name}` {one.unit}. {one.summary}.\n\n$$\n{model.latex(one.name)}\n$$"
            for one in quantities
        )
        + "\n\n</details>"
        for title, quantities in grouped(source, model).items()
    )


def library(_: Book, body: str) -> str:
    """Return what a page of the library documents: each name, how it is called, its first line."""
    return "\n".join(_documented(body))


def _documented(body: str) -> Iterator[str]:
    module = ""
    for line in body.splitlines():
        if found := re.match(r"\.\. currentmodule:: (\S+)", line):
            module = found[1]
        elif found := re.match(r"\.\. auto\w+:: (\S+)", line):
            thing = locate(f"{module}.{found[1]}")
            first = (inspect.getdoc(thing) or "").partition("\n")[0]
            called = str(inspect.signature(thing)) if inspect.isfunction(thing) else ""
            yield f"- `{found[1]}{called}`: {first}"


def _nothing(_: Book, __: str) -> str:
    return ""


# By the name of the directive: what takes its title, or else its body.
LISTINGS: Mapping[str, Callable[[Book, str], str]] = {
    "terms": terms,
    "claims": claims,
    "parameters": parameters,
    "equations": equations,
    "eval-rst": library,
    # a search of the page, and a picture that is drawn for it
    "formula-search": _nothing,
    "dependency-graph": _nothing,
}
