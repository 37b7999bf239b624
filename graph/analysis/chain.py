"""The policy chain: meeting, instrument, money, park, result, with what is not told left open.

In planning words: whether a policy is told to have a source, a purse, a place and an outcome. A
chain is only what the articles say of the same instrument; that two things stand in one park does
not link them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.network import AREAS, PARKS, Figure, Network, Tie, is_any

__all__ = ["STAGES", "Chain", "Link", "find_chains"]

#: Stages in their order, with the classes of things that make them. What a lever supports is a
#: result whatever its class.
STAGES: dict[str, tuple[str, ...]] = {
    "meeting": ("Event",),
    "instrument": ("Policy",),
    "money": ("Fund", "FinancialProduct"),
    "park": (*PARKS, *AREAS),
    "result": ("Platform", "Project"),
}
_MONEY_UNIT = "CNY"
#: Relations to those who make a lever, and from those who carry it out: no results of it.
_MAKERS = ("issuedBy", "establishedBy")
_DOERS = ("implements",)


@dataclass(frozen=True, slots=True)
class Link:
    """A thing or an amount at one stage, and the ties that say so; the lever itself has none.

    ``kind`` is ``stated`` when any of its ties is, else ``planned`` or ``target``. A result has
    the ``status`` told of it.
    """

    thing: str
    kind: str
    ties: tuple[Tie, ...] = ()
    figure: Figure | None = None
    status: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """What is told along one lever, which is an instrument, or money that no instrument gives."""

    lever: str
    stages: dict[str, tuple[Link, ...]]

    @property
    def missing(self) -> tuple[str, ...]:
        """Stages of which nothing is told."""
        return tuple(stage for stage in STAGES if not self.stages[stage])

    @property
    def ties(self) -> tuple[Tie, ...]:
        """Every tie of the chain, for its coverage."""
        return tuple(tie for links in self.stages.values() for link in links for tie in link.ties)


def find_chains(network: Network) -> list[Chain]:
    """The chain of each instrument, and of each fund or product that belongs to none.

    Give it stated ties together with planned ones and targets: each link says which it is.
    The most complete come first.

    ::

        大会 ── 行动计划 ── 产业基金 ── 某实验室
                  │
                某园区           meeting, instrument, money, park, result: all told

    A park or result that is tied to the money of an instrument counts for the instrument.
    """
    near: dict[str, list[Tie]] = {}
    for tie in network.ties:
        if tie.kind != "inferred":
            near.setdefault(tie.source, []).append(tie)
            near.setdefault(tie.target, []).append(tie)
    found, spent = [], set[str]()
    for lever in _of(network, network.things, "instrument"):
        purse = _links(network, near.get(lever, ()), lever, "money")
        spent.update(link.thing for link in purse)
        found.append(_chain(network, near, lever, purse))
    for lever in _of(network, network.things, "money"):
        if lever not in spent:
            found.append(_chain(network, near, lever, (Link(lever, "stated"),)))
    return sorted(found, key=lambda c: (len(c.missing), -len(c.ties), c.lever))


def _of(network: Network, things: Iterable[str], stage: str) -> list[str]:
    return [thing for thing in things if is_any(network.things[thing], STAGES[stage])]


def _chain(
    network: Network, near: dict[str, list[Tie]], lever: str, purse: tuple[Link, ...]
) -> Chain:
    """Follow the ties of the lever, and those of its money."""
    stages = dict.fromkeys(STAGES, tuple[Link, ...]())
    if is_any(network.things[lever], STAGES["instrument"]):
        stages["instrument"] = (Link(lever, "stated", status=network.things[lever].status),)
    holders = list(dict.fromkeys((lever, *(link.thing for link in purse))))
    for stage in ("meeting", "park", "result"):
        told: dict[str, list[Tie]] = {}
        for holder in holders:
            for link in _links(network, near.get(holder, ()), holder, stage):
                told.setdefault(link.thing, []).extend(link.ties)
        stages[stage] = _join(network, told)
    sums = (
        Link(holder, figure.kind, figure=figure)
        for holder in holders
        for figure in network.figures
        if figure.thing == holder and figure.unit == _MONEY_UNIT
    )
    stages["money"] = (*purse, *sums)
    return Chain(lever, stages)


def _links(network: Network, ties: Iterable[Tie], holder: str, stage: str) -> tuple[Link, ...]:
    """What the ties of a holder bring to a stage."""
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        other = tie.across(holder)
        fits = is_any(network.things[other], STAGES[stage])
        if stage == "result":
            given = tie.predicate == "supports" and tie.source == holder
            fits = (fits or given) and not _acts(tie, holder)
            fits = fits and not is_any(network.things[other], STAGES["park"])
        if fits and other != holder:
            found.setdefault(other, []).append(tie)
    return _join(network, found)


def _join(network: Network, told: dict[str, list[Tie]]) -> tuple[Link, ...]:
    """Links by thing, each with all the ties that say so."""
    return tuple(
        Link(thing, _kind(ties), tuple(ties), status=network.things[thing].status)
        for thing, ties in sorted(told.items())
    )


def _acts(tie: Tie, holder: str) -> bool:
    """Whether the other end makes the holder or carries it out."""
    return tie.predicate in (_MAKERS if tie.source == holder else _DOERS)


def _kind(ties: list[Tie]) -> str:
    kinds = {tie.kind for tie in ties}
    return next(kind for kind in ("stated", "planned", "target", "inferred") if kind in kinds)
