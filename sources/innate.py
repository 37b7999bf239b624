"""What a name itself says: its mother institution, its committee."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.entity import Entities
from sources.mention import Mention, Reading

__all__ = ["name_relations"]

_MOTHERS = ("University", "ResearchInstitute", "Enterprise", "FinancialInstitution")
_CHILDREN = ("ResearchInstitute", "Platform", "SciencePark", "FinancialInstitution")
#: Mothers whose name opens only the names of what is theirs: 甲大学乙校区, 甲大学教育基金会.
_SCHOOLS, _HEIRS = ("University", "ResearchInstitute"), ("Organization", "Platform", "Park")
#: Cues of companies known by their brand, which opens many names that are not theirs, and of
#: those known by their trade alone (光伏自动化), which opens the names of products.
_BRANDS = ("known/enterprise", "name/firm-trade")


def name_relations(reading: Reading, entities: Entities) -> Iterator[Draft]:
    """Drafts of ``affiliatedWith`` and ``governedBy`` that names carry."""
    parents: dict[int, list[Mention]] = {}
    for inner in reading.nested:
        parents.setdefault(inner.start, []).append(inner)
    for mention in reading.mentions:
        inside = [inner for inner in parents.get(mention.start, ()) if inner.end < mention.end]
        if not inside:
            continue
        parent = max(inside, key=lambda inner: inner.end)
        relation = _relation(mention, parent)
        if relation is None or entities.of(mention) is entities.of(parent):
            continue
        predicate, one, other = relation
        yield Draft(
            entities.shown(one), predicate, entities.shown(other), "name/parent",
            (("predicate", mention.start, mention.end),), "explicit",
        )  # fmt: skip


def _relation(mention: Mention, parent: Mention) -> tuple[str, Mention, Mention] | None:
    """What a name and the name it starts with say: predicate, subject, object."""
    words = vocabulary()
    if words.is_a(mention.cls, "AdministrativeCommittee") and words.is_a(parent.cls, "Zone"):
        return "governedBy", parent, mention
    family = words.is_any(parent.cls, _MOTHERS) and words.is_any(mention.cls, _CHILDREN)
    family = family or (words.is_any(parent.cls, _SCHOOLS) and words.is_any(mention.cls, _HEIRS))
    # What 甲研究型大学联盟 starts with is a kind of its members.
    family = family and not words.is_a(mention.cls, "Alliance")
    if not family or parent.cue.startswith(_BRANDS):
        return None
    fits = words.fits("affiliatedWith", mention.cls, parent.cls)
    return ("affiliatedWith", mention, parent) if fits else None
