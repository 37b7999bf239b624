"""Denials: clauses that say as a whole that it is not so, quotes called untrue, deeds undone."""

from __future__ import annotations

import re
from functools import cache

from ontology.lexicon import alternation, pattern
from sources.guarded import has_word

__all__ = ["is_false_quote", "is_left_undone", "is_ruled_out", "is_unproven"]

#: How far behind a quote its denial may stand, and how far a negation holds, in characters.
_BEHIND, _REACH = 14, 18
#: Longest quote that something behind it denies, in characters.
_QUOTE = 160
#: What ends the clause behind a quote.
_CLOSING = re.compile("[,;。!?\n]")


@cache
def _cleft() -> re.Pattern[str]:
    """What opens a clause that denies all of itself: 并不是甲公司落户乙园, but not 是不是."""
    return re.compile(
        f"(?:^|(?<=[,;:。“]))“?{alternation('CleftLead')}?{alternation('CleftDenial')}"
    )


def is_ruled_out(shadow: str, start: int, verb: int) -> bool:
    """Does the clause at ``start`` open with words that deny what it says at ``verb``?

    >>> is_ruled_out("并不是甲公司落户乙园", 0, 6), is_ruled_out("不是搬迁而是甲公司落户", 0, 9)
    (True, False)
    """
    opened = _cleft().match(shadow[start:verb])
    return opened is not None and not has_word("CleftTurn", shadow, start + opened.end(), verb)


def is_left_undone(shadow: str, start: int, verb: int) -> bool:
    """Does the clause deny a deed before it tells of ``verb``, which goes on with it?

    >>> is_left_undone("并未出资支持甲院", 0, 4), is_left_undone("未获批的甲厂落户", 0, 6)
    (True, False)
    """
    told = list(pattern("NotYet").finditer(shadow, start, verb))
    if not told or verb - told[-1].end() > _REACH:
        return False
    return not has_word("UndoneEnd", shadow, told[-1].end(), verb)


def is_false_quote(shadow: str, verb: int) -> bool:
    """Does ``verb`` stand in a quote of which the words behind it say that it is not so?

    >>> is_false_quote("信中“甲园落户乙市,投资3亿元”为虚假信息", 5)
    True
    """
    close = shadow.find("”", verb, verb + _QUOTE)
    if close < 0 or "“" in shadow[verb:close] or "\n" in shadow[verb:close]:
        return False
    if shadow.rfind("“", 0, verb) < max(shadow.rfind("”", 0, verb), shadow.rfind("\n", 0, verb)):
        return False
    end = _CLOSING.search(shadow, close, close + _BEHIND)
    stop = end.start() if end else close + _BEHIND
    return has_word("Denial", shadow, close, stop)


def is_unproven(shadow: str, verb: int, stop: int) -> bool:
    """Does the sentence say behind ``verb`` that nobody has confirmed it?"""
    doubt = pattern("Unproven").search(shadow, verb, stop)
    return doubt is not None and "。" not in shadow[verb : doubt.start()]
