"""Areas: the area that a number is about, when an office tells it or only areas have such."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from functools import cache

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause
from sources.draft import Subject
from sources.entity import Entity
from sources.indicator import Indicator
from sources.quantity import Quantity
from sources.receiver import Scene
from sources.turn import Turn

__all__ = ["CHANGES", "for_area", "is_goal", "is_of_area", "of_class", "planned", "scope"]

#: Kinds of quantity that only compare what was told.
CHANGES = frozenset({"growth", "multiple", "points"})
#: First letters of tags of words that open a clause before what it is about.
_OPENING = frozenset("tdxr")
#: Bodies that act for an area.
_OFFICES = ("GovernmentBody", "AdministrativeCommittee")
#: Within how many signs the name of a plan tells its area (中共甲市委关于…).
_PARTY = 3
#: How a subject is told that the sentence itself does not name.
_FADED = frozenset({"section", "headline"})
#: What the figures of areas are never of.
_NO_AREAS = (
    *("Laboratory", "ResearchInstitute", "University", "ScienceFacility", "Policy"),
    *("Media", "Event", "Project", "FinancialProduct"),
)


def is_of_area(indicator: Indicator) -> bool:
    """Is it something that only areas have, such as a product and an intensity of research?"""
    return pattern("AreaFigure").search(indicator.name) is not None


def for_area(topic: Subject, indicator: Indicator, scene: Scene, ahead: bool = False) -> Subject:
    """The area, when an office only speaks for it, or the figure is one of areas alone.

    What a document wants to reach (``ahead``: 到2030年) is of the area that its name opens with.
    """
    cls = topic.entity.cls
    if vocabulary().is_any(cls, _OFFICES) and not _is_of_office(indicator):
        area = _in_name(topic.entity.name, scene, 1) or _of_level(topic.entity.name, scene)
    elif vocabulary().is_a(cls, "Policy") and ahead:
        area = _in_name(topic.entity.name, scene, _PARTY)
    elif vocabulary().is_a(cls, "Policy") and topic.source in _FADED and is_of_area(indicator):
        area = _in_name(topic.entity.name, scene, len(topic.entity.name) - 2)
        area = area or (_home(scene, topic) if _is_total(indicator) else None)
    elif _is_total(indicator) and vocabulary().is_any(cls, _NO_AREAS):
        area = _home(scene, topic)
    else:
        return topic
    return replace(topic, entity=area) if area is not None else topic


def is_goal(shadow: str, start: int, quantity: Quantity) -> bool:
    """Does the sentence say before the number by when it is to be reached (到2030年)?"""
    marks = pattern("FarAhead").finditer(shadow, start, quantity.start)
    return any(mark.group()[-1].isdigit() for mark in marks)


def planned(turn: Turn, indicator: Indicator, scene: Scene) -> Subject | None:
    """The area whose plan says what is to be reached (《甲市规划》提出, 到2030年, …)."""
    plan = next((s for s in turn.topic if vocabulary().is_a(s.entity.cls, "Policy")), None)
    area = for_area(plan, indicator, scene, ahead=True) if plan is not None else None
    return area if area is not None and area.entity is not turn.topic[0].entity else None


def _is_of_office(indicator: Indicator) -> bool:
    """Is it something that an office has itself, such as its posts?"""
    return pattern("OfficeNoun").search(indicator.name) is not None


def _is_total(indicator: Indicator) -> bool:
    """Is it a figure that sums up an area, and no part of what a body does itself?"""
    return pattern("AreaTotal").match(indicator.name) is not None


def _in_name(name: str, scene: Scene, starts: int) -> Entity | None:
    """The area that the name opens with or, after one of its first signs, has in it."""
    for start in range(starts):
        for length in range(len(name) - 1, start + 1, -1):
            area = scene.named.get(name[start:length])
            if area is not None and area.mentions and _is_place(area):
                return area
    return None


def _of_level(name: str, scene: Scene) -> Entity | None:
    """The area of the level that an office without its name speaks for (市发改委, 省科技厅)."""
    cls = _levels().get(name[:1])
    return of_class(scene, cls) if cls is not None else None


def of_class(scene: Scene, *classes: str) -> Entity | None:
    """The area of one of these classes that the text speaks of most."""
    areas = [area for area in scene.named.values() if area.mentions and area.cls in classes]
    return max(areas, key=lambda area: len(area.mentions), default=None)


@cache
def _levels() -> dict[str, str]:
    cues = load_lexicon().cues("OfficeLevel")
    return {cue.form: cue.attributes["of"] for cue in cues}


def _home(scene: Scene, topic: Subject) -> Entity | None:
    """The area that the text up to there speaks of most."""
    counts = {
        area.name: bisect_left(area.mentions, topic.end, key=lambda mention: mention.start)
        for area in scene.named.values()
        if area.mentions and _is_place(area)
    }
    name = max(counts, key=lambda name: counts[name], default=None)
    return scene.named[name] if name is not None and counts[name] > 1 else None


def _is_place(area: Entity) -> bool:
    return vocabulary().is_a(area.cls, "Place")


def scope(
    shadow: str, clause: Clause, quantity: Quantity, subject: Subject
) -> tuple[str, ...] | None:
    """Of what classes the wider area is that the number is about: 全市产值, 全国共有…."""
    start = max(clause.start, shadow.rfind("、", clause.start, quantity.start) + 1)
    if start == clause.start:  # 目前全市企业2300家
        words = (t.start for t in clause.tokens if t.pos[0] not in _OPENING)
        start = max(start, next(words, start))
    lead = pattern("ScopeWord").match(shadow, start)
    if lead is None or quantity.kind in CHANGES:
        return None
    cue = {cue.form: cue for cue in load_lexicon().cues("ScopeWord")}[lead.group()]
    wider = tuple(cue.attributes.get("of", "").split())
    return None if vocabulary().is_any(subject.entity.cls, wider) else wider
