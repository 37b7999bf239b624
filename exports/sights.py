"""Sights: ways, things, articles and dates side by side, and gaps, as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exports.survey import Finding, Survey, quote_text
from graph.analysis.comparison import Contrast, Reading, compare, contrast, told_by
from graph.analysis.coverage import cover
from graph.analysis.gap import find_gaps, find_overlaps, find_strays
from graph.analysis.network import HUBS, KINDS, THEMES, Tie, select
from graph.analysis.route import find_routes
from ontology.errors import NotFoundError, QueryError
from ontology.vocabulary import vocabulary

__all__ = ["compare_texts", "compare_things", "find_paths", "list_gaps", "list_industries",
           "list_platforms"]  # fmt: skip

#: Kinds of tie that some sentence says.
_SAID = ("stated", "planned")


def find_paths(out: Path, one: str, other: str, lang: str = "zh", most: int = 3) -> Finding:
    """The shortest ways between two things, step by step, each with its first quote.

    A way through an industry that both name stands only where there is no other: it does not mean
    that they have to do with each other.

    :raises NotFoundError: a name is unknown, or there is no way.
    :raises QueryError: both names are of one thing.
    """
    survey = Survey(out, lang)
    said = select(survey.network, _SAID, without=())
    ends = survey.find(one), survey.find(other)
    if ends[0] == ends[1]:
        raise QueryError(f"{one!r} and {other!r} are one thing", remedy="name two")
    routes = find_routes(said, *ends, most, (*HUBS, *THEMES)) or find_routes(said, *ends, most)
    if not routes:
        what = f"no way leads from {one!r} to {other!r}"
        raise NotFoundError(what, remedy="no article connects them")
    rows, ties = [], list[Tie]()
    for number, steps in enumerate(routes, start=1):
        for step in steps:
            tie = step.ties[0]
            relation = survey.relation(tie.predicate, tie.title)
            if tie.kind != "stated":
                relation += f" ({survey.word(tie.kind)})"
            arrow = f"— {relation} →" if step.forward else f"← {relation} —"
            source, target = survey.name(step.source), survey.name(step.target)
            rows.append((str(number), source, arrow, target, quote_text(tie.quotes)))
            ties.append(tie)
    return survey.finding("route", ("way", "from", "relation", "to", "quote"), rows, ties)


def compare_things(out: Path, one: str, other: str, lang: str = "zh") -> Finding:
    """What two things have to do with: only the first, both, only the second.

    What is only planned or aimed at stands in rows of its own.

    :raises NotFoundError: a name is unknown.
    """
    survey = Survey(out, lang)
    ends = survey.find(one), survey.find(other)
    rows = []
    for kind in KINDS:
        for part in compare(select(survey.network, {kind}, without=()), *ends):
            label = survey.relation(part.predicate, part.title)
            relation = f"← {label}" if part.predicate.startswith("^") else f"{label} →"
            if kind != "stated":
                relation += f" ({survey.word(kind)})"
            parts = (part.only_first, part.both, part.only_second)
            rows.append((relation, *(survey.names(sorted(p, key=survey.name)) for p in parts)))
    ties = [tie for tie in survey.network.ties if {tie.source, tie.target} & set(ends)]
    return survey.finding("comparison", ("relation", one, "both", other), rows, ties)


def compare_texts(
    out: Path, one: str, other: str, lang: str = "zh", *, dates: bool = False
) -> Finding:
    """What one article tells, both, and the other; or what was told by two dates.

    :raises NotFoundError: no such article, or none until a date.
    """
    survey = Survey(out, lang)
    if dates:
        sides = [told_by(survey.network, date) for date in (one, other)]
        for date, articles in zip((one, other), sides, strict=True):
            if not articles:
                raise NotFoundError(f"no article is known to be published by {date}")
    else:
        sides = [[survey.find_article(name)] for name in (one, other)]
    found = contrast(survey.network, *sides)
    ties = [*found.only_first, *found.both, *found.only_second]
    columns = ("about", "what", one, other, "agree")
    return survey.finding("comparison", columns, _told(survey, found), ties)


def _told(survey: Survey, found: Contrast) -> Iterator[tuple[str, ...]]:
    """Statuses and numbers first, for there texts contradict each other; then ties."""
    ladder = vocabulary().label("hasStatus", survey.lang)
    for reading in found.statuses:
        labels = [
            ", ".join(vocabulary().label(rung, survey.lang) for rung in side)
            for side in (reading.first, reading.second)
        ]
        yield survey.name(reading.thing), ladder, *labels, _agree(reading)
    for reading in found.numbers:
        sides = ", ".join(reading.first), ", ".join(reading.second)
        yield survey.name(reading.thing), reading.indicator, *sides, _agree(reading)
    for ties, marks in (
        (found.both, ("✓", "✓", "=")),
        (found.only_first, ("✓", "", "")),
        (found.only_second, ("", "✓", "")),
    ):
        yield from ((survey.name(tie.source), _clause(survey, tie), *marks) for tie in ties)


def _clause(survey: Survey, tie: Tie) -> str:
    mark = "" if tie.kind == "stated" else f" ({survey.word(tie.kind)})"
    return f"{survey.relation(tie.predicate, tie.title)} {survey.name(tie.target)}{mark}"


def _agree(reading: Reading) -> str:
    if not (reading.first and reading.second):
        return ""
    return "=" if reading.agrees else "≠"


def list_gaps(out: Path, lang: str = "zh") -> Finding:
    """Zones and parks, each with what the articles do not tell of it, or only plan."""
    survey, words = Survey(out, lang), vocabulary()

    def labels(classes: tuple[str, ...]) -> str:
        return ", ".join(words.label(cls, lang) for cls in classes)

    rows, ties = [], list[Tie]()
    for gap in find_gaps(survey.network):
        seen = cover(survey.network, gap.ties)
        kinds = (gap.missing, gap.counted, gap.planned, gap.inferred)
        counts = (str(seen.articles), str(seen.quotes))
        rows.append((survey.name(gap.park), *map(labels, kinds), *counts))
        ties += gap.ties
    columns = (
        "zone",
        "not told",
        "only counted",
        "only planned",
        "only inferred",
        "articles",
        "quotes",
    )
    return survey.finding("gap", columns, rows, ties)


def list_industries(out: Path, lang: str = "zh") -> Finding:
    """Industries and fields that several parks claim; planned claims in rows of their own."""
    survey = Survey(out, lang)
    rows, ties = [], list[Tie]()
    for kind in ("stated", "planned", "target"):
        for overlap in find_overlaps(select(survey.network, {kind}, without=())):
            told = [tie for claim in overlap.claims.values() for tie in claim]
            names = survey.names(overlap.claims)
            count, quotes = (
                str(len(overlap.claims)),
                quote_text({q for t in told for q in t.quotes}),
            )
            rows.append((survey.name(overlap.theme), survey.word(kind), count, names, quotes))
            ties += told
    return survey.finding(
        "overlap", ("industry", "kind", "parks", "claimed by", "quote"), rows, ties
    )


def list_platforms(out: Path, lang: str = "zh") -> Finding:
    """Platforms that no article brings to a park, district or county."""
    survey = Survey(out, lang)
    strays = find_strays(select(survey.network, _SAID, without=()))
    things = survey.network.things
    rows = [(survey.name(iri), survey.cls(iri), quote_text(things[iri].quotes)) for iri in strays]
    found = set(strays)
    ties = [tie for tie in survey.network.ties if found & {tie.source, tie.target}]
    return survey.finding("stray", ("platform", "class", "quote"), rows, ties)
