"""Words that decide anything are cues of the lexicon: the rules hold marks only."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sources.extract

ROOM = Path(sources.extract.__file__).parent
#: Rules are the modules that read the lexicon, or are told what they found.
RULES = sorted(path for path in ROOM.glob("*.py") if "ontology.lexicon" in path.read_text("utf-8"))
#: Characters of words; the bar 丨 is a mark, 一 and 鿿 bound the range of all characters.
WORD = re.compile("[\u3400-\u9fff]")
MARKS = frozenset("丨\u4e00\u9fff")


def literals(tree: ast.AST) -> Iterator[ast.Constant]:
    """Strings of the code, docstrings left out."""
    told = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node


def test_the_rules_are_found() -> None:
    assert {path.stem for path in RULES} >= {"clause", "name", "relate", "modality", "person"}


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_no_rule_holds_a_word(path: Path) -> None:
    for literal in literals(ast.parse(path.read_text("utf-8"))):
        found = set(WORD.findall(str(literal.value))) - MARKS
        assert not found, f"{path.name}:{literal.lineno}: {found} belongs into ontology/lexicon"
