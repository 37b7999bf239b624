"""Strays: numbers that the text gives to something for which we have no name."""

from __future__ import annotations

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.distance import is_far_place
from sources.draft import Subject
from sources.fitting import is_cut
from sources.indicator import Indicator
from sources.owner import is_of_list
from sources.quantity import Quantity
from sources.turn import Turn

__all__ = ["is_stray"]

#: What has no sum of money without a word for what the sum is.
_SUMLESS = ("Place", "GovernmentBody", "AdministrativeCommittee")
#: How a subject is told that the sentence itself does not name.
_FADED = frozenset({"section", "headline"})


def is_stray(
    shadow: str, turn: Turn, quantity: Quantity, indicator: Indicator, owner: Subject
) -> bool:
    """Is the number not the owner's, who is only the likeliest of those that have a name?"""
    if is_cut(shadow, owner) or is_of_list(turn, quantity, owner):
        return True
    if turn.wide and owner.start < turn.clause.start:
        return True
    return (
        _only_points(shadow, quantity, owner)
        or _is_sum_of_next(shadow, turn, quantity, indicator, owner)
        or _is_way(shadow, turn, quantity, indicator)
    )


def _only_points(shadow: str, quantity: Quantity, owner: Subject) -> bool:
    """Does a numeral of one sign only point, in a sentence that names no owner (三栋厂房立起来)?"""
    small = quantity.kind == "count" and len(quantity.number) == 1
    return owner.source in _FADED and small and not shadow[quantity.number_start].isascii()


def _is_sum_of_next(
    shadow: str, turn: Turn, quantity: Quantity, indicator: Indicator, owner: Subject
) -> bool:
    """Is it a sum of what the next words tell, and not of an area or office (设立20亿元母基金)?"""
    unsaid = quantity.kind == "money" and indicator.cue == "quantity/default"
    if not unsaid or not vocabulary().is_any(owner.entity.cls, _SUMLESS):
        return False
    joined = shadow[quantity.start - 1 : quantity.start] in load_lexicon().forms("Joiner")
    behind = next((token for token in turn.clause.tokens if token.start == quantity.end), None)
    told = behind is not None and behind.text.isalpha() and behind.pos not in ("p", "v")
    return joined or told  # 甲和乙达3亿元和4亿元, but not 2500万元|给居民


def _is_way(shadow: str, turn: Turn, quantity: Quantity, indicator: Indicator) -> bool:
    """Does a length without a noun only tell how far a place in its clause is (乙市79公里)?"""
    if quantity.kind != "length" or not indicator.bare:
        return False
    before = (group for group in turn.clause.groups if group.end <= quantity.start)
    return any(is_far_place(shadow, turn.clause, group) for group in before)
