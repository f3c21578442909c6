"""Says that a name is unknown, with the nearest name that would have been right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def unknown_name(name: object, known: Iterable[str], what: str) -> str:
    """Say that `name` is not `what`, with the nearest known name or, failing that, all of them."""
    names = list(known)
    nearest = difflib.get_close_matches(str(name), names, n=1, cutoff=0.5)
    hint = f"did you mean {nearest[0]!r}?" if nearest else f"known are: {', '.join(names)}."
    return f"{name!r} is not {what}; {hint}"
