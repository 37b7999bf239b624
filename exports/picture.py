"""The picture: everything the network page shows, as plain values without a store behind it.

A :class:`Picture` is filled by :mod:`exports.picture_reader` from a store, or by hand in tests.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import networkx as nx

from ontology.vocabulary import vocabulary

__all__ = [
    "Article",
    "Link",
    "Name",
    "Node",
    "Number",
    "Picture",
    "Post",
    "Proof",
    "Quote",
    "can_frame",
    "find_homes",
    "is_city",
    "link_graph",
    "page_groups",
    "page_words",
]


@dataclass(frozen=True, slots=True)
class Name:
    """A label in Chinese and, where known, in English."""

    zh: str
    en: str = ""

    def of(self, language: str) -> str:
        """The label in ``language``, else the other one.

        >>> Name("重庆大学", "Chongqing University").of("en"), Name("西永微电园").of("en")
        ('Chongqing University', '西永微电园')
        """
        return (self.en or self.zh) if language == "en" else (self.zh or self.en)


@dataclass(frozen=True, slots=True)
class Article:
    """A source text."""

    iri: str
    title: str
    date: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of an article with up to 12 characters on either side."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0
    end: int = 0
    role: str = "predicate"


@dataclass(frozen=True, slots=True)
class Proof:
    """One statement behind a fact: where it stands, who says it, in which words."""

    article: str
    quotes: tuple[Quote, ...]
    speaker: str = ""
    confidence: float = 1.0
    modality: str = "asserted"


@dataclass(frozen=True, slots=True)
class Node:
    """An entity. ``cls`` and ``status`` are local names; no status is said where it is empty."""

    iri: str
    name: Name
    cls: str
    aliases: tuple[str, ...] = ()
    status: str = ""
    proofs: tuple[Proof, ...] = ()
    status_proofs: tuple[Proof, ...] = ()

    @property
    def group(self) -> str:
        """The legend group that the vocabulary gives the class; ``other`` for an unknown one."""
        known = vocabulary().classes.get(self.cls)
        return known.group if known and known.group in page_groups() else "other"

    @property
    def badge(self) -> str:
        """One character: that of the class where the group says so, else that of the group."""
        group = page_groups()[self.group]
        own = group["badges"] == "class" and self.cls in vocabulary().classes
        return vocabulary().badge(self.cls) if own else str(group["badge"])


@dataclass(frozen=True, slots=True)
class Link:
    """A relation. ``style`` is ``stated``, ``planned``, ``inferred`` or ``claim``.

    A ``claim`` (negated, hypothetical, denied) is shown among the quotes and never drawn.
    """

    source: str
    target: str
    predicate: str
    style: str = "stated"
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Number:
    """An observation: ``text`` as written, ``value`` a decimal in base units as text."""

    node: str
    indicator: Name
    text: str
    value: str = ""
    unit: str = ""
    as_of: str = ""
    approximator: str = ""
    modality: str = "asserted"
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """Who holds which title in which body."""

    person: str
    body: str
    title: str
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes and all that is known of them."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...] = ()
    numbers: tuple[Number, ...] = ()
    posts: tuple[Post, ...] = ()
    articles: tuple[Article, ...] = ()


@lru_cache(maxsize=1)
def page_words() -> dict[str, Any]:
    """The page's own words and rules, read once from ``page/strings.json``.

    >>> sorted(page_words()["ui"]["zh"]) == sorted(page_words()["ui"]["en"])
    True
    """
    text = files("exports").joinpath("page", "strings.json").read_text(encoding="utf-8")
    words: dict[str, Any] = json.loads(text)
    return words


@lru_cache(maxsize=1)
def page_groups() -> dict[str, dict[str, Any]]:
    """Legend groups in the order of the page: names and colours of the vocabulary, our traits.

    A colour triple is fill, edge and ink; strong groups swap fill and edge.

    >>> page_groups()["person"]["chip"], page_groups()["person"]["zh"]
    (True, '人物')
    """
    words = vocabulary()
    found: dict[str, dict[str, Any]] = {}
    for trait in page_words()["groups"]:
        group = words.groups[trait["id"]]
        light = [group.light_fill, group.light_border, group.light_border]
        dark = [group.dark_fill, group.dark_border, group.dark_border]
        found[group.name] = {
            "frame": False,
            "place": False,
            "chip": False,
            "strong": False,
            "badges": "",
            **trait,
            "badge": words.badge(trait["head"]),
            "zh": group.labels["zh"],
            "en": group.labels["en"],
            "light": light,
            "dark": dark,
        }
    return found


def is_city(node: Node) -> bool:
    """Whether the node may frame the whole board."""
    return node.cls in page_words()["cities"]


def can_frame(node: Node) -> bool:
    """Whether cards may stand inside the node."""
    return bool(page_groups()[node.group]["frame"]) or node.cls in page_words()["frames"]


def link_graph(picture: Picture) -> nx.MultiDiGraph[str]:
    """Stated and planned links and posts as a networkx graph, keys being the predicates."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(sorted(node.iri for node in picture.nodes))
    for link in picture.links:
        if link.style in {"stated", "planned"}:
            graph.add_edge(link.source, link.target, key=link.predicate)
    for post in picture.posts:
        graph.add_edge(post.person, post.body, key="holds")
    return graph


