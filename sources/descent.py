"""Descent: what a thing was before, told by brackets, by what it grew out of or by what ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise, product

from ontology.lexicon import Cue, alternation, load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.draft import Draft, Subject
from sources.subject import brought_up
from sources.turn import Turn

__all__ = ["absorb", "descend", "is_former"]

#: What has a name and history of its own.
_LASTING = ("Platform", "ResearchInstitute", "University", "Park", "Zone", "Alliance", "Enterprise")
#: Relations that say only into what a thing has gone.
_INTO = frozenset({"partOf", "affiliatedWith"})


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    """What opens a bracket in which the old name stands: (原, (前身为."""
    return re.compile(rf"[”’》]? *\( *{alternation('FormerMark', 'PredecessorMark')}[“‘《]?")


@lru_cache(maxsize=1)
def _basis() -> re.Pattern[str]:
    """Behind what a new body is built on: (的)基础上."""
    return re.compile(f"[”’》]?{alternation('Attributive')}?{alternation('BasisNoun')}")


def is_former(shadow: str, before: Group, group: Group) -> bool:
    """Does the group stand in a bracket as the old name of the thing before it (乙院(原甲所))?"""
    lead = shadow[before.end : group.start]
    return _bracket().fullmatch(lead) is not None and shadow[group.tail : group.tail + 1] == ")"


def descend(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``succeeds``: 乙院(原甲所), 在甲所基础上组建乙院; of who makes one out of two."""
    for turn in turns:
        groups = turn.clause.groups
        for before, group in pairwise(groups):
            if is_former(shadow, before, group):
                new = before.members[-1]
                yield from _drafts(shadow, turn, [Subject.of(new)], group, "structure/bracket")
        for group in groups:
            if group.governor in load_lexicon().forms("Locative") and (
                basis := _basis().match(shadow, group.tail)
            ):
                yield from _drafts(
                    shadow, turn, _grown(turn, group, basis.end()), group, "structure/basis"
                )
        if turn.merged:
            yield from _made_of(shadow, turn)
        yield from _converted(shadow, turn)


def _grown(turn: Turn, old: Group, end: int) -> list[Subject]:
    """What is founded on the strength of the old body, in the clause or the subject of it."""
    clause = turn.clause
    if not any(hit.start >= end and hit.says("establishedBy") for hit in clause.hits):
        return []
    made = [s for s in brought_up(clause) if s.start >= end]
    own = turn.own is not None and turn.own.end <= old.start
    told = [s for s in turn.subjects if vocabulary().is_any(s.entity.cls, _LASTING)]
    return made or (told if own else [])


def _made_of(shadow: str, turn: Turn) -> Iterator[Draft]:
    """甲市把乙园与丙园捏在一起, 定名丁园: who joins two into one has founded it."""
    named = {subject.entity.name for subject in turn.merged}
    makers = [s for s in turn.subjects if s.entity.name not in named]
    hit = next((h for h in turn.clause.hits if h.says("establishedBy") or h.says("succeeds")), None)
    if not named or hit is None:
        return
    things = [ref for g in turn.clause.groups if g.start >= hit.end for ref in g.members]
    for thing in things[:1]:
        for maker in makers:
            if vocabulary().fits("establishedBy", thing.entity.cls, maker.entity.cls):
                yield Draft(
                    thing.entity, "establishedBy", maker.entity, "structure/join",
                    (("predicate", hit.start, thing.end), maker.span), maker.source,
                    modality=turn.modality(shadow, hit.start),
                )  # fmt: skip


def _converted(shadow: str, turn: Turn) -> Iterator[Draft]:
    """甲市把老厂房改造成乙园: who turns something into a thing has founded it."""
    own = turn.own
    hit = next((h for h in turn.clause.hits if any(map(_renews, h.of("verb")))), None)
    if own is None or hit is None or hit.start < own.tail or turn.merged:
        return
    marks = tuple(load_lexicon().forms("PatientMarker"))
    taken = next((t for t in turn.clause.tokens if t.start >= own.tail and t.text in marks), None)
    if taken is None or not any(
        t.pos[0] == "n" and taken.end <= t.start < hit.start for t in turn.clause.tokens
    ):
        return  # 将改制为乙公司
    things = (g for g in turn.clause.groups if g.start >= hit.end)
    for thing, maker in product(getattr(next(things, None), "members", ()), own.members):
        if vocabulary().fits("establishedBy", thing.entity.cls, maker.entity.cls):
            yield Draft(
                thing.entity, "establishedBy", maker.entity, "structure/convert",
                (("predicate", taken.start, thing.end), Subject.of(maker).span), maker.how,
                modality=turn.modality(shadow, hit.start),
            )  # fmt: skip


def _renews(cue: Cue) -> bool:
    """Does the word say what its subject becomes?"""
    return cue.signals == "succeeds" and cue.attributes.get("agent") == "object"


def _drafts(
    shadow: str, turn: Turn, new: Sequence[Subject], old: Group, cue: str
) -> Iterator[Draft]:
    for subject in new:
        for ref in old.members:
            fits = vocabulary().is_any(subject.entity.cls, _LASTING)
            fits = fits and vocabulary().is_any(ref.entity.cls, _LASTING)
            fits = fits and vocabulary().fits("succeeds", subject.entity.cls, ref.entity.cls)
            if fits and ref.entity is not subject.entity:
                yield Draft(
                    subject.entity, "succeeds", ref.entity, cue,
                    (("predicate", min(subject.start, old.start), old.tail), subject.span),
                    subject.source, modality=turn.modality(shadow, old.start),
                )  # fmt: skip


def absorb(draft: Draft, turns: Sequence[Turn]) -> Draft:
    """甲所撤销, 并入乙院: the new body succeeds what the clause before (``turns``) ended."""
    new = draft.object
    if new is None or draft.predicate not in _INTO or draft.subject.cls == "Fund":
        return draft
    ended = any(
        subject.entity is draft.subject
        for turn in turns
        if _ends(turn.clause)
        for subject in turn.subjects
    )
    if ended and vocabulary().fits("succeeds", new.cls, draft.subject.cls):
        return replace(draft, subject=new, predicate="succeeds", object=draft.subject)
    return draft


def _ends(clause: Clause) -> bool:
    """Does the clause say that its subject is no more?"""
    cues = (cue for hit in clause.hits for cue in hit.of("state"))
    return any(cue.attributes.get("status") == "closed" for cue in cues)
