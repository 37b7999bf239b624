"""Competency: every term is asked for by a question, and every question uses our terms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.build import Build, Run
from graph.coverage import Use, cover
from graph.query import query
from graph.store import open_store

Article = Callable[..., Run]
Builder = Callable[..., Build]

COVERED = cover()


def ask(build: Build, name: str, **params: str) -> list[tuple[str, ...]]:
    return query(open_store(build.directory), name, params).texts()


@pytest.mark.parametrize("use", COVERED, ids=lambda use: use.term)
def test_no_term_is_idle(use: Use) -> None:
    assert use.questions or use.service, use


def test_a_class_is_asked_for_itself_or_through_a_wider_one_below_entity() -> None:
    through = {use.term: use.through for use in COVERED}
    assert through["Laboratory"] == "Laboratory"
    assert through["StateKeyLaboratory"] == "Laboratory"
    assert "Entity" not in {via for term, via in through.items() if term != "Entity"}


def test_a_class_may_be_asked_for_through_the_relation_that_leads_to_it() -> None:
    through = {use.term: use.through for use in COVERED}
    assert through["Approximator"] == "approximator"


def test_a_derived_relation_is_covered_by_what_it_derives_from() -> None:
    uses = {use.term: use for use in COVERED}
    assert uses["hasPart"].through == "partOf"
    assert uses["holdsPostIn"].through == "org:holds"
    assert set(uses["partOf"].questions) <= set(uses["hasPart"].questions)


def test_what_serves_pages_and_files_is_told_apart_from_what_is_asked() -> None:
    services = {use.term for use in COVERED if use.service and not use.questions}
    assert services == {
        *("badge", "pageGroup", "lightFill", "lightBorder", "darkFill", "darkBorder", "Group"),
        *("statementName", "evidencePredicate", "isPlace"),
    }


def test_platforms_of_each_level_are_told_from_their_names(article: Article, make: Builder) -> None:
    built = make(
        article(
            "a",
            "国家级江州孵化器/Incubator locatedIn 江州市/City",
            "机械传动国家重点实验室/StateKeyLaboratory locatedIn 江州市/City",
            "市级江州实验室/Laboratory locatedIn 江州市/City",
            "国家电网江州研究院/ResearchInstitute locatedIn 江州市/City",
        )
    )
    assert [row[:2] for row in ask(built, "platform-levels")] == [
        ("国家级", "国家级江州孵化器"),
        ("国家级", "机械传动国家重点实验室"),
        ("市级", "市级江州实验室"),
    ]


def test_the_least_certain_facts_come_first_with_their_method(
    article: Article, make: Builder
) -> None:
    built = make(
        article(
            "a",
            "甲中心/ResearchCenter establishedBy 江州大学/University confidence=0.8",
            "乙中心/ResearchCenter establishedBy 江州大学/University confidence=0.6",
        )
    )
    assert [row[:4] for row in ask(built, "doubtful-facts", most="0.85")] == [
        ("0.6", "rule:test", "乙中心", "由…建设"),
        ("0.8", "rule:test", "甲中心", "由…建设"),
    ]


def test_a_status_that_a_statement_mentions_is_found(article: Article, make: Builder) -> None:
    built = make(
        article("a", "甲中心/ResearchCenter establishedBy 江州大学/University status=planned")
    )
    assert [row[:3] for row in ask(built, "passing-statuses")] == [("计划中", "甲中心", "由…建设")]


def test_counts_are_set_against_the_things_named(article: Article, make: Builder) -> None:
    built = make(
        article(
            "a",
            "东区/Zone observation number=7 unit=NUM indicator=国家重点实验室数量 as_of=2021",
            "甲国家重点实验室/StateKeyLaboratory locatedIn 东区/Zone",
            "乙实验室/Laboratory locatedIn 东区/Zone",
        )
    )
    assert [row[:5] for row in ask(built, "counted-and-named")] == [
        ("东区", "国家重点实验室数量", "7", "1", "2021")
    ]
