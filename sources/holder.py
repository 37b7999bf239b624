"""Holders: all who are named in a row behind a title that more than one may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.post import Post
from sources.surname import has_surname, name_at

__all__ = ["is_shared", "sharers"]

#: Longest note in brackets behind a name, in characters.
_NOTE = 20


def sharers(
    shadow: str, titles: Sequence[Post], gap: str, end: int, edges: frozenset[int]
) -> Iterator[tuple[int, int]]:
    """The names behind the one that ends at ``end`` whose title is the last of ``titles``, too.

    ``gap`` is what stands between the title and the first name; ``edges`` as in ``name_at``.

    >>> text = "云溪实验室副主任方亦舟、孟云出席"
    >>> edges = frozenset(range(len(text) + 1))
    >>> post = Post(0, 5, 8, False, False, 5)
    >>> [text[start:stop] for start, stop in sharers(text, [post], "", 11, edges)]
    ['孟云']
    """
    each = gap in load_lexicon().forms("HeldEach")
    if not titles or not (each or is_shared(shadow, titles[-1])):
        return
    while True:
        joiner = _joiner().match(shadow, end)
        if joiner is None or not has_surname(shadow, joiner.end()):
            return
        span = name_at(shadow, joiner.end(), edges)
        if span is None or not _closing().match(shadow, span[1]):
            return
        yield span
        end = span[1]


def is_shared(shadow: str, post: Post) -> bool:
    """Is it a post that more than one may hold (副主任, 委员)?"""
    title = shadow[post.title_start : post.end]
    start = pattern("Committee").match(title)
    match = pattern("SharedTitle").match(title, start.end() if start else 0)
    rest = title[match.end() :] if match else ""
    return match is not None and (not rest or rest in load_lexicon().forms("Title"))


@lru_cache(maxsize=1)
def _joiner() -> re.Pattern[str]:
    """What parts two names of a row, with a note on the first of them in brackets."""
    return re.compile(f"(?:\\([^()\\n]{{1,{_NOTE}}}\\))?(?:{alternation('Joiner')})")


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    """What stands behind a name of a row, not behind a word that looks like one."""
    verbs = alternation("SayVerb", "OfficeVerb", "TakePost", "Respectively", "Together")
    words = f"{verbs}|{alternation('ListEnd', 'Joiner', 'PersonCount')}"
    return re.compile(f"[,。;()\\n]|{words}")
