"""Structure: what is part of what, said by lists and layouts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise, product

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft, Span, Subject
from sources.entity import Entity
from sources.reference import Reference
from sources.trail import Trail
from sources.turn import Turn

__all__ = ["compose"]

#: How far behind 由 A、B the closing 组成 may stand, in characters.
_COMPOSE_REACH = 10
#: How far behind 等 the slogan may stand that names a list, in characters.
_SLOGAN_REACH = 2
#: What is not itself composed of the parts that the text lists: an area only has them in it.
_NO_WHOLES = ("Strategy", "AdministrativeArea")
#: A piece of a slogan in quotes, glossed: “一核”即….
_GLOSS = re.compile(r"\W?“(?P<piece>[^“”]{2,4})”[^“”,。;]{0,4}(?:[\u4e00-\u9fff]{1,3})")


def compose(shadow: str, turns: list[Turn], trail: Trail) -> Iterator[Draft]:
    """Drafts of ``partOf``: 由 A、B 组成, A、B 等“两中心一基地”, “多园”包括 A、B.

    ``trail`` gives the layout slogans named before the sentence.
    """
    slogans = [
        ref
        for turn in turns
        for group in turn.clause.groups
        for ref in group.members
        if ref.entity.cls == "Strategy"
    ]
    yield from _built(turns, slogans)
    yield from _called(shadow, turns, slogans)
    for turn in turns:
        for group in turn.clause.groups:
            if group.governor in load_lexicon().forms("AgentMarker"):
                yield from _composed(shadow, turn, group, slogans)
            yield from _glossed(shadow, turn, group, slogans, trail)
            named = [ref for ref in slogans if 0 <= ref.start - group.tail <= _SLOGAN_REACH]
            if group.closed and named:
                yield from _parts(group, [Subject.of(ref) for ref in named], named[0].end)


def _composed(shadow: str, turn: Turn, group: Group, slogans: list[Reference]) -> Iterator[Draft]:
    """X 由 A、B 组成: parts of X and of the slogan before them; 整合而成: X succeeds both."""
    reach = group.tail + _COMPOSE_REACH
    if pattern("Compose").search(shadow, group.tail, reach):
        whole = [s for s in turn.subjects if not vocabulary().is_any(s.entity.cls, _NO_WHOLES)]
        before = [ref for ref in slogans if ref.start < group.start]
        yield from _parts(group, [*whole, *map(Subject.of, before)], group.tail)
        for one, other in product(whole, before):
            if _fits("partOf", one.entity, other.entity):
                start, end = min(one.start, other.start), max(one.end, other.end)
                yield Draft(
                    one.entity, "partOf", other.entity, "structure/layout",
                    (("predicate", start, end),), one.source,
                )  # fmt: skip
    tie = pattern("Attributive").match(shadow, group.tail)
    others = pattern("OtherMember").match(shadow, tie.end() if tie else group.tail)
    if others is None and pattern("Merge").search(shadow, group.tail, reach):
        for subject, ref in product(turn.subjects, group.members):
            if _fits("succeeds", subject.entity, ref.entity):
                yield Draft(
                    subject.entity, "succeeds", ref.entity, "structure/merge",
                    (("predicate", ref.start, group.tail), subject.span), subject.source,
                    modality=turn.modality(shadow, group.start),
                )  # fmt: skip


def _glossed(
    shadow: str, turn: Turn, group: Group, slogans: list[Reference], trail: Trail
) -> Iterator[Draft]:
    """“多园”包括 A、B: a piece of the last slogan with it, and the things it stands for."""
    match = _GLOSS.match(shadow, turn.clause.start, group.start)
    if match is None:
        return
    piece = match.group("piece")
    named = chain(reversed(slogans), trail.back(turn.sentence[0], "Strategy"))
    owner = next((r for r in named if piece != r.entity.name and piece in r.entity.name), None)
    if owner is not None:
        yield from _parts(group, [Subject.of(owner)], group.tail)


def _called(shadow: str, turns: list[Turn], slogans: list[Reference]) -> Iterator[Draft]:
    """下辖甲、乙两园, 称为“一区两园”: the parts listed make up the slogan, too."""
    for before, after in pairwise(turns):
        parts = [
            group
            for hit in before.clause.hits
            if any(c.signals == "partOf" and c.attributes["agent"] == "object" for c in hit.cues)
            for group in before.clause.groups
            if group.start >= hit.end and len(group.members) > 1
        ]
        lead = tuple(load_lexicon().forms("LayoutCall"))
        named = [
            ref
            for ref in slogans
            if after.clause.start <= ref.start < after.clause.end
            and shadow[after.clause.start : ref.start].rstrip("“‘").endswith(lead)
        ]
        if parts and named:
            yield from _parts(parts[0], [Subject.of(named[0])], named[0].end)


def _built(turns: list[Turn], slogans: list[Reference]) -> Iterator[Draft]:
    """完善“一城多园”模式, 建设 A, 打造 B: several zones built after it make it up."""
    if len(slogans) != 1:
        return
    built = [
        group
        for turn in turns
        if turn.own is None and turn.clause.start >= slogans[0].end
        for group in turn.clause.groups
        if any(h.end <= group.start for h in _foundings(turn.clause))
        and all(_is(ref.entity, "Zone") for ref in group.members)
    ]
    if len(built) > 1:
        for group in built:
            yield from _parts(group, [Subject.of(slogans[0])], group.tail)


def _foundings(clause: Clause) -> list[Hit]:
    return [hit for hit in clause.hits if hit.says("establishedBy")]


def _parts(group: Group, wholes: Iterable[Subject], end: int) -> Iterator[Draft]:
    """Every member of the list is part of every whole; the evidence ends at ``end``."""
    for whole, ref in product(wholes, group.members):
        if _fits("partOf", ref.entity, whole.entity):
            said: Span = ("predicate", ref.start, max(end, ref.end))
            yield Draft(
                ref.entity, "partOf", whole.entity, "structure/list",
                (said, whole.span), whole.source,
            )  # fmt: skip


def _fits(predicate: str, one: Entity, other: Entity) -> bool:
    return one is not other and vocabulary().fits(predicate, one.cls, other.cls)


def _is(entity: Entity, cls: str) -> bool:
    return vocabulary().is_a(entity.cls, cls)
