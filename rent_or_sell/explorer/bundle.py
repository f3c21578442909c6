"""Joins the explorer's ES modules into one text, for hosts that load a single file.

The modules use named exports, names are unique over all of them (a clash is a SyntaxError in the
browser), and they import each other only by `import { … } from "./name.js";`.
"""

from __future__ import annotations

import re
from pathlib import Path

_HERE = Path(__file__).parent
# In this order: what adapts to the host comes last.
_STYLES = ("answer", "controls", "comparison", "charts", "folds", "hosts")
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w.]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function|class) )", re.MULTILINE)


def widget_module() -> str:
    """Return the ES module of the anywidget contract: `export default { render }`."""
    return f"{_joined('explorer.js')}\nexport default {{ render }};\n"


def site_script() -> str:
    """Return the classic script that brings a page's explorers to life, from files too."""
    return f'"use strict";\n(() => {{\n{_joined("page.js")}\nstartExplorers();\n}})();\n'


def stylesheet() -> str:
    """Return the explorer's stylesheet, the same for page and notebook."""
    files = (_HERE / "styles" / f"{name}.css" for name in _STYLES)
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _joined(entry: str) -> str:
    texts: dict[str, str] = {}

    def add(name: str) -> None:
        source = (_HERE / name).read_text(encoding="utf-8")
        for imported in _IMPORT.findall(source):
            if imported not in texts:
                add(imported)
        texts[name] = _EXPORT.sub("", _IMPORT.sub("", source))

    add(entry)
    return "\n".join(texts.values())
