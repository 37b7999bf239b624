from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

import pyshacl
import rdflib
from pyoxigraph import RdfFormat, Triple, parse, serialize
from pyrudof import RDFFormat, Rudof, RudofConfig, ShaclFormat
from rdflib.namespace import OWL, RDF, SH

from ontology.namespaces import NAMESPACES, OC
from ontology.vocabulary import ontology_files, vocabulary

GRAPHS = Path(__file__).parent / "graphs"
SHAPES = files("ontology").joinpath("shapes.ttl").read_text(encoding="utf-8")

#: Focus, path (empty for a node, "*" for a longer path), component, severity, value.
Finding = tuple[str, str, str, str, str]


def local(term: str) -> str:
    return term.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def focus(node: str) -> str:
    if "://" not in node:
        return "_"
    return local(node.replace("/evidence/", "-evidence-"))


def written(value: str) -> str:
    """A value as text: no quotes, no datatype, no blank node name."""
    if value.startswith('"'):
        return value[1:].rsplit('"', 1)[0]
    return value if "/" not in value and not value.startswith("_:") else focus(value)


def with_ontology(data: Path) -> str:
    sources = [path.read_bytes() for path in ontology_files()] + [data.read_bytes()]
    triples = [
        Triple(quad.subject, quad.predicate, quad.object)
        for source in sources
        for quad in parse(source, format=RdfFormat.TURTLE)
    ]
    text = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert text is not None
    return text.decode()


def shown(value: rdflib.term.Node | None) -> str:
    if isinstance(value, rdflib.BNode):
        return "_"
    return "" if value is None else written(str(value))


@cache
def rudof_findings(data: Path) -> list[Finding]:
    engine = Rudof(RudofConfig())
    engine.read_data(with_ontology(data), RDFFormat.NTriples)
    engine.read_shacl(SHAPES, ShaclFormat.Turtle)
    return sorted(
        (
            focus(entry.focus_node),
            "*" if set("^|(") & set(entry.path or "") else local(entry.path or ""),
            local(entry.constraint_component).removesuffix("ConstraintComponent"),
            str(entry.severity),
            written(entry.value or ""),
        )
        for entry in engine.validate_shacl()
    )


@cache
def pyshacl_report(data: Path) -> rdflib.Graph:
    graph = rdflib.Graph().parse(data=with_ontology(data), format="nt")
    shapes = rdflib.Graph().parse(data=SHAPES, format="turtle")
    report = pyshacl.validate(graph, shacl_graph=shapes)[1]
    assert isinstance(report, rdflib.Graph)
    return report


def pyshacl_findings(data: Path) -> list[Finding]:
    report = pyshacl_report(data)
    found = []
    for result in report.subjects(RDF.type, SH.ValidationResult):
        path = report.value(result, SH.resultPath)
        named = isinstance(path, rdflib.URIRef)
        value = report.value(result, SH.value)
        found.append(
            (
                focus(str(report.value(result, SH.focusNode))),
                local(str(path)) if named else "*" if path is not None else "",
                local(str(report.value(result, SH.sourceConstraintComponent))).removesuffix(
                    "ConstraintComponent"
                ),
                local(str(report.value(result, SH.resultSeverity))),
                shown(value),
            )
        )
    return sorted(found)


