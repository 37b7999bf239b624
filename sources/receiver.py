"""Receivers: the thing that money, people or rooms are given to, and what was just founded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.draft import Subject
from sources.entity import Entity
from sources.quantity import Quantity
from sources.reference import Reference
from sources.stake import gives
from sources.turn import Turn

__all__ = [
    "OBJECT_REACH",
    "SIZED",
    "TERMS",
    "THINGS",
    "Scene",
    "founds",
    "given",
    "granted",
    "held",
    "helped",
    "is_doer",
    "is_lost",
    "last_made",
    "lent",
]

#: How far behind a verb its object may start (设立总规模50亿元的X), in characters.
OBJECT_REACH = 24
#: Classes whose things have an amount, an area or a size of their own.
SIZED = (
    *("Project", "Fund", "Platform", "Park", "ResearchInstitute", "FinancialProduct"),
    *("Programme", "Zone"),
)
#: … those to which 的 ties a number, and those whose terms follow once they are named.
THINGS = (*SIZED, "Enterprise", "Alliance")
TERMS = ("Fund", "FinancialProduct", "Programme")
#: Things that others pay for, so that what these pay is told of them.
_KEPT = (*SIZED, "Alliance")
#: Things that have shares, and how far before a share its word may stand, in characters.
_HELD, _STAKE_REACH = ("Enterprise", "Fund", "Platform", "ResearchInstitute", "Project"), 8
#: Who borrows, or is given capital.
_BORROWERS = ("Organization", "Project", "Park", "Platform", "Fund")
#: What parts those who are given money.
_PARTS = re.compile("[,;、]")
#: Who may give.
_GIVERS = ("Organization", "Fund", "AdministrativeArea", "Zone")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the numbers of a sentence may be about beyond its own clauses.

    ``measures``: the document whose measures the text lists; ``named``: all things by name.
    """

    references: list[Reference]
    measures: Subject | None = None
    named: Mapping[str, Entity] = field(default_factory=dict)


def helped(turn: Turn, quantity: Quantity) -> Subject | None:
    """The one firm that somebody helps to what the number tells (帮助甲公司减免税款1280万元)."""
    helping = load_lexicon().forms("HelpVerb")
    before = [g for g in turn.clause.groups if g.end <= quantity.start]
    if not before or before[-1].governor not in helping or len(before[-1].members) > 1:
        return None
    ref = before[-1].members[0]
    firm = vocabulary().is_a(ref.entity.cls, "Enterprise") and not before[-1].closed
    return Subject.of(ref) if firm else None


def lent(turns: list[Turn], index: int, quantity: Quantity, shadow: str) -> Subject | None:
    """The one to whom the money is lent or added, or the product that lends it."""
    turn = turns[index]
    lending = _lending(turns, index, quantity, shadow)
    if quantity.kind != "money" or lending is not None:
        return lending
    before = [g for g in turn.clause.groups if g.end <= quantity.start]
    last = before[-1].members[-1] if before else None
    product = last is not None and vocabulary().is_any(last.entity.cls, TERMS)
    if last is not None and product and before[-1].tail == quantity.start:
        return Subject.of(last)
    paid = pattern("CreditWord", "InjectVerb")
    if paid.search(shadow, turn.clause.start, turn.clause.end) is None:
        return None
    given_to = load_lexicon().forms("Recipient")
    for group in reversed(before):
        one = len(group.members) == 1 and not group.closed and group.governor in given_to
        told = pattern("CreditWord", "InjectVerb", "GiveVerb").match(shadow, group.tail) is not None
        if one and told and vocabulary().is_any(group.members[0].entity.cls, _BORROWERS):
            return Subject.of(group.members[0])
    return None


