"""Modality: whether a clause states, plans, denies or only supposes what it says."""

from __future__ import annotations

import re
from functools import cache

from ontology.lexicon import load_lexicon, pattern
from sources.date import dates

__all__ = [
    "is_actual",
    "is_asked",
    "is_caused",
    "is_dated_ahead",
    "is_future",
    "is_negated",
    "is_passing",
    "is_past",
    "is_past_plan",
    "is_plan_heading",
    "is_signed",
    "is_target",
    "is_unmet",
    "modality_of",
    "opens_horizon",
    "promises_sum",
    "reaches_level",
    "sets_goal",
]

#: How far before a verb its negation may stand, in characters.
_NEGATION_REACH = 5
#: What answers a question: the sentence after it.
_ANSWER = re.compile(r"[”\s]*[^。!?]{0,30}")


def modality_of(shadow: str, start: int, verb: int, sentence: tuple[int, int] | None = None) -> str:
    """The modality of a clause that starts at ``start`` and has its verb at ``verb``.

    ``sentence`` is the span of the sentence around it: a condition before the verb holds for all
    its clauses up to a semicolon, a denial for what it denies.

    >>> modality_of("区里尚未引进该项目", 0, 4)
    'negated'
    >>> modality_of("如果获批,区里将引进该项目", 5, 8, (0, 13))
    'hypothetical'
    """
    begin, stop = sentence or (start, len(shadow))
    begin = max(begin, shadow.rfind(";", begin, verb) + 1)
    stop = min(stop, shadow.find(";", verb, stop) + 1 or stop)
    if _is_denied(shadow, start, verb, (begin, stop)):
        return "denied"
    if is_asked(shadow, verb, stop):
        return "denied"
    if _has("Condition", shadow, begin, verb) or _is_conditional(shadow, begin, verb):
        return "hypothetical"
    if _has("Negation", shadow, max(start, verb - _NEGATION_REACH), verb):
        return "negated"
    if _has("Hypothesis", shadow, start, verb):
        return "hypothetical"
    aimed = _has("Goal", shadow, start, verb) or _has("Duty", shadow, verb, stop)
    return "target" if aimed else "asserted"


@cache
def _openers() -> re.Pattern[str]:
    """A word that makes a condition only at the head of a clause: 若, but not 若干."""
    cues = load_lexicon().cues("ConditionOpener")
    barred = "".join(sorted({cue.attributes.get("not", "") for cue in cues}))
    forms = "|".join(re.escape(cue.form) for cue in cues)
    return re.compile(rf"(?:^|(?<=[,;。:“”]))(?:{forms})(?![{barred}])")


def _is_conditional(shadow: str, start: int, verb: int) -> bool:
    """Does a clause of ``shadow[start:verb]`` open as a condition?"""
    return _openers().search(shadow[start:verb].lstrip("“ ")) is not None


def _is_denied(shadow: str, start: int, verb: int, around: tuple[int, int]) -> bool:
    """Is it only said, and denied? What follows a denial in a clause of its own is not."""
    begin, stop = around
    if _has("Denial", shadow, start, verb) or _has("Hearsay", shadow, start, verb):
        return True
    said = [match.end() for match in pattern("Denial").finditer(shadow, begin, verb)]
    since = said[-1] if said else begin
    if not said and _has("Hearsay", shadow, since, verb):
        return True
    heard = _has("Rumour", shadow, since, verb)
    after = pattern("Denial").search(shadow, verb, stop)
    if after is None:
        return False
    if "。" in shadow[verb : after.start()]:
        return False
    rumoured = heard or _has("Rumour", shadow, verb, after.start())
    return shadow.count(",", verb, after.start()) <= (2 if rumoured else 1)


def is_asked(shadow: str, verb: int, stop: int) -> bool:
    """Is it a question that what comes next denies (任会长?本人否认。)?"""
    asked = stop - 1 if shadow[stop - 1 : stop] == "?" else stop
    if shadow[asked : asked + 1] != "?" or asked < verb:
        return False
    answer = _ANSWER.match(shadow, asked + 1)
    return answer is not None and _has("Denial", shadow, *answer.span())


