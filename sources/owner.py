"""Owners: whom a number is about, the thing that stands nearest to it by grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.draft import Subject
from sources.entity import Entity
from sources.indicator import Indicator
from sources.nounphrase import before_links
from sources.quantity import Quantity
from sources.reference import Reference
from sources.subject import Turn

__all__ = ["Scene", "find_owner", "find_told"]

#: How far behind 的 the thing may stand that a number is about (15亿元的…基金), in characters.
_OWNER_REACH = 14
#: How far before a number the list may end whose length it tells (A、B等园内5家).
_LIST_REACH = 8
#: How far behind a verb its object may start (设立总规模50亿元的X), in characters.
_OBJECT_REACH = 24
#: Longest link between a name and its number (太原为206亿元), in characters.
_TOLD_REACH = 6
_PAUSE = re.compile(r"[,。;、]")
#: Classes whose things have an amount, an area or a size of their own.
_SIZED = (
    *("Project", "Fund", "Platform", "Park", "ResearchInstitute", "FinancialProduct"),
    *("Programme", "Zone"),
)
#: … those to which 的 ties a number, and those whose terms follow once they are named.
_THINGS = (*_SIZED, "Enterprise", "Alliance")
_TERMS = ("Fund", "FinancialProduct", "Programme")
#: Classes of things that a number can be about, and bodies that act for an area.
_COUNTED = (
    *("Place", "Organization", "Platform", "Fund", "Policy", "Project", "Alliance"),
    *("FinancialProduct", "Event"),
)
_OFFICES = ("GovernmentBody", "AdministrativeCommittee")
#: How a subject is told that the sentence itself does not name.
_FADED = frozenset({"section", "headline"})


@dataclass(frozen=True, slots=True)
class Scene:
    """What the numbers of a sentence may be about beyond its own clauses.

    ``measures``: the document whose measures the text lists; ``named``: all things by name.
    """

    references: list[Reference]
    measures: Subject | None = None
    named: Mapping[str, Entity] = field(default_factory=dict)


def find_owner(
    shadow: str,
    turns: list[Turn],
    index: int,
    quantity: Quantity,
    indicator: Indicator,
    scene: Scene,
) -> Subject | None:
    """Whom ``quantity``, in the clause of ``turns[index]``, is about."""
    turn = turns[index]
    near = _described(shadow, turn, quantity, indicator, scene.references)
    if near is not None:
        return near
    listed = _listed(turn, quantity)
    if listed is not None:
        return _of_list(shadow, turns, index, listed, quantity)
    if _is_granted(shadow, turn, quantity):
        granted = _granted(shadow, turns, index, quantity, scene)
        if granted is not None:
            return granted
    here = _here(shadow, turn, quantity)
    made = _made(turns[: index + 1], quantity)
    if here is not None and not (
        made is not None and made.start > here.end and indicator.size and not _is_sized(here)
    ):
        return Subject.of(here)
    if made is not None and (here is None or indicator.size) and _takes(made, indicator):
        return Subject.of(made)
    if len(turn.head) == 1 and _goes_on(turn):
        return turn.head[0]
    if indicator.size:
        sized = _sized(turn, quantity, scene.references)
        if sized is not None:
            return sized
    about = _topic(turn)
    topic = next((s for s in about if _is_any(s.entity.cls, _COUNTED)), None)
    return _for_area(topic, scene) if topic is not None else None


def _goes_on(turn: Turn) -> bool:
    """Is the clause still about what heads the list item, and no thing that stands in it?"""
    heads = [subject.entity for subject in turn.head]
    if not _is_any(heads[0].cls, ("Place",)) or any(s.entity in heads for s in turn.subjects):
        return True
    return not any(_is_any(subject.entity.cls, _SIZED) for subject in turn.subjects)


def _for_area(topic: Subject, scene: Scene) -> Subject:
    """The area, when an office that was named before only speaks for it."""
    if topic.source not in _FADED or not _is_any(topic.entity.cls, _OFFICES):
        return topic
    name = topic.entity.name
    for length in range(len(name) - 1, 1, -1):
        area = scene.named.get(name[:length])
        if area is not None and area.mentions and _is_any(area.cls, ("Place",)):
            return replace(topic, entity=area)
    return topic


def find_told(shadow: str, turn: Turn, quantity: Quantity, last: Quantity | None) -> Subject | None:
    """The one named right before its number in a list of such (其中太原206亿元、大同38亿元)."""
    named = [ref for group in turn.clause.groups for ref in group.members]
    ref = next((ref for ref in reversed(named) if ref.end <= quantity.start), None)
    if ref is None or not _is_any(ref.entity.cls, _COUNTED):
        return None
    if quantity.start - ref.end > _TOLD_REACH:
        return None
    joiner = pattern("ItemJoiner")
    after = joiner.match(shadow, quantity.end)
    first = after is not None and any(other.start == after.end() for other in named)
    later = last is not None and joiner.fullmatch(shadow, last.end, ref.start) is not None
    if not (first or later):
        return None
    return Subject.of(ref) if before_links(shadow, turn.clause, quantity.start) == ref.end else None


def _is_any(cls: str, classes: tuple[str, ...]) -> bool:
    return vocabulary().is_any(cls, classes)


def _is_sized(ref: Reference) -> bool:
    return _is_any(ref.entity.cls, _SIZED)


def _described(
    shadow: str, turn: Turn, quantity: Quantity, indicator: Indicator, references: list[Reference]
) -> Subject | None:
    """The name after the number that it describes: 15亿元的X, 投资60亿元建设X."""
    owner = next((ref for ref in references if ref.start >= quantity.unit_end), None)
    if owner is None or not _is_any(owner.entity.cls, _THINGS):
        return None
    span = (quantity.end, owner.start)
    if _PAUSE.search(shadow, *span) or owner.start > turn.clause.end:
        return None
    near = owner.start - quantity.end <= _OWNER_REACH
    if near and pattern("Attributive").search(shadow, *span) is not None:
        return Subject.of(owner)
    built = (h for h in turn.clause.hits if quantity.end <= h.start and h.end <= owner.start)
    if indicator.size and any(hit.says("establishedBy") for hit in built):
        return Subject.of(owner)
    return None


def _listed(turn: Turn, quantity: Quantity) -> Group | None:
    """The list whose length the number tells: A、B等7家企业."""
    before = [g for g in turn.clause.groups if g.closed and g.tail <= quantity.start]
    if before and quantity.start - before[-1].tail <= _LIST_REACH and quantity.kind == "count":
        return before[-1]
    return None


def _of_list(
    shadow: str, turns: list[Turn], index: int, listed: Group, quantity: Quantity
) -> Subject | None:
    """What a list is long for: the thing its members found, join or are in, else the topic."""
    turn = turns[index]
    for hit in turn.clause.hits:
        if hit.start < quantity.end:
            continue
        after = next((g for g in turn.clause.groups if g.start >= hit.end), None)
        if after is None or after.start - hit.end > _OBJECT_REACH or not _is_tie(hit):
            continue
        if _is_any(after.members[-1].entity.cls, _COUNTED):
            return Subject.of(after.members[-1])
    own = turn.own
    if own is not None and own is not listed and own.end <= listed.start and not _by(own):
        return Subject.of(own.members[-1])
    made = _made(turns[:index], quantity)
    if made is not None and _is_any(made.entity.cls, _COUNTED):
        return Subject.of(made)
    about = turn.before if own is not None else _topic(turn)
    return next((s for s in about if _is_any(s.entity.cls, _COUNTED)), None)


def _is_tie(hit: Hit) -> bool:
    ties = ("establishedBy", "memberOf", "locatedIn", "partOf", "cooperatesWith")
    return any(map(hit.says, ties))


def _is_granted(shadow: str, turn: Turn, quantity: Quantity) -> bool:
    """Is it money that somebody is given (给予300万元奖励)?"""
    if quantity.kind not in ("money", "share"):
        return False
    return pattern("GrantWord").search(shadow, turn.clause.start, turn.clause.end) is not None


def _granted(
    shadow: str, turns: list[Turn], index: int, quantity: Quantity, scene: Scene
) -> Subject | None:
    """The named one that is given the money, else the product or document that promises it."""
    start = turns[0].sentence[0]
    before = [ref for ref in scene.references if start <= ref.start and ref.end <= quantity.start]
    for ref in reversed(before):
        group = next((g for t in turns for g in t.clause.groups if ref in g.members), None)
        given = group is not None and not group.closed and len(group.members) == 1
        lead = group.governor if group is not None else ""
        if (
            given
            and lead in load_lexicon().forms("Recipient")
            and _is_any(ref.entity.cls, (*_THINGS, "University"))
        ):
            return Subject.of(ref)
    own = turns[index].own
    if own is not None and own.end <= quantity.start and not _by(own):
        return None
    for ref in reversed(before):
        if _is_any(ref.entity.cls, (*_TERMS, "Policy")):
            return Subject.of(ref)
    return scene.measures


def _by(group: Group) -> bool:
    """Is it only who does it (由A建设)?"""
    return group.governor in load_lexicon().forms("AgentMarker")


def _here(shadow: str, turn: Turn, quantity: Quantity) -> Reference | None:
    """The clause's own subject, when it stands before the number and is not only the doer."""
    own = turn.own
    if own is None or own.end > quantity.start or _by(own):
        return None
    if pattern("FarFrom").search(shadow, turn.clause.start, own.start) is not None:
        return None
    last = own.members[-1]
    for group in turn.clause.groups:
        # X的Y: it is about Y.
        if group.start >= last.end and group.end <= quantity.start and _is_of(shadow, last, group):
            last = group.members[-1]
    return last if _is_any(last.entity.cls, _COUNTED) else None


