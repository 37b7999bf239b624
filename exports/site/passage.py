"""Passages: a quote in the sentence it stands in, its words marked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from exports.picture import Quote
from graph.mint import article_iri
from sources.document import Document
from sources.segment import segment

__all__ = ["Passages", "Piece", "Texts"]

#: Longest stretch without a mark that is shown whole.
_LONG = 60
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether they are part of the quote."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Texts:
    """The text of an article and where its sentences start and end."""

    document: Document
    starts: tuple[int, ...]
    ends: tuple[int, ...]


class Passages:
    """The texts of all articles of a build."""

    def __init__(self) -> None:
        """Begin without articles."""
        self.texts: dict[str, Texts] = {}

    def add(self, document: Document) -> str:
        """Keep the text of an article; its IRI."""
        sentences = segment(document).sentences
        starts, ends = (s.start for s in sentences), (s.end for s in sentences)
        iri = article_iri(document.doc)
        self.texts[iri] = Texts(document, tuple(starts), tuple(ends))
        return iri

    def bounds(self, article: str, quotes: Iterable[Quote]) -> tuple[int, int]:
        """Where the sentences of some quotes begin and end; the quotes alone without the text."""
        spans = [(quote.start, quote.end) for quote in quotes]
        texts = self.texts.get(article)
        if texts is not None:
            spans = [_around(texts, *span) for span in spans]
        return min(start for start, _ in spans), max(end for _, end in spans)

    def show(self, article: str, quotes: Iterable[Quote]) -> tuple[Piece, ...]:
        """The sentences of some quotes of one article, in reading order, their words marked.

        Where sentences are left out, or words far from any mark, an ellipsis stands. Without the
        text, the quotes stand alone.
        """
        spans = sorted({(quote.start, quote.end, quote.exact) for quote in quotes})
        texts = self.texts.get(article)
        if texts is None:
            return _join([[Piece(exact, True)] for _, _, exact in spans])
        text = texts.document.text
        right = [span for span in spans if text[span[0] : span[1]] == span[2]]
        groups: list[tuple[int, int, list[tuple[int, int]]]] = []
        for start, end, _ in right:
            first, last = _around(texts, start, end)
            if groups and first <= groups[-1][1]:
                near, far, marks = groups.pop()
                first, last = min(first, near), max(last, far)
                groups.append((first, last, [*marks, (start, end)]))
            else:
                groups.append((first, last, [(start, end)]))
        return _join([list(_cut(text, *group)) for group in groups])


def _around(texts: Texts, start: int, end: int) -> tuple[int, int]:
    """The sentences that hold a span; the line where none does."""
    first = bisect_right(texts.starts, start) - 1
    last = bisect_right(texts.starts, end - 1) - 1
    if first >= 0 and texts.ends[first] > start and texts.ends[last] >= end:
        return texts.starts[first], texts.ends[last]
    text = texts.document.text
    close = text.find("\n", end)
    return text.rfind("\n", 0, start) + 1, len(text) if close < 0 else close


def _cut(text: str, first: int, last: int, marks: list[tuple[int, int]]) -> Iterable[Piece]:
    here = first
    for start, end in _merge(marks):
        if start > here:
            yield Piece(_shorten(text[here:start], head=here == first))
        yield Piece(text[start:end], True)
        here = end
    if here < last:
        yield Piece(_shorten(text[here:last], tail=True))


def _merge(marks: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in their order, those that touch as one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _shorten(words: str, *, head: bool = False, tail: bool = False) -> str:
    """Words between marks, without their middle; before the first mark without their begin."""
    if len(words) <= _LONG:
        return words
    half = _LONG // 2
    if head:
        return _CUT + words[-half:]
    return words[:half] + _CUT + ("" if tail else words[-half:])


def _join(groups: list[list[Piece]]) -> tuple[Piece, ...]:
    joined: list[Piece] = []
    for group in groups:
        if joined:
            joined.append(Piece(" " if joined[-1].text.endswith(_CUT) else f" {_CUT} "))
        joined += group
    return tuple(joined)
