"""Spots: what stands where the text has just come to, said by the order of words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.reference import Reference
from sources.site import fits_in
from sources.turn import Turn

__all__ = ["spot"]

#: Who settles in a place by registering or opening there.
_SETTLERS = ("Enterprise", "FinancialInstitution", "Platform", "ResearchInstitute", "Alliance")
#: Parks and zones that have tenants.
_HOSTS = ("Zone", "Park")
#: How many signs of a row's number may stand before its name.
_MARK = 4
#: Shortest name that tells itself from a bare kind (高新区), in characters.
_NAMED = 4
#: What parts a name from its place in a row.
_CELL = ",:|"
#: What may open a name.
_OPENERS = "“‘《"


def spot(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``locatedIn``: 甲中心,乙园,总投资…; 来到甲县,走进乙基地; 甲公司在乙园注册."""
    if turns:
        yield from _celled(shadow, turns)
    scene: Reference | None = None
    stop: Reference | None = None  # a park that they have come to
    for turn in turns:
        for at, group in enumerate(turn.clause.groups):
            if group.governor in load_lexicon().forms("Locative") or _is_visited(shadow, group):
                yield from _visited(shadow, group, scene)
                if stop is not None and _is_seen(shadow, group):
                    yield from _visited(shadow, group, stop)
                stop = _stop(group, stop if _is_seen(shadow, group) else None)
                scene = _area(group, group.governor in load_lexicon().forms("Locative")) or scene
            elif _is_place(group.members[-1].entity):
                scene = None  # the text may have gone elsewhere
            yield from _settled(shadow, turn, group)
            if at + 1 < len(turn.clause.groups):
                yield from _inner(shadow, group, turn.clause.groups[at + 1])
        yield from _tenants(shadow, turn)
        yield from _defined(shadow, turn)


