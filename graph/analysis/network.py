"""The network: things and the ties between them, each tie with the quotes behind it.

This is what every analysis of this package looks at. :mod:`graph.analysis.reader` reads it from a
store; tests write it by hand. What is stated, planned, aimed at and inferred are four kinds of
tie, and no analysis mixes them unless it is given a network that holds several.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

import networkx as nx

from ontology.vocabulary import vocabulary

__all__ = [
    "AREAS",
    "HUBS",
    "KINDS",
    "PARKS",
    "STATED",
    "THEMES",
    "Article",
    "Figure",
    "Network",
    "Quote",
    "Rung",
    "Thing",
    "Tie",
    "is_any",
    "pair",
    "pairs",
    "select",
    "sites",
]

#: Kinds of tie. ``stated``: the text says that it is so. ``planned``: a fact about something that
#: is not built yet. ``target``: aimed at and no fact. ``inferred``: follows, no sentence says it.
KINDS = ("stated", "planned", "target", "inferred")
STATED = frozenset({"stated"})
#: Classes of places that are planned as a whole.
PARKS = ("Zone", "Park")
#: Classes of areas that act like parks in such texts: they found, fund and host.
AREAS = ("District", "County")
#: Classes through which nearly everything is connected and a way says nothing.
HUBS = ("Province", "City", "Region")
#: Classes that two things can share without ever having met.
THEMES = ("Industry", "ResearchField", "Designation")


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article that say something: ``exact`` stands at ``start:end``."""

    article: str
    start: int = 0
    end: int = 0
    exact: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A source text; ``date`` is as precise as is known, ``2021-05`` or empty."""

    iri: str
    title: str = ""
    date: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity: its names, most special class, last rung of the ladder, first mentions."""

    iri: str
    zh: str
    cls: str
    en: str = ""
    status: str = ""
    quotes: tuple[Quote, ...] = ()

    def name(self, lang: str = "zh") -> str:
        """The name in that language, else the other one.

        >>> Thing("x", "重庆大学", "University", en="Chongqing University").name("en")
        'Chongqing University'
        """
        return (self.en or self.zh) if lang == "en" else (self.zh or self.en)


@dataclass(frozen=True, slots=True)
class Tie:
    """One relation or post between two things, of one kind.

    ``predicate`` is the name of the relation; that of a post is ``holds`` and has a ``title``.
    ``quotes`` are the words that say so, one for each statement; an inferred tie has none.
    """

    source: str
    target: str
    predicate: str
    kind: str = "stated"
    title: str = ""
    quotes: tuple[Quote, ...] = ()

    def across(self, end: str) -> str:
        """The other end."""
        return self.target if end == self.source else self.source


@dataclass(frozen=True, slots=True)
class Figure:
    """A number claimed of a thing; ``kind`` is ``stated`` or ``target``, ``text`` as written."""

    thing: str
    indicator: str
    text: str
    value: str = ""
    unit: str = ""
    as_of: str = ""
    kind: str = "stated"
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Rung:
    """A status told of a thing, such as ``approved``."""

    thing: str
    status: str
    quotes: tuple[Quote, ...] = ()


_Told = TypeVar("_Told", Tie, Figure, Rung)


@dataclass(frozen=True, slots=True)
class Network:
    """Things by IRI, ties, numbers, statuses, and the articles that tell of them.

    Everything is in the order of IRIs, so that the same texts give the same answers.
    """

    things: dict[str, Thing]
    ties: tuple[Tie, ...] = ()
    figures: tuple[Figure, ...] = ()
    rungs: tuple[Rung, ...] = ()
    articles: dict[str, Article] = field(default_factory=dict)

    def graph(self) -> nx.Graph[str]:
        """Things as nodes and one edge for each pair that is tied, in a fixed order.

        Direction, number and kind of the ties of a pair do not count here.

        >>> two = {name: Thing(name, name, "Park") for name in "ab"}
        >>> sorted(Network(two, (Tie("b", "a", "partOf"), Tie("a", "b", "cooperatesWith")))
        ...     .graph().edges())
        [('a', 'b')]
        """
        drawn: nx.Graph[str] = nx.Graph()
        drawn.add_nodes_from(sorted(self.things))
        drawn.add_edges_from(sorted(pairs(self.ties)))
        return drawn

    def within(self, articles: Collection[str]) -> Network:
        """What these articles alone say; inferred ties, which no article says, are left out."""

        def told(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
            return tuple(quote for quote in quotes if quote.article in articles)

        def cut(items: Iterable[_Told]) -> tuple[_Told, ...]:
            cuts = ((item, told(item.quotes)) for item in items)
            return tuple(replace(item, quotes=quotes) for item, quotes in cuts if quotes)

        ties, figures, rungs = cut(self.ties), cut(self.figures), cut(self.rungs)
        named = {end for tie in ties for end in (tie.source, tie.target)}
        named |= {figure.thing for figure in figures} | {rung.thing for rung in rungs}
        things = {
            iri: replace(thing, quotes=told(thing.quotes))
            for iri, thing in self.things.items()
            if iri in named or told(thing.quotes)
        }
        kept = {iri: article for iri, article in self.articles.items() if iri in articles}
        return Network(things, ties, figures, rungs, kept)


def pair(one: str, other: str) -> tuple[str, str]:
    """Two ends in their order, whichever way a relation points."""
    return (one, other) if one <= other else (other, one)


def pairs(ties: Iterable[Tie]) -> dict[tuple[str, str], list[Tie]]:
    """The ties of each pair of things."""
    found: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        if tie.source != tie.target:
            found.setdefault(pair(tie.source, tie.target), []).append(tie)
    return found


def is_any(thing: Thing, classes: Collection[str]) -> bool:
    """Whether the thing is of one of the classes, or of a class below one."""
    return vocabulary().is_any(thing.cls, classes)


def sites(network: Network, classes: Iterable[str] = (*PARKS, *AREAS)) -> list[str]:
    """IRIs of the zones and parks, and of the districts and counties that act like them."""
    wanted = tuple(classes)
    return [iri for iri, thing in network.things.items() if is_any(thing, wanted)]


def select(
    network: Network,
    kinds: Collection[str] = STATED,
    without: Collection[str] = (*HUBS, *THEMES),
    keep: Collection[str] = (),
) -> Network:
    """The part of a network that an analysis shall look at.

    :param kinds: kinds of tie to keep; only what is stated unless more is asked for.
    :param without: classes whose things are left out, with their ties. A city touches everything
        and two parks that name one industry need not know each other, so both would join what is
        not joined.
    :param keep: things that stay whatever their class.
    """
    barred, held = tuple(without), frozenset(keep)
    things = {
        iri: thing
        for iri, thing in network.things.items()
        if iri in held or not is_any(thing, barred)
    }
    ties = tuple(
        tie
        for tie in network.ties
        if tie.kind in kinds and tie.source in things and tie.target in things
    )
    return replace(network, things=things, ties=ties)
