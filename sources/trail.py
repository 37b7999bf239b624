"""The trail: what has been named so far, and what was last named of a class."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile

from ontology.vocabulary import vocabulary
from sources.reference import Reference

__all__ = ["Trail"]


class Trail:
    """References of a document in reading order, to be asked who was spoken of before a place.

    Each question costs about the same however long the document is.
    """

    def __init__(self, references: Iterable[Reference]) -> None:
        """``references`` come in reading order and do not overlap."""
        self._kinds: dict[tuple[str, ...], list[str]] = {}
        self._by_class: dict[str, tuple[list[int], list[Reference]]] = {}
        self._leaders: dict[tuple[str, ...], tuple[list[int], list[Reference]]] = {}
        for ref in references:
            ends, refs = self._by_class.setdefault(ref.entity.cls, ([], []))
            ends.append(ref.end)
            refs.append(ref)

    def last(self, at: int, classes: Iterable[str]) -> Reference | None:
        """The last reference that ends by ``at`` to a thing of one of ``classes``."""
        found = [next(self.back(at, cls), None) for cls in self._of(tuple(classes))]
        return max(filter(None, found), key=lambda ref: ref.end, default=None)

    def leader(self, at: int, classes: Iterable[str]) -> Reference | None:
        """The reference that ends by ``at`` to the thing of one of ``classes`` named most by then.

        Of things named as often it is the last one, of its references the last.
        """
        wanted = tuple(classes)
        if wanted not in self._leaders:
            self._leaders[wanted] = self._lead(wanted)
        ends, refs = self._leaders[wanted]
        index = bisect_right(ends, at)
        return refs[index - 1] if index else None

    def _lead(self, wanted: tuple[str, ...]) -> tuple[list[int], list[Reference]]:
        """Where each reference to a thing of ``wanted`` ends, and who leads from there on."""
        kinds = (self._by_class[cls][1] for cls in self._of(wanted))
        refs = sorted(chain.from_iterable(kinds), key=lambda ref: ref.end)
        counts: Counter[str] = Counter()
        leaders: list[Reference] = []
        for ref in refs:
            counts[ref.entity.name] += 1
            last = leaders[-1] if leaders else ref
            leads = counts[ref.entity.name] >= counts[last.entity.name]
            leaders.append(ref if leads else last)
        return [ref.end for ref in refs], leaders

    def _of(self, wanted: tuple[str, ...]) -> list[str]:
        """The classes met that are one of ``wanted`` or below it."""
        if wanted not in self._kinds:
            met = self._by_class
            self._kinds[wanted] = [cls for cls in met if vocabulary().is_any(cls, wanted)]
        return self._kinds[wanted]

    def until(self, at: int, classes: Iterable[str], since: int = 0) -> Iterator[Reference]:
        """References from ``since`` to ``at`` to things of one of ``classes``, class by class."""
        for cls in self._of(tuple(classes)):
            yield from takewhile(lambda ref: ref.start >= since, self.back(at, cls))

    def back(self, at: int, cls: str) -> Iterator[Reference]:
        """References that end by ``at`` to things of exactly ``cls``, the last one first."""
        ends, refs = self._by_class.get(cls, ([], []))
        for index in range(bisect_right(ends, at) - 1, -1, -1):
            yield refs[index]