def _celled(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """甲中心,乙园,总投资…: the first clause of a row is its name, the next its place."""
    for one, other in pairwise(turns[:2]):
        mark = shadow[one.clause.end : one.clause.end + 1]
        thing, area = _alone(one.clause, _MARK), _alone(other.clause, 0)
        if thing is None or area is None or not mark or mark not in _CELL:
            continue
        ends = shadow[other.clause.end : other.clause.end + 1] in {",", ";", "|"}
        firm = vocabulary().is_a(thing.entity.cls, "Enterprise")
        if not ends or firm or thing.entity.cls == area.entity.cls:
            continue  # 甲园,乙园,均为省级园区
        if _is_place(area.entity) and fits_in(thing.entity, area.entity):
            yield _draft(thing, area, "structure/cell", (thing.start, area.end))


def _alone(clause: Clause, lead: int) -> Reference | None:
    """The one thing of a clause that says nothing else but the number of its row."""
    if len(clause.groups) != 1 or clause.hits or len(clause.groups[0].members) > 1:
        return None
    group = clause.groups[0]
    inside = group.start - clause.start <= lead and group.tail == clause.end
    return group.members[0] if inside and not group.governor else None


def _is_visited(shadow: str, group: Group) -> bool:
    """Does somebody come to it (来到甲县)?"""
    return _follows(shadow, group, "VisitVerb", "SeeVerb")


def _visited(shadow: str, group: Group, scene: Reference | None) -> Iterator[Draft]:
    """在甲区,一行来到乙院: what they come to stands where they are."""
    thing = group.members[0]
    if scene is None or group.inner or not _is_visited(shadow, group):
        return
    if pattern("MoveOn").search(shadow, scene.end, thing.start) is not None:
        return  # 在甲市听取汇报后,前往…,来到乙园
    if vocabulary().is_a(thing.entity.cls, "AdministrativeArea"):
        return
    several = group.members if _is_seen(shadow, group) else group.members[:1]
    for thing in several:
        if fits_in(thing.entity, scene.entity):
            yield _draft(thing, scene, "structure/visit", (scene.start, thing.end))


def _is_seen(shadow: str, group: Group) -> bool:
    """Do they look at it, where they are (走访了甲公司), rather than go on to it?"""
    return _follows(shadow, group, "SeeVerb")


def _follows(shadow: str, group: Group, *kinds: str) -> bool:
    """Does it stand right behind a word of these kinds?"""
    start = group.start
    while start and shadow[start - 1] in _OPENERS:
        start -= 1
    return shadow.endswith(tuple(load_lexicon().forms(*kinds)), 0, start)


def _stop(group: Group, stop: Reference | None) -> Reference | None:
    """The park that they come to, in which they look at several; the one before it else."""
    last = group.members[-1]
    park = vocabulary().is_any(last.entity.cls, _HOSTS) and len(group.members) == 1
    return last if park else stop


def _area(group: Group, inside: bool) -> Reference | None:
    """The one place that holds what is seen next; a park that they come to may be one of many."""
    last = group.members[-1]
    holds = _is_place(last.entity) and (inside or not vocabulary().is_a(last.entity.cls, "Park"))
    return last if len(group.members) == 1 and holds else None


@lru_cache(maxsize=1)
def _lead() -> re.Pattern[str]:
    """All that may stand between the settler and 在: a date, 已."""
    words = alternation("TimeMark", "SettleLead", "LieWord")
    return re.compile(f"(?:[0-9]|{words})*")


def _has_object(turn: Turn, at: int) -> bool:
    """Is it something else that is founded or opened there (在乙园成立党支部)?"""
    return any(token.start == at and token.pos[0] in "njl" for token in turn.clause.tokens)


def _settled(shadow: str, turn: Turn, group: Group) -> Iterator[Draft]:
    """甲公司2010年在乙园注册: what registers, opens or starts there stands there."""
    own, area = turn.own, group.members[-1]
    if own is None or own.end > group.start or not _is_place(area.entity):
        return
    if group.governor not in load_lexicon().forms("Locative") or group.inner:
        return
    between = shadow[own.tail : group.start - len(group.governor)]
    inside = pattern("InsideWord").match(shadow, group.tail)
    verb = pattern("SettleVerb").match(shadow, inside.end() if inside else group.tail)
    if verb is None or _lead().fullmatch(between) is None or _has_object(turn, verb.end()):
        return
    for ref in own.members:
        settles = vocabulary().is_any(ref.entity.cls, _SETTLERS)
        if settles and vocabulary().fits("locatedIn", ref.entity.cls, area.entity.cls):
            yield _draft(
                ref, area, "structure/settle", (ref.start, verb.end()),
                turn.modality(shadow, verb.start()),
            )  # fmt: skip


def _inner(shadow: str, outer: Group, inner: Group) -> Iterator[Draft]:
    """甲市|乙科学城: a named zone or park right behind the area that it lies in."""
    area, thing = outer.members[-1], inner.members[0]
    words = vocabulary()
    if area.end != thing.start or thing.end - thing.start < _NAMED:
        return
    if not words.is_a(area.entity.cls, "AdministrativeArea") or area.entity.cls == "Province":
        return  # 甘肃省循环经济示范园区 is what a province calls a kind of parks
    if words.is_any(thing.entity.cls, _HOSTS) and fits_in(thing.entity, area.entity):
        yield _draft(thing, area, "structure/nested", (area.start, thing.end))


@lru_cache(maxsize=1)
def _tally() -> re.Pattern[str]:
    return re.compile(f"[^,。;、]{{0,8}}?{alternation('TenantVerb')}")


def _tenants(shadow: str, turn: Turn) -> Iterator[Draft]:
    """甲园已有乙公司、丙公司等14家企业入驻: whom a park has as its tenants."""
    own = turn.own
    if own is None or not vocabulary().is_any(own.members[0].entity.cls, _HOSTS):
        return
    later = [group for group in turn.clause.groups if group.start >= own.tail]
    if len(own.members) > 1 or not later or not later[0].closed:
        return
    listed, area = later[0], own.members[0]
    has = pattern("TenantHas").fullmatch(shadow, own.tail, listed.start)
    done = _tally().match(shadow, listed.tail, turn.clause.end)
    if has is None or done is None or done.end() != turn.clause.end:
        return
    for ref in listed.members:
        if fits_in(ref.entity, area.entity):
            yield _draft(
                ref, area, "structure/tenants", (area.start, done.end()),
                turn.modality(shadow, has.start()),
            )  # fmt: skip


@lru_cache(maxsize=1)
def _side() -> re.Pattern[str]:
    return re.compile(f"{alternation('SideWord')}{alternation('Attributive')}")


def _defined(shadow: str, turn: Turn) -> Iterator[Draft]:
    """甲科学城是乙市西南部的一座科学城: the definition tells the place."""
    own = turn.own
    later = [g for g in turn.clause.groups if own is not None and g.start >= own.tail]
    if own is None or not later or pattern("Copula").match(shadow, own.tail) is None:
        return
    last = later[0]
    for group in later[1:]:
        if group.start != last.end or not _is_place(group.members[0].entity):
            break
        last = group
    area = last.members[-1]
    near = later[0].start - own.tail <= _MARK and _side().match(shadow, area.end) is not None
    if near and _is_place(area.entity) and fits_in(own.members[0].entity, area.entity):
        yield _draft(own.members[0], area, "structure/defined", (own.start, area.end))


def _draft(
    thing: Reference,
    area: Reference,
    cue: str,
    span: tuple[int, int],
    modality: str = "asserted",
) -> Draft:
    spans = (("predicate", *span), Subject.of(thing).span)
    return Draft(
        thing.entity, "locatedIn", area.entity, cue, spans, thing.how, modality=modality
    )  # fmt: skip


def _is_place(entity: Entity) -> bool:
    return vocabulary().is_a(entity.cls, "Place")
