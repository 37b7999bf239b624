"""Foreigners: persons whose name is written with a point, with or without a post beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import or_

from sources.surname import name_at
from sources.token import Token, is_known_word

__all__ = ["find_foreigners"]

_POINTED = re.compile("[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{2,8}")
#: Tags that the segmenter gives to letters of foreign names.
_NAMED = frozenset({"nr", "nrt", "nrfg"})
#: Tags of the one sign of a foreign name that may stand before them.
_SIGNS = frozenset({"ns", "nz", *_NAMED})


def find_foreigners(
    shadow: str, tokens: tuple[Token, ...], edges: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """Spans of names with a point in one sentence, both parts of which look like names.

    >>> from sources.token import tokenize
    >>> text = "鲁道夫·韦伯和云谷·创新中心"
    >>> words = tuple(tokenize(text, 0, len(text)))
    >>> edges = frozenset(at for word in words for at in (word.start, word.end))
    >>> [text[start:end] for start, end in find_foreigners(text, words, edges)]
    ['鲁道夫·韦伯']
    """
    if not tokens or "·" not in shadow[tokens[0].start : tokens[-1].end]:
        return
    for at in range(1, len(tokens) - 1):
        before, point, after = tokens[at - 1 : at + 2]
        joined = point.text == "·" and before.end == point.start and point.end == after.start
        first = _first(tokens, at - 1) if joined else at - 1
        if not joined or not _is_named(tokens[first], before, after):
            continue
        start = tokens[first].start
        if point.start - start < 2 or _POINTED.match(shadow, start) is None:
            continue
        name = name_at(shadow, start, edges)
        if name is not None:
            yield name


def _first(tokens: tuple[Token, ...], at: int) -> int:
    """The word that a first name starts with which ends in word ``at`` (埃|尔克, 斯特林|格)."""
    if not at or tokens[at - 1].end != tokens[at].start:
        return at
    before, last = tokens[at - 1], tokens[at]
    opened = len(before.text) == 1 and before.pos in _SIGNS and last.pos in _NAMED
    closed = len(last.text) == 1 and before.pos in _NAMED
    return at - 1 if opened or closed else at


def _is_named(first: Token, before: Token, after: Token) -> bool:
    """Are the words around a point names, or one of them a name and the other no word?"""
    named = [first.pos in _NAMED or before.pos in _NAMED, after.pos in _NAMED]
    coined = [not is_known_word(word.text) for word in (before, after)]
    return any(named) and all(map(or_, named, coined))
