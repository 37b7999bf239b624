"""Senses: which relation a word says between two things, by what they are."""

from __future__ import annotations

from ontology.lexicon import Cue, load_lexicon
from ontology.vocabulary import vocabulary
from sources.agency import FOUNDED, is_said
from sources.clause import Group, Hit
from sources.draft import Subject
from sources.entity import Entity
from sources.succession import absorbs
from sources.turn import Turn

__all__ = ["HOUSED", "LODGINGS", "is_turned", "lenders", "relation_of"]

#: Things that a place has in it, not as its parts.
HOUSED = ("Platform", "Enterprise", "ResearchInstitute", "University", "Project")
#: Platforms that are houses or grounds with tenants.
LODGINGS = ("Incubator", "Makerspace", "IndustrialBase", "DemonstrationBase")
_ABOVE_SCHOOLS = ("University", "GovernmentBody", "Enterprise")
#: What a corridor runs through.
_STOPS = ("Place", "Platform")
_MOTHERS = ("University", "ResearchInstitute", "Enterprise", "GovernmentBody")


def relation_of(cue: Cue, one: Entity, other: Entity) -> str | None:
    """The relation that a cue says between two things; a body has labs, it is no place."""
    words = vocabulary()
    if cue.form in load_lexicon().forms("AbsorbVerb") and absorbs(other, one):
        return None  # 乙所并入甲院: the one succeeds the other
    if cue.signals == "affiliatedWith" and words.is_a(one.cls, "University"):
        return cue.signals if words.is_any(other.cls, _ABOVE_SCHOOLS) else None
    if "whole" in cue.attributes:
        whole = words.is_any(other.cls, cue.attributes["whole"].split())
        return cue.signals if whole and words.is_any(one.cls, _STOPS) else None
    if cue.signals == "partOf" and words.is_a(other.cls, "Place") and words.is_any(one.cls, HOUSED):
        return "locatedIn" if cue.attributes.get("agent") == "object" else None
    if cue.signals == "partOf" and other.cls == "Alliance":
        return "memberOf" if words.is_any(one.cls, ("Organization", "Place")) else None
    if cue.signals == "partOf" and cue.attributes.get("agent") == "subject":
        child = words.is_any(one.cls, ("Platform", "ResearchInstitute", "Enterprise"))
        if child and words.is_any(other.cls, _MOTHERS):
            return "affiliatedWith"
    if cue.signals == "partOf" and one.cls == "Strategy":
        return None
    built = cue.signals == "implements" and words.is_a(other.cls, "Project")
    if built or (cue.signals == "succeeds" and _is_above(one, other)):
        return None
    if cue.signals == "partOf" and words.is_a(one.cls, "Enterprise"):
        return cue.signals if words.is_a(other.cls, "Enterprise") else None
    if cue.signals == "locatedIn" and words.is_any(other.cls, LODGINGS):
        return "locatedIn" if words.is_any(one.cls, (*HOUSED, "Alliance")) else None
    if cue.signals == "locatedIn" and words.is_any(other.cls, ("Platform",)):
        return "partOf" if words.is_any(one.cls, ("Platform", "ResearchInstitute")) else None
    if cue.signals == "locatedIn" and not words.is_a(other.cls, "Place"):
        fits = words.is_any(one.cls, ("Platform", "ResearchInstitute"))
        mother = words.is_any(other.cls, ("University", "ResearchInstitute"))
        return "affiliatedWith" if fits and mother else None
    if cue.signals == "establishedBy" and not words.is_any(one.cls, FOUNDED):
        return None
    if not is_said(cue, one):
        return None
    if cue.attributes.get("money") == "true" and words.is_a(one.cls, "Enterprise"):
        return None  # who puts money into a firm has not founded it
    return cue.signals


def _is_above(new: Entity, old: Entity) -> bool:
    """Is what would be the old body an area or authority, which only has the new one?"""
    above = ("AdministrativeArea", "GovernmentBody")
    return vocabulary().is_any(old.cls, above) and not vocabulary().is_any(new.cls, above)


def lenders(subjects: list[Subject], group: Group) -> list[Subject]:
    """Of those whom the clause may be about the banks, where ``group`` is a credit product."""
    credit = vocabulary().is_a(group.members[0].entity.cls, "FinancialProduct")
    banks = [s for s in subjects if vocabulary().is_a(s.entity.cls, "FinancialInstitution")]
    return banks if credit and banks else subjects


def is_turned(shadow: str, turn: Turn, hit: Hit, one: Entity, other: Entity) -> bool:
    """Does the place stand before the verb of moving in (甲园已落户乙公司)?"""
    if turn.own is None or turn.link(hit) is not None:
        return False
    verbs, words = load_lexicon().forms("TurnVerb"), vocabulary()
    placed = words.is_a(one.cls, "Place") and words.is_any(other.cls, HOUSED)
    return placed and shadow[hit.start : hit.end] in verbs