def _lending(turns: list[Turn], index: int, quantity: Quantity, shadow: str) -> Subject | None:
    """The product that the sentence has named, where a clause without subject tells what is lent.

    推出“甲贷”, 设立资金池, 全年为43家企业放款1.56亿元.
    """
    clause = turns[index].clause
    if quantity.kind not in ("money", "count") or turns[index].own is not None:
        return None
    if any(group.end <= quantity.start for group in clause.groups):
        return None
    if pattern("LendVerb").search(shadow, clause.start, clause.end) is None:
        return None
    for turn in reversed(turns[:index]):
        for group in reversed(turn.clause.groups):
            if vocabulary().is_a(group.members[-1].entity.cls, "FinancialProduct"):
                return Subject.of(group.members[-1])
    return None


def given(shadow: str, turns: list[Turn], index: int, quantity: Quantity) -> Subject | None:
    """The thing to which the clause's subject only gives (平台去年投用, 甲集团出资8000万元)."""
    own = turns[index].own
    if own is None or own.end > quantity.start or is_doer(own):
        return None
    if not vocabulary().is_any(own.members[-1].entity.cls, _GIVERS):
        return None
    if not gives(shadow, turns[index].clause, own, quantity.start):
        return None
    if _is_spent(shadow, turns[index], quantity):
        return None
    thing = _spoken_of(shadow, turns[:index], quantity)
    others = any(turn.own is not None for turn in turns[:index])
    fund = vocabulary().is_a(own.members[-1].entity.cls, "Fund") and not others
    if thing is None and not fund and all(_is_aside(shadow, turn) for turn in turns[:index]):
        thing = next(iter(turns[0].before), None)
    if thing is None or not vocabulary().is_any(thing.entity.cls, _KEPT):
        return None
    if thing.start < own.start and ";" in shadow[thing.start : own.start]:
        return None
    return thing if all(ref.entity is not thing.entity for ref in own.members) else None


def _is_spent(shadow: str, turn: Turn, quantity: Quantity) -> bool:
    """Is the sum for something else, named behind it (出资3000万元设立奖学金)?"""
    rest = [token for token in turn.clause.tokens if token.start >= quantity.end]
    verb = next((at for at, token in enumerate(rest) if token.pos == "v"), len(rest))
    return any(token.pos[0] == "n" for token in rest[verb + 1 :])


def _spoken_of(shadow: str, turns: list[Turn], quantity: Quantity) -> Subject | None:
    """What the clauses have founded last, else what they are about beside those who give."""
    for turn in reversed(turns):
        made = next(_objects(turn, quantity), None)
        if made is not None:
            return Subject.of(made)
        if not _is_aside(shadow, turn):
            return next(iter(turn.subjects), None)
    return None


def _is_aside(shadow: str, turn: Turn) -> bool:
    """Does the clause name nobody it is about, or only somebody who gives?"""
    return turn.own is None or gives(shadow, turn.clause, turn.own)


def _is_granted(shadow: str, turn: Turn, quantity: Quantity) -> bool:
    """Is it money that somebody is given (给予300万元奖励)?"""
    if quantity.kind not in ("money", "share"):
        return False
    return pattern("GrantWord").search(shadow, turn.clause.start, turn.clause.end) is not None


def granted(
    shadow: str, turns: list[Turn], index: int, quantity: Quantity, scene: Scene
) -> Subject | None:
    """The named one that is given the money, else the product or document that promises it."""
    if not _is_granted(shadow, turns[index], quantity):
        return None
    start = turns[0].sentence[0]
    before = [ref for ref in scene.references if start <= ref.start and ref.end <= quantity.start]
    for ref in reversed(before):
        group = next((g for t in turns for g in t.clause.groups if ref in g.members), None)
        given = group is not None and not group.closed and len(group.members) == 1
        lead = group.governor if group is not None else ""
        if given and _is_for_other(shadow, ref.end, quantity.start):
            break
        if (
            given
            and lead in load_lexicon().forms("Recipient")
            and vocabulary().is_any(ref.entity.cls, (*THINGS, "University"))
        ):
            return Subject.of(ref)
    own = turns[index].own
    if own is not None and own.end <= quantity.start and not is_doer(own):
        return None
    for ref in reversed(before):
        if vocabulary().is_any(ref.entity.cls, (*TERMS, "Policy")):
            return Subject.of(ref)
    return scene.measures


