"""Seams: where a list of names is two, for its last one does what follows (甲建的乙、丙建的丁)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group

__all__ = ["part_seams"]

#: Who builds, and what is built.
_DOERS = ("Enterprise", "University", "ResearchInstitute", "GovernmentBody")
_BUILT = ("Project", "Park", "Platform", "ResearchInstitute")


def part_seams(shadow: str, clauses: list[Clause]) -> None:
    """Part the lists whose last name has a verb of building with 的 of its own behind it."""
    for clause in clauses:
        if len(clause.hits) > 1:
            clause.groups = list(_parted(shadow, clause))


def _parted(shadow: str, clause: Clause) -> Iterator[Group]:
    for group in clause.groups:
        if not _has_seam(shadow, clause, group):
            yield group
            continue
        last, before = group.members[-1], group.members[-2]
        yield replace(
            group, members=group.members[:-1], joints=group.joints[:-1],
            end=before.end, tail=before.end, closed=False,
        )  # fmt: skip
        yield replace(group, members=(last,), joints=(), governor="", start=last.start)


def _has_seam(shadow: str, clause: Clause, group: Group) -> bool:
    if len(group.members) < 2 or group.closed:
        return False
    last, before = group.members[-1].entity.cls, group.members[-2].entity.cls
    words = vocabulary()
    if not words.is_any(last, _DOERS) or not words.is_any(before, _BUILT):
        return False
    tied = pattern("Attributive")
    first = any(
        hit.end <= group.start and hit.says("establishedBy") and tied.match(shadow, hit.end)
        for hit in clause.hits
    )
    verbs = (hit for hit in clause.hits if hit.start == group.tail and hit.says("establishedBy"))
    return first and any(tied.match(shadow, verb.end) for verb in verbs)
