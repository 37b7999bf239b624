"""Governance: who runs a zone, and whose an institute is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.turn import Turn

__all__ = ["govern"]

#: What somebody runs, and who does.
_RUN = ("Zone", "Park")
_RUNNERS = ("GovernmentBody", "AdministrativeCommittee", "Zone")
#: Mothers that their institutes are tied to by 的, and those institutes.
_MOTHERS = ("University", "ResearchInstitute", "Enterprise")
_CHILDREN = ("ResearchInstitute", "Laboratory", "ResearchCenter", "Hospital")
_FIRMS = ("Enterprise", "FinancialInstitution")
#: How far behind the task 由 and who sees to it may end, in characters.
_BY_REACH = 4
#: Who has firms of his own.
_HOLDERS = ("Organization", "Zone", "AdministrativeArea", "AdministrativeCommittee")
#: What an institute or university has beside them.
_SERVICES = ("Platform",)
_SCHOOLS = ("University", "ResearchInstitute")


def govern(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``governedBy`` (由乙管委会代管), ``affiliatedWith`` (甲大学的乙研究院)."""
    marks = sorted(load_lexicon().forms("RunMarker"), key=len, reverse=True)
    for turn in turns:
        groups = turn.clause.groups
        for at, group in enumerate(groups):
            mark = next((m for m in marks if shadow.endswith(m, 0, group.start)), "")
            if mark:
                yield from _run(shadow, turn, at, mark)
            if at + 1 < len(groups):
                yield from _owned(shadow, turn, group, groups[at + 1])
            yield from _moved(shadow, turn, group)
        yield from _charged(shadow, turn)


def _charged(shadow: str, turn: Turn) -> Iterator[Draft]:
    """乙管委会负责甲园的日常管理, 甲园的日常管理由乙管委会负责: who sees to its running."""
    for one, other in pairwise(turn.clause.groups):
        active = _charge().fullmatch(shadow, one.tail, other.start)
        runner, zone = (one, other) if active else (other, one)
        task = _task().match(shadow, zone.tail, turn.clause.end)
        if task is None or not (active or _charge().match(shadow, runner.tail)):
            continue
        by = not active and shadow.endswith(
            tuple(load_lexicon().forms("RunMarker")), 0, other.start
        )
        if not active and not (by and other.start - task.end() <= _BY_REACH):
            continue
        for thing in zone.members:
            body = runner.members[-1]
            if _relation(thing.entity, body.entity) == "governedBy":
                yield Draft(
                    thing.entity, "governedBy", body.entity, "grammar/charge",
                    (("predicate", one.start, max(other.end, task.end())),), "explicit",
                    modality=turn.modality(shadow, one.tail),
                )  # fmt: skip


@lru_cache(maxsize=1)
def _charge() -> re.Pattern[str]:
    return re.compile(f"[^,。;、]{{0,4}}?{alternation('ChargeVerb')}")


@lru_cache(maxsize=1)
def _task() -> re.Pattern[str]:
    """The running of a zone, behind its name: 的开发建设和日常管理."""
    return re.compile(f"{alternation('Attributive')}?[^,。;]{{0,14}}?{alternation('RunTask')}")


def _run(shadow: str, turn: Turn, at: int, mark: str) -> Iterator[Draft]:
    """甲园由乙管委会代管, 由乙管委会管理的甲园."""
    group = turn.clause.groups[at]
    verb = pattern("RunVerb").match(shadow, group.tail)
    lead = shadow[turn.clause.start : group.start - len(mark)]
    if verb is None or pattern("Earlier").search(lead):
        return
    tie = pattern("Attributive").match(shadow, verb.end())
    after = turn.clause.groups[at + 1 : at + 2]
    if tie is not None and after and after[0].start <= tie.end() + 1:
        things = tuple(Subject.of(ref) for ref in after[0].members)
    elif tie is None and (given := _handed(shadow, turn, at, mark)) is not None:
        things = tuple(Subject.of(ref) for ref in given.members)
    elif tie is not None or not _is_all(shadow, turn, group, mark):
        return
    else:
        things = (turn.topic if turn.own is None else ()) or turn.subjects
    paired = len(things) == len(group.members) > 1 and turn.pairs_off(shadow, group.start)
    for position, thing in enumerate(things):
        for ref in group.members[position : position + 1] if paired else group.members:
            relation = _relation(thing.entity, ref.entity)
            if relation is not None:
                yield Draft(
                    thing.entity, relation, ref.entity, "grammar/run",
                    (("predicate", ref.start, verb.end()), thing.span), thing.source,
                    modality=turn.modality(shadow, verb.start(), group),
                )  # fmt: skip


