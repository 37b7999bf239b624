"""The dataset of an update stands before each of its patterns, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from exports.endpoint.refusal import RefusalError
from exports.endpoint.using import apply

G, H = "urn:g", "urn:h"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CLEAR ALL", "CLEAR ALL"),
        ("INSERT DATA { <a:a> <a:b> 'WHERE' }", "INSERT DATA { <a:a> <a:b> 'WHERE' }"),
        ("DELETE DATA { <a:a> <a:b> 1 }", "DELETE DATA { <a:a> <a:b> 1 }"),
        ("delete where { ?s ?p ?o }", "delete { ?s ?p ?o } USING <urn:g> where { ?s ?p ?o }"),
        (
            "PREFIX where: <a:> # WHERE\nDELETE { ?s ?p '}' } INSERT { ?s ?p 1 } WHERE { ?s ?p 2 }",
            "PREFIX where: <a:> # WHERE\nDELETE { ?s ?p '}' } INSERT { ?s ?p 1 } "
            "USING <urn:g> WHERE { ?s ?p 2 }",
        ),
    ],
)
def test_it_stands_before_where(text: str, expected: str) -> None:
    assert apply(text, (G,), ()) == expected


def test_a_dataset_of_its_own_is_a_conflict() -> None:
    for text in ("WITH <urn:x> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
                 "INSERT { ?s ?p 1 } USING <urn:x> WHERE { ?s ?p ?o }"):  # fmt: skip
        with pytest.raises(RefusalError, match="parameters that name a dataset"):
            apply(text, (), (G,))
        assert apply(text, (), ()) == text
    with pytest.raises(RefusalError, match="not an IRI"):
        apply("CLEAR ALL", ("urn:x> } ; DROP ALL #",), ())


@given(st.text(max_size=40))
def test_whatever_a_text_says_the_pattern_sees_the_graph_that_is_named(text: str) -> None:
    store = Store()
    for graph in (G, H):
        store.add(Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(1), NamedNode(graph)))
    literal = Literal(text.encode("utf-8", "replace").decode())
    update = (
        f"INSERT {{ GRAPH <urn:new> {{ ?s <urn:said> {literal} }} }} WHERE {{ ?s ?p ?o "
        f"BIND({literal} AS ?x) }} ; INSERT {{ GRAPH ?g {{ ?s <urn:in> ?g }} }} "
        "WHERE { GRAPH ?g { ?s <urn:p> 1 } }"
    )
    store.update(apply(update, (G,), (H,)))
    said = list(store.quads_for_pattern(None, NamedNode("urn:said"), None))
    assert [quad.object for quad in said] == [literal]
    seen = {quad.object for quad in store.quads_for_pattern(None, NamedNode("urn:in"), None)}
    assert seen == {NamedNode(H)}
