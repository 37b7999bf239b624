"""Covers: stretches of a text, to be asked which of them touch or hold a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

__all__ = ["Cover"]


class Cover:
    """Stretches of a text, given in any order; each question costs about the same for any number.

    >>> labels = Cover([(10, 14), (2, 6)])
    >>> labels.touches(5, 8), labels.touches(6, 10), labels.holds(11, 14), labels.holds(5, 8)
    (True, False, True, False)
    """

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """``spans``: where each starts and ends."""
        self._spans = sorted(spans)
        #: The furthest end of a stretch and those before it.
        self._reaches = list(accumulate((end for _, end in self._spans), max))

    def touches(self, start: int, end: int) -> bool:
        """Does a stretch share a character with the one from ``start`` to ``end``?"""
        before = bisect_left(self._spans, (end,))
        return before > 0 and self._reaches[before - 1] > start

    def holds(self, start: int, end: int) -> bool:
        """Does the one from ``start`` to ``end`` lie wholly in a stretch?"""
        before = bisect_right(self._spans, start, key=lambda span: span[0])
        return before > 0 and self._reaches[before - 1] >= end

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches that share a character with the one from ``start`` to ``end``, in order."""
        at = bisect_left(self._spans, (end,))
        found = []
        while at > 0 and self._reaches[at - 1] > start:
            at -= 1
            if self._spans[at][1] > start:
                found.append(self._spans[at])
        return found[::-1]
