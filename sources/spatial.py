"""Spatial layouts: the parts that a slogan such as “一核两翼” stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.reference import Reference
from sources.trail import Trail
from sources.turn import Turn

__all__ = ["lay_out"]

#: How far before a part its piece of the slogan may stand, in characters.
_REACH = 18
#: Letters of the longest word for an end of a corridor.
_WORD = 4
#: How many parts a list of them has at least.
_FEW = 2
#: Wholes whose parts the parts of their layout are; a city only has the layout.
_WHOLES = ("Zone", "Park")
#: … and wholes whose parts may be told one by one.
_PARTED = (*_WHOLES, "Region")
_QUOTES = "“”‘’「」《》"


@cache
def _pieces(slogan: str) -> tuple[str, ...]:
    """What a slogan counts: 一核两翼 has 核 and 翼.

    >>> _pieces("一核两翼多点"), _pieces("一港三片区"), _pieces("揭榜挂帅")
    (('核', '翼', '点'), ('港', '片区'), ())
    """
    numeral = alternation("LayoutNumeral")
    found = re.findall(rf"{numeral}((?:(?!{numeral})[\u4e00-\u9fff]){{1,3}})", slogan)
    counted = re.fullmatch(rf"(?:{numeral}(?:(?!{numeral})[\u4e00-\u9fff]){{1,3}}[、,]?)+", slogan)
    units = load_lexicon().forms("LayoutUnit", "AreaNoun", "LayoutPiece")
    placed = all(piece in units for piece in found)
    return tuple(found) if counted and placed and len(found) > 1 else ()


def lay_out(shadow: str, turns: list[Turn], trail: Trail, passage: int) -> Iterator[Draft]:
    """Drafts of ``partOf`` of one sentence: “一核”即甲, 以乙为副核, 丙、丁为两翼.

    The slogan is one of the sentence or of the paragraph, which starts at ``passage``.
    """
    yield from _announced(shadow, turns)
    yield from _stretched(shadow, turns)
    slogan = _slogan(shadow, turns, trail, passage)
    if slogan is None:
        slogan = _taken_up(shadow, turns[0].sentence[0], trail, passage) if turns else None
        if slogan is None:
            return
        passage = shadow.rfind("\n", 0, slogan.start) + 1
    owner = _owner(turns, slogan, trail, passage)
    pieces = _pieces(slogan.entity.name.strip(_QUOTES))
    wholes = [slogan.entity]
    if owner is not None and vocabulary().is_any(owner.entity.cls, _WHOLES):
        wholes.append(owner.entity)
    if owner is not None and vocabulary().is_any(owner.entity.cls, _PARTED):
        yield from _as_piece(owner, slogan, pieces)
    for turn in turns:
        for group in turn.clause.groups:
            if group.start < slogan.end or _is_denied(shadow, turn, group):
                continue
            if group.governor in load_lexicon().forms("TowardWord"):
                continue  # 向甲科学城学习
            plays = _plays(shadow, group, pieces, slogan.end)
            plays = plays and not _is_of_part(turn, group, pieces)
            for ref in group.members:
                if plays or _is_named_as(ref.entity, pieces):
                    yield from _parts(ref, wholes, slogan)


@cache
def _announcing() -> re.Pattern[str]:
    number, measure = alternation("LayoutNumeral"), alternation("CountMeasure")
    return re.compile(f"{number}{measure}?{alternation('AreaNoun')}|{alternation('LayoutNoun')}")


def _announced(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """甲新城分三个片区开发:乙做…,丙做…: the places listed one by one are its parts."""
    for index, turn in enumerate(turns):
        clause = turn.clause
        wholes = [s for s in turn.subjects if vocabulary().is_any(s.entity.cls, _PARTED)]
        told = _announcing().search(shadow, clause.start, clause.end)
        if not wholes or told is None:
            continue
        parted = pattern("PartingVerb").search(shadow, clause.start, told.start() + 1)
        if index + 1 < len(turns) and parted is not None:  # not 考察了三个园区,分别是…
            yield from _named_next(shadow, turns[index + 1], wholes[0])
        if shadow[clause.end : clause.end + 1] != ":":
            continue
        listed = [
            ref
            for later in turns[index + 1 :]
            if later.own is not None and not _is_denied(shadow, later, later.own)
            for ref in later.own.members
            if vocabulary().is_a(ref.entity.cls, "Place")
        ]
        if len(listed) > 1:
            for ref in listed:
                if vocabulary().fits("partOf", ref.entity.cls, wholes[0].entity.cls):
                    yield _draft(ref.entity, wholes[0].entity, (ref.start, ref.end))


def _named_next(shadow: str, turn: Turn, whole: Subject) -> Iterator[Draft]:
    """由三个片区组成,分别是甲、乙: the next clause names the parts, and nothing else."""
    opened = pattern("NamingWord").match(shadow, turn.clause.start)
    group = turn.clause.groups[0] if turn.clause.groups else None
    if opened is None or group is None or group.start > opened.end() or len(group.members) < _FEW:
        return
    for ref in group.members:
        place = vocabulary().is_a(ref.entity.cls, "Place") and ref.entity is not whole.entity
        if place and vocabulary().fits("partOf", ref.entity.cls, whole.entity.cls):
            yield _draft(ref.entity, whole.entity, (ref.start, ref.end))


def _stretched(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """甲走廊东起乙区,西至丙高新区: both ends of a corridor are of it."""
    corridor: Subject | None = None
    for turn in turns:
        yield from _strung(shadow, turn)
        marks = {
            kind: next((g for g in turn.clause.groups if _ends(shadow, g.start, kind)), None)
            for kind in ("CorridorStart", "CorridorEnd")
        }
        if marks["CorridorStart"] is not None:
            regions = (s for s in turn.subjects if s.entity.cls == "Region")
            corridor = next(regions, None)
        for group in filter(None, marks.values()):
            ref = group.members[0]
            fits = corridor is not None and ref.entity is not corridor.entity
            if corridor is not None and fits and vocabulary().is_a(ref.entity.cls, "Place"):
                yield _draft(ref.entity, corridor.entity, (ref.start, ref.end))


def _strung(shadow: str, turn: Turn) -> Iterator[Draft]:
    """甲走廊以乙城为起点; 甲走廊沿线的乙城: where it starts and what lies along it is of it."""
    named = (*turn.subjects, *turn.before)
    for at, group in enumerate(turn.clause.groups):
        earlier = [Subject.of(r) for g in turn.clause.groups[:at] for r in g.members[-1:]]
        corridor = next((s for s in (*earlier[::-1], *named) if s.entity.cls == "Region"), None)
        lead = shadow[max(0, group.start - _WORD) : group.start]
        along = lead.endswith(tuple(load_lexicon().forms("AlongWord")))
        if corridor is None or not (along or _core().match(shadow, group.tail)):
            continue
        if not along and not lead.endswith(tuple(load_lexicon().forms("LayoutWith"))):
            continue
        for ref in group.members:
            if ref.entity is not corridor.entity and vocabulary().is_a(ref.entity.cls, "Place"):
                yield _draft(ref.entity, corridor.entity, (ref.start, ref.end))


@lru_cache(maxsize=1)
def _core() -> re.Pattern[str]:
    return re.compile(f"{alternation('LayoutVerb')}[^,。;、]{{0,4}}?{alternation('CorridorRole')}")


def _ends(shadow: str, at: int, kind: str) -> bool:
    """Does a word of this kind end right before ``at``?"""
    return shadow[max(0, at - _WORD) : at].endswith(tuple(load_lexicon().forms(kind)))


def _is_denied(shadow: str, turn: Turn, group: Group) -> bool:
    """Is anything denied or supposed before the list in its clause (未纳入“多园”的甲园)?"""
    said = turn.modality(shadow, group.start)
    start = turn.clause.start
    return said in {"denied", "hypothetical"} or bool(
        pattern("Negation").search(shadow, start, group.start)
    )


def _slogan(shadow: str, turns: list[Turn], trail: Trail, passage: int) -> Reference | None:
    """The layout slogan that the sentence names, else the last one of the paragraph."""
    here = (ref for turn in turns for group in turn.clause.groups for ref in group.members)
    earlier = trail.back(turns[0].sentence[0], "Strategy")
    for ref in chain(here, earlier):
        if ref.start < passage:
            return None
        if ref.entity.cls != "Strategy" or _aimed().match(shadow, ref.end):
            continue
        if _pieces(ref.entity.name.strip(_QUOTES)):
            return ref
    return None


@cache
def _aimed() -> re.Pattern[str]:
    """What follows a slogan that tells of aims: “四区一基地”的发展定位."""
    return re.compile(f"[{_QUOTES}]?{alternation('Attributive')}?{alternation('LayoutAim')}")


def _taken_up(shadow: str, at: int, trail: Trail, passage: int) -> Reference | None:
    """The last slogan, when the paragraph opens with a piece of it: “多园”各有分工, 四个片区…."""
    for ref in trail.back(at, "Strategy"):
        pieces = _pieces(ref.entity.name.strip(_QUOTES))
        if pieces:
            opened = _resumed(pieces).match(shadow, passage)
            return ref if opened is not None else None
    return None


@lru_cache(maxsize=256)
def _resumed(pieces: tuple[str, ...]) -> re.Pattern[str]:
    numeral, measure = alternation("LayoutNumeral"), alternation("CountMeasure")
    unit = "|".join(map(re.escape, pieces))
    quoted = f"[“‘]{numeral}(?:{unit})[”’]"
    return re.compile(rf"[^\w“‘]*(?:{quoted}|{numeral}{measure}(?:{unit}))")


def _owner(
    turns: list[Turn], slogan: Reference, trail: Trail, passage: int
) -> Subject | Reference | None:
    """The place whose layout it is: the clause's subject, else the place named last before it."""
    for turn in turns:
        if turn.clause.start <= slogan.start < turn.clause.end:
            said = (*turn.topic, *turn.subjects) if turn.own is None else turn.subjects
            places = (s for s in said if vocabulary().is_a(s.entity.cls, "Place"))
            owner = next(places, None)
            if owner is not None and owner.start < slogan.start:
                return owner
    last = trail.last(slogan.start, ("Place",))
    return last if last is not None and last.start >= passage else None


