"""Complements: nouns beside a verb that leave its object what it is, or say that it is other."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.numeral import ARABIC, chinese_signs
from sources.turn import Turn

__all__ = ["is_between", "is_corner", "is_paid", "is_site", "is_told", "lists_others"]

#: How much text may tell what kind of thing did it, behind what 是 says of it, in characters.
_TOLD_REACH = 12
#: Between so many places it lies in none of them; between two it may lie in both.
_CORNERS = 3


def is_site(shadow: str, hit: Hit, group: Group) -> bool:
    """Is it a place of which the text goes on to tell the side (位于甲市城东, 选址乙园二楼)?"""
    if not hit.says("locatedIn"):
        return False
    area = vocabulary().is_a(group.members[-1].entity.cls, "AdministrativeArea")
    return area or _quarter().match(shadow, group.tail) is not None or is_corner(shadow, hit, group)


def is_between(shadow: str, clause: Clause, hit: Hit, group: Group) -> bool:
    """Are the places but what it lies between (地处甲、乙、丙三市中间)?"""
    if not hit.says("locatedIn") or len(group.members) < _CORNERS:
        return False
    return pattern("BetweenNoun").search(shadow, group.tail, clause.end) is not None


def is_corner(shadow: str, hit: Hit, group: Group) -> bool:
    """Does the clause end in a part of the place that has a name of its own (建在甲园的西片)?"""
    told = (cue.attributes.get("agent") for cue in hit.cues if cue.signals == "locatedIn")
    return "subject" in told and _corner().match(shadow, group.tail) is not None


def is_paid(shadow: str, hit: Hit, group: Group) -> bool:
    """Is it who gets the sum that follows (资助甲院1200万元, 给予乙公司最高500万元补助)?"""
    return hit.says("supports") and _sum().match(shadow, group.tail) is not None


def is_told(shadow: str, clause: Clause, group: Group, turn: Turn | None) -> bool:
    """Is it the end of what 是 says of the subject (甲市是首个推行“乙制”的城市)?"""
    own = turn.own if turn is not None else None
    if own is None or own.end > group.start or not pattern("Copula").match(shadow, own.tail):
        return False
    later = any(hit.start >= group.tail for hit in clause.hits)
    return not later and clause.end - group.tail <= _TOLD_REACH


def lists_others(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does a noun before the verb say that those listed are no parts (甲公司的客户包括乙公司)?"""
    own = turn.own
    if own is None or own.tail > hit.start or turn.link(hit) is not None:
        return False
    if pattern("RoadNoun").match(shadow, own.tail) is not None:
        return True  # 沪宁|高铁串起甲园
    if pattern("NoPartNoun").search(shadow, own.tail, hit.start) is not None:
        return True
    tied = pattern("Attributive").match(shadow, own.tail) is not None
    return tied and pattern("WholeNoun").search(shadow, own.tail, hit.start) is None


@lru_cache(maxsize=1)
def _quarter() -> re.Pattern[str]:
    """A part of a building by its number, a side of an area, years: 二楼, A座, 核心地带, 十年."""
    sign = chinese_signs()[0]
    storey = f"(?:[0-9A-Z]|[{sign}])+{alternation('StoreyNoun')}"
    term = f"(?:[0-9]+|[{sign}]+){alternation('TermSign')}"
    return re.compile(f"{storey}|{term}|{alternation('SideWord', 'QuarterNoun')}")


@lru_cache(maxsize=1)
def _corner() -> re.Pattern[str]:
    """A part with a name of its own that ends the clause: 乙园|西片, 乙园|的智汇楼."""
    tie, part = alternation("Attributive"), alternation("QuarterNoun", "StoreyNoun", "CornerNoun")
    named = f"(?:(?!{tie})[^,。;、]){{0,6}}?"
    inside = alternation("InsideWord")
    return re.compile(f"{tie}?{named}{part}{inside}?(?=[,。;]|\\Z)")


@lru_cache(maxsize=1)
def _sum() -> re.Pattern[str]:
    number = f"{alternation('Approximator')}?(?:{ARABIC}|[{chinese_signs()[0]}]+)"
    return re.compile(f"{number}[^,。;、]{{0,3}}?{alternation('MoneyMark')}")
