"""Asides: clauses whose subject is not whom the text goes on about: who builds, pays or speaks."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.draft import Subject
from sources.gain import into_it
from sources.protagonist import BODIES
from sources.stake import gives, invested, runs, stake
from sources.turn import Turn

__all__ = ["BUILT", "goes_unsaid", "is_alone", "moves_in", "serves"]

#: How much text may follow a verb that ends its clause, in characters.
_SAY_REACH = 5
#: Who speaks of things that are not their own.
_OUTSIDE = ("AdministrativeArea", "GovernmentBody", "University")
#: What a sentence goes on about while it says who builds it.
BUILT = (
    *("Platform", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
    *("ScienceCity", "InnovationZone"),
)


def serves(
    shadow: str,
    clause: Clause,
    group: Group,
    before: tuple[Subject, ...],
    head: tuple[Subject, ...],
    said: Sequence[Turn] = (),
) -> bool:
    """Does the clause only say who builds or pays what the sentence is about (X 落户, 甲承建)?

    Or who has approved it.
    In a list item a place alone says where the ``head`` is (●甲中心：云溪新区, 面积…).
    """
    site = vocabulary().is_a(group.members[0].entity.cls, "Place")
    if before and said and _labels(shadow, said[-1].clause, clause):
        return True
    if before and (_approves(shadow, clause, group) or into_it(shadow, group, clause.end)):
        return True
    if head and site and clause.end - group.end <= 1 and not clause.hits:
        return all(subject.entity is not group.members[0].entity for subject in head)
    last = clause.hits[-1] if clause.hits else None
    builds = last is not None and last.says("establishedBy")
    builds = builds and last is not None and clause.end - last.end <= _SAY_REACH
    priced = last is not None and invested(shadow, clause, last)
    given = gives(shadow, clause, group)
    paid = given or stake(shadow, clause, group) is not None or runs(shadow, clause, group)
    if not builds and not priced and not paid:
        return False
    classes = ("Project",) if priced else (*BUILT, "Programme")
    things = [s for s in before if vocabulary().is_any(s.entity.cls, classes)]
    body = vocabulary().is_any(group.members[0].entity.cls, BODIES)
    return (
        body
        and bool(things)
        and (bool(head) or given or things[0].source in {"explicit", "alias"})
        and is_alone(clause, group)
    )


def _labels(shadow: str, label: Clause, clause: Clause) -> bool:
    """Does a label that tells who or where stand right before it (建设单位:甲公司, 选址:乙园)?"""
    if shadow[label.end : clause.start] != ":":
        return False
    last = label.hits[-1] if label.hits else None
    if last is not None and last.is_noun and last.end == label.end:
        return True
    return shadow.endswith(tuple(load_lexicon().forms("RoleLabel")), label.start, label.end)


def goes_unsaid(before: tuple[Subject, ...], group: Group) -> bool:
    """Does who speaks for an office or a university go on about the thing told of before?"""
    words = vocabulary()
    if not before or before[0].source == "headline":
        return False
    outside = words.is_any(group.members[0].entity.cls, _OUTSIDE)
    return outside and words.is_any(before[0].entity.cls, BUILT)


def _approves(shadow: str, clause: Clause, own: Group) -> bool:
    """Is all that the clause says of an office that it has approved the thing (2019年甲部批复)?"""
    if not vocabulary().is_a(own.members[0].entity.cls, "GovernmentBody"):
        return False
    found = pattern("Approval").search(shadow, own.tail, min(clause.end, own.tail + _SAY_REACH))
    return found is not None and clause.end - found.end() <= 1


def moves_in(clause: Clause, group: Group, before: tuple[Subject, ...]) -> bool:
    """Does the clause only say who are in the area that the text is about (甲、乙都已入驻)?"""
    last = clause.hits[-1] if clause.hits else None
    area = len(before) == 1 and vocabulary().is_a(before[0].entity.cls, "Place")
    several = len(group.members) > 1 and len(clause.groups) == 1
    if not area or last is None or not several or clause.end - last.end > 1:
        return False
    return last.says("locatedIn") and not vocabulary().is_a(group.members[0].entity.cls, "Place")


def is_alone(clause: Clause, own: Group) -> bool:
    """Is nobody named in the clause but its subject, who joins it, and where?"""
    small = load_lexicon().forms("Comitative", "Locative")
    return all(g is own or (g.start > own.end and g.governor in small) for g in clause.groups)
