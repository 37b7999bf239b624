"""Prospects: relations of a sentence that its heading, its lead or its plan puts ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.built import is_buildable
from sources.dating import is_dated_ahead, is_dated_back
from sources.draft import Draft
from sources.guarded import has_word
from sources.modality import (
    is_caused,
    is_past,
    is_past_plan,
)
from sources.turn import Turn

__all__ = ["Outlook", "carries_on", "foresee", "opens_ahead"]

#: Relations of a thing that is still to be made: its status says that it lies ahead.
_MADE = frozenset({"establishedBy", "reliesOn"})
#: Relations whose things have no such status.
_DEEDS = frozenset(
    {
        "affiliatedWith", "cooperatesWith", "designatedAs", "governedBy", "issuedBy",
        "memberOf", "succeeds", "supports",
    }
)  # fmt: skip
#: How the cues begin of words and models that tell of a deed, and of verbs of settling somewhere.
_TOLD = ("trigger/", "learned/")
_SETTLING = "trigger/sit/"
#: What a plan promises is what it supports, and what a bank lends it lends.
_TERMS = (("supports", "Policy"), ("issuedBy", "FinancialProduct"))
#: Rungs at which a thing is not there yet.
_EARLY = frozenset({"exploring", "planned", "design", "signed"})
#: Rungs at which a thing stands, and how the cues begin of words that say one by themselves.
_STANDING = frozenset({"completed", "operational", "underConstruction"})
_STATE = "trigger/state-"
#: Longest time that opens a sentence, in characters, and in how many of its clauses it may stand.
_LEAD = 12
_LEADS = 2


@dataclass(frozen=True, slots=True)
class Outlook:
    """What is known of a sentence beside its words: the date of its text, and what lies ahead.

    ``ahead``: the heading says so; ``carried``: the sentence before, of one that names no doer.
    """

    published: str | None
    ahead: bool = False
    carried: bool = False


def foresee(
    shadow: str,
    turns: Sequence[Turn],
    drafts: Sequence[Draft],
    statuses: Sequence[Draft],
    outlook: Outlook,
) -> Iterator[Draft]:
    """The relations ``drafts`` and ``statuses`` of a sentence, those that lie ahead as goals.

    Relations of what is to be made stay, marked as planned; what its doer means to make is
    planned itself, too, if no one of ``statuses`` says how it stands.
    """
    told = {status.subject.name for status in statuses}
    for draft in drafts:
        index = _clause_of(turns, draft) if _tells_deed(draft) else None
        how = _prospect(shadow, turns, index, draft, outlook) if index is not None else ""
        if how in ("", "dropped"):
            yield replace(draft, modality="target") if how else draft
            continue
        if draft.predicate in _MADE or (how == "caused" and draft.predicate == "cooperatesWith"):
            yield draft if draft.status in _EARLY else replace(draft, status="planned")
        else:
            yield replace(draft, modality="target")
        founded = draft.predicate == "establishedBy" and is_buildable(draft.subject.cls)
        if how == "meant" and founded and draft.subject.name not in told:
            told.add(draft.subject.name)
            yield _plan(draft)
    for status in statuses:
        index = _clause_of(turns, status) if _tells_building(status) else None
        meant = index is not None and _is_meant(shadow, turns, index, status, outlook)
        yield replace(status, name="planned") if meant else status


def carries_on(shadow: str, turns: Sequence[Turn], before: bool) -> bool:
    """Do the sentences behind this one go on with what it says is meant, if they name no doer?

    ``before``: it goes on with such a sentence itself.
    """
    if any(is_past(shadow, turn.clause.start, turn.clause.end) for turn in turns):
        return False
    meant = any(_intends(shadow, turn, "PlanVerb", turn.clause.end) for turn in turns)
    return meant or (before and turns[0].own is None)


def _tells_deed(draft: Draft) -> bool:
    """Does a word or a model say a relation that is a deed, as a fact?"""
    settles = draft.cue.startswith(_SETTLING) and not is_buildable(draft.subject.cls)
    deed = draft.predicate in _DEEDS | _MADE or settles
    if draft.modality != "asserted" or not deed or not draft.cue.startswith(_TOLD):
        return False
    return not any(_is_term(draft, *term) for term in _TERMS)


def _tells_building(status: Draft) -> bool:
    """Does a verb of building what stands behind it say that it is built?"""
    verb = status.cue.startswith("trigger/") and not status.cue.startswith(_STATE)
    return verb and status.modality == "asserted" and status.name in _STANDING


def _is_meant(
    shadow: str, turns: Sequence[Turn], index: int, draft: Draft, outlook: Outlook
) -> bool:
    clause, sentence = turns[index].clause, turns[index].sentence[0]
    verb = max(clause.start, draft.spans[0][1])
    if is_past(shadow, clause.start, clause.end):
        return False
    if is_dated_back(shadow, sentence, verb, outlook.published):
        return False
    if pattern("OngoingWord").search(shadow, clause.start, clause.end) is not None:
        return False
    return _goes_on(shadow, turns, index, outlook.carried)


def _is_term(draft: Draft, predicate: str, cls: str) -> bool:
    return draft.predicate == predicate and vocabulary().is_a(draft.subject.cls, cls)


def _plan(draft: Draft) -> Draft:
    return Draft(
        draft.subject, "hasStatus", None, draft.cue, draft.spans[:1], draft.source,
        name="planned", chance=draft.chance,
    )  # fmt: skip


def _clause_of(turns: Sequence[Turn], draft: Draft) -> int | None:
    """The clause that tells it."""
    end = draft.spans[0][2] - 1
    found = (i for i, turn in enumerate(turns) if turn.clause.start <= end < turn.clause.end)
    return next(found, None)


def _prospect(
    shadow: str, turns: Sequence[Turn], index: int, draft: Draft, outlook: Outlook
) -> str:
    """How it lies ahead: ``dropped``, ``meant``, by its ``heading``, ``caused``, or not at all."""
    turn = turns[index]
    start, end = turn.clause.start, turn.clause.end
    verb = max(start, draft.spans[0][1])
    if is_past_plan(shadow, start, verb):
        return "" if pattern("Attributive").search(shadow, start, verb) else "dropped"
    if is_past(shadow, start, end) or is_dated_back(
        shadow, turn.sentence[0], verb, outlook.published
    ):
        return ""
    dated = opens_ahead(shadow, turn.sentence[0], start, outlook.published)
    if dated or _goes_on(shadow, turns, index, outlook.carried):
        return "meant"
    if outlook.ahead:
        return "heading"
    if _intends(shadow, turn, "Future", verb):
        return "heading"
    return "caused" if _is_caused(shadow, turn, draft) else ""


def _is_caused(shadow: str, turn: Turn, draft: Draft) -> bool:
    """Does nobody but the text want others to do it (鼓励甲与乙共建丙)?"""
    first = next((g for g in turn.clause.groups if g.start < draft.spans[0][2]), None)
    if first is None or not is_caused(shadow, turn.clause.start, first.start):
        return False
    named = [ref.entity for ref in first.members]
    ends = (draft.subject,) if draft.predicate == "supports" else (draft.subject, draft.object)
    return any(entity is end for entity in named for end in ends)


def opens_ahead(shadow: str, sentence: int, clause: int, published: str | None) -> bool:
    """Does the sentence open, before the clause, with a time to come (按照计划,到2027年,…)?

    >>> text = "到2027年,环境改善,甲园开工"
    >>> opens_ahead(text, 0, 12, "2024-06-02"), opens_ahead(text, 0, 12, "2028-06-02")
    (True, False)
    """
    start = max(sentence, shadow.rfind(";", sentence, clause) + 1)
    for _ in range(_LEADS):
        lead = shadow.find(",", start, start + _LEAD)
        if lead < 0 or lead >= clause:
            return False
        if is_dated_ahead(shadow, start, lead, published):
            return True
        start = lead + 1
    return False


def _goes_on(shadow: str, turns: Sequence[Turn], index: int, carried: bool) -> bool:
    """Does the clause go on with what its subject is to do (计划投资3亿元,在甲区建设乙院)?

    ``carried``: the sentence before says so of a sentence without a doer.
    """
    while index and turns[index].own is None:
        index -= 1
        clause = turns[index].clause
        if shadow[clause.end : clause.end + 1] != "," or is_past(shadow, clause.start, clause.end):
            return False
        if _intends(shadow, turns[index], "PlanVerb", clause.end):
            return True
    if index or turns[0].own is not None or not carried:
        return False
    first = turns[0].clause
    return pattern("TimeMark", "YearPart").search(shadow, first.start, first.end) is None


def _intends(shadow: str, turn: Turn, kind: str, end: int) -> bool:
    """Is a word of a kind before ``end`` in no name, and does it move nothing (将甲园并入乙区)?"""
    moving = tuple(load_lexicon().forms("PatientMarker"))
    start = turn.clause.start
    placed = pattern("PlacedAs").search(shadow, start, turn.clause.end)
    mark = pattern("PatientMarker").search(shadow, start, placed.start()) if placed else None
    end = end if mark is None else min(end, mark.start())  # 将成果转化放在首位
    for group in turn.clause.groups:
        gap = shadow[start : min(group.start, end)].rstrip("“《")
        moved = next((mark for mark in moving if gap.endswith(mark)), "")
        if has_word(kind, shadow, start, start + len(gap) - len(moved)):
            return True
        start = max(start, group.tail)
        if start >= end:
            return False
    return has_word(kind, shadow, start, end)
