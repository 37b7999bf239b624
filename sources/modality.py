"""Modality: whether a clause states, plans, denies or only supposes what it says."""

from __future__ import annotations

import re
from functools import cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.date import dates

__all__ = [
    "ends_reached",
    "expects",
    "is_actual",
    "is_asked",
    "is_caused",
    "is_dated_ahead",
    "is_dated_back",
    "is_driven",
    "is_future",
    "is_negated",
    "is_passing",
    "is_past",
    "is_past_plan",
    "is_plan_heading",
    "is_rumoured",
    "is_signed",
    "is_supposed",
    "is_target",
    "is_unmet",
    "is_yearly",
    "modality_of",
    "opens_horizon",
    "plans_count",
    "promises",
    "pushes",
    "reaches_level",
    "rises_from",
    "sets_goal",
]

#: How far before a verb its negation may stand, in characters.
_NEGATION_REACH = 5
#: The months in which the end of the year may have come.
_LAST_MONTHS = "12"
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
    if is_supposed(shadow, begin, verb):
        return "hypothetical"
    if _has("Negation", shadow, max(start, verb - _NEGATION_REACH), verb):
        return "negated"
    if _has("Hypothesis", shadow, start, verb) or _is_talked_over(shadow, verb, stop):
        return "hypothetical"
    if _asks(shadow, verb, stop):
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


def is_supposed(shadow: str, start: int, verb: int) -> bool:
    """Does ``shadow[start:verb]`` hold a condition, so that what follows is only supposed?

    >>> is_supposed("若资金到位,项目开工", 0, 9), is_supposed("若干项目开工", 0, 4)
    (True, False)
    """
    return _has("Condition", shadow, start, verb) or _is_conditional(shadow, start, verb)


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


def _is_talked_over(shadow: str, verb: int, stop: int) -> bool:
    """Does the clause end in a word that says that the deed was only spoken of?"""
    comma = shadow.find(",", verb, stop)
    return _has("TalkedOver", shadow, verb, comma if comma >= 0 else stop)


def is_rumoured(shadow: str, start: int, at: int) -> bool:
    """Is ``at`` inside what ``shadow[start:]`` says that people only say?

    >>> text = "网传“李星将出任院长”,院方说无此安排"
    >>> is_rumoured(text, 0, 3), is_rumoured(text, 0, 11)
    (True, False)
    """
    said = [match.end() for match in pattern("Hearsay").finditer(shadow, start, at)]
    return bool(said) and not any(mark in shadow[said[-1] : at] for mark in "”;。")


def is_asked(shadow: str, verb: int, stop: int) -> bool:
    """Is it a question that what comes next denies (任会长?本人否认。)?"""
    asked = stop - 1 if shadow[stop - 1 : stop] == "?" else stop
    if shadow[asked : asked + 1] != "?" or asked < verb:
        return False
    answer = _ANSWER.match(shadow, asked + 1)
    return answer is not None and _has("Denial", shadow, *answer.span())


def _asks(shadow: str, verb: int, stop: int) -> bool:
    """Does the sentence ask whether the deed is done (已经投用了吗?)?"""
    asked = stop - 1 if shadow[stop - 1 : stop] == "?" else stop
    if shadow[asked : asked + 1] != "?":
        return False
    return shadow[verb:asked].endswith(tuple(load_lexicon().forms("AskEnd")))


