"""Promises: relations that a text only puts ahead, strives for or talks about."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.modality import is_caused, is_driven, is_future, is_negated, is_past, opens_horizon
from sources.turn import Turn

__all__ = ["as_promised", "as_weighed"]

#: Relations whose things have no status of their own that could say that they lie ahead.
_PROMISED = frozenset(
    {"cooperatesWith", "designatedAs", "memberOf", "partOf", "succeeds", "supports"}
)
#: Cues of verbs that say where a body goes to.
_SETTLING = "trigger/sit/"
#: Relations that somebody may only seek, …
_TALKED = frozenset({"cooperatesWith", "memberOf"})
#: … and those that somebody may want others to do.
_CAUSED = frozenset({"cooperatesWith", "designatedAs", "memberOf", "succeeds"})


def as_promised(shadow: str, draft: Draft, start: int, verb: int | None = None) -> Draft:
    """A deed put ahead (将加入联盟, 未来将支持 X) is a promise, unless a status can say so.

    ``start`` is where its sentence starts, ``verb`` where its verb stands if not at its first
    span.
    """
    verb = draft.spans[0][1] if verb is None else verb
    if draft.modality == "asserted" and draft.cue in _aims():
        return replace(draft, modality=_aims()[draft.cue])
    # A plan's parts are its parts today, and what a policy promises is what it supports.
    listed = draft.cue.startswith("structure/")
    promises = draft.predicate == "supports" and vocabulary().is_a(draft.subject.cls, "Policy")
    if promises and draft.modality == "target":
        return replace(draft, modality="asserted")
    if draft.predicate == "locatedIn" and draft.modality == "asserted":
        return _as_settling(shadow, draft, start, verb)
    if draft.predicate not in _PROMISED or draft.modality != "asserted" or listed:
        return draft
    clause = max(shadow.rfind(mark, start, verb) for mark in ",;") + 1 or start
    first, *rest = draft.spans  # 为支持甲,|乙、丙合作: the partners open a clause of their own
    named = any(role == "subject" and verb <= at < first[2] for role, at, _ in rest)
    goes_on = clause == verb and shadow[verb - 1] == ","  # 打算拿出资金,投给甲院
    if goes_on and not named:
        clause = max(shadow.rfind(mark, start, verb - 1) for mark in ",;") + 1 or start
    deed = draft.cue.rpartition("/")[2] in _deeds()  # 支持甲与乙共建丙: what 丙 is says it
    caused = draft.predicate in _CAUSED and not deed and is_caused(shadow, clause, verb)
    caused = caused or (draft.predicate in _TALKED and _is_sought(shadow, clause, verb))
    ahead = is_future(shadow, clause, _before_moved(shadow, draft, clause, verb))
    if caused or ahead or opens_horizon(shadow, start, verb):
        return replace(draft, modality="target")
    return draft


def _before_moved(shadow: str, draft: Draft, clause: int, verb: int) -> int:
    """Where 将 stands that only marks what the verb acts on (将甲园列为示范园区), or the verb."""
    marks = tuple(load_lexicon().forms("PatientMarker"))
    for role, start, _ in draft.spans:
        lead = shadow[clause:start].rstrip("“")
        if role == "subject" and clause < start < verb and lead.endswith(marks):
            return clause + len(lead) - max(len(m) for m in marks if lead.endswith(m))
    return verb


def _as_settling(shadow: str, draft: Draft, start: int, verb: int) -> Draft:
    """A body that is only to settle somewhere: 支持甲院落户乙园, 将带动甲公司落户, 签了入园合同."""
    agreed = pattern("DealNoun").match(shadow, draft.spans[0][2]) is not None
    if not draft.cue.startswith(_SETTLING) and not agreed:
        return draft
    clause = max(shadow.rfind(mark, start, verb) for mark in ",;") + 1 or start
    ahead = is_future(shadow, clause, verb)
    caused = is_caused(shadow, clause, verb) and not is_past(shadow, clause, draft.spans[0][2])
    moves = pattern("MoveVerb").match(shadow, verb) is not None
    driven = ahead and (moves or is_driven(shadow, clause, verb))
    return replace(draft, modality="target") if agreed or caused or driven else draft


def _is_sought(shadow: str, start: int, verb: int) -> bool:
    """Does somebody only want it (有意与甲院共建)?"""
    return pattern("SeekWord").search(shadow, start, verb) is not None


@cache
def _deeds() -> frozenset[str]:
    """The verbs of making a thing, whose own status says whether it lies ahead."""
    cues = load_lexicon().cues("Trigger")
    return frozenset(cue.form for cue in cues if cue.signals == "establishedBy")


@cache
def _aims() -> dict[str, str]:
    """The modality that a trigger gives what it says: 争创 is a target."""
    cues = load_lexicon().cues("Trigger")
    return {cue.id: cue.attributes["modality"] for cue in cues if "modality" in cue.attributes}


def as_weighed(shadow: str, draft: Draft, turn: Turn, verb: int, right: int) -> Draft:
    """A draft that no rule made, with the modality of all the words around its two things.

    ``verb`` is where the word stands that ties them, ``right`` where the second of them starts.
    """
    clause = turn.clause
    said = [turn.modality(shadow, at) for at in {verb, right}]
    modality = next((word for word in said if word != "asserted"), "asserted")
    cues = [cue for hit in clause.hits for cue in hit.of("verb") if cue.signals == draft.predicate]
    if modality == "asserted":
        aims = (cue.attributes.get("modality", "") for cue in cues)
        modality = next(filter(None, aims), "asserted")
    if modality == "asserted" and is_negated(shadow, clause.start, clause.end):
        modality = "negated"
    talked = pattern("TalkVerb").search(shadow, clause.start, clause.end) is not None
    if modality == "asserted" and talked and draft.predicate == "cooperatesWith":
        modality = "hypothetical"
    sought = pattern("SeekWord").search(shadow, clause.start, clause.end) is not None
    if modality == "asserted" and sought and not is_past(shadow, clause.start, clause.end):
        modality = "target"
    weighed = as_promised(shadow, replace(draft, modality=modality), turn.sentence[0], verb)
    return as_promised(shadow, weighed, turn.sentence[0], max(verb, right))
