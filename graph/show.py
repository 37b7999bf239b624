"""Show: all that is said about one thing, with the words that say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from graph.lookup import find_entity
from graph.store import open_store
from graph.terms import INFERRED, OC, PREFIXES, shorten
from ontology.vocabulary import vocabulary

__all__ = ["Card", "Fact", "Quote", "Said", "card", "render", "show"]


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article: ``exact`` stands at ``start:end``, with what is around it."""

    start: int
    end: int
    role: str
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """One statement of a fact: in which article, by whom, how sure, in which words."""

    published: str
    article: str
    title: str
    modality: str
    status: str
    speaker: str
    method: str
    confidence: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact. ``incoming``: the thing is its object. ``said`` is empty for an inferred one.

    ``predicate`` is a statement's predicate; ``text`` the other end as a person reads it, and
    ``iri`` its IRI where it is a thing.
    """

    predicate: str
    incoming: bool
    text: str
    iri: str
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A thing: labels by language, other names, classes from specific to wide, its facts."""

    iri: str
    labels: dict[str, str]
    other_names: tuple[str, ...]
    classes: tuple[str, ...]
    facts: tuple[Fact, ...]


class _Reader:
    """Reads single nodes of the store's default graph."""

    def __init__(self, store: Store, lang: str) -> None:
        self.store, self.lang = store, lang

    def values(self, node: str, name: str) -> list[NamedNode | Literal]:
        prefix, _, local = name.partition(":")
        pattern = (NamedNode(node), NamedNode(PREFIXES[prefix] + local), None, DefaultGraph())
        found = [quad.object for quad in self.store.quads_for_pattern(*pattern)]
        kept = [value for value in found if isinstance(value, NamedNode | Literal)]
        return sorted(kept, key=str)

    def one(self, node: str, name: str) -> str:
        found = self.values(node, name)
        return found[0].value if found else ""

    def label(self, node: str) -> str:
        names = [v for p in ("rdfs:label", "skos:prefLabel") for v in self.values(node, p)]
        texts = [v for v in names if isinstance(v, Literal)]
        texts.sort(key=lambda v: (v.language != self.lang, v.language != "zh", v.value))
        return texts[0].value if texts else shorten(node)

    def subjects(self, name: str, node: str) -> Iterator[str]:
        prefix, _, local = name.partition(":")
        predicate = NamedNode(PREFIXES[prefix] + local)
        for quad in self.store.quads_for_pattern(None, predicate, NamedNode(node), DefaultGraph()):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject.value


def card(store: Store, name: str, lang: str = "zh") -> Card:
    """The card of the thing that ``name`` names: a label, other name, slug or IRI.

    :raises NotFoundError: with the nearest names.
    """
    iri = find_entity(store, name)
    reader = _Reader(store, lang)
    labels = {
        value.language or "": value.value
        for value in reader.values(iri, "rdfs:label")
        if isinstance(value, Literal)
    }
    own = [value.value.removeprefix(OC) for value in reader.values(iri, "rdf:type")]
    words = vocabulary()
    known = [cls for cls in own if cls in words.classes]
    return Card(
        iri=iri,
        labels=labels,
        other_names=tuple(sorted({v.value for v in reader.values(iri, "skos:altLabel")})),
        classes=tuple(sorted(known, key=lambda cls: (-len(words.ancestors(cls)), cls))),
        facts=(*_said_facts(reader, iri), *_inferred_facts(reader, iri)),
    )


def _said_facts(reader: _Reader, iri: str) -> Iterator[Fact]:
    names = {property_: name for name, property_ in vocabulary().predicates.items()}
    found: dict[tuple[str, bool, str, str], list[Said]] = {}
    for incoming, link in ((False, "rdf:subject"), (True, "rdf:object")):
        for statement in sorted(set(reader.subjects(link, iri))):
            predicate = names.get(reader.one(statement, "rdf:predicate"), "")
            if predicate in {"", "type"}:
                continue
            end = reader.values(statement, "rdf:subject" if incoming else "rdf:object")[0]
            key = (predicate, incoming, *_end(reader, predicate, end))
            found.setdefault(key, []).append(_said(reader, statement))
    for post in sorted(set(reader.subjects("org:postIn", iri))):
        for statement in sorted(set(reader.subjects("rdf:object", post))):
            person = reader.one(statement, "rdf:subject")
            text = f"{reader.label(person)} {reader.label(post)}"
            found.setdefault(("holds", True, text, person), []).append(_said(reader, statement))
    order = list(vocabulary().predicates)
    for predicate, incoming, text, other in sorted(
        found, key=lambda k: (k[1], order.index(k[0]), k[2], k[3])
    ):
        said = found[predicate, incoming, text, other]
        yield Fact(predicate, incoming, text, other, tuple(sorted(said)))


