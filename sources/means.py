"""Means: clauses that open with why or how whoever the next one is about did something."""

from __future__ import annotations

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause
from sources.draft import Subject
from sources.turn import Turn

__all__ = ["lead"]

_OPENERS = "“‘《("


def lead(shadow: str, turn: Turn, later: Turn) -> None:
    """Tell a clause that names no subject whose aim or means it is: the next one's subject's."""
    start = turn.clause.start
    if pattern("AimMarker").match(shadow, start):
        turn.aim = tuple(s for s in later.subjects if not _is_cited(shadow, later.clause, s))
    if pattern("MeansMarker").match(shadow, start):  # 通过实施“甲计划”, 乙市…
        told = later.subjects
        turn.aim = tuple(s for s in told if not vocabulary().is_a(s.entity.cls, "Enterprise"))
    if _is_means(shadow, turn.clause):
        turn.means = later.subjects
    if _has_joined(shadow, turn.clause):
        turn.subjects = later.subjects


def _is_cited(shadow: str, clause: Clause, subject: Subject) -> bool:
    """Is it a paper that the clause only cites (结合《甲方案》), not what the clause is about?"""
    lead = shadow[clause.start : max(clause.start, subject.start)].rstrip(_OPENERS)
    return bool(lead) and vocabulary().is_a(subject.entity.cls, "Policy")


def _has_joined(shadow: str, clause: Clause) -> bool:
    """Does the clause only tell what whoever the next one is about has joined (加入甲联盟后)?"""
    joins = bool(clause.hits) and clause.hits[0].says("memberOf")
    if not joins or clause.hits[0].start > clause.start:
        return False
    return shadow.endswith(tuple(load_lexicon().forms("SinceWord")), clause.start, clause.end)


def _is_means(shadow: str, clause: Clause) -> bool:
    """Does the clause open with whom somebody works with (通过与甲大学合作, 乙公司…)?"""
    if pattern("SequelMarker").match(shadow, clause.start) is not None:
        return True  # 继去年出台《甲办法》后, 乙市…
    opens = pattern("MeansMarker").match(shadow, clause.start)
    if opens is None or not clause.groups:
        return False
    partner = clause.groups[0]
    joined = partner.governor in load_lexicon().forms("Comitative")
    return joined and partner.start - len(partner.governor) == opens.end()
