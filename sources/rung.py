"""Rungs: at which rung, and with what modality, a status word puts its thing."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.clause import Hit
from sources.draft import Draft
from sources.modality import (
    is_dated_ahead,
    is_future,
    is_past,
    is_unmet,
    modality_of,
    pushes,
)
from sources.subject import Turn

__all__ = ["REACHED", "opening", "reach", "settle_rungs"]

#: Rungs that a plan can only aim at.
REACHED = frozenset({"completed", "operational", "underConstruction", "closed"})


def opening(shadow: str, start: int, sentence: int) -> int:
    """Where the deed of a clause at ``start`` begins to be told: 并 goes on from the clause before.

    >>> text = "区里将设立基金,并建设实验室"
    >>> opening(text, 8, 0), opening(text, 9, 0)
    (0, 9)
    """
    while start > sentence and pattern("GoesOn").match(shadow, start) is not None:
        start = max(shadow.rfind(mark, sentence, start - 1) for mark in ",;") + 1 or sentence
    return start


def reach(
    shadow: str, turn: Turn, hit: Hit, lead: int, rung: str, published: str | None
) -> tuple[str, str]:
    """The rung that the word puts its thing at, and the modality of that."""
    modality, start = _modality(shadow, turn, hit.start), turn.clause.start
    lead = opening(shadow, start, turn.sentence[0]) if lead == start else lead
    dated = is_dated_ahead(shadow, start, hit.start, published)
    ahead = dated or is_future(shadow, lead, hit.start)
    if modality == "asserted" and rung in REACHED and _is_pushed(shadow, turn, hit):
        return rung, "target"
    if modality == "asserted" and rung in REACHED and ahead:
        # A plan with a date is a target; without one it says that the thing is planned.
        if pattern("TimeMark").search(shadow, lead, hit.start):
            modality = "target"
        else:
            rung = "planned"
    return rung, modality


def _is_pushed(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does somebody only see to it that it is begun or opened (推动 X 开工)?"""
    start = turn.clause.start
    goes_on = any(cue.attributes.get("status") == "underConstruction" for cue in hit.cues)
    if goes_on and pattern("StartVerb").match(shadow, hit.start) is None:
        return False
    return pushes(shadow, start, hit.start) and not is_past(shadow, start, hit.start)


def _modality(shadow: str, turn: Turn, at: int) -> str:
    """The modality of a status word at ``at``: what has not happened so far is negated."""
    modality, start = turn.modality(shadow, at), turn.clause.start
    before = [hit.end for hit in turn.clause.hits if hit.end <= at and hit.of("state")]
    if before and modality == "negated":
        # 未动工被终止: another word is denied.
        start = before[-1]
        modality = modality_of(shadow, start, at, turn.sentence)
    if modality == "asserted" and is_unmet(shadow, max([start, *before]), at):
        return "negated"
    return modality


def settle_rungs(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a text with one rung at which each thing is said to stand.

    That is the likeliest, where models weighed them, else the highest of the ladder: what the
    text tells of the lower ones is history. What is only aimed at or denied stays.
    """
    best: dict[str, Draft] = {}
    for draft in filter(_is_rung, drafts):
        best[draft.subject.name] = max(best.get(draft.subject.name, draft), draft, key=_weight)
    return [d for d in drafts if not _is_rung(d) or d.name == best[d.subject.name].name]


def _is_rung(draft: Draft) -> bool:
    return draft.predicate == "hasStatus" and draft.modality == "asserted"


def _weight(draft: Draft) -> tuple[float, int]:
    ladder = [concept.name for concept in vocabulary().scheme("statuses")]
    return draft.chance or 0.0, ladder.index(draft.name)
