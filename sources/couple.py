"""Couples: the two things that 前者 and 后者 tell apart."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary

if TYPE_CHECKING:
    from sources.entity import Entity
    from sources.reference import Reference
    from sources.spoken import Spoken

__all__ = ["couple"]

#: How many sentences, with the one of the word itself, may hold the two.
_SENTENCES = 2
#: Classes of areas, where other things are, and those of mere topics.
_AREAS = ("AdministrativeArea", "Region")
_TOPICS = ("Industry", "ResearchField", "Designation", "Event", "Strategy")
#: How many characters at the end of a name tell what the thing is.
_TAIL = 2
#: Longest word of where one of two things is (一家是设在甲市的乙院), in characters.
_SITED = 10
#: How far before the word the two sentences may start, in characters.
_REACH = 2000
_END = re.compile(r"[。!?\n]")
_PAIR = 2
_BRACKETED = re.compile(r"\([^()]{1,60}\)")


def couple(shadow: str, spoken: Spoken, at: int, second: bool) -> tuple[Entity, Entity] | None:
    """The two things that a word at ``at`` chooses from; None when the text does not tell.

    ``spoken`` is what was named before it. ``second``: the word means the second of the two, and
    where no 前者 went before, that is what was named last.
    """
    starts = _starts(shadow, at)
    former = _former(shadow, starts, at, second)
    if former is not None:
        return couple(shadow, spoken, former, False)
    before = spoken.in_order(starts[-1])
    for index, start in enumerate(starts):
        stop = at if index == 0 else starts[index - 1]
        named = [ref for ref in before if start <= ref.start and ref.end <= stop]
        named = [ref for ref in named if not vocabulary().is_any(ref.entity.cls, _TOPICS)]
        things = _things(named)
        if second and index == 0 and len({ref.entity.name for ref in named}) > 1 and things:
            last = next((ref for ref in reversed(things) if ref.mention), things[-1])
            return named[0].entity, last.entity
        lists = _lists(shadow, named) or _lists(shadow, things)
        if things:
            return _listed(shadow, lists) if lists else _lone(things, only=index == 0)
    return None


def _things(references: list[Reference]) -> list[Reference]:
    """What may be meant: areas only where nothing else is named."""
    words = vocabulary()
    return [ref for ref in references if not words.is_any(ref.entity.cls, _AREAS)] or references


def _starts(shadow: str, at: int) -> list[int]:
    """Where the sentence of ``at`` and the one before it start, the nearest first."""
    first = max(0, at - _REACH)
    ends = [first, *(match.end() for match in _END.finditer(shadow, first, at))]
    return ends[::-1][:_SENTENCES]


def _former(shadow: str, starts: list[int], at: int, second: bool) -> int | None:
    """Where the two are chosen from first: at 前者 in the sentence of ``at`` or, alone, before."""
    former = pattern("FormerOne").search(shadow, starts[0], at)
    if former is None and second and len(starts) > 1:
        former = pattern("FormerOne").search(shadow, starts[1], starts[0])
        if former is not None and pattern("LatterOne").search(shadow, former.end(), starts[0]):
            return None
    return former.start() if former is not None else None


@lru_cache(maxsize=1)
def _joint() -> re.Pattern[str]:
    """What stands between two things told side by side: 、, 和, or the counting of each."""
    each = alternation("EachOne")
    tie = alternation("Attributive")
    near = f"(?:[^,。;、]{{1,{_SITED}}}{tie})?"
    return re.compile(f"[”》]?(?:{alternation('Joiner', 'Comitative')}|[,;]?{each}{near})[“《]?")


def _lists(shadow: str, things: list[Reference]) -> list[list[Reference]]:
    """The lists of two or more things."""
    lists: list[list[Reference]] = []
    for one, other in pairwise(things):
        between = _BRACKETED.sub("", shadow[one.end : other.start])
        if _joint().fullmatch(between) is None:
            continue
        if lists and lists[-1][-1] is one:
            lists[-1].append(other)
        else:
            lists.append([one, other])
    return lists


def _listed(shadow: str, lists: list[list[Reference]]) -> tuple[Entity, Entity] | None:
    """The two of a list that has no more, if only one such is free of a word that governs it.

    Two areas that tell where others are (甲、乙两个分院) are not meant.
    """
    small = tuple(load_lexicon().forms("Preposition", "AgentMarker", "Comitative", "FormerMark"))
    pairs = [told for told in lists if len(told) == _PAIR]
    free = [told for told in pairs if not shadow.endswith(small, 0, told[0].start)]
    told = next(iter(free if len(lists) > 1 else lists), [])
    if len(told) != _PAIR or (len(lists) > 1 and len(free) > 1):
        return None
    one, other = told
    area = vocabulary().is_a(other.entity.cls, "AdministrativeArea")
    of_them = area and pattern("TwoOf").match(shadow, other.end) is not None
    return None if of_them or one.entity is other.entity else (one.entity, other.entity)


def _lone(things: list[Reference], *, only: bool) -> tuple[Entity, Entity] | None:
    """The ``only`` two things of a sentence without lists, or the only two of one kind."""
    named = {ref.entity.name: ref.entity for ref in things if ref.entity.cls != "Person"}
    entities = list(named.values())
    if only and len(entities) == 2:
        return entities[0], entities[1]
    ordered = sorted(entities, key=lambda entity: entity.name[-_TAIL:])
    kinds = [list(kin) for _, kin in groupby(ordered, lambda entity: entity.name[-_TAIL:])]
    pairs = [kin for kin in kinds if len(kin) > 1]
    if len(pairs) != 1 or len(pairs[0]) != 2:
        return None
    one, other = sorted(pairs[0], key=entities.index)
    return one, other
