"""Every question and card, from a store and from two real servers filled from its export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from graph.citation import cite
from graph.excerpt import take
from graph.lookup import find_entity
from graph.query import query
from graph.remote import Remote
from graph.show import card, render
from graph.store import open_store, quads
from graph.terms import INFERRED
from ontology.errors import EndpointError, NotFoundError, QueryError
from tests.graph.answers import Expected, build_corpus, expected
from tests.servers import oxigraph, virtuoso

THINGS = ["西部（重庆）科学城", "id:chong-qing-da-xue", "荣昌区", "健康产业", "明炬"]


def asked() -> list[Expected]:
    """Each question once, with values where it is tried with some."""
    found: dict[str, Expected] = {}
    for answer in expected():
        if answer.name not in found or (answer.given and not found[answer.name].given):
            found[answer.name] = answer
    return list(found.values())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus of the saved questions: annotated articles of several cities."""
    return build_corpus(tmp_path_factory.mktemp("remote") / "build").directory


@pytest.fixture(scope="module")
def store(built: Path) -> Store:
    return open_store(built)


@pytest.fixture(scope="module")
def dump(built: Path) -> Path:
    """What ``onecity export nquads --all`` writes."""
    from exports.serialize import export

    return export(quads(built), "nquads", built.parent / "all.nq", everything=True)[0]


@pytest.fixture(scope="module")
def served(dump: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Remote]]:
    """The two servers."""
    folder = tmp_path_factory.mktemp
    with (
        virtuoso(dump, folder("virtuoso")) as slow,
        oxigraph(dump, folder("oxigraph")) as fast,
    ):
        yield {"virtuoso": Remote(slow), "oxigraph": Remote(fast)}


SERVERS = pytest.mark.parametrize("name", ["oxigraph", "virtuoso"])


@pytest.fixture
def remote(served: dict[str, Remote], name: str) -> Remote:
    return served[name]


@SERVERS
@pytest.mark.parametrize("answer", asked(), ids=lambda answer: answer.name)
def test_a_question_has_the_same_answer_everywhere(
    store: Store, remote: Remote, answer: Expected
) -> None:
    assert query(remote, answer.name, answer.values) == query(store, answer.name, answer.values)


@SERVERS
def test_a_parameter_is_found_by_any_name_of_the_thing(store: Store, remote: Remote) -> None:
    for given in ({"entity": "荣昌"}, {"entity": "荣昌区"}, {"entity": "id:rong-chang-qu"}):
        found = query(remote, "statements-about", given)
        assert found == query(store, "statements-about", given)
        assert len(found.rows) > 25
    with pytest.raises(NotFoundError) as caught:
        query(remote, "statements-about", {"entity": "重庆大雪"})
    assert caught.value.nearest[0] == "重庆大学"


@SERVERS
@pytest.mark.parametrize("thing", THINGS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_card_is_the_same_everywhere(store: Store, remote: Remote, thing: str, lang: str) -> None:
    shown = render(card(take(remote, thing), thing, lang), lang)
    assert shown == render(card(store, thing, lang), lang)


@SERVERS
def test_a_citation_is_the_same_everywhere(store: Store, remote: Remote) -> None:
    found = cite(remote, "重庆大学")
    assert found == cite(store, "重庆大学")
    assert cite(remote, found[0].iri) == (found[0],)


@SERVERS
def test_more_rows_than_the_server_gives_at_a_time_all_arrive(store: Store, remote: Remote) -> None:
    text = "SELECT ?s { ?s ?p ?o FILTER(!ISBLANK(?s)) }"
    found = query(remote, text)
    assert len(found.rows) > 10_000
    assert found == query(store, text)


@SERVERS
def test_yes_no_and_triples_are_answers_too(store: Store, remote: Remote) -> None:
    for text in (
        "ASK { ?s a oc:University }",
        "ASK { ?s a oc:Nothing }",
        "CONSTRUCT { ?s a oc:Seen } WHERE { ?s a oc:University }",
        "SELECT ?n { ?s oc:value ?n } ORDER BY DESC(?n)",
        'SELECT ?n { ?s rdfs:label ?n FILTER(CONTAINS(?n, "科学城")) } # no order, a comment',
    ):
        assert query(remote, text) == query(store, text)


@SERVERS
def test_triples_that_nothing_counts_are_refused(remote: Remote) -> None:
    with pytest.raises(EndpointError, match="nothing tells whether that is all.*ask with SELECT"):
        query(remote, "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")


@SERVERS
def test_an_order_of_more_rows_than_allowed_is_refused_or_right(
    store: Store, remote: Remote, name: str
) -> None:
    text = "SELECT ?e ?n { ?e oa:start ?n } ORDER BY ?n ?e LIMIT 12000"
    if name == "oxigraph":
        assert query(remote, text) == query(store, text)
        return
    with pytest.raises(EndpointError, match="HTTP 500: Virtuoso 22023 Error SR353"):
        query(remote, text)


@SERVERS
def test_the_server_is_not_made_to_ask_others(remote: Remote) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        query(remote, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    with pytest.raises(QueryError, match="query:1:16: the SPARQL text"):
        query(remote, "SELECT * ?s { }")


@SERVERS
def test_patterns_are_those_of_a_store(store: Store, remote: Remote) -> None:
    thing = NamedNode(find_entity(store, "重庆大学"))
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
    inferred = NamedNode(INFERRED)
    for subject, predicate, value, graph in (
        (thing, label, None, DefaultGraph()),
        (None, label, Literal("重庆大学", language="zh"), DefaultGraph()),
        (thing, label, Literal("重庆大学", language="zh"), DefaultGraph()),
        (thing, label, Literal("别的", language="zh"), DefaultGraph()),
        (thing, None, None, inferred),
    ):
        found = set(remote.quads_for_pattern(subject, predicate, value, graph))
        assert found == set(store.quads_for_pattern(subject, predicate, value, graph))
