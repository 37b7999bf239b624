"""What the layout analysis finds, as data of the page: gaps, overlaps, strays, ties, weak points.

A picture becomes a :class:`graph.analysis.network.Network`, so that the page tells the same as
``onecity gaps`` and ``onecity network --metrics``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from exports.lanes import in_order
from exports.picture import Picture, Proof
from graph.analysis.cohesion import find_bridges, find_cut_points
from graph.analysis.coverage import cover
from graph.analysis.gap import SOUGHT, find_gaps, find_overlaps, find_strays
from graph.analysis.meaning import explain, meanings
from graph.analysis.network import (
    HUBS,
    PARKS,
    Article,
    Network,
    Quote,
    Thing,
    Tie,
    is_any,
    select,
    sites,
)
from graph.analysis.projection import project

__all__ = ["describe_survey", "to_network"]

#: What the page tells of, by the names of ``meanings.json``.
_MEASURES = ("gap", "overlap", "stray", "projection", "cut", "bridge")
#: Above so many things cut points take longer to find than a page may take to build.
_MANY = 1200
_MOST = 60
#: Ways in which something sought is not stated: fields of a gap.
_LACKS = ("missing", "planned", "inferred")


def to_network(picture: Picture) -> tuple[Network, dict[Tie, int]]:
    """The picture as the analysis sees it, and the number of each tie on the page.

    A relation has its number in the order of the page's links, a post -1 minus its own.
    """
    things = {
        node.iri: Thing(node.iri, node.name.zh, node.cls, node.name.en, node.status)
        for node in sorted(picture.nodes, key=lambda node: node.iri)
    }
    numbers: dict[Tie, int] = {}
    for number, link in enumerate(in_order(picture)):
        if link.style != "claim":
            said = _quotes(link.proofs)
            tie = Tie(link.source, link.target, link.predicate, link.style, "", said)
            numbers.setdefault(tie, number)
    for number, post in enumerate(picture.posts):
        tie = Tie(post.person, post.body, "holds", "stated", post.title, _quotes(post.proofs))
        numbers.setdefault(tie, -1 - number)
    articles = {
        article.iri: Article(article.iri, article.title, article.date, article.publisher)
        for article in picture.articles
    }
    return Network(things, tuple(numbers), articles=articles), numbers


def _quotes(proofs: Iterable[Proof]) -> tuple[Quote, ...]:
    """The first words of each statement."""
    return tuple(
        Quote(proof.article, proof.quotes[0].start, proof.quotes[0].end, proof.quotes[0].exact)
        for proof in proofs
        if proof.quotes
    )


def describe_survey(picture: Picture, index: dict[str, int]) -> dict[str, Any]:
    """All findings, things by their numbers on the page and ties by theirs.

    :param index: numbers of the nodes.
    """
    network, numbers = to_network(picture)
    firm, themed = select(network), select(network, without=HUBS)
    cuts = find_cut_points(firm) if len(network.things) <= _MANY else []
    return {
        "meanings": {name: _meaning(name) for name in _MEASURES},
        "sought": SOUGHT,
        "places": _places(network, index),
        "overlaps": [
            [index[found.theme], [numbers[tie] for ties in found.claims.values() for tie in ties]]
            for found in find_overlaps(themed)[:_MOST]
        ],
        "strays": [index[iri] for iri in find_strays(network)[: 4 * _MOST]],
        "ties": [
            [index[pair.one], index[pair.other], pair.weight, [numbers[t] for t in pair.ties[:40]]]
            for pair in project(themed)[:_MOST]
        ],
        "cuts": [
            [index[cut.thing], cut.lost, [index[iri] for part in cut.parts for iri in part[:20]]]
            for cut in cuts[:12]
        ],
        "bridges": [
            [index[each.one], index[each.other], len(each.part), [numbers[t] for t in each.ties]]
            for each in find_bridges(firm)[:12]
        ],
    }


def _meaning(name: str) -> dict[str, dict[str, str]]:
    told = meanings()["measures"][name]
    return {la: {"name": told[la]["name"], "says": explain(name, la)} for la in ("zh", "en")}


def _places(network: Network, index: dict[str, int]) -> list[dict[str, Any]]:
    """Every zone and park, that of which most is told first, and what it has of what is sought.

    ``held`` has for each class the things tied to the place; ``lacks`` says of a class without a
    stated one whether it is ``planned``, ``inferred`` or not told at all (``missing``).
    """
    gaps = {gap.park: gap for gap in find_gaps(network)}
    near: dict[str, list[Tie]] = {park: [] for park in sites(network, PARKS)}
    for tie in network.ties:
        for end in {tie.source, tie.target} & near.keys():
            near[end].append(tie)
    covered = [
        (cover(network, [tie for tie in ties if tie.kind != "inferred"]), park)
        for park, ties in near.items()
    ]
    found = []
    for coverage, park in sorted(covered, key=lambda row: (-row[0].quotes, row[1])):
        gap = gaps.get(park)
        lacks = {cls: part for part in _LACKS if gap for cls in getattr(gap, part)}
        around = {tie.across(park) for tie in near[park]}
        held = {
            cls: sorted(index[iri] for iri in around if is_any(network.things[iri], (cls,)))
            for cls in SOUGHT
        }
        found.append(
            {
                "place": index[park],
                "held": {cls: numbers for cls, numbers in held.items() if numbers},
                "lacks": lacks,
                "told": [coverage.quotes, coverage.articles, coverage.publishers],
            }
        )
    return found
