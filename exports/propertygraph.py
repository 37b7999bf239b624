"""Property graph: the facts as nodes and edges with attributes, for network tools.

Every IRI becomes a node, every triple between two IRIs an edge, every literal an attribute
of its node. Nothing is dropped: the triples can be had back from nodes and edges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from exports.prefixes import expand, shorten
from exports.selection import canonical, evidence, facts

__all__ = ["SEPARATOR", "Edge", "Node", "PropertyGraph", "join", "project", "split"]

#: Stands between several values of one attribute; inside a value it is escaped.
SEPARATOR = " ‖ "
_NUMBERS = {expand("xsd:decimal"), expand("xsd:integer"), expand("xsd:nonNegativeInteger")}
_RDF_TYPE = expand("rdf:type")


@dataclass(slots=True)
class Node:
    """A thing: its IRI, a label to show, its classes, and one text per attribute."""

    id: str
    label: str = ""
    classes: tuple[str, ...] = ()
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Edge:
    """A relation from ``source`` to ``target``, with the statements and quotes behind it."""

    source: str
    target: str
    predicate: str
    statements: str = ""
    quotes: str = ""


@dataclass(slots=True)
class PropertyGraph:
    """Nodes by IRI, edges by source, predicate and target; ``numeric`` names number columns."""

    nodes: list[Node]
    edges: list[Edge]
    numeric: frozenset[str]

    @property
    def columns(self) -> list[str]:
        """Names of all node attributes, sorted."""
        return sorted({name for node in self.nodes for name in node.attributes})


def join(values: Iterable[str]) -> str:
    r"""Several values as one text, sorted and reversible.

    >>> join(["b", "a"])
    'a ‖ b'
    """
    escaped = (v.replace("\\", "\\\\").replace("‖", "\\‖") for v in sorted(set(values)))
    return SEPARATOR.join(escaped)


def split(text: str) -> list[str]:
    """The values that :func:`join` was given.

    >>> split(join(["甲‖乙", "丙"]))
    ['丙', '甲‖乙']
    """
    return [v.replace("\\‖", "‖").replace("\\\\", "\\") for v in text.split(SEPARATOR)]


def _column(predicate: str, literal: Literal) -> str:
    """``rdfs:label@zh``, ``oc:asOf^^xsd:gYear``; plain texts and numbers have no suffix."""
    name = shorten(predicate)
    if literal.language:
        return f"{name}@{literal.language}"
    datatype = literal.datatype.value
    if datatype in {expand("xsd:string"), expand("xsd:decimal")}:
        return name
    return f"{name}^^{shorten(datatype)}"


def _iri(term: object) -> str:
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    return term.value if isinstance(term, NamedNode) else ""


def _label(attributes: dict[str, list[str]], iri: str) -> str:
    for name in ("rdfs:label", "skos:prefLabel"):
        for suffix in ("@zh", "", "@en"):
            if name + suffix in attributes:
                return sorted(attributes[name + suffix])[0]
    return shorten(iri) if not iri.startswith("_:") else iri


def _quotes(quads: list[Quad]) -> dict[tuple[str, str, str], tuple[list[str], list[str]]]:
    """Statement ids and quotes of each triple, from the evidence graphs."""
    properties: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        value = quad.object
        text = value.value if isinstance(value, Literal | NamedNode) else ""
        properties[_iri(quad.subject)][quad.predicate.value].append(text)
    found: dict[tuple[str, str, str], tuple[list[str], list[str]]] = {}
    for iri, about in properties.items():
        parts = [about.get(expand(n)) for n in ("rdf:subject", "rdf:predicate", "rdf:object")]
        if not all(parts):
            continue
        key = (parts[0] or [""])[0], (parts[1] or [""])[0], (parts[2] or [""])[0]
        statements, quotes = found.setdefault(key, ([], []))
        statements.append(iri.rsplit("/", 1)[-1])
        for node in about.get(expand("oc:evidence"), ()):
            if "predicate" in properties[node].get(expand("oc:evidenceRole"), ("predicate",)):
                quotes.extend(properties[node].get(expand("oa:exact"), ()))
    return found


def project(quads: Iterable[Quad]) -> PropertyGraph:
    """Nodes and edges of the plain facts in ``quads``, with quotes from their evidence."""
    dataset = list(quads)
    quotes = _quotes(evidence(dataset))
    attributes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    classes: dict[str, list[str]] = defaultdict(list)
    numeric: dict[str, bool] = {}
    edges: dict[tuple[str, str, str], Edge] = {}
    for quad in canonical(Quad(q.subject, q.predicate, q.object) for q in facts(dataset)):
        subject, predicate, value = _iri(quad.subject), quad.predicate.value, quad.object
        about = attributes[subject]
        if isinstance(value, Literal):
            column = _column(predicate, value)
            about[column].append(value.value)
            numeric[column] = numeric.get(column, True) and value.datatype.value in _NUMBERS
        elif predicate == _RDF_TYPE:
            classes[subject].append(shorten(_iri(value)))
        else:
            key = subject, predicate, _iri(value)
            attributes[key[2]]  # the target is a node even when nothing else is said of it
            statements, texts = quotes.get(key, ([], []))
            edges[key] = Edge(
                key[0], key[2], shorten(predicate), " ".join(sorted(statements)), join(texts)
            )
    nodes = [
        Node(
            iri,
            _label(about, iri),
            tuple(sorted(classes[iri])),
            {name: join(values) for name, values in sorted(about.items())},
        )
        for iri, about in sorted(attributes.items())
    ]
    repeated = {n for about in attributes.values() for n, v in about.items() if len(v) > 1}
    numbers = frozenset(n for n, number in numeric.items() if number) - repeated
    return PropertyGraph(nodes, [edges[key] for key in sorted(edges)], numbers)
