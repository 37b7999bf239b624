"""The excerpt: one thing in Turtle, with its posts, numbers, statements and quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple

from exports.selection import evidence, facts
from exports.serialize import write_triples
from graph.terms import CONCEPT, ENTITY, OBSERVATION, POST, PREFIXES, STATEMENT

__all__ = ["Excerpts"]

_LABELS = {PREFIXES["rdfs"] + "label", PREFIXES["skos"] + "prefLabel"}
#: What belongs to a thing and is told together with it.
_OWN = (POST, OBSERVATION, STATEMENT)
_THINGS = (ENTITY, CONCEPT)


class Excerpts:
    """What the articles of a dataset say, by what they say it of."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        """Index facts and evidence; inferences and the ontology stay out, but lend names."""
        dataset = list(quads)
        self._about: dict[str, set[Triple]] = defaultdict(set)
        self._names: dict[str, set[Triple]] = defaultdict(set)
        for quad in (*facts(dataset), *evidence(dataset)):
            for end in (quad.subject, quad.object):
                if isinstance(end, NamedNode) and end.value.startswith((*_THINGS, *_OWN)):
                    self._about[end.value].add(quad.triple)
        for quad in dataset:
            thing = quad.subject
            if isinstance(thing, NamedNode) and quad.predicate.value in _LABELS:
                self._names[thing.value].add(quad.triple)

    def write(self, iri: str) -> bytes:
        """Everything said of one thing, both ways, with statements and their quotes, as Turtle.

        Names of the things at the other ends stand in it too.
        """
        return write_triples(sorted(set(self._triples(iri)), key=str), RdfFormat.TURTLE)

    def _triples(self, iri: str) -> Iterator[Triple]:
        """What is said of the thing; then, a step at a time, of what belongs to it."""
        seen, level = {iri}, [iri]
        while level:
            ahead: list[str] = []
            for node in level:
                for triple in self._about[node]:
                    yield triple
                    for end in (triple.subject, triple.object):
                        if not isinstance(end, NamedNode) or end.value in seen:
                            continue
                        seen.add(end.value)
                        if end.value.startswith(_OWN):
                            ahead.append(end.value)
                        elif end.value.startswith(_THINGS):
                            yield from self._names[end.value]
            level = ahead
