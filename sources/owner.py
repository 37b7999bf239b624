"""Owners: whom a number is about, the thing that stands nearest to it by grammar."""

from __future__ import annotations

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.area import for_area, is_goal, is_of_area, planned
from sources.clause import Group, Hit
from sources.draft import Subject
from sources.fold import OPENERS
from sources.gain import gained
from sources.indicator import Indicator
from sources.nounphrase import before_links
from sources.purpose import described
from sources.quantity import Quantity
from sources.receiver import (
    OBJECT_REACH,
    SIZED,
    TERMS,
    Scene,
    given,
    granted,
    held,
    helped,
    is_doer,
    is_lost,
    last_made,
    lent,
)
from sources.reference import Reference
from sources.turn import Turn

__all__ = ["Scene", "find_owner", "find_told", "is_of_list", "is_settled"]

#: How far before a number the list may end whose length it tells (A、B等园内5家).
_LIST_REACH = 8
#: Longest link between a name and its number (太原为206亿元), in characters.
_TOLD_REACH = 6
#: Classes of things that a number can be about.
_COUNTED = (
    *("Place", "Organization", "Platform", "Fund", "Policy", "Project", "Alliance"),
    *("FinancialProduct", "Event"),
)
#: How a subject is told that the sentence itself does not name.
_FADED = frozenset({"section", "headline"})


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
    if is_lost(shadow, turn):
        return None
    near = described(shadow, turns, index, quantity, scene.references)
    if near is not None:
        return near
    listed = _listed(turn, quantity)
    if listed is not None:
        return _of_list(shadow, turns, index, listed, quantity)
    told = (
        helped(turn, quantity)
        or gained(shadow, turn, quantity)
        or granted(shadow, turns, index, quantity, scene)
        or given(shadow, turns, index, quantity)
        or (lent(turns, index, quantity, shadow) or held(shadow, turns, index, quantity))
    )
    if told is not None:
        return told
    named = _named(shadow, turns, index, quantity, indicator)
    goal = is_goal(shadow, turns[0].sentence[0], quantity)
    if named is not None:
        return for_area(named, indicator, scene, goal)
    if _is_joint(turn, indicator):
        return turn.topic[0]
    if len(turn.head) == 1 and _goes_on(turn):
        return turn.head[0]
    sized = _sized(turns, index, quantity, scene.references) if indicator.size else None
    if sized is not None:
        return sized
    topic = _about(shadow, turns, index, quantity, indicator, scene)
    if topic is None and goal:
        return planned(turn, indicator, scene)
    return for_area(topic, indicator, scene, goal) if topic is not None else None


def is_settled(
    shadow: str, turns: list[Turn], index: int, quantity: Quantity, scene: Scene
) -> bool:
    """Does the grammar around the number leave no doubt whose it is?"""
    if described(shadow, turns, index, quantity, scene.references) is not None:
        return True
    return helped(turns[index], quantity) is not None


def _about(
    shadow: str,
    turns: list[Turn],
    index: int,
    quantity: Quantity,
    indicator: Indicator,
    scene: Scene,
) -> Subject | None:
    """Whom the clause goes on about, when it names no owner itself."""
    turn = turns[index]
    said = _topic(turns, index)
    if turn.own is not None and turn.own.start >= quantity.end and turn.before:
        said = turn.before  # 有51家用着甲所的专利
    about = [s for s in said if _is_any(s.entity.cls, _COUNTED)]
    topic = next((s for s in about if not _is_tallied(shadow, s, quantity, indicator)), None)
    if quantity.kind == "duration" and scene.measures is not None and topic is not None:
        topic = scene.measures if topic.source in _FADED else topic
    if (
        topic is not None
        and topic.source in _FADED
        and _goes_over(shadow, turns[: index + 1], indicator)
    ):
        topic = turn.past[0]
    if topic is None and about and turn.own is not None:
        topic = next((s for s in turn.before if _is_any(s.entity.cls, _COUNTED)), None)
    return topic


def _is_joint(turn: Turn, indicator: Indicator) -> bool:
    """Have several just brought up one thing, so that what follows is about that?

    甲区与乙大学约定合建丙院, 首期投入3000万元.
    """
    one = turn.own is None and len(turn.subjects) > 1 and len(turn.topic) == 1
    return one and not is_of_area(indicator) and _is_any(turn.topic[0].entity.cls, SIZED)


