"""Sorts: head nouns that stand for a sort of thing, and not for one named before."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon
from sources.token import Token

__all__ = ["is_kind"]

#: First letters of tags: a word of these before a bare noun makes it another thing.
_DESCRIBERS = frozenset("nabmq")


def is_kind(shadow: str, words: tuple[Token, ...], position: int) -> bool:
    """Is the noun at ``position`` described, graded or counted (市级以上平台, 平台146个)?"""
    before = words[position - 1] if position else None
    if before is not None:
        loose = load_lexicon().forms("OtherWord", "Threshold")
        if before.pos[0] in _DESCRIBERS or before.text in loose:
            return True
    return _tally().match(shadow, words[position].end) is not None


@lru_cache(maxsize=1)
def _tally() -> re.Pattern[str]:
    """How many there are, and nothing behind that (园区26家企业 counts the firms)."""
    sign = alternation("CountSign")
    return re.compile(f"(?:[0-9]+|{sign}+){sign}*{alternation('UnnamedMeasure')}(?=[,。;、)]|\\Z)")
