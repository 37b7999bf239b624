"""Brokerage: who stands between others, and for whom.

In planning words: a *coordinator* joins bodies of its own park, a *gatekeeper* joins its own park
with another, an *itinerant* joins bodies of one park that is not its own, a *liaison* joins
bodies of two parks neither of which is its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from graph.analysis.network import AREAS, PARKS, Network, is_any

__all__ = ["ROLES", "Brokerage", "find_brokers", "find_homes"]

ROLES = ("coordinator", "gatekeeper", "itinerant", "liaison")
#: Relations that tell where a thing belongs, the surest first; ``^`` from object to subject.
_BELONGING = (
    "locatedIn", "partOf", "affiliatedWith", "establishedBy", "^governedBy", "issuedBy", "holds"
)  # fmt: skip
#: Of each thing the rank of a relation, the negated number of its quotes, and the holder.
_Above = dict[str, list[tuple[int, int, str]]]


@dataclass(frozen=True, slots=True)
class Brokerage:
    """How many pairs a thing joins in each role; ``home`` is the park it belongs to."""

    thing: str
    home: str
    coordinator: int
    gatekeeper: int
    itinerant: int
    liaison: int

    @property
    def across(self) -> int:
        """Pairs that belong to different parks."""
        return self.gatekeeper + self.liaison


def find_homes(network: Network, classes: tuple[str, ...] = (*PARKS, *AREAS)) -> dict[str, str]:
    """The park or area each thing belongs to; a park belongs to itself, some things to none.

    The surest relation decides, then the number of quotes, then the name; what lies in something
    that is no park belongs where that belongs.
    """
    above: _Above = {}
    for tie in network.ties:
        for rank, name in enumerate(_BELONGING):
            if tie.predicate == name:
                above.setdefault(tie.source, []).append((rank, -len(tie.quotes), tie.target))
            elif f"^{tie.predicate}" == name:
                above.setdefault(tie.target, []).append((rank, -len(tie.quotes), tie.source))
    homes = {thing: _climb(network, above, thing, classes) for thing in network.things}
    return {thing: home for thing, home in homes.items() if home}


def _climb(network: Network, above: _Above, start: str, classes: tuple[str, ...]) -> str:
    """The nearest park on the surest way up."""
    seen, level = {start}, [start]
    while level:
        for thing in level:
            if is_any(network.things[thing], classes):
                return thing
        steps = sorted(step for thing in level for step in above.get(thing, ()))
        level = [holder for _, _, holder in steps if holder not in seen]
        seen.update(level)
    return ""


def find_brokers(network: Network, homes: dict[str, str]) -> list[Brokerage]:
    """Things that join pairs which are not tied to each other, by their role, most across first.

    Roles of Gould and Fernandez 1989, https://doi.org/10.2307/270949, with the parks as groups and
    without direction, so that their gatekeeper and representative are one. Things without a home
    are left out. A park or area, which is its own home, is an end and never a broker: that all in a
    park is tied to the park says nothing.

    ::

        home A: a1 ── b ── a2      b joins a1 and a2 as coordinator,
                      │            a1 and c1, a2 and c1 as gatekeeper
        home C:      c1
    """
    drawn = network.graph().subgraph(thing for thing in network.things if thing in homes)
    found = []
    for thing in sorted(node for node in drawn if homes[node] != node):
        counts = dict.fromkeys(ROLES, 0)
        for one, other in combinations(sorted(drawn[thing]), 2):
            if other not in drawn[one]:
                counts[_role(homes[one], homes[thing], homes[other])] += 1
        if any(counts.values()):
            found.append(Brokerage(thing, homes[thing], **counts))
    return sorted(found, key=lambda b: (-b.across, -b.itinerant - b.coordinator, b.thing))


def _role(one: str, own: str, other: str) -> str:
    if one == other:
        return "coordinator" if one == own else "itinerant"
    return "gatekeeper" if own in (one, other) else "liaison"
