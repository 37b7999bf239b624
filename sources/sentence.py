"""Sentences of a paragraph, and their clauses."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from sources.fold import CLOSERS, OPENERS

__all__ = ["Sentence", "split_sentences"]

# Longer sentences are cut at a pause, so that work on one sentence stays bounded.
MAX_SENTENCE = 2000
# A quotation up to this length is a phrase inside its sentence, even with a mark at its end.
_PHRASE = 40
_SIGN = re.compile(r"[" + re.escape(OPENERS + CLOSERS) + r"。!?;]")
_ENDS = "。!?"
_PARTNER = dict(zip(CLOSERS, OPENERS, strict=True))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its end mark and closing quotes: ``text[start:end]``.

    ``kind`` and ``section`` are those of the paragraph it stands in, ``paragraph`` is the index
    of that paragraph. ``clauses``: spans of the parts between semicolons, marks left out.
    """

    start: int
    end: int
    paragraph: int
    section: int
    kind: str
    clauses: tuple[tuple[int, int], ...]


def split_sentences(
    shadow: str, start: int, end: int
) -> Iterator[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Start, end and clauses of each sentence of ``shadow[start:end]``.

    Marks within brackets, titles and short quotations do not end a sentence; speech of several
    sentences is split, and each keeps the quotation mark it touches.

    >>> text = "“干得好!”他说。其中3个(在建)。"
    >>> [text[a:b] for a, b, _ in split_sentences(text, 0, len(text))]
    ['“干得好!”他说。', '其中3个(在建)。']
    """
    begin = start
    cuts: list[int] = []
    for place, is_end in _marks(shadow, start, end):
        if is_end:
            yield from _bounded(shadow, begin, place, cuts)
            begin, cuts = place, []
        else:
            cuts.append(place)
    yield from _bounded(shadow, begin, end, cuts)


def _marks(shadow: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Where sentences end (after the closing quotes) and where semicolons stand."""
    signs = list(_SIGN.finditer(shadow, start, end))
    partner = _pairs(signs)
    depth_until = -1  # end of the bracket or phrase we are in
    skip_to = start
    for index, match in enumerate(signs):
        sign, place = match[0], match.start()
        if place < skip_to or place < depth_until:
            continue
        if sign in OPENERS:
            close = partner.get(index)
            if close is not None:
                length = signs[close].start() - place
                quotation = sign in "“‘"
                if (quotation and length <= _PHRASE) or (not quotation and length <= 200):
                    depth_until = signs[close].start()
        elif sign == ";":
            yield place, False
        elif sign in _ENDS:
            skip_to = place + 1
            while skip_to < end and shadow[skip_to] in _ENDS + CLOSERS:
                skip_to += 1
            yield skip_to, True


def _pairs(signs: list[re.Match[str]]) -> dict[int, int]:
    """Index of the closing sign for each opening one that has it."""
    open_at: dict[str, list[int]] = {}
    pairs: dict[int, int] = {}
    for index, match in enumerate(signs):
        sign = match[0]
        if sign in OPENERS:
            open_at.setdefault(sign, []).append(index)
        elif sign in _PARTNER and open_at.get(_PARTNER[sign]):
            pairs[open_at[_PARTNER[sign]].pop()] = index
    return pairs


def _bounded(
    shadow: str, start: int, end: int, cuts: list[int]
) -> Iterator[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """The sentence without outer white space, in pieces when it is longer than any sentence."""
    while start < end and shadow[start].isspace():
        start += 1
    while end > start and shadow[end - 1].isspace():
        end -= 1
    while end - start > MAX_SENTENCE:
        pause = max(shadow.rfind(mark, start + 1, start + MAX_SENTENCE) for mark in ",;、 ")
        cut = pause + 1 if pause > start else start + MAX_SENTENCE
        yield start, cut, _clauses(start, cut, cuts)
        start = cut
    if start < end:
        yield start, end, _clauses(start, end, cuts)


def _clauses(start: int, end: int, cuts: list[int]) -> tuple[tuple[int, int], ...]:
    inner = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
    edges = zip([start, *(cut + 1 for cut in inner)], [*inner, end], strict=True)
    return tuple((first, last) for first, last in edges if first < last)
