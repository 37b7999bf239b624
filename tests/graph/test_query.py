from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store

from graph.catalogue import Question, questions, read_question
from graph.guard import DEEPEST
from graph.query import bind, explain, query
from ontology.errors import NotFoundError, QueryError

HOSTILE = [
    'x" } ; DROP ALL #',
    "\\u0022",
    "行\n行",
    "a>b",
    "$x",
    "?s ?p ?o",
    "'''",
    '"""',
    "\\",
    "\t",
]


PLATFORMS = read_question(
    "platforms",
    """# zh: 有哪些平台？
# en: Which platforms?
# param place: type=entity
SELECT ?name ?status { ?platform oc:locatedIn|oc:partOf $place ; a oc:Platform ; rdfs:label ?name .
  OPTIONAL { ?platform oc:hasStatus ?status } }""",
)


class _Canary(BaseHTTPRequestHandler):
    hits = 0

    def do_GET(self) -> None:  # noqa: N802
        type(self).hits += 1
        self.send_response(200)
        self.end_headers()

    do_POST = do_GET  # noqa: N815


@pytest.fixture(scope="module")
def canary() -> Iterator[str]:
    """A server on this machine that counts who comes."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Canary)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_a_triple_of_two_articles_gives_one_row(store: Store) -> None:
    place = "id:xi-bu-chong-qing-ke-xue-cheng oc:locatedIn id:sha-ping-ba-qu"
    graphs = query(store, f"SELECT ?g {{ GRAPH ?g {{ {place} }} }}")
    assert graphs.texts() == [("article:a1/facts",), ("article:b1/facts",)]
    counted = query(store, f"SELECT (COUNT(*) AS ?n) {{ {place} }}")
    assert counted.texts() == [("1",)]


def test_facts_evidence_and_inference_join_in_the_default_graph(store: Store) -> None:
    text = """SELECT ?quote { ?s a oc:Platform ; oc:establishedBy ?who .
      ?statement rdf:subject ?s ; rdf:object ?who ; oc:evidence/oa:exact ?quote }"""
    assert query(store, text).texts() == [("超瞬态实验装置establishedBy重庆大学",)]


def test_rows_come_sorted_where_the_query_asks_for_no_order(store: Store) -> None:
    rows = query(store, "SELECT ?s { ?s a oc:Place }").texts()
    assert rows == sorted(rows)
    assert len(rows) == 7


def test_ask_and_construct_are_tables_too(store: Store) -> None:
    asked = query(store, "ASK { ?s a oc:Fund }")
    assert (asked.form, asked.columns, asked.texts()) == ("ask", ("answer",), [("true",)])
    made = query(store, "CONSTRUCT { ?s a oc:Thing } WHERE { ?s a oc:Fund }")
    assert made.form == "construct"
    assert made.columns == ("subject", "predicate", "object")
    assert made.texts() == [("id:ke-xue-cheng-ji-jin", "rdf:type", "oc:Thing")]


def test_a_cell_without_a_value_is_none(store: Store) -> None:
    text = "SELECT ?s ?status { ?s a oc:Fund OPTIONAL { ?s oc:hasStatus ?status } }"
    answer = query(store, text)
    assert answer.rows[0][1] is None
    assert answer.texts() == [("id:ke-xue-cheng-ji-jin", "")]


def test_a_saved_question_takes_any_name_of_a_thing(store: Store) -> None:
    answers = {
        query(store, PLATFORMS, {"place": name}).rows
        for name in ("科学城", "西部（重庆）科学城", "id:xi-bu-chong-qing-ke-xue-cheng")
    }
    assert len(answers) == 1
    assert query(store, PLATFORMS, {"place": "科学城"}).texts() == [
        ("超瞬态实验装置", "oc:planned")
    ]


def test_a_parameter_left_out_asks_about_all(store: Store) -> None:
    assert query(store, PLATFORMS).texts() == [("超瞬态实验装置", "oc:planned")] * 3


def test_a_saved_question_answers_by_its_name(store: Store) -> None:
    saved = questions()[0]
    assert query(store, saved.name) == query(store, saved)


def test_an_unknown_question_offers_the_nearest(store: Store) -> None:
    name = questions()[0].name
    with pytest.raises(NotFoundError) as caught:
        query(store, name + "x")
    assert caught.value.nearest[0] == name


def test_an_unknown_entity_offers_the_nearest(store: Store) -> None:
    with pytest.raises(NotFoundError) as caught:
        query(store, PLATFORMS, {"place": "重庆大雪"})
    assert caught.value.nearest[0] == "重庆大学"


def test_an_unknown_parameter_is_named(store: Store) -> None:
    with pytest.raises(QueryError, match="question 'platforms' has no parameter 'zone'"):
        query(store, PLATFORMS, {"zone": "重庆"})
    with pytest.raises(QueryError, match=r"the query has no parameter \$x"):
        query(store, "ASK { ?s ?p ?o }  # $x", {"x": "重庆"})


def test_a_parameter_inside_strings_comments_and_addresses_is_left_alone() -> None:
    text = "ASK { <http://x/$x> ?p \"$x\" , '''$x''' , $x } # $x"
    bound = bind(text, {"x": NamedNode("http://y/")})
    assert bound == "ASK { <http://x/$x> ?p \"$x\" , '''$x''' , <http://y/> } # $x"


def test_a_broken_query_is_shown_with_line_and_column(store: Store) -> None:
    with pytest.raises(QueryError) as caught:
        query(store, "SELECT * {\n ?s ?p }")
    assert str(caught.value).startswith('query:2:9: the SPARQL text does not parse after "?s ?p }"')
    assert caught.value.remedy == "give a SELECT, ASK, CONSTRUCT or DESCRIBE query"


@pytest.mark.parametrize(
    "text", ["INSERT DATA { <x:a> <x:b> 1 }", "DROP ALL", "LOAD <http://x/>", "{}"]
)
def test_updates_are_refused(store: Store, text: str) -> None:
    with pytest.raises(QueryError, match="does not parse"):
        query(store, text)


@pytest.mark.parametrize(
    "clause",
    [
        "SERVICE <{}> {{ ?s ?p ?o }}",
        "sErViCe <{}> {{ ?s ?p ?o }}",
        "SERVICE SILENT <{}> {{ ?s ?p ?o }}",
        "SERVICE<{}>{{ ?s ?p ?o }}",
        "SERVICE:x {{ ?s ?p ?o }}",
        "SERVICE x:x {{ ?s ?p ?o }}",
        "VALUES ?u {{ <{}> }} SERVICE ?u {{ ?s ?p ?o }}",
        "SERVICE # comment\n <{}> {{ ?s ?p ?o }}",
        "{{ SELECT * {{ SERVICE <{}> {{ ?s ?p ?o }} }} }}",
        "?s ?p ?o FILTER EXISTS {{ SERVICE <{}> {{ ?s ?p ?o }} }}",
        "?s ?p ?o FILTER(?s<?o)SERVICE?u#>\n{{ ?s ?p ?o }}",
        "OPTIONAL {{ SERVICE <{}> {{ ?s ?p ?o }} }}",
        "\\u0053ERVICE <{}> {{ ?s ?p ?o }}",
        "?s ?p <a#b> . SERVICE <{}> {{ ?s ?p ?o }}",
        "?s ?p '#' . SERVICE <{}> {{ ?s ?p ?o }}",
        "GRAPH ?g {{ SERVICE <{}> {{ ?s ?p ?o }} }}",
    ],
)
@pytest.mark.parametrize("form", ["SELECT *", "ASK"])
def test_no_query_leaves_the_machine(store: Store, canary: str, clause: str, form: str) -> None:
    prefixes = f"BASE <{canary}> PREFIX : <{canary}> PREFIX x: <{canary}> "
    with pytest.raises(QueryError):
        query(store, f"{prefixes}{form} {{ {clause.format(canary)} }}")
    assert _Canary.hits == 0


def test_from_and_graph_names_are_never_fetched(store: Store, canary: str) -> None:
    assert query(store, f"SELECT * FROM <{canary}> {{ ?s ?p ?o }}").rows == ()
    assert query(store, f"SELECT * {{ GRAPH <{canary}> {{ ?s ?p ?o }} }}").rows == ()
    assert _Canary.hits == 0


@pytest.mark.parametrize(
    "text",
    [
        "ASK { ?service a oc:ServicePlatform }",
        "ASK { ?s rdfs:label 'SERVICE <http://x/> {}' }",
        "ASK { ?s a <http://x/service> } # SERVICE",
        "PREFIX service: <http://x/> ASK { service:a ?p ?o }",
    ],
)
def test_the_word_service_is_allowed_where_it_is_no_clause(store: Store, text: str) -> None:
    assert query(store, text).texts() == [("false",)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ASK { ?s ?p '" + "长" * 30_000 + "' }", "longer than 65536 bytes"),
        ("ASK { FILTER(" + "(" * 2000 + "1" + ")" * 2000 + ") }", "more than 1000 opening"),
        ("ASK { FILTER(" + "!" * 2000 + "true) }", "more than 1000 logical signs"),
        ("ASK { FILTER(" + "true||" * 2000 + "true) }", "more than 1000 logical signs"),
    ],
)
def test_a_query_that_would_exhaust_the_parser_is_refused(
    store: Store, text: str, message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        query(store, text)


def test_a_query_at_the_limit_is_answered(store: Store) -> None:
    inner = DEEPEST - 2
    text = "ASK { FILTER(" + "(" * inner + "true" + ")" * inner + ") }"
    assert query(store, text).texts() == [("true",)]
    with pytest.raises(QueryError, match="more than 128 brackets within brackets"):
        query(store, text.replace("true", "(true)"))


def test_brackets_side_by_side_or_in_a_text_are_not_deep(store: Store) -> None:
    texts = " ".join(f"'{'(' * 9}'" for _ in range(50))
    text = f"ASK {{ {'{} ' * 200} VALUES ?text {{ {texts} }} }}  # {'(' * 200}"
    assert query(store, text).texts() == [("true",)]


def asking(kind: str, text: str) -> Question:
    """A question with a parameter ``x`` of that type."""
    return read_question("q", f"# zh: 问？\n# en: Ask?\n# param x: type={kind}\n{text}")


#: Places of a saved question where a parameter can stand.
PLACES = [
    "SELECT ?v { BIND($x AS ?v) }",
    "SELECT ?v { VALUES ?v { $x } }",
    "SELECT ?v { { SELECT ?v { BIND($x AS ?v) } } }",
    "SELECT ?v { ?s a oc:City BIND($x AS ?v) FILTER(?v = $x) }",
    "SELECT ($x AS ?v) {}",
    'SELECT ?v { BIND(COALESCE($x, "") AS ?v) }',
]


@pytest.mark.parametrize("place", PLACES)
@given(value=st.text(max_size=30))
@settings(max_examples=25, deadline=None)
def test_any_text_is_bound_as_one_term(store: Store, place: str, value: str) -> None:
    saved = asking("text", place)
    try:
        rows = query(store, saved, {"x": value}).rows
    except QueryError:
        assert len(value.encode("utf-8", "surrogatepass")) != len(value.encode("utf-8", "ignore"))
        return
    assert set(rows) == {(Literal(value),)}


@pytest.mark.parametrize("place", PLACES)
def test_a_bound_term_is_the_one_the_engine_reads(store: Store, place: str) -> None:
    for value in HOSTILE:
        term = Literal(value, language="zh")
        (row,) = set(query(store, place, {"x": term}).rows)
        assert row == (term,)


@pytest.mark.parametrize(
    "value",
    [
        "http://x/> } ; DROP ALL #",
        "http://x/ y",
        'http://x/"',
        "id:a> ?p ?o",
        "http://x/\n<http://y>",
    ],
)
@pytest.mark.parametrize("kind", ["entity", "iri", "class", "concept"])
def test_what_is_no_iri_never_becomes_one(store: Store, kind: str, value: str) -> None:
    saved = asking(kind, "ASK { $x ?p ?o }")
    with pytest.raises((QueryError, NotFoundError)):
        query(store, saved, {"x": value})


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        ("year", "20 21", "not of type gYear: '20 21'"),
        ("year", "２０２１", "not of type gYear"),
        ("integer", "1 } #", "not of type integer"),
        ("decimal", "1e9", "not of type decimal"),
        ("date", "2021-5-1", "not of type date"),
        ("language", "fr", "no labels in language 'fr'"),
    ],
)
def test_a_value_of_another_type_is_refused(
    store: Store, kind: str, value: str, message: str
) -> None:
    saved = asking(kind, "ASK { ?s ?p $x }")
    with pytest.raises(QueryError, match=message):
        query(store, saved, {"x": value})


def test_a_status_is_known_by_what_people_call_it(store: Store) -> None:
    saved = asking("concept of=statuses", "SELECT ?v { BIND($x AS ?v) }")
    for name in ("在建", "建设中", "under construction", "being built", "underConstruction"):
        assert query(store, saved, {"x": name}).texts() == [("oc:underConstruction",)]
    with pytest.raises(NotFoundError, match="nothing of statuses is called '建设种'") as caught:
        query(store, saved, {"x": "建设种"})
    assert "建设中" in caught.value.nearest


def test_a_class_mistyped_offers_the_nearest(store: Store) -> None:
    saved = asking("class", "ASK { ?s a $x }")
    with pytest.raises(NotFoundError, match="no class is called 'Labratory'") as caught:
        query(store, saved, {"x": "Labratory"})
    assert "Laboratory" in caught.value.nearest


def test_a_value_that_is_needed_and_lacks_is_asked_for(store: Store) -> None:
    with pytest.raises(QueryError, match=r"question 'q' needs --x \(for example --x 甲\)"):
        query(store, asking("entity needed=yes example=甲", "SELECT ?p { $x ?p ?o }"))


def test_the_sparql_of_a_saved_question_runs_as_it_stands(store: Store) -> None:
    text = explain(store, PLATFORMS, {"place": "科学城"})
    assert not text.startswith("#")
    assert query(store, text) == query(store, PLATFORMS, {"place": "科学城"})
