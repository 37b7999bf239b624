"""Edifices: what a part of a building site tells of the whole (甲园主厂房封顶)."""

from __future__ import annotations

from functools import cache

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft
from sources.quantity import quantities

__all__ = ["is_built_on", "tells_of_whole"]

#: What is built of parts; a zone is not, for whose a building in it is cannot be told.
_BUILT = ("Platform", "Park", "Project", "ResearchInstitute")
#: The rungs that its papers tell of.
_PAPERED = frozenset({"planned", "design", "approved"})


def is_built_on(shadow: str, start: int, hit: Hit) -> bool:
    """Does a part behind ``start`` tell that the whole is being built (主楼封顶)?"""
    if any("part" in cue.attributes for cue in hit.cues):
        return True
    rungs = {cue.attributes.get("status") for cue in hit.of("state")}
    part = pattern("BuildingPart").search(shadow, start, hit.start)
    return part is not None and "underConstruction" in rungs


def tells_of_whole(
    shadow: str, clause: Clause, group: Group | None, draft: Draft, verb: int
) -> bool:
    """Does a part tell how the draft's thing stands (X的主楼封顶, 12栋厂房已封顶, X的可研获批)?

    ``group`` names the thing in the clause of the verb. Without it, or of a number of buildings,
    only what goes on is told: those that are done may be some of many.
    """
    start = group.tail if group is not None else clause.start
    if draft.cue in _wholes():
        return True
    if pattern("BesideWord").search(shadow, start, verb) is not None:
        return False
    if group is not None and _is_papers(shadow, start, draft, verb):
        return True
    done = draft.name == "completed" and group is not None and not _is_counted(shadow, start, verb)
    told = done or draft.name == "underConstruction"
    if not told or not vocabulary().is_any(draft.subject.cls, _BUILT):
        return False
    if any(start <= other.start < verb for other in clause.groups):
        return False
    return pattern("BuildingPart").search(shadow, start, verb) is not None


@cache
def _wholes() -> frozenset[str]:
    """The words that tell of a thing by what they say of its part (甲园的批文|下来了)."""
    cues = load_lexicon().cues("GrantNoun")
    return frozenset(cue.id for cue in cues if "part" in cue.attributes)


def _is_papers(shadow: str, start: int, draft: Draft, verb: int) -> bool:
    """Does a paper of the thing stand right behind it, with which it is approved or planned?"""
    if draft.name not in _PAPERED:
        return False
    link = pattern("Attributive").match(shadow, start)
    return pattern("ProjectPaper").match(shadow, link.end() if link else start, verb) is not None


def _is_counted(shadow: str, start: int, end: int) -> bool:
    return any(q.kind == "count" and q.unit == "NUM" for q in quantities(shadow, start, end))
