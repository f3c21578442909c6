"""Joins the explorer's modules into one text, each in a scope of its own.

The modules use named exports and import each other by `import { … } from "./name.js";`. In the
bundle each becomes a function's body whose exports the others take from it, so that two files may
use the same name for different things. A widget's text has its generated model in it; the pages of
a site share one text, and each has its models in a script of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath

from rent_or_sell.charts.palette_sheets import notebook_sheet, page_sheet, paper_sheet
from rent_or_sell.explorer.spec import GeneratedModel

HERE = Path(__file__).parent
BUTTON = HERE / "styles" / "button.css"  # pages have it too, with an explorer or without
FILES = "files/files.js"
CHECKS = "checks/checks.js"
CLASS = "lessons/class_page.js"


@dataclass(frozen=True)
class Host:
    """What brings a page's explorers to life: a module, and what it starts with."""

    module: str
    start: str


PAGE = Host("page.js", "startExplorers")
EMBED = Host("lessons/embed.js", "startEmbed")
SCORM = Host("lessons/scorm.js", "startScorm")

_IMPORT = re.compile(r'^import \{([^}]*)\} from "(\.[\w./]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:const|function|class) )", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:const|function|class) (\w+)", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def widget_module(model: GeneratedModel) -> str:
    """Return the ES module of the anywidget contract, with the one model that it runs."""
    parts, models = _parts(), models_object([model])
    start = f'export default {{ render: (host) => modules["notebook.js"].render(host, {parts}, {models}) }};'
    return f"{_joined('notebook.js')}\n{start}\n"


def site_script(host: Host = PAGE) -> str:
    """Return the classic script that brings a page's explorers to life, from files too.

    A script of `page_script` comes before it.
    """
    start = f'modules["{host.module}"].{host.start}({_parts()}, globalThis.explorersHere);'
    return _classic(_joined(host.module), start)


def site_module(host: Host = PAGE, kinds: Sequence[str] | None = None) -> str:
    """Return the same as a module that imports all others, for tools that join by themselves.

    It has the parts of the given kinds, all by default.
    """
    of = part_kinds() if kinds is None else sorted(set(kinds))
    imports = (f'import {{ bind as {kind} }} from "./parts/{kind}/part.js";' for kind in of)
    return "\n".join(
        [
            *imports,
            f'import {{ {host.start} }} from "./{host.module}";',
            f"{host.start}({{ {', '.join(of)} }}, globalThis.explorersHere);\n",
        ]
    )


def script_of(module: str) -> str:
    """Return a module and what it imports as a classic script: what only some pages load, or ask for."""
    return _classic(_joined_with_imports([module]))


def page_script(models: Sequence[GeneratedModel], specs: Sequence[str] = ()) -> str:
    """Return the classic script of one page: its models, and specs that are not on the page."""
    return f"globalThis.explorersHere = {{models: {models_object(models)}, specs: [{','.join(specs)}]}};\n"


def workbook_script(key: str, template: str) -> str:
    """Return the classic script that hands a page the template of a model's workbook."""
    return f'(globalThis.explorerWorkbooks ??= {{}})["{key}"] = {template};\n'


def stylesheet() -> str:
    """Return the explorer's stylesheet, the same for page and notebook."""
    files = [HERE / "styles" / "base.css", BUTTON, *sorted(HERE.glob("parts/*/part.css"))]
    files += [HERE / "styles" / "hosts.css", HERE / "styles" / "paper.css"]
    sheets = [notebook_sheet(), paper_sheet()]
    return "\n".join([*sheets, *(file.read_text(encoding="utf-8") for file in files)])


def embed_stylesheet() -> str:
    """Return the stylesheet of a page that holds one explorer and nothing else of the book."""
    own = (HERE / "lessons" / "embed.css").read_text(encoding="utf-8")
    return f"{page_sheet()}\n{stylesheet()}\n{own}"


def part_kinds() -> list[str]:
    """Return the names of all parts."""
    return sorted(folder.parent.name for folder in HERE.glob("parts/*/part.js"))


def _parts() -> str:
    pairs = (f'{kind}: modules["parts/{kind}/part.js"].bind' for kind in part_kinds())
    return f"{{{', '.join(pairs)}}}"


def models_object(models: Sequence[GeneratedModel]) -> str:
    """Return models as a JavaScript object, by their keys."""
    codes = {model.key: model.code for model in models}
    return "{" + ", ".join(f'"{key}": {code}' for key, code in codes.items()) + "}"


def _classic(*texts: str) -> str:
    """Return texts as one classic script with a scope of its own."""
    return "\n".join(['"use strict";', "(() => {", *texts, "})();", ""])


def _joined(entry: str) -> str:
    """Return an entry, all parts and what they import."""
    return _joined_with_imports([*(f"parts/{kind}/part.js" for kind in part_kinds()), entry])


def _joined_with_imports(names: Sequence[str]) -> str:
    """Return modules and what they import, each after what it imports."""
    texts: dict[str, str] = {}

    def add(name: str) -> None:
        source = (HERE / name).read_text(encoding="utf-8")
        for _, address in _IMPORT.findall(source):
            imported = _resolved(name, address)
            if imported not in texts:
                add(imported)
        texts[name] = _in_own_scope(name, source)

    for name in names:
        add(name)
    return "const modules = {};\n" + "\n".join(texts.values())


def _in_own_scope(name: str, source: str) -> str:
    """Return a module as a function's body: imports are taken, exports returned."""
    exported = ", ".join(_EXPORTED.findall(source))

    def taken(match: re.Match[str]) -> str:
        names = " ".join(match[1].replace(" as ", ": ").split())
        return f'const {{ {names} }} = modules["{_resolved(name, match[2])}"];\n'

    body = _EXPORT.sub("", _IMPORT.sub(taken, source))
    left = _LEFT_OVER.search(body)
    if left:
        raise ValueError(
            f"explorer/{name}: the bundle cannot read {left[0]!r}; use named exports of const, "
            'function or class, and imports such as import { name } from "./file.js";'
        )
    return f'modules["{name}"] = (() => {{\n{body}return {{ {exported} }};\n}})();'


def _resolved(importer: str, address: str) -> str:
    return normpath(join(dirname(importer), address))
