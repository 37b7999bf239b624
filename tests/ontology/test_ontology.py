"""The Turtle files themselves: every promised term, complete, acyclic and inside OWL 2 DL."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from ontology.namespaces import NAMESPACES, OC
from ontology.vocabulary import ontology_files, vocabulary

ROOT = rdflib.URIRef("https://w3id.org/onecity/ontology")
PROPERTY_KINDS = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
STATUS = rdflib.URIRef("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status")
VERSION = "0.2.0"
RESERVED = tuple(NAMESPACES[prefix] for prefix in ("rdf", "rdfs", "owl", "xsd"))


@cache
def everything() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in ontology_files():
        graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return graph


@cache
def closure() -> rdflib.Graph:
    """What the root imports: all but the reification axioms."""
    graph = rdflib.Graph()
    for path in ontology_files():
        if path.name != "reification.ttl":
            graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return graph


@cache
def promised() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    text = (Path(__file__).parent / "terms.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            kind, *names = line.split()
            found.setdefault(kind, []).extend(names)
    return found


def texts(subject: rdflib.term.Node, predicate: rdflib.URIRef) -> dict[str | None, str]:
    return {
        value.language: str(value)
        for value in everything().objects(subject, predicate)
        if isinstance(value, rdflib.Literal)
    }


def own_terms() -> list[rdflib.URIRef]:
    kinds = (OWL.Class, *PROPERTY_KINDS)
    return sorted(
        subject
        for kind in kinds
        for subject in everything().subjects(RDF.type, kind)
        if isinstance(subject, rdflib.URIRef) and subject.startswith(OC)
    )


def test_every_promised_class_is_declared() -> None:
    declared = set(vocabulary().classes)
    assert set(promised()["class"]) == declared


def test_every_promised_property_is_declared_once_and_with_one_kind() -> None:
    graph = everything()
    for name in [*promised()["relation"], *promised()["property"]]:
        if name == "holds":
            continue
        kinds = [k for k in PROPERTY_KINDS if (rdflib.URIRef(OC + name), RDF.type, k) in graph]
        assert len(kinds) == 1, name


def test_no_property_is_left_out_of_the_list_of_promised_names() -> None:
    names = {str(term).removeprefix(OC) for term in own_terms()}
    listed = {name for kind in ("class", "relation", "property") for name in promised()[kind]}
    assert names == listed - {"holds"}


def test_every_promised_relation_and_predicate_is_known_to_the_vocabulary() -> None:
    words = vocabulary()
    assert set(words.relations) == set(promised()["relation"])
    assert set(words.predicates) == set(promised()["predicate"])


def test_every_external_term_the_data_uses_is_declared() -> None:
    for name in promised()["external"]:
        prefix, local = name.split(":")
        assert (rdflib.URIRef(NAMESPACES[prefix] + local), RDF.type, None) in everything(), name


@pytest.mark.parametrize("term", own_terms(), ids=lambda term: str(term).removeprefix(OC))
def test_a_term_is_documented_in_both_languages(term: rdflib.URIRef) -> None:
    assert set(texts(term, RDFS.label)) == {"zh", "en"}
    assert set(texts(term, SKOS.definition)) == {"zh", "en"}
    assert set(texts(term, SKOS.scopeNote)) == {"zh", "en"}
    assert (term, RDFS.isDefinedBy, ROOT) in everything()
    assert list(everything().objects(term, SKOS.example))


@pytest.mark.parametrize("term", own_terms(), ids=lambda term: str(term).removeprefix(OC))
def test_a_term_says_how_settled_it_is_and_when_it_last_changed(term: rdflib.URIRef) -> None:
    (status,) = everything().objects(term, STATUS)
    assert str(status) in {"stable", "testing", "deprecated"}
    (version,) = everything().objects(term, OWL.versionInfo)
    assert tuple(map(int, str(version).split("."))) <= tuple(map(int, VERSION.split(".")))


def test_a_scope_note_says_more_than_the_definition() -> None:
    for term in own_terms():
        for language, note in texts(term, SKOS.scopeNote).items():
            assert note != texts(term, SKOS.definition)[language], term
            assert note.endswith(("。", "."))


def test_labels_of_classes_and_properties_are_not_shared() -> None:
    for kinds in ((OWL.Class,), PROPERTY_KINDS):
        seen: dict[str, rdflib.URIRef] = {}
        for term in own_terms():
            if any((term, RDF.type, kind) in everything() for kind in kinds):
                for label in texts(term, RDFS.label).values():
                    assert seen.setdefault(label, term) == term, label


def test_names_follow_one_style() -> None:
    for term in own_terms():
        name = str(term).removeprefix(OC)
        is_class = (term, RDF.type, OWL.Class) in everything()
        assert re.fullmatch("[A-Z][A-Za-z]+" if is_class else "[a-z][A-Za-z0-9]+", name), name


def test_object_and_data_properties_say_subject_and_object() -> None:
    graph = everything()
    for term in own_terms():
        name = str(term).removeprefix(OC)
        if (term, RDF.type, OWL.ObjectProperty) in graph:
            # an inverse takes both from the relation that it reads backwards
            said = graph.value(term, OWL.inverseOf) or term
            assert list(graph.objects(said, RDFS.domain)), name
            assert list(graph.objects(said, RDFS.range)), name
            assert set(texts(term, rdflib.URIRef(OC + "inverseLabel"))) == {"zh", "en"}, name
        if (term, RDF.type, OWL.DatatypeProperty) in graph:
            assert list(graph.objects(term, RDFS.domain)), name
            assert list(graph.objects(term, RDFS.range)), name


def test_the_class_hierarchy_has_no_cycle() -> None:
    words = vocabulary()
    assert [name for name in words.classes if name in words.ancestors(name)] == []


def test_a_relation_that_is_asked_backwards_has_a_named_inverse_under_the_same_label() -> None:
    graph = everything()
    backwards = rdflib.URIRef(OC + "inverseLabel")
    inverses = {forward: term for term, forward in graph.subject_objects(OWL.inverseOf)}
    for name, relation in vocabulary().relations.items():
        if relation.symmetric:
            continue
        term = rdflib.URIRef(OC + ("holdsPostIn" if name == "holds" else name))
        assert texts(inverses[term], RDFS.label) == texts(term, backwards), name
        assert texts(inverses[term], backwards) == texts(term, RDFS.label), name


def test_the_root_imports_every_module_and_each_has_a_version_and_licence() -> None:
    graph = everything()
    imported = set(graph.objects(ROOT, OWL.imports))
    headers = set(graph.subjects(RDF.type, OWL.Ontology))
    reification = rdflib.URIRef(f"{ROOT}/reification")
    assert headers == imported | {ROOT, reification}
    licence = rdflib.URIRef(NAMESPACES["dcterms"] + "license")
    for header in headers:
        assert (header, OWL.versionIRI, rdflib.URIRef(f"{header}/{VERSION}")) in graph
        assert graph.value(header, OWL.versionInfo) == rdflib.Literal(VERSION)
        assert len(list(graph.objects(header, licence))) == 1


def test_the_import_closure_uses_no_reserved_term_as_its_own() -> None:
    for subject in set(closure().subjects()):
        assert not str(subject).startswith(RESERVED), subject
    assert (rdflib.URIRef(OC + "Statement"), RDFS.subClassOf, RDF.Statement) not in closure()
    assert (rdflib.URIRef(OC + "Statement"), RDFS.subClassOf, RDF.Statement) in everything()


def test_the_import_closure_declares_every_class_and_property_it_uses() -> None:
    graph = closure()
    classes = set(graph.subjects(RDF.type, OWL.Class))
    restrictions = set(graph.subjects(RDF.type, OWL.Restriction))
    for link in (RDFS.subClassOf, OWL.disjointWith):
        for one, other in graph.subject_objects(link):
            assert {one, other} <= classes | restrictions, (one, other)
    for node in set(graph.objects(None, OWL.unionOf)) | set(graph.objects(None, OWL.members)):
        assert set(rdflib.collection.Collection(graph, node)) <= classes
    properties = {p for kind in PROPERTY_KINDS for p in graph.subjects(RDF.type, kind)}
    used = {p for p in graph.predicates() if not str(p).startswith(RESERVED)}
    assert used <= properties, used - properties
    for one, other in graph.subject_objects(RDFS.subPropertyOf):
        assert {one, other} <= properties, (one, other)


def test_no_property_is_of_two_kinds_and_no_class_is_a_property_or_individual() -> None:
    graph = closure()
    kinds = [set(graph.subjects(RDF.type, kind)) for kind in (OWL.Class, *PROPERTY_KINDS)]
    for position, members in enumerate(kinds):
        for others in kinds[position + 1 :]:
            assert members & others == set()


def test_transitive_properties_are_in_no_functional_axiom() -> None:
    graph = closure()
    transitive = set(graph.subjects(RDF.type, OWL.TransitiveProperty))
    assert {str(p).removeprefix(OC) for p in transitive} == {
        "locatedIn",
        "partOf",
        "affiliatedWith",
    }
    kinds = (OWL.FunctionalProperty, OWL.AsymmetricProperty, OWL.IrreflexiveProperty)
    for kind in (*kinds, OWL.InverseFunctionalProperty):
        assert transitive & set(graph.subjects(RDF.type, kind)) == set()


def test_files_end_with_a_newline_and_hold_no_tab() -> None:
    for path in ontology_files(shapes=True):
        text = path.read_text(encoding="utf-8")
        assert text.endswith("\n"), path.name
        assert "\t" not in text, path.name
    assert files("ontology").joinpath("context.jsonld").is_file()
