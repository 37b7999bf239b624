"""Gaps and overlaps: what a park is not told to have, what many claim, what belongs to no park.

In planning words: where to look, not what is missing. The articles do not say so; that does not
mean there is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis.brokerage import find_homes
from graph.analysis.meaning import meanings
from graph.analysis.network import PARKS, Network, Tie, is_any, sites

__all__ = ["SOUGHT", "Gap", "Overlap", "find_gaps", "find_overlaps", "find_strays"]

#: What a zone or park is looked at for, by class.
SOUGHT = ("Laboratory", "Fund", "Policy", "University")
#: Relations that put a thing inside another; of inferred ties only these count.
_INSIDE = ("locatedIn", "partOf")


@dataclass(frozen=True, slots=True)
class Gap:
    """A park and, of the classes sought, those of which it is said to have none.

    ``missing``: nothing at all is told. ``planned``: only plans or targets tell of it.
    ``inferred``: it follows from what is told of a part of the park. ``counted``: a number tells
    that there are some, and none is named. ``ties``: all that is told of the park, for the
    coverage.
    """

    park: str
    missing: tuple[str, ...]
    planned: tuple[str, ...]
    inferred: tuple[str, ...]
    counted: tuple[str, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Overlap:
    """An industry or field and the parks that claim it, each by its ties."""

    theme: str
    claims: dict[str, tuple[Tie, ...]]


def find_gaps(network: Network, sought: tuple[str, ...] = SOUGHT) -> list[Gap]:
    """Zones and parks of which some of what is sought is not stated, the emptiest first.

    Give it the whole network: stated, planned and inferred ties are told apart here.
    """
    near: dict[str, list[Tie]] = {}
    for tie in network.ties:
        if tie.kind != "inferred" or tie.predicate in _INSIDE:
            near.setdefault(tie.source, []).append(tie)
            near.setdefault(tie.target, []).append(tie)
    found, numbers = [], _counted(network, sought)
    for park in sites(network, PARKS):
        ties = near.get(park, [])
        kinds = {cls: _kinds(network, park, ties, cls) for cls in sought}
        lacking = [cls for cls in sought if "stated" not in kinds[cls]]
        if lacking:
            planned = tuple(c for c in lacking if kinds[c] & {"planned", "target"})
            inferred = tuple(c for c in lacking if kinds[c] == {"inferred"})
            counted = tuple(c for c in lacking if (park, c) in numbers and c not in planned)
            inferred = tuple(c for c in inferred if c not in counted)
            missing = tuple(c for c in lacking if not kinds[c] and c not in counted)
            found.append(Gap(park, missing, planned, inferred, counted, tuple(ties)))
    return sorted(found, key=lambda g: (-len(g.missing), -len(g.planned), g.park))


def _kinds(network: Network, park: str, ties: list[Tie], cls: str) -> set[str]:
    return {tie.kind for tie in ties if is_any(network.things[tie.across(park)], (cls,))}


def _counted(network: Network, sought: tuple[str, ...]) -> set[tuple[str, str]]:
    """Parks and classes of which a stated number tells that there are some."""
    endings = {cls: tuple(meanings()["counted"].get(cls, ())) for cls in sought}
    return {
        (figure.thing, cls)
        for figure in network.figures
        if figure.kind == "stated" and figure.value not in ("0", "0.0")
        for cls in sought
        if figure.indicator.endswith(endings[cls])
    }


def find_overlaps(network: Network, least: int = 2) -> list[Overlap]:
    """Industries and fields that ``least`` parks or more claim, the most claimed first.

    In planning words: neighbours who compete for the same firms, or could share one platform.
    Give it one kind of tie at a time, so that ambitions do not count as what is there.
    """
    parks = set(sites(network))
    claims: dict[str, dict[str, list[Tie]]] = {}
    for tie in network.ties:
        if tie.predicate == "focusesOn" and tie.source in parks:
            claims.setdefault(tie.target, {}).setdefault(tie.source, []).append(tie)
    found = [
        Overlap(theme, {park: tuple(ties) for park, ties in sorted(parties.items())})
        for theme, parties in claims.items()
        if len(parties) >= least
    ]
    return sorted(found, key=lambda overlap: (-len(overlap.claims), overlap.theme))


def find_strays(network: Network) -> list[str]:
    """Platforms that no tie brings to any park, district or county, by IRI.

    In planning words: said to exist, and nobody says where or with whom.
    """
    homes = find_homes(network)
    return [
        iri
        for iri, thing in network.things.items()
        if is_any(thing, ("Platform",)) and iri not in homes
    ]