def find_homes(picture: Picture) -> dict[str, str]:
    """One parent per node: the frame in which its card stands.

    Rules are tried in the order of ``home`` in ``page/strings.json``; a place nearer than the
    city wins over the city. A parent that is no frame hands its children to its own home.
    Roots have no entry, and the result never holds a cycle.

    >>> city = Node("c", Name("某市"), "City")
    >>> zone = Node("z", Name("某高新区"), "HighTechZone")
    >>> laboratory = Node("l", Name("某实验室"), "Laboratory")
    >>> find_homes(Picture((city, zone, laboratory),
    ...     (Link("z", "c", "locatedIn"), Link("l", "c", "locatedIn"),
    ...      Link("l", "z", "establishedBy"))))
    {'l': 'z', 'z': 'c'}
    """
    rules = page_words()["home"]
    nodes = {node.iri: node for node in picture.nodes}
    place = {node.iri: page_groups()[node.group]["place"] for node in picture.nodes}
    graph = link_graph(picture)
    homes: dict[str, str] = {}
    settled: set[str] = set()

    def settle(iri: str, trail: frozenset[str]) -> str | None:
        if iri in settled or iri in trail or len(trail) > 20 or is_city(nodes[iri]):
            return homes.get(iri)
        ranked = []
        for rank, parent in _parents(graph, iri, rules):
            frame = parent
            if not can_frame(nodes[parent]):
                frame = settle(parent, trail | {iri}) or ""
            if frame and frame != iri and not _above(homes, frame, iri):
                wide = is_city(nodes[frame]) and not place[iri]
                ranked.append((wide, rank, frame != parent, -graph.degree(frame), frame))
        if ranked:
            homes[iri] = min(ranked)[-1]
        settled.add(iri)
        return homes.get(iri)

    for node in sorted(picture.nodes, key=lambda n: n.iri):
        settle(node.iri, frozenset())
    return dict(sorted(homes.items()))


def _parents(
    graph: nx.MultiDiGraph[str], iri: str, rules: list[list[str]]
) -> Iterator[tuple[int, str]]:
    """Parents of ``iri`` with the rank of the rule that proposes them; ``only`` needs one alone."""
    for rank, (predicate, direction) in enumerate(rules):
        if direction == "out":
            found = sorted({o for _, o, key in graph.out_edges(iri, keys=True) if key == predicate})
        else:
            found = sorted({s for s, _, key in graph.in_edges(iri, keys=True) if key == predicate})
        if direction == "only" and len(found) != 1:
            continue
        for parent in found:
            yield rank, parent


def _above(homes: dict[str, str], start: str, wanted: str) -> bool:
    """Whether ``wanted`` is ``start`` or one of the homes above it."""
    here: str | None = start
    while here is not None:
        if here == wanted:
            return True
        here = homes.get(here)
    return False
