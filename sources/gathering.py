"""Gatherings: whom a place has won, said by a noun, after 把, or of some of those it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import Cue, alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.draft import Draft, Subject
from sources.sense import LODGINGS
from sources.turn import Turn

__all__ = ["gather"]

#: Places that have tenants, and who their tenants are.
_HOSTS = ("Zone", "Park", "AdministrativeArea", "Region", *LODGINGS)
_TENANTS = ("Platform", "Project", "Enterprise", "ResearchInstitute", "University")
#: How much text may follow the verb at the end of its clause, in characters.
_AT_END = 3
#: How many must be told of together to be some of those just counted.
_SEVERAL = 2


@lru_cache(maxsize=1)
def _grammar() -> dict[str, re.Pattern[str]]:
    tie, home = map(alternation, ("Attributive", "GatherNoun"))
    room = f"{alternation('RentVerb')}[^,。;]{{0,14}}?{alternation('RoomNoun')}"
    return {
        "home": re.compile(f"(?:[^,。;、]{{0,10}})?{tie}?[^,。;、]{{0,4}}?{home}"),
        "won": re.compile(f"[^,。;、]{{0,4}}?{alternation('WinVerb')}"),
        "rents": re.compile(f"{alternation('InsideWord')}?[^,。;、]{{0,4}}?{room}"),
        "are": re.compile(f"{alternation('LieWord')}{alternation('Copula')}"),
        "some": re.compile(f"{alternation('SomeOf')}[^,。;、“”]{{0,2}}[“]?"),
    }


def gather(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``locatedIn``: 甲城是乙院的聚集地; 甲园把乙引进来; 甲园有46家, 其中乙…."""
    host: Subject | None = None
    for turn in turns:
        yield from _homes(shadow, turn)
        yield from _won(shadow, turn)
        yield from _invited(shadow, turn)
        yield from _rented(shadow, turn)
        some = host is not None and (_is_some(shadow, turn) or _is_of_them(shadow, turn))
        if host is not None and turn.own is not None and some:
            yield from _drafts(shadow, turn, turn.own, host, turn.own.end)
        host = _counting(shadow, turn)


def _homes(shadow: str, turn: Turn) -> Iterator[Draft]:
    """甲城已成为乙大学、丙实验室等机构的聚集地."""
    own = turn.own
    listed = next((g for g in turn.clause.groups if own is not None and g.start >= own.tail), None)
    if own is None or listed is None or len(own.members) > 1:
        return
    told = pattern("Copula", "GrowVerb").search(shadow, own.tail, listed.start)
    found = _grammar()["home"].match(shadow, listed.tail, turn.clause.end)
    if told is not None and found is not None and turn.clause.end - found.end() <= _AT_END:
        yield from _drafts(shadow, turn, listed, Subject.of(own.members[0]), told.start())


def _won(shadow: str, turn: Turn) -> Iterator[Draft]:
    """甲园把乙项目引进来."""
    marks = load_lexicon().forms("PatientMarker")
    own = turn.own
    moved = next((g for g in turn.clause.groups if g.governor in marks), None)
    if own is None or moved is None or own.start > moved.start or len(own.members) > 1:
        return
    found = _grammar()["won"].match(shadow, moved.tail, turn.clause.end)
    if found is not None and turn.clause.end - found.end() <= _AT_END:
        yield from _drafts(shadow, turn, moved, Subject.of(own.members[0]), found.end() - 1)


def _invited(shadow: str, turn: Turn) -> Iterator[Draft]:
    """乙公司被甲园引进: it has come there."""
    marks = load_lexicon().forms("AgentMarker") - load_lexicon().forms("DoerMarker")
    for group in turn.clause.groups:
        after = group.governor in marks and turn.own is not None and turn.own.end <= group.start
        if after and turn.own is not None and len(group.members) == 1:
            found = pattern("PassiveHost").match(shadow, group.tail, turn.clause.end)
            if found is not None and turn.clause.end - found.end() <= _AT_END:
                yield from _drafts(
                    shadow, turn, turn.own, Subject.of(group.members[0]), found.start()
                )


def _rented(shadow: str, turn: Turn) -> Iterator[Draft]:
    """乙公司在甲园租了间办公室."""
    sites = load_lexicon().forms("Locative")
    for group in turn.clause.groups:
        rents = _grammar()["rents"].match(shadow, group.tail, turn.clause.end)
        if group.governor not in sites or group.inner or rents is None:
            continue
        area = Subject.of(group.members[-1])
        if turn.own is not None and turn.own.end <= group.start:
            yield from _drafts(shadow, turn, turn.own, area, rents.start())


def _is_some(shadow: str, turn: Turn) -> bool:
    """Does the clause open with some of those just counted (其中乙公司、丙公司…)?"""
    start = turn.clause.start
    opened = _grammar()["some"].match(shadow, start, turn.clause.end)
    return opened is not None and turn.own is not None and opened.end() >= turn.own.start


def _is_of_them(shadow: str, turn: Turn) -> bool:
    """Does the clause tell what several of those just counted are (甲、乙都是大户)?"""
    own = turn.own
    lead = shadow[turn.clause.start : own.start] if own is not None else ""
    listed = lead.endswith("、")  # some of them may be names that we do not know
    if own is None or (lead and not listed) or (len(own.members) < _SEVERAL and not listed):
        return False
    return _grammar()["are"].match(shadow, own.tail, turn.clause.end) is not None


def _counting(shadow: str, turn: Turn) -> Subject | None:
    """The place of which the clause counts whom it has, without naming them."""
    own, hits = turn.own, [h for h in turn.clause.hits if _has(h)]
    if own is None or len(turn.clause.groups) > 1 or len(own.members) > 1:
        return None
    has = pattern("TenantHas").match(shadow, own.tail)
    start = hits[0].end if hits else has.end() if has is not None else None
    if start is None:
        return None
    counts = any(t.pos[0] == "m" and t.start >= start for t in turn.clause.tokens)
    firms = bool(hits) or pattern("ListClass").search(shadow, start, turn.clause.end) is not None
    return Subject.of(own.members[0]) if counts and firms else None


def _has(hit: Hit) -> bool:
    """Does the word say that a place has somebody (引进, 现有企业)?"""
    roles = {(cue.kind, cue.attributes.get("agent")) for cue in hit.cues if _places(cue)}
    return bool(roles & {("Trigger", "object"), ("CapacityNoun", "body")})


def _places(cue: Cue) -> bool:
    return cue.signals == "locatedIn"


def _drafts(shadow: str, turn: Turn, listed: Group, host: Subject, at: int) -> Iterator[Draft]:
    if not vocabulary().is_any(host.entity.cls, _HOSTS):
        return
    for ref in listed.members:
        lodged = vocabulary().is_any(ref.entity.cls, _TENANTS)
        if lodged and vocabulary().fits("locatedIn", ref.entity.cls, host.entity.cls):
            yield Draft(
                ref.entity, "locatedIn", host.entity, "structure/gather",
                (("predicate", ref.start, ref.end), host.span), ref.how,
                modality=turn.modality(shadow, at),
            )  # fmt: skip
