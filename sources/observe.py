"""Observations: numbers as claims about somebody, with what is counted and as of when."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from ontology.lexicon import load_lexicon, pattern
from sources.area import CHANGES, of_class, scope
from sources.clause import Clause
from sources.compare import Level
from sources.currency import PLAIN, in_currency
from sources.date import DateMention, dates
from sources.distance import tell_distance
from sources.draft import Draft, Span, Subject
from sources.entity import Entity
from sources.fitting import fit
from sources.gain import is_part
from sources.indicator import Indicator, is_term, name_indicator
from sources.owner import find_owner, find_told, is_of_list, is_settled
from sources.quantity import Quantity, quantities
from sources.receiver import Scene
from sources.reference import Reference
from sources.statement import Value
from sources.stray import is_stray
from sources.turn import Turn
from sources.validity import find_time
from sources.wish import Wishes

__all__ = ["Chooser", "observe"]

#: Longest noun of a count before 之一, in characters.
_NOUN = 8
#: Tells whose number it is: the turns, the index of its clause, the number, what it counts and
#: whom the rules take for its owner.
Chooser = Callable[[list[Turn], int, Quantity, Indicator, Subject | None], Subject | None]
#: A number and whose it is.
_Owned = tuple[Quantity, Subject]

#: Kinds of quantity that claim nothing about anybody.
_SILENT, _COUNTED = {"announced", "bare", "criterion", "duration", "rate"}, {*CHANGES, "count"}


@dataclass(frozen=True, slots=True)
class _Claim:
    """A number, what it counts, whom it is about and when; ``wished``: it is not reached yet."""

    quantity: Quantity
    indicator: Indicator
    subject: Subject
    when: DateMention | None
    wished: bool


def observe(
    shadow: str,
    turns: list[Turn],
    published: str | None,
    paragraph: int,
    measures: Subject | None = None,
    ahead: bool = False,
    named: Mapping[str, Entity] | None = None,
    choose: Chooser | None = None,
    home: str = PLAIN,
) -> Iterator[Draft]:
    """Drafts of the observations of one sentence; ``published`` dates what it says of now.

    ``paragraph`` is where its paragraph starts: 下一步 puts the numbers after it ahead.
    ``measures`` is the document whose measures the text lists; ``ahead``: its heading puts it
    ahead; ``named``: all things of the text by name. ``choose`` has the last word on
    whose a number is. ``home``: the currency of a bare 元.
    """
    if not turns:
        return
    start, end = turns[0].sentence
    times: list[DateMention] | None = None
    references = [ref for turn in turns for group in turn.clause.groups for ref in group.members]
    scene = Scene(references, measures, named or {})
    wishes = Wishes(shadow, turns, paragraph, published, ahead)
    level: Level | None = None
    past: _Owned | None = None
    for index, turn in enumerate(turns):
        counted = _counted(shadow, turns, index, scene, level, past, choose)
        for quantity, indicator, subject in counted:
            level, past = _leveled(quantity, indicator, level), (quantity, subject)
            if times is None:
                times = dates(shadow, start, end, published)
            when = find_time(shadow, turns[: index + 1], times, quantity, indicator)
            wished = wishes.of(index, quantity, indicator, when, subject)
            quantity = _of_people(shadow, in_currency(shadow, quantity, home), indicator)
            yield from _drafts(shadow, turn, _Claim(quantity, indicator, subject, when, wished))


def _of_people(shadow: str, quantity: Quantity, indicator: Indicator) -> Quantity:
    """People are persons by whatever measure word they are counted (28个科研人员).

    The seats by which a rank has risen are none (排名前移21位).
    """
    moves = tuple(load_lexicon().forms("RankVerb"))
    if quantity.unit == "PERSON" and shadow.endswith(moves, 0, quantity.start):
        return replace(quantity, unit="NUM")
    if quantity.unit != "NUM" or quantity.kind != "count" or indicator.bare:
        return quantity
    noun = indicator.name.removesuffix(min(load_lexicon().forms("CountNoun"), default=""))
    people = noun.endswith(tuple(load_lexicon().forms("PeopleNoun")))
    return replace(quantity, unit="PERSON") if people else quantity


def _leveled(quantity: Quantity, indicator: Indicator, level: Level | None) -> Level | None:
    """What later shares and growth in the sentence are of."""
    if quantity.kind in CHANGES or (indicator.bare and indicator.cue != "quantity/again"):
        return level
    count = min(load_lexicon().forms("CountNoun"), default="")
    noun = indicator.name.removesuffix(count) or indicator.name
    return Level(indicator.name, noun, quantity.unit, quantity.end)


def _counted(
    shadow: str,
    turns: list[Turn],
    index: int,
    scene: Scene,
    level: Level | None,
    past: _Owned | None,
    choose: Chooser | None,
) -> Iterator[tuple[Quantity, Indicator, Subject]]:
    """The numbers of a clause that claim something about somebody."""
    turn, clause = turns[index], turns[index].clause
    found = quantities(shadow, clause.start, clause.end)
    paired = _paired(shadow, turns, index, found, scene.references)
    last: _Owned | None = None
    for quantity in found:
        silent = quantity.kind in _SILENT and not is_term(shadow, clause, quantity)
        if silent or _is_ours(shadow, quantity) or _is_inside(quantity, scene.references):
            continue
        if _sums_up(shadow, clause, quantity):
            continue
        indicator = tell_distance(shadow, clause, quantity)
        indicator = indicator or name_indicator(shadow, clause, quantity, level)
        if indicator is None or _is_listing(quantity, indicator):
            continue
        level = _leveled(quantity, indicator, level)
        subject = paired.get(quantity.start) or _told(shadow, turn, quantity, indicator, last, past)
        settled = subject is not None
        if subject is None:
            subject = find_owner(shadow, turns, index, quantity, indicator, scene)
            subject = fit(shadow, subject, quantity, indicator, scene)
            settled = _is_headed(turn, subject) or is_settled(shadow, turns, index, quantity, scene)
        if choose is not None and not settled:
            chosen = choose(turns, index, quantity, indicator, subject)
            listed = chosen is not None and is_of_list(turn, quantity, chosen)
            subject = subject if listed else chosen
        if subject is None or _is_before(quantity, indicator, subject):
            continue
        if is_stray(shadow, turn, quantity, indicator, subject):
            continue
        wider = scope(shadow, clause, quantity, subject)
        whole = of_class(scene, *wider) if wider else None
        if wider is None or whole is not None:
            subject = subject if whole is None else replace(subject, entity=whole)
            last = (quantity, subject)
            yield quantity, indicator, subject


def _told(
    shadow: str,
    turn: Turn,
    quantity: Quantity,
    indicator: Indicator,
    last: _Owned | None,
    past: _Owned | None,
) -> Subject | None:
    """Whose words beside a number say that it is, or whose number before it goes on.

    ``last`` is the number before it in the clause, ``past`` in the sentence.
    """
    subject = find_told(shadow, turn, quantity, last[0] if last is not None else None)
    if subject is None and last is not None and _goes_on(shadow, last[0], indicator):
        subject = last[1]
    if subject is None and past is not None and is_part(shadow, turn, quantity, past):
        subject = past[1]
    return subject


def _is_before(quantity: Quantity, indicator: Indicator, subject: Subject) -> bool:
    """Is it a bare count or growth, and the thing named only behind it (5221家年升11%,甲基金…)?"""
    return indicator.bare and quantity.kind in _COUNTED and subject.start >= quantity.end


def _is_headed(turn: Turn, subject: Subject | None) -> bool:
    """Is it what heads the list item, so that all numbers of the item are its own?"""
    return subject is not None and any(subject.entity is one.entity for one in turn.head)


def _is_ours(shadow: str, quantity: Quantity) -> bool:
    """Does the number only tell how many we are (我们两家), or one of how many (50所高校之一)?"""
    one = pattern("OneOf").search(shadow, quantity.end, quantity.end + _NOUN)
    if one is not None and quantity.kind == "count":
        return shadow[quantity.end : one.start()].isalnum()
    return shadow.endswith(tuple(load_lexicon().forms("FirstPerson")), 0, quantity.start)


def _sums_up(shadow: str, clause: Clause, quantity: Quantity) -> bool:
    """Does a small number only tell how many a list names (甲、乙两家企业)?"""
    if quantity.kind != "count" or len(quantity.number) > 1 or quantity.approximator:
        return False
    if shadow[quantity.number_start].isascii():
        return False
    group = next((g for g in clause.groups if g.tail == quantity.start and not g.closed), None)
    marks = load_lexicon().forms("Joiner", "ItemJoiner")
    return group is not None and (
        len(group.members) > 1 or shadow[max(group.start - 1, clause.start)] in marks
    )


def _is_listing(quantity: Quantity, indicator: Indicator) -> bool:
    """Does a small number only open a list or a talk (三个方向, 两件大事)?"""
    if quantity.kind != "count" or len(quantity.number) > 1:
        return False
    suffixes = tuple(load_lexicon().forms("CountNoun"))
    name = next((indicator.name[: -len(s)] for s in suffixes if indicator.name.endswith(s)), "")
    return name.endswith(tuple(load_lexicon().forms("ListedNoun")))


def _paired(
    shadow: str,
    turns: list[Turn],
    index: int,
    found: list[Quantity],
    references: list[Reference],
) -> dict[int, Subject]:
    """Numbers told off one by one against the last list: 分别投资21亿元、8.6亿元.

    So are those of the next clause: 分别与甲、乙签约, 金额为260万元和145万元.
    """
    if len(found) < 2:
        return {}
    turn = turns[index]
    mark = pattern("Respectively").search(shadow, turn.clause.start, turn.clause.end)
    if mark is None:
        return _met(shadow, turns, index, found)
    numbers = [q for q in found if q.start > mark.start()]
    if len(numbers) < 2:
        return {}
    refs = [Subject.of(ref) for ref in references if ref.end <= mark.start()][-len(numbers) :]
    before = refs if len(refs) == len(numbers) else list(turn.head)
    if len(before) != len(numbers):
        return {}
    return {q.start: owner for q, owner in zip(numbers, before, strict=True)}


def _met(shadow: str, turns: list[Turn], index: int, found: list[Quantity]) -> dict[int, Subject]:
    """The numbers of a clause without names, one for each of whom the clause before it lists."""
    if index == 0 or turns[index].clause.groups:
        return {}
    clause = turns[index - 1].clause
    mark = pattern("Respectively").search(shadow, clause.start, clause.end)
    joints = (shadow[a.end : b.start] for a, b in pairwise(found))
    same = len({q.unit for q in found}) == 1
    if mark is None or not same or not all(j in load_lexicon().forms("Joiner") for j in joints):
        return {}
    with_whom = load_lexicon().forms("Comitative", "Recipient")
    after = [g for g in clause.groups if g.start >= mark.end() and g.governor in with_whom]
    before = [g for g in clause.groups if g.end <= mark.start()]
    for group in (*after[:1], *before[-1:]):
        if len(group.members) == len(found):
            pairs = zip(found, map(Subject.of, group.members), strict=True)
            return {q.start: owner for q, owner in pairs}
    return {}


def _goes_on(shadow: str, last: Quantity, indicator: Indicator) -> bool:
    """Does 、 tie the number to the one before it (项目135个、总投资1689亿元)?"""
    between = (last.end, indicator.start)
    return pattern("ItemJoiner").fullmatch(shadow, *between) is not None


def _is_inside(quantity: Quantity, references: list[Reference]) -> bool:
    return any(ref.start <= quantity.number_start < ref.end for ref in references)


def _drafts(shadow: str, turn: Turn, claim: _Claim) -> Iterator[Draft]:
    """The claim as a draft; a range makes two, for its lower and its upper end."""
    quantity, indicator, when = claim.quantity, claim.indicator, claim.when
    modality = turn.modality(shadow, quantity.start)
    if modality == "asserted" and claim.wished:
        modality = "target"
    if pattern("Unpaid").match(shadow, quantity.end) is not None:
        modality = "negated"
    start, end = min(indicator.start, quantity.start), max(indicator.end, quantity.end)
    spans: list[Span] = [("predicate", start, end), claim.subject.span]
    if when is not None:
        spans.append(("time", when.start, when.end))
    values = [(quantity.number, quantity.approximator)]
    if quantity.high is not None:
        values = [(quantity.number, "atLeast"), (quantity.high, "atMost")]
    for number, approximator in values:
        signed = f"-{number}" if quantity.direction == "down" and number[0] != "-" else number
        yield Draft(
            claim.subject.entity, "observation", None, indicator.cue, tuple(spans),
            claim.subject.source, modality=modality,
            value=Value(
                text=shadow[quantity.start : quantity.end], number=signed, unit=quantity.unit,
                indicator=indicator.name, approximator=approximator,
                as_of=when.iso if when is not None else None,
            ),
        )  # fmt: skip
