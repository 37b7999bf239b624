"""Marking: a text cut where underlines begin or end, however they overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

__all__ = ["Mark", "Piece", "cut"]


@dataclass(frozen=True, slots=True)
class Mark:
    """``text[start:end]`` is evidence of the fact with this number."""

    start: int
    end: int
    fact: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch under which the same marks lie throughout; the shortest mark comes first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


def cut(size: int, marks: Iterable[Mark], stops: Iterable[int] = ()) -> Iterator[Piece]:
    """The pieces of a text of ``size`` characters, cut also at ``stops``; none is left out.

    >>> pieces = cut(6, [Mark(0, 4, 1), Mark(2, 5, 2)])
    >>> [(piece.start, piece.end, [mark.fact for mark in piece.marks]) for piece in pieces]
    [(0, 2, [1]), (2, 4, [2, 1]), (4, 5, [2]), (5, 6, [])]
    """
    opening: dict[int, set[Mark]] = defaultdict(set)
    borders = {0, size, *(stop for stop in stops if 0 < stop < size)}
    for mark in marks:
        if 0 <= mark.start < mark.end <= size:
            opening[mark.start].add(mark)
            borders |= {mark.start, mark.end}
    ordered = sorted(borders)
    under: list[Mark] = []
    for start, end in zip(ordered, ordered[1:], strict=False):
        kept = [mark for mark in under if mark.end > start]
        if start in opening:
            kept = sorted([*kept, *opening[start]], key=lambda m: (m.end - m.start, m.fact))
        under = kept
        yield Piece(start, end, tuple(under))
