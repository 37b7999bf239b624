"""What a name itself says: its mother institution, its committee."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.vocabulary import vocabulary
from sources.business import is_trading
from sources.draft import Draft
from sources.entity import Entities
from sources.headnoun import head_of
from sources.mention import Mention, Reading

__all__ = ["name_relations"]

#: Places that a committee runs.
_RUN = ("Zone", "Park")
_MOTHERS = ("University", "ResearchInstitute", "Enterprise", "FinancialInstitution")
_CHILDREN = ("ResearchInstitute", "Platform", "SciencePark", "FinancialInstitution")
#: Mothers whose name opens only the names of what is theirs: 甲大学乙校区, 甲大学教育基金会.
_SCHOOLS, _HEIRS = ("University", "ResearchInstitute"), ("Organization", "Platform", "Park")
#: Letters of the shortest word for a zone that its committee may be called by.
_SHORTEST = 2
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
        if is_trading(mention.text[parent.end - mention.start :]):
            continue  # 云溪高新区|投资集团有限公司
        if relation is None or entities.of(mention) is entities.of(parent):
            continue
        predicate, one, other = relation
        # A zone that only its committee's name names is no thing of the text.
        if predicate == "governedBy" and not entities.of(parent).mentions:
            continue
        yield Draft(
            entities.shown(one), predicate, entities.shown(other), "name/parent",
            (("predicate", mention.start, mention.end),), "explicit",
        )  # fmt: skip
    yield from _committees(entities)


def _committees(entities: Entities) -> Iterator[Draft]:
    """新区管委会 runs the one zone of the text that is called 新区 for short, or ends so."""
    named = [entity for entity in entities.by_name.values() if entity.mentions]
    zones = [entity for entity in named if vocabulary().is_any(entity.cls, _RUN)]
    called = {(alias.form, alias.entity) for alias in entities.aliases}
    for entity in named:
        head = head_of(entity.name) if entity.cls == "AdministrativeCommittee" else None
        stem = entity.name[: -len(head.form)] if head is not None else ""
        if len(stem) < _SHORTEST:
            continue
        meant = [z for z in zones if _ends_in(z.name, stem) or (stem, z.name) in called]
        if len(meant) == 1 and meant[0].name != stem:
            at, zone = entity.mentions[0], meant[0].mentions[0]
            yield Draft(
                meant[0], "governedBy", entity, "name/committee",
                (("predicate", at.start, at.end), ("alias", zone.start, zone.end)), "explicit",
            )  # fmt: skip


def _ends_in(name: str, stem: str) -> bool:
    """Does the name end in the stem, and the stem in a whole head noun (no 新区 in 高新区)?"""
    head = head_of(name)
    return name.endswith(stem) and head is not None and stem.endswith(head.form)


def _relation(mention: Mention, parent: Mention) -> tuple[str, Mention, Mention] | None:
    """What a name and the name it starts with say: predicate, subject, object."""
    words = vocabulary()
    if words.is_a(mention.cls, "AdministrativeCommittee") and words.is_any(parent.cls, _RUN):
        return "governedBy", parent, mention
    family = words.is_any(parent.cls, _MOTHERS) and words.is_any(mention.cls, _CHILDREN)
    family = family or (words.is_any(parent.cls, _SCHOOLS) and words.is_any(mention.cls, _HEIRS))
    # What 甲研究型大学联盟 starts with is a kind of its members.
    family = family and not words.is_a(mention.cls, "Alliance")
    if not family or parent.cue.startswith(_BRANDS):
        return None
    fits = words.fits("affiliatedWith", mention.cls, parent.cls)
    return ("affiliatedWith", mention, parent) if fits else None
