from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import Store

from graph.analyse import Step, compare, gaps, network, paths
from graph.build import Build, Run
from graph.store import open_store
from graph.terms import ENTITY
from ontology.errors import NotFoundError

Article = Callable[..., Run]
Make = Callable[..., Build]

UNIVERSITY = ENTITY + "chong-qing-da-xue"
CITY = ENTITY + "xi-bu-chong-qing-ke-xue-cheng"


def test_the_network_has_things_and_what_is_said_of_them(store: Store) -> None:
    graph = network(store)
    assert graph.nodes[UNIVERSITY] == {"label": "重庆大学", "cls": "University"}
    assert graph[CITY][ENTITY + "sha-ping-ba-qu"]["locatedIn"] == {"evidence": 2}
    post = graph[ENTITY + "ming-ju"][UNIVERSITY]["holds 副校长"]
    assert post == {"evidence": 1, "title": "副校长"}


def test_what_is_no_fact_or_only_inferred_is_no_edge(store: Store) -> None:
    graph = network(store)
    assert not graph.has_edge(ENTITY + "wu-liu-gang", ENTITY + "chong-qing")
    assert not graph.has_edge(UNIVERSITY, ENTITY + "sha-ping-ba-qu")


def test_nodes_and_edges_come_in_a_fixed_order(store: Store) -> None:
    first, second = network(store), network(store)
    assert list(first) == list(second) == sorted(first)
    assert list(first.edges(keys=True)) == list(second.edges(keys=True))


def test_a_path_tells_the_relation_and_its_direction(store: Store) -> None:
    (way, *_) = paths(store, "明炬", "科学城基金")
    assert way == (
        Step(ENTITY + "ming-ju", "holds 副校长", UNIVERSITY, True),
        Step(UNIVERSITY, "establishedBy", ENTITY + "ke-xue-cheng-ji-jin", False),
    )


def test_no_path_leads_through_a_city(article: Article, make: Make) -> None:
    run = article(
        "a1",
        "甲大学/University locatedIn 重庆/City",
        "乙大学/University locatedIn 重庆/City",
        "丙大学/University cooperatesWith 甲大学/University",
    )
    store = open_store(make(run).directory)
    with pytest.raises(NotFoundError, match="no way leads from '甲大学' to '乙大学'"):
        paths(store, "甲大学", "乙大学")
    assert len(paths(store, "丙大学", "重庆")) == 1


def test_gaps_name_what_a_zone_lacks(store: Store) -> None:
    found = {gap.label: gap.missing for gap in gaps(store)}
    assert found["西部(重庆)科学城"] == ("Laboratory", "Fund", "Policy")
    assert found["广阳岛智创生态城"] == ("Laboratory", "Fund", "Policy", "University")
    assert "重庆" not in found


def test_a_comparison_tells_shared_from_single(article: Article, make: Make) -> None:
    run = article(
        "a1",
        "甲园/IndustrialPark focusesOn 生物医药/Industry",
        "甲园/IndustrialPark focusesOn 集成电路/Industry",
        "乙园/IndustrialPark focusesOn 生物医药/Industry",
        "丁大学/University locatedIn 乙园/IndustrialPark",
    )
    store = open_store(make(run).directory)
    found = {row.predicate: row for row in compare(store, "甲园", "乙园")}
    focus = found["focusesOn"]
    assert [len(part) for part in (focus.only_first, focus.both, focus.only_second)] == [1, 1, 0]
    assert found["^locatedIn"].only_second == (ENTITY + "ding-da-xue",)
