"""Protagonists: whom a section, the title of an article and 这里 are about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.draft import Subject
from sources.segment import Layout

__all__ = ["BODIES", "fade", "find_actors", "find_headline", "find_here", "find_line", "is_body"]

#: Classes of what a section can be about.
BODIES = ("Place", "Organization")
#: Places that 这里 may stand for.
_ZONES = ("Zone", "Park", "ScienceCity", "InnovationZone")
#: Things whose name alone is a line over what is told of them, and the kinds of such lines.
_HEADED = ("Platform", "Park", "Project", "Fund", "Alliance", "ResearchInstitute")
_LINES = frozenset({"title", "heading"})
#: What may stand before the name in such a line.
_LINE_MARK = re.compile(r"\W*|\W*\w{1,3}[)、.:]\W*")
#: A section has one actor when it opens at least this share of the section's clauses.
_ACTOR_SHARE = 0.6
#: … and at least this many of them.
_ACTOR_CLAUSES = 2


def find_actors(layout: Layout, own: list[list[Group | None]]) -> dict[int, Subject]:
    """The one actor of each section, where there is one."""
    counts: dict[int, Counter[str]] = {}
    first: dict[tuple[int, str], Subject] = {}
    for index, groups in enumerate(own):
        section = layout.sentences[index].section
        for group in groups:
            if group is None or not is_body(group):
                continue
            for subject in map(Subject.of, group.members):
                name = subject.entity.name
                counts.setdefault(section, Counter())[name] += 1
                first.setdefault((section, name), fade(subject))
    actors = {}
    for section, names in counts.items():
        name, count = min(names.items(), key=lambda item: (-item[1], item[0]))
        if count >= _ACTOR_CLAUSES and count >= _ACTOR_SHARE * sum(names.values()):
            actors[section] = first[section, name]
    return actors


def find_headline(layout: Layout, parts: list[list[Clause]]) -> Subject | None:
    """What the article's title names: its one document, else its one place or body."""
    refs = [
        ref
        for index, clauses in enumerate(parts)
        if _is_title(layout, index)
        for clause in clauses
        for group in clause.groups
        for ref in group.members
    ]
    for classes in (("Policy",), BODIES):
        named = {r.entity.name: r for r in refs if vocabulary().is_any(r.entity.cls, classes)}
        if named:
            first = Subject.of(next(iter(named.values())))
            return replace(first, source="headline") if len(named) == 1 else None
    return None


def _is_title(layout: Layout, index: int) -> bool:
    """Is it in the title, or its second line, which says what is issued (关于印发《…》)?"""
    sentence = layout.sentences[index]
    if sentence.kind == "title":
        return True
    if sentence.paragraph != 1 or sentence.kind not in {"body", "lead"}:
        return False
    line = layout.paragraphs[1]
    return pattern("NoticeOpener").match(layout.shadow, line.start, line.end) is not None


def find_line(layout: Layout, index: int, clauses: list[Clause]) -> tuple[Subject, ...]:
    """The thing whose name is all of a line above a paragraph: (二)甲孵化器."""
    if layout.sentences[index].kind not in _LINES or len(clauses) != 1:
        return ()
    groups = clauses[0].groups
    if len(groups) != 1 or len(groups[0].members) != 1:
        return ()
    ref = groups[0].members[0]
    marked = _LINE_MARK.fullmatch(layout.shadow, layout.sentences[index].start, ref.start)
    whole = marked is not None and not layout.shadow[ref.end : clauses[0].end].strip("”》:")
    topical = vocabulary().is_any(ref.entity.cls, _HEADED)
    return (fade(Subject.of(ref)),) if whole and topical else ()


def is_body(group: Group) -> bool:
    """Bodies and places can be what a section is about; platforms and policies seldom are."""
    return vocabulary().is_any(group.members[0].entity.cls, BODIES)


def fade(subject: Subject) -> Subject:
    """A subject of an earlier sentence: no longer said in this one."""
    if subject.source in {"section", "headline"}:
        return subject
    return Subject(subject.entity, subject.start, subject.end, "section")


def find_here(
    shadow: str, clause: Clause, current: tuple[Subject, ...], groups: Iterable[Group]
) -> tuple[Subject, ...]:
    """The zone named last, when 这里 opens a clause of a text that is about no place.

    ``current``: whom the text is about there, ``groups``: the names before it, last first.
    """
    if pattern("HereOpener").match(shadow, clause.start) is None:
        return current
    if any(vocabulary().is_a(subject.entity.cls, "Place") for subject in current):
        return current
    zones = (g for g in groups if vocabulary().is_any(g.members[-1].entity.cls, _ZONES))
    zone = next(zones, None)
    return (fade(Subject.of(zone.members[-1])),) if zone is not None else current
