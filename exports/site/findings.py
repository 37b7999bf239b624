"""The findings: what the layout analysis tells, with what each measure means and stands on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from graph.analysis.brokerage import ROLES, find_brokers, find_homes
from graph.analysis.centrality import measure
from graph.analysis.chain import STAGES, Chain, Link, find_chains
from graph.analysis.cohesion import find_bridges, find_cut_points
from graph.analysis.community import find_communities
from graph.analysis.coverage import Coverage, cover
from graph.analysis.gap import SOUGHT, Gap, find_gaps, find_overlaps, find_strays
from graph.analysis.network import HUBS, PARKS, Network, Tie, select, sites
from graph.analysis.projection import ParkTie, project

__all__ = ["MOST", "Cell", "Finding", "Findings", "find_all"]

#: Most rows and names on a page.
MOST, NAMES = 30, 10
_SAID = ("stated", "planned", "target")


@dataclass(frozen=True, slots=True)
class Cell:
    """Words, numbers or things, by IRI; ``terms`` are read in the language of the page.

    ``more``: how many things are not listed. ``marks`` says of a thing what keeps it apart from
    what is stated: a kind of tie, or a rung of the ladder.
    """

    text: str = ""
    things: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    more: int = 0
    marks: tuple[tuple[str, str], ...] = ()

    def mark(self, thing: str) -> str:
        """The mark of one thing, or nothing."""
        return dict(self.marks).get(thing, "")


@dataclass(frozen=True, slots=True)
class Finding:
    """A measure: headings, the first rows, how many there are, the text behind it all.

    ``total``: one number for the whole network, such as its modularity.
    """

    measure: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    count: int
    coverage: Coverage
    total: str = ""

    def is_numeric(self, column: int) -> bool:
        """Whether a column holds nothing but numbers."""
        cells = [row[column] for row in self.rows]
        return any(cell.text for cell in cells) and not any(c.things or c.terms for c in cells)


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a network, and what they say of each park."""

    measures: tuple[Finding, ...]
    ties: dict[str, tuple[ParkTie, ...]]
    gaps: dict[str, Gap]

    @property
    def lacking(self) -> list[tuple[str, int]]:
        """Of how many parks nothing is told, by the class that is sought."""
        counts = ((cls, sum(cls in gap.missing for gap in self.gaps.values())) for cls in SOUGHT)
        return [(cls, count) for cls, count in counts if count]


def _things(iris: Iterable[str]) -> Cell:
    listed = tuple(iris)
    return Cell(things=listed[:NAMES], more=max(0, len(listed) - NAMES))


def _number(value: float | None, places: int = 0) -> Cell:
    return Cell("" if value is None else f"{value:.{places}f}")


def _finding(
    network: Network,
    name: str,
    columns: tuple[str, ...],
    rows: Sequence[tuple[Cell, ...]],
    ties: Collection[Tie],
) -> Finding:
    return Finding(name, columns, tuple(rows[:MOST]), len(rows), cover(network, ties))


def find_all(network: Network) -> Findings:
    """Look at a whole network in every way that has a place on the site."""
    bodies = select(network)
    park_ties = project(select(network, without=HUBS))
    gaps = find_gaps(network)
    near: dict[str, list[ParkTie]] = {}
    for tie in park_ties:
        near.setdefault(tie.one, []).append(tie)
        near.setdefault(tie.other, []).append(tie)
    return Findings(
        (
            _park_ties(network, park_ties),
            _gaps(network, gaps),
            _overlaps(network),
            _chains(network),
            _standings(bodies),
            _brokers(bodies),
            _cuts(bodies),
            _bridges(bodies),
            _communities(bodies),
            _strays(network),
        ),
        {park: tuple(ties) for park, ties in near.items()},
        {gap.park: gap for gap in gaps},
    )


def _park_ties(network: Network, found: list[ParkTie]) -> Finding:
    rows = [
        (
            Cell(things=(tie.one,)),
            Cell(things=(tie.other,)),
            _number(tie.weight, 2),
            _shared(tie),
            _number(cover(network, tie.ties).quotes),
        )
        for tie in found
    ]
    ties = [tie for park_tie in found for tie in park_tie.ties]
    columns = ("col.park", "col.other", "col.weight", "col.shared", "col.quotes")
    return _finding(network, "projection", columns, rows, ties)


def _shared(tie: ParkTie) -> Cell:
    things = _things(shared.thing for shared in tie.shared)
    return replace(things, terms=("direct",) if tie.direct else ())


