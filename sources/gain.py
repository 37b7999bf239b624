"""Gains: the sum that the one whom a text is about gets from somebody named beside it."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Subject
from sources.fold import OPENERS
from sources.quantity import Quantity
from sources.receiver import THINGS, is_doer
from sources.stake import gives
from sources.turn import Turn

__all__ = ["gained", "into_it", "is_part"]

#: Who is given money.
_TAKERS = (*THINGS, "University")


def gained(shadow: str, turn: Turn, quantity: Quantity) -> Subject | None:
    """Who gets what 的 ties to its giver, or what a giver puts into 它.

    甲公司去年拿到乙基金的600万元投资; 乙基金向它注资1.5亿元.
    """
    before = [g for g in turn.clause.groups if g.end <= quantity.start]
    if quantity.kind != "money" or not before:
        return None
    giver = before[-1]
    if turn.own is giver and not is_doer(giver) and into_it(shadow, giver, quantity.start):
        return _taker(turn.before, giver)
    if not _from().fullmatch(shadow, giver.tail, quantity.start):
        return None
    lead = shadow[turn.clause.start : giver.start].rstrip(OPENERS)
    if not lead.endswith(tuple(load_lexicon().forms("GainVerb"))):
        return None
    if turn.own is not None and turn.own.end <= giver.start:
        return Subject.of(turn.own.members[-1])
    about = turn.before if turn.own is not None else turn.subjects
    return _taker(about, giver)


def _taker(about: tuple[Subject, ...], giver: Group) -> Subject | None:
    """The one of those whom the text is about that can be given money by somebody else."""
    givers = [ref.entity for ref in giver.members]
    takers = (s for s in about if vocabulary().is_any(s.entity.cls, _TAKERS))
    return next((s for s in takers if all(s.entity is not one for one in givers)), None)


def into_it(shadow: str, giver: Group, end: int) -> re.Match[str] | None:
    """What tells right behind somebody that he gives money to 它."""
    return _it().match(shadow, giver.tail, end)


@lru_cache(maxsize=1)
def _it() -> re.Pattern[str]:
    """From who gives to the sum, when a word for the one spoken of stands between."""
    verb = alternation("InjectVerb", "GiveVerb", "CreditWord")
    it = f"{alternation('Recipient')}{alternation('ItWord')}(?!{alternation('Attributive')})"
    return re.compile(f"[^,。;、0-9]{{0,6}}{it}[^,。;、0-9]{{0,4}}{verb}[^,。;、0-9]{{0,4}}")


@lru_cache(maxsize=1)
def _from() -> re.Pattern[str]:
    return re.compile(f"[”》]?{alternation('Attributive')}{alternation('Approximator')}?")


def _pledged(shadow: str, turn: Turn, quantity: Quantity, whole: Subject) -> bool:
    """Does the clause only tell what is left of the sum told before it (剩下的2.7亿元靠贷款)?"""
    if turn.own is not None and turn.own.end <= quantity.start:
        return False
    if not vocabulary().is_any(whole.entity.cls, _TAKERS):
        return False
    return pattern("RestWord").match(shadow, turn.clause.start) is not None


def is_part(shadow: str, turn: Turn, quantity: Quantity, past: tuple[Quantity, Subject]) -> bool:
    """Does somebody give a part of the sum told before it (总投资9亿元, 其中甲市出资4亿元)?"""
    same = quantity.unit == past[0].unit or quantity.kind == "share"
    if past[0].kind != "money" or not same:
        return False
    if _pledged(shadow, turn, quantity, past[1]):
        return True
    if turn.own is None:
        return False
    opens = pattern("AmongWord").match(shadow, turn.clause.start) is not None
    return opens and gives(shadow, turn.clause, turn.own, quantity.start)
