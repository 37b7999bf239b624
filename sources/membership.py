"""Membership: who belongs to an alliance, said by the word for member."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.frame import sides
from sources.guarded import has_word
from sources.reference import Reference
from sources.trail import Trail
from sources.turn import Turn

__all__ = ["belong"]

#: How far behind the verb the word for member may stand, in characters.
_REACH = 30
#: … and behind 等 the verb that closes a clause: 等86家单位先后加入.
_COUNTED = 14
#: How much text may stand between an alliance and the verb of taking in, in characters.
_LEAD = 6
#: Kinds of words that say it of all who are named.
_EACH = ("EachAdverb", "PluralMark", "AllMark")


@lru_cache(maxsize=1)
def _member() -> re.Pattern[str]:
    verb, noun = alternation("BecomeVerb"), alternation("MemberNoun")
    return re.compile(f"{verb}(?=[^,。;]{{0,{_REACH}}}?{noun})")


@lru_cache(maxsize=1)
def _joined() -> re.Pattern[str]:
    return re.compile(rf"{alternation('JoinEnd')}(?=[,。;]|\Z)")


@lru_cache(maxsize=1)
def _joining() -> re.Pattern[str]:
    return re.compile(rf"{alternation('JoinVerb')}\Z")


@lru_cache(maxsize=1)
def _joiners() -> re.Pattern[str]:
    """What says of the list behind it that it has joined: 新加入的有."""
    return re.compile(f"{alternation('JoinVerb')}{alternation('ListedLink')}\\Z")


@lru_cache(maxsize=1)
def _admits() -> re.Pattern[str]:
    """What stands between an alliance and the list of those it takes in."""
    return re.compile(
        f"[^,。;、]{{0,{_LEAD}}}?{alternation('AdmitVerb')}(?:[“‘《 ]|{alternation('AspectSign')})*"
    )


def _admitted(shadow: str, turn: Turn) -> Iterator[Draft]:
    """联盟新增甲、乙等15家单位: the list belongs to the alliance."""
    own = turn.own
    if own is None or len(own.members) > 1 or own.members[0].entity.cls != "Alliance":
        return
    group = next((g for g in turn.clause.groups if g.start >= own.tail), None)
    if group is None or group.governor in load_lexicon().forms("Comitative"):
        return
    if _admits().fullmatch(shadow, own.tail, group.start - len(group.governor)) is None:
        return
    tied = pattern("Attributive").match(shadow, group.tail) is not None
    for ref in () if tied else group.members:
        if vocabulary().fits("memberOf", ref.entity.cls, "Alliance"):
            yield Draft(
                ref.entity, "memberOf", own.members[0].entity, "grammar/member",
                (("predicate", own.start, group.tail), ("alias", ref.start, ref.end)),
                "explicit", modality=turn.modality(shadow, group.start),
            )  # fmt: skip


def _invited(shadow: str, turn: Turn, trail: Trail) -> Iterator[Draft]:
    """…联盟, 吸引甲、乙等单位加入: who is led to join the alliance just named."""
    pivots = load_lexicon().forms("Pivot")
    groups = [group for group in turn.clause.groups if group.governor in pivots]
    alliance = _spoken_of(turn, trail) if len(groups) == 1 else None
    rest = shadow[groups[0].tail : turn.clause.end] if groups else ""
    joined = _joining().search(rest)
    if alliance is None or joined is None or joined.start() > _COUNTED:
        return
    for ref in groups[0].members:
        if vocabulary().fits("memberOf", ref.entity.cls, alliance.entity.cls):
            yield Draft(
                ref.entity, "memberOf", alliance.entity, "grammar/member",
                (("predicate", groups[0].start, turn.clause.end),
                 ("alias", alliance.start, alliance.end)),
                "explicit", modality=turn.modality(shadow, groups[0].start),
            )  # fmt: skip


def _is_joint(shadow: str, turn: Turn) -> bool:
    """Does the clause end in a list of those who joined (甲、乙等86家单位加入; 甲、乙参加)?"""
    own = turn.own
    if own is None or own is not turn.clause.groups[-1]:
        return False
    rest = shadow[own.tail : turn.clause.end]
    joined = _joining().search(rest)
    if joined is None or (len(own.members) < 2 and not own.closed):
        return False
    return not joined.start() or (own.closed and len(rest) <= _COUNTED and rest[0].isdigit())


def belong(shadow: str, turns: list[Turn], trail: Trail) -> Iterator[Draft]:
    """Drafts of ``memberOf``: X 成为联盟首批会员; the alliance may be one named before."""
    for index, turn in enumerate(turns):
        clause = turn.clause
        yield from _admitted(shadow, turn)
        yield from _invited(shadow, turn, trail)
        yield from _listed(shadow, turn)
        match = _member().search(shadow, clause.start, clause.end)
        alliance: Reference | Subject | None = None
        if match is not None:
            alliance = _alliance(turn, match.end(), trail)
        if match is None and turn.own is not None:
            match = _joined().search(shadow, turn.own.tail, clause.end + 1)
            found = _spoken_of(turn, trail) or _told_of(turn)
            alliance = found if match is not None else None
        if match is None and _is_joint(shadow, turn):
            match = _joining().search(shadow, clause.start, clause.end)
            alliance = _spoken_of(turn, trail)
        if match is None or alliance is None:
            continue
        told = turn.own is not None and turn.own.members[-1].entity is alliance.entity
        subjects = turn.before if told else turn.subjects
        if pattern("AsMarker").match(shadow, clause.start) and index + 1 < len(turns):
            subjects = turns[index + 1].subjects  # 作为甲联盟的一员, 乙公司…
        span = clause.start, match.end()
        if subjects and not any(has_word(kind, shadow, *span) for kind in _EACH):
            subjects = _foremost(subjects, turn.prior)
        for subject in subjects:
            if subject.entity is alliance.entity:
                continue
            if vocabulary().fits("memberOf", subject.entity.cls, alliance.entity.cls):
                yield Draft(
                    subject.entity, "memberOf", alliance.entity, "grammar/member",
                    (("predicate", match.start(), clause.end), subject.span,
                     ("alias", alliance.start, alliance.end)),
                    subject.source, modality=turn.modality(shadow, match.start()),
                )  # fmt: skip


def _foremost(subjects: tuple[Subject, ...], prior: Group | None) -> tuple[Subject, ...]:
    """Of whom the clause before told with its partners the first (甲院与乙公司合作, 是丙会会员)."""
    split = sides(prior) if prior is not None and not prior.governor else 0
    same = prior is not None and [s.start for s in subjects] == [r.start for r in prior.members]
    return subjects[:split] if split and same else subjects


def _spoken_of(turn: Turn, trail: Trail) -> Reference | None:
    """The alliance that the sentence has named before the clause."""
    last = next(trail.back(turn.clause.start, "Alliance"), None)
    return last if last is not None and last.start >= turn.sentence[0] else None


def _told_of(turn: Turn) -> Subject | None:
    """The alliance that the text was about before the clause."""
    found = (s for s in turn.before if s.entity.cls == "Alliance")
    return next(found, None) if len(turn.before) == 1 else None


def _listed(shadow: str, turn: Turn) -> Iterator[Draft]:
    """联盟已有成员31家, 今年新加入的有甲、乙: the list belongs to the alliance told of before."""
    own, alliance = turn.own, _told_of(turn)
    if own is None or alliance is None:
        return
    if _joiners().search(shadow, turn.clause.start, own.start) is None:
        return
    for ref in own.members:
        if vocabulary().fits("memberOf", ref.entity.cls, "Alliance"):
            yield Draft(
                ref.entity, "memberOf", alliance.entity, "grammar/member",
                (("predicate", turn.clause.start, own.tail), ("alias", ref.start, ref.end)),
                alliance.source, modality=turn.modality(shadow, own.start),
            )  # fmt: skip


def _alliance(turn: Turn, verb_end: int, trail: Trail) -> Reference | None:
    """The alliance after the verb, else the one named last before it."""
    here = (ref for group in turn.clause.groups for ref in group.members)
    after = (ref for ref in here if ref.start >= verb_end and ref.entity.cls == "Alliance")
    return next(after, None) or next(trail.back(verb_end, "Alliance"), None)