def _gaps(network: Network, found: list[Gap]) -> Finding:
    rows = [
        (
            Cell(things=(gap.park,)),
            Cell(terms=gap.missing),
            Cell(terms=gap.counted),
            Cell(terms=gap.planned),
            _number(cover(network, gap.ties).quotes),
        )
        for gap in found
    ]
    ties = [tie for gap in found for tie in gap.ties]
    columns = ("col.park", "col.missing", "col.counted", "col.planned", "col.quotes")
    return _finding(network, "gap", columns, rows, ties)


def _overlaps(network: Network) -> Finding:
    rows, ties = [], list[Tie]()
    for overlap in find_overlaps(select(network, without=())):
        told = [tie for claim in overlap.claims.values() for tie in claim]
        count = _number(cover(network, told).quotes)
        rows.append((Cell(things=(overlap.theme,)), _things(overlap.claims), count))
        ties += told
    columns = ("col.industry", "col.claimed", "col.quotes")
    return _finding(network, "overlap", columns, rows, ties)


def _chains(network: Network) -> Finding:
    found = find_chains(select(network, _SAID, without=()))
    rows = [tuple(_stage(chain, stage) for stage in STAGES) for chain in found]
    ties = [tie for chain in found for tie in chain.ties]
    return _finding(network, "chain", tuple(STAGES), rows, ties)


def _stage(chain: Chain, stage: str) -> Cell:
    links = chain.stages[stage]
    things = _things(dict.fromkeys(link.thing for link in links if link.figure is None))
    sums = (f"{link.figure.indicator} {link.figure.text}" for link in links if link.figure)
    marks = ((link.thing, _mark(link)) for link in links if link.figure is None)
    return replace(
        things,
        text="; ".join(sums),
        terms=() if links else ("missing",),
        marks=tuple((thing, mark) for thing, mark in marks if mark),
    )


def _mark(link: Link) -> str:
    return link.kind if link.kind != "stated" else link.status


def _standings(bodies: Network) -> Finding:
    rows = [
        (
            Cell(things=(s.thing,)),
            _number(s.degree),
            _number(s.core),
            _number(s.betweenness, 3),
            _number(s.constraint, 2),
        )
        for s in measure(bodies)
        if s.degree
    ]
    columns = ("col.thing", "col.ties", "col.core", "col.between", "col.constraint")
    return _finding(bodies, "standing", columns, rows, bodies.ties)


def _cuts(bodies: Network) -> Finding:
    rows = [
        (
            Cell(things=(cut.thing,)),
            _number(cut.lost),
            _things(thing for part in cut.parts for thing in part),
        )
        for cut in find_cut_points(bodies)
    ]
    return _finding(bodies, "cut", ("col.thing", "col.cuts", "col.which"), rows, bodies.ties)


def _bridges(bodies: Network) -> Finding:
    """Ties that hold more than one thing; that a leaf hangs on its only tie says nothing."""
    found = [bridge for bridge in find_bridges(bodies) if len(bridge.part) > 1]
    rows = [
        (
            Cell(things=(bridge.one, bridge.other)),
            _number(len(bridge.part)),
            _things(bridge.part),
            _number(cover(bodies, bridge.ties).quotes),
        )
        for bridge in found
    ]
    ties = [tie for bridge in found for tie in bridge.ties]
    columns = ("col.tie", "col.cuts", "col.which", "col.quotes")
    return _finding(bodies, "bridge", columns, rows, ties)


def _brokers(bodies: Network) -> Finding:
    rows = [
        (
            Cell(things=(broker.thing,)),
            Cell(things=(broker.home,)),
            *(_number(getattr(broker, role)) for role in ROLES),
        )
        for broker in find_brokers(bodies, find_homes(bodies))
    ]
    return _finding(bodies, "broker", ("col.thing", "col.home", *ROLES), rows, bodies.ties)


def _communities(bodies: Network) -> Finding:
    homes, parks = find_homes(bodies), set(sites(bodies, PARKS))
    rows, found = [], find_communities(bodies)
    for number, group in enumerate(found.groups, start=1):
        inside = sorted({homes[thing] for thing in group if homes.get(thing) in parks})
        rows.append((_number(number), _things(inside), _things(group)))
    columns = ("col.group", "col.park", "col.which")
    finding = _finding(bodies, "community", columns, rows, bodies.ties)
    return replace(finding, total=f"Q = {found.modularity:.2f}")


def _strays(network: Network) -> Finding:
    said = select(network, ("stated", "planned"), without=())
    found = find_strays(said)
    loose = set(found)
    ties = [tie for tie in network.ties if loose & {tie.source, tie.target}]
    rows = [(Cell(things=(iri,)),) for iri in found]
    return _finding(network, "stray", ("col.thing",), rows, ties)
