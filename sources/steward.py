"""Stewards: who runs a zone, a park or a platform, told from either side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.turn import Turn

__all__ = ["run"]

#: What somebody runs, and who does.
_RUN = ("Zone", "Park")
_BODIES = ("GovernmentBody", "AdministrativeCommittee")
_RUNNERS = (*_BODIES, "Zone")
#: Mothers of whom it is said that an institute is run by them, and these institutes.
_MOTHERS = ("University", "ResearchInstitute", "Enterprise")
_CHILDREN = ("ResearchInstitute", "Hospital", "Platform")
_OPENERS = "“‘《"
#: How far before its runner the word that points at it may open, in characters.
_LEAD = 8


@lru_cache(maxsize=1)
def _grammar() -> dict[str, re.Pattern[str]]:
    light, verb, tail = alternation("RunLight"), alternation("RunVerb"), alternation("RunTail")
    duty = alternation("RunDuty")
    tie = alternation("Attributive")
    stop = rf"(?=$|[,。;:、()!?]|{tie}|{alternation('RunStop')})"
    fill = f"(?:{alternation('RunFill', 'RunSince')}|[0-9(,])*"
    deed = f"(?:{light})*(?P<verb>{verb})(?:{tail})*{stop}"
    noun = f"(?:{tie})?(?:{light}|{tie})*{verb}(?:{tail})*{fill}"
    return {
        "marker": re.compile(f"{alternation('RunMarker')}\\Z"),
        "fill": re.compile(fill),
        "behind": re.compile(f"[,]?{deed}"),
        "duty": re.compile(f"{duty}{stop}"),
        "noun": re.compile(f"{fill}{noun}"),
        "acts": re.compile(f"{fill}(?:{light})*(?P<verb>{alternation('RunActive')})"),
        "tied": re.compile(f"(?:{light})*(?P<verb>{verb}){tie}"),
        "toward": re.compile(f"{fill}{alternation('RunToward')}"),
        "charge": re.compile(f"{fill}{duty}"),
        "whole": re.compile(f"{tie}(?:[^,。;]{{0,12}}?){verb}(?:{tail})*{stop}"),
        "ends": re.compile(rf"$|[,。;:!?)]|(?:(?!{tie})[^,。;]){{0,6}}$|{alternation('RunStop')}"),
    }


def run(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``governedBy`` and ``affiliatedWith``: 甲园归乙区管理, 乙区对甲园实施管理."""
    for turn in turns:
        for at, group in enumerate(turn.clause.groups):
            yield from _handed(shadow, turn, at)
            yield from _acting(shadow, turn, at)
            yield from _tied(shadow, turn, at, group)


def _handed(shadow: str, turn: Turn, at: int) -> Iterator[Draft]:
    """甲园由乙管委会代管, 归乙管委会管理, 由乙管委会管理的甲园."""
    group, grammar = turn.clause.groups[at], _grammar()
    start = max(turn.clause.start, group.start - _LEAD)
    marker = grammar["marker"].search(shadow[start : _opened(shadow, group)])
    if marker is None:
        return
    begin = start + marker.start()
    lead = shadow[turn.clause.start : begin]
    given = _taken(turn, at)
    own = turn.own if turn.own is not None and turn.own.end <= begin else None
    if own is None and turn.own is group:
        own = next((g for g in turn.clause.groups[:at] if not g.governor), None)
    first = own.tail if own is not None else turn.clause.start
    between = shadow[first:begin]
    verb = _running(shadow, turn, group, (first, begin))
    if verb is None or pattern("Earlier").search(lead):
        return
    tie = pattern("Attributive").match(shadow, verb.end())
    after = turn.clause.groups[at + 1 : at + 2]
    if tie is not None and after and after[0].start <= tie.end() + 1:
        things: tuple[Subject, ...] = tuple(Subject.of(ref) for ref in after[0].members)
    elif tie is None and given is not None:
        things = tuple(Subject.of(ref) for ref in given.members)
    elif tie is not None or not _is_all(between):
        return
    elif turn.own is group:
        things = tuple(Subject.of(ref) for ref in own.members) if own is not None else turn.before
    else:
        things = (turn.topic if turn.own is None else ()) or turn.subjects
    paired = len(things) == len(group.members) > 1 and turn.pairs_off(shadow, group.start)
    for position, thing in enumerate(things):
        runners = group.members[position : position + 1] if paired else group.members
        for ref in runners:
            yield from _draft(shadow, turn, thing, Subject.of(ref), verb, group, marker.group())


def _running(
    shadow: str, turn: Turn, group: Group, between: tuple[int, int]
) -> re.Match[str] | None:
    """The verb behind the runner, or the noun between what is run and its mark (日常管理由…)."""
    grammar, end = _grammar(), turn.clause.end
    verb = grammar["behind"].match(shadow, group.tail, end)
    if verb is not None:
        return verb
    topic = grammar["noun"].fullmatch(shadow, *between)
    duty = grammar["duty"].match(shadow, group.tail, end)
    if topic is None:
        return duty if _is_committee(group) else None
    return duty or (topic if end - group.tail <= 1 else None)


