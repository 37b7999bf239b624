"""The gauge: measures of the layout as tables for the terminal.

Each measure is of what is stated; what plans, targets or inferences would add is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from exports.survey import Finding, Survey
from graph.analysis.brokerage import ROLES, find_brokers, find_homes
from graph.analysis.centrality import measure
from graph.analysis.cohesion import find_bridges, find_cut_points
from graph.analysis.community import find_communities
from graph.analysis.coverage import cover
from graph.analysis.network import HUBS, Network, Tie, select
from graph.analysis.projection import GROUPS, project

__all__ = ["MEASURES", "gauge"]

#: Most names in a cell.
_MOST = 8


def gauge(out: Path, name: str, lang: str = "zh", also: Collection[str] = ()) -> Finding:
    """A measure of ``MEASURES``, of what is stated and of the kinds of tie in ``also``."""
    survey = Survey(out, lang)
    return MEASURES[name](survey, {"stated", *also})


def _numbers(survey: Survey, ties: Collection[Tie]) -> tuple[str, str]:
    seen = cover(survey.network, ties)
    return str(seen.articles), str(seen.quotes)


def _touching(network: Network) -> dict[str, list[Tie]]:
    found: dict[str, list[Tie]] = {}
    for tie in network.ties:
        found.setdefault(tie.source, []).append(tie)
        found.setdefault(tie.target, []).append(tie)
    return found


def _standings(survey: Survey, kinds: Collection[str]) -> Finding:
    network = select(survey.network, kinds)
    near = _touching(network)
    rows = [
        (
            survey.name(s.thing),
            survey.cls(s.thing),
            str(s.degree),
            str(s.core),
            f"{s.betweenness:.3f}",
            "" if s.constraint is None else f"{s.constraint:.3f}",
            *_numbers(survey, near[s.thing]),
        )
        for s in measure(network)
        if s.degree
    ]
    columns = ("thing", "class", "ties", "core", "betweenness", "constraint", "articles", "quotes")
    return survey.finding("standing", columns, rows, network.ties)


def _parks(survey: Survey, kinds: Collection[str]) -> Finding:
    network = select(survey.network, kinds, HUBS)
    rows, ties = [], list[Tie]()
    for tie in project(network):
        parts = [f"{survey.word('direct')}: {len(tie.direct)}"] if tie.direct else []
        for group in GROUPS:
            things = [shared.thing for shared in tie.shared if shared.group == group]
            if things:
                parts.append(f"{survey.word(group)}: {survey.names(things, _MOST)}")
        ends = survey.name(tie.one), survey.name(tie.other)
        numbers = _numbers(survey, tie.ties)
        rows.append((*ends, f"{tie.weight:.2f}", "; ".join(parts), *numbers))
        ties += tie.ties
    columns = ("park", "other park", "weight", "shared", "articles", "quotes")
    return survey.finding("projection", columns, rows, ties)


def _bridges(survey: Survey, kinds: Collection[str]) -> Finding:
    network = select(survey.network, kinds)
    rows, ties = [], list[Tie]()
    for bridge in find_bridges(network):
        told = ", ".join(survey.tie(tie) for tie in bridge.ties)
        part = survey.names(bridge.part, _MOST)
        rows.append((told, str(len(bridge.part)), part, *_numbers(survey, bridge.ties)))
        ties += bridge.ties
    columns = ("tie", "cuts off", "which", "articles", "quotes")
    return survey.finding("bridge", columns, rows, ties)


def _cuts(survey: Survey, kinds: Collection[str]) -> Finding:
    network = select(survey.network, kinds)
    near = _touching(network)
    rows = [
        (
            survey.name(cut.thing),
            survey.cls(cut.thing),
            str(cut.lost),
            str(len(cut.parts)),
            survey.names((thing for part in cut.parts for thing in part), _MOST),
            *_numbers(survey, near[cut.thing]),
        )
        for cut in find_cut_points(network)
    ]
    columns = ("thing", "class", "cuts off", "in parts", "which", "articles", "quotes")
    return survey.finding("cut", columns, rows, network.ties)


def _brokers(survey: Survey, kinds: Collection[str]) -> Finding:
    network = select(survey.network, kinds)
    near = _touching(network)
    rows = [
        (
            survey.name(broker.thing),
            survey.name(broker.home),
            *(str(getattr(broker, role)) for role in ROLES),
            *_numbers(survey, near[broker.thing]),
        )
        for broker in find_brokers(network, find_homes(network))
    ]
    roles = tuple(survey.word(role) for role in ROLES)
    columns = ("thing", "park", *roles, "articles", "quotes")
    return survey.finding("broker", columns, rows, network.ties)


def _communities(survey: Survey, kinds: Collection[str]) -> Finding:
    network = select(survey.network, kinds)
    found, homes = find_communities(network), find_homes(network)
    rows = []
    for number, group in enumerate(found.groups, start=1):
        parks = sorted({homes[thing] for thing in group if thing in homes})
        members = set(group)
        ties = [t for t in network.ties if t.source in members and t.target in members]
        rows.append(
            (
                str(number),
                str(len(group)),
                survey.names(parks, _MOST),
                survey.names(group, 2 * _MOST),
                *_numbers(survey, ties),
            )
        )
    finding = survey.finding(
        "community", ("group", "things", "parks", "which", "articles", "quotes"), rows, network.ties
    )
    return Finding(finding.table, f"Q = {found.modularity:.2f}. {finding.note}")


#: What ``onecity network --metrics`` can tell.
MEASURES: dict[str, Callable[[Survey, Collection[str]], Finding]] = {
    "things": _standings,
    "parks": _parks,
    "bridges": _bridges,
    "cuts": _cuts,
    "brokers": _brokers,
    "communities": _communities,
}
