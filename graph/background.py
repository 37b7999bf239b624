"""The background: ontology and concepts, as the quads of a graph of their own."""

from __future__ import annotations

from functools import lru_cache

from pyoxigraph import (
    CanonicalizationAlgorithm,
    Dataset,
    NamedNode,
    Quad,
    RdfFormat,
    parse,
    serialize,
)

from graph.terms import ONTOLOGY
from ontology.vocabulary import ontology_files

__all__ = ["background"]


@lru_cache(maxsize=1)
def background() -> tuple[str, ...]:
    """Sorted N-Quads lines; blank nodes are named by RDFC-1.0 and so the same in every build.

    >>> background()[0].endswith("<https://w3id.org/onecity/graph/ontology> .\\n")
    True
    """
    graph = NamedNode(ONTOLOGY)
    dataset = Dataset()
    for path in ontology_files():
        # each file's anonymous nodes get fresh names here, so that two files never share one
        for triple in parse(path.read_bytes(), format=RdfFormat.TURTLE, rename_blank_nodes=True):
            dataset.add(Quad(triple.subject, triple.predicate, triple.object, graph))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    text = serialize(dataset, format=RdfFormat.N_QUADS)
    assert text is not None
    return tuple(sorted(text.decode().splitlines(keepends=True)))
