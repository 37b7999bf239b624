"""Validity: when a number holds, by the last time that is said before it."""

from __future__ import annotations

from ontology.lexicon import load_lexicon, pattern
from sources.date import DateMention
from sources.indicator import Indicator
from sources.modality import rises_from
from sources.quantity import Quantity, quantities
from sources.receiver import founds
from sources.turn import Turn

__all__ = ["find_time"]

#: Roles of times at which a number holds, and at which it does not.
_HOLDING = frozenset({"asof", "by"})
_PAST_ROLES = frozenset({"base", "since"})
#: How much may stand beside a time that is a clause by itself, in characters.
_BARE = 2


def find_time(
    shadow: str,
    turns: list[Turn],
    times: list[DateMention],
    quantity: Quantity,
    indicator: Indicator,
) -> DateMention | None:
    """The last of ``times`` before the number that says when it holds.

    The number is in the last of ``turns``. A time at which something else happened says nothing
    about a size told after it. What is raised (由8%提高到10%) was at some time before; only what is
    raised from is of the time in 由上年的300万人增至310万人.
    """
    sized = indicator.size and indicator.planned
    clause = turns[-1].clause
    low = rises_from(shadow, clause.start, quantity.number_start, quantity.end, clause.end)
    for time in reversed(times):
        if time.end > quantity.start or not time.iso or time.role in _PAST_ROLES:
            continue
        base = shadow.endswith(tuple(load_lexicon().forms("BaseMarker")), 0, time.start)
        if base and pattern("RaiseVerb").search(shadow, time.end, quantity.start):
            continue
        if time.role not in _HOLDING and _is_of_event(shadow, turns, time):
            return None
        near = clause.start <= time.start or _stands_alone(turns, time)
        if time.role in _HOLDING or not sized or near:
            return None if low and not base else time
        return None
    return None


def _is_of_event(shadow: str, turns: list[Turn], time: DateMention) -> bool:
    """Did something happen at the time, in a clause of its own (2020年9月启用, 占地560亩)?"""
    for turn in turns[:-1]:
        clause = turn.clause
        if clause.start <= time.start < clause.end:
            later = [hit for hit in clause.hits if hit.start >= time.end]
            happened = any(h.of("state") or founds(h) for h in later)
            return happened and not quantities(shadow, time.end, clause.end)
    return False


def _stands_alone(turns: list[Turn], time: DateMention) -> bool:
    """Is the clause of the time nothing but the time, said of the next one (2014年, 市里拿出…)?"""
    if len(turns) < 2:
        return False
    clause = turns[-2].clause
    size = clause.end - clause.start - (time.end - time.start)
    return clause.start <= time.start < clause.end and size <= _BARE
