"""The containment tree: which node stands in which frame of the network page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exports.picture import Node, Picture, find_homes, is_city, page_groups, page_words

__all__ = ["Tree", "grow_tree"]


@dataclass(frozen=True, slots=True)
class Tree:
    """Nodes by their homes.

    ``top`` is the city that the board is about, or empty. ``enclosed`` says that most of what is
    framed stands in it by the facts, so that it may frame the board; else it only heads it.
    """

    nodes: dict[str, Node]
    children: dict[str, tuple[str, ...]]
    roots: tuple[str, ...]
    top: str
    rank: dict[str, int]
    chips: frozenset[str]
    enclosed: bool = False

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
        """The frames that share out the board, the largest first: the city's own and the rest."""
        frames = [iri for iri in self.children.get(self.top, ()) if self.is_frame(iri)]
        frames += [iri for iri in self.roots if iri != self.top and self.is_frame(iri)]
        return sorted(frames, key=lambda i: (-len(self.inside(i)), self.rank[i], i))

    def is_strong(self, iri: str) -> bool:
        """Whether the node is drawn in full colour: zones and the city of the board."""
        return iri == self.top or bool(page_groups()[self.nodes[iri].group]["strong"])


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
    tree = replace(tree, top=_find_city(tree))
    zones = tree.zones()
    mine = set(tree.children.get(tree.top, ())).intersection(zones)
    size = {iri: len(tree.inside(iri)) for iri in zones}
    enclosed = bool(mine) and sum(size[iri] for iri in mine) >= 0.6 * sum(size.values())
    return replace(tree, enclosed=enclosed)


def _find_city(tree: Tree) -> str:
    """The city, else another place with zones, that holds most and whose name most names bear.

    It must outweigh all others together: a board of many cities has no head.
    """
    suffixes = tuple(page_words()["suffixes"])

    def weight(iri: str) -> int:
        node = tree.nodes[iri]
        forms = {node.name.zh, *node.aliases}
        forms |= {form[:-1] for form in forms if form.endswith(suffixes)}
        forms = {form for form in forms if len(form) > 1}
        named = sum(any(form in other.name.zh for form in forms) for other in tree.nodes.values())
        return 2 * len(tree.inside(iri)) + named - 1

    found: list[tuple[bool, int, int, str]] = []
    for iri in tree.roots:
        node = tree.nodes[iri]
        holds = any(tree.is_frame(below) for below in tree.children.get(iri, ()))
        if is_city(node) or (holds and page_groups()[node.group]["place"]):
            found.append((not is_city(node), -weight(iri), tree.rank[iri], iri))
    if not found:
        return ""
    best = min(found)
    # Where several cities share the board none may head it.
    total = sum(weighed for _, weighed, _, _ in found)
    return best[-1] if best[1] <= -3 and 2 * best[1] <= total else ""
