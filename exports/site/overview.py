"""The overview: what a reader should see first of a layout."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from exports.picture import Node, Picture, find_homes, page_groups
from exports.tree import grow_tree
from ontology.vocabulary import vocabulary

__all__ = ["Lead", "Overview", "ParkCard", "Rung", "look_over"]

#: Classes of places that get a card.
_PARKS = ("Zone", "Park", "District", "County")
#: Groups of the legend in which readers begin, after the parks.
_BEGIN = ("finance", "policy", "platform", "academia", "alliance", "person")


@dataclass(frozen=True, slots=True)
class ParkCard:
    """A park: what stands in it by group of the legend, and how many relations it has."""

    node: Node
    within: Node | None
    counts: tuple[tuple[str, int], ...]
    links: int


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of the ladder and the things whose last rung it is."""

    status: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Lead:
    """A group of the legend: the things with most relations first, and how many there are."""

    group: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole layout at a glance; ``place`` is what the network page is about too, if any."""

    place: Node | None
    cards: tuple[ParkCard, ...]
    ladder: tuple[Rung, ...]
    leads: tuple[Lead, ...]
    facts: int
    quotes: int


def look_over(picture: Picture) -> Overview:
    """Parks with what stands in them, the ladder of progress, and where to begin."""
    nodes = {node.iri: node for node in picture.nodes}
    degree = _degrees(picture)
    homes = find_homes(picture)
    ranked = sorted(picture.nodes, key=lambda n: (-degree[n.iri], n.name.zh, n.iri))
    leads = (Lead(g, tuple(n for n in ranked if n.group == g)) for g in _BEGIN)
    return Overview(
        nodes.get(grow_tree(picture).top),
        tuple(_cards(nodes, homes, degree)),
        _ladder(ranked),
        tuple(lead for lead in leads if lead.nodes),
        sum(link.style in ("stated", "planned") for link in picture.links) + len(picture.posts),
        _count_quotes(picture),
    )


def _degrees(picture: Picture) -> Counter[str]:
    found: Counter[str] = Counter()
    for link in picture.links:
        if link.style in ("stated", "planned"):
            found.update((link.source, link.target))
    for post in picture.posts:
        found.update((post.person, post.body))
    return found


def _above(homes: dict[str, str], iri: str) -> list[str]:
    found = []
    while iri in homes:
        iri = homes[iri]
        found.append(iri)
    return found


def _cards(nodes: dict[str, Node], homes: dict[str, str], degree: Counter[str]) -> list[ParkCard]:
    """Parks with most in them first."""
    counts: dict[str, Counter[str]] = {}
    for iri in homes:
        for frame in _above(homes, iri):
            counts.setdefault(frame, Counter())[nodes[iri].group] += 1
    order = list(page_groups())
    cards = []
    for iri, node in nodes.items():
        if vocabulary().is_any(node.cls, _PARKS):
            inside = counts.get(iri, Counter())
            told = tuple((group, inside[group]) for group in order if inside[group])
            cards.append(ParkCard(node, nodes.get(homes.get(iri, "")), told, degree[iri]))
    return sorted(
        cards,
        key=lambda c: (-sum(n for _, n in c.counts) - c.links, c.node.name.zh, c.node.iri),
    )


def _ladder(nodes: list[Node]) -> tuple[Rung, ...]:
    rungs = (status.name for status in vocabulary().scheme("statuses"))
    found = (Rung(rung, tuple(n for n in nodes if n.status == rung)) for rung in rungs)
    return tuple(rung for rung in found if rung.nodes)


def _count_quotes(picture: Picture) -> int:
    told = [node.proofs + node.status_proofs for node in picture.nodes]
    told += [link.proofs for link in picture.links]
    told += [post.proofs for post in picture.posts]
    told += [number.proofs for number in picture.numbers]
    return len({(p.article, q.start, q.end) for proofs in told for p in proofs for q in p.quotes})
