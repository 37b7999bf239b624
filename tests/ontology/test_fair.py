"""What FAIR checks of ontologies ask for, as far as it shows without the web.

The list follows FOOPS! (https://w3id.org/foops/catalogue): stable addresses, versions, metadata,
licence, vocabularies reused, formats that machines read.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse, serialize
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, VANN

from ontology.namespaces import OC
from ontology.vocabulary import ontology_files

ROOT = rdflib.URIRef("https://w3id.org/onecity/ontology")
BIBO = rdflib.Namespace("http://purl.org/ontology/bibo/")


@cache
def everything() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in ontology_files():
        graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return graph


def test_addresses_are_persistent_and_versioned() -> None:
    for header in everything().subjects(RDF.type, OWL.Ontology):
        assert str(header).startswith("https://w3id.org/onecity/")
        version = everything().value(header, OWL.versionIRI)
        assert str(version) == f"{header}/{everything().value(header, OWL.versionInfo)}"


@pytest.mark.parametrize(
    "predicate",
    [
        *(DCTERMS.title, DCTERMS.description, DCTERMS.creator, DCTERMS.contributor),
        *(DCTERMS.created, DCTERMS.issued, DCTERMS.modified, DCTERMS.license),
        *(DCTERMS.publisher, DCTERMS.bibliographicCitation, BIBO.status),
        *(OWL.versionIRI, OWL.versionInfo, OWL.priorVersion, OWL.backwardCompatibleWith),
        *(VANN.preferredNamespacePrefix, VANN.preferredNamespaceUri, RDFS.comment, RDFS.label),
    ],
    ids=lambda predicate: str(predicate).rsplit("/", 1)[-1],
)
def test_the_root_says_who_made_it_when_and_on_which_terms(predicate: rdflib.URIRef) -> None:
    assert list(everything().objects(ROOT, predicate))


def test_every_module_has_title_description_creator_and_licence_in_both_languages() -> None:
    for header in everything().subjects(RDF.type, OWL.Ontology):
        for predicate in (DCTERMS.title, DCTERMS.description):
            texts = everything().objects(header, predicate)
            languages = {t.language for t in texts if isinstance(t, rdflib.Literal)}
            assert languages == {"zh", "en"}, header
        for predicate in (DCTERMS.creator, DCTERMS.license):
            assert everything().value(header, predicate) is not None, header


def test_the_licence_is_an_address_that_machines_know() -> None:
    licences = set(everything().objects(None, DCTERMS.license))
    assert licences == {rdflib.URIRef("https://www.apache.org/licenses/LICENSE-2.0")}


def test_every_term_leads_to_the_ontology_that_defines_it() -> None:
    for subject in set(everything().subjects(RDFS.label, None)):
        if str(subject).startswith(OC):
            defined = everything().value(subject, RDFS.isDefinedBy)
            assert (defined, RDF.type, OWL.Ontology) in everything(), subject


def test_other_vocabularies_are_reused() -> None:
    reused = set()
    for link in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.range, RDFS.domain):
        for other in everything().objects(None, link):
            if isinstance(other, rdflib.URIRef) and not str(other).startswith(OC):
                reused.add(str(other).rsplit("#", 1)[0].rsplit("/", 1)[0])
    assert len(reused) >= 8


def test_the_ontology_reads_the_same_in_four_syntaxes() -> None:
    path = next(path for path in ontology_files() if path.name == "relations.ttl")
    triples = list(parse(path.read_bytes(), format=RdfFormat.TURTLE))
    wanted = rdflib.Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle")
    for form, name in (
        (RdfFormat.TURTLE, "turtle"),
        (RdfFormat.N_TRIPLES, "nt"),
        (RdfFormat.RDF_XML, "xml"),
    ):
        data = serialize(triples, format=form)
        assert data is not None
        again = rdflib.Graph().parse(data=data, format=name)
        assert len(again) == len(wanted)
        assert isomorphic(again, wanted), name


def test_no_file_asks_the_network_for_its_meaning() -> None:
    """Every import is a file that is shipped."""
    shipped = {str(header) for header in everything().subjects(RDF.type, OWL.Ontology)}
    assert {str(o) for o in everything().objects(None, OWL.imports)} <= shipped
    assert files("ontology").joinpath("context.jsonld").is_file()
