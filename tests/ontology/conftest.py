"""The import closure of the ontology, as reasoners want it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS

from ontology.vocabulary import ontology_files

ROOT = rdflib.URIRef("https://w3id.org/onecity/ontology")


@dataclass(frozen=True)
class Closure:
    """One ontology, everything that the root imports: without the reification axioms.

    ``axioms`` are N-Triples without annotations, which no reasoner needs.
    """

    axioms: str
    rdfxml: str


@pytest.fixture(scope="session")
def closure() -> Closure:
    graph = rdflib.Graph()
    for path in ontology_files():
        if path.name != "reification.ttl":
            graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    for header in set(graph.subjects(RDF.type, OWL.Ontology)) - {ROOT}:
        graph.remove((header, RDF.type, OWL.Ontology))
        graph.remove((header, OWL.versionIRI, None))
    graph.remove((ROOT, OWL.imports, None))
    rdfxml = graph.serialize(format="xml")
    for annotation in set(graph.subjects(RDF.type, OWL.AnnotationProperty)) | {RDFS.label}:
        graph.remove((None, annotation, None))
    return Closure(graph.serialize(format="nt"), rdfxml)
