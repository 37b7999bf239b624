"""Heads: the things that head the items of lists, for each clause of an item."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ontology.vocabulary import vocabulary
from sources.clause import Clause
from sources.draft import Subject
from sources.item import Item
from sources.protagonist import fade
from sources.segment import Layout

__all__ = ["TOPICAL", "find_heads"]

#: Things that a text goes on about once it has named them.
TOPICAL = (
    *("Platform", "Zone", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
    *("Enterprise", "Policy", "FinancialProduct"),
)


def find_heads(
    layout: Layout, parts: Iterable[Sequence[Clause]], items: Mapping[int, Sequence[Item]]
) -> dict[int, tuple[Subject, ...]]:
    """What heads the item around each clause, by the start of the clause.

    ``parts`` are the clauses of each sentence, ``items`` the items of each paragraph. A head is
    no longer said in the sentences after its own.
    """
    inside: dict[int, list[Clause]] = {}
    for clauses in parts:
        for clause in clauses:
            inside.setdefault(layout.sentences[clause.sentence].paragraph, []).append(clause)
    found: dict[int, tuple[Subject, ...]] = {}
    for paragraph, rows in items.items():
        for item in rows:
            clauses = [c for c in inside.get(paragraph, ()) if item.start < c.end <= item.end]
            heads = _headed(layout.shadow, clauses, item)
            for clause in clauses if heads else ():
                said = clause.sentence == clauses[0].sentence
                found[clause.start] = heads if said else tuple(map(fade, heads))
    return found


def _headed(shadow: str, clauses: Sequence[Clause], item: Item) -> tuple[Subject, ...]:
    """The things that head an item, in its first clause (1.甲中心。…, ●甲园、乙园：…)."""
    if not clauses:
        return ()
    clause = clauses[0]
    listed = item.marked or item.label is not None
    alone = item.closed or (listed and item.told == clause.end and not clause.hits)
    refs = [ref for group in clause.groups for ref in group.members if ref.end <= item.told]
    whole = [ref for ref in refs if item.is_head(shadow, ref.start, ref.end)]
    things = all(vocabulary().is_any(ref.entity.cls, TOPICAL) for ref in whole)
    if not (alone and things and len(whole) == len(item.heads)):
        return ()
    return tuple(Subject.of(ref) for ref in whole)
