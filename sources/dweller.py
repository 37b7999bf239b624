"""Dwellers: who is in the place that the text has come to, told over clauses and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ontology.lexicon import alternation, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft, Subject
from sources.sense import LODGINGS
from sources.trail import Trail
from sources.turn import Turn

__all__ = ["dwell", "home"]

#: Places that have somebody in them, and who may be there.
_HOMES = ("Place", *LODGINGS)
_LOCAL = ("Platform", "Project", "Enterprise", "ResearchInstitute")
#: Rungs on which a thing stands where it is opened.
_RUNGS = frozenset({"underConstruction", "completed", "operational"})
#: How much text may follow a verb that ends its clause, in characters.
_AT_END = 1


@lru_cache(maxsize=1)
def _grammar() -> dict[str, re.Pattern[str]]:
    inside, here, lie = map(alternation, ("InsideWord", "PointedPlace", "LieMarker"))
    adverb = f"(?:[0-9]|{alternation('TimeMark', 'SettleLead', 'LieWord')})*"
    has, kin = alternation("DwellVerb"), alternation("SuchWord")
    return {
        "has": re.compile(f"{inside}?[^,。;、]{{0,6}}?{has}"),
        "kind": re.compile(f"(?:{kin})?[^,。;、]{{0,12}}"),
        "first": re.compile(_foremost()),
        "ends": re.compile(f"[^,。;、]{{0,8}}?{alternation('TenantVerb')}"),
        "here": re.compile(f"{adverb}{lie}{here}[^,。;、]{{0,3}}?{alternation('SettleVerb')}"),
        "rests": re.compile(f"{adverb}{lie}(?:{here}|{alternation('InnerPlace')})(?=[,。;]|\\Z)"),
    }


def _foremost() -> str:
    """What stands before the name of the foremost of those in a place, in the clause."""
    tie, link = alternation("Attributive"), alternation("NumberOne")
    inside, first, kind = map(alternation, ("InsideHost", "FirstWord", "DwellerKind"))
    word = f"(?:(?!{tie})[^,。;、])"
    ranked = f"{word}{{0,5}}?{alternation('Superlative')}{word}{{1,3}}{tie}"
    told = (
        ranked,
        f"{first}[^,。;、]{{0,6}}?{kind}{link}?",
        f"{ranked}[^,。;、]{{0,4}}?{kind}{link}",
        f"{ranked}{link}",
    )
    return f"(?:{inside}{tie}?)?(?:{'|'.join(told)})[“‘《 ]*"


def dwell(shadow: str, turns: list[Turn], trail: Trail, passage: int) -> Iterator[Draft]:
    """Drafts of ``locatedIn``: 区内已有甲、乙两个平台; 甲又在这里挂牌; 随着甲迁入, 乙城….

    ``passage``: where the paragraph starts.
    """
    for turn in turns:
        yield from _had(shadow, turn)
        yield from _here(shadow, turn, trail, passage)
        yield from _ranked(shadow, turn, trail, passage)
    for before, after in pairwise(turns):
        yield from _come(shadow, before, after)


def home(turn: Turn, trail: Trail, passage: int) -> Subject | None:
    """The place that 这里 stands for in a clause: the one named last, if the text is about it.

    Or if the paragraph names no other; where it names none, the place that the text is about.
    """
    about = (*turn.before, *turn.context, *turn.topic)
    last = trail.last(turn.clause.start, _HOMES)
    if last is None or last.start < passage:
        return next((s for s in about if vocabulary().is_any(s.entity.cls, _HOMES)), None)
    places = {s.entity.name for s in about if vocabulary().is_any(s.entity.cls, _HOMES)}
    told = places == {last.entity.name}
    named = {r.entity.name for r in trail.until(last.end, _HOMES, passage)}
    return Subject.of(last) if told or len(named) == 1 else None


def _had(shadow: str, turn: Turn) -> Iterator[Draft]:
    """合肥有甲、乙这样的企业; 区内已有甲、乙两个平台."""
    own, clause = turn.own, turn.clause
    if own is None or len(own.members) > 1 or own.governor:
        return
    area = own.members[0]
    listed = next((g for g in clause.groups if g.start >= own.tail), None)
    if listed is None or listed.governor or not vocabulary().is_any(area.entity.cls, _HOMES):
        return
    has = _grammar()["has"].fullmatch(shadow[own.tail : listed.start].rstrip("“‘《 "))
    if has is None or not _is_kind(shadow, clause, listed):
        return
    if pattern("Negation").search(shadow, own.tail, listed.start) is not None:
        return  # 乙区还没有甲公司这样的企业
    yield from _drafts(shadow, turn, listed, Subject.of(area), own.tail)


def _is_kind(shadow: str, clause: Clause, listed: Group) -> bool:
    """Does the clause end in what kind of things those listed are, or that they have come?"""
    rest = shadow[listed.tail : clause.end]
    ends = _grammar()["ends"].match(rest)
    if ends is not None and ends.end() == len(rest):
        return True
    words = [token for token in clause.tokens if token.start >= listed.tail]
    does = any(token.pos[0] == "v" and token.pos != "vn" for token in words)
    others = pattern("NoPartNoun").search(rest) is not None
    return not does and not others and _grammar()["kind"].fullmatch(rest) is not None


def _here(shadow: str, turn: Turn, trail: Trail, passage: int) -> Iterator[Draft]:
    """甲中心又在这里挂牌, 甲、乙都在此设厂, 甲、乙都在里面."""
    own, clause = turn.own, turn.clause
    if own is None or any(group.start >= own.tail for group in clause.groups):
        return
    grammar = _grammar()
    found = grammar["here"].match(shadow, own.tail, clause.end)
    if found is not None and _has_object(clause, found.end()):
        return
    found = found or grammar["rests"].match(shadow, own.tail, clause.end)
    host = home(turn, trail, passage) if found is not None else None
    if host is not None:
        yield from _drafts(shadow, turn, own, host, own.tail)


def _ranked(shadow: str, turn: Turn, trail: Trail, passage: int) -> Iterator[Draft]:
    """谷里最早的住户是甲公司; 体量最大的乙项目投产: the foremost of those in the place."""
    own = turn.own
    if own is None or own.governor:
        return
    if _grammar()["first"].fullmatch(shadow, turn.clause.start, own.start) is None:
        return
    host = home(turn, trail, passage)
    if host is None or host.start < passage:
        return
    if vocabulary().is_any(host.entity.cls, ("Zone", "Park")):
        yield from _drafts(shadow, turn, own, host, own.tail)


def _has_object(clause: Clause, at: int) -> bool:
    """Is it something else that is founded or opened there (在这里成立党支部)?"""
    return any(token.start == at and token.pos[0] in "njl" for token in clause.tokens)


def _come(shadow: str, before: Turn, after: Turn) -> Iterator[Draft]:
    """随着甲中心迁入, 乙城的院所达到9家: who has come has come there."""
    clause, own = before.clause, after.own
    if pattern("AlongWith").match(shadow, clause.start) is None or len(clause.groups) != 1:
        return
    group, last = clause.groups[0], clause.hits[-1] if clause.hits else None
    if last is None or last.start < group.tail or clause.end - last.end > _AT_END:
        return
    place = own is not None and own is after.clause.groups[0] and len(own.members) == 1
    place = place and own is not None and vocabulary().is_any(own.members[0].entity.cls, _HOMES)
    if place and own is not None and (_sits(last) or _opens(last)):
        yield from _drafts(shadow, before, group, Subject.of(own.members[0]), last.start)


def _sits(hit: Hit) -> bool:
    cues = (cue for cue in hit.cues if cue.signals == "locatedIn")
    return any(cue.attributes.get("agent") == "subject" for cue in cues)


def _opens(hit: Hit) -> bool:
    return any(cue.attributes.get("status") in _RUNGS for cue in hit.of("state"))


def _drafts(shadow: str, turn: Turn, group: Group, host: Subject, verb: int) -> Iterator[Draft]:
    """Everybody of the group is in the host."""
    for ref in group.members:
        local = vocabulary().is_any(ref.entity.cls, _LOCAL) and ref.entity is not host.entity
        if local and vocabulary().fits("locatedIn", ref.entity.cls, host.entity.cls):
            yield Draft(
                ref.entity, "locatedIn", host.entity, "structure/dweller",
                (("predicate", ref.start, ref.end), ("alias", host.start, host.end)), ref.how,
                modality=turn.modality(shadow, verb),
            )  # fmt: skip
