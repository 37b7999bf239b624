"""Shares: who pays which part of a thing that several pay for (甲与乙各出一半)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.stake import stake
from sources.turn import Turn

__all__ = ["share"]

#: Who can pay, and what several pay for together.
_PAYERS = ("Organization", "Place", "Person", "Fund")
_PAID = ("Platform", "Park", "Project", "Fund", "ResearchInstitute")
#: How far behind 的 the thing that is paid for may stand, in characters.
_HEAD_REACH = 12


def share(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of what shares say: who pays one founds the thing with others; a fund supports it."""
    paying = [
        (turn, group, paid)
        for turn in turns
        for group in turn.clause.groups
        if (paid := stake(shadow, turn.clause, group)) is not None and _pays(group)
    ]
    payers = {ref.entity.name for _, group, _ in paying for ref in group.members}
    several = sum(len(group.members) for _, group, _ in paying) > 1
    founded = any(hit.says("establishedBy") for turn in turns for hit in turn.clause.hits)
    for turn, group, paid in paying:
        things = _thing(shadow, turn, group, paid.end())
        firm = founded and group.governor  # 甲公司注册成立, 由乙、丙各持股50%
        things = things or ([s for s in turn.subjects if _is_firm(s)] if firm else [])
        for thing, ref in product(things, group.members):
            funds = vocabulary().is_a(ref.entity.cls, "Fund")
            said = ("supports", ref.entity, thing.entity) if funds else None
            predicate, one, other = said or ("establishedBy", thing.entity, ref.entity)
            if thing.entity.name in payers:
                continue
            if (several or funds) and vocabulary().fits(predicate, one.cls, other.cls):
                yield Draft(
                    one, predicate, other, "grammar/share",
                    (("predicate", ref.start, paid.end()), thing.span), thing.source,
                    modality=turn.modality(shadow, group.start),
                )  # fmt: skip


def _is_firm(subject: Subject) -> bool:
    direct = subject.source in {"explicit", "alias"}
    return direct and vocabulary().is_a(subject.entity.cls, "Enterprise")


def _pays(group: Group) -> bool:
    """Are they bodies that no other word than 由 governs?"""
    free = not group.governor or group.governor in load_lexicon().forms("DoerMarker")
    return free and all(vocabulary().is_any(ref.entity.cls, _PAYERS) for ref in group.members)


def _thing(shadow: str, turn: Turn, group: Group, end: int) -> list[Subject]:
    """What they pay for: what 的 ties to the verb, else what the sentence is about."""
    tie = pattern("Attributive").match(shadow, end)
    later = next((g for g in turn.clause.groups if g.start >= end), None)
    if tie is not None and later is not None and later.start - tie.end() <= _HEAD_REACH:
        return _paid([Subject.of(ref) for ref in later.members])
    before = [g for g in turn.clause.groups if g.end <= group.start and not g.governor]
    inside = [Subject.of(ref) for g in before[-1:] for ref in g.members]
    prior = turn.prior.members if turn.prior is not None else ()
    funds = [Subject.of(r) for r in prior if vocabulary().is_a(r.entity.cls, "Fund")]
    for said in (inside, turn.topic, turn.subjects, turn.before, funds):
        found = _paid([s for s in said if s.source in {"explicit", "alias"}])
        if found and all(s.entity is not ref.entity for s in found for ref in group.members):
            return found
    return []


def _paid(said: list[Subject]) -> list[Subject]:
    return [s for s in said if vocabulary().is_any(s.entity.cls, _PAID)]
