from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import Store

from graph.analysis.network import Network, Tie
from graph.analysis.reader import read_network
from graph.build import Build, Run
from graph.store import open_store
from graph.terms import ENTITY

Article = Callable[..., Run]
Make = Callable[..., Build]

UNIVERSITY = ENTITY + "chong-qing-da-xue"
CITY = ENTITY + "xi-bu-chong-qing-ke-xue-cheng"


@pytest.fixture(scope="module")
def network(store: Store) -> Network:
    return read_network(store)


def between(network: Network, one: str, other: str) -> list[Tie]:
    return [tie for tie in network.ties if (tie.source, tie.target) == (one, other)]


def test_the_network_has_things_and_what_is_said_of_them(network: Network) -> None:
    assert network.things[UNIVERSITY].zh == "重庆大学"
    assert network.things[UNIVERSITY].cls == "University"
    (tie,) = between(network, CITY, ENTITY + "sha-ping-ba-qu")
    assert (tie.predicate, tie.kind, len(tie.quotes)) == ("locatedIn", "stated", 2)
    assert {network.articles[quote.article].title for quote in tie.quotes} == {
        "a1的标题",
        "b1的标题",
    }


def test_a_post_is_a_tie_with_a_title_and_a_former_one_is_none(network: Network) -> None:
    (tie,) = between(network, ENTITY + "ming-ju", UNIVERSITY)
    assert (tie.predicate, tie.title) == ("holds", "副校长")
    assert [quote.exact for quote in tie.quotes] == ["明炬holds重庆大学副校长"]
    assert between(network, ENTITY + "lu-hong", UNIVERSITY) == []


def test_what_is_negated_supposed_or_denied_is_no_tie(network: Network) -> None:
    for name in ("wu-liu-gang", "chao-suan-zhong-xin", "da-shu-ju-xue-yuan"):
        assert [tie for tie in network.ties if tie.source == ENTITY + name] == []


def test_a_plan_a_target_and_an_inference_are_told_apart(network: Network) -> None:
    kinds = {
        (tie.source.removeprefix(ENTITY), tie.predicate): tie.kind
        for tie in network.ties
        if tie.kind != "stated"
    }
    assert kinds["chao-shun-tai-shi-yan-zhuang-zhi", "establishedBy"] == "planned"
    assert kinds["shu-ju-xue-yuan", "establishedBy"] == "target"
    assert kinds["xi-bu-chong-qing-ke-xue-cheng", "locatedIn"] == "inferred"


def test_numbers_and_statuses_keep_their_quotes(network: Network) -> None:
    numbers = {(f.indicator, f.text, f.as_of, f.kind) for f in network.figures}
    assert numbers == {
        ("国家重点实验室数量", "7个", "2021-04", "stated"),
        ("科研经费", "5亿元", "2025", "target"),
    }
    (rung,) = network.rungs
    assert (rung.status, len(rung.quotes)) == ("planned", 1)


def test_the_same_store_gives_the_same_network(store: Store, network: Network) -> None:
    again = read_network(store)
    assert again == network
    assert list(again.things) == sorted(again.things)


def test_what_a_later_article_says_is_built_is_no_plan(article: Article, make: Make) -> None:
    early = article(
        "a1", "甲中心/ResearchCenter locatedIn 甲园/Park",
        "甲中心/ResearchCenter hasStatus planned",
    )  # fmt: skip
    late = article("b1", "甲中心/ResearchCenter hasStatus operational")
    for runs, kind in (((early,), "planned"), ((early, late), "stated")):
        (tie,) = read_network(open_store(make(*runs).directory)).ties
        assert tie.kind == kind
