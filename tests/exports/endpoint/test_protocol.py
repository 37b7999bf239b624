"""The SPARQL 1.1 Protocol, request by request, and the service description.

What is asked for follows https://www.w3.org/TR/sparql11-protocol/ and
https://www.w3.org/TR/sparql11-service-description/: 13 ways to query, 7 to query wrongly, 7 to
update, 7 to update wrongly, and what else goes wrong.
"""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from tests.exports.endpoint.conftest import DATA, TOKEN, Response, Server

D0, D1, D2, D3 = (f"{DATA}{number}.rdf" for number in range(4))
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
UPDATE = {"Content-Type": "application/sparql-update"}
BOTH = f"ASK {{ <{D1}> a ?one . <{D2}> a ?two }}"
NAMED = f"ASK {{ GRAPH ?g {{ <{D1}> a ?one }} GRAPH ?h {{ <{D2}> a ?two }} }}"
FULL = (
    f"ASK {{ <{D3}> a ?three . GRAPH ?g {{ <{D1}> a ?one }} GRAPH ?h {{ <{D2}> a ?two }} "
    f"FILTER NOT EXISTS {{ GRAPH ?i {{ <{D3}> a ?three }} }} }}"
)


def address(*pairs: tuple[str, str]) -> str:
    return "/sparql?" + urlencode(pairs, quote_via=quote)


def form(*pairs: tuple[str, str]) -> bytes:
    return urlencode(pairs).encode()


