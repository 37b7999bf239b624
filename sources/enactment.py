"""Enactment: who carries a scheme out, said by noun, by place or by the clause after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.agency import SCHEMES
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.realm import of_realm
from sources.turn import Turn

__all__ = ["enact"]

#: Who carries schemes out where the text says only under whom they run.
_ENACTORS = (
    *("Place", "GovernmentBody", "AdministrativeCommittee", "University", "ResearchInstitute"),
)
_DIRECT = ("explicit", "alias")
#: How much may stand before 由 that points to what was brought up (该计划).
_POINTED = 5
_OPENERS = "“‘《("


@lru_cache(maxsize=1)
def _grammar() -> dict[str, re.Pattern[str]]:
    tie, noun, verb = map(alternation, ("Attributive", "EnactNoun", "EnactVerb"))
    run, since = alternation("RunWord"), alternation("SinceWord")
    return {
        "pushed": re.compile(f"{verb}{alternation('Completed')}?[“‘《(]*$"),
        "deed": re.compile(f"{tie}?[^,。;、“”]{{0,6}}?{noun}"),
        "done": re.compile(
            f"{alternation('SupportVerb')}{alternation('Completed')}?[^,。;、“”]{{0,4}}?{noun}"
        ),
        "there": re.compile(
            f"(?:{alternation('InsideWord')})?[^,。;、“”]{{0,4}}?{run}(?!{alternation('Beforehand')})"
        ),
        "since": re.compile(f"[^,。;、“”]{{0,10}}?{run}[^,。;、“”]{{0,8}}?{since}"),
        "thanks": re.compile(f"{tie}?[^,。;、“”]{{0,6}}?{noun}[^,。;、“”]{{0,2}}"),
        "shape": re.compile(f"{tie}?[^,。;、“”]{{0,6}}?{alternation('ShapeNoun')}"),
        "shaping": re.compile(f"{alternation('ShapeVerb')}{alternation('Completed')}?\\Z"),
        "charge": re.compile(f"[^,。;、“”]{{0,4}}?{alternation('InChargeVerb')}"),
    }


def enact(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``implements``: 承担“乙计划”的实施; “乙制”在甲市推开; 甲局的“乙计划”已实施."""
    for index, turn in enumerate(turns):
        after = turns[index + 1] if index + 1 < len(turns) else None
        yield from _charged(shadow, turn)
        for scheme in turn.clause.groups:
            if not _is_scheme(scheme):
                continue
            pairs = (
                _pushed(shadow, turn, scheme)
                or _placed(shadow, turn, scheme)
                or _owned(shadow, turn, scheme)
                or _shaped(shadow, turn, scheme)
                or _since(shadow, turn, scheme, after)
            )
            for doer, at in pairs:
                yield from _drafts(shadow, turn, doer, map(Subject.of, scheme.members), at)


def _is_scheme(group: Group) -> bool:
    return all(vocabulary().is_any(ref.entity.cls, SCHEMES) for ref in group.members)


def _pushed(shadow: str, turn: Turn, scheme: Group) -> list[tuple[Subject, int]]:
    """抓好“乙计划”的落实, 对“乙计划”进行落实: the subject of the clause does it."""
    start = turn.clause.start
    lead = shadow[start : scheme.start].rstrip(_OPENERS)
    marks = load_lexicon().forms("BenefitMarker", "PatientMarker")
    verb = _grammar()["pushed"].search(lead)
    way = "deed" if verb is not None else "done" if scheme.governor in marks else ""
    found = _grammar()[way].match(shadow, scheme.tail, turn.clause.end) if way else None
    if found is None:
        return []
    at = start + verb.start() if verb is not None else found.start()
    own = turn.own if turn.own is not scheme else None
    doers = [Subject.of(ref) for ref in own.members] if own is not None else [*turn.subjects]
    return [(doer, at) for doer in doers if doer.start < at and doer.source in _DIRECT]


def _placed(shadow: str, turn: Turn, scheme: Group) -> list[tuple[Subject, int]]:
    """“乙制”在甲市推开: where it runs it is carried out."""
    later = [g for g in turn.clause.groups if g.start >= scheme.tail]
    area = later[0] if later else None
    if area is None or area.governor not in load_lexicon().forms("Locative"):
        return []
    found = _grammar()["there"].match(shadow, area.tail, turn.clause.end)
    if found is None or any(g.start >= found.end() for g in later[1:]):
        return []
    if scheme.governor or pattern("Attributive").search(shadow, scheme.tail, area.start):
        return []
    return [(Subject.of(ref), found.end() - 1) for ref in area.members if _enacts(Subject.of(ref))]


def _owned(shadow: str, turn: Turn, scheme: Group) -> list[tuple[Subject, int]]:
    """甲大学的“乙计划”已实施五年: whose it is, he carries it out."""
    groups = turn.clause.groups
    hits = [h for h in turn.clause.hits if h.start >= scheme.tail and h.says("implements")]
    at = groups.index(scheme)
    if not hits or not at or any(group.start >= scheme.tail for group in groups):
        return []
    owner = groups[at - 1]
    between = shadow[owner.tail : scheme.start].rstrip(_OPENERS)
    if owner.governor or pattern("Attributive").fullmatch(between) is None:
        return []
    return [(Subject.of(ref), hits[0].start) for ref in owner.members]


