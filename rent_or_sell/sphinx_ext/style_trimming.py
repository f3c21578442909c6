"""Leaves out of a style sheet what no page of a site can use: comments, rules, custom properties.

A name counts as used where it stands in a page's markup or is a word of a script. What is asked in
brackets, `[open]` or `:not(.wide)`, is taken to hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_MARK = re.compile(
    r"""url\([^)"']*\)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?P<mark>[{};])""", re.DOTALL
)
# The page's own character set holds for its sheets; and no page loads a font.
_LEFT_OUT = ("@charset", "@font-face")
_GROUP = re.compile(r"@(?:media|supports|layer|container)\b")
_LIST = re.compile(r"[(\[]|[)\]]|,")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PSEUDO = re.compile(r"(?<!\\)::?[\w-]+")
_ASKED = re.compile(r"(?:\\.|[\w-])+")
_WORD = re.compile(r"[\w-]+")
_MARKUP = re.compile(r'<([a-z][\w-]*)|\s(?:class|id)="([^"]*)"|(--[a-z][\w-]*)')
_READ = re.compile(r"var\(\s*(--[\w-]+)")

Rule = tuple[str, str | None]  # a selector or the like, and what stands in braces behind it


def used_names(pages: Iterable[str], others: Iterable[str]) -> set[str]:
    """Return the names in the markup of pages, and all words of scripts and of other sheets."""
    names = {word for other in others for word in _WORD.findall(other)}
    for page in pages:
        for element, values, custom in _MARKUP.findall(page):
            names.update(values.split() if values else (element or custom,))
    return names


def trimmed(sheet: str, names: set[str]) -> str:
    """Return a style sheet without what the names cannot use."""
    kept = "".join(_usable(_COMMENT.sub("", sheet), names))
    while True:
        fewer = "".join(_read(kept, names | set(_READ.findall(kept))))
        if fewer == kept:
            return kept
        kept = fewer


def _usable(sheet: str, names: set[str]) -> Iterator[str]:
    for head, body in _rules(sheet):
        if head.startswith(_LEFT_OUT):
            continue
        if body is not None and _GROUP.match(head):
            body = "".join(_usable(body, names))
        elif body is not None and not head.startswith("@"):
            head = ",".join(one for one in _selectors(head) if _is_usable(one, names))
        yield _written(head, body)


def _read(sheet: str, names: set[str]) -> Iterator[str]:
    """Yield the rules without custom properties that nothing reads."""
    for head, body in _rules(sheet):
        if body is not None and _GROUP.match(head):
            body = "".join(_read(body, names))
        elif body is not None and not head.startswith("@") and "{" not in body:
            declared = (line for line, _ in _rules(body + ";"))
            body = ";".join(
                line for line in declared if line[:2] != "--" or line.partition(":")[0] in names
            )
        yield _written(head, body)


def _selectors(head: str) -> Iterator[str]:
    """Yield the selectors of a list, whose commas stand outside brackets."""
    depth = start = 0
    for match in _LIST.finditer(head):
        if match[0] == ",":
            if not depth:
                yield head[start : match.start()].strip()
                start = match.end()
        else:
            depth += 1 if match[0] in "([" else -1
    yield head[start:].strip()


def _is_usable(selector: str, names: set[str]) -> bool:
    while selector != (selector := _BRACKETS.sub("", selector)):
        pass
    asked = _ASKED.findall(_PSEUDO.sub("", selector))
    return all(name.replace("\\", "") in names for name in asked)


def _rules(sheet: str) -> Iterator[Rule]:
    """Yield rules, and statements without braces, of the outermost level."""
    depth = start = opened = 0
    for match in _MARK.finditer(sheet):
        mark, place = match["mark"], match.start()
        if mark == "{":
            opened = opened if depth else place
            depth += 1
        elif mark == "}":
            depth -= 1
            if not depth:
                yield sheet[start:opened].strip(), sheet[opened + 1 : place].strip()
                start = place + 1
        elif mark == ";" and not depth:
            if statement := sheet[start:place].strip():
                yield statement, None
            start = place + 1


def _written(head: str, body: str | None) -> str:
    if body is None:
        return f"{head};"
    return f"{head}{{{body}}}\n" if head and body else ""
