"""Witnesses: persons whom a text names without a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation, pattern
from sources.surname import name_at
from sources.token import is_known_word, tokenize

__all__ = ["find_witnesses"]

_HAN = "[\u4e00-\u9fff]"
#: Length of a name that nothing but its own words tell from a word, in characters.
_LONG = 3


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    """A word for what somebody is right before a name: 妻子|方亦云."""
    surname = alternation("DoubleSurname", "Surname")
    return re.compile(f"(?:{alternation('PersonRole')})(?={surname}{_HAN})")


@lru_cache(maxsize=1)
def _honoured() -> re.Pattern[str]:
    """A name between a word that ends before it and its form of address: 的|方亦舟|博士."""
    surname = alternation("DoubleSurname", "Surname")
    opening = f"(?:^|(?<=[\n,。;、:“(])|(?<={alternation('Attributive')}))"
    return re.compile(f"{opening}(?={surname}{_HAN}{{1,2}}{alternation('Honorific', 'Team')})")


@lru_cache(maxsize=1)
def _plate() -> re.Pattern[str]:
    """A line that is a name and a post in brackets: 阿木尔(云溪市科技局局长)."""
    post = rf"\([^()\n]*{alternation('Title')}\)$"
    return re.compile(rf"^[ \u3000]*(?P<name>{_HAN}{{2,4}})(?={post})", re.MULTILINE)


def find_witnesses(shadow: str, edges: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Names behind a word for what somebody is, before a form of address, or alone in a line.

    ``edges`` are the offsets at which words start or end.
    """
    for match in _told().finditer(shadow):
        span = name_at(shadow, match.end(), edges) if match.start() in edges else None
        long = span is not None and span[1] - span[0] >= _LONG
        if span is not None and long and not _is_words(shadow, span):
            yield span
    for match in _honoured().finditer(shadow):
        span = name_at(shadow, match.end(), edges | _address_edges(shadow, match.end()))
        if span is not None and pattern("Honorific", "Team").match(shadow, span[1]):
            yield span
    for match in _plate().finditer(shadow):
        yield match.span("name")


def _is_words(shadow: str, span: tuple[int, int]) -> bool:
    """Is it a word, or words that are no name (居民|高兴|地, 老人|施工|忙, 专家|库|建成)?"""
    if is_known_word(shadow[slice(*span)]):
        return True
    words = tokenize(shadow, *span)
    first, last = words[0], words[-1]
    if first.end == span[1]:
        return False
    opens = len(first.text) > 1 and not first.pos.startswith("nr")
    return opens or last.pos[0] == "u" or (len(last.text) > 1 and last.pos[0] == "v")


def _address_edges(shadow: str, start: int) -> frozenset[int]:
    """Where a form of address may start: a name ends there."""
    ends = range(start + 2, start + 4)
    return frozenset(end for end in ends if pattern("Honorific", "Team").match(shadow, end))
