"""Posed: whom a sentence goes on about that names others only as what its subject is.

甲基金作为乙母基金的首只子基金,将…。该基金…: 该基金 is 甲基金 though 乙母基金 was named last.
"""

from __future__ import annotations

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.entity import Entity
from sources.spoken import Spoken

__all__ = ["posed"]

#: What ends the stretch that 作为 opens.
_ENDS = ",。;:!?\n"
#: How far back the thing named last may stand, in characters.
_REACH = 2000


def posed(shadow: str, spoken: Spoken, last: Entity | None) -> Entity | None:
    """Whom 作为 tells of that stands before ``last``, the thing named last; else ``last``."""
    newest = max((refs[-1].start for refs in (spoken.named, spoken.pointed) if refs), default=0)
    refs = spoken.in_order(newest - _REACH)
    at = next((i for i in range(len(refs) - 1, -1, -1) if refs[i].entity is last), None)
    if last is None or at is None:
        return last
    for ref in reversed(refs[:at]):
        between = shadow[ref.end : refs[at].start]
        if any(mark in between for mark in _ENDS):
            break
        same = vocabulary().is_a(ref.entity.cls, last.cls) or vocabulary().is_a(
            last.cls, ref.entity.cls
        )
        if same and pattern("AsMarker").match(shadow, ref.end) is not None:
            return ref.entity
    return last
