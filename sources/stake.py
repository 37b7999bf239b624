"""Stakes: the words behind bodies that say they pay a part of what several pay for."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation
from sources.clause import Clause, Group, Hit
from sources.numeral import ARABIC, chinese_signs

__all__ = ["invested", "stake"]

#: How much text may follow the sum, in characters.
_AT_END = 3


def stake(shadow: str, clause: Clause, group: Group) -> re.Match[str] | None:
    """What says right behind a list that its members pay a part: 各出10亿元, 出资七成, 三家分摊."""
    return _paying().match(shadow, group.tail, clause.end)


def invested(shadow: str, clause: Clause, hit: Hit) -> bool:
    """Does the clause end with a sum behind its verb of paying (甲公司投资26亿元)?"""
    if not any(cue.attributes.get("money") == "true" for cue in hit.cues):
        return False
    found = _sum().match(shadow, hit.end, clause.end)
    return found is not None and clause.end - found.end() <= _AT_END


@lru_cache(maxsize=1)
def _number() -> str:
    half, measure = alternation("AmountWord"), alternation("ShareMeasure")
    return f"(?:{half}|(?:{ARABIC}|[{chinese_signs()[0]}]+){measure})"


@lru_cache(maxsize=1)
def _sum() -> re.Pattern[str]:
    return re.compile(f"{alternation('Approximator')}?{_number()}")


@lru_cache(maxsize=1)
def _paying() -> re.Pattern[str]:
    fill, verb, whole = map(alternation, ("ShareFill", "ShareVerb", "ShareAll"))
    paid = f"{verb}{alternation('Approximator')}?{_number()}"
    return re.compile(f"(?:{fill})*(?:{paid}|[^,。;、]{{0,8}}?{whole})")
