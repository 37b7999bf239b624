"""Centrality: how each thing stands in the network.

In planning words: ``degree`` is with how many others it is said to work; ``core`` how deep in the
thick of it it stands; ``betweenness`` how often the shortest way between two others leads through
it; ``constraint`` how much its partners only know each other (low: it spans a gap).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum

import networkx as nx

from graph.analysis.network import Network

__all__ = ["EXACT", "PIVOTS", "Standing", "measure"]

#: Largest network in which every thing is a start of shortest ways.
EXACT = 1_000
#: How many starts stand for all in a larger one.
PIVOTS = 200


@dataclass(frozen=True, slots=True)
class Standing:
    """Measures of one thing; the network is taken without direction and without weights.

    - ``degree``: number of things tied to it
    - ``core``: the largest k of a part in which each has k ties to the others of that part
      (Seidman 1983, https://doi.org/10.1016/0378-8733(83)90028-X)
    - ``betweenness``: share of shortest ways between all other pairs that lead through it, 0 to 1
      (Freeman 1977, https://doi.org/10.2307/3033543; reckoned as Brandes 2001,
      https://doi.org/10.1080/0022250X.2001.9990249)
    - ``constraint``: sum over partners j of (p_ij + sum over q of p_iq p_qj) squared, p_ij = 1 /
      degree of i (Burt 1992, *Structural Holes*, equation 2.4); None for a thing without ties
    """

    thing: str
    degree: int
    core: int
    betweenness: float
    constraint: float | None


def measure(network: Network) -> list[Standing]:
    """How each thing stands, the highest betweenness first.

    Above ``EXACT`` things, betweenness is reckoned from ``PIVOTS`` evenly chosen starts and scaled
    up (Brandes and Pich 2007, https://doi.org/10.1142/S0218127407018403): ranks hold, decimals
    do not.
    """
    drawn = network.graph()
    between, cores = _betweenness(drawn), nx.core_number(drawn)
    near = {node: set(drawn[node]) for node in drawn}
    found = [
        Standing(node, drawn.degree(node), cores[node], between[node], _constraint(near, node))
        for node in drawn
    ]
    return sorted(found, key=lambda s: (-s.betweenness, -s.degree, s.thing))


def _betweenness(drawn: nx.Graph[str]) -> dict[str, float]:
    size = len(drawn)
    if size <= EXACT:
        found = nx.betweenness_centrality(drawn)
    else:
        starts = [node for index, node in enumerate(drawn) if index * PIVOTS % size < PIVOTS]
        raw = nx.betweenness_centrality_subset(drawn, starts, list(drawn))
        scale = 2 * size / len(starts) / ((size - 1) * (size - 2))
        found = {node: value * scale for node, value in raw.items()}
    return {node: round(value, 6) for node, value in found.items()}


def _constraint(near: dict[str, set[str]], node: str) -> float | None:
    """Burt's constraint without weights; networkx reckons the same, only slowly for hubs."""
    around = near[node]
    if not around:
        return None
    share = 1 / len(around)
    parts = (
        share + share * fsum(1 / len(near[q]) for q in around & near[other]) for other in around
    )
    return round(fsum(part * part for part in parts), 6)
