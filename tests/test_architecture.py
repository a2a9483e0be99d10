"""The house has floors: every import goes down, no check knows another, and nothing heavy is loaded at start-up."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent / "factcheck"
FLOORS = (
    "records",
    "faults loading machine",
    "prefilter",
    "regexes",
    "document rulefiles settings patterns",
    "quantity",
    "numerals slips",
    "model currencies",
    "segment dates shown reference",
    "phrase restyle",
    "solve",
    "english korean unread read",
    "languages",
    "article",
    "link.series",
    "link.context",
    "link.chance link.money link.size link.sport link.study link.table",
    "link.change",
    "link.time link.whole",
    "link.people link.rate",
    "link.headline",
    "companions",
    "archive datatable",
    "check",
    "house",
    "checks judge culprit comments",
    "pipeline",
    "archiving",
    "exhibit",
    "report",
    "editor",
    "serve",
    "accept config",
    "runs",
    "commands",
    "cli",
    "__init__ __main__",
)
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms.split()}
MODULES = [
    path
    for path in HOME.rglob("*.py")
    if "reference/build" not in path.as_posix() and path.relative_to(HOME).as_posix() != "link/__init__.py"
]


def room(names: Sequence[str]) -> str:
    """The package of a module, by the names on the way to it; each kind of tie is one of its own."""
    return ".".join(names[:2]) if names[0] == "link" else names[0]


def home_of(path: Path) -> str:
    return room(path.relative_to(HOME).with_suffix("").parts)


def imports(path: Path) -> list[str]:
    """The modules of factcheck that a module imports, those for the type checker alone left out."""
    tree = ast.parse(path.read_text())
    typing = [node for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)]
    hidden = {id(inner) for node in typing for inner in ast.walk(node)}
    found = []
    for node in ast.walk(tree):
        if id(node) in hidden:
            continue
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "factcheck":
            names = (node.module or "").split(".")[1:]
            found += [room(names)] if names else [alias.name for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_imports_go_down(path: Path) -> None:
    here = home_of(path)
    upward = [name for name in imports(path) if name != here and FLOOR[name] >= FLOOR[here]]
    assert upward == []


@pytest.mark.parametrize("path", sorted((HOME / "checks").glob("*.py")), ids=lambda path: path.stem)
def test_no_check_imports_another(path: Path) -> None:
    assert "checks" not in imports(path)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(HOME).as_posix())
def test_no_module_is_longer_than_four_hundred_lines(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= 400


def test_nothing_heavy_is_loaded_where_no_finding_needs_it() -> None:
    code = (
        "import sys; from factcheck.pipeline import check_text;"
        "check_text('Profit rose 24% from $2.1 billion to $2.6 billion. It is 10 miles (16 km) away.');"
        "heavy = {'sympy', 'pint', 'rapidfuzz', 'rich', 'sqlite3', 'yaml', 'zoneinfo', 'pygls', 'duckdb', 'openpyxl', 'factcheck.korean'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