def _is_of(shadow: str, ref: Reference, group: Group) -> bool:
    return pattern("Attributive").fullmatch(shadow, ref.end, group.start) is not None


def _made(turns: list[Turn], quantity: Quantity) -> Reference | None:
    """The one thing that a verb of founding or issuing before the number has just named."""
    for turn in reversed(turns):
        found = next(_objects(turn, quantity), None)
        if found is not None:
            return found
        if turn.own is not None and not _by(turn.own) and turn.own.end <= quantity.start:
            return None
    return None


def _objects(turn: Turn, quantity: Quantity) -> Iterator[Reference]:
    for hit in reversed(turn.clause.hits):
        made = any(
            cue.attributes.get("agent") == "object" and cue.attributes.get("pattern") != "by"
            for cue in hit.cues
            if cue.signals in ("establishedBy", "issuedBy", "succeeds")
        )
        after = next((g for g in turn.clause.groups if g.start >= hit.end), None)
        if made and after is not None and after.end <= quantity.start:
            near = after.start - hit.end <= _OBJECT_REACH
            if near and len(after.members) == 1 and not after.governor:
                yield after.members[0]


def _takes(made: Reference, indicator: Indicator) -> bool:
    """Does a number that follows belong to the thing just founded, not to its founder?"""
    cls = made.entity.cls
    if _is_any(cls, _TERMS):
        return True
    if indicator.size:
        return _is_any(cls, (*_SIZED, "Organization", "Place"))
    staff = indicator.name.endswith(tuple(load_lexicon().forms("StaffNoun")))
    return staff and _is_any(cls, ("Platform", "ResearchInstitute", "Alliance"))


def _sized(turn: Turn, quantity: Quantity, references: list[Reference]) -> Subject | None:
    """The thing last named whose amount or size it is: the clause's subject goes first."""
    topic = _topic(turn)
    current = topic[0] if topic else None
    if current is not None and current.source != "section" and _is_any(current.entity.cls, _SIZED):
        return current
    before = (ref for ref in reversed(references) if ref.end <= quantity.start)
    things = (ref for ref in before if _is_sized(ref) and not _is_site(turn, ref))
    thing = next(things, None)
    return Subject.of(thing) if thing is not None else None


def _is_site(turn: Turn, ref: Reference) -> bool:
    """Is it only where the thing stands (选址 P)?"""
    return any(0 <= ref.start - hit.end <= 1 and hit.says("locatedIn") for hit in turn.clause.hits)


def _topic(turn: Turn) -> tuple[Subject, ...]:
    """Whom the text is about here; a mere doer (由A建设) is not."""
    if turn.own is not None and _by(turn.own) and turn.before:
        return turn.before
    return turn.subjects or turn.context
