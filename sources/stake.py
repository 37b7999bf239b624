"""Stakes: the words behind bodies that say they pay a part of what several pay for."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon
from sources.clause import Clause, Group, Hit
from sources.numeral import ARABIC, chinese_signs

__all__ = ["gives", "invested", "runs", "stake"]

#: How much text may follow the sum, in characters.
_AT_END = 3
#: How far behind who gives the verb may stand, in characters.
_VERB_REACH = 12


def stake(shadow: str, clause: Clause, group: Group) -> re.Match[str] | None:
    """What says right behind a list that its members pay a part: 各出10亿元, 出资七成, 三家分摊."""
    return _paying().match(shadow, group.tail, clause.end)


def gives(shadow: str, clause: Clause, group: Group, number: int | None = None) -> bool:
    """Does the clause only say that who stands in it pays, lends or sends something?

    甲集团出8000万元, 县里每年拨款, 学校派驻教师; of 投资 only when something is built of it.
    ``number`` is where the sum starts that it must be, right behind the verb.
    """
    if any(g.start > group.tail and g.governor in _receiving() for g in clause.groups):
        return False  # 给甲公司放款3000万元: that one gets it
    for found in _giving().finditer(shadow, group.tail, min(clause.end, group.tail + _VERB_REACH)):
        if found["weak"] and _works().match(shadow, found.end(), clause.end) is None:
            continue
        if number is None or _sent().fullmatch(shadow, found.end(), number):
            return True
    return False


def runs(shadow: str, clause: Clause, group: Group) -> bool:
    """Is all that the clause says of a list that it runs or joins something (甲公司受托管理)?"""
    return _running().fullmatch(shadow, group.tail, clause.end) is not None


def invested(shadow: str, clause: Clause, hit: Hit) -> bool:
    """Does the clause end with a sum behind its verb of paying (甲公司投资26亿元)?"""
    if not any(cue.attributes.get("money") == "true" for cue in hit.cues):
        return False
    found = _sum().match(shadow, hit.end, clause.end)
    return found is not None and clause.end - found.end() <= _AT_END


@lru_cache(maxsize=1)
def _giving() -> re.Pattern[str]:
    """The verb of giving; of some a sum stands right behind them."""
    strong, small, weak = map(alternation, ("GiveVerb", "SmallGiveVerb", "SpendVerb"))
    sum_next = f"(?=[{chinese_signs()[0]}]|[0-9]|{alternation('Approximator')})"
    return re.compile(f"{strong}|(?P<weak>{weak})|{small}{sum_next}")


@lru_cache(maxsize=1)
def _running() -> re.Pattern[str]:
    return re.compile(f"[^,。;、]{{0,4}}{alternation('RunVerb', 'OperateVerb', 'PartakeVerb')}")


@lru_cache(maxsize=1)
def _sent() -> re.Pattern[str]:
    """What may stand between the verb and its number: what is given (运行经费, 教授)."""
    barred = "".join(sorted(load_lexicon().forms("NoGift")))
    return re.compile(f"[^,。;:、0-9{barred}]{{0,8}}{alternation('Attributive')}?")


@lru_cache(maxsize=1)
def _works() -> re.Pattern[str]:
    """The sum, and behind it that something is built of it."""
    return re.compile(f"{_sum().pattern}[^,。;、]{{0,2}}?{alternation('WorksVerb')}")


@lru_cache(maxsize=1)
def _receiving() -> frozenset[str]:
    return load_lexicon().forms("Recipient")


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
    means = f"{alternation('MeansVerb')}{alternation('MeansNoun')}(?=[,。;、]|\\Z)"
    return re.compile(f"(?:{fill})*(?:{paid}|{means}|[^,。;、]{{0,8}}?{whole})")
