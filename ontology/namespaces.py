"""Namespaces and graph names, in one place."""

from __future__ import annotations

__all__ = [
    "ARTICLE",
    "COMPONENT",
    "CONCEPT",
    "ENTITY",
    "INFERRED_GRAPH",
    "NAMESPACES",
    "OBSERVATION",
    "OC",
    "ONTOLOGY_GRAPH",
    "POST",
    "STATEMENT",
]

OC = "https://w3id.org/onecity/ontology#"
ENTITY = "https://w3id.org/onecity/id/"
CONCEPT = "https://w3id.org/onecity/concept/"
ARTICLE = "https://w3id.org/onecity/article/"
STATEMENT = "https://w3id.org/onecity/statement/"
OBSERVATION = "https://w3id.org/onecity/observation/"
COMPONENT = "https://w3id.org/onecity/component/"
POST = "https://w3id.org/onecity/post/"
ONTOLOGY_GRAPH = "https://w3id.org/onecity/graph/ontology"
INFERRED_GRAPH = "https://w3id.org/onecity/graph/inferred"

#: Prefixes for everything the project writes or asks.
NAMESPACES = {
    "concept": CONCEPT,
    "dcterms": "http://purl.org/dc/terms/",
    "id": ENTITY,
    "oa": "http://www.w3.org/ns/oa#",
    "oc": OC,
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "unit": "http://qudt.org/vocab/unit/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
