from __future__ import annotations

import json
from importlib.resources import files

import rdflib
from rdflib.namespace import RDF, RDFS, SKOS

from ontology.namespaces import ENTITY, NAMESPACES, OC
from ontology.vocabulary import vocabulary

DECIMAL = rdflib.URIRef(NAMESPACES["xsd"] + "decimal")
MONTH = rdflib.URIRef(NAMESPACES["xsd"] + "gYearMonth")
CONTEXT = json.loads(files("ontology").joinpath("context.jsonld").read_text(encoding="utf-8"))


def test_a_plain_record_becomes_the_triples_of_the_data() -> None:
    record = {
        **CONTEXT,
        "@id": "id:linhai-jijin",
        "@type": "Fund",
        "label": {"zh": "临海基金"},
        "altLabel": {"zh": ["基金"]},
        "locatedIn": "id:linhai",
        "hasObservation": {
            "@id": "observations:1",
            "@type": "Observation",
            "value": "5000000000",
            "unit": "currency:CNY",
            "asOf": {"@value": "2023-04", "@type": "xsd:gYearMonth"},
        },
    }
    graph = rdflib.Graph().parse(data=json.dumps(record), format="json-ld")
    fund = rdflib.URIRef(ENTITY + "linhai-jijin")
    number = rdflib.URIRef("https://w3id.org/onecity/observation/1")
    assert set(graph) == {
        (fund, RDF.type, rdflib.URIRef(OC + "Fund")),
        (fund, RDFS.label, rdflib.Literal("临海基金", lang="zh")),
        (fund, SKOS.altLabel, rdflib.Literal("基金", lang="zh")),
        (fund, rdflib.URIRef(OC + "locatedIn"), rdflib.URIRef(ENTITY + "linhai")),
        (fund, rdflib.URIRef(OC + "hasObservation"), number),
        (number, RDF.type, rdflib.URIRef(OC + "Observation")),
        (number, rdflib.URIRef(OC + "value"), rdflib.Literal("5000000000", datatype=DECIMAL)),
        (
            number,
            rdflib.URIRef(OC + "unit"),
            rdflib.URIRef("http://qudt.org/vocab/currency/CNY"),
        ),
        (
            number,
            rdflib.URIRef(OC + "asOf"),
            rdflib.Literal("2023-04", datatype=MONTH),
        ),
    }


def test_the_context_names_every_class_and_relation() -> None:
    terms = CONTEXT["@context"]
    for name in vocabulary().classes:
        assert terms[name] == f"oc:{name}"
    for name, relation in vocabulary().relations.items():
        prefix, local = terms[name]["@id"].split(":")
        assert NAMESPACES[prefix] + local == relation.iri
        assert terms[name]["@type"] == "@id"


def test_the_context_sends_nobody_to_another_address() -> None:
    assert "@import" not in CONTEXT["@context"]
    assert isinstance(CONTEXT["@context"], dict)
