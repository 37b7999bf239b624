"""Objects: the list of things that a verb of a clause acts on."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.clause import Clause, Group, Hit
from sources.complement import is_between, is_corner, is_paid, is_site, is_told
from sources.token import Token
from sources.turn import Turn

__all__ = ["is_beside", "is_tied", "object_of"]

#: How far before a verb its own subject may stand, in characters.
_BESIDE = 6
#: How far before its object a verb may stand when nothing else lies between, in characters.
_OBJECT_REACH = 40
_OPENERS = "“‘《("


def object_of(
    shadow: str, clause: Clause, hit: Hit, words: dict[int, Token], beside: Turn | None
) -> Group | None:
    """The list after the trigger that it acts on: nothing but modifiers lies between.

    ``beside``: a verb that only describes its object (兴建的 X) must stand right behind the
    subject of this turn; None does not ask for it.
    """
    if _makes_into(shadow, hit, words.get(hit.end)):
        return None
    if pattern("DeedNoun").match(shadow, hit.end) is not None:
        return None  # 建设|范围内的甲园: no deed
    for group in clause.groups:
        if group.start < hit.end or group.inner:
            continue
        if group.start - hit.end > _OBJECT_REACH:
            return None
        if _has_verb_between(clause, hit, group) and not is_tied(shadow, group.start):
            return None
        quoted = shadow[group.tail - 1] in "”》"
        after = words.get(group.tail)
        counted = len(group.members) > 1 and after is not None and after.pos[0] == "m"
        sits = is_site(shadow, hit, group) or is_paid(shadow, hit, group)
        matter = pattern("MatterWord").match(shadow, group.tail)  # 就共建甲院|一事签约
        if not (group.closed or quoted or counted or sits or matter) and _modifies(after):
            continue
        if beside is not None and _describes(shadow, hit, group) and not is_beside(beside, hit):
            return None
        governed = group.governor and group.governor in shadow[hit.end : group.start]
        owns = _owns(shadow, hit, group) and not is_told(shadow, clause, group, beside)
        if not governed and not owns and not is_between(shadow, clause, hit, group):
            return group
    return None


def _makes_into(shadow: str, hit: Hit, after: Token | None) -> bool:
    """Does the verb tell what something shall be (将打造|成创新中心, but not 建设|成渝研究院)?"""
    if pattern("IntoWord").match(shadow, hit.end) is None:
        return False
    return after is None or after.text in load_lexicon().forms("IntoWord")


@lru_cache(maxsize=1)
def _spot() -> re.Pattern[str]:
    """What ends a clause that tells in what part of a place a thing is: 的一片丘陵里."""
    return re.compile(rf"[^,。;]{{1,12}}?{alternation('InsideWord', 'SideWord')}(?=[,。;]|\Z)")


def is_tied(shadow: str, start: int) -> bool:
    """Does 的 tie what stands before ``start`` to the name there?

    >>> is_tied("15亿元的“种子基金”", 6), is_tied("设立“种子基金”", 3)
    (True, False)
    """
    while start and shadow[start - 1] in _OPENERS:
        start -= 1
    return shadow[max(0, start - 1) : start] in load_lexicon().forms("Attributive")


def _describes(shadow: str, hit: Hit, group: Group) -> bool:
    """Does the verb only describe the thing: 设立的榆次工业小区?"""
    between = shadow[hit.end : group.start].rstrip("“‘《")
    return between in load_lexicon().forms("RelativeLink")


def is_beside(turn: Turn, hit: Hit) -> bool:
    """Does the subject stand right before the verb, so that it is the verb's own?"""
    return turn.own is not None and 0 <= hit.start - turn.own.tail <= _BESIDE


def _modifies(after: Token | None) -> bool:
    """Does a noun follow at once, so that the name only describes it (重庆|科技创新的力量)?"""
    if after is None or after.text in load_lexicon().forms("Closer", "DealNoun"):
        return False
    return after.pos[0] in "nmb" or (after.pos[0] == "a" and len(after.text) > 1)


def _has_verb_between(clause: Clause, hit: Hit, group: Group) -> bool:
    """Does another verb take the object? 推进 may wrap another verb's object."""
    return any(
        hit.end <= other.start < group.start and (other.of("verb") or other.of("state"))
        for other in clause.hits
    )


def _owns(shadow: str, hit: Hit, group: Group) -> bool:
    """Is the verb's object not the list but what 的 ties to it (X 的人才, but not X 的建设)?"""
    tie = pattern("Attributive").match(shadow, group.tail)
    if tie is None or pattern("Closer").match(shadow, tie.end()) is not None:
        return False
    if is_corner(shadow, hit, group):
        return False
    if hit.says("locatedIn") and _spot().match(shadow, tie.end()) is not None:
        return False
    if hit.says("supports") and pattern("AidAim").match(shadow, tie.end()) is not None:
        return False  # 支持甲院的成果转化
    # 印发《…》的通知 issues the document; 推行“…”的模式 carries out what is quoted.
    named = pattern("OwnKind").match(shadow, tie.end()) is not None
    return not named
