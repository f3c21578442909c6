"""Scripts and styles of a page become files; data stay in their place."""

from __future__ import annotations

import pytest

from rent_or_sell.sphinx_ext.inline_parts import without_inline_parts


def moved(page: str) -> tuple[str, dict[str, str]]:
    """Return a page without its inline parts, and the texts of the files."""
    files: dict[str, str] = {}

    def publish(name: str, text: str) -> str:
        files[name] = text
        return name

    return without_inline_parts(page, publish), files


def test_scripts_and_styles_become_files() -> None:
    page, files = moved(
        "<style>p {}</style><script data-of='theme'>let a = 1 > 0;</script><p>Words</p>"
    )
    assert page == (
        '<link rel="stylesheet" href="inline.css" />'
        "<script data-of='theme' src=\"inline.js\"></script><p>Words</p>"
    )
    assert files == {"inline.css": "p {}", "inline.js": "let a = 1 > 0;"}


@pytest.mark.parametrize(
    "page",
    [
        '<script src="own.js"></script>',
        '<script defer src="own.js"></script>',
        '<script type="application/json">{"style": "<style>"}</script>',
        "<p>Words</p>",
    ],
)
def test_files_and_data_stay(page: str) -> None:
    assert moved(page) == (page, {})


def test_a_script_that_says_its_type_becomes_a_file() -> None:
    page, _ = moved('<script type="text/javascript">run();</script>')
    assert page == '<script type="text/javascript" src="inline.js"></script>'


def test_an_empty_style_goes() -> None:
    assert moved("<style>\n</style><p>Words</p>") == ("<p>Words</p>", {})
