"""Imports run downward only: ontology <- sources <- graph <- exports <- onecity.py."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
#: Ground floor first; a room may import itself and the rooms before it.
FLOORS = ("ontology", "sources", "graph", "exports", "onecity")
MODULES = sorted(
    path.relative_to(ROOT)
    for floor in FLOORS
    for path in [*(ROOT / floor).rglob("*.py"), *ROOT.glob(f"{floor}.py")]
)


def imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{module}.{name.name}") for name in node.names)


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_imports_run_downward(path: Path) -> None:
    floor = FLOORS.index(path.parts[0].removesuffix(".py"))
    for line, name in imported(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        place = f"{path}:{line}"
        assert not name.startswith("."), f"{place}: write imports from the root, not {name}"
        top = name.split(".")[0]
        if top in FLOORS:
            assert FLOORS.index(top) <= floor, f"{place}: {path.parts[0]} imports {top}"
            assert "." in name or floor == FLOORS.index(top), (
                f"{place}: write `from {top}.module import name`, never `import {top}`"
            )
        assert top != "tests", f"{place}: imports the tests"


def test_every_room_is_found() -> None:
    assert {path.parts[0].removesuffix(".py") for path in MODULES} >= set(FLOORS[:4])
