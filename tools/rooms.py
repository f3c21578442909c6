"""Prints the rooms of the package and the arrows between them; `make rooms` runs it.

Arrows run one way: a room may import only rooms that stand above it in `ORDER`. The subject
(`trainium`) is imported by itself, by `book.py` and by nothing else of the package.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "rent_or_sell"

# Each room may import what stands above it. A room is a folder or a module, the subject's own
# folders are rooms of their own; "trainium" is what lies beside them (tables of the chapters).
ORDER = (
    "names",
    "extras",
    "numbers",
    "facts",
    "model",
    "answers",
    "charts",
    "tables",
    "explorer",
    "books",
    "prose",
    "classroom",
    "sphinx_ext",
    "trainium.hues",
    "trainium.equations",
    "trainium.views",
    "book",
    "trainium.figures",
    "trainium",
    "__init__",
)
SUBJECT = "trainium"
MAY_IMPORT_THE_SUBJECT = ("book",)

BY_NAME = ("import_module", "__import__")  # what is not written out cannot be read here


def arrows(package: Path = PACKAGE) -> Mapping[tuple[str, str], list[str]]:
    """Return which room imports which, each with the modules that do."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for path in sorted(package.rglob("*.py")):
        module = path.relative_to(package).with_suffix("").as_posix().replace("/", ".")
        for imported in _imports(path, package.name):
            start, end = room_of(module), room_of(imported)
            if start != end and module not in found[start, end]:
                found[start, end].append(module)
    return {pair: modules for pair, modules in found.items() if modules}


def wrong_arrows(package: Path = PACKAGE) -> list[str]:
    """Return every arrow that runs the wrong way, or into the subject, with the modules."""
    wrong = []
    for (start, end), modules in arrows(package).items():
        homeless = [room for room in (start, end) if room not in ORDER]
        if homeless:
            wrong.append(f"{homeless[0]} has no place in ORDER: {', '.join(modules)}")
            continue
        into_subject = end.startswith(SUBJECT) and not start.startswith(SUBJECT)
        if ORDER.index(end) > ORDER.index(start):
            wrong.append(f"{start} → {end} runs against the order: {', '.join(modules)}")
        elif into_subject and start not in MAY_IMPORT_THE_SUBJECT:
            wrong.append(f"{start} → {end} imports the subject: {', '.join(modules)}")
    return wrong


def room_of(module: str) -> str:
    """Return the room of a module of the package, named from the package's root."""
    name = module.removesuffix(".__init__")
    rooms = (room for room in ORDER if name == room or name.startswith(f"{room}."))
    return max(rooms, key=len, default=name.partition(".")[0])


def _imports(path: Path, package: str) -> Iterator[str]:
    """Yield the modules of the package that a file imports when it runs, late ones included."""
    for node in _running(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            if node.level:  # what a relative import means depends on its place: write it out
                yield f"(relative) {module}"
            elif module == package or module.startswith(f"{package}."):
                inner = module.removeprefix(package).lstrip(".")
                yield from [inner] if inner else [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name == package:  # the façade, which loads the subject when asked
                    yield "__init__"
                elif alias.name.startswith(f"{package}."):
                    yield alias.name.removeprefix(f"{package}.")
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(BY_NAME):
            if path.parent.name == package:
                continue  # the façade, which loads what is asked for
            named = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            if named is None or str(named).startswith("."):
                yield f"(by name) {ast.unparse(node.args[0])}"
            elif str(named) == package or str(named).startswith(f"{package}."):
                yield str(named).removeprefix(package).lstrip(".") or "__init__"
        elif isinstance(node, ast.Constant) and str(node.value).startswith(f"{package}.{SUBJECT}"):
            yield str(node.value).removeprefix(f"{package}.")  # a module named as text


def _running(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield all nodes but those that only a type checker reads."""
    for node in ast.iter_child_nodes(tree):
        is_for_types = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        if not is_for_types:
            yield node
            yield from _running(node)


def main() -> None:
    """Print each room with its size and what it imports, then what runs the wrong way."""
    sizes: dict[str, list[int]] = defaultdict(list)
    for path in PACKAGE.rglob("*.py"):
        module = path.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", ".")
        sizes[room_of(module)].append(len(path.read_text(encoding="utf-8").splitlines()))
    reads = arrows()
    for room in ORDER:
        to = [end for end in ORDER if (room, end) in reads]
        lines = f"{len(sizes[room]):3} modules {sum(sizes[room]):5} lines"
        print(f"{room:20} {lines}   imports {', '.join(to) or 'nothing'}")
    wrong = wrong_arrows()
    print("\n".join(wrong) or "All arrows run one way.")


if __name__ == "__main__":
    main()
