"""Trim: spans that the tagger took for names, cut to where their words let a name begin and end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.headnoun import head_of
from sources.mention import Mention
from sources.place import is_place
from sources.token import Token, is_known_word

__all__ = ["trim"]

#: Tags of words that follow a name and are no part of it: verbs, adverbs, words for times.
_VERBS = frozenset({"v", "d", "t"})
#: Lengths of a place that stands before a name that opens with it again.
_PLACE_SIZES = (4, 3, 2)


def trim(
    shadow: str, tokens: Sequence[Token], ruled: Sequence[Mention], start: int, end: int
) -> tuple[int, int]:
    """``start`` and ``end`` of the name within ``shadow[start:end]``.

    Where the rules saw a name at one of its ends, a verb or particle beside that parts the rest
    from it: 利用旧址改建|数据中心, 林草局|发布.
    """
    if any(mark in shadow[start:end] for mark in "“《"):
        return start, end
    words = [token for token in tokens if start <= token.start and token.end <= end]
    before = {token.end: token for token in words}
    after = {token.start: token for token in words}
    for mention in ruled:
        if mention.start == start and mention.end > end and shadow[end] == "(":
            return start, mention.end  # 高新区|(筹)
    headed = head_of(shadow[start:end]) is not None
    for mention in ruled:
        if mention.end == end and start < mention.start and _leads(before.get(mention.start)):
            start = mention.start
        open_end = mention.start == start and mention.end < end and not headed
        if open_end and _follows(after.get(mention.end)):
            end = mention.end
    return _once(shadow, start, end), end


@lru_cache(maxsize=1)
def _leading() -> frozenset[str]:
    lexicon = load_lexicon()
    said = lexicon.forms("ActionVerb", "Trigger", "Preposition", "AgentMarker", "SayVerb")
    return said - lexicon.forms("InnerVerb", "InnerJoiner", "GenericModifier")


def _leads(token: Token | None) -> bool:
    """Does the word lead on to a name that starts behind it?"""
    if token is None or token.text not in _leading():
        return False
    return len(token.text) > 1 or token.pos[0] in "pv"


def _follows(token: Token | None) -> bool:
    """Is it the verb or adverb behind a name?"""
    if token is None or token.text in load_lexicon().forms("InnerVerb", "GenericModifier"):
        return False
    known = len(token.text) > 1 and is_known_word(token.text)
    return known and (token.pos in _VERBS or token.text in load_lexicon().forms("FirmPost"))


def _once(shadow: str, start: int, end: int) -> int:
    """Without the place that stands before a name that opens with it (云溪市|云溪工业园)."""
    for size in _PLACE_SIZES:
        place = shadow[start : start + size]
        for stem in (place, place[:-1]):
            again = len(stem) > 1 and shadow.startswith(stem, start + size)
            if again and is_place(place) and start + 2 * size < end:
                return start + size
    return start
