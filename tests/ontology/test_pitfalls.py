"""Pitfalls of the OOPS! catalogue (https://oops.linkeddata.es/catalogue.jsp) that programs see.

Each test names the pitfalls it looks for. Those left out need a reader: P01 and P14 to P18 (what is
meant), P23 (what is duplicated in meaning), P37 (what the web answers).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from ontology.namespaces import NAMESPACES, OC
from ontology.vocabulary import ontology_files, vocabulary

NOTES = {"zh", "en"}
#: Properties of ours that are symmetric by meaning.
SYMMETRIC = {"cooperatesWith"}


@cache
def closure() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in ontology_files():
        if path.name != "reification.ttl":
            graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return graph


def term(name: str) -> rdflib.URIRef:
    return rdflib.URIRef(OC + name)


def ours(kind: rdflib.URIRef) -> list[rdflib.URIRef]:
    return sorted(
        subject
        for subject in closure().subjects(RDF.type, kind)
        if isinstance(subject, rdflib.URIRef) and str(subject).startswith(OC)
    )


def english(subject: rdflib.URIRef, predicate: rdflib.URIRef) -> str:
    return next(
        str(text)
        for text in closure().objects(subject, predicate)
        if isinstance(text, rdflib.Literal) and text.language == "en"
    )


def parents(subject: rdflib.term.Node, link: rdflib.URIRef) -> set[rdflib.term.Node]:
    return {o for o in closure().objects(subject, link) if isinstance(o, rdflib.URIRef)}


def above(subject: rdflib.term.Node, link: rdflib.URIRef) -> set[rdflib.term.Node]:
    found: set[rdflib.term.Node] = set()
    queue = list(parents(subject, link))
    while queue:
        node = queue.pop()
        if node not in found:
            found.add(node)
            queue.extend(parents(node, link))
    return found


def members(kinds: rdflib.term.Node | None) -> set[rdflib.term.Node]:
    assert kinds is not None
    union = closure().value(kinds, OWL.unionOf)
    return {kinds} if union is None else set(Collection(closure(), union))


def test_p02_p12_p30_p32_no_two_terms_mean_the_same() -> None:
    """No synonyms as classes, no equivalence between ours, no label that two classes share."""
    for link in (OWL.equivalentClass, OWL.equivalentProperty):
        assert [o for o in closure().objects(None, link) if str(o).startswith(OC)] == []
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for one, other in combinations(ours(kind), 2):
            assert english(one, RDFS.label).casefold() != english(other, RDFS.label).casefold()
            assert english(one, SKOS.definition) != english(other, SKOS.definition), (one, other)


def test_p03_no_relation_is_called_is() -> None:
    """``isPlace`` is of a place to itself, and says nothing that subclass or type would."""
    names = {str(p).removeprefix(OC) for p in ours(OWL.ObjectProperty)}
    assert not names & {"is", "isA", "is-a", "isKindOf", "instanceOf"}


def test_p04_every_term_is_connected() -> None:
    graph = closure()
    for cls in ours(OWL.Class):
        nodes = {s for s, p in graph.subject_predicates(cls) if p != OWL.members}
        assert nodes or parents(cls, RDFS.subClassOf), cls
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for prop in ours(kind):
            said = graph.value(prop, OWL.inverseOf) or prop
            assert graph.value(said, RDFS.domain) is not None, prop


def test_p05_p25_p26_an_inverse_is_of_another_relation_and_never_of_a_symmetric_one() -> None:
    graph = closure()
    for one, other in graph.subject_objects(OWL.inverseOf):
        if isinstance(one, rdflib.BNode):
            continue
        assert one != other
        for prop in (one, other):
            assert (prop, RDF.type, OWL.SymmetricProperty) not in graph, prop
        # where both say subject and object, they say the same the other way round
        for side, opposite in ((RDFS.domain, RDFS.range), (RDFS.range, RDFS.domain)):
            there, here = graph.value(one, side), graph.value(other, opposite)
            if there is not None and here is not None:
                assert members(there) == members(here), (one, other)


def test_p06_nothing_stands_above_itself() -> None:
    for link in (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader):
        for subject in set(closure().subjects(link, None)):
            assert subject not in above(subject, link), subject


def test_p07_a_class_is_one_concept() -> None:
    for cls in ours(OWL.Class):
        name = str(cls).removeprefix(OC)
        assert not re.search(r"(And|Or)[A-Z]", name), name
        assert " or " not in english(cls, RDFS.label)


def test_p08_every_term_has_label_definition_and_note() -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
        for subject in ours(kind):
            for predicate in (RDFS.label, SKOS.definition, SKOS.scopeNote):
                texts = closure().objects(subject, predicate)
                languages = {t.language for t in texts if isinstance(t, rdflib.Literal)}
                assert languages == NOTES, (subject, predicate)


def test_p10_disjointness_is_declared_where_it_catches_errors() -> None:
    graph = closure()
    pairs = {frozenset(pair) for pair in graph.subject_objects(OWL.disjointWith)}
    for axiom in graph.subjects(RDF.type, OWL.AllDisjointClasses):
        listed = graph.value(axiom, OWL.members)
        assert listed is not None
        pairs |= {frozenset(pair) for pair in combinations(Collection(graph, listed), 2)}
    for this, that in (
        *(("Person", "Place"), ("Person", "Organization"), ("Policy", "Place")),
        *(("City", "District"), ("University", "Enterprise"), ("Entity", "Statement")),
    ):
        assert frozenset((term(this), term(that))) in pairs, (this, that)
    # and never between a class and one that stands under it
    for pair in pairs:
        one, other = pair
        assert one not in above(other, RDFS.subClassOf)
        assert other not in above(one, RDFS.subClassOf)


def test_p11_p19_every_property_has_one_domain_and_one_range() -> None:
    """Two of them would be their intersection, which is hardly ever meant."""
    graph = closure()
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for prop in ours(kind):
            said = graph.value(prop, OWL.inverseOf) or prop
            for side in (RDFS.domain, RDFS.range):
                assert len(list(graph.objects(said, side))) == 1, (prop, side)


def test_p13_a_relation_has_an_inverse_or_is_symmetric() -> None:
    graph = closure()
    relations = {f"{OC}{name}" for name in vocabulary().relations} - {OC + "holds"}
    inverted = {str(o) for o in graph.objects(None, OWL.inverseOf)}
    assert {r.removeprefix(OC) for r in relations - inverted} == SYMMETRIC


def test_p20_labels_and_definitions_are_not_swapped() -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty):
        for subject in ours(kind):
            label, definition = english(subject, RDFS.label), english(subject, SKOS.definition)
            assert len(label) < len(definition), subject
            assert not label.endswith(".")
            assert definition.endswith("."), subject
            assert definition.casefold().strip(". ") != label.casefold()


def test_p21_no_class_gathers_what_is_left_over() -> None:
    for cls in ours(OWL.Class):
        name = str(cls).removeprefix(OC)
        assert not re.search("Other|Misc|Unknown|Various", name), name


def test_p22_names_follow_one_convention() -> None:
    for kind, shape in (
        (OWL.Class, "([A-Z][a-z]+)+"),
        (OWL.ObjectProperty, "[a-z]+([A-Z][a-z]+)*"),
        (OWL.DatatypeProperty, "[a-z]+([A-Z][a-z]+)*[0-9]*"),
        (OWL.AnnotationProperty, "[a-z]+([A-Z][a-z]+)*"),
    ):
        for subject in ours(kind):
            assert re.fullmatch(shape, str(subject).removeprefix(OC)), subject


def within(expression: rdflib.term.Node) -> set[rdflib.term.Node]:
    """Everything that an anonymous expression names."""
    found: set[rdflib.term.Node] = set()
    queue = [expression]
    while queue:
        for node in closure().objects(queue.pop(), None):
            if node not in found:
                found.add(node)
                queue.extend([node] if isinstance(node, rdflib.BNode) else [])
    return found


def test_p24_no_class_is_defined_by_itself() -> None:
    for cls in ours(OWL.Class):
        for link in (OWL.equivalentClass, RDFS.subClassOf):
            for expression in closure().objects(cls, link):
                if isinstance(expression, rdflib.BNode):
                    assert cls not in within(expression), cls


def test_p24_no_definition_says_only_the_name_again() -> None:
    """As "a laboratory is a laboratory for research": it is the name, or a clause ends with it."""
    graph = closure()
    classes = set(graph.subjects(rdflib.RDF.type, OWL.Class))
    named = [*graph.subject_objects(RDFS.label), *graph.subject_objects(SKOS.prefLabel)]
    for subject, label in named:
        for said in graph.objects(subject, SKOS.definition):
            assert isinstance(label, rdflib.Literal)
            assert isinstance(said, rdflib.Literal)
            if label.language == said.language:
                assert said.rstrip(".。").casefold() != label.casefold(), subject
                clauses = re.split("[，、；。]", said)
                again = any(clause.endswith(f"的{label}") for clause in clauses)
                assert not (subject in classes and again), subject


def test_p27_p31_nothing_of_ours_is_equivalent_to_something_else() -> None:
    assert list(closure().subject_objects(OWL.equivalentClass)) == []
    assert list(closure().subject_objects(OWL.equivalentProperty)) == []


def test_p28_p29_symmetric_and_transitive_relations_join_things_of_the_same_kinds() -> None:
    graph = closure()
    for prop in graph.subjects(RDF.type, OWL.SymmetricProperty):
        ends = [members(graph.value(prop, side)) for side in (RDFS.domain, RDFS.range)]
        assert ends[0] == ends[1], prop
    for prop in graph.subjects(RDF.type, OWL.TransitiveProperty):
        ends = [members(graph.value(prop, side)) for side in (RDFS.domain, RDFS.range)]
        assert ends[0] & ends[1], prop


def test_p33_a_chain_has_more_than_one_link() -> None:
    graph = closure()
    chains = list(graph.objects(None, OWL.propertyChainAxiom))
    assert len(chains) == 4
    for chain in chains:
        assert len(Collection(graph, chain)) >= 2


def test_p34_p35_everything_used_is_declared() -> None:
    graph = closure()
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
    declared = {s for kind in kinds for s in graph.subjects(RDF.type, kind)}
    reserved = tuple(NAMESPACES[prefix] for prefix in ("rdf", "rdfs", "owl", "xsd"))
    for predicate in set(graph.predicates()):
        assert predicate in declared or str(predicate).startswith(reserved), predicate
    for kind in set(graph.objects(None, RDF.type)):
        assert kind in declared or str(kind).startswith(reserved), kind


def test_p36_p39_addresses_have_no_file_ending_and_the_namespace_says_what_it_is() -> None:
    graph = closure()
    for subject in set(graph.subjects()):
        if isinstance(subject, rdflib.URIRef):
            assert not re.search(r"\.(owl|rdf|ttl|n3|xml)(#|$)", str(subject)), subject
    root = rdflib.URIRef(OC.removesuffix("#"))
    space = rdflib.URIRef("http://purl.org/vocab/vann/preferredNamespaceUri")
    assert str(graph.value(root, space)) == OC


def test_p38_p41_every_file_declares_its_ontology_and_licence() -> None:
    licence = rdflib.URIRef(NAMESPACES["dcterms"] + "license")
    for path in ontology_files(shapes=True):
        graph = rdflib.Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle")
        (header,) = graph.subjects(RDF.type, OWL.Ontology)
        assert len(list(graph.objects(header, licence))) == 1, path.name


def test_p40_no_term_is_made_in_the_namespace_of_another() -> None:
    """Others' terms are declared and labelled here, and defined by those they belong to."""
    graph = closure()
    for predicate in (SKOS.definition, SKOS.scopeNote, RDFS.isDefinedBy):
        for subject in graph.subjects(predicate, None):
            own = str(subject).startswith((OC, NAMESPACES["concept"], OC.removesuffix("#")))
            unit = (subject, RDF.type, term("Unit")) in graph
            assert own or unit, subject