def _goes_over(shadow: str, turns: list[Turn], indicator: Indicator) -> bool:
    """Does a sentence that names nobody go on about what the one before it has brought up?

    Who says something (她还透露) speaks of another thing again.
    """
    first = turns[0].clause
    if pattern("SayVerb").search(shadow, first.start, first.end) is not None:
        return False
    past = turns[0].past
    named = [ref.entity for turn in turns for group in turn.clause.groups for ref in group.members]
    if any(subject.entity in named for subject in turns[0].subjects):
        return False
    if len(past) != 1 or any(turn.own is not None for turn in turns) or is_of_area(indicator):
        return False
    return _is_any(past[0].entity.cls, (*SIZED, "Alliance", "Policy"))


def _named(
    shadow: str, turns: list[Turn], index: int, quantity: Quantity, indicator: Indicator
) -> Subject | None:
    """The clause's own subject, or the thing that was just founded."""
    turn = turns[index]
    here = _here(shadow, turn, quantity)
    if here is not None and _is_tallied(shadow, here, quantity, indicator):
        here = None
    made = last_made(shadow, turns[: index + 1], quantity)
    if made is not None and _is_tallied(shadow, made, quantity, indicator):
        made = None
    later = here is not None and made is not None and made.start > here.end
    if here is not None and not (later and indicator.size and not _is_sized(here)):
        return Subject.of(here)
    if made is None or not (here is None or indicator.size):
        return None
    return Subject.of(made) if _takes(shadow, made, turn, indicator) else None


def _is_tallied(
    shadow: str, named: Reference | Subject, quantity: Quantity, indicator: Indicator
) -> bool:
    """Is it only what the number counts (新开工项目34个, 万吨级码头2座)?

    Places are counted by few measure words, so that 其中甲高新区7200件 is about the place.
    """
    if named.end != quantity.start or quantity.kind != "count" or indicator.start >= quantity.end:
        return False
    if shadow[named.start : named.end] in load_lexicon().forms("SectionWord"):
        return False  # 全所23个人
    place = _is_any(named.entity.cls, ("Place",))
    if place and not quantity.text.endswith(tuple(load_lexicon().forms("UnnamedMeasure"))):
        return False
    return not _is_any(named.entity.cls, ("AdministrativeArea",))


def _goes_on(turn: Turn) -> bool:
    """Is the clause still about what heads the list item, and no thing that stands in it?"""
    heads = [subject.entity for subject in turn.head]
    if not _is_any(heads[0].cls, ("Place",)) or any(s.entity in heads for s in turn.subjects):
        return True
    return not any(_is_any(subject.entity.cls, SIZED) for subject in turn.subjects)


def find_told(shadow: str, turn: Turn, quantity: Quantity, last: Quantity | None) -> Subject | None:
    """The one named right before its number in a list of such (其中太原206亿元、大同38亿元).

    So is one in brackets behind its name: 甲公司(65%).
    """
    named = [ref for group in turn.clause.groups for ref in group.members]
    ref = next((ref for ref in reversed(named) if ref.end <= quantity.start), None)
    if ref is None or not _is_any(ref.entity.cls, _COUNTED):
        return None
    if quantity.start - ref.end > _TOLD_REACH:
        return None
    around = shadow[ref.end] + shadow[quantity.end : quantity.end + 1]
    if quantity.start == ref.end + 1 and around == "()":
        return Subject.of(ref)
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
    return _is_any(ref.entity.cls, SIZED)


def _listed(turn: Turn, quantity: Quantity) -> Group | None:
    """The list whose length the number tells: A、B等7家企业."""
    before = [g for g in turn.clause.groups if g.closed and g.tail <= quantity.start]
    if before and quantity.start - before[-1].tail <= _LIST_REACH and quantity.kind == "count":
        return before[-1]
    return None


def is_of_list(turn: Turn, quantity: Quantity, owner: Subject) -> bool:
    """Is it one of those whose number it tells (甲、乙等7家企业)?"""
    listed = _listed(turn, quantity)
    return listed is not None and any(ref.start == owner.start for ref in listed.members)


