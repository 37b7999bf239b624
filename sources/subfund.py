"""Subfunds: which fund is part of which mother fund."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.reference import Reference
from sources.trail import Trail
from sources.turn import Turn

__all__ = ["pool"]

#: How far back the mother fund may be named that subfunds are spoken of, in characters.
_REACH = 400
#: How far behind its mother the word for a subfund may stand, in characters.
_TIE = 8
_QUOTES = "”’》」"


def pool(shadow: str, turns: list[Turn], trail: Trail) -> Iterator[Draft]:
    """Drafts of ``partOf``: 甲母基金…,两只子基金乙基金、丙基金; 乙基金是甲母基金的子基金."""
    if not turns:
        return
    yield from _tied(shadow, turns)
    start, end = turns[0].sentence
    said = pattern("SubFund").search(shadow, start, end)
    if said is None:
        return
    funds = [
        (turn, ref)
        for turn in turns
        for group in turn.clause.groups
        for ref in group.members
        if vocabulary().is_a(ref.entity.cls, "Fund")
    ]
    whole = next((ref for _, ref in funds if _is_mother(ref)), None)
    if whole is None:  # of the fund spoken of last, not of one before it
        funds_before = trail.until(start, ("Fund",), start - _REACH)
        last = next((ref for ref in funds_before if not _is_subfund(ref)), None)
        whole = last if last is not None and _is_mother(last) else None
    if whole is None:
        return
    for turn, ref in funds:
        if ref.entity is whole.entity or _is_mother(ref):
            continue
        told = _is_subfund(ref) or ref.start >= said.start() or _is_called(shadow, turn, ref, whole)
        if told and vocabulary().fits("partOf", ref.entity.cls, whole.entity.cls):
            yield Draft(
                ref.entity, "partOf", whole.entity, "structure/subfund",
                (("predicate", ref.start, ref.end), ("alias", whole.start, whole.end)),
                ref.how, modality=turn.modality(shadow, ref.start),
            )  # fmt: skip


def _tied(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """甲母基金下面的乙基金、丙基金, with or without the word for a subfund."""
    for turn in turns:
        for before, after in pairwise(turn.clause.groups):
            between = shadow[before.tail : after.start].rstrip("“")
            if not _is_mother(before.members[-1]) or not pattern("SubTie").fullmatch(between):
                continue
            whole = before.members[-1]
            for ref in after.members:
                if vocabulary().is_a(ref.entity.cls, "Fund") and ref.entity is not whole.entity:
                    yield Draft(
                        ref.entity, "partOf", whole.entity, "structure/subfund",
                        (("predicate", before.start, ref.end),), ref.how,
                        modality=turn.modality(shadow, ref.start),
                    )  # fmt: skip


def _is_mother(ref: Reference) -> bool:
    """Does its name say that it is a fund of funds?"""
    name = ref.entity.name.rstrip(_QUOTES)
    return name.endswith(tuple(load_lexicon().forms("MotherFund")))


def _is_subfund(ref: Reference) -> bool:
    name = ref.entity.name.rstrip(_QUOTES)
    return name.endswith(tuple(load_lexicon().forms("SubFund")))


def _is_called(shadow: str, turn: Turn, ref: Reference, whole: Reference) -> bool:
    """乙基金…,是甲母基金下面的一只子基金."""
    behind = pattern("SubFund").search(shadow, whole.end, turn.sentence[1])
    return ref.end <= whole.start and behind is not None and behind.start() - whole.end <= _TIE