def _taken(turn: Turn, at: int) -> Group | None:
    """将甲园、乙园交由丙区托管: what is given into the hands of the runner."""
    before = turn.clause.groups[at - 1] if at else None
    taken = load_lexicon().forms("PatientMarker")
    return before if before is not None and before.governor in taken else None


def _is_all(between: str) -> bool:
    """Is it the subject itself that is run, and now, not its roads, nor once or some day?"""
    grammar = _grammar()
    return any(grammar[form].fullmatch(between) is not None for form in ("fill", "noun"))


def _is_committee(group: Group) -> bool:
    return vocabulary().is_a(group.members[-1].entity.cls, "AdministrativeCommittee")


def _acting(shadow: str, turn: Turn, at: int) -> Iterator[Draft]:
    """乙区代管甲园, 乙区对甲园实行统一管理, 乙管委会负责甲园的日常管理."""
    group, grammar, end = turn.clause.groups[at], _grammar(), turn.clause.end
    own = turn.own if turn.own is not None and turn.own.end <= group.start else None
    before = turn.clause.groups[:at]
    if (own is None and turn.own not in (None, group)) or (before and before[-1] is not own):
        return
    start = own.tail if own is not None else turn.clause.start
    stop = _opened(shadow, group)
    verb = grammar["acts"].fullmatch(shadow, start, stop)
    verb = verb if verb and grammar["ends"].match(shadow, group.tail, end) else None
    if verb is None and grammar["toward"].fullmatch(shadow, start, stop):
        verb = grammar["behind"].match(shadow, group.tail, end)
    if verb is None and grammar["charge"].fullmatch(shadow, start, stop):
        verb = grammar["whole"].match(shadow, group.tail, end)
    runners = (turn.topic if own is None else ()) or turn.subjects
    runners = turn.before if turn.own is group else runners
    for thing, runner in product(map(Subject.of, group.members), runners if verb else ()):
        if verb is not None and vocabulary().is_any(thing.entity.cls, _RUN):
            yield from _draft(shadow, turn, thing, runner, verb, None)


def _opened(shadow: str, group: Group) -> int:
    """Where the list opens, with its quotation mark."""
    return group.start - (shadow[group.start - 1] in _OPENERS)


def _tied(shadow: str, turn: Turn, at: int, group: Group) -> Iterator[Draft]:
    """乙区托管的甲园."""
    after = turn.clause.groups[at + 1 : at + 2]
    if not after or group.governor:
        return
    verb = _grammar()["tied"].fullmatch(shadow, group.tail, _opened(shadow, after[0]))
    if verb is not None:
        things = map(Subject.of, after[0].members)
        for thing, runner in product(things, map(Subject.of, group.members)):
            yield from _draft(shadow, turn, thing, runner, verb, None)


def _draft(
    shadow: str,
    turn: Turn,
    thing: Subject,
    runner: Subject,
    verb: re.Match[str],
    group: Group | None,
    marker: str = "",
) -> Iterator[Draft]:
    told = _kinds()
    kinds = told[verb.groupdict().get("verb") or ""], told[marker]
    relation = _relation(thing.entity, runner.entity, kinds)
    if relation is not None:
        yield Draft(
            thing.entity, relation, runner.entity, "grammar/run",
            (("predicate", verb.start(), verb.end()), thing.span,
             ("alias", runner.start, runner.end)), thing.source,
            modality=turn.modality(shadow, verb.start(), group),
        )  # fmt: skip


@lru_cache(maxsize=1)
def _kinds() -> defaultdict[str, str]:
    """What words of running signal: 主管 tells of a superior, 代管 of who sees to a thing."""
    lexicon = load_lexicon()
    cues = (*lexicon.cues("RunVerb"), *lexicon.cues("RunMarker"))
    return defaultdict(str, {cue.form: cue.signals for cue in cues})


def _relation(thing: Entity, runner: Entity, kinds: tuple[str, str]) -> str | None:
    """A zone is governed, an institute belongs to whoever runs it; ``kinds``: what is signalled."""
    words = vocabulary()
    if thing is runner:
        return None
    public = words.is_any(runner.cls, _RUNNERS)
    public = public or ("governedBy" in kinds and words.is_a(runner.cls, "AdministrativeArea"))
    if words.is_any(thing.cls, _RUN):
        return "governedBy" if public else None
    body = words.is_any(runner.cls, _BODIES)
    if words.is_a(thing.cls, "Platform") and public and not (body and "affiliatedWith" in kinds):
        return "governedBy"
    child = words.is_any(thing.cls, _CHILDREN)
    owned = child and (body or words.is_any(runner.cls, _MOTHERS))
    fits = owned and words.fits("affiliatedWith", thing.cls, runner.cls)
    return "affiliatedWith" if fits else None
