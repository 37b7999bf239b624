"""Tenants: who is in the park or zone that a sentence is about, said without a verb of place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.draft import Draft, Subject
from sources.sense import LODGINGS
from sources.spoken import plain_nouns
from sources.trail import Trail
from sources.turn import Turn

__all__ = ["house"]

#: Places that are spoken of by their inside, and that have tenants.
_HOSTS = ("Zone", "Park", *LODGINGS)
#: … and those of them that are called 园区, whatever their names end in.
_AREAS = ("Zone", "Park")
#: What is told of as inside of them.
_LOCAL = ("Platform", "Project", "Enterprise", "ResearchInstitute", "University")
#: Rungs on which a tenant stands where its park is spoken of.
_RUNGS = frozenset({"underConstruction", "completed", "operational"})
#: How much text may stand between 等 and the word for firms, and after the rung, in characters.
_COUNT, _REST = 8, 3
#: How many letters of a place's name may tell its kind (园, 园区).
_ENDING = 2


def house(shadow: str, turns: list[Turn], trail: Trail, passage: int) -> Iterator[Draft]:
    """Drafts of ``locatedIn``: 城内的甲、乙投用; 城内,甲封顶; 丙园…,甲、乙等31家企业已投产.

    ``passage``: where the paragraph starts.
    """
    inside: Subject | None = None
    fresh = False
    for index, turn in enumerate(turns):
        clause = turn.clause
        opened = pattern("InsideHost").match(shadow, clause.start)
        if opened is not None:
            inside = _host(shadow[clause.start : opened.end()], turn, trail, passage)
        fresh = fresh or opened is not None
        if inside is not None and (fresh or _stands(turn)) and _is_first(shadow, turn):
            yield from _in(shadow, turn, inside, "structure/inside")
        yield from _inner(shadow, turn)
        fresh = opened is not None and opened.end() == clause.end
        if shadow[clause.end : clause.end + 1] == ";":
            inside = None
        host = _spoken_of(turns[:index]) if _is_tally(shadow, turn) else None
        if host is not None:
            yield from _in(shadow, turn, host, "structure/tally")


def _host(word: str, turn: Turn, trail: Trail, passage: int) -> Subject | None:
    """The place whose inside the word tells: the last park or zone, when its name ends so."""
    last = trail.last(turn.clause.start, _HOSTS)
    if last is None or last.start < passage:
        return None
    about = (*turn.before, *turn.subjects, *turn.context, *turn.topic)
    told = any(subject.entity is last.entity for subject in about)
    named = {r.entity.name for r in trail.until(last.end, _HOSTS, passage)}
    if not told and len(named) > 1:
        return None
    kind, name = word[:-1], last.entity.name.rstrip("”’》")
    plain = kind in plain_nouns() and vocabulary().is_any(last.entity.cls, _AREAS)
    ends = plain or name.endswith(kind) or kind in name[-_ENDING:]
    return Subject(last.entity, last.start, last.end, "alias") if ends else None


def _inner(shadow: str, turn: Turn) -> Iterator[Draft]:
    """园内甲公司、乙公司投产: the clause opens with the inside of a park spoken of before."""
    groups = turn.clause.groups
    if len(groups) < 2 or groups[0] is not turn.own or len(groups[0].members) > 1:
        return
    area, listed = groups[0].members[0], groups[1]
    inside = pattern("InsideWord").match(shadow, area.end)
    at = inside.end() if inside is not None else area.end
    opens = area.how == "alias" and area.start == turn.clause.start and not listed.governor
    if not opens or not shadow.endswith(tuple(load_lexicon().forms("InsideWord")), 0, at):
        return
    between = shadow[at : listed.start].rstrip("“‘《 ")
    host = vocabulary().is_any(area.entity.cls, _HOSTS)
    told = pattern("PlaceTie").fullmatch(between) or _kind().fullmatch(between)
    if not host or (between and told is None):
        return
    for ref in listed.members:
        local = vocabulary().is_any(ref.entity.cls, _LOCAL)
        if local and vocabulary().fits("locatedIn", ref.entity.cls, area.entity.cls):
            yield Draft(
                ref.entity, "locatedIn", area.entity, "structure/inside",
                (("predicate", area.start, ref.end),), ref.how,
            )  # fmt: skip


@lru_cache(maxsize=1)
def _kind() -> re.Pattern[str]:
    """What kind of things it is that is named next: 园内首个项目甲, 区内重点企业乙."""
    first, kind = alternation("FirstWord", "SomeWord"), alternation("DwellerKind")
    return re.compile(f"{alternation('Attributive')}?(?:{first})?[^,。;、]{{0,4}}?{kind}")


def _stands(turn: Turn) -> bool:
    """Does the clause say a rung on which things stand?"""
    hits = (hit for hit in turn.clause.hits if hit.of("state"))
    return any(cue.attributes.get("status") in _RUNGS for hit in hits for cue in hit.of("state"))


def _is_first(shadow: str, turn: Turn) -> bool:
    """Does the clause open with its subject, or with the inside that it stands in?"""
    if turn.own is None:
        return False
    opened = pattern("InsideHost").match(shadow, turn.clause.start)
    at = opened.end() if opened is not None else turn.clause.start
    between = shadow[at : turn.own.start].rstrip("“‘《 ")
    tied = opened is not None and pattern("PlaceTie").fullmatch(between) is not None
    return tied or not between


def _is_tally(shadow: str, turn: Turn) -> bool:
    """Is the clause about firms, listed and counted, that have come so far (…等31家企业已投产)?"""
    own, clause = turn.own, turn.clause
    if own is None or not own.closed or own is not clause.groups[-1]:
        return False
    firms = all(vocabulary().is_any(ref.entity.cls, _LOCAL) for ref in own.members)
    hits = [hit for hit in clause.hits if hit.start >= own.tail]
    if not firms or len(hits) != 1 or clause.end - hits[0].end > _REST:
        return False
    counted = pattern("ListClass").search(shadow, own.tail, min(own.tail + _COUNT, hits[0].start))
    opens = not shadow[clause.start : own.start].strip("“‘《 ")
    stated = turn.modality(shadow, hits[0].start) == "asserted"
    return _stands(turn) and counted is not None and opens and stated


def _spoken_of(turns: list[Turn]) -> Subject | None:
    """The park that the sentence has been about so far, when it names no other place."""
    named = {
        ref.entity.name: Subject.of(ref)
        for turn in turns
        for group in turn.clause.groups
        for ref in group.members
        if vocabulary().is_a(ref.entity.cls, "Place")
    }
    opens = turns[0].own if turns else None
    if not any(turn.clause.hits for turn in turns):
        return None
    if len(named) != 1 or opens is None or len(opens.members) != 1:
        return None
    host = opens.members[0]
    if host.entity.name not in named or not vocabulary().is_any(host.entity.cls, _HOSTS):
        return None
    return Subject.of(host)


def _in(shadow: str, turn: Turn, host: Subject, cue: str) -> Iterator[Draft]:
    """What the clause is about is in the host."""
    for ref in turn.own.members if turn.own is not None else ():
        local = vocabulary().is_any(ref.entity.cls, _LOCAL)
        if local and vocabulary().fits("locatedIn", ref.entity.cls, host.entity.cls):
            yield Draft(
                ref.entity, "locatedIn", host.entity, cue,
                (("predicate", turn.clause.start, ref.end), ("alias", host.start, host.end)),
                ref.how, modality=turn.modality(shadow, ref.end),
            )  # fmt: skip
