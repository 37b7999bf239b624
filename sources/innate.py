"""What a name itself says: its mother institution, its committee, the place before a quote."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.entity import Entities
from sources.mention import Mention, Reading

__all__ = ["name_relations"]

_MOTHERS = ("University", "ResearchInstitute", "Enterprise", "FinancialInstitution")
_CHILDREN = ("ResearchInstitute", "Platform", "SciencePark", "FinancialInstitution")


def name_relations(reading: Reading, entities: Entities) -> Iterator[Draft]:
    """Drafts of ``affiliatedWith`` and ``governedBy`` that names carry."""
    for mention in reading.mentions:
        parent = _parent(mention, reading.nested)
        if parent is None:
            continue
        predicate, one, other = _relation(mention, parent)
        if predicate and entities.of(one) is not entities.of(other):
            mother = entities.of(parent)
            if not mother.mentions:
                mother.mentions.append(parent)
            yield Draft(
                entities.of(one), predicate, entities.of(other), "name/parent",
                (("predicate", mention.start, mention.end),), "explicit",
            )  # fmt: skip


def _parent(mention: Mention, nested: tuple[Mention, ...]) -> Mention | None:
    """The longest name that the mention starts with."""
    inside = [
        inner
        for inner in nested
        if inner.start == mention.start and inner.end < mention.end
    ]
    return max(inside, key=lambda inner: inner.end, default=None)


def _relation(mention: Mention, parent: Mention) -> tuple[str, Mention, Mention]:
    words = vocabulary()
    if words.is_a(mention.cls, "AdministrativeCommittee") and words.is_a(parent.cls, "Zone"):
        return "governedBy", parent, mention
    if parent.cue.startswith("known/enterprise"):
        # A brand word opens many names: it does not make the company their mother.
        return "", mention, parent
    mother = any(words.is_a(parent.cls, cls) for cls in _MOTHERS)
    child = any(words.is_a(mention.cls, cls) for cls in _CHILDREN)
    if mother and child and words.fits("affiliatedWith", mention.cls, parent.cls):
        return "affiliatedWith", mention, parent
    return "", mention, parent
