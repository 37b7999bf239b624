"""Realms: the area that a government's report or plan is about, which it leaves unsaid."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause
from sources.draft import Subject
from sources.entity import Entity
from sources.reference import Reference
from sources.segment import Layout
from sources.turn import Turn

__all__ = ["find_realm", "of_realm"]

#: Whose reports and plans they are.
_AREAS = ("AdministrativeArea", "Zone")
#: How many paragraphs from the first on may tell that the text is a report, and of which area.
_OPENING = 3
#: Who carries schemes out, or helps others, also where the sentence before was about it.
_ENACTORS = (
    *("Place", "GovernmentBody", "AdministrativeCommittee", "University", "ResearchInstitute"),
    *("Alliance", "Programme"),
)
_HELPERS = (
    *("Place", "GovernmentBody", "AdministrativeCommittee", "Policy", "Fund", "Programme"),
    *("FinancialProduct", "FinancialInstitution"),
)
_FADED = frozenset({"section", "headline"})


def find_realm(
    layout: Layout,
    parts: list[list[Clause]],
    headline: Subject | None,
    named: Mapping[str, Entity],
) -> Subject | None:
    """The area that a plan is named after, or that the report of a government tells of.

    ``named``: all things by name.
    """
    words = vocabulary()
    if headline is not None and words.is_a(headline.entity.cls, "Plan"):
        return _named_in(headline, named)
    if not _is_report(layout):
        return None
    if headline is not None and words.is_a(headline.entity.cls, "GovernmentBody"):
        if pattern("GovernmentWord").search(headline.entity.name) is None:
            return headline  # 甲市科技局工作总结
        return _named_in(headline, named)
    opening = [clauses for at, clauses in enumerate(parts) if _opens(layout, at)]
    areas = (r for r in _references(opening) if words.is_any(r.entity.cls, _AREAS))
    first = next(areas, None)
    return replace(Subject.of(first), source="headline") if first is not None else None


def _opens(layout: Layout, sentence: int) -> bool:
    return layout.sentences[sentence].paragraph < _OPENING


def _is_report(layout: Layout) -> bool:
    """Do the first lines call the text a report of what was done (政府工作报告, 工作总结)?"""
    lines = layout.paragraphs[:_OPENING]
    return any(
        line.kind in {"title", "subtitle"}
        and pattern("ReportTitle").search(layout.shadow, line.start, line.end)
        for line in lines
    )


def _references(parts: list[list[Clause]]) -> Iterable[Reference]:
    return (r for said in parts for c in said for g in c.groups for r in g.members)


def _named_in(title: Subject, named: Mapping[str, Entity]) -> Subject | None:
    """The area whose name the name of ``title`` opens with, the longest that does."""
    name, words = title.entity.name, vocabulary()
    areas = [e for e in named.values() if name.startswith(e.name) and words.is_any(e.cls, _AREAS)]
    if not areas:
        return None
    area = max(areas, key=lambda entity: len(entity.name))
    return Subject(area, title.start, title.start + len(area.name), "headline")


def of_realm(turn: Turn, verb: int, relation: str) -> tuple[Subject, ...] | None:
    """Who does what a sentence opens with (推行“甲制”, 支持乙园…), left unsaid in a report.

    What the sentence before was about, if it can; else the realm of the text; nobody, where there
    is none. ``None``: the clause is not of that kind.
    """
    subjects = turn.subjects
    if turn.own is not None or not subjects or any(s.source not in _FADED for s in subjects):
        return None
    if not _is_bare(turn, verb):
        return None
    kinds = _ENACTORS if relation == "implements" else _HELPERS
    if turn.realm is not None and any(_is_of_area(s, relation) for s in subjects):
        return (turn.realm,)
    if all(vocabulary().is_any(s.entity.cls, kinds) for s in subjects):
        return None
    if turn.realm is not None:
        return (turn.realm,)
    return () if relation == "supports" else None


def _is_of_area(subject: Subject, relation: str) -> bool:
    """Is it a plan that others carry out, or the government that the title of a report names?"""
    if vocabulary().is_a(subject.entity.cls, "Policy"):
        return relation == "implements"
    body = vocabulary().is_a(subject.entity.cls, "GovernmentBody")
    return body and subject.source == "headline"


def _is_bare(turn: Turn, verb: int) -> bool:
    """Do only adverbs and marks stand before the verb in its clause?"""
    lead = [t for t in turn.clause.tokens if turn.clause.start <= t.start < verb]
    adverbs = load_lexicon().forms("ReportAdverb")
    return all(t.pos[0] in "dxcutm" or t.pos == "ad" or t.text in adverbs for t in lead)
