"""Reliance: what rests on what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from ontology.lexicon import alternation, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft, Subject
from sources.subject import brought_up
from sources.turn import Turn

__all__ = ["rely"]

#: Who builds what rests on something, so that they do not rest on it themselves.
_BUILDERS = ("AdministrativeArea", "GovernmentBody", "AdministrativeCommittee")
#: What somebody builds on the strength of another.
_RESTING = ("Platform", "ResearchInstitute", "Park", "Alliance")


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    verb, role = alternation("RoleVerb"), alternation("RelyRole")
    return re.compile(f"[^,。;]{{0,6}}?{verb}[^,。;]{{0,4}}{role}")


@lru_cache(maxsize=1)
def _asset() -> re.Pattern[str]:
    return re.compile(f"[^,。;]{{0,12}}?{alternation('RelyAsset')}")


def rely(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``reliesOn``: 依托 X, 以 X 为载体."""
    for index, turn in enumerate(turns):
        for group in turn.clause.groups:
            hit = _relying(shadow, turn.clause, group)
            if hit is None:
                continue
            who = _noted(shadow, turn.clause, hit) or _who(shadow, turns, index, group)
            paired = len(who) == len(group.members) > 1 and turn.pairs_off(shadow, hit.start)
            for subject, ref in product(who, group.members):
                if ref.entity is subject.entity or subject.source == "headline":
                    continue
                if paired and who.index(subject) != group.members.index(ref):
                    continue
                if vocabulary().fits("reliesOn", subject.entity.cls, ref.entity.cls):
                    yield Draft(
                        subject.entity, "reliesOn", ref.entity, hit.of("preposition")[0].id,
                        (("predicate", hit.start, group.end), subject.span), subject.source,
                        modality=turns[index].modality(shadow, hit.start),
                    )  # fmt: skip


def _relying(shadow: str, clause: Clause, group: Group) -> Hit | None:
    """The preposition right before the group; one letter (以) needs its 为载体 behind the group.

    None where it rests on what an area has (依托甲县的区位优势).
    """
    area = vocabulary().is_a(group.members[-1].entity.cls, "AdministrativeArea")
    if area and _asset().match(shadow, group.tail) is not None:
        return None
    for hit in clause.hits:
        if hit.of("preposition") and 0 <= group.start - hit.end <= 1:
            framed = _role().match(shadow, group.tail) is not None
            if framed or hit.end - hit.start > 1:
                return hit
    return None


def _noted(shadow: str, clause: Clause, hit: Hit) -> list[Subject]:
    """What a note in brackets is about: 甲实验室(依托乙大学)."""
    if shadow[hit.start - 1] != "(":
        return []
    noted = (group for group in clause.groups if group.tail == hit.start - 1)
    return [Subject.of(group.members[-1]) for group in noted]


def _who(shadow: str, turns: list[Turn], index: int, group: Group) -> list[Subject]:
    """The clause's subject, or the first subject said after the phrase in the sentence."""
    here = turns[index]
    if (thing := _described(shadow, here.clause, group)) is not None:
        return [thing]
    if _tie(shadow, group) is not None and _role().match(shadow, group.tail) is not None:
        return []  # 以甲城为核心的走廊: of what no name says
    made = [s for s in brought_up(here.clause) if s.start > group.end]
    if made and vocabulary().is_any(made[0].entity.cls, _RESTING):
        return made  # 甲市依托乙大学建设丙实验室: 丙 rests on 乙
    if (then := _built_next(turns, index)) is not None:
        return then
    if here.subjects and here.subjects[0].source not in {"section", "headline"}:
        return [s for s in here.subjects if all(s.entity is not r.entity for r in group.members)]
    for later in turns[index:]:
        if later.own is not None and later.subjects:
            return list(later.subjects)
        built = [s for s in brought_up(later.clause) if s.start > group.end]
        if built and (not here.subjects or here.subjects[0].source == "headline"):
            return built
    return list(here.subjects)


def _described(shadow: str, clause: Clause, group: Group) -> Subject | None:
    """依托甲公司的乙中心, 以甲大学为依托的乙室: what 的 ties to the phrase."""
    tie = _tie(shadow, group)
    if tie is None:
        return None
    after = (other.members[0] for other in clause.groups if other.start == tie.end())
    thing = next(after, None)
    fits = thing is not None and vocabulary().is_any(thing.entity.cls, _RESTING)
    return Subject.of(thing) if thing is not None and fits else None


def _tie(shadow: str, group: Group) -> re.Match[str] | None:
    """的 behind the phrase, or behind the role that it gives to the group."""
    framed = _role().match(shadow, group.tail)
    return pattern("Attributive").match(shadow, framed.end() if framed else group.tail)


def _built_next(turns: list[Turn], index: int) -> list[Subject] | None:
    """依托甲院,建设乙中心: what the next clause builds, unless the first is about such a thing."""
    here, then = turns[index], turns[index + 1 : index + 2]
    told = here.own is not None and vocabulary().is_any(here.own.members[0].entity.cls, _RESTING)
    if told or not then:
        return None
    own = then[0].own  # 依托甲院,乙市建成丙中心: the city does not rest on it, the centre does
    if own is not None and not vocabulary().is_any(own.members[0].entity.cls, _BUILDERS):
        return None
    built = brought_up(then[0].clause)
    rests = built and vocabulary().is_any(built[0].entity.cls, _RESTING)
    return list(built) if rests else None