def _as_piece(
    owner: Subject | Reference, slogan: Reference, pieces: tuple[str, ...]
) -> Iterator[Draft]:
    """“一区三园”: the zone itself is the one 区."""
    one = {cue.form for cue in load_lexicon().cues("Digit") if cue.attributes["value"] == "1"}
    first = slogan.entity.name.strip(_QUOTES)[0]
    if first in one and owner.entity.name[-1] == pieces[0][-1]:
        yield _draft(owner.entity, slogan.entity, (owner.start, slogan.end))


def _parts(ref: Reference, wholes: list[Entity], slogan: Reference) -> Iterator[Draft]:
    piece = ref.entity.name.strip(_QUOTES) in slogan.entity.name  # “一谷”是甲激光谷
    if ref.entity in wholes or piece or _is_outside(ref.entity):
        return
    for whole in wholes:
        if vocabulary().fits("partOf", ref.entity.cls, whole.cls):
            yield _draft(ref.entity, whole, (slogan.start, ref.end))


def _is_outside(entity: Entity) -> bool:
    """Bodies act in a layout, they are no part of it."""
    return vocabulary().is_any(entity.cls, ("GovernmentBody", "Enterprise", "University", "Policy"))


def _draft(part: Entity, whole: Entity, span: tuple[int, int]) -> Draft:
    return Draft(part, "partOf", whole, "structure/spatial", (("predicate", *span),), "explicit")