DEFAULTS = (("default-graph-uri", D1), ("default-graph-uri", D2))
NAMES = (("named-graph-uri", D1), ("named-graph-uri", D2))
WHOLE = (("default-graph-uri", D3), *NAMES)
#: Name, method, address, body, headers, the boolean that is the answer.
QUERIES = [
    ("GET", "GET", address(("query", "ASK {}")), None, {}, True),
    ("form", "POST", address(("default-graph-uri", D0)), b"query=ASK%20%7B%7D", FORM, True),
    ("direct", "POST", "/sparql/", b"ASK {}", DIRECT, True),
    ("default graphs by GET", "GET", address(("query", BOTH), *DEFAULTS), None, {}, True),
    ("default graphs by POST", "POST", address(*DEFAULTS), BOTH.encode(), DIRECT, True),
    ("named graphs by GET", "GET", address(("query", NAMED), *NAMES), None, {}, True),
    ("named graphs by POST", "POST", address(*NAMES), NAMED.encode(), DIRECT, True),
    ("whole dataset", "POST", address(*WHOLE), FULL.encode(), DIRECT, True),
    ("whole dataset in a form", "POST", "/sparql", form(("query", FULL), *WHOLE), FORM, True),
    ("the dataset of the request before that of the text", "POST",
     address(("default-graph-uri", D2)), f"ASK FROM <{D1}> {{ <{D2}> a ?two }}".encode(), DIRECT,
     True),
    ("nothing of the dataset of the text", "POST", address(("default-graph-uri", D2)),
     f"ASK FROM <{D1}> {{ <{D1}> a ?one }}".encode(), DIRECT, False),
    ("not in the dataset", "GET", address(("query", BOTH), DEFAULTS[0]), None, {}, False),
]  # fmt: skip
FORMS = [
    ("SELECT ?s { ?s ?p ?o } LIMIT 1", "application/sparql-results+json"),
    ("ASK {}", "application/sparql-results+json"),
    ("DESCRIBE <https://w3id.org/onecity/id/da-xue>", "text/turtle"),
    ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1", "text/turtle"),
]
WRONG_QUERIES = [
    ("another method", "PUT", address(("query", "ASK {}")), None, FORM, 405),
    ("two queries", "GET", address(("query", "ASK {}"), ("query", "SELECT * {}")), None, {}, 400),
    ("another type", "POST", "/sparql", b"ASK {}", {"Content-Type": "text/plain"}, 415),
    ("a form without its type", "POST", "/sparql", b"query=ASK%20%7B%7D", {}, 415),
    ("a query without its type", "POST", "/sparql", b"ASK {}", {}, 415),
    ("UTF-16", "POST", "/sparql", "ASK {}".encode("utf-16"),
     {"Content-Type": "application/sparql-query; charset=UTF-16"}, 415),
    ("UTF-16 that says nothing", "POST", "/sparql", "ASK {}".encode("utf-16"), DIRECT, 400),
    ("syntax", "GET", address(("query", "ASK {")), None, {}, 400),
    ("two queries by POST", "POST", address(("query", "ASK {}")), b"ASK {}", DIRECT, 400),
    ("nothing in a form", "POST", "/sparql", b"", FORM, 400),
    ("not UTF-8 in the address", "GET", "/sparql?query=ASK%20%7B%7D%FF", None, {}, 400),
    ("a graph that is no IRI", "GET", address(("query", "ASK {}"), ("default-graph-uri", "a b")),
     None, {}, 400),
    ("a query and an update", "POST", "/sparql", form(("query", "ASK {}"), ("update", "CLEAR ALL")),
     FORM, 400),
]  # fmt: skip
WRONG_UPDATES = [
    ("by GET", "GET", address(("update", "CLEAR ALL")), None, {}, 405),
    ("in the address", "POST", address(("update", "CLEAR ALL")), b"", FORM, 400),
    ("two updates", "POST", "/sparql", form(("update", "CLEAR ALL"), ("update", "CLEAR NAMED")),
     FORM, 400),
    ("another type", "POST", "/sparql", b"CLEAR NAMED", {"Content-Type": "text/plain"}, 415),
    ("a form without its type", "POST", "/sparql", b"update=CLEAR%20NAMED", {}, 415),
    ("UTF-16", "POST", "/sparql", "CLEAR NAMED".encode("utf-16"),
     {"Content-Type": "application/sparql-update; charset=UTF-16"}, 415),
]  # fmt: skip
#: Wrong for who may update, refused like all for who may not.
MISTAKEN_UPDATES = [
    ("syntax", "POST", "/sparql", b"update=CLEAR%20XYZ", FORM),
    ("two datasets", "POST", address(("using-named-graph-uri", "http://example/people")),
     b"WITH <http://example/a> DELETE { ?s ?p 'Bill' } WHERE { ?s ?p 'Bill' }", UPDATE),
]  # fmt: skip
MADE = "http://example.org/made/"
DOCUMENTS = "".join(f"GRAPH <{d}> {{ <{d}> a foaf:Document }} " for d in (D1, D2, D3))
DATASET = f"""PREFIX foaf: <http://xmlns.com/foaf/0.1/>
DROP ALL ; INSERT DATA {{ {DOCUMENTS} }} ;
INSERT {{ GRAPH <{MADE}> {{ ?s <urn:in> ?in }} }}
WHERE {{ {{ ?s a foaf:Document BIND("default" AS ?in) }}
        UNION {{ GRAPH ?in {{ ?s a foaf:Document }} }} }}""".encode()
UPDATES = [
    ("one default graph", address(("using-graph-uri", D1)), DATASET, {(D1, "default")}),
    ("two default graphs", address(("using-graph-uri", D1), ("using-graph-uri", D2)), DATASET,
     {(D1, "default"), (D2, "default")}),
    ("named graphs", address(("using-named-graph-uri", D1), ("using-named-graph-uri", D2)), DATASET,
     {(D1, D1), (D2, D2)}),
    ("whole dataset", address(("using-graph-uri", D1), ("using-named-graph-uri", D2)), DATASET,
     {(D1, "default"), (D2, D2)}),
]  # fmt: skip


def told(answer: Response) -> bool:
    assert (answer.status, answer.media) == (200, "application/sparql-results+json"), answer.text
    return bool(json.loads(answer.body)["boolean"])


