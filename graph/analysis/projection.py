"""The projection: parks tied to parks by what they share.

The network of parks and things is folded onto the parks alone (a one-mode projection). In
planning words: two parks that share an institution, a person, an alliance or an industry have
something to talk about; the more exclusive what they share, the closer they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

from graph.analysis.network import AREAS, PARKS, Network, Thing, Tie, is_any, pairs, sites

__all__ = ["GROUPS", "ParkTie", "Shared", "project", "sharing_group"]

#: What parks can share, by the classes that make it; the first that fits counts.
GROUPS: dict[str, tuple[str, ...]] = {
    "alliance": ("Alliance",),
    "person": ("Person",),
    "industry": ("Industry", "ResearchField"),
    "money": ("Fund", "FinancialProduct"),
    "policy": ("Policy",),
    "institution": ("Organization", "Platform"),
    "project": ("Project", "Event"),
    "title": ("Designation",),
}


@dataclass(frozen=True, slots=True)
class Shared:
    """A thing that two parks share: which, what it is to planners, the ties that say so."""

    thing: str
    group: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class ParkTie:
    """Two parks: what they share, what is said of them directly, and how close that makes them.

    ``weight`` is the sum of 1/(n−1) over what is shared, n being how many parks share it (Newman
    2001, https://doi.org/10.1103/PhysRevE.64.016132, equation 2): what two parks alone share
    counts 1, what eleven share counts 0.1. A direct tie counts 1.
    """

    one: str
    other: str
    shared: tuple[Shared, ...]
    direct: tuple[Tie, ...]
    weight: float

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Every tie behind this one, so that :func:`graph.analysis.coverage.cover` can count."""
        return (*self.direct, *(tie for shared in self.shared for tie in shared.ties))


def sharing_group(thing: Thing) -> str:
    """What a shared thing is to planners, a key of ``GROUPS``; empty for places and the like.

    >>> sharing_group(Thing("x", "某联盟", "Alliance")), sharing_group(Thing("y", "某市", "City"))
    ('alliance', '')
    """
    return next((name for name, classes in GROUPS.items() if is_any(thing, classes)), "")


def project(network: Network, classes: tuple[str, ...] = (*PARKS, *AREAS)) -> list[ParkTie]:
    """Every pair of parks that share something or are tied directly, the closest first.

    Give it a network that still has industries: ``select(network, without=HUBS)``.

    ::

        A park ── U university ── B park      A–B share U (1 of 2 parks: weight 1)
        A park ── I industry ── B park        A–B, A–C, B–C share I (3 parks: weight 1/2)
                  I industry ── C park
    """
    parks = set(sites(network, classes))
    tied = pairs(network.ties)
    hosts: dict[str, list[str]] = {}
    for one, other in sorted(tied):
        for thing, park in ((one, other), (other, one)):
            if park in parks and thing not in parks:
                hosts.setdefault(thing, []).append(park)
    shared: dict[tuple[str, str], list[Shared]] = {}
    weights: dict[tuple[str, str], float] = {}
    for thing, around in sorted(hosts.items()):
        group = sharing_group(network.things[thing])
        if not group:
            continue
        for ends in combinations(sorted(around), 2):
            ties = tuple(tie for park in ends for tie in tied[min(park, thing), max(park, thing)])
            shared.setdefault(ends, []).append(Shared(thing, group, ties))
            weights[ends] = weights.get(ends, 0.0) + 1 / (len(around) - 1)
    direct = {ends: tuple(ties) for ends, ties in tied.items() if parks.issuperset(ends)}
    found = [
        ParkTie(
            *ends,
            tuple(shared.get(ends, ())),
            direct.get(ends, ()),
            round(weights.get(ends, 0.0) + (ends in direct), 6),
        )
        for ends in sorted(shared.keys() | direct.keys())
    ]
    return sorted(found, key=lambda tie: (-tie.weight, tie.one, tie.other))