def held(shadow: str, turns: list[Turn], index: int, quantity: Quantity) -> Subject | None:
    """The one of which somebody holds a share (向甲公司注资5000万元, 占股8.2%; 乙集团持股51%)."""
    if quantity.kind != "share":
        return None
    turn = turns[index]
    start = max(turn.clause.start, quantity.start - _STAKE_REACH)
    if pattern("StakeWord").search(shadow, start, quantity.start) is None:
        return None
    own = turn.own if turn.own is not None and turn.own.end <= quantity.start else None
    holders = [s.entity for s in turn.subjects]
    if own is not None:
        holders = [ref.entity for ref in own.members]
    given_to = load_lexicon().forms("Recipient")
    for past in reversed(turns[: index + 1]):
        for group in reversed(past.clause.groups):
            target = group.governor in given_to and group.end <= quantity.start
            if target and _is_held(group.members[0].entity, holders):
                return Subject.of(group.members[0])
    about = turn.before if own is not None else ()
    return next((s for s in about if _is_held(s.entity, holders)), None)


def _is_held(entity: Entity, holders: list[Entity]) -> bool:
    """Can shares of it be held, by somebody else?"""
    return vocabulary().is_any(entity.cls, _HELD) and all(entity is not one for one in holders)


def _is_for_other(shadow: str, start: int, end: int) -> bool:
    """Does a later clause name somebody else who is given money (对甲奖500万元,对企业奖…)?"""
    marks = tuple(load_lexicon().forms("Recipient"))
    return any(shadow.startswith(marks, m.end()) for m in _PARTS.finditer(shadow, start, end))


def is_lost(shadow: str, turn: Turn) -> bool:
    """Is the clause about 后者, and the text does not tell who that is?"""
    latter = pattern("LatterOne").match(shadow, turn.clause.start) is not None
    return latter and turn.own is None


def is_doer(group: Group) -> bool:
    """Is it only who does it (由A建设)?"""
    return group.governor in load_lexicon().forms("AgentMarker")


def last_made(shadow: str, turns: list[Turn], quantity: Quantity) -> Reference | None:
    """The one thing that a verb of founding or issuing before the number has just named."""
    for turn in reversed(turns):
        found = next(_objects(turn, quantity), None)
        if found is not None:
            return found
        own = turn.own
        if own is None or is_doer(own) or own.end > quantity.start:
            continue
        if not gives(shadow, turn.clause, own):
            return None
    return None


def founds(hit: Hit) -> bool:
    """Is the verb one of founding or issuing what follows it?"""
    return any(
        cue.attributes.get("agent") == "object" and cue.attributes.get("pattern") != "by"
        for cue in hit.cues
        if cue.signals in ("establishedBy", "issuedBy", "succeeds")
    )


def _objects(turn: Turn, quantity: Quantity) -> Iterator[Reference]:
    moved = load_lexicon().forms("PatientMarker")
    for group in turn.clause.groups:
        brought = group.governor in moved and group.end <= quantity.start
        if brought and vocabulary().is_any(group.members[0].entity.cls, ("Platform", "Fund")):
            yield group.members[0]  # 把甲实验室搬到园里, 配有设备46台
    for hit in reversed(turn.clause.hits):
        after = next((g for g in turn.clause.groups if g.start >= hit.end), None)
        if after is None or after.end > quantity.start:
            continue
        applied = hit.says("implements") and vocabulary().is_any(
            after.members[0].entity.cls, ("Programme", "FinancialProduct")
        )
        if applied or founds(hit):
            near = after.start - hit.end <= OBJECT_REACH
            if near and len(after.members) == 1 and not after.governor:
                yield after.members[0]
