"""Modality: whether a clause states, plans, denies or only supposes what it says."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import load_lexicon

__all__ = ["is_future", "is_past", "is_signed", "is_target", "modality_of", "opens_horizon", "sets_goal"]

#: How far before a verb its negation may stand, in characters.
_NEGATION_REACH = 5


@lru_cache(maxsize=None)
def _pattern(kind: str) -> re.Pattern[str]:
    forms = sorted(load_lexicon().forms(kind), key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, forms)))


def modality_of(
    shadow: str, start: int, verb: int, end: int, sentence: tuple[int, int] | None = None
) -> str:
    """The modality of a clause ``shadow[start:end]`` with its verb at ``verb``.

    ``sentence`` is the span of the sentence around it: a condition at its head or a denial
    anywhere in it holds for all its clauses.

    >>> modality_of("区里尚未引进该项目", 0, 4, 9)
    'negated'
    >>> modality_of("如果获批,区里将引进该项目", 5, 8, 13, (0, 13))
    'hypothetical'
    """
    begin, stop = sentence or (start, end)
    if _pattern("Denial").search(shadow, begin, stop):
        return "denied"
    if _pattern("Condition").search(shadow, begin, verb):
        return "hypothetical"
    lead = shadow[max(start, verb - _NEGATION_REACH) : verb]
    if _pattern("Negation").search(lead):
        return "negated"
    if _pattern("Hypothesis").search(shadow, start, verb):
        return "hypothetical"
    if _pattern("Goal").search(shadow, start, verb):
        return "target"
    return "asserted"


def is_future(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` put the deed ahead?"""
    return _pattern("Future").search(shadow, start, end) is not None


def is_past(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that the deed is done?"""
    return _pattern("Completed").search(shadow, start, end) is not None


def is_signed(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that a contract was signed?"""
    return _pattern("SignVerb").search(shadow, start, end) is not None


def opens_horizon(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` put all that follows ahead (下一步)?"""
    return _pattern("Horizon").search(shadow, start, end) is not None


def sets_goal(shadow: str, start: int, end: int) -> bool:
    """Are all numbers after ``shadow[start:end]`` in the sentence wished for (力争)?"""
    return _pattern("Goal").search(shadow, start, end) is not None


def is_target(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that a number is wished for, not reached?"""
    target = _pattern("Target").search(shadow, start, end)
    return target is not None and _pattern("Actual").search(shadow, start, end) is None
