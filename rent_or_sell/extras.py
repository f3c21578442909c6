"""Names the extra of this package that brings a library which is not installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def brought_by(extra: str) -> Iterator[None]:
    """Say of a library that is missing within the block which extra brings it.

    Raises
    ------
    ModuleNotFoundError
        If an import in the block finds no such module; the message says what to install.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] == __package__:
            raise  # a module of our own: no extra brings it
        raise ModuleNotFoundError(
            f"{error.name} is not installed; it comes with the extra {extra!r}: "
            f'pip install "rent-or-sell[{extra}]"',
            name=error.name,
        ) from error
