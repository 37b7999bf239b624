"""Distances: how far a thing is from a place, and lengths that only go on with such a row."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.indicator import Indicator
from sources.quantity import Quantity

__all__ = ["is_far_place", "tell_distance"]

#: Longest name of what a distance is to, in characters.
_LONGEST = 14
#: How far before a clause the word may stand that makes it one of a row of distances.
_ROW = 80
_SENTENCE_END = "。;!?\n"


def tell_distance(shadow: str, clause: Clause, quantity: Quantity) -> Indicator | None:
    """The indicator of a length behind 距: 距甲市38公里 is of whatever is so far from it.

    A length that its own noun tells (直线距离50公里, 距甲市5公里处) is none.
    """
    if quantity.kind != "length":
        return None
    marks = list(pattern("FarFrom").finditer(shadow, clause.start, quantity.start))
    if not marks:
        return None
    start, end = marks[-1].start(), quantity.start
    links = alternation("LinkingVerb", "Approximator")
    text = re.sub(f"{links}+\\Z", "", shadow[start:end])
    if not len(marks[-1].group()) < len(text) <= _LONGEST:
        return None
    if text.endswith(tuple(load_lexicon().forms("LengthWord", "SizeIndicator"))):
        return None
    return Indicator(text, start, start + len(text), False, "quantity/noun")


def is_far_place(shadow: str, clause: Clause, group: Group) -> bool:
    """Is it only how far away the place is: 距甲市38公里, and in a row with that 乙市79公里?"""
    if not vocabulary().is_a(group.members[-1].entity.cls, "Place"):
        return False
    if pattern("FarFrom").search(shadow, clause.start, group.start) is not None:
        return True
    if _rest().match(shadow, group.tail, clause.end) is None:
        return False
    ends = [shadow.rfind(mark, 0, clause.start) for mark in _SENTENCE_END]
    begin = max(0, clause.start - _ROW, *ends)
    return pattern("FarFrom").search(shadow, begin, clause.start) is not None


@lru_cache(maxsize=1)
def _rest() -> re.Pattern[str]:
    """What follows a place of the row: its distance, and nothing else."""
    units = [
        cue.form
        for cue in load_lexicon().cues("Unit")
        if cue.attributes.get("quantityKind") == "length"
    ]
    unit = "|".join(sorted(map(re.escape, units), key=lambda form: (-len(form), form)))
    return re.compile(f"[^,。;:]{{0,3}}?[0-9.]+(?:{unit})(?=[,。;、]|\\Z)")
