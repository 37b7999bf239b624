"""Ambitions: what the lead of a sentence says is only aimed at (他的想法是,到明年拿下甲称号)."""

from __future__ import annotations

import re
from functools import cache

from ontology.lexicon import alternation, pattern
from sources.guarded import guarded, has_word

__all__ = ["is_aimed", "is_on_agenda"]

#: What stands behind words that tell that an aim follows.
_MARKS = (",", ":", "“")
#: The longest clause of a time and 力争 that holds for the next one, in characters.
_LEAD = 14


@cache
def _plans() -> re.Pattern[str]:
    """A plan that puts forward what follows (规划纲要(草案)》提出,…)."""
    return re.compile(f"{alternation('PlanPaper')}[^,。;:!?、]{{0,8}}?{alternation('ProposeVerb')}")


def _is_proposed(shadow: str, end: int) -> bool:
    return shadow[end : end + 1] in _MARKS


def is_aimed(shadow: str, begin: int, start: int) -> bool:
    """Does the sentence from ``begin`` say before the clause at ``start`` that it is a goal?

    >>> is_aimed("力争2025年前,甲站进入名单", 0, 9), is_aimed("2025年,甲站进入名单", 0, 6)
    (True, False)
    """
    if start <= begin:
        return False
    leads = pattern("AimLead").finditer(shadow, begin, start)
    if any(shadow[lead.end() : lead.end() + 1] in _MARKS for lead in leads):
        return True
    if any(_is_proposed(shadow, match.end()) for match in _plans().finditer(shadow, begin, start)):
        return True
    since = max(shadow.rfind(mark, begin, start - 1) for mark in ",:;“") + 1 or begin
    if shadow[start - 1] != "," or start - since > _LEAD:
        return False
    goal = guarded("Goal").search(shadow, since, start)
    return goal is not None and goal.start() == since


def is_on_agenda(shadow: str, sentence: int, start: int) -> bool:
    """Is the clause at ``start`` one of what somebody will work at (明年将做两件事:一是…;二是…)?

    >>> text = "明年将做两件事:一是引进甲院;二是建乙园"
    >>> is_on_agenda(text, 0, text.index("二是")), is_on_agenda(text, 0, 0)
    (True, False)
    """
    colon = shadow.find(":", sentence, start)
    if colon < 0:
        return False
    clause = max(shadow.rfind(mark, sentence, colon) for mark in ",;") + 1 or sentence
    planned = guarded("PlanVerb").search(shadow, clause, colon)
    return planned is not None and has_word("AgendaNoun", shadow, planned.end(), colon)
