"""The cards of a page's prose, which stand in a script beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path


def cards_of(page: Path) -> dict[str, str]:
    """Return the cards of a built page, as HTML by the names that its links refer to."""
    html = page.read_text(encoding="utf-8")
    script = re.search(r'<script defer src="([^"]*/_notes/cards\.[0-9a-f]+\.js)"></script>', html)
    assert script is not None
    text = (page.parent / script[1]).read_text(encoding="utf-8")
    cards: dict[str, str] = json.loads(
        text.removeprefix("globalThis.bookCards = ").removesuffix(";\n")
    )
    return cards
