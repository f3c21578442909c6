"""Says what is wrong with a name or an argument: its value, what it should be, and the remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any

LONGEST = 80  # characters of a value that a message repeats


def shown(value: object) -> str:
    """Return a value as a message repeats it: in one line, and cut off where it is long."""
    said = " ".join(repr(value).split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def unknown_name(name: object, known: Iterable[str], what: str) -> str:
    """Say that `name` is not `what`, with the nearest known name or, failing that, all of them."""
    names = list(known)
    typed = name[:LONGEST] if isinstance(name, str) else ""
    nearest = difflib.get_close_matches(typed, names, n=1, cutoff=0.5)
    hint = f"did you mean {nearest[0]!r}?" if nearest else f"known are: {', '.join(names)}."
    return f"{shown(name)} is not {what}; {hint}"


def require_name(name: object, known: Iterable[str], what: str, error: type[Exception]) -> None:
    """Refuse what is no known name, or no name at all: a list, an array."""
    names = tuple(known)
    if not isinstance(name, str) or name not in names:
        raise error(unknown_name(name, names, what))


def require_kind(
    argument: str,
    value: object,
    kind: type | tuple[type, ...],
    what: str,
    error: type[Exception],
) -> None:
    """Refuse an argument that is not of a kind, which `what` says in words."""
    if not isinstance(value, kind):
        raise error(f"{argument} = {shown(value)} is not {what}; give one.")


def listed(argument: str, names: Any, error: type[Exception]) -> list[Any]:
    """Return names as a list; a text is one name."""
    if isinstance(names, str):
        return [names]
    require_kind(argument, names, Iterable, "a list of names", error)
    return list(names)