@pytest.mark.parametrize("case", QUERIES, ids=lambda case: case[0])
def test_a_query_is_answered(reader: Server, editor: Server, case: tuple[object, ...]) -> None:
    _, method, path, body, headers, expected = case
    assert told(reader.ask(path, method, body, headers)) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "media"), FORMS)
def test_each_form_of_query_has_a_type(reader: Server, text: str, media: str) -> None:
    answer = reader.query(text)
    assert (answer.status, answer.media) == (200, media)
    assert answer.body


@pytest.mark.parametrize("case", WRONG_QUERIES + WRONG_UPDATES, ids=lambda case: case[0])
def test_a_wrong_request_is_told_so(
    reader: Server, editor: Server, case: tuple[object, ...]
) -> None:
    _, method, path, body, headers, expected = case
    for one in (reader, editor):
        with_token = {**headers, "Authorization": f"Bearer {TOKEN}"}  # type: ignore[dict-item]
        answer = one.ask(path, method, body, with_token)  # type: ignore[arg-type]
        assert answer.status == expected, answer.text
        assert answer.media == "text/plain"
        assert "Traceback" not in answer.text
        assert "/tmp" not in answer.text


@pytest.mark.parametrize("case", MISTAKEN_UPDATES, ids=lambda case: case[0])
def test_a_mistaken_update_changes_nothing(
    reader: Server, editor: Server, case: tuple[object, ...]
) -> None:
    _, method, path, body, headers = case
    with_token = {**headers, "Authorization": f"Bearer {TOKEN}"}  # type: ignore[dict-item]
    statuses = [one.ask(path, method, body, with_token).status  # type: ignore[arg-type]
                for one in (reader, editor)]  # fmt: skip
    assert statuses == [403, 400]


@pytest.mark.parametrize("case", UPDATES, ids=lambda case: case[0])
def test_an_update_has_the_dataset_that_is_named(editor: Server, case: tuple[object, ...]) -> None:
    _, path, body, expected = case
    headers = {**UPDATE, "Authorization": f"Bearer {TOKEN}"}
    answer = editor.ask(path, "POST", body, headers)  # type: ignore[arg-type]
    assert (answer.status, answer.body) == (204, b"")
    rows = editor.query(f"SELECT ?s ?in {{ GRAPH <{MADE}> {{ ?s <urn:in> ?in }} }}", "text/csv")
    found = {tuple(row) for row in list(csv.reader(io.StringIO(rows.text)))[1:]}
    assert found == expected


def test_updates_come_direct_or_in_a_form(editor: Server) -> None:
    assert editor.update("INSERT DATA { <urn:a> <urn:b> <urn:c> }").status == 204
    assert told(editor.query("ASK { <urn:a> <urn:b> <urn:c> }"))
    headers = {**FORM, "Authorization": f"Bearer {TOKEN}"}
    assert editor.ask("/sparql", "POST", b"update=CLEAR+ALL", headers).status == 204
    assert not told(editor.query("ASK { ?s ?p ?o }"))
    assert editor.update("CLEAR ALL").status == 204


def test_relative_names_are_made_whole(editor: Server) -> None:
    text = "INSERT DATA { GRAPH <urn:g> { <urn:s> <urn:p> <test> } }"
    assert editor.update(text).status == 204
    answer = json.loads(editor.query("SELECT ?o { GRAPH <urn:g> { <urn:s> ?p ?o } }").body)
    (row,) = answer["results"]["bindings"]
    assert row["o"] == {"type": "uri", "value": f"http://127.0.0.1:{editor.port}/test"}


