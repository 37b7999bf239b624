from __future__ import annotations

from collections.abc import Callable

import pytest
from pyoxigraph import Store

from graph.build import Build, Run
from graph.query import query
from graph.store import open_store
from ontology.errors import BuildError

Article = Callable[..., Run]
Make = Callable[..., Build]
FACTS = "GRAPH <https://w3id.org/onecity/article/a1/facts>"
EVIDENCE = "GRAPH <https://w3id.org/onecity/article/a1/evidence>"


def rows(store: Store, text: str) -> list[tuple[str, ...]]:
    return query(store, text).texts()


def test_a_plan_about_a_planned_thing_is_a_plain_triple(store: Store) -> None:
    found = rows(
        store, f"SELECT ?p ?o {{ {FACTS} {{ id:chao-shun-tai-shi-yan-zhuang-zhi ?p ?o }} }}"
    )
    assert ("oc:establishedBy", "id:chong-qing-da-xue") in found
    assert ("oc:hasStatus", "oc:planned") in found


@pytest.mark.parametrize(
    ("slug", "modality"),
    [
        ("chao-suan-zhong-xin", "oc:negated"),
        ("shu-ju-xue-yuan", "oc:target"),
        ("da-shu-ju-xue-yuan", "oc:hypothetical"),
        ("wu-liu-gang", "oc:denied"),
    ],
)
def test_what_is_no_fact_is_never_a_plain_triple(store: Store, slug: str, modality: str) -> None:
    said = rows(
        store, f"SELECT ?p {{ id:{slug} ?p ?o . FILTER(?p NOT IN (rdf:type, rdfs:label)) }}"
    )
    assert said == []
    kept = rows(
        store,
        f"SELECT ?m {{ {EVIDENCE} {{ ?s rdf:subject id:{slug} ; oc:modality ?m ; "
        "rdf:object ?o FILTER(!STRSTARTS(STR(?o), STR(oc:))) } }",
    )
    assert kept == [(modality,)]


def test_a_denied_number_is_no_observation(store: Store) -> None:
    found = rows(
        store, "SELECT ?text ?m { ?n a oc:Observation ; oc:valueText ?text ; oc:modality ?m }"
    )
    assert found == [("5亿元", "oc:target"), ("7个", "oc:asserted")]
    denied = rows(store, f"SELECT ?text {{ {EVIDENCE} {{ ?n oc:value ?v ; oc:valueText ?text }} }}")
    assert denied == [("9个",)]
    assert rows(store, "SELECT ?n { ?n oc:observedOn ?e ; oc:valueText '9个'@zh }") == []


def test_a_number_keeps_value_unit_date_and_words(store: Store) -> None:
    text = """SELECT ?value ?unit ?asOf ?type ?about ?indicator { ?n oc:valueText "7个"@zh ;
      oc:value ?value ; oc:unit ?unit ; oc:asOf ?asOf ; oc:approximator ?about ;
      oc:indicator ?indicator . BIND(DATATYPE(?asOf) AS ?type) }"""
    assert rows(store, text) == [
        (
            "7",
            "unit:NUM",
            "2021-04",
            "xsd:gYearMonth",
            "oc:about",
            "indicator:state-key-laboratories",
        )
    ]


def test_an_indicator_outside_the_scheme_gets_its_own_concept(store: Store) -> None:
    text = """SELECT ?indicator ?label { ?n oc:valueText "5亿元"@zh ; oc:indicator ?indicator .
      ?indicator skos:prefLabel ?label }"""
    assert rows(store, text) == [("indicator:ke-yan-jing-fei", "科研经费")]


def test_a_post_that_is_over_is_evidence_only(store: Store) -> None:
    assert rows(store, "SELECT ?p { ?p org:holds ?post }") == [("id:ming-ju",)]
    over = f"""SELECT ?who ?status {{ {EVIDENCE} {{ ?s rdf:subject ?who ; rdf:predicate org:holds ;
      oc:statementStatus ?status }} }}"""
    assert rows(store, over) == [("id:lu-hong", "oc:closed")]


def test_labels_and_other_names_have_their_language(store: Store) -> None:
    text = "SELECT ?p ?l { id:chong-qing-da-xue rdfs:label|skos:altLabel ?n BIND(LANG(?n) AS ?l) }"
    assert sorted(row[1] for row in rows(store, text)) == ["en", "zh"]
    other = "SELECT ?n { id:xi-bu-chong-qing-ke-xue-cheng skos:altLabel ?n }"
    assert rows(store, other) == [("科学城",)]


def test_a_statement_has_its_speaker_quotes_and_article(store: Store) -> None:
    text = """SELECT ?speaker ?exact ?prefix ?suffix ?start ?end ?role ?method ?confidence {
      ?s rdf:predicate oc:establishedBy ; rdf:subject id:chao-shun-tai-shi-yan-zhuang-zhi ;
        oc:attributedTo ?speaker ; oc:method ?method ; oc:confidence ?confidence ;
        prov:wasDerivedFrom article:a1 ; oc:evidence ?piece .
      ?piece a oa:TextQuoteSelector, oa:TextPositionSelector ; oa:exact ?exact ;
        oa:prefix ?prefix ; oa:suffix ?suffix ; oa:start ?start ; oa:end ?end ;
        oc:evidenceRole ?role }"""
    (row,) = rows(store, text)
    assert row[:2] == ("id:ming-ju", "超瞬态实验装置establishedBy重庆大学")
    assert len(row[2]) == len(row[3]) == 12
    assert int(row[5]) - int(row[4]) == len(row[1])
    assert row[6:] == ("predicate", "rule:test", "0.9")


def test_an_article_has_its_metadata(store: Store) -> None:
    text = """SELECT ?title ?date ?publisher ?sha { article:a1 a oc:Article ;
      schema:headline ?title ; schema:datePublished ?date ; schema:publisher ?publisher ;
      oc:sha256 ?sha }"""
    ((title, date, publisher, sha),) = rows(store, text)
    assert (title, date, publisher) == ("a1的标题", "2021-05-21", "某日报")
    assert len(sha) == 64


HOSTILE = (
    'a"b', "<script>", "{}", "\u202e反", "x" * 2000, "a\\b", "'''", "行\u2028行", "𠀀", ":b", "#",
    "a\nb",
)  # fmt: skip


def test_a_hostile_name_makes_one_subject_and_keeps_its_quote(article: Article, make: Make) -> None:
    run = article("a1", *(f"{name}/Enterprise locatedIn 重庆/City" for name in HOSTILE))
    store = open_store(make(run).directory)
    assert len(query(store, "SELECT ?s { ?s a oc:Enterprise }").rows) == len(HOSTILE)
    quotes = query(store, "SELECT ?q { ?s rdf:predicate oc:locatedIn ; oc:evidence/oa:exact ?q }")
    assert {row[0] for row in quotes.texts()} == {f"{name}locatedIn重庆" for name in HOSTILE}


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        ("甲/City observation number=many text=许多 unit=NUM", "not a number: 'many'"),
        ("甲/City observation number=1 text=1 unit=FURLONG", "unknown unit 'FURLONG'"),
        ("甲/City likes 乙/City", "unknown predicate 'likes'"),
        ("甲/City hasStatus 计划", "not a term of the ontology: '计划'"),
    ],
)
def test_a_statement_that_cannot_be_written_is_named(
    article: Article, make: Make, fact: str, message: str
) -> None:
    with pytest.raises(BuildError, match=f"a1: statement [0-9a-f]+ cannot be written: {message}"):
        make(article("a1", fact))
