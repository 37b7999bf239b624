"""Classes, relations, concepts and legend groups, and how each is read from the triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from ontology.namespaces import NAMESPACES, OC

__all__ = [
    "ClassTerm",
    "Concept",
    "Graph",
    "Group",
    "Relation",
    "evidence_iri",
    "index_triples",
    "read_classes",
    "read_concepts",
    "read_domains",
    "read_groups",
    "read_labels",
    "read_predicates",
    "read_relations",
    "read_values",
]

_RDF, _RDFS, _OWL = NAMESPACES["rdf"], NAMESPACES["rdfs"], NAMESPACES["owl"]
_SKOS = NAMESPACES["skos"]

_Properties = dict[str, list[object]]
Graph = dict[NamedNode | BlankNode, _Properties]


@dataclass(frozen=True, slots=True)
class ClassTerm:
    """A class; ``parents`` are names of our own classes, ``badge`` one Chinese character."""

    name: str
    iri: str
    labels: dict[str, str]
    definitions: dict[str, str]
    parents: tuple[str, ...]
    badge: str
    group: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A predicate of statements whose object is an entity; ``holds`` is one of them.

    ``domain`` and ``range`` hold every class that fits, subclasses included. ``iri`` is the
    property as ``rdf:predicate`` names it.
    """

    name: str
    iri: str
    labels: dict[str, str]
    inverse_labels: dict[str, str]
    definitions: dict[str, str]
    domain: frozenset[str]
    range: frozenset[str]
    transitive: bool
    symmetric: bool


@dataclass(frozen=True, slots=True)
class Concept:
    """A SKOS concept, such as an industry, a status or a unit.

    ``alt_labels`` are other names of the same thing; ``entry_terms`` are narrower or looser words
    that lead to it, which must never make two things one.
    ``code`` is the code of a unit or of the national classification; ``unit`` the code of the
    unit an indicator is given in; ``rank`` its place in an ordered scheme, else 0.
    """

    name: str
    iri: str
    scheme: str
    labels: dict[str, str]
    alt_labels: dict[str, tuple[str, ...]]
    definitions: dict[str, str]
    entry_terms: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    code: str = ""
    unit: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the page legend with its colours as ``#RRGGBB``; text takes the border colour."""

    name: str
    iri: str
    labels: dict[str, str]
    rank: int
    light_fill: str
    light_border: str
    dark_fill: str
    dark_border: str


def index_triples(triples: Iterable[Triple]) -> Graph:
    """Triples by subject, then by the IRI of the predicate."""
    graph: Graph = {}
    for triple in triples:
        if isinstance(triple.subject, NamedNode | BlankNode):
            properties = graph.setdefault(triple.subject, {})
            properties.setdefault(triple.predicate.value, []).append(triple.object)
    return graph


def read_classes(graph: Graph) -> tuple[dict[str, ClassTerm], dict[str, frozenset[str]]]:
    """Our classes by name, and the names of all classes above each."""
    found = {
        node.value.removeprefix(OC): properties
        for node, properties in sorted(graph.items(), key=str)
        if _ours(node) and _is(properties, _OWL + "Class")
    }
    parents = {
        name: tuple(
            parent.value.removeprefix(OC)
            for parent in properties.get(_RDFS + "subClassOf", [])
            if isinstance(parent, NamedNode) and parent.value.removeprefix(OC) in found
        )
        for name, properties in found.items()
    }
    lines = {name: tuple(_line(name, parents)) for name in sorted(found)}
    classes = {
        name: ClassTerm(
            name,
            OC + name,
            _texts(found[name], _RDFS + "label"),
            _texts(found[name], _SKOS + "definition"),
            parents[name],
            _inherited(found, line, "badge"),
            _local(_inherited(found, line, "pageGroup")),
        )
        for name, line in lines.items()
    }
    return classes, {name: frozenset(line[1:]) for name, line in lines.items()}


def read_predicates(graph: Graph) -> dict[str, NamedNode]:
    """The property behind each predicate of statements, by the name statements use."""
    found = {
        _first(properties, OC + "statementName"): node
        for node, properties in graph.items()
        if isinstance(node, NamedNode) and OC + "statementName" in properties
    }
    return dict(sorted(found.items()))


def read_relations(
    graph: Graph, predicates: dict[str, NamedNode], below: dict[str, frozenset[str]]
) -> dict[str, Relation]:
    """The predicates whose object is an entity; ``below`` spreads domains over subclasses."""
    umbrella = NamedNode(OC + "relatedTo")
    found = {}
    for name, node in predicates.items():
        properties = graph[node]
        if umbrella in properties.get(_RDFS + "subPropertyOf", []):
            found[name] = Relation(
                name,
                evidence_iri(graph, node),
                _texts(properties, _RDFS + "label"),
                _texts(properties, OC + "inverseLabel"),
                _texts(properties, _SKOS + "definition"),
                _spread(graph, properties, _RDFS + "domain", below),
                _spread(graph, properties, _RDFS + "range", below),
                _is(properties, _OWL + "TransitiveProperty"),
                _is(properties, _OWL + "SymmetricProperty"),
            )
    return found