@pytest.mark.parametrize("case", UPDATES, ids=lambda case: case[0])
def test_who_only_reads_may_not_update(reader: Server, out: Path, case: tuple[object, ...]) -> None:
    def digest() -> str:
        files = sorted((out / "store").resolve().iterdir())
        return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()

    _, path, body, _ = case
    before = digest()
    headers = {**UPDATE, "Authorization": f"Bearer {TOKEN}"}
    answer = reader.ask(path, "POST", body, headers)  # type: ignore[arg-type]
    assert (answer.status, answer.text) == (403, "this endpoint is read-only\n")
    for text in ("CLEAR ALL", "LOAD <file:///etc/hosts>", "DROP SILENT ALL"):
        assert reader.update(text).status == 403
        assert reader.query(text).status == 400
        fields = {**FORM, "X-HTTP-Method-Override": "PUT"}
        assert reader.ask("/sparql", "POST", form(("update", text)), fields).status == 403
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        answer = reader.ask(f"/sparql?graph={quote(D1)}", method, b"<urn:a> <urn:b> <urn:c> .")
        assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD, POST")
    assert digest() == before


ACCEPTED = {
    "application/sparql-results+json": "application/sparql-results+json",
    "application/json": "application/sparql-results+json",
    "application/sparql-results+xml": "application/sparql-results+xml",
    "application/xml": "application/sparql-results+xml",
    "text/csv": "text/csv",
    "text/tab-separated-values": "text/tab-separated-values",
    "text/csv;q=0.2, application/sparql-results+xml;q=0.7, */*;q=0.1":
        "application/sparql-results+xml",
    "text/*": "text/csv",
    "*/*": "application/sparql-results+json",
}  # fmt: skip
LABELS = 'SELECT ?s ?l { ?s rdfs:label ?l FILTER(LANG(?l) = "zh") } ORDER BY ?s LIMIT 40'


@pytest.mark.parametrize("accept", ACCEPTED)
def test_solutions_come_in_the_form_that_is_wanted(reader: Server, accept: str) -> None:
    answer = reader.query(LABELS, accept)
    assert (answer.status, answer.media) == (200, ACCEPTED[accept])
    assert answer.headers["Vary"] == "Accept"
    readers = {
        "application/sparql-results+json": lambda: len(
            json.loads(answer.body)["results"]["bindings"]
        ),
        "application/sparql-results+xml": lambda: len(
            ET.fromstring(answer.body).findall(".//{http://www.w3.org/2005/sparql-results#}result")
        ),
        "text/csv": lambda: len(list(csv.reader(io.StringIO(answer.text)))) - 1,
        "text/tab-separated-values": lambda: len(answer.text.splitlines()) - 1,
    }
    assert readers[answer.media]() == 40


@pytest.mark.parametrize(
    ("accept", "form"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", RdfFormat.JSON_LD),
        ("application/trig", RdfFormat.TRIG),
        ("application/n-quads", RdfFormat.N_QUADS),
    ],
)
def test_graphs_come_in_the_form_that_is_wanted(
    reader: Server, accept: str, form: RdfFormat
) -> None:
    construct = "CONSTRUCT { ?s rdfs:label ?l } { ?s a oc:Zone ; rdfs:label ?l }"
    answers = [reader.query("CONSTRUCT { ?s rdfs:label ?l } { ?s rdfs:label ?l }", accept),
               reader.ask("/id/da-xue", headers={"Accept": accept}),
               reader.ask("/ontology", headers={"Accept": accept}),
               reader.ask("/sparql", headers={"Accept": accept})]  # fmt: skip
    for answer in answers:
        assert (answer.status, answer.media) == (200, accept)
        assert any(True for _ in parse(answer.body, format=form))
    assert reader.query(construct, accept).media == accept


