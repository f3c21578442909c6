"""The book that a site shows: `rent_or_sell_book` in _config.yml names it as module:object."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path
from pkgutil import resolve_name

from jupyter_cache import get_cache
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from rent_or_sell.books import Book

SETTING = "rent_or_sell_book"
# What Python writes beside the files that people write.
MADE = "__pycache__"


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


def fingerprint(config: Config) -> str:
    """Return a hash of all that a page's numbers come from, but the page: code and data.

    The code is this package and the one that holds the book; where all lies does not count.
    """
    own = str(config[SETTING]).partition(":")[0].partition(".")[0]
    data = book_of(config).data
    files = _files(__name__.partition(".")[0]) | _files(own) | _below(data, data.parent)
    digest = hashlib.sha256()
    for name, file in sorted(files.items()):
        digest.update(name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def _files(package: str) -> dict[str, Path]:
    """Return the files of a package, or the one file of a module, by their names."""
    found = find_spec(package)
    assert found is not None, package
    if not found.submodule_search_locations:
        file = Path(str(found.origin))
        return {file.name: file}
    folders = map(Path, found.submodule_search_locations)
    return {
        name: file for folder in folders for name, file in _below(folder, folder.parent).items()
    }


def _below(folder: Path, start: Path) -> dict[str, Path]:
    """Return the files below a folder by their paths from a start."""
    return {
        file.relative_to(start).as_posix(): file
        for file in folder.rglob("*")
        if file.is_file() and MADE not in file.parts
    }


def _note_fingerprint(app: Sphinx, config: Config) -> None:
    config["rent_or_sell_fingerprint"] = fingerprint(config)
    if config["nb_execution_mode"] == "cache":
        # what cells said is said again only where they would say the same
        outputs = Path(app.doctreedir).parent / "outputs" / config["rent_or_sell_fingerprint"]
        config["nb_execution_cache_path"] = str(outputs)
        get_cache(outputs).db.dispose()  # made before chapters are read: each reader would make it


def setup(app: Sphinx) -> None:
    """Register the setting; every page is read anew when the book's code or data have changed."""
    app.add_config_value(SETTING, "", "env", [str])
    app.add_config_value("rent_or_sell_fingerprint", "", "env", [str])
    app.connect("config-inited", _note_fingerprint)
