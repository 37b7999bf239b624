"""Governance: whose an institute is."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft
from sources.turn import Turn

__all__ = ["govern"]

#: What somebody runs, and who does.
_RUN = ("Zone", "Park")
_RUNNERS = ("GovernmentBody", "AdministrativeCommittee", "Zone")
#: Mothers that their institutes are tied to by 的, and those institutes.
_MOTHERS = ("University", "ResearchInstitute", "Enterprise")
_CHILDREN = ("ResearchInstitute", "Laboratory", "ResearchCenter", "Hospital")
#: What an institute or university has beside them.
_SERVICES = ("Platform",)
_SCHOOLS = ("University", "ResearchInstitute")


def govern(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``affiliatedWith`` (甲大学的乙研究院)."""
    for turn in turns:
        groups = turn.clause.groups
        for at, group in enumerate(groups):
            if at + 1 < len(groups):
                yield from _owned(shadow, turn, group, groups[at + 1])
            yield from _moved(shadow, turn, group)


def _is_taken(group: Group) -> bool:
    """Does 把 or 将 stand before it?"""
    return group.governor in load_lexicon().forms("PatientMarker")


def _moved(shadow: str, turn: Turn, group: Group) -> Iterator[Draft]:
    """甲大学把乙研究院搬到园里: what somebody moves is their own."""
    own, words = turn.own, vocabulary()
    if own is None or own.end > group.start or len(own.members) > 1 or not _is_taken(group):
        return
    mother, end = own.members[0], turn.clause.end
    if not words.is_any(mother.entity.cls, _MOTHERS):
        return
    if pattern("OwnMove").search(shadow, group.tail, end) is None:
        return
    for ref in group.members:
        child = words.is_any(ref.entity.cls, _CHILDREN) and ref.entity is not mother.entity
        if child and words.fits("affiliatedWith", ref.entity.cls, mother.entity.cls):
            yield Draft(
                ref.entity, "affiliatedWith", mother.entity, "grammar/moved",
                (("predicate", mother.start, ref.end),), mother.how,
                modality=turn.modality(shadow, group.tail),
            )  # fmt: skip


def _owned(shadow: str, turn: Turn, mother: Group, child: Group) -> Iterator[Draft]:
    """甲大学的乙研究院: the institute that 的 ties to its mother."""
    words = vocabulary()
    one, other = child.members[0].entity, mother.members[-1].entity
    served = words.is_any(other.cls, _SCHOOLS) and words.is_any(one.cls, _SERVICES)
    begotten = words.is_any(other.cls, _MOTHERS) and words.is_any(one.cls, _CHILDREN)
    if not begotten and not served:
        return
    tie = pattern("MotherTie").fullmatch(shadow, mother.tail, child.start)
    # 依托甲大学的乙院, 落户甲公司的乙中心: what the verb says ties the institute.
    verbs = any(hit.end == mother.start for hit in turn.clause.hits)
    small = load_lexicon().forms("Preposition", "SourceMarker")
    if tie is None or verbs or mother.governor in small or one is other:
        return
    lead = shadow[turn.clause.start : mother.start]
    if lead.endswith(tuple(load_lexicon().forms("Earlier", "Negation"))):
        return
    if words.fits("affiliatedWith", one.cls, other.cls):
        yield Draft(
            one, "affiliatedWith", other, "grammar/owned",
            (("predicate", mother.members[-1].start, child.members[0].end),), "explicit",
            modality=turn.modality(shadow, child.start),
        )  # fmt: skip
