"""Says what is wrong with a name or an argument: its value, what it should be, and the remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from math import inf
from numbers import Integral
from typing import Any

LONGEST = 80  # characters of a value that a message repeats


def shown(value: object) -> str:
    """Return a value as a message repeats it: in one line, and cut off where it is long."""
    said = " ".join(repr(value).split())
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def unknown_name(name: object, known: Iterable[str], what: str) -> str:
    """Say that `name` is not `what`, with the nearest known name or, failing that, all of them."""
    names = list(known)
    hint = near(name, names) or f"known are: {', '.join(names)}."
    return f"{shown(name)} is not {what}; {hint}"


def near(name: object, known: Iterable[str]) -> str:
    """Ask for the nearest of the known names; "" where none is near."""
    typed = name[:LONGEST] if isinstance(name, str) else ""
    nearest = difflib.get_close_matches(typed, list(known), n=1, cutoff=0.5)
    return f"did you mean {nearest[0]!r}?" if nearest else ""


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


def require_whole(
    argument: str, value: object, error: type[Exception], least: int, most: float = inf
) -> None:
    """Refuse what is no whole number, or too small or large a one."""
    # NumPy calls a span of time an integer, too, though nothing can be counted by it.
    counts = isinstance(value, Integral) and hasattr(value, "__index__")
    whole = counts and not isinstance(value, bool)
    if not whole or not least <= value <= most:  # type: ignore[operator]
        limits = f"from {least:,}" if most == inf else f"from {least:,} to {most:,}"
        raise error(f"{argument} = {shown(value)} is no whole number {limits}; give one.")


def require_all(
    argument: str, values: object, kind: type, what: str, error: type[Exception]
) -> None:
    """Refuse what is no tuple, or holds something that is not of a kind."""
    require_kind(argument, values, tuple, f"a tuple, such as ({what}, {what})", error)
    for place, one in enumerate(values):  # type: ignore[arg-type, var-annotated]
        require_kind(f"{argument}[{place}]", one, kind, what, error)


def listed(argument: str, names: Any, error: type[Exception]) -> list[Any]:
    """Return names as a list; a text is one name."""
    if isinstance(names, str):
        return [names]
    try:
        return list(names)
    except TypeError:  # an array of no dimension calls itself iterable
        raise error(f"{argument} = {shown(names)} is not a list of names; give one.") from None
