"""Memory: what a text spoke of before a sentence, for words that leave it unsaid."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from ontology.vocabulary import vocabulary
from sources.draft import Subject
from sources.reference import Reference

__all__ = ["Memory"]

#: How many of the things named most often a text is about, and the rank of what it never names.
_MAIN, _RANKED = 2, 99
#: Classes of things that no text is about.
_NO_TOPICS = ("Person", "Industry", "ResearchField", "Designation")


class Memory:
    """References of a document in reading order, asked for the last things before a place."""

    def __init__(self, references: Sequence[Reference], title: int = 0) -> None:
        """``references`` come in reading order; ``title`` is where the title ends."""
        self._references = references
        self._starts = [ref.start for ref in references]
        counts: Counter[str] = Counter()
        first: dict[str, Reference] = {}
        for ref in references:
            counts[ref.entity.name] += 1
            first.setdefault(ref.entity.name, ref)
        ordered = sorted(counts, key=lambda name: (-counts[name], first[name].start))
        self._ranks = {name: rank for rank, name in enumerate(ordered)}
        self._titled = frozenset(name for name, ref in first.items() if ref.start < title)
        actors = [n for n in ordered if not vocabulary().is_any(first[n].entity.cls, _NO_TOPICS)]
        main = [*actors[:_MAIN], *(n for n in actors[_MAIN:] if n in self._titled)][: 2 * _MAIN]
        self.main = tuple(Subject.of(first[name]) for name in main)

    def weight(self, name: str) -> str:
        """How much the text is about a thing: its rank by mentions, and whether the title has it.

        >>> Memory([]).weight("云溪市")
        '9'
        """
        rank = self._ranks.get(name, _RANKED)
        return f"{'T' if name in self._titled else ''}{rank if rank < 3 else min(rank // 3 + 2, 9)}"

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

    def between(self, start: int, end: int) -> Iterator[Subject]:
        """What is named in a stretch, in order."""
        for ref in self._references[bisect_left(self._starts, start) :]:
            if ref.start >= end:
                return
            yield Subject(ref.entity, ref.start, ref.end, "section")
