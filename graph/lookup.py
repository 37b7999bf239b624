"""Lookup: from a name as people write it to the entity in the store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Any, Protocol

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.identity import key
from graph.terms import CONCEPT, ENTITY, PREFIXES, expand, shorten
from ontology.errors import NotFoundError

__all__ = ["Patterns", "find_entity", "names", "nearest"]

_LABEL = NamedNode(PREFIXES["rdfs"] + "label")
_OTHER = NamedNode(PREFIXES["skos"] + "altLabel")


class Patterns(Protocol):
    """Whatever gives its quads by pattern: a store, or an endpoint."""

    def quads_for_pattern(
        self, subject: Any, predicate: Any, object: Any, graph_name: Any = None  # noqa: A002
    ) -> Iterator[Quad]:
        """The quads that fit; None fits everything."""


def names(store: Patterns) -> Iterator[tuple[str, str, bool]]:
    """Name, IRI and whether it is the label, for every entity; concepts that facts use too."""
    for predicate in (_LABEL, _OTHER):
        for quad in store.quads_for_pattern(None, predicate, None, DefaultGraph()):
            subject, name = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(name, Literal):
                yield name.value, subject.value, predicate == _LABEL


def find_entity(store: Patterns, name: str) -> str:
    """The IRI of the entity that ``name`` names: an IRI, ``id:slug``, a slug, or any label.

    Things go before shipped concepts, labels before other names; widths, brackets, case and
    spaces do not matter, unless something is spelled exactly so.

    :raises NotFoundError: when nothing, or more than one thing, has the name.
    """
    for iri in (expand(name), ENTITY + name):
        if _is_subject(store, iri):
            return iri
    # the store finds a spelling at once; all names are gone through only when there is none
    wanted = key(name)
    tiers = _sort(_spelled(store, name)) or _sort(
        (iri, is_label) for text, iri, is_label in names(store) if key(text) == wanted
    )
    for tier in ((ENTITY, True), (ENTITY, False), (CONCEPT, True), (CONCEPT, False)):
        found = sorted(tiers.get(tier, ()))
        if len(found) > 1:
            raise NotFoundError(
                f"{len(found)} things are called {name!r}",
                remedy="use one of: " + ", ".join(map(shorten, found)),
                nearest=tuple(found),
            )
        if found:
            return found[0]
    raise NotFoundError(f"nothing is called {name!r}", nearest=nearest(store, name))


def _spelled(store: Patterns, name: str) -> Iterator[tuple[str, bool]]:
    """What has exactly that label or other name, in a language of ours or in none."""
    for predicate in (_LABEL, _OTHER):
        for lang in ("zh", "en", None):
            term = Literal(name, language=lang)
            for quad in store.quads_for_pattern(None, predicate, term, DefaultGraph()):
                if isinstance(quad.subject, NamedNode):
                    yield quad.subject.value, predicate == _LABEL


def _sort(found: Iterable[tuple[str, bool]]) -> dict[tuple[str, bool], set[str]]:
    """By whether it is a thing or a concept, and whether by its label or another name."""
    tiers: dict[tuple[str, bool], set[str]] = {}
    for iri, is_label in found:
        space = ENTITY if iri.startswith(ENTITY) else CONCEPT
        if iri.startswith(space):
            tiers.setdefault((space, is_label), set()).add(iri)
    return tiers


def _is_subject(store: Patterns, iri: str) -> bool:
    try:
        node = NamedNode(iri)
    except ValueError:
        return False
    return next(store.quads_for_pattern(node, None, None, DefaultGraph()), None) is not None


def nearest(store: Patterns, name: str, most: int = 5) -> tuple[str, ...]:
    """The labels most like ``name``, best first."""
    wanted = key(name)
    scored: dict[str, float] = {}
    for text, iri, _ in names(store):
        if iri.startswith(ENTITY):
            scored[text] = likeness(wanted, key(text))
    best = sorted(scored, key=lambda text: (-scored[text], text))
    return tuple(text for text in best[:most] if scored[text] > 0.3)


def likeness(wanted: str, other: str) -> float:
    """From 0 to 1; a name inside the other counts more than scattered letters.

    >>> likeness("高新区", "重庆高新区") > likeness("高新区", "高科新港区")
    True
    """
    if not wanted or not other or not set(wanted) & set(other):
        return 0.0
    ratio = SequenceMatcher(None, wanted, other, autojunk=False).ratio()
    return ratio + (1 - ratio) / 2 if wanted in other else ratio