def expected_findings() -> list[Finding]:
    lines = (GRAPHS / "broken.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    return sorted((row[0], row[1], row[2], row[3], row[4]) for row in cells)


def shapes_graph() -> rdflib.Graph:
    return rdflib.Graph().parse(data=SHAPES, format="turtle")


def test_a_good_graph_conforms_in_both_engines() -> None:
    assert rudof_findings(GRAPHS / "good.ttl") == []
    assert pyshacl_findings(GRAPHS / "good.ttl") == []


def test_the_ontology_and_its_concepts_conform_alone(tmp_path: Path) -> None:
    empty = tmp_path / "empty.ttl"
    empty.write_text("", encoding="utf-8")
    assert rudof_findings(empty) == []


def test_a_broken_graph_gives_exactly_the_expected_findings() -> None:
    assert rudof_findings(GRAPHS / "broken.ttl") == expected_findings()


def test_the_second_engine_finds_the_same() -> None:
    assert pyshacl_findings(GRAPHS / "broken.ttl") == expected_findings()


def test_every_message_is_earned_by_the_broken_graph() -> None:
    earned = set(pyshacl_report(GRAPHS / "broken.ttl").objects(None, SH.resultMessage))
    unused = set(shapes_graph().objects(None, SH.message)) - earned
    assert unused == set()


def test_every_constraint_says_what_to_do_in_chinese_and_english() -> None:
    shapes = shapes_graph()
    with_message = set(shapes.subjects(RDF.type, SH.NodeShape)) & set(
        shapes.subjects(SH.message, None)
    ) | set(shapes.objects(None, SH.property))
    for shape in with_message:
        languages = sorted(
            message.language or ""
            for message in shapes.objects(shape, SH.message)
            if isinstance(message, rdflib.Literal)
        )
        assert languages == ["en", "zh"], list(shapes.predicate_objects(shape))


def test_every_class_stands_under_a_shape_of_its_own_kind() -> None:
    words = vocabulary()
    targets = {str(t).removeprefix(OC) for t in shapes_graph().objects(None, SH.targetClass)}
    assert "Entity" in targets
    for name in words.classes.keys() - {"Entity"}:
        assert (targets - {"Entity"}) & ({name} | words.ancestors(name)), name


def test_every_property_is_constrained_by_a_shape() -> None:
    shapes = shapes_graph()
    named = {str(o) for o in shapes.objects(None, None) if isinstance(o, rdflib.URIRef)}
    ontology = rdflib.Graph().parse(data=with_ontology(GRAPHS / "good.ttl"), format="nt")
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            if str(term).startswith(OC):
                assert str(term) in named, term


def test_severity_is_graded() -> None:
    """What is wrong stops a build, what may be is shown, and what a text left open is noted."""
    severities = {finding[3] for finding in expected_findings()}
    assert severities == {"Violation", "Warning", "Info"}
    gaps = [finding for finding in expected_findings() if finding[3] == "Info"]
    assert {finding[2] for finding in gaps} == {"MinCount"}


def test_every_relation_has_a_shape_for_subject_and_object() -> None:
    shapes = shapes_graph()
    for relation in vocabulary().relations.values():
        owners = list(shapes.subjects(SH.targetSubjectsOf, rdflib.URIRef(relation.iri)))
        assert len(owners) == 1, relation.name
        paths = {
            path
            for constraint in shapes.objects(owners[0], SH.property)
            for path in shapes.objects(constraint, SH.path)
        }
        assert rdflib.URIRef(relation.iri) in paths, relation.name


def test_shapes_allow_the_classes_that_the_ontology_allows() -> None:
    shapes = shapes_graph()
    words = vocabulary()
    for name, relation in words.relations.items():
        if name == "holds":
            continue
        owner = next(iter(shapes.subjects(SH.targetSubjectsOf, rdflib.URIRef(relation.iri))))
        constraint = next(
            c for c in shapes.objects(owner, SH.property) if (c, SH.nodeKind, SH.IRI) in shapes
        )
        assert spread(shapes, owner) == relation.domain, name
        assert spread(shapes, constraint) == relation.range, name


def spread(shapes: rdflib.Graph, shape: rdflib.term.Node) -> frozenset[str]:
    named = set(shapes.objects(shape, SH["class"]))
    for union in shapes.objects(shape, SH["or"]):
        for member in rdflib.collection.Collection(shapes, union):
            named |= set(shapes.objects(member, SH["class"]))
    words = vocabulary()
    below = [words.descendants(str(cls).removeprefix(OC)) for cls in named]
    return frozenset().union(*below)


def test_statement_shape_admits_every_predicate_of_statements() -> None:
    shapes = shapes_graph()
    constraint = next(
        c for c in shapes.subjects(SH.path, RDF.predicate) if shapes.value(c, SH["in"]) is not None
    )
    members = shapes.value(constraint, SH["in"])
    assert members is not None
    admitted = {str(iri) for iri in rdflib.collection.Collection(shapes, members)}
    assert admitted == set(vocabulary().predicates.values())
    assert NAMESPACES["rdf"] + "type" in admitted


def test_every_message_says_what_to_do() -> None:
    """Chinese messages ask (请); English ones go on after the rule, with a colon."""
    for node, message in shapes_graph().subject_objects(SH.message):
        assert isinstance(message, rdflib.Literal)
        mark = {"zh": "请", "en": ": "}[str(message.language)]
        assert mark in message, (node, message)
