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
    for before, point, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        joined = point.text == "·" and before.end == point.start and point.end == after.start
        if not joined or not _is_named(before, after):
            continue
        if len(before.text) < 2 or _POINTED.match(shadow, before.start) is None:
            continue
        name = name_at(shadow, before.start, edges)
        if name is not None:
            yield name


def _is_named(before: Token, after: Token) -> bool:
    """Are the words around a point names, or one of them a name and the other no word?"""
    named = [word.pos in _NAMED for word in (before, after)]
    coined = [not is_known_word(word.text) for word in (before, after)]
    return any(named) and all(map(or_, named, coined))