def _of_list(
    shadow: str, turns: list[Turn], index: int, listed: Group, quantity: Quantity
) -> Subject | None:
    """What a list is long for: the thing its members found, join or are in, else the topic."""
    turn = turns[index]
    for hit in turn.clause.hits:
        if hit.start < quantity.end:
            continue
        after = next((g for g in turn.clause.groups if g.start >= hit.end), None)
        if after is None or after.start - hit.end > OBJECT_REACH or not _is_tie(hit):
            continue
        if _is_any(after.members[-1].entity.cls, _COUNTED):
            return Subject.of(after.members[-1])
    own = turn.own
    if own is not None and own is not listed and own.end <= listed.start and not is_doer(own):
        return Subject.of(own.members[-1])
    made = last_made(shadow, turns[:index], quantity)
    if made is not None and _is_any(made.entity.cls, _COUNTED):
        return Subject.of(made)
    about = turn.before if own is not None else _topic(turns, index)
    return next((s for s in about if _is_any(s.entity.cls, _COUNTED)), None)


def _is_tie(hit: Hit) -> bool:
    ties = ("establishedBy", "memberOf", "locatedIn", "partOf", "cooperatesWith")
    return any(map(hit.says, ties))


def _here(shadow: str, turn: Turn, quantity: Quantity) -> Reference | None:
    """The clause's own subject, when it stands before the number and is not only the doer."""
    own = turn.own
    if own is None or own.end > quantity.start or is_doer(own):
        return None
    if pattern("FarFrom").search(shadow, turn.clause.start, own.start) is not None:
        return None
    last = own.members[-1]
    for group in turn.clause.groups:
        # X的Y, X“Y贷”: it is about Y.
        if group.start >= last.end and group.end <= quantity.start and _is_of(shadow, last, group):
            last = group.members[-1]
    return last if _is_any(last.entity.cls, _COUNTED) else None


def _is_of(shadow: str, ref: Reference, group: Group) -> bool:
    if pattern("Attributive").fullmatch(shadow, ref.end, group.start) is not None:
        return True
    made = _is_any(group.members[0].entity.cls, ("FinancialProduct", "Programme"))
    return made and not shadow[ref.end : group.start].strip(OPENERS)


def _takes(shadow: str, made: Reference, turn: Turn, indicator: Indicator) -> bool:
    """Does a number that follows belong to the thing just founded, not to its founder?

    It does not after a semicolon or behind 到2030年, nor when only areas have such numbers.
    """
    cls = made.entity.cls
    if _is_any(cls, TERMS):
        return _is_any(cls, ("Fund",)) or pattern("BankNoun").search(indicator.name) is None
    if indicator.size:
        return _is_any(cls, (*SIZED, "Organization", "Place", "Policy"))
    firm = any(_is_any(s.entity.cls, ("Enterprise",)) for s in turn.subjects)
    if firm and pattern("FirmNoun").search(indicator.name) is not None:
        return False
    if is_of_area(indicator) or not _is_any(cls, (*SIZED, "Alliance", "Policy")):
        return False
    return pattern("FarAhead").search(shadow, made.end, turn.clause.end) is None


def _sized(
    turns: list[Turn], index: int, quantity: Quantity, references: list[Reference]
) -> Subject | None:
    """The thing last named whose amount or size it is: the clause's subject goes first."""
    topic = _topic(turns, index)
    current = topic[0] if topic else None
    if current is not None and current.source != "section" and _is_any(current.entity.cls, SIZED):
        return current
    before = (ref for ref in reversed(references) if ref.end <= quantity.start)
    things = (ref for ref in before if _is_sized(ref) and not _is_site(turns, ref))
    return next(map(Subject.of, things), None)


def _is_site(turns: list[Turn], ref: Reference) -> bool:
    """Is it only where the thing stands or who builds it (选址 P, 在 P 建成, 由 P 共建)?"""
    lexicon = load_lexicon()
    place = _is_any(ref.entity.cls, ("Place",))
    small = lexicon.forms("AgentMarker", "Comitative", *(["Locative"] if place else []))
    clause = next(t.clause for t in turns if t.clause.start <= ref.start < t.clause.end)
    near = place and any(0 <= ref.start - h.end <= 1 and h.says("locatedIn") for h in clause.hits)
    return near or any(ref in g.members and g.governor in small for g in clause.groups)


def _topic(turns: list[Turn], index: int) -> tuple[Subject, ...]:
    """Whom the text is about here; a mere doer (由A建设) and a list (A、B等14家企业) are not."""
    turn = turns[index]
    if turn.own is not None and is_doer(turn.own) and turn.before:
        return turn.before
    if turn.own is None:
        last = next((t for t in reversed(turns[:index]) if t.own is not None), None)
        if last is not None and last.own is not None and last.own.closed and last.before:
            return last.before
    return turn.subjects or turn.context
