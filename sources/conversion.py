"""Conversions: who makes a thing out of two others, or out of a building."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ontology.lexicon import Cue, load_lexicon
from ontology.vocabulary import vocabulary
from sources.draft import Draft, Subject
from sources.turn import Turn

__all__ = ["convert"]


def convert(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``establishedBy``: 甲市把乙园与丙园捏在一起, 定名丁园; 甲市把老厂房改造成乙园."""
    for turn in turns:
        if turn.merged:
            yield from _made_of(shadow, turn)
        yield from _converted(shadow, turn)


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
