"""The scenario: what would fall apart, or come together, if the layout were another.

In planning words: remove a university, an alliance or one tie and see which parks lose each
other; add a tie and see whom it brings within reach.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

import networkx as nx

from graph.analysis.cohesion import find_pieces
from graph.analysis.network import Network, Thing, Tie, pair, sites

__all__ = ["Outcome", "Reach", "Shape", "suppose"]


@dataclass(frozen=True, slots=True)
class Shape:
    """A network in four numbers: things, pieces, things of the largest piece, parks that reach
    each other (pairs).
    """

    things: int
    pieces: int
    largest: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Two parks and the steps between them before and after; None where no way leads."""

    one: str
    other: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change comes to.

    ``fallen``: pieces that were joined to something larger before, the largest first; ``changed``:
    parks that reach each other in fewer or more steps, or not at all, the lost first.
    """

    before: Shape
    after: Shape
    fallen: tuple[tuple[str, ...], ...]
    changed: tuple[Reach, ...]


def suppose(
    network: Network,
    without: Collection[str] = (),
    untied: Iterable[tuple[str, str]] = (),
    tied: Iterable[tuple[str, str]] = (),
    new: Iterable[Thing] = (),
) -> Outcome:
    """What happens to the network without some things or ties, and with others.

    ::

        A ── U ── B ── C      without U: A is cut off; A–B and A–C are lost.
                              without U and with A–C tied: A–C 1 step instead of 3, A–B 2 as before

    :param without: IRIs of things to take out.
    :param untied: pairs whose ties are taken away.
    :param tied: pairs that get a tie; ``new`` things may be among them.
    """
    gone, cut = frozenset(without), {pair(*ends) for ends in untied}
    things = network.things | {thing.iri: thing for thing in new}
    kept = {iri: thing for iri, thing in sorted(things.items()) if iri not in gone}
    ties = (
        *(tie for tie in network.ties if pair(tie.source, tie.target) not in cut),
        *(Tie(*ends, "supposed", "supposed") for ends in tied),
    )
    ties = tuple(tie for tie in ties if tie.source in kept and tie.target in kept)
    after = replace(network, things=kept, ties=ties)
    before, later = network.graph(), after.graph()
    steps = [_steps(drawn, sites(side)) for drawn, side in ((before, network), (later, after))]
    return Outcome(
        _shape(before, steps[0]),
        _shape(later, steps[1]),
        tuple(_fallen(before, later)),
        tuple(_changed(steps[0], steps[1], gone)),
    )


def _steps(drawn: nx.Graph[str], parks: list[str]) -> dict[tuple[str, str], int]:
    found = {}
    for park in parks:
        far = nx.single_source_shortest_path_length(drawn, park)
        found.update(
            {(park, other): far[other] for other in parks if park < other and other in far}
        )
    return found


def _shape(drawn: nx.Graph[str], steps: dict[tuple[str, str], int]) -> Shape:
    pieces = find_pieces(drawn)
    return Shape(len(drawn), len(pieces), len(pieces[0]) if pieces else 0, len(steps))


def _fallen(before: nx.Graph[str], after: nx.Graph[str]) -> Iterable[tuple[str, ...]]:
    """Pieces that the change parts from a larger one."""
    old = {node: number for number, piece in enumerate(find_pieces(before)) for node in piece}
    seen = set[int]()
    for piece in find_pieces(after):  # the largest of each old piece comes first and has not fallen
        origins = {old[node] for node in piece if node in old}
        if origins and origins <= seen:
            yield piece
        seen |= origins


def _changed(
    before: dict[tuple[str, str], int],
    after: dict[tuple[str, str], int],
    gone: frozenset[str],
) -> list[Reach]:
    found = [
        Reach(*ends, before.get(ends), after.get(ends))
        for ends in sorted(before.keys() | after.keys())
        if before.get(ends) != after.get(ends) and not gone.intersection(ends)
    ]
    return sorted(found, key=lambda r: (r.after is not None, r.before is not None, r.one, r.other))
