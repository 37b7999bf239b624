"""Reasoning: what follows from what the articles say, kept apart from it.

``locatedIn``, ``partOf`` and ``affiliatedWith`` are transitive; a part of a place is where that is;
what is in a place is in the places of which that is a part; a thing of a class is of every class
above it, and has the values that all its things have. These are the axioms of the ontology; to them
comes what a name says by itself (:mod:`graph.naming`). Cycles end, and nothing is inferred to be in
or of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.naming import Names, name_facts
from graph.terms import INFERRED, OC, PREFIXES, iri
from ontology.vocabulary import vocabulary

__all__ = ["DEEPEST", "Inference", "infer"]

#: Longest chain of places or parts that is followed; a longer one is a mistake in the data, and
#: its closure would grow with the square of its length.
DEEPEST = 64
_LOCATED, _PART = iri(OC + "locatedIn"), iri(OC + "partOf")
_AFFILIATED = iri(OC + "affiliatedWith")
_TYPE = iri(PREFIXES["rdf"] + "type")
_LABEL = iri(PREFIXES["rdfs"] + "label")
_Edges = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Inference:
    """Sorted N-Quads lines of the inferred graph; ``cut``: IRIs whose chains are too deep."""

    lines: tuple[str, ...]
    cut: tuple[str, ...]


def infer(said: Iterable[str]) -> Inference:
    """What follows from the N-Quads lines of facts, without what they say themselves.

    >>> a, b, c = (f"<https://w3id.org/onecity/id/{name}>" for name in "abc")
    >>> g = "<https://w3id.org/onecity/article/x/facts>"
    >>> for line in infer([f"{a} {_LOCATED} {b} {g} .", f"{b} {_LOCATED} {c} {g} ."]).lines:
    ...     print(line.replace("https://w3id.org/onecity/", ""), end="")
    <id/a> <ontology#locatedIn> <id/c> <graph/inferred> .
    """
    located: _Edges = {}
    part: _Edges = {}
    affiliated: _Edges = {}
    types: _Edges = {}
    names = Names()
    kinds = {_LOCATED: located, _PART: part, _AFFILIATED: affiliated, _TYPE: types}
    for line in said:
        subject, predicate, rest = line.split(" ", 2)
        edges = kinds.get(predicate)
        if edges is not None:
            edges.setdefault(subject, set()).add(rest.split(" ", 1)[0])
        elif predicate == _LABEL:
            names.note(subject, rest.rsplit(" ", 2)[0])
    cut: set[str] = set()
    inferred = {
        *_types(types),
        *_chains(_PART, part, cut),
        *_chains(_AFFILIATED, affiliated, cut),
        *_places(located, part, types, cut),
        *name_facts(names, types),
    }
    graph = iri(INFERRED)
    lines = sorted(f"{triple} {graph} .\n" for triple in inferred)
    return Inference(tuple(lines), tuple(sorted(node[1:-1] for node in cut)))


def _types(types: _Edges) -> Iterator[str]:
    above: dict[str, frozenset[str]] = {}
    for name in vocabulary().classes:
        found = vocabulary().ancestors(name)
        above[iri(OC + name)] = frozenset(iri(OC + ancestor) for ancestor in found)
    for subject, classes in types.items():
        wider = frozenset().union(*(above.get(cls, frozenset()) for cls in classes))
        for cls in wider - classes:
            yield f"{subject} {_TYPE} {cls}"


def _reach(start: str, edges: tuple[_Edges, ...], cut: set[str]) -> set[str]:
    """Everything that ``start`` leads to, level by level."""
    seen, level = {start}, [start]
    for _ in range(DEEPEST):
        level = [
            outer
            for node in level
            for kind in edges
            for outer in kind.get(node, ())
            if outer not in seen and not seen.add(outer)  # type: ignore[func-returns-value]
        ]
        if not level:
            break
    else:
        cut.add(start)
    return seen


def _chains(predicate: str, edges: _Edges, cut: set[str]) -> Iterator[str]:
    for subject, nearest in edges.items():
        for further in _reach(subject, (edges,), cut) - nearest - {subject}:
            yield f"{subject} {predicate} {further}"


def _places(located: _Edges, part: _Edges, types: _Edges, cut: set[str]) -> Iterator[str]:
    """Where a thing is, and the places of which it is a part, and what holds these.

    Of other wholes nothing follows: a branch is not where its head is, nor a fund where its parent.
    """
    kinds = {iri(OC + name) for name in vocabulary().descendants("Place")}
    places = {node for node, classes in types.items() if classes & kinds}
    inside = {node: part[node] & places for node in part}
    reach: dict[str, set[str]] = {}
    for subject in located.keys() | part.keys():
        wholes = {subject} | (_reach(subject, (part,), cut) & places)
        nearest = {place for node in wholes for place in located.get(node, ())}
        for place in nearest - reach.keys():
            reach[place] = _reach(place, (located, inside), cut)
        reached = set().union(*(reach[place] for place in nearest))
        for place in reached - located.get(subject, set()) - {subject}:
            yield f"{subject} {_LOCATED} {place}"


def fact_lines(path: Path) -> Iterator[str]:
    """The lines of an N-Quads file of ours that stand in a graph of facts."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.endswith("/facts> .\n"):
                yield line
