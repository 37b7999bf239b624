"""Memory: what a text spoke of before a sentence, for words that leave it unsaid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sources.draft import Subject
from sources.reference import Reference

__all__ = ["Memory"]


class Memory:
    """References of a document in reading order, asked for the last things before a place."""

    def __init__(self, references: Sequence[Reference]) -> None:
        """``references`` come in reading order."""
        self._references = references
        self._starts = [ref.start for ref in references]

    def last(self, at: int, count: int) -> Iterator[Subject]:
        """The ``count`` different things last named before ``at``, the nearest first."""
        names: set[str] = set()
        index = bisect_left(self._starts, at)
        while index and len(names) < count:
            index -= 1
            ref = self._references[index]
            if ref.entity.name not in names:
                names.add(ref.entity.name)
                yield Subject(ref.entity, ref.start, ref.end, "section")
