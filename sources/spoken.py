"""Spoken: what a stretch of text has named so far, for the words that point back at it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from ontology.lexicon import alternation, load_lexicon
from ontology.vocabulary import vocabulary
from sources.entity import Entity

if TYPE_CHECKING:
    from sources.reference import Reference

__all__ = ["Spoken", "anaphors", "endings", "plain_nouns"]

#: How many references back a bare word at the head of a clause may look.
_RECENT = 6
_PROJECT = "Project"


@lru_cache(maxsize=1)
def anaphors() -> dict[str, str]:
    """The head nouns that may stand for a thing by themselves, with the class they tell."""
    cues = load_lexicon().cues("HeadNoun")
    heads = {cue.form: cue.signals for cue in cues if cue.attributes.get("anaphor") == "true"}
    return {**plain_nouns(), **heads}


@lru_cache(maxsize=1)
def plain_nouns() -> dict[str, str]:
    """The nouns by which a text goes on about a thing whatever its name ends in, with its class."""
    return {cue.form: cue.signals for cue in load_lexicon().cues("PlainNoun")}


@lru_cache(maxsize=4096)
def endings(name: str) -> tuple[str, ...]:
    """The head nouns, longest first, that ``name`` ends in, then what is short for them.

    >>> endings("滦安经济技术开发区")
    ('经济技术开发区', '开发区', '经开区')
    """
    long = [name[at:] for at in range(len(name)) if name[at:] in anaphors()]
    cues = load_lexicon().cues("Abbreviation")
    short = (cue.form for cue in cues if name.endswith(cue.attributes["full"]))
    return tuple(dict.fromkeys([*long, *(form for form in short if form in anaphors())]))


@lru_cache(maxsize=1)
def _works() -> re.Pattern[str]:
    """The stage and the works that the name of a project on a thing goes on to (甲园|一期项目)."""
    stage = f"{alternation('CountSign')}{alternation('Phase')}"
    return re.compile(f"(?:{stage})?{alternation('UnnamedProject', 'NameTail')}?\\Z")


class Spoken:
    """What was named so far in a stretch of text, kept so that any question is quick.

    What a word pointed back to outranks what was named since: a text that says 该院 twice in
    a row goes on about the same institute.
    """

    def __init__(self, title: int = 0, past: frozenset[str] = frozenset()) -> None:
        """``title`` is where the title ends; ``past`` are things that are no more (前身为甲园)."""
        self.title, self._past = title, past
        self.named: list[Reference] = []
        self.pointed: list[Reference] = []
        self.names: set[str] = set()
        self.places: dict[str, list[Reference]] = {}
        self._first: dict[str, dict[str, tuple[int, int, Entity]]] = {}
        self._last: dict[str, tuple[int, int, Entity]] = {}
        self._ending: dict[str, dict[str, Entity]] = {}
        self._worked: dict[str, dict[str, Entity]] = {}

    def add(self, ref: Reference, *, points: bool) -> None:
        """Take in the next reference of the text; does it only point back?"""
        entity = ref.entity
        refs = self.pointed if points else self.named
        item = (int(points), len(refs), entity)
        refs.append(ref)
        self.names.add(entity.name)
        if not points:
            self.places.setdefault(entity.name, []).append(ref)
        if entity.name in self._past:
            return
        self._last[entity.cls] = max(item, self._last.get(entity.cls, item), key=_rank)
        first = self._first.setdefault(entity.cls, {})
        first[entity.name] = min(item, first.get(entity.name, item), key=_rank)
        for form in endings(entity.name):
            self._ending.setdefault(form, {})[entity.name] = entity
        if entity.cls == _PROJECT:
            for form in endings(_works().sub("", entity.name)):
                self._worked.setdefault(form, {})[entity.name] = entity

    def recent(self) -> list[Reference]:
        """The last few references."""
        last = [*self.named[-_RECENT:], *self.pointed[-_RECENT:]][-_RECENT:]
        return [ref for ref in last if ref.entity.name not in self._past]

    def latest(self) -> Reference | None:
        """The reference that stands last in the text."""
        ends = [refs[-1] for refs in (self.named, self.pointed) if refs]
        return max(ends, key=lambda ref: ref.start, default=None)

    def in_order(self, start: int = 0) -> list[Reference]:
        """The references from ``start`` on as they stand in the text."""
        return sorted(self._later(start), key=_start)

    def _later(self, start: int) -> list[Reference]:
        both = (self.named, self.pointed)
        return [ref for refs in both for ref in refs[bisect_left(refs, start, key=_start) :]]

    def since(self, start: int, classes: tuple[str, ...]) -> list[Reference]:
        """The references from ``start`` on to things of one of ``classes``."""
        return [
            ref
            for ref in self._later(start)
            if ref.entity.name not in self._past and vocabulary().is_any(ref.entity.cls, classes)
        ]

    def ending(self, form: str) -> list[Entity]:
        """The things named whose full name ends in ``form``, else the works on such a thing."""
        found = self._ending.get(form) or self._worked.get(form) or {}
        return list(found.values())

    def kinds(self, classes: Iterable[str]) -> list[Entity]:
        """The things named that are of one of ``classes``, as they were first named."""
        wanted = tuple(classes)
        found = [
            item
            for cls, things in self._first.items()
            if vocabulary().is_any(cls, wanted)
            for item in things.values()
        ]
        return [entity for _, _, entity in sorted(found, key=_rank)]

    def last(self, cls: str) -> Entity | None:
        """The thing spoken of last whose class is ``cls``, below it or above it."""
        words = vocabulary()
        found = [
            item
            for known, item in self._last.items()
            if words.is_a(known, cls) or words.is_a(cls, known)
        ]
        return max(found, key=_rank)[2] if found else None


def _start(ref: Reference) -> int:
    return ref.start


def _rank(item: tuple[int, int, Entity]) -> tuple[int, int]:
    return item[:2]
