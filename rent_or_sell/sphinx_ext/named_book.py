"""The book that a site shows: `rent_or_sell_book` in _config.yml names it as module:object."""

from __future__ import annotations

from pkgutil import resolve_name

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from rent_or_sell.books import Book

SETTING = "rent_or_sell_book"


def book_of(config: Config) -> Book:
    """Return the book that the site's configuration names.

    Raises
    ------
    ConfigError
        If the setting is missing or names no book; the message says what to write.
    """
    name = str(config[SETTING])
    try:
        found = resolve_name(name)
    except (ValueError, ImportError, AttributeError) as error:
        raise ConfigError(
            f"{SETTING} = {name!r} cannot be loaded ({error}); in _config.yml, below "
            "sphinx: config:, name your book as package.module:OBJECT."
        ) from error
    if not isinstance(found, Book):
        raise ConfigError(f"{SETTING} = {name!r} is not a Book but {type(found).__name__}.")
    return found


def setup(app: Sphinx) -> None:
    """Register the setting; every page depends on the book that it names."""
    app.add_config_value(SETTING, "", "env", [str])
