"""Cells: where what heads a row stands, told by a place alone in a cell of it."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.site import fits_in
from sources.turn import Turn

__all__ = ["seat"]

#: How many rows a table may have above one of its cells.
_MOST_ROWS = 60


def seat(shadow: str, turn: Turn) -> Iterator[Draft]:
    """A place alone in a clause of a list item (甲园|乙县|3亿元): what heads the item is there."""
    clause = turn.clause
    if len(clause.groups) != 1 or len(clause.groups[0].members) != 1:
        return
    area = clause.groups[0].members[0]
    alone = shadow[clause.start : clause.end].strip() == shadow[area.start : area.end]
    if not alone or not _is_of_sites(shadow, area.start):
        return
    for thing in turn.head if vocabulary().is_a(area.entity.cls, "AdministrativeArea") else ():
        if thing.entity is not area.entity and fits_in(thing.entity, area.entity):
            yield Draft(
                thing.entity, "locatedIn", area.entity, "structure/cell",
                (("predicate", area.start, area.end), thing.span), "explicit",
            )  # fmt: skip


def _is_of_sites(shadow: str, at: int) -> bool:
    """Does the head of the column at ``at``, where the table has one, speak of places?"""
    row = top = shadow.rfind("\n", 0, at) + 1
    for _ in range(_MOST_ROWS):
        above = shadow.rfind("\n", 0, top - 1) + 1 if top else top
        if "|" not in shadow[above:top]:
            break
        top = above
    heads = shadow[top : shadow.find("\n", top)] if top < row else ""
    if not heads or any(sign.isdigit() for sign in heads):
        return True
    cells = heads.split("|")
    column = shadow.count("|", row, at)
    return column < len(cells) and pattern("SiteColumn").search(cells[column]) is not None
