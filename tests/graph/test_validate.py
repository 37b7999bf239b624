from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyshacl
import pytest
from rdflib import Graph

from graph.build import Build, Run
from graph.validate import validate, violations
from ontology.errors import BuildError
from ontology.vocabulary import ontology_files
from sources.statement import Evidence, Statement, identify

Article = Callable[..., Run]
Make = Callable[..., Build]


def test_a_sound_build_has_no_violation(sample: Build) -> None:
    findings = validate(sample.directory)
    assert violations(findings) == ()
    assert findings == sample.findings
    assert {finding.severity for finding in findings} <= {"Warning", "Info"}


def test_a_class_that_does_not_fit_stops_the_build(article: Article, make: Make) -> None:
    with pytest.raises(BuildError) as caught:
        make(article("a1", "重庆/City memberOf 明炬/Person"))
    message = str(caught.value)
    assert message.startswith("the graph violates 1 shape(s)")
    assert "https://w3id.org/onecity/id/chong-qing" in message
    assert "Alliance" in message
    assert "联盟" in message
    assert caught.value.remedy == "correct or reject the statements in the review file"


def test_all_violations_are_counted_and_the_first_ten_listed(article: Article, make: Make) -> None:
    facts = [f"第{n}城/City memberOf 明炬/Person" for n in range(12)]
    with pytest.raises(BuildError) as caught:
        make(article("a1", *facts))
    assert "violates 12 shape(s)" in str(caught.value)
    assert "… and 2 more" in str(caught.value)


def test_unchecked_a_violation_is_a_finding(article: Article, make: Make) -> None:
    built = make(article("a1", "重庆/City memberOf 明炬/Person"), check=False)
    (finding,) = violations(built.findings)
    assert finding.focus == "https://w3id.org/onecity/id/chong-qing"
    assert finding.path == "https://w3id.org/onecity/ontology#memberOf"
    assert finding.value == "https://w3id.org/onecity/id/ming-ju"
    assert finding.zh
    assert finding.en
    assert finding.zh != finding.en


def test_a_statement_without_a_quote_is_a_violation(article: Article, make: Make) -> None:
    document, statements = article("a1", "重庆大学/University locatedIn 重庆/City")
    bare: list[Statement] = [replace(statements[0], evidence=()), *statements[1:]]
    with pytest.raises(BuildError, match="rests on at least one quote"):
        make((document, bare))


def test_twelve_chinese_characters_of_context_are_not_too_long(
    article: Article, make: Make
) -> None:
    document, _ = article("a1")
    text = "一二三四五六七八九十甲乙重庆大学丙丁戊己庚辛壬癸子丑寅卯辰"
    document = replace(document, text=text)
    _, statements = article("a1", "重庆大学/University altLabel 重大")
    quote = Evidence("predicate", 12, 16, "重庆大学")
    moved = [identify(replace(statement, evidence=(quote,))) for statement in statements]
    assert violations(make((document, moved)).findings) == ()


def test_articles_in_batches_give_the_same_findings(
    sample: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = validate(sample.directory)
    monkeypatch.setattr("graph.validate.BATCH", 1)
    assert validate(sample.directory) == together


def test_a_second_engine_agrees(sample: Build, article: Article, make: Make) -> None:
    wrong = make(article("a1", "重庆/City memberOf 明炬/Person"), check=False)
    for built in (sample, wrong):
        conforms, report, _ = pyshacl.validate(
            _triples(built.directory),
            shacl_graph=_shapes(),
            advanced=False,
            inference="none",
            allow_warnings=True,
        )
        assert conforms is (not violations(built.findings)), report


def _triples(directory: Path) -> Graph:
    lines = (directory / "onecity.nq").read_text(encoding="utf-8").splitlines()
    triples = "\n".join(line.rsplit(" <", 1)[0] + " ." for line in lines)
    return Graph().parse(data=triples, format="nt")


def _shapes() -> Graph:
    (path,) = [path for path in ontology_files(shapes=True) if path.name == "shapes.ttl"]
    return Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle")