def read_domains(
    graph: Graph, predicates: dict[str, NamedNode], below: dict[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    """Classes that may be the subject of each predicate; any entity where none is declared."""
    return {
        name: _spread(graph, graph[node], _RDFS + "domain", below) or below["Entity"]
        for name, node in predicates.items()
    }


def evidence_iri(graph: Graph, node: NamedNode) -> str:
    """The property that ``rdf:predicate`` names for statements with this one."""
    return _first(graph[node], OC + "evidencePredicate") or node.value


def read_concepts(graph: Graph) -> dict[str, dict[str, Concept]]:
    """Concepts by scheme and name; within a scheme by rank, then name."""
    found: dict[str, list[Concept]] = {}
    for node, properties in graph.items():
        scheme = _local(_first(properties, _SKOS + "inScheme"))
        if scheme and isinstance(node, NamedNode):
            found.setdefault(scheme, []).append(_concept(node.value, scheme, properties, graph))
    return {
        scheme: {
            concept.name: concept for concept in sorted(members, key=lambda c: (c.rank, c.name))
        }
        for scheme, members in sorted(found.items())
    }


def read_groups(graph: Graph) -> dict[str, Group]:
    """The groups of the page legend, in their order."""
    found = []
    for node, properties in graph.items():
        if isinstance(node, NamedNode) and _is(properties, OC + "Group"):
            labels = _texts(properties, _SKOS + "prefLabel")
            rank = int(_first(properties, OC + "rank"))
            light = (_first(properties, OC + "lightFill"), _first(properties, OC + "lightBorder"))
            dark = (_first(properties, OC + "darkFill"), _first(properties, OC + "darkBorder"))
            found.append(Group(_local(node.value), node.value, labels, rank, *light, *dark))
    return {group.name: group for group in sorted(found, key=lambda group: group.rank)}


def read_values(graph: Graph) -> dict[str, tuple[tuple[str, str], ...]]:
    """Classes all of whose things have a value: property and value by class (``owl:hasValue``)."""
    found = {}
    for node, properties in graph.items():
        parents = [p for p in properties.get(_RDFS + "subClassOf", []) if isinstance(p, BlankNode)]
        pairs = tuple(
            (_first(graph[p], _OWL + "onProperty"), _first(graph[p], _OWL + "hasValue"))
            for p in parents
            if _OWL + "hasValue" in graph[p]
        )
        if pairs and isinstance(node, NamedNode):
            found[node.value.removeprefix(OC)] = pairs
    return found


def read_labels(graph: Graph) -> dict[str, dict[str, str]]:
    """Labels by local name for our terms, by IRI and by statement name for others."""
    found = {}
    for node, properties in graph.items():
        labels = _texts(properties, _RDFS + "label") or _texts(properties, _SKOS + "prefLabel")
        if labels and isinstance(node, NamedNode):
            found[node.value.removeprefix(OC)] = labels
            found.setdefault(_first(properties, OC + "statementName") or node.value, labels)
    return found


def _local(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


def _first(properties: _Properties, predicate: str) -> str:
    for value in properties.get(predicate, []):
        if isinstance(value, Literal | NamedNode):
            return value.value
    return ""


def _texts(properties: _Properties, predicate: str) -> dict[str, str]:
    return {
        value.language: value.value
        for value in properties.get(predicate, [])
        if isinstance(value, Literal) and value.language
    }


def _texts_all(properties: _Properties, predicate: str) -> list[str]:
    return [value.value for value in properties.get(predicate, []) if isinstance(value, Literal)]


def _is(properties: _Properties, kind: str) -> bool:
    return NamedNode(kind) in properties.get(_RDF + "type", [])


def _ours(node: NamedNode | BlankNode) -> bool:
    return isinstance(node, NamedNode) and node.value.startswith(OC)


def _line(name: str, parents: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """``name`` and all above it, nearest first, so that badges come from the nearest."""
    seen: set[str] = set()
    queue = [name]
    while queue:
        current = queue.pop(0)
        if current not in seen:
            seen.add(current)
            yield current
            queue.extend(parents[current])


def _inherited(found: dict[str, _Properties], line: tuple[str, ...], name: str) -> str:
    return next((v for cls in line if (v := _first(found[cls], OC + name))), "")


def _members(graph: Graph, node: object) -> Iterator[str]:
    """The names of our classes in a class or a union of classes."""
    if isinstance(node, NamedNode):
        yield node.value.removeprefix(OC)
    elif isinstance(node, BlankNode):
        for rest in graph[node].get(_OWL + "unionOf", []):
            while isinstance(rest, BlankNode):
                yield from _members(graph, graph[rest][_RDF + "first"][0])
                rest = graph[rest][_RDF + "rest"][0]


def _spread(
    graph: Graph, properties: _Properties, predicate: str, below: dict[str, frozenset[str]]
) -> frozenset[str]:
    named = [n for node in properties.get(predicate, []) for n in _members(graph, node)]
    return frozenset().union(*(below.get(name, frozenset()) for name in named))


def _concept(iri: str, scheme: str, properties: _Properties, graph: Graph) -> Concept:
    unit = _first(properties, OC + "unit")
    others: dict[str, list[str]] = {}
    for value in properties.get(_SKOS + "altLabel", []):
        if isinstance(value, Literal):
            others.setdefault(value.language or "", []).append(value.value)
    broader = [b.value for b in properties.get(_SKOS + "broader", []) if isinstance(b, NamedNode)]
    return Concept(
        _local(iri),
        iri,
        scheme,
        _texts(properties, _SKOS + "prefLabel"),
        {lang: tuple(sorted(values)) for lang, values in sorted(others.items())},
        _texts(properties, _SKOS + "definition"),
        tuple(sorted(_texts_all(properties, _SKOS + "hiddenLabel"))),
        tuple(sorted(_local(b) for b in broader)),
        _first(properties, OC + "unitCode") or _first(properties, OC + "nationalCode"),
        _first(graph[NamedNode(unit)], OC + "unitCode") if unit else "",
        int(_first(properties, OC + "rank") or 0),
    )