def _shaped(shadow: str, turn: Turn, scheme: Group) -> list[tuple[Subject, int]]:
    """按“一区四片”布局, 构建“一核两带”创新格局: who is laid out or works so carries it out."""
    if not all(ref.entity.cls in ("Strategy", "Mechanism") for ref in scheme.members):
        return []
    found = _grammar()["shape"].match(shadow, scheme.tail, turn.clause.end)
    lead = shadow[turn.clause.start : scheme.start].rstrip(_OPENERS)
    after = scheme.governor in load_lexicon().forms("AccordWord")
    if found is None or not (after or _grammar()["shaping"].search(lead)):
        return []
    own = turn.own if turn.own is not scheme else None
    if own is not None:
        doers = [Subject.of(ref) for ref in own.members] if own.end <= scheme.start else []
    else:
        left = of_realm(turn, scheme.start, "implements") if not after else None
        doers = list(turn.subjects if left is None else left)
    return [(doer, scheme.start) for doer in doers if _enacts(doer)]


def _since(shadow: str, turn: Turn, scheme: Group, after: Turn | None) -> list[tuple[Subject, int]]:
    """“乙计划”实施三年来, 甲市…; 随着“乙计划”的落实, 甲市…: the next clause tells who does it."""
    if len(turn.clause.groups) > 1 or after is None or after.own is None:
        return []
    if pattern("AimMarker").match(shadow, turn.clause.start):  # 为推进“乙计划”, 甲局…
        pushed = _grammar()["pushed"].search(shadow[turn.clause.start : scheme.start])
        ends = turn.clause.end == scheme.tail and pushed is not None
        aimed = [Subject.of(ref) for ref in after.own.members] if ends else []
        return [(doer, scheme.start) for doer in aimed if _enacts(doer)]
    means = scheme.governor in load_lexicon().forms("MeansMarker")
    way = _grammar()["thanks" if means else "since"]
    found = way.match(shadow, scheme.tail, turn.clause.end)
    if found is None or (scheme.governor and not means):
        return []
    doers = map(Subject.of, after.own.members)
    if pattern("Negation").search(shadow, after.own.tail, after.clause.end):
        return []  # 甲园未获一分钱
    return [(doer, found.end() - 1) for doer in doers if _enacts(doer)]


def _charged(shadow: str, turn: Turn) -> Iterator[Draft]:
    """实施“乙计划”, 由甲局负责承办: who is in charge of what was just named."""
    groups, marks = turn.clause.groups, load_lexicon().forms("DoerMarker")
    doer = next((g for g in groups if g.governor in marks), None)
    if doer is None:
        yield from _helped(shadow, turn)
        return
    scheme = groups[0] if doer is not groups[0] else turn.prior if turn.own is None else None
    if scheme is None and doer is groups[0]:
        yield from _charged_next(shadow, turn, doer)
        return
    found = _grammar()["charge"].match(shadow, doer.tail, turn.clause.end)
    if scheme is None or not _is_scheme(scheme) or found is None or doer not in groups[:2]:
        return
    if doer is not groups[0] and not _is_run(shadow[scheme.tail : doer.start - len(doer.governor)]):
        return
    if found.end() != turn.clause.end:
        return
    things = [Subject.of(ref) for ref in scheme.members[-1:]]
    for ref in doer.members:
        yield from _drafts(shadow, turn, Subject.of(ref), things, found.end() - 1)


def _charged_next(shadow: str, turn: Turn, doer: Group) -> Iterator[Draft]:
    """推出“乙计划”. 该计划由甲局负责: who is in charge of what the sentence before brought up."""
    found = _grammar()["charge"].match(shadow, doer.tail, turn.clause.end)
    things = [s for s in turn.past if vocabulary().is_any(s.entity.cls, SCHEMES)]
    lead = shadow[turn.clause.start : doer.start - len(doer.governor)]
    opens = turn.clause.start - turn.sentence[0] <= 1 and len(lead) <= _POINTED
    if found is None or found.end() != turn.clause.end or len(things) != 1 or not opens:
        return
    if turn.own is not None or pattern("Negation").search(lead):
        return
    for ref in doer.members:
        yield from _drafts(shadow, turn, Subject.of(ref), things, found.end() - 1)


def _is_run(between: str) -> bool:
    """Is it the scheme itself, or how it is run, that 由 tells of (的日常管理由…)?"""
    return not between or _grammar()["deed"].fullmatch(between) is not None


def _helped(shadow: str, turn: Turn) -> Iterator[Draft]:
    """“乙计划”由甲局牵头, 丙局、丁局配合实施: they carry out what the sentence is about."""
    own, hits = turn.own, [h for h in turn.clause.hits if h.says("implements")]
    if own is None or len(turn.clause.groups) > 1 or not hits or hits[-1].end < turn.clause.end:
        return
    schemes = (s for s in turn.before if vocabulary().is_any(s.entity.cls, SCHEMES))
    thing = next(schemes, None)
    if thing is None or thing.source not in _DIRECT:
        return
    for ref in own.members:
        yield from _drafts(shadow, turn, Subject.of(ref), (thing,), hits[-1].start)


def _enacts(doer: Subject) -> bool:
    return vocabulary().is_any(doer.entity.cls, _ENACTORS)


def _drafts(
    shadow: str, turn: Turn, doer: Subject, things: Iterable[Subject], at: int
) -> Iterator[Draft]:
    denied = pattern("Negation").search(shadow, turn.clause.start, at) is not None
    said = turn.modality(shadow, at)
    for thing in things:
        fits = vocabulary().fits("implements", doer.entity.cls, thing.entity.cls)
        if fits and doer.entity is not thing.entity:
            yield Draft(
                doer.entity, "implements", thing.entity, "grammar/enact",
                (("predicate", at, at + 1), doer.span, thing.span), doer.source,
                modality="negated" if denied and said == "asserted" else said,
            )  # fmt: skip
