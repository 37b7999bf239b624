"""Purposes: the thing named behind a number that the number describes, goes to or founds."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Subject
from sources.quantity import Quantity, quantities
from sources.receiver import OBJECT_REACH, SIZED, THINGS, founds
from sources.reference import Reference
from sources.turn import Turn

__all__ = ["described"]

#: How far behind 的 the thing may stand that a number is about (15亿元的…基金), in characters.
_OWNER_REACH = 14
_PAUSE = re.compile(r"[,。;、]")
#: Kinds of amounts that something is founded with and that are paid, how much may follow one in
#: its clause, and how much may stand before the verb of founding, in characters.
_SPENT, _PAID = frozenset({"money", "area"}), frozenset({"money", "area", "count", "share"})
_REST, _LEAD = 6, 8
#: How many clauses further on the thing may be that is founded with the amount.
_AHEAD = 2
#: Who is paid beside things.
_TAKERS = (*THINGS, "University")


def described(
    shadow: str, turns: list[Turn], index: int, quantity: Quantity, references: list[Reference]
) -> Subject | None:
    """The name after the number: 15亿元的X, 投资60亿元建设X, 2亿元投给了X, 划出300亩, 设立X."""
    turn = turns[index]
    owner = next((ref for ref in references if ref.start >= quantity.unit_end), None)
    if owner is None:
        return None
    span = (quantity.end, owner.start)
    if _PAUSE.search(shadow, *span) or owner.start > turn.clause.end:
        return _set_up(shadow, turns[index : index + 1 + _AHEAD], quantity)
    if quantity.kind in _PAID and _paid().fullmatch(shadow, *span) and _is(owner, _TAKERS):
        return Subject.of(owner)
    if not _is(owner, THINGS):
        return None
    near = owner.start - quantity.end <= _OWNER_REACH
    if near and pattern("Attributive").search(shadow, *span) is not None:
        return Subject.of(owner)
    if quantity.kind not in _SPENT:
        return None
    built = any(quantity.end <= h.start < owner.start and founds(h) for h in turn.clause.hits)
    return Subject.of(owner) if built or _made().fullmatch(shadow, *span) else None


def _is(ref: Reference, classes: tuple[str, ...]) -> bool:
    return vocabulary().is_any(ref.entity.cls, classes)


@lru_cache(maxsize=1)
def _paid() -> re.Pattern[str]:
    """What stands between a sum and who gets it."""
    return re.compile(f"[^,。;、:]{{0,4}}?{alternation('PaidVerb')}[“‘《]?")


@lru_cache(maxsize=1)
def _made() -> re.Pattern[str]:
    """What stands between a sum and what is made of it."""
    verb = f"{alternation('MadeVerb')}{alternation('AspectSign')}?"
    return re.compile(f"[^,。;、:]{{0,4}}?{verb}[“‘《]?")


@lru_cache(maxsize=1)
def _spending() -> re.Pattern[str]:
    """A verb of giving or spending right before the sum."""
    verb = alternation("SpendVerb", "SmallGiveVerb", "OutlayVerb", "GiveVerb")
    return re.compile(f"{verb}{alternation('AspectSign')}?{alternation('Approximator')}?$")


def _set_up(shadow: str, turns: list[Turn], quantity: Quantity) -> Subject | None:
    """What a clause after it founds with the sum or the land: 划出2平方公里, 与甲设立X."""
    clause = turns[0].clause
    if quantity.kind not in _SPENT or clause.end - quantity.end > _REST:
        return None
    if not _is_spent(shadow, turns[0], quantity):
        return None
    for turn in turns[1:]:
        thing = _founded(shadow, turn)
        if thing is not None:
            other = quantities(shadow, turns[1].clause.start, thing.start)
            return None if other else Subject.of(thing)
        if turn.own is not None or shadow[turn.clause.start - 1] == ";":
            return None
    return None


def _is_spent(shadow: str, turn: Turn, quantity: Quantity) -> bool:
    """Does a verb say that the amount is given, spent or taken?

    What a thing costs itself is told by the same verbs (甲园投资3亿元, 建设乙楼).
    """
    start = turn.clause.start
    if pattern("CarveVerb").search(shadow, start, quantity.start) is not None:
        return True
    about = turn.topic or turn.subjects
    if turn.own is None and any(vocabulary().is_any(s.entity.cls, SIZED) for s in about):
        return False
    aside = pattern("SetAside").search(shadow, start, quantity.start) is not None
    return aside or _spending().search(shadow[start : quantity.number_start]) is not None


def _founded(shadow: str, turn: Turn) -> Reference | None:
    """The one thing that the clause founds, whoever does so with whom."""
    small = load_lexicon().forms("Comitative", "DoerMarker", "Locative")
    lead = turn.clause.start
    for group in turn.clause.groups:
        if _opens(group, small, lead):
            lead = group.tail
            continue
        if group.governor or len(group.members) > 1 or not _is(group.members[0], THINGS):
            return None
        if _made().fullmatch(shadow, lead, group.start):
            return group.members[0]
        hit = next((h for h in turn.clause.hits if lead <= h.start < group.start), None)
        hits = [h for h in turn.clause.hits if lead <= h.start < group.start and founds(h)]
        near = hit is not None and hit.start - lead <= _LEAD
        made = any(0 <= group.start - h.end <= OBJECT_REACH for h in hits)
        return group.members[0] if near and made else None
    return None


def _opens(group: Group, small: frozenset[str], lead: int) -> bool:
    """Is it only who does it, with whom or where, at the start of what is left of the clause?"""
    return group.governor in small and group.start - len(group.governor) - lead <= _LEAD
