"""Lodgings: what is founded in rooms that somebody has just rented or land that he has set free."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.draft import Draft, Subject
from sources.site import fits_in
from sources.subject import brought_up
from sources.turn import Turn

__all__ = ["lodge"]


@lru_cache(maxsize=1)
def _renting() -> re.Pattern[str]:
    """A verb of getting rooms or land, behind the place."""
    return re.compile(f"[^,。;]{{0,10}}?{alternation('RentVerb')}")


def lodge(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``locatedIn``: 在甲园租下一层楼,办起乙中心."""
    for before, after in pairwise(turns):
        area = _rented(shadow, before)
        if area is None:
            continue
        made = brought_up(after.clause) if after.own is None else ()
        for thing in made or _registered(shadow, after.clause):
            if fits_in(thing.entity, area.members[-1].entity):
                place = area.members[-1]
                yield Draft(
                    thing.entity, "locatedIn", place.entity, "structure/lodging",
                    (("predicate", place.start, thing.end),), "explicit",
                    modality=after.modality(shadow, thing.start),
                )  # fmt: skip


def _registered(shadow: str, clause: Clause) -> tuple[Subject, ...]:
    """The firms that the clause, which opens with the verb, says to be registered."""
    for group in clause.groups[:1]:
        if pattern("RegisterVerb").fullmatch(shadow[clause.start : group.start].rstrip("“")):
            return tuple(Subject.of(ref) for ref in group.members)
    return ()


def _rented(shadow: str, turn: Turn) -> Group | None:
    """The place where the clause says that rooms are rented."""
    for group in turn.clause.groups:
        if group.governor not in load_lexicon().forms("Locative") or group.inner:
            continue
        if not vocabulary().is_a(group.members[-1].entity.cls, "Place"):
            continue
        if _renting().match(shadow, group.tail, turn.clause.end):
            return group
    return None
