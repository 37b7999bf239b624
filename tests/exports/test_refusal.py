"""What a program read so that a shape breaks is left out and told; a curator's word stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exports.harvest import Failure, Harvest
from exports.refusal import Results, refuse, tell_once
from graph.build import Run, build
from ontology.errors import InputError, ShapeError
from sources.document import Document
from sources.statement import Evidence, Node, Statement, identify
from sources.verify import Rejection

TEXT = "云溪市加入明炬。云溪市设立青石大学。"


def said(subject: str, predicate: str, thing: str, method: str) -> Statement:
    """A statement whose quote is the first place of its subject; names are written name/Class."""
    (name, cls), (other, kind) = subject.split("/"), thing.split("/")
    at = TEXT.index(name)
    quote = Evidence("predicate", at, at + len(name), name)
    return identify(
        Statement(
            "a", "", Node(name, cls), predicate, Node(other, kind), evidence=(quote,), method=method
        )
    )


def results(method: str) -> Results:
    """An article in which ``method`` found that a city is a member of a person."""
    found = [
        said("云溪市/City", "type", "City/Class", "rule:x"),
        said("明炬/Person", "type", "Person/Class", "rule:x"),
        said("青石大学/University", "type", "University/Class", "rule:x"),
        said("云溪市/City", "memberOf", "明炬/Person", method),
        said("青石大学/University", "establishedBy", "云溪市/City", "rule:x"),
    ]
    document = Document("a", "a.txt", TEXT, "0" * 64)
    return lambda: iter([Harvest(document, tuple(found), (), (), 2, False)])


def make(folder: Path, read: Results) -> list[Harvest]:
    """Build the graph of what is read; what was read in the end."""
    kept: list[Harvest] = []

    def runs() -> Iterator[Run]:
        for result in read():
            assert isinstance(result, Harvest)
            kept.append(result)
            yield result.document, result.statements

    build(runs(), folder)
    return kept


def test_a_rule_that_breaks_a_shape_does_not_stop_the_build(tmp_path: Path) -> None:
    (found,) = refuse(tmp_path, make, results("rule:trigger/join"))
    assert [(s.subject.name, s.predicate) for s in found.statements if s.predicate != "type"] == [
        ("青石大学", "establishedBy")
    ]
    (rejection,) = found.rejected
    assert isinstance(rejection, Rejection)
    assert rejection.statement.predicate == "memberOf"
    assert rejection.reason.startswith("breaks a shape: ")
    assert (tmp_path / "statements.jsonl").read_text(encoding="utf-8").count("memberOf") == 0


def test_a_curator_who_breaks_a_shape_is_told(tmp_path: Path) -> None:
    with pytest.raises(ShapeError, match="violates 1 shape"):
        refuse(tmp_path, make, results("curated:a.review.tsv"))


def test_what_nobody_stated_stops_the_build(tmp_path: Path) -> None:
    def bad(folder: Path, read: Results) -> list[Harvest]:
        raise ShapeError("the graph violates 1 shape(s)", refusable={})

    with pytest.raises(ShapeError):
        refuse(tmp_path, bad, results("rule:x"))


def test_the_folder_is_emptied_in_between(tmp_path: Path) -> None:
    seen: list[list[str]] = []

    def note(folder: Path, read: Results) -> list[Harvest]:
        seen.append(sorted(path.name for path in folder.iterdir()))
        (folder / "pages").mkdir()
        (folder / "pages" / "a.html").write_text("x")
        if len(seen) == 1:
            raise ShapeError("broken", refusable={"no-such-id": "why"})
        return []

    refuse(tmp_path, note, results("rule:x"))
    assert seen == [[], []]


def test_an_article_left_out_is_told_once() -> None:
    told: list[str] = []
    tell = tell_once(lambda failure: told.append(failure.name))
    failure = Failure("a.txt", InputError, "empty", "a.txt", "")
    tell(failure)
    tell(replace(failure))
    assert told == ["a.txt"]