def _is_named_as(entity: Entity, pieces: tuple[str, ...]) -> bool:
    """Does the name end in what the slogan counts (四园: 甲产业园)?"""
    tail = entity.name.strip(_QUOTES)[-3:]
    return not vocabulary().is_a(entity.cls, "Organization") and any(
        tail.endswith(piece) or tail[:-1].endswith(piece)  # 片 and 片区 are one
        for piece in pieces
    )


@lru_cache(maxsize=256)
def _roles(pieces: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Before a part: 一核即, 东翼为; after it: 为两翼, 是“廊”."""
    count = f"(?:{alternation('LayoutNumeral')}|{alternation('LayoutSide')}|、)*"
    unit = f"(?:{'|'.join(map(re.escape, pieces))}|{alternation('LayoutUnit')})"
    link, verb = alternation("LayoutLink"), alternation("LayoutVerb")
    return (
        re.compile(rf"[“‘]?{count}{unit}[”’]?[^,。;“”]{{0,3}}?{link}[“‘]?$"),
        re.compile(rf"[”’]?[^,。;“”]{{0,4}}?{verb}[“‘]?{count}{unit}"),
    )


def _is_of_part(turn: Turn, group: Group, pieces: tuple[str, ...]) -> bool:
    """Is it what one part of the layout strings together (甲带串起乙园、丙园)?"""
    strung = group.governor in load_lexicon().forms("LayoutPreposition")
    return strung and any(_is_named_as(subject.entity, pieces) for subject in turn.subjects)


def _plays(shadow: str, group: Group, pieces: tuple[str, ...], start: int) -> bool:
    """Is the list given a part in the layout?"""
    before, after = _roles(pieces)
    lead = shadow[max(start, group.start - _REACH) : group.start]
    if before.search(lead) or after.match(shadow, group.tail):
        return True
    return group.governor in load_lexicon().forms("LayoutPreposition")
