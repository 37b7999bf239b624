"""A notice: what the graph says of one thing, laid out for a page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby, islice

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.show import Card, Fact, Quote, card
from graph.terms import ENTITY, PREFIXES, shorten
from ontology.errors import NotFoundError
from ontology.vocabulary import vocabulary

__all__ = ["Notice", "Paragraph", "Remark", "name_of", "read_notice"]

#: Most facts of a plain notice in each direction, so that the page of a hub stays a page.
MOST = 500
_LABELS = (NamedNode(PREFIXES["rdfs"] + "label"), NamedNode(PREFIXES["skos"] + "prefLabel"))


@dataclass(frozen=True, slots=True)
class Remark:
    """One fact: the other end with its IRI, and for each statement its marks and quotes."""

    text: str
    iri: str
    said: tuple[tuple[str, tuple[Quote, ...]], ...] = ()
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Facts of one kind under their heading; ``incoming`` when the thing is their object."""

    heading: str
    incoming: bool
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """A thing: its name, other names, kinds from narrow to wide, and facts; ``cut``: not all."""

    title: str
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    cut: bool = False


def read_notice(store: Store, iri: str, lang: str) -> Notice:
    """What the graph says of the thing with that IRI.

    :raises NotFoundError: nothing.
    """
    node = NamedNode(iri)
    if not any(True for _ in store.quads_for_pattern(node, None, None, DefaultGraph())):
        raise NotFoundError("there is nothing of that name here")
    return _of_card(card(store, iri, lang), lang) if iri.startswith(ENTITY) else _plain(
        store, node, lang
    )  # fmt: skip


def _of_card(found: Card, lang: str) -> Notice:
    words = vocabulary()
    title = found.labels.get(lang) or found.labels.get("zh") or shorten(found.iri)
    names = (name for name in (*found.labels.values(), *found.other_names) if name != title)
    paragraphs = []
    for (predicate, incoming), facts in groupby(
        found.facts, key=lambda fact: (fact.predicate, fact.incoming)
    ):
        known = predicate if incoming else words.predicates[predicate]
        heading = (words.inverse_label if incoming else words.label)(known, lang)
        paragraphs.append(Paragraph(heading, incoming, tuple(_remark(f, lang) for f in facts)))
    return Notice(
        title,
        tuple(dict.fromkeys(names)),
        tuple(words.label(cls, lang) for cls in found.classes),
        tuple(paragraphs),
    )


def _remark(fact: Fact, lang: str) -> Remark:
    words = vocabulary()
    said = []
    for one in fact.said:
        marks = [words.label(one.modality, lang)] if one.modality != "asserted" else []
        marks += [words.label(one.status, lang)] if one.status else []
        parts = [*marks, one.speaker, one.title, one.published]
        said.append((" · ".join(filter(None, parts)), one.quotes))
    return Remark(fact.text, fact.iri, tuple(said), inferred=not fact.said)


def _plain(store: Store, node: NamedNode, lang: str) -> Notice:
    outgoing = list(islice(store.quads_for_pattern(node, None, None, DefaultGraph()), MOST + 1))
    incoming = list(islice(store.quads_for_pattern(None, None, node, DefaultGraph()), MOST + 1))
    paragraphs = [
        *_gather(store, outgoing[:MOST], False, lang),
        *_gather(store, incoming[:MOST], True, lang),
    ]
    cut = max(len(outgoing), len(incoming)) > MOST
    return Notice(name_of(store, node, lang), (), (), tuple(paragraphs), cut)


def _gather(store: Store, quads: list[Quad], incoming: bool, lang: str) -> list[Paragraph]:
    found: dict[str, set[Remark]] = {}
    for quad in quads:
        end = quad.subject if incoming else quad.object
        if isinstance(end, NamedNode):
            remark = Remark(name_of(store, end, lang), end.value)
        else:
            remark = Remark(end.value if isinstance(end, Literal) else str(end), "")
        found.setdefault(name_of(store, quad.predicate, lang), set()).add(remark)
    return [
        Paragraph(name, incoming, tuple(sorted(found[name], key=lambda one: (one.text, one.iri))))
        for name in sorted(found)
    ]


def name_of(store: Store, node: NamedNode, lang: str) -> str:
    """The label of a thing in that language, else in Chinese, else in any; else its short IRI."""
    names = [
        quad.object
        for label in _LABELS
        for quad in store.quads_for_pattern(node, label, None, DefaultGraph())
        if isinstance(quad.object, Literal)
    ]
    names.sort(key=lambda name: (name.language != lang, name.language != "zh", name.value))
    return names[0].value if names else shorten(node.value)
