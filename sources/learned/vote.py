"""Votes: the names that several taggers see in a sentence, as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

__all__ = ["Span", "vote"]


# Not frozen: many are made of every text, and a frozen one takes four times as long to make.
@dataclass(slots=True)
class Span:
    """A name that a tagger saw: where, of which family, and how sure it is."""

    start: int
    end: int
    family: str
    chance: float


def vote(seen: Sequence[Sequence[Span]]) -> list[Span]:
    """The names that taggers see, each as sure as all are on average; the surer of two that meet.

    A tagger that does not see a name is not sure of it at all. The family is what the surest says.

    >>> vote([[Span(0, 4, "firm", 0.9)], [Span(0, 4, "zone", 0.5), Span(2, 8, "area", 0.8)]])
    [Span(start=0, end=4, family='firm', chance=0.7)]
    """
    found: dict[tuple[int, int], list[Span]] = {}
    for spans in seen:
        for span in spans:
            found.setdefault((span.start, span.end), []).append(span)
    merged = [
        replace(
            max(spans, key=lambda span: span.chance),
            chance=sum(span.chance for span in spans) / len(seen),
        )
        for spans in found.values()
    ]
    kept: list[Span] = []
    for span in sorted(merged, key=lambda span: (-span.chance, span.start, -span.end)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda span: span.start)