def test_clients_find_a_form_by_the_name_that_they_know(reader: Server) -> None:
    """SPARQLWrapper names every form in ``format``, ``output`` and ``results``."""
    describe = "DESCRIBE <https://w3id.org/onecity/id/da-xue>"
    for name, media in (("xml", "application/rdf+xml"), ("rdf+xml", "application/rdf+xml"),
                        ("n3", "text/turtle"), ("json-ld", "application/ld+json"),
                        ("json", "application/ld+json"), ("nt", "application/n-triples"),
                        ("text/turtle", "text/turtle")):  # fmt: skip
        assert reader.query(describe, format=name, output=name, results=name).media == media
    xml = "application/sparql-results+xml"
    for name, media in (("json", "application/sparql-results+json"), ("xml", xml), (xml, xml)):
        assert reader.query(LABELS, format=name).media == media


def test_media_types_are_the_same_in_capitals(reader: Server) -> None:
    assert reader.query(LABELS, "Text/CSV").media == "text/csv"
    assert reader.query(LABELS, "TEXT/HTML").media == "text/html"


def test_what_has_no_such_form_is_not_acceptable(reader: Server) -> None:
    image = reader.query(LABELS, "image/png")
    assert image.status == 406
    assert "application/sparql-results+json" in image.text
    assert "text/turtle" in image.text
    assert reader.query(LABELS, "text/turtle").status == 406
    assert reader.query("CONSTRUCT WHERE { ?s ?p ?o }", "text/csv").status == 406
    assert reader.query(LABELS, format="turtle").status == 406
    assert reader.query(LABELS, "a;;/").status == 400
    assert reader.query(LABELS, "text/csv," * 400).status == 400


RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
#: Of which class what has a property is, and the value of it, by the vocabulary.
DESCRIBED = {
    "endpoint": ("Service", ""),
    "supportedLanguage": ("Service", ""),
    "resultFormat": ("Service", ""),
    "feature": ("Service", ""),
    "defaultDataset": ("Service", "Dataset"),
    "defaultGraph": ("Dataset", "Graph"),
}


def test_the_service_describes_itself(reader: Server, editor: Server) -> None:
    for one, languages in ((reader, {"SPARQL11Query"}), (editor, {"SPARQL11Query",
                                                                  "SPARQL11Update"})):  # fmt: skip
        answer = one.ask("/sparql")
        assert (answer.status, answer.media) == (200, "text/turtle")
        triples = list(parse(answer.body, format=RdfFormat.TURTLE))
        sd = "http://www.w3.org/ns/sparql-service-description#"

        def values(name: str, triples: list[object] = triples, sd: str = sd) -> set[str]:
            return {t.object.value for t in triples if t.predicate.value == sd + name}  # type: ignore[attr-defined]

        assert values("endpoint") == {f"http://127.0.0.1:{one.port}/sparql"}
        assert {name.removeprefix(sd) for name in values("supportedLanguage")} == languages
        assert "http://www.w3.org/ns/formats/SPARQL_Results_JSON" in values("resultFormat")
        types = [t.object.value for t in triples if t.predicate.value.endswith("#type")]
        assert {sd + "Service", sd + "Dataset", sd + "Graph"} <= set(types)
        kinds = {(t.subject, t.predicate.value, t.object) for t in triples}
        for name, (of, kind) in DESCRIBED.items():
            for subject, predicate, value in kinds:
                if predicate == sd + name:
                    assert (subject, RDF_TYPE, NamedNode(sd + of)) in kinds
                    assert not kind or (value, RDF_TYPE, NamedNode(sd + kind)) in kinds
        assert values("defaultDataset")
        assert values("defaultGraph")


def test_every_answer_names_its_build(reader: Server, editor: Server, out: Path) -> None:
    name = (out / "current").resolve().name
    for path in ("/", "/sparql", "/sparql?query=ASK%7B%7D", "/id/da-xue", "/files/network.html"):
        assert reader.ask(path).headers["X-OneCity-Build"] == name
    before = editor.query("ASK {}").headers["X-OneCity-Build"]
    assert before.startswith(f"{name}+")
    editor.update("INSERT DATA { <urn:x> <urn:y> 1 }")
    assert editor.query("ASK {}").headers["X-OneCity-Build"] != before
