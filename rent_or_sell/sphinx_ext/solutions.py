"""A book for students: `rent_or_sell_solutions: false` in _config.yml leaves all solutions out."""

from __future__ import annotations

from sphinx.application import Sphinx

from rent_or_sell.classroom.solutions import without_solutions

SETTING = "rent_or_sell_solutions"


def _leave_out(app: Sphinx, _: str, source: list[str]) -> None:
    if not app.config[SETTING]:
        source[0] = without_solutions(source[0])


def setup(app: Sphinx) -> None:
    """Register the setting, and what reads each page by it."""
    app.add_config_value(SETTING, True, "env", [bool])
    app.connect("source-read", _leave_out)
