"""Coverage: which saved question asks for which term of the ontology.

A class is asked for by its name, through a wider class below ``Entity``, or through a relation that
leads to it; a relation by its name, through the one it is the inverse of, or through the first link
of the chain it follows from. What only pages, files or reasoning use is told apart. ``python -m
graph.coverage`` prints the table.

>>> uses = {use.term: use for use in cover()}
>>> uses["hasPart"].through, "layout-components" in uses["hasPart"].questions
('partOf', True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import OWL, RDF, RDFS

from graph.catalogue import questions
from graph.terms import OC, shorten
from ontology.vocabulary import ontology_files, vocabulary

__all__ = ["Use", "cover", "tabulate"]

_KINDS = {
    "class": OWL.Class,
    "relation": OWL.ObjectProperty,
    "value": OWL.DatatypeProperty,
    "note": OWL.AnnotationProperty,
}
_NAMED = re.compile(r"\b(?:oc|org):\w+")


@dataclass(frozen=True, slots=True)
class Use:
    """A term, what it is asked through, the names of the questions, or the service it does."""

    term: str
    kind: str
    through: str
    questions: tuple[str, ...]
    service: str = ""


def cover() -> tuple[Use, ...]:
    """The use of every class and property of ours, by kind, then name."""
    graph = _ontology()
    asked = _asked()
    return tuple(
        _use(graph, asked, kind, name) for kind in _KINDS for name in sorted(_terms(graph, kind))
    )


def tabulate() -> list[list[str]]:
    """The table: a heading, then a row for each term."""
    rows = [["term", "kind", "through", "service", "questions"]]
    for use in cover():
        rows.append([use.term, use.kind, use.through, use.service, " ".join(use.questions)])
    return rows


def _ontology() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in ontology_files():
        graph.parse(data=path.read_text(encoding="utf-8"), format="turtle")
    return graph


def _terms(graph: rdflib.Graph, kind: str) -> Iterator[str]:
    for term in graph.subjects(RDF.type, _KINDS[kind]):
        if str(term).startswith(OC):
            yield str(term).removeprefix(OC)


def _asked() -> dict[str, tuple[str, ...]]:
    """Questions by the terms that they name or that may be given; ours without prefix."""
    found: dict[str, set[str]] = {}
    for question in questions():
        given = [name for parameter in question.parameters for name in parameter.of]
        for name in (*_NAMED.findall(question.sparql), *given):
            found.setdefault(name.removeprefix("oc:"), set()).add(question.name)
    return {name: tuple(sorted(names)) for name, names in found.items()}


def _use(graph: rdflib.Graph, asked: dict[str, tuple[str, ...]], kind: str, name: str) -> Use:
    for other in _ways(graph, kind, name):
        if other in asked:
            return Use(name, kind, other, asked[other])
    return Use(name, kind, "", (), _service(graph, kind, name))


def _ways(graph: rdflib.Graph, kind: str, name: str) -> Iterator[str]:
    """What a term can be asked through, itself first."""
    yield name
    term = rdflib.URIRef(OC + name)
    if kind == "class":
        words = vocabulary()
        above = words.ancestors(name) - {"Entity"}
        yield from sorted(above, key=lambda cls: (-len(words.ancestors(cls)), cls))
        yield from _leading(graph, term)
    for forward in graph.objects(term, OWL.inverseOf):
        yield str(forward).removeprefix(OC)
        yield from _links(graph, forward)
    yield from _links(graph, term)


def _leading(graph: rdflib.Graph, cls: rdflib.URIRef) -> Iterator[str]:
    """The relations whose object is of a class."""
    for relation, kinds in sorted(graph.subject_objects(RDFS.range)):
        union = graph.value(kinds, OWL.unionOf)
        if str(relation).startswith(OC) and (
            kinds == cls or (union is not None and cls in Collection(graph, union))
        ):
            yield str(relation).removeprefix(OC)


def _links(graph: rdflib.Graph, term: rdflib.term.Node) -> Iterator[str]:
    for chain in graph.objects(term, OWL.propertyChainAxiom):
        first = Collection(graph, chain)[0]
        if isinstance(first, rdflib.URIRef):
            yield shorten(str(first)).removeprefix("oc:")


def _service(graph: rdflib.Graph, kind: str, name: str) -> str:
    """What a term that nobody asks for is there for."""
    term = rdflib.URIRef(OC + name)
    if kind == "note":
        return "pages and files"
    if any(term in Collection(graph, c) for c in graph.objects(None, OWL.propertyChainAxiom)):
        return "reasoning"
    notes = [rdflib.URIRef(OC + note) for note in _terms(graph, "note")]
    members = set(graph.subjects(RDF.type, term))
    if any(members & set(graph.objects(None, note)) for note in notes):
        return "pages and files"
    return ""


if __name__ == "__main__":
    for row in tabulate():
        print("\t".join(row))
