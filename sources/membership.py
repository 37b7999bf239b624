"""Membership: who belongs to an alliance, said by the word for member."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.draft import Draft, Subject
from sources.modality import modality_of
from sources.reference import Reference
from sources.subject import Turn

__all__ = ["belong"]

#: How far behind the verb the word for member may stand, in characters.
_REACH = 30


@lru_cache(maxsize=1)
def _member() -> re.Pattern[str]:
    def either(kind: str) -> str:
        forms = sorted(load_lexicon().forms(kind), key=lambda form: (-len(form), form))
        return "|".join(map(re.escape, forms))

    return re.compile(f"(?:{either('BecomeVerb')})(?=[^,。;]{{0,{_REACH}}}?(?:{either('MemberNoun')}))")


def belong(shadow: str, turns: list[Turn], references: list[Reference]) -> Iterator[Draft]:
    """Drafts of ``memberOf``: X 成为联盟首批会员."""
    for turn in turns:
        clause = turn.clause
        match = _member().search(shadow, clause.start, clause.end)
        if match is None:
            continue
        alliance = _alliance(turn, match.end(), references)
        if alliance is None:
            continue
        for subject in turn.subjects:
            if subject.entity is alliance.entity:
                continue
            if vocabulary().fits("memberOf", subject.entity.cls, alliance.entity.cls):
                yield Draft(
                    subject.entity, "memberOf", alliance.entity, "grammar/member",
                    (("predicate", match.start(), clause.end),
                     ("subject", subject.start, subject.end),
                     ("alias", alliance.start, alliance.end)),
                    subject.source,
                    modality=modality_of(shadow, clause.start, match.start(), clause.end, turn.sentence),
                    sentence=clause.sentence,
                )  # fmt: skip


def _alliance(turn: Turn, verb_end: int, references: list[Reference]) -> Subject | None:
    """The alliance after the verb, else the one named last before it."""
    alliances = [r for r in references if r.entity.cls == "Alliance"]
    here = [r for r in alliances if verb_end <= r.start < turn.clause.end]
    before = [r for r in alliances if r.end <= verb_end]
    chosen = here[:1] or before[-1:]
    return Subject(chosen[0].entity, chosen[0].start, chosen[0].end, "explicit") if chosen else None
