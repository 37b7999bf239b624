"""Bygones: things that a text names only as what another one was (前身为甲园, 由甲、乙合并而成)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from ontology.lexicon import alternation, pattern
from sources.cover import Cover

if TYPE_CHECKING:
    from sources.reference import Reference

__all__ = ["bygones"]

#: How far before a name the words may open that make it a former one, in characters.
_LEAD = 6
#: A thing named more often than this is no bygone.
_MOST = 2


@lru_cache(maxsize=1)
def _became() -> re.Pattern[str]:
    """What something else came from: 由甲园升级而来, 由甲、乙合并组建."""
    source = alternation("SourceMarker", "FormerMark")
    return re.compile(f"{source}([^,。;:!?\n]{{2,60}}?){alternation('OriginVerb')}")


@lru_cache(maxsize=1)
def _former() -> re.Pattern[str]:
    """What stands right before a name that is no longer used."""
    return re.compile(f"{alternation('FormerMark', 'PredecessorMark')}[“《]?\\Z")


def bygones(shadow: str, named: Iterable[Reference]) -> frozenset[str]:
    """The names of things named once or twice, and once as what another was.

    ``named`` are the references that are names.
    """
    named = list(named)
    became = Cover(match.span(1) for match in _became().finditer(shadow))
    counts = Counter(ref.entity.name for ref in named)
    past = {ref.entity.name for ref in named if _is_past(shadow, ref, became)}
    return frozenset(name for name in past if counts[name] <= _MOST)


def _is_past(shadow: str, ref: Reference, became: Cover) -> bool:
    if became.holds(ref.start, ref.end):
        return True
    if _former().search(shadow, max(0, ref.start - _LEAD), ref.start) is not None:
        return True
    return pattern("ClearedMark").match(shadow, ref.end) is not None
