"""Observations: numbers as claims about somebody, with what is counted and as of when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.date import DateMention, dates
from sources.draft import Draft, Span, Subject
from sources.indicator import Indicator, name_indicator
from sources.modality import is_target, modality_of, sets_goal
from sources.quantity import Quantity, quantities
from sources.reference import Reference
from sources.statement import Value
from sources.subject import Turn
from sources.token import Token

__all__ = ["observe"]

#: Kinds of quantity that claim nothing about anybody.
_SILENT = frozenset({"announced", "bare", "criterion", "duration", "rate"})
#: How far behind 的 the thing may stand that a number is about (15亿元的…基金), in characters.
_OWNER_REACH = 14
_THINGS = (
    *("Project", "Fund", "Platform", "Park", "ResearchInstitute", "FinancialProduct"),
    *("Programme", "Zone", "Enterprise"),
)
#: Of these, what has an amount or a size of its own when the text goes on about it.
_SIZED = _THINGS[:7]
_COUNTED = (
    *("Place", "Organization", "Platform", "Fund", "Policy", "Project", "Alliance"),
    *("FinancialProduct", "Event"),
)


def observe(
    shadow: str, turns: list[Turn], tokens: tuple[Token, ...], published: str | None
) -> Iterator[Draft]:
    """Drafts of the observations of one sentence."""
    if not tokens:
        return
    start, end = tokens[0].start, tokens[-1].end
    times = dates(shadow, start, end, published)
    references = [ref for turn in turns for group in turn.clause.groups for ref in group.members]
    aim = False
    for turn in turns:
        clause = turn.clause
        found = quantities(shadow, clause.start, clause.end)
        paired = _paired(shadow, turn, found, references)
        last: tuple[Quantity, Subject] | None = None
        for quantity in found:
            if quantity.kind in _SILENT or _inside(quantity, references):
                continue
            indicator = name_indicator(shadow, clause, tokens, quantity)
            if indicator is None:
                continue
            subject = paired.get(quantity.start)
            if subject is None and last is not None and _goes_on(shadow, last[0], indicator):
                subject = last[1]
            if subject is None:
                subject = _subject(shadow, turn, quantity, indicator, references)
            if subject is None:
                continue
            last = (quantity, subject)
            when = _when(times, quantity)
            aim = aim or _ahead(when) or sets_goal(shadow, start, quantity.start)
            wished = aim or is_target(shadow, clause.start, quantity.start)
            yield from _claims(shadow, turn, quantity, indicator, subject, when, wished)


def _paired(
    shadow: str, turn: Turn, found: list[Quantity], references: list[Reference]
) -> dict[int, Subject]:
    """Numbers told off one by one against the last list: 分别投资21亿元、8.6亿元."""
    start = turn.clause.start
    marks = [shadow.find(f, start, turn.clause.end) for f in load_lexicon().forms("Respectively")]
    at = min((mark for mark in marks if mark >= 0), default=-1)
    numbers = [q for q in found if q.start > at]
    if at < 0 or len(numbers) < 2:
        return {}
    before = [r for r in references if r.end <= at][-len(numbers) :]
    if len(before) != len(numbers):
        return {}
    return {
        q.start: Subject(r.entity, r.start, r.end, r.how)
        for q, r in zip(numbers, before, strict=True)
    }


def _goes_on(shadow: str, last: Quantity, indicator: Indicator) -> bool:
    """Does 、 tie the number to the one before it (项目135个、总投资1689亿元)?"""
    return shadow[last.end : indicator.start] in {"、", "和"}


def _inside(quantity: Quantity, references: list[Reference]) -> bool:
    return any(r.start <= quantity.number_start < r.end for r in references)


def _claims(
    shadow: str,
    turn: Turn,
    quantity: Quantity,
    indicator: Indicator,
    subject: Subject,
    when: DateMention | None,
    aim: bool,
) -> Iterator[Draft]:
    modality = modality_of(shadow, turn.clause.start, quantity.start, turn.clause.end, turn.sentence)
    if modality == "asserted" and aim:
        modality = "target"
    spans: list[Span] = [
        ("predicate", min(indicator.start, quantity.start), max(indicator.end, quantity.end)),
        ("subject", subject.start, subject.end),
    ]
    if when is not None:
        spans.append(("time", when.start, when.end))
    values = [(quantity.number, quantity.approximator)]
    if quantity.high is not None:
        values = [(quantity.number, "atLeast"), (quantity.high, "atMost")]
    for number, approximator in values:
        signed = f"-{number}" if quantity.direction == "down" and number[0] != "-" else number
        yield Draft(
            subject.entity, "observation", None, indicator.cue, tuple(spans), subject.source,
            value=Value(
                text=shadow[quantity.start : quantity.end], number=signed, unit=quantity.unit,
                indicator=indicator.name, approximator=approximator,
                as_of=when.iso if when is not None else None,
            ),
            modality=modality, sentence=turn.clause.sentence,
        )  # fmt: skip


def _ahead(when: DateMention | None) -> bool:
    return when is not None and when.role == "by"


def _when(times: list[DateMention], quantity: Quantity) -> DateMention | None:
    """The last time said before the number that says when it holds."""
    before = [
        time
        for time in times
        if time.end <= quantity.start and time.role not in {"base", "since"} and time.iso
    ]
    return before[-1] if before else None


@lru_cache(maxsize=1)
def _sizes() -> frozenset[str]:
    return load_lexicon().forms("SizeIndicator")


def _subject(
    shadow: str,
    turn: Turn,
    quantity: Quantity,
    indicator: Indicator,
    references: list[Reference],
) -> Subject | None:
    """Whom the number is about."""
    words = vocabulary()

    def fits(ref: Reference, kinds: tuple[str, ...]) -> bool:
        return any(words.is_a(ref.entity.cls, cls) for cls in kinds)

    owner = next((r for r in references if r.start >= quantity.unit_end), None)
    if owner is not None and _owned(shadow, quantity, owner) and fits(owner, _THINGS):
        return Subject(owner.entity, owner.start, owner.end, owner.how)
    before = [r for r in references if r.end <= quantity.start]
    if indicator.size:
        current = turn.subjects[0] if turn.subjects else None
        if current is not None and current.source != "section" and _sized(current.entity.cls):
            return current
        things = [r for r in before if _sized(r.entity.cls) and not _site(turn, r)]
        if things:
            return Subject(things[-1].entity, things[-1].start, things[-1].end, things[-1].how)
    here = turn.own
    if here is not None and here.end <= quantity.start and fits(here.members[-1], _COUNTED):
        ref = here.members[-1]
        return Subject(ref.entity, ref.start, ref.end, ref.how)
    for subject in turn.subjects or turn.context:
        if any(words.is_a(subject.entity.cls, cls) for cls in _COUNTED):
            return subject
    return None


def _site(turn: Turn, ref: Reference) -> bool:
    """Is it only where the thing stands (选址 P)?"""
    return any(
        cue.signals == "locatedIn" and 0 <= ref.start - hit.end <= 1
        for hit in turn.clause.hits
        for cue in hit.cues
    )


def _sized(cls: str) -> bool:
    """Can a thing of the class have an amount, an area or a size of its own?"""
    words = vocabulary()
    return any(words.is_a(cls, kind) for kind in _SIZED)


def _owned(shadow: str, quantity: Quantity, owner: Reference) -> bool:
    """Does 的 tie the number to the name after it?"""
    between = shadow[quantity.end : owner.start]
    return (
        len(between) <= _OWNER_REACH
        and "的" in between
        and re.search(r"[,。;、]", between) is None
    )
