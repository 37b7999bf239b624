"""The page's gaps: of which places the articles tell no platform, fund, policy or university.

With each place stands how much text is behind what is told of it, because what the articles do
not say may still be there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from exports.lanes import in_order
from exports.picture import Picture, Proof, page_groups
from exports.tree import Tree

__all__ = ["describe_gaps"]

#: Legend groups that a zone or park may be expected to have.
KINDS = ("platform", "academia", "finance", "policy")
_PLACES = ("zone", "park", "region")


def describe_gaps(
    picture: Picture, tree: Tree, index: dict[str, int], proofs: dict[Proof, int]
) -> dict[str, Any]:
    """What each place has of :data:`KINDS`, industries that several claim, platforms without place.

    :param index: numbers of the nodes. :param proofs: numbers of the statements that are shown.
    """
    near = _near(picture)
    places = [
        iri
        for iri in sorted(tree.nodes, key=lambda i: (-len(tree.inside(i)), tree.rank[i]))
        if tree.nodes[iri].group in _PLACES
        and iri != tree.top
        and (tree.is_frame(iri) or tree.nodes[iri].group != "region")
    ]
    said = _said(picture)
    return {
        "kinds": KINDS,
        "places": [_place(iri, picture, tree, index, near, said, proofs) for iri in places],
        "overlaps": _overlaps(picture, tree, index),
        "homeless": [
            index[iri] for iri in sorted(tree.roots) if tree.nodes[iri].group == "platform"
        ],
    }


def _near(picture: Picture) -> dict[str, set[str]]:
    """What any stated or planned relation joins to each node."""
    near: dict[str, set[str]] = {node.iri: set() for node in picture.nodes}
    for link in picture.links:
        if link.style in {"stated", "planned"}:
            near[link.source].add(link.target)
            near[link.target].add(link.source)
    return near


def _said(picture: Picture) -> dict[str, list[Proof]]:
    """The statements about each node."""
    said: dict[str, list[Proof]] = {node.iri: [*node.status_proofs] for node in picture.nodes}
    for link in picture.links:
        for iri in {link.source, link.target}:
            said[iri] += link.proofs
    for number in picture.numbers:
        said[number.node] += number.proofs
    for post in picture.posts:
        said[post.body] += post.proofs
    return said


def _place(
    iri: str,
    picture: Picture,
    tree: Tree,
    index: dict[str, int],
    near: dict[str, set[str]],
    said: dict[str, list[Proof]],
    proofs: dict[Proof, int],
) -> dict[str, Any]:
    inside = set(tree.inside(iri))
    found = inside | near[iri]
    held = {
        kind: sorted(index[other] for other in found if tree.nodes[other].group == kind)
        for kind in KINDS
    }
    behind = list(dict.fromkeys(proof for below in [iri, *sorted(inside)] for proof in said[below]))
    quoted = [proof for proof in behind if proof.quotes]
    publishers = {article.iri: article.publisher or article.iri for article in picture.articles}
    articles = {proof.article for proof in quoted}
    return {
        "place": index[iri],
        "held": {kind: numbers for kind, numbers in held.items() if numbers},
        "articles": len(articles),
        "sources": len({publishers.get(article, article) for article in articles}),
        "sentences": len({(p.article, p.quotes[0].start) for p in quoted}),
        "proofs": [proofs[proof] for proof in quoted[:8] if proof in proofs],
    }


def _overlaps(
    picture: Picture, tree: Tree, index: dict[str, int]
) -> list[tuple[int, tuple[int, ...]]]:
    """Industries that two or more places work on, the most claimed first, with their links."""
    frames = {name for name, group in page_groups().items() if group["frame"]}
    claims: dict[str, dict[str, int]] = {}
    for number, link in enumerate(in_order(picture)):
        placed = tree.nodes[link.source].group in frames
        if link.predicate == "focusesOn" and link.style in {"stated", "planned"} and placed:
            claims.setdefault(link.target, {}).setdefault(link.source, number)
    shared = ((iri, sorted(found.values())) for iri, found in claims.items() if len(found) > 1)
    ordered: Iterable[tuple[str, list[int]]] = sorted(
        shared, key=lambda pair: (-len(pair[1]), tree.rank[pair[0]])
    )
    return [(index[iri], tuple(numbers)) for iri, numbers in ordered]
