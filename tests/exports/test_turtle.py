import random

import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, parse

from exports.selection import facts
from exports.turtle import render


def triples(data: str) -> set[str]:
    return {str(quad.triple) for quad in parse(data.encode(), format=RdfFormat.TURTLE)}


def test_every_fact_is_written_and_nothing_but_concept_names_is_added(quads: list[Quad]) -> None:
    written = triples(render(quads))
    said = {str(quad.triple) for quad in facts(quads)}
    assert said < written
    assert len(written - said) == 2
    assert all("/concept/industry/energy" in triple for triple in written - said)


def test_rdflib_reads_the_same_facts(quads: list[Quad], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    text = render(quads)
    graph = rdflib.Graph().parse(data=text, format="turtle")
    back = graph.serialize(format="nt").encode()
    assert {str(q.triple) for q in parse(back, format=RdfFormat.N_TRIPLES)} == triples(text)


def test_input_order_does_not_matter(quads: list[Quad]) -> None:
    shuffled = quads[:]
    random.Random(7).shuffle(shuffled)
    assert render(shuffled) == render(quads)


def test_entities_stand_under_their_class_with_its_chinese_name(quads: list[Quad]) -> None:
    text = render(quads)
    assert "### 大学 oc:University (1)\n\nid:da-xue\n    a oc:University ;  # 大学\n" in text
    assert "    oc:locatedIn id:jiang-cheng .  # 江城\n" in text
    headings = [line for line in text.splitlines() if line.startswith("###")]
    assert headings[-3:] == [
        "### org:Post (1)",
        "### oc:Observation (1)",
        "### skos:Concept (2)",
    ]


def test_header_counts_and_declares_only_used_prefixes(quads: list[Quad]) -> None:
    lines = render(quads).splitlines()
    assert lines[1] == "# 8 things, 31 triples."
    declared = [line.split()[1] for line in lines if line.startswith("@prefix")]
    assert "foaf:" not in declared
    assert declared[0] == "oc:"


def test_hostile_labels_cannot_leave_their_literal_or_comment() -> None:
    hostile = 'a"@zh . <x> <y> "\\\n\r\t\u2028\u202e# b'
    nquads = (
        "<https://w3id.org/onecity/id/x> <http://www.w3.org/2000/01/rdf-schema#label> "
        '"LABEL"@zh <https://w3id.org/onecity/article/a/facts> .\n'
        "<https://w3id.org/onecity/id/y> <https://w3id.org/onecity/ontology#partOf> "
        "<https://w3id.org/onecity/id/x> <https://w3id.org/onecity/article/a/facts> .\n"
    )
    escaped = "".join(f"\\u{ord(c):04X}" for c in hostile)
    quads = list(parse(nquads.replace("LABEL", escaped).encode(), format=RdfFormat.N_QUADS))
    assert triples(render(quads)) == {str(quad.triple) for quad in quads}
    labels = list(rdflib.Graph().parse(data=render(quads)).objects(None, rdflib.RDFS.label))
    assert labels == [rdflib.Literal(hostile, lang="zh")]


def test_an_empty_dataset_is_a_valid_file() -> None:
    assert triples(render([])) == set()
    assert "# 0 things, 0 triples." in render([])
