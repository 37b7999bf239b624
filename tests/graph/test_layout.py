"""Layouts: what the slogan says of its components, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.build import Build, Run
from graph.layout import arrange, find_components
from graph.query import query
from graph.store import open_store
from sources.statement import Evidence, Node, Statement

Article = Callable[..., Run]
Builder = Callable[..., Build]
CORE, PARK, CARRIER, AXIS = "core", "supporting-park", "carrier", "axis"


@pytest.mark.parametrize(
    ("slogan", "names", "roles"),
    [
        ("一城多园", ["甲科学城", "乙创新区", "丙生态城"], [CORE, PARK, PARK]),
        ("“一城多园”模式", ["乙产业园", "甲科学城"], [PARK, CORE]),
        ("一区五园", ["江州高新技术产业开发区", "科技新城", "轨道产业园"], [CORE, PARK, PARK]),
        ("一核四区、两廊多点", ["时尚区", "创新核", "科创廊", "农创点"], [PARK, CORE, AXIS, PARK]),
        ("一轴四组团", ["科创轴", "智能组团", "健康组团"], [AXIS, PARK, PARK]),
        ("一軸三核", ["創新走廊", "南崗園區"], [AXIS, CORE]),
        ("两中心一基地一平台", ["甲中心", "乙中心", "丙基地", "丁平台"], [CARRIER] * 4),
        ("一谷两园", ["激光谷", "卫星园", "显示园"], [CORE, PARK, PARK]),
        ("一核两翼", ["东湖片区", "主城核", "北翼"], [PARK, CORE, PARK]),
        ("全域推进", ["甲园", "乙城"], ["", ""]),
    ],
)  # fmt: skip
def test_a_slogan_gives_its_components_their_roles(
    slogan: str, names: list[str], roles: list[str]
) -> None:
    assert arrange(slogan, names) == roles


def test_what_could_be_two_things_is_not_guessed() -> None:
    """Two parts still want one, and the name fits neither."""
    assert arrange("一核三带", ["江州大学"]) == [""]


def test_more_components_than_the_slogan_counts_stay_without_a_role() -> None:
    assert arrange("一城两园", ["甲城", "乙园", "丙园", "丁园"]) == [CORE, PARK, PARK, ""]


def claim(name: str, cls: str, start: int, text: str, modality: str = "asserted") -> Statement:
    quote = Evidence("predicate", start, start + len(text), text)
    return Statement(
        doc="a", sha256="", subject=Node(name, cls), predicate="partOf", modality=modality,
        object=Node("一城多园", "Strategy"), evidence=(quote,), method="rule:test",
    )  # fmt: skip


def test_a_layout_that_is_told_twice_has_one_order() -> None:
    told = "完善“一城多园”，建设甲科学城，打造乙创新区，创建丙生态城"
    found = find_components(
        [
            claim("丙生态城", "EcoCity", 500, told),
            claim("乙创新区", "InnovationZone", 100, told),
            claim("甲科学城", "ScienceCity", 500, told),
        ]
    )
    assert [(c.position, c.statement.subject.name, c.role) for c in found] == [
        (1, "甲科学城", CORE),
        (2, "乙创新区", PARK),
        (3, "丙生态城", PARK),
    ]


def test_what_is_denied_or_part_of_something_else_is_no_component() -> None:
    told = "一城多园不含甲科学城"
    denied = claim("甲科学城", "ScienceCity", 0, told, "denied")
    elsewhere = replace(claim("甲科学城", "ScienceCity", 0, told), object=Node("江州", "City"))
    assert find_components([denied, elsewhere]) == []


def test_components_are_in_the_graph_with_the_statement_they_come_from(
    article: Article, make: Builder
) -> None:
    built = make(
        article(
            "a",
            "江州科学城/ScienceCity partOf 一城多园/Strategy",
            "东湖产业园/IndustrialPark partOf 一城多园/Strategy modality=target",
        )
    )
    store = open_store(built.directory)
    rows = query(store, "layout-order").texts()
    assert [row[:4] for row in rows] == [
        ("一城多园", "1", "江州科学城", "核心"),
        ("一城多园", "2", "东湖产业园", "支撑园区"),
    ]
    asked = "SELECT ?c ?p { ?c a oc:LayoutComponent ; prov:wasDerivedFrom/rdf:predicate ?p }"
    assert {row[1] for row in query(store, asked).texts()} == {"oc:partOf"}
    pattern = "ASK { ?s rdfs:label '一城多园'@zh ; oc:followsPattern ?p . ?p a oc:LayoutPattern }"
    assert query(store, pattern).texts() == [("true",)]


def test_two_articles_may_order_a_layout_differently(article: Article, make: Builder) -> None:
    park, city = "东湖产业园/IndustrialPark", "江州科学城/ScienceCity"
    built = make(
        article("a", f"{city} partOf 一城多园/Strategy", f"{park} partOf 一城多园/Strategy"),
        article("b", f"{park} partOf 一城多园/Strategy", f"{city} partOf 一城多园/Strategy"),
    )
    rows = query(open_store(built.directory), "layout-order").texts()
    assert [(row[6], row[1], row[2]) for row in rows] == [
        ("article:a", "1", "江州科学城"),
        ("article:a", "2", "东湖产业园"),
        ("article:b", "1", "东湖产业园"),
        ("article:b", "2", "江州科学城"),
    ]