@cache
def _guarded(kind: str) -> re.Pattern[str]:
    """The words of a kind, unless a sign beside them makes them others (不|断, 虚|拟)."""
    parts = []
    for cue in sorted(load_lexicon().cues(kind), key=lambda cue: (-len(cue.form), cue.form)):
        before = cue.attributes.get("notAfter", "")
        after = cue.attributes.get("notBefore", "")
        parts.append(
            (f"(?<![{before}])" if before else "")
            + re.escape(cue.form)
            + (f"(?![{after}])" if after else "")
        )
    return re.compile("|".join(parts) or "(?!)")


def _has(kind: str, shadow: str, start: int, end: int) -> bool:
    return _guarded(kind).search(shadow, start, end) is not None


def is_unmet(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that the deed has not happened so far?"""
    return _has("NotYet", shadow, start, end)


def is_negated(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` hold any word that says no?"""
    return _has("Negation", shadow, start, end) or is_unmet(shadow, start, end)


def is_past_plan(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that the deed was once planned (原定)?"""
    return _has("OncePlanned", shadow, start, end)


def is_future(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` put the deed ahead?"""
    return _has("Future", shadow, start, end)


def is_dated_ahead(shadow: str, start: int, end: int, published: str | None) -> bool:
    """Is it to happen at a time after the article's (2027年建成)?"""
    if published is None:
        return False
    times = [time.iso for time in dates(shadow, start, end, published) if time.iso]
    return bool(times) and times[-1] > published[: len(times[-1])]


def is_past(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that the deed is done?"""
    return _has("Completed", shadow, start, end)


def is_signed(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that a contract was signed?"""
    return _has("SignVerb", shadow, start, end)


def opens_horizon(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` put all that follows ahead (下一步)?"""
    return _has("Horizon", shadow, start, end)


def sets_goal(shadow: str, start: int, end: int) -> bool:
    """Are all numbers after ``shadow[start:end]`` in the sentence wished for (力争)?"""
    return _has("Goal", shadow, start, end)


def is_target(
    shadow: str, start: int, end: int, *, share: bool = False, rule: bool = False
) -> bool:
    """Does ``shadow[start:end]`` say that a number is wished for, not reached?

    What must be at least so much is wished for, too (投入不低于6000万元), but not what is given
    each year or what is a ``rule``; a ``share`` that must not be more.

    >>> text = "目前已达到100家,预计年底达到200家"
    >>> is_target(text, 0, 5), is_target(text, 10, 16)
    (False, True)
    """
    promised = share or not (rule or _has("Yearly", shadow, start, end))
    floor = promised and _has("TargetFloor", shadow, start, end)
    cap = share and _has("TargetCap", shadow, start, end)
    wished = floor or cap or _has("Target", shadow, start, end)
    return wished and not is_actual(shadow, start, end)


def is_passing(shadow: str, start: int, end: int, *, money: bool) -> bool:
    """Does ``shadow[start:end]`` say that a sum is spent or promised, so that it is no size?

    A sum of ``money`` that must be at least so much is promised; an area is still a size.
    """
    floor = money and _has("TargetFloor", shadow, start, end)
    return floor or _has("FlowMark", shadow, start, end)


def promises_sum(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` put a sum ahead of which nothing says what it is the size of?"""
    return _has("Target", shadow, start, end) and not is_actual(shadow, start, end)


def is_caused(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that somebody wants others to do what follows?"""
    return _has("Causative", shadow, start, end)


def reaches_level(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` end with a verb of getting to a level (翻番到900亿元)?"""
    return shadow[start:end].endswith(tuple(load_lexicon().forms("LevelVerb")))


def is_actual(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that a number is reached?"""
    return _has("Actual", shadow, start, end)


def is_plan_heading(shadow: str, start: int, end: int) -> bool:
    """Does a heading at ``start:end`` put the text below it ahead (2024年工作安排)?"""
    return _has("PlanHeading", shadow, start, end)