@cache
def _guarded(kind: str) -> re.Pattern[str]:
    """The words of a kind, unless a sign beside them makes them others (不|断, 虚|拟)."""
    parts = []
    for cue in sorted(load_lexicon().cues(kind), key=lambda cue: (-len(cue.form), cue.form)):
        form = re.escape(cue.form)
        before = cue.attributes.get("notAfter", "")
        after = cue.attributes.get("notBefore", "")
        # Looked back at from behind the word: a pattern that opens with letters is found faster.
        parts.append(
            form
            + (f"(?<![{before}]{form})" if before else "")
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
    if _ends_year(shadow, start, end, published, times):
        return True
    return bool(times) and times[-1] > published[: len(times[-1])]


def is_dated_back(shadow: str, start: int, end: int, published: str | None) -> bool:
    """Did it happen at a time before the article's (2020年建成)?"""
    if published is None:
        return False
    times = [time.iso for time in dates(shadow, start, end, published) if time.iso]
    return bool(times) and times[-1] < published[: len(times[-1])]


def _ends_year(shadow: str, start: int, end: int, published: str, times: list[str]) -> bool:
    """Is it to happen at the end of the article's year (年底建成), which has not come yet?"""
    month = published[5:7]
    if not month or month >= _LAST_MONTHS or not _has("YearEnd", shadow, start, end):
        return False
    return not times or times[-1][:4] == published[:4]


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
    each year or what is a ``rule``; a ``share`` that must not be more, unless it is a rule.

    >>> text = "目前已达到100家,预计年底达到200家"
    >>> is_target(text, 0, 5), is_target(text, 10, 16)
    (False, True)
    """
    promised = share or not (rule or _has("Yearly", shadow, start, end))
    floor = promised and _has("TargetFloor", shadow, start, end)
    cap = share and not rule and _has("TargetCap", shadow, start, end)
    wished = floor or cap or _is_ahead(shadow, start, end)
    return wished and not is_actual(shadow, start, end)


def _is_ahead(shadow: str, start: int, end: int) -> bool:
    """Is what is said wished for, or does it take a time that begins now (用三年时间)?"""
    return _has("Target", shadow, start, end) or _term().search(shadow, start, end) is not None


@cache
def _term() -> re.Pattern[str]:
    years = f"(?:{alternation('CountSign')}|[0-9]){{1,2}}"
    return re.compile(f"{alternation('TermStart')}{years}{alternation('TermEnd')}")


def is_passing(shadow: str, start: int, end: int, *, money: bool) -> bool:
    """Does ``shadow[start:end]`` say that a sum is spent or promised, so that it is no size?

    A sum of ``money`` that must be at least so much is promised; an area is still a size.
    """
    floor = money and _has("TargetFloor", shadow, start, end)
    return floor or _has("FlowMark", shadow, start, end)


def promises(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` put what its numbers count ahead (将, 计划, 力争)?"""
    return _is_ahead(shadow, start, end) and not is_actual(shadow, start, end)


def is_driven(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that others do what follows because of somebody?"""
    return _has("DriveVerb", shadow, start, end)


def is_caused(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that somebody wants others to do what follows?"""
    return _has("Causative", shadow, start, end)


def pushes(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that somebody sees to it that a deed is done (推动)?"""
    return _has("PushVerb", shadow, start, end)


def reaches_level(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` end with a verb of getting to a level (翻番到900亿元)?"""
    return shadow[start:end].endswith(tuple(load_lexicon().forms("LevelVerb")))


def rises_from(shadow: str, start: int, end: int, after: int, stop: int) -> bool:
    """Is the number at ``end:after`` what something is raised from, as it is now?

    >>> text = "将由900人增加到1500人"
    >>> rises_from(text, 0, 2, 6, len(text))
    True
    """
    opener = pattern("BaseMarker").finditer(shadow, start, end)
    tied = any(match.end() == end for match in opener)
    return tied and pattern("RaiseVerb").match(shadow, after, stop) is not None


def expects(shadow: str, after: int) -> bool:
    """Is the number that ends at ``after`` only hoped for: 2.2%的预期?"""
    return pattern("HopeNoun").match(shadow, after) is not None


def plans_count(shadow: str, start: int, end: int) -> bool:
    """Is a number of things at ``end`` only planned, as in 座席规划8000个?"""
    return any(m.end() == end for m in pattern("PlannedCount").finditer(shadow, start, end))


def is_yearly(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that what follows holds for each year, item or body?"""
    return _has("Yearly", shadow, start, end)


def ends_reached(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that a part of a goal is there (首期认缴20亿元)?"""
    return _has("Reached", shadow, start, end)


def is_actual(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that a number is reached?"""
    return _has("Actual", shadow, start, end)


def is_plan_heading(shadow: str, start: int, end: int) -> bool:
    """Does a heading at ``start:end`` put the text below it ahead (2024年工作安排)?"""
    return _has("PlanHeading", shadow, start, end)
