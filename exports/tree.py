"""The containment tree: which node stands in which frame of the network page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exports.picture import Node, Picture, find_homes, is_city, page_groups

__all__ = ["Tree", "grow_tree"]


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes by their homes. ``top`` is the city whose zones fill the board, or empty."""

    nodes: dict[str, Node]
    children: dict[str, tuple[str, ...]]
    roots: tuple[str, ...]
    top: str
    rank: dict[str, int]
    chips: frozenset[str]

    def is_frame(self, iri: str) -> bool:
        """Whether anything stands inside the node."""
        return bool(self.children.get(iri))

    def inside(self, iri: str) -> list[str]:
        """Everything below ``iri``, parents before children."""
        found: list[str] = []
        waiting = list(reversed(self.children.get(iri, ())))
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting.extend(reversed(self.children.get(here, ())))
        return found

    def zones(self) -> list[str]:
        """The frames that share out the board, the largest first."""
        candidates = self.children[self.top] if self.top else self.roots
        frames = [iri for iri in candidates if self.is_frame(iri)]
        return sorted(frames, key=lambda i: (-len(self.inside(i)), self.rank[i], i))


def grow_tree(picture: Picture) -> Tree:
    """The containment tree that :func:`exports.picture.find_homes` gives."""
    groups = page_groups()
    order = {name: place for place, name in enumerate(groups)}
    nodes = {node.iri: node for node in picture.nodes}
    sequence = sorted(nodes, key=lambda i: (order[nodes[i].group], nodes[i].name.zh, i))
    rank = {iri: place for place, iri in enumerate(sequence)}
    homes = find_homes(picture)
    children: dict[str, list[str]] = {}
    for iri in sequence:
        if iri in homes:
            children.setdefault(homes[iri], []).append(iri)
    chips = frozenset(name for name, group in groups.items() if group["chip"])
    fixed = {iri: tuple(below) for iri, below in children.items()}
    roots = tuple(iri for iri in sequence if iri not in homes)
    tree = Tree(nodes, fixed, roots, "", rank, chips)
    cities = [iri for iri in roots if any(tree.is_frame(below) for below in fixed.get(iri, ()))]
    cities = [iri for iri in cities if groups[nodes[iri].group]["place"]]
    if not cities:
        return tree
    top = min(cities, key=lambda i: (not is_city(nodes[i]), -len(tree.inside(i)), rank[i]))
    return replace(tree, top=top)
