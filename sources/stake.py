"""Stakes: the words behind bodies that say they pay a part of what several pay for."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation
from sources.clause import Clause, Group
from sources.numeral import ARABIC, chinese_signs

__all__ = ["stake"]


def stake(shadow: str, clause: Clause, group: Group) -> re.Match[str] | None:
    """What says right behind a list that its members pay a part: 各出10亿元, 出资七成, 三家分摊."""
    return _paying().match(shadow, group.tail, clause.end)


@lru_cache(maxsize=1)
def _paying() -> re.Pattern[str]:
    fill, verb = alternation("ShareFill"), alternation("ShareVerb")
    about, measure = alternation("Approximator"), alternation("ShareMeasure")
    half, whole = alternation("AmountWord"), alternation("ShareAll")
    number = f"(?:{half}|(?:{ARABIC}|[{chinese_signs()[0]}]+){measure})"
    return re.compile(f"(?:{fill})*(?:{verb}{about}?{number}|[^,。;、]{{0,8}}?{whole})")