def _end(reader: _Reader, predicate: str, end: NamedNode | Literal) -> tuple[str, str]:
    """Text and IRI of the other end of a statement."""
    if isinstance(end, Literal):
        return end.value, ""
    if predicate == "observation":
        parts = [
            reader.label(reader.one(end.value, "oc:indicator")),
            reader.one(end.value, "oc:valueText"),
            reader.one(end.value, "oc:asOf"),
        ]
        return " ".join(filter(None, parts)), end.value
    if predicate == "holds":
        body = reader.one(end.value, "org:postIn")
        return f"{reader.label(body)} {reader.label(end.value)}", body
    if predicate == "hasStatus":
        return vocabulary().label(end.value, reader.lang), end.value
    return reader.label(end.value), end.value


def _said(reader: _Reader, statement: str) -> Said:
    article = reader.one(statement, "prov:wasDerivedFrom")
    speaker = reader.one(statement, "oc:attributedTo")
    quotes = [
        Quote(
            int(reader.one(piece.value, "oa:start") or 0),
            int(reader.one(piece.value, "oa:end") or 0),
            reader.one(piece.value, "oc:evidenceRole"),
            reader.one(piece.value, "oa:exact"),
            reader.one(piece.value, "oa:prefix"),
            reader.one(piece.value, "oa:suffix"),
        )
        for piece in reader.values(statement, "oc:evidence")
    ]
    return Said(
        published=reader.one(article, "schema:datePublished"),
        article=article,
        title=reader.label(article),
        modality=reader.one(statement, "oc:modality").removeprefix(OC),
        status=reader.one(statement, "oc:statementStatus").removeprefix(OC),
        speaker=reader.label(speaker) if speaker else "",
        method=reader.one(statement, "oc:method"),
        confidence=reader.one(statement, "oc:confidence"),
        quotes=tuple(sorted(quotes)),
    )


def _inferred_facts(reader: _Reader, iri: str) -> Iterator[Fact]:
    graph = NamedNode(INFERRED)
    facts = []
    for quad in reader.store.quads_for_pattern(NamedNode(iri), None, None, graph):
        predicate = quad.predicate.value.removeprefix(OC)
        if predicate in vocabulary().relations and isinstance(quad.object, NamedNode):
            other = quad.object.value
            facts.append(Fact(predicate, False, reader.label(other), other, ()))
    yield from sorted(facts, key=lambda fact: (fact.predicate, fact.text, fact.iri))


def show(directory: Path, name: str, lang: str = "zh") -> str:
    """The card of a thing of a build, as text for the terminal.

    :raises NotFoundError: with the nearest names.
    :raises BuildError: when ``directory`` holds no build.
    """
    return render(card(open_store(directory), name, lang), lang)


def render(found: Card, lang: str = "zh") -> str:
    """A card as text: facts under their predicates, each with its quotes and where they stand."""
    words = vocabulary()
    title = found.labels.get(lang) or found.labels.get("zh") or shorten(found.iri)
    others = [name for name in (*found.labels.values(), *found.other_names) if name != title]
    lines = [title, shorten(found.iri), " < ".join(words.label(c, lang) for c in found.classes)]
    if others:
        lines.append(" · ".join(dict.fromkeys(others)))
    heading = ""
    for fact in found.facts:
        naming = words.inverse_label if fact.incoming else words.label
        # skos:altLabel and other outside properties have their label under the full IRI
        known = fact.predicate if fact.incoming else words.predicates[fact.predicate]
        arrow = "←" if fact.incoming else "→"
        current = f"{arrow} {naming(known, lang)}"
        if current != heading:
            heading = current
            lines += ["", heading]
        lines.append(f"  {fact.text}" + ("" if fact.said else "  ∴"))
        lines += [f"    {line}" for said in fact.said for line in _lines(said, lang)]
    return "\n".join(lines) + "\n"


def _lines(said: Said, lang: str) -> Iterator[str]:
    words = vocabulary()
    marks = [words.label(said.modality, lang)] if said.modality != "asserted" else []
    marks += [words.label(said.status, lang)] if said.status else []
    parts = [*marks, said.speaker, said.title, said.published]
    yield " · ".join(filter(None, parts))
    for quote in said.quotes:
        text = " ".join(quote.exact.split())
        yield f"  “{text}” [{quote.start}–{quote.end}]"
