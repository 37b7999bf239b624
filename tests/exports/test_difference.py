from pathlib import Path

import pytest

from exports.difference import compare, render
from ontology.errors import BuildError
from sources.statement import Evidence, Node, Statement, dump, identify

CITY = Node("江城", "City")


def fact(name: str, quote: str = "在江城") -> Statement:
    evidence = (Evidence("predicate", 0, len(quote), quote),)
    return identify(
        Statement("a", "", Node(name, "University"), "locatedIn", CITY, evidence=evidence)
    )


def folder(path: Path, *statements: Statement) -> Path:
    path.mkdir()
    lines = "".join(dump(statement) + "\n" for statement in statements)
    (path / "statements.jsonl").write_text(lines, encoding="utf-8")
    return path


def test_added_and_removed_facts_are_listed_with_their_quote(tmp_path: Path) -> None:
    old = folder(tmp_path / "old", fact("甲大学"), fact("乙大学"))
    new = folder(tmp_path / "new", fact("乙大学", "位于江城"), fact("丙大学"))
    assert render(compare(old, new)).splitlines() == [
        "- 甲大学 · locatedIn · 江城    「在江城」",
        "+ 丙大学 · locatedIn · 江城    「在江城」",
        "1 removed, 1 added, 1 the same",
    ]


def test_a_folder_without_statements_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="is no build with readable statements"):
        compare(tmp_path, tmp_path)
