"""Routes: the shortest ways between two things, with the words behind each step.

In planning words: through whom one body reaches another. A way is as good as its weakest step,
so each step carries all ties of its pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from graph.analysis.network import HUBS, KINDS, Network, Tie, pair, pairs, select

__all__ = ["Step", "find_routes"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way, from ``source`` to ``target``, and the ties between them.

    Stated ties come before planned ones, and those that point the way one walks before the others.
    """

    source: str
    target: str
    ties: tuple[Tie, ...]

    @property
    def forward(self) -> bool:
        """Whether the first tie points the way one walks."""
        return self.ties[0].source == self.source


def find_routes(
    network: Network,
    one: str,
    other: str,
    most: int = 3,
    without: tuple[str, ...] = HUBS,
) -> list[tuple[Step, ...]]:
    """Up to ``most`` shortest ways between two things, none when nothing connects them.

    Ways by Yen 1971, https://doi.org/10.1287/mnsc.17.11.712, as networkx has them.

    :param one: an IRI of the network, as ``other``.
    :param without: classes through which no way leads; cities, provinces and regions unless said.
    """
    kept = select(network, KINDS, without, keep=(one, other))
    tied = pairs(kept.ties)
    try:
        ways = list(islice(nx.shortest_simple_paths(kept.graph(), one, other), most))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []
    return [tuple(_step(tied, *ends) for ends in pairwise(way)) for way in ways]


def _step(tied: dict[tuple[str, str], list[Tie]], source: str, target: str) -> Step:
    ties = tied[pair(source, target)]
    order = sorted(
        ties, key=lambda t: (KINDS.index(t.kind), t.source != source, t.predicate, t.title)
    )
    return Step(source, target, tuple(order))
