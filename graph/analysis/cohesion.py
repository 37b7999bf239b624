"""Cohesion: what holds the network together, and what falls apart without it.

In planning words: a *bridge* is the only tie between two parts of the layout; a *cut point* is
the only body through which a part is reached. Whoever plans redundancy begins there.
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from graph.analysis.network import Network, Tie, pairs

__all__ = ["Bridge", "CutPoint", "find_bridges", "find_cut_points", "find_pieces"]


@dataclass(frozen=True, slots=True)
class Bridge:
    """A pair whose tie is the only link between ``part`` (the smaller side) and the rest.

    ``ties`` are the relations of the pair: with one quote behind them, one sentence holds it.
    """

    one: str
    other: str
    ties: tuple[Tie, ...]
    part: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CutPoint:
    """A thing without which ``parts`` fall off what remains, the largest first.

    The largest piece that remains is no part.
    """

    thing: str
    parts: tuple[tuple[str, ...], ...]

    @property
    def lost(self) -> int:
        """How many things are cut off."""
        return sum(map(len, self.parts))


def find_pieces(drawn: nx.Graph[str]) -> list[tuple[str, ...]]:
    """The connected pieces of a graph, the largest first."""
    found = (tuple(sorted(piece)) for piece in nx.connected_components(drawn))
    return sorted(found, key=lambda piece: (-len(piece), piece))


def find_bridges(network: Network) -> list[Bridge]:
    """Ties whose loss parts the network, those that part most first.

    Bridges by Tarjan 1974, https://doi.org/10.1016/0020-0190(74)90003-9, as networkx has them;
    what lies on which side is read from the tree that bridges make of the pieces between them.

    ::

        a──b      d──e      f–c is the only bridge; of two sides of
        │ ╱       │ ╱       one size the first by name is the rest, so {d e f} is its part
        c ─────── f
    """
    drawn, tied = network.graph(), pairs(network.ties)
    edges = sorted((min(edge), max(edge)) for edge in nx.bridges(drawn))
    whole = drawn.copy()
    whole.remove_edges_from(edges)
    inside = {node: piece for piece in find_pieces(whole) for node in piece}
    tree: nx.Graph[tuple[str, ...]] = nx.Graph()
    tree.add_nodes_from(sorted(set(inside.values())))
    tree.add_edges_from((inside[one], inside[other]) for one, other in edges)
    below = _below(tree)
    total = {node: piece for piece in find_pieces(drawn) for node in piece}
    found = []
    for one, other in edges:
        ends = inside[one], inside[other]
        side = min((below[end] for end in ends), key=len)
        part = tuple(sorted(side))
        if 2 * len(part) >= len(total[one]):
            rest = tuple(sorted(set(total[one]).difference(side)))
            part = sorted((part, rest), key=lambda nodes: (-len(nodes), nodes))[1]
        found.append(Bridge(one, other, tuple(tied[one, other]), part))
    return sorted(found, key=lambda bridge: (-len(bridge.part), bridge.one, bridge.other))


def _below(tree: nx.Graph[tuple[str, ...]]) -> dict[tuple[str, ...], list[str]]:
    """What hangs on each node of a forest, itself included, seen from the first of its tree."""
    below: dict[tuple[str, ...], list[str]] = {}
    for piece in nx.connected_components(tree):
        root = min(piece)
        above = dict(nx.bfs_predecessors(tree, root))
        for node in nx.dfs_postorder_nodes(tree, root):
            below.setdefault(node, []).extend(node)
            if node in above:
                below.setdefault(above[node], []).extend(below[node])
    return below


def find_cut_points(network: Network) -> list[CutPoint]:
    """Things whose loss parts the network, those that cut off most first.

    Articulation points by Hopcroft and Tarjan 1973, https://doi.org/10.1145/362248.362272, as
    networkx has them.
    """
    drawn = network.graph()
    found = []
    for piece in find_pieces(drawn):
        inside: nx.Graph[str] = drawn.subgraph(piece).copy()
        for thing in sorted(nx.articulation_points(inside)):
            around = sorted(inside[thing])
            inside.remove_node(thing)
            found.append(CutPoint(thing, tuple(find_pieces(inside)[1:])))
            inside.add_node(thing)
            inside.add_edges_from((thing, other) for other in around)
    return sorted(found, key=lambda cut: (-cut.lost, cut.thing))
