"""Communities: groups that are tied among themselves more than with others.

In planning words: the clusters that the texts describe, whoever drew the boundaries of the parks.
A group that crosses parks is a cluster that no park plans alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from graph.analysis.network import Network

__all__ = ["Partition", "find_communities"]


@dataclass(frozen=True, slots=True)
class Partition:
    """Groups of two and more, the largest first, and how well they part the network.

    ``modularity`` is the share of ties inside groups beyond what chance would give (Newman and
    Girvan 2004, https://doi.org/10.1103/PhysRevE.69.026113); below about 0.3 there are hardly any
    groups to speak of.
    """

    groups: tuple[tuple[str, ...], ...]
    modularity: float


def find_communities(network: Network) -> Partition:
    """The groups that the Louvain method finds, the same at every run.

    Blondel and others 2008, https://doi.org/10.1088/1742-5468/2008/10/P10008. Things are numbered
    in the order of their IRIs and visited in one fixed order. Things without ties are in no group.
    """
    drawn = network.graph()
    drawn.remove_nodes_from(list(nx.isolates(drawn)))
    if not drawn:
        return Partition((), 0.0)
    names = sorted(drawn)
    numbered = nx.relabel_nodes(drawn, {name: number for number, name in enumerate(names)})
    parts = nx.community.louvain_communities(numbered, seed=0)
    quality = nx.community.modularity(numbered, parts)
    groups = (tuple(names[number] for number in sorted(part)) for part in parts)
    return Partition(tuple(sorted(groups, key=lambda g: (-len(g), g))), round(quality, 6))
