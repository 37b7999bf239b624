"""Stretches: runs of words that the name of a company may be made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.token import Token, is_known_word

__all__ = ["brand_runs", "is_inside"]

#: First letters of tags of words that a company's name may be made of.
_NOMINAL = frozenset("nabjgzsfil")
#: Kinds of cues of words that end such a name.
_EDGES = (
    *("ActionVerb", "Trigger", "Preposition", "AgentMarker", "Joiner", "Comitative"),
    *("Demonstrative", "LeftStop", "SayVerb", "SectionWord", "FirmOpener", "FirmPost", "Title"),
    *("ListEnd", "Attributive", "Future", "Completed", "Negation", "Former"),
)


@dataclass(frozen=True, slots=True)
class _Words:
    tails: frozenset[str]
    edges: frozenset[str]
    copulas: frozenset[str]
    joiners: frozenset[str]
    aspects: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    return _Words(
        tails=lexicon.forms("FirmTail"),
        edges=lexicon.forms(*_EDGES),
        copulas=lexicon.forms("Copula"),
        joiners=lexicon.forms("Joiner", "ItemJoiner", "ListEnd"),
        aspects=lexicon.forms("AspectSign"),
    )


def brand_runs(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """Stretches of words that a company's name may be made of: first and last token."""
    first: int | None = None
    for index in range(len(tokens)):
        inside = is_inside(tokens, index)
        if inside and first is None:
            first = index
        elif not inside and first is not None:
            yield first, index - 1
            first = None
    if first is not None:
        yield first, len(tokens) - 1


def is_inside(tokens: tuple[Token, ...], index: int) -> bool:
    """May the word at ``index`` be part of a company's name?"""
    token, words = tokens[index], _words()
    if token.text in words.tails:
        return True
    if token.text in words.edges or not "\u4e00" <= token.text[0] <= "\u9fff":
        return False
    if not is_known_word(token.text):
        return token.text[-1] not in words.aspects  # 做过|北海动力
    if len(token.text) > 1 and token.text[-1] in words.copulas:
        return False
    if token.pos[0] in _NOMINAL or token.pos == "vn":
        return True
    odd = _is_odd(tokens, index) or _closes(tokens, index)
    return len(token.text) == 1 and token.pos[0] in "vd" and odd


def _closes(tokens: tuple[Token, ...], index: int) -> bool:
    """Is this letter the last one of a brand that no dictionary has (赛步|达,)?"""
    before = tokens[index - 1] if index else None
    after = tokens[index + 1].text if index + 1 < len(tokens) else ","
    closed = not after.isalpha() or after in _words().joiners
    odd = before is not None and before.text.isalpha() and not is_known_word(before.text)
    return odd and closed


def _is_odd(tokens: tuple[Token, ...], index: int) -> bool:
    """Does a letter that is no word of its own stand beside this one-letter word (镭|鸣)?"""
    beside = (tokens[at] for at in (index - 1, index + 1) if 0 <= at < len(tokens))
    return any(len(t.text) == 1 and t.pos in {"g", "ng", "zg"} for t in beside)
