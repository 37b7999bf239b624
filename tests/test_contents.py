"""Each room's ``__init__`` is its table of contents: every module named, and nothing imported."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("exports", "graph", "ontology", "sources")


@pytest.mark.parametrize("room", ROOMS)
def test_every_module_is_in_the_table_of_contents(room: str) -> None:
    tree = ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8"))
    named = {
        word.split(".")[0] for word in re.findall("``([a-z_.]+)``", ast.get_docstring(tree) or "")
    }
    there = {path.stem for path in (ROOT / room).glob("*.py")} - {"__init__"}
    folders = {path.parent.name for path in (ROOT / room).glob("*/__init__.py")}
    assert sorted(there - named) == [], f"say in {room}/__init__.py what they do"
    assert sorted(named - there - folders) == [], f"{room}/__init__.py names what is not there"


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_costs_nothing_to_enter(room: str) -> None:
    path = ROOT / room / "__init__.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert [type(node).__name__ for node in tree.body] == ["Expr"]
