"""A broken shape goes back to the statements that state what it finds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from graph.blame import blame
from graph.build import Build, Run
from graph.validate import violations
from sources.statement import identify

Article = Callable[..., Run]
Make = Callable[..., Build]


def test_a_relation_that_does_not_fit_goes_back_to_its_statement(
    article: Article, make: Make
) -> None:
    run = article("a1", "重庆/City memberOf 明炬/Person", "重庆大学/University locatedIn 重庆/City")
    built = make(run, check=False)
    (finding,) = violations(built.findings)
    (wrong,) = [s.id for s in map(identify, run[1]) if s.predicate == "memberOf"]
    assert blame(built.directory, [finding]) == {wrong: finding}


def test_a_statement_without_a_quote_is_its_own_fault(article: Article, make: Make) -> None:
    document, statements = article("a1", "重庆大学/University locatedIn 重庆/City")
    bare = [replace(statements[0], evidence=()), *statements[1:]]
    built = make((document, bare), check=False)
    broken = violations(built.findings)
    assert set(blame(built.directory, broken)) == {identify(bare[0]).id}


def test_what_no_statement_says_is_nobodys_fault(article: Article, make: Make) -> None:
    built = make(article("a1", "重庆/City memberOf 明炬/Person"), check=False)
    (finding,) = violations(built.findings)
    strange = replace(finding, focus="https://w3id.org/onecity/article/a1")
    assert blame(built.directory, [finding, strange]) == {}
