"""Comparison: two things, two articles, or what was known by two dates, side by side.

In planning words: what two parks have in common and what only one has; what a new article adds,
repeats, or tells otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph.analysis.network import Figure, Network, Tie

__all__ = ["Comparison", "Contrast", "Reading", "compare", "contrast", "told_by"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two things have to do with, by relation: IRIs of the one, of both, of the other.

    ``predicate`` begins with ``^`` where the things are the objects; a post has its ``title``.
    """

    predicate: str
    title: str
    only_first: tuple[str, ...]
    both: tuple[str, ...]
    only_second: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What each of two sides tells of one thing: numbers of an ``indicator``, or statuses."""

    thing: str
    indicator: str
    first: tuple[str, ...]
    second: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether both sides tell the same."""
        return self.first == self.second


@dataclass(frozen=True, slots=True)
class Contrast:
    """Ties that the first articles alone, both, and the second alone tell; and readings.

    ``numbers`` and ``statuses`` are readings of things of which either side tells one.
    """

    only_first: tuple[Tie, ...]
    both: tuple[Tie, ...]
    only_second: tuple[Tie, ...]
    numbers: tuple[Reading, ...]
    statuses: tuple[Reading, ...]


def compare(network: Network, one: str, other: str) -> list[Comparison]:
    """What two things share and what only one has, relation by relation.

    ::

        甲园 ─ focusesOn ─ 生物医药 ─ focusesOn ─ 乙园       both: 生物医药
        甲园 ─ focusesOn ─ 集成电路                          only the first: 集成电路
    """
    sides = [_around(network, thing) for thing in (one, other)]
    found = []
    for key in sorted(sides[0].keys() | sides[1].keys()):
        first, second = (side.get(key, set()) for side in sides)
        parts = (first - second, first & second, second - first)
        found.append(Comparison(*key, *(tuple(sorted(part)) for part in parts)))
    return found


def _around(network: Network, thing: str) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for tie in network.ties:
        if tie.source == thing:
            found.setdefault((tie.predicate, tie.title), set()).add(tie.target)
        if tie.target == thing:
            found.setdefault((f"^{tie.predicate}", tie.title), set()).add(tie.source)
    return found


def told_by(network: Network, date: str) -> list[str]:
    """Articles published until ``date``, a year, month or day, by IRI; undated ones never.

    >>> from graph.analysis.network import Article
    >>> dated = {day: Article(day, date=day) for day in ("2020-12-31", "2021-05", "2022")}
    >>> told_by(Network({}, articles=dated), "2021")
    ['2020-12-31', '2021-05']
    """
    return [
        iri
        for iri, article in network.articles.items()
        if article.date and article.date[: len(date)] <= date
    ]


def contrast(network: Network, first: Collection[str], second: Collection[str]) -> Contrast:
    """What the articles of one side tell beside what those of the other tell.

    For two dates give ``told_by`` each: what only the second tells is what is new. A tie counts as
    the same when both ends, relation, title and kind are, so that a plan that has become a fact
    stands on both sides. What is inferred is told by no article and left out.
    """
    sides = [network.within(articles) for articles in (first, second)]
    told = [{_key(tie) for tie in side.ties} for side in sides]

    def pick(keys: set[tuple[str, ...]]) -> tuple[Tie, ...]:
        return tuple(t for t in network.ties if t.kind != "inferred" and _key(t) in keys)

    numbers = [{(f.thing, _indicator(f), f.text) for f in side.figures} for side in sides]
    statuses = [{(rung.thing, "", rung.status) for rung in side.rungs} for side in sides]
    return Contrast(
        pick(told[0] - told[1]),
        pick(told[0] & told[1]),
        pick(told[1] - told[0]),
        tuple(_read(*numbers)),
        tuple(_read(*statuses)),
    )


def _indicator(figure: Figure) -> str:
    """What is counted and when; an arrow marks what is aimed at."""
    aim = "→" if figure.kind == "target" else ""
    return " ".join(filter(None, (figure.indicator, figure.as_of, aim)))


def _key(tie: Tie) -> tuple[str, ...]:
    return tie.source, tie.target, tie.predicate, tie.title, tie.kind


def _read(first: set[tuple[str, str, str]], second: set[tuple[str, str, str]]) -> Iterable[Reading]:
    told: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for number, side in enumerate((first, second)):
        for thing, indicator, text in sorted(side):
            told.setdefault((thing, indicator), ([], []))[number].append(text)
    for (thing, indicator), texts in sorted(told.items()):
        yield Reading(thing, indicator, *map(tuple, texts))