def _relation(thing: Entity, runner: Entity) -> str | None:
    """A zone is governed, an institute belongs to whoever runs it."""
    words = vocabulary()
    if thing is runner:
        return None
    if words.is_any(thing.cls, _RUN) and words.is_any(runner.cls, _RUNNERS):
        return "governedBy"
    child = words.is_any(thing.cls, (*_CHILDREN, *_SERVICES))
    owned = child and words.is_any(runner.cls, _MOTHERS)
    fits = owned and words.fits("affiliatedWith", thing.cls, runner.cls)
    return "affiliatedWith" if fits else None


def _handed(shadow: str, turn: Turn, at: int, mark: str) -> Group | None:
    """将甲园、乙园交由丙区托管: what is given into the hands of the runner."""
    group = turn.clause.groups[at]
    lead = shadow[turn.clause.start : group.start - len(mark)]
    before = turn.clause.groups[at - 1] if at else None
    handed = lead.endswith(tuple(load_lexicon().forms("HandOver")))
    return before if handed and before is not None and _is_taken(before) else None


def _is_taken(group: Group) -> bool:
    """Does 把 or 将 stand before it?"""
    return group.governor in load_lexicon().forms("PatientMarker")


def _moved(shadow: str, turn: Turn, group: Group) -> Iterator[Draft]:
    """甲大学把乙研究院搬到园里: what somebody moves is their own."""
    own, words = turn.own, vocabulary()
    if own is None or own.end > group.start or len(own.members) > 1 or not _is_taken(group):
        return
    mother, end = own.members[0], turn.clause.end
    if not words.is_any(mother.entity.cls, _MOTHERS):
        return
    if pattern("OwnMove").search(shadow, group.tail, end) is None:
        return
    for ref in group.members:
        child = words.is_any(ref.entity.cls, _CHILDREN) and ref.entity is not mother.entity
        if child and words.fits("affiliatedWith", ref.entity.cls, mother.entity.cls):
            yield Draft(
                ref.entity, "affiliatedWith", mother.entity, "grammar/moved",
                (("predicate", mother.start, ref.end),), mother.how,
                modality=turn.modality(shadow, group.tail),
            )  # fmt: skip


def _is_all(shadow: str, turn: Turn, group: Group, mark: str) -> bool:
    """Is it the subject itself that is run, and now, not its roads, nor once or some day?"""
    own = turn.own
    start = own.tail if own is not None and own.start < group.start else turn.clause.start
    between = shadow[start : group.start - len(mark)]
    return re.fullmatch(f"{alternation('RunFill')}*", between) is not None


def _owned(shadow: str, turn: Turn, mother: Group, child: Group) -> Iterator[Draft]:
    """甲大学的乙研究院: the institute that 的 ties to its mother; 甲区旗下的乙公司."""
    words = vocabulary()
    one, other = child.members[0].entity, mother.members[-1].entity
    if words.is_any(one.cls, _FIRMS) and words.is_any(other.cls, _HOLDERS):
        yield from _kept(shadow, turn, mother, child)
        return
    served = words.is_any(other.cls, _SCHOOLS) and words.is_any(one.cls, _SERVICES)
    begotten = words.is_any(other.cls, _MOTHERS) and words.is_any(one.cls, _CHILDREN)
    if not begotten and not served:
        return
    tie = pattern("MotherTie").fullmatch(shadow, mother.tail, child.start)
    # 依托甲大学的乙院, 落户甲公司的乙中心: what the verb says ties the institute.
    verbs = any(hit.end == mother.start for hit in turn.clause.hits)
    small = load_lexicon().forms("Preposition", "SourceMarker")
    if tie is None or verbs or mother.governor in small or one is other:
        return
    lead = shadow[turn.clause.start : mother.start]
    if lead.endswith(tuple(load_lexicon().forms("Earlier", "Negation"))):
        return
    if words.fits("affiliatedWith", one.cls, other.cls):
        yield Draft(
            one, "affiliatedWith", other, "grammar/owned",
            (("predicate", mother.members[-1].start, child.members[0].end),), "explicit",
            modality=turn.modality(shadow, child.start),
        )  # fmt: skip


def _kept(shadow: str, turn: Turn, holder: Group, firms: Group) -> Iterator[Draft]:
    """甲区旗下的乙公司: the firms that a word of owning ties to who has them."""
    body = holder.members[-1]
    if pattern("OwnTie").fullmatch(shadow, holder.tail, firms.start) is None:
        return
    if shadow[turn.clause.start : holder.start].endswith(tuple(load_lexicon().forms("Earlier"))):
        return
    for ref in firms.members[:1]:
        if ref.entity is not body.entity and vocabulary().fits(
            "affiliatedWith", ref.entity.cls, body.entity.cls
        ):
            yield Draft(
                ref.entity, "affiliatedWith", body.entity, "grammar/kept",
                (("predicate", body.start, ref.end),), "explicit",
                modality=turn.modality(shadow, ref.start),
            )  # fmt: skip
