"""Analysis: the network of things, ways between them, what is missing, how two compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

import networkx as nx
from pyoxigraph import Store

from graph.lookup import find_entity
from graph.query import query
from graph.terms import ENTITY, INFERRED, OC
from ontology.errors import NotFoundError
from ontology.vocabulary import vocabulary

__all__ = ["Comparison", "Gap", "Step", "compare", "gaps", "network", "paths"]

#: What a zone or park is looked at for, by class.
SOUGHT = ("Laboratory", "Fund", "Policy", "University")
#: Classes through which nearly everything is connected and a path says nothing.
HUBS = ("Province", "City", "Region")
_RELATIONS = """
SELECT ?s ?p ?o (COUNT(DISTINCT ?statement) AS ?n) {
  ?statement rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; oc:modality ?modality .
  ?s ?p ?o .
  FILTER(?modality IN (oc:asserted, oc:target))
  FILTER(isIRI(?o) && ?p != rdf:type && ?p != oc:hasStatus && ?p != org:holds)
  FILTER NOT EXISTS { ?o a oc:Observation }
} GROUP BY ?s ?p ?o"""
_POSTS = """
SELECT ?s ?o ?title (COUNT(DISTINCT ?statement) AS ?n) {
  ?s org:holds ?post . ?post org:postIn ?o ; rdfs:label ?title .
  ?statement rdf:subject ?s ; rdf:object ?post .
} GROUP BY ?s ?o ?title"""
_THINGS = f"""
SELECT DISTINCT ?s ?label ?cls {{
  ?s rdfs:label ?label . FILTER(LANG(?label) = "zh")
  GRAPH ?facts {{ ?s a ?cls }} FILTER(?facts != <{INFERRED}>)
}}"""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path; ``forward`` when the relation points the way one walks."""

    source: str
    predicate: str
    target: str
    forward: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """A zone or park and the classes of which nothing is connected with it."""

    iri: str
    label: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two things have to do with, per relation: IRIs of the one, of both, of the other.

    ``predicate`` begins with ``^`` where the things are the objects.
    """

    predicate: str
    only_first: tuple[str, ...]
    both: tuple[str, ...]
    only_second: tuple[str, ...]


def network(store: Store) -> nx.MultiDiGraph[str]:
    """The said relations and posts between things.

    Nodes are IRIs with ``label`` and ``cls``; edges have the predicate as key, ``evidence`` (how
    many statements say so) and for posts ``title``. Nodes and edges come in a fixed order.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found: dict[str, tuple[str, str]] = {}
    words = vocabulary()
    for iri, label, cls in _texts(store, _THINGS):
        name = cls.removeprefix(OC)
        if name in words.classes and words.is_a(name, "Entity"):
            held = found.get(iri)
            if held is None or words.is_a(name, held[1]):
                found[iri] = (label, name)
    for iri, (label, name) in sorted(found.items()):
        graph.add_node(iri, label=label, cls=name)
    for source, predicate, target, count in _texts(store, _RELATIONS):
        if source in graph and target in graph:
            graph.add_edge(source, target, predicate.removeprefix(OC), evidence=int(count))
    for source, target, title, count in _texts(store, _POSTS):
        if source in graph and target in graph:
            graph.add_edge(source, target, f"holds {title}", evidence=int(count), title=title)
    return graph


def _texts(store: Store, text: str) -> Iterator[tuple[str, ...]]:
    for row in query(store, text).rows:
        yield tuple(getattr(term, "value", "") for term in row)


def _is_any(cls: str, classes: Iterable[str]) -> bool:
    return any(vocabulary().is_a(cls, other) for other in classes)


def paths(store: Store, one: str, other: str, most: int = 3) -> list[tuple[Step, ...]]:
    """Up to ``most`` shortest ways between two things, not through cities, provinces, regions.

    :param one: a name, slug or IRI, as ``other``.
    :raises NotFoundError: when a name is unknown or there is no way.
    """
    start, end = find_entity(store, one), find_entity(store, other)
    graph = network(store)
    ends = {start, end}
    kept = {n for n in graph if n in ends or not _is_any(graph.nodes[n]["cls"], HUBS)}
    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(kept))
    pairs = {(min(a, b), max(a, b)) for a, b in graph.edges() if a in kept and b in kept}
    ordered.add_edges_from(sorted(pairs))
    try:
        ways = list(islice(nx.shortest_simple_paths(ordered, start, end), most))
    except (nx.NetworkXNoPath, nx.NodeNotFound) as error:
        raise NotFoundError(
            f"no way leads from {one!r} to {other!r}", remedy="no article connects them"
        ) from error
    return [tuple(_step(graph, a, b) for a, b in zip(way, way[1:], strict=False)) for way in ways]


def _step(graph: nx.MultiDiGraph[str], source: str, target: str) -> Step:
    if graph.has_edge(source, target):
        return Step(source, min(graph[source][target]), target, True)
    return Step(source, min(graph[target][source]), target, False)


def gaps(store: Store) -> list[Gap]:
    """Zones and parks to which no laboratory, fund, policy or university is connected.

    Connected is what has any said relation with it, or is inferred to be in it.
    """
    graph = network(store)
    inside = f"SELECT ?s ?o {{ GRAPH <{INFERRED}> {{ ?s oc:locatedIn|oc:partOf ?o }} }}"
    near: dict[str, set[str]] = {node: set() for node in graph}
    for source, target in [*graph.edges(), *_texts(store, inside)]:
        near.setdefault(source, set()).add(target)
        near.setdefault(target, set()).add(source)
    found = []
    for node in graph:
        if not _is_any(graph.nodes[node]["cls"], ("Zone", "Park")):
            continue
        classes = {graph.nodes[other]["cls"] for other in near[node] if other in graph}
        missing = tuple(c for c in SOUGHT if not any(_is_any(other, [c]) for other in classes))
        if missing:
            found.append(Gap(node, graph.nodes[node]["label"], missing))
    return sorted(found, key=lambda gap: (-len(gap.missing), gap.iri))


def compare(store: Store, one: str, other: str) -> list[Comparison]:
    """What two things share and what only one has, relation by relation.

    :raises NotFoundError: when a name is unknown.
    """
    graph = network(store)
    sides = [_neighbours(graph, find_entity(store, name)) for name in (one, other)]
    found = []
    for predicate in sorted(sides[0].keys() | sides[1].keys()):
        first, second = (side.get(predicate, set()) for side in sides)
        parts = (first - second, first & second, second - first)
        found.append(Comparison(predicate, *(tuple(sorted(part)) for part in parts)))
    return found


def _neighbours(graph: nx.MultiDiGraph[str], node: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    if node.startswith(ENTITY) and node in graph:
        for _, target, predicate in graph.out_edges(node, keys=True):
            found.setdefault(predicate, set()).add(target)
        for source, _, predicate in graph.in_edges(node, keys=True):
            found.setdefault(f"^{predicate}", set()).add(source)
    return found
