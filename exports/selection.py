"""Selection: which quads of a dataset an export writes, and in which order.

A dataset holds, per article, a graph of plain facts and a companion graph of evidence, and
beside them the ontology and what was inferred.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    NamedNode,
    Quad,
)

from ontology.namespaces import ARTICLE

__all__ = ["canonical", "evidence", "facts", "graph_of", "within"]


def graph_of(quad: Quad) -> str:
    """IRI of the quad's graph; empty for the default graph."""
    name = quad.graph_name
    return name.value if isinstance(name, NamedNode) else ""


def _in_article(quad: Quad, suffix: str) -> bool:
    graph = graph_of(quad)
    return graph.startswith(ARTICLE) and graph.endswith(suffix)


def facts(quads: Iterable[Quad]) -> list[Quad]:
    """The plain facts: what the articles say, without evidence, ontology or inference."""
    return [quad for quad in quads if _in_article(quad, "/facts")]


def evidence(quads: Iterable[Quad]) -> list[Quad]:
    """Statements with their quotes, and the articles they come from."""
    return [quad for quad in quads if _in_article(quad, "/evidence")]


def within(quads: Iterable[Quad], graph: str) -> list[Quad]:
    """The quads of one named graph."""
    return [quad for quad in quads if graph_of(quad) == graph]


def _order(quad: Quad) -> tuple[str, str, str, str]:
    graph = "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)
    return graph, str(quad.subject), str(quad.predicate), str(quad.object)


def _has_blank(quad: Quad) -> bool:
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)


def canonical(quads: Iterable[Quad]) -> list[Quad]:
    """The same dataset in one order, whatever order and blank node names it came with.

    Blank nodes get their names by RDFC-1.0 (https://www.w3.org/TR/rdf-canon/).
    """
    unique = Dataset(quads)
    if any(map(_has_blank, unique)):
        unique.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(unique, key=_order)
