"""Modality: whether a clause states, plans, denies or only supposes what it says."""

from __future__ import annotations

import re
from functools import cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.ambition import is_aimed, is_on_agenda
from sources.denial import is_false_quote, is_left_undone, is_ruled_out, is_unproven
from sources.guarded import has_word
from sources.hearsay import asks, is_asked, is_denied, is_gossip
from sources.proviso import is_only_if

__all__ = [
    "ends_reached",
    "expects",
    "is_actual",
    "is_caused",
    "is_driven",
    "is_future",
    "is_negated",
    "is_passing",
    "is_past",
    "is_past_plan",
    "is_plan_heading",
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
    around = begin
    begin = max(begin, shadow.rfind(";", begin, verb) + 1)
    stop = min(stop, shadow.find(";", verb, stop) + 1 or stop)
    if is_denied(shadow, start, verb, (begin, stop)) or is_false_quote(shadow, verb):
        return "denied"
    if is_asked(shadow, verb, stop):
        return "denied"
    if is_supposed(shadow, begin, verb) or is_gossip(shadow, begin, start, verb):
        return "hypothetical"
    if _is_unsigned(shadow, verb, stop) or _came_to_nothing(shadow, verb, stop):
        return "negated"
    if has_word("Negation", shadow, max(start, verb - _NEGATION_REACH), verb):
        return "negated"
    if _ceased().search(shadow, start, verb) or _is_with_nobody(shadow, start, verb):
        return "negated"
    if is_ruled_out(shadow, start, verb) or is_left_undone(shadow, start, verb):
        return "negated"
    if is_only_if(shadow, begin, verb, stop) or is_unproven(shadow, verb, stop):
        return "hypothetical"
    if has_word("Hypothesis", shadow, start, verb) or _is_talked_over(shadow, verb, stop):
        return "hypothetical"
    if asks(shadow, verb, stop):
        return "hypothetical"
    aimed = has_word("Goal", shadow, start, verb) or has_word("Duty", shadow, verb, stop)
    aimed = aimed or is_aimed(shadow, begin, start) or is_on_agenda(shadow, around, start)
    aimed = aimed or _striven().search(shadow, begin, start) is not None
    return "target" if aimed else "asserted"


def _is_with_nobody(shadow: str, start: int, verb: int) -> bool:
    """Is it done with, for or by nobody at all (没有和任何机构合作设立甲基金)?"""
    some = pattern("AnyWord").search(shadow, start, verb)
    return some is not None and has_word("Negation", shadow, start, some.start())


@cache
def _striven() -> re.Pattern[str]:
    """A clause that only says for how long something is striven for (力争通过三年努力,建成甲园)."""
    years = f"[^,。;]{{1,9}}{alternation('TermSign')}[^,。;]{{0,4}}"
    return re.compile(f"{alternation('Goal')}{years}{alternation('Effort')},\\Z")


@cache
def _ceased() -> re.Pattern[str]:
    """A deed that is done no longer, right before it or before whom it was done to (停止向甲)."""
    return re.compile(
        f"{alternation('Cessation')}(?:{alternation('BenefitMarker')}[^,。;、]{{0,14}})?\\Z"
    )


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
    return has_word("Condition", shadow, start, verb) or _is_conditional(shadow, start, verb)


def _is_conditional(shadow: str, start: int, verb: int) -> bool:
    """Does a clause of ``shadow[start:verb]`` open as a condition?"""
    return _openers().search(shadow[start:verb].lstrip("“ ")) is not None


def _is_talked_over(shadow: str, verb: int, stop: int) -> bool:
    """Does the clause end in a word that says that the deed was only spoken of?"""
    comma = shadow.find(",", verb, stop)
    return has_word("TalkedOver", shadow, verb, comma if comma >= 0 else stop)


def _came_to_nothing(shadow: str, verb: int, stop: int) -> bool:
    """Does the same or the next clause say that nothing came of it (合办,至今没有办成)?"""
    end = pattern("CameToNothing").search(shadow, verb + 1, stop)
    if end is None:
        return False
    # In the next clause of the deed alone: 至今没有办成, but not 试飞计划搁浅.
    comma = shadow.rfind(",", verb, end.start())
    near = end.start() - comma <= _NEGATION_REACH
    return comma < 0 or (near and "," not in shadow[verb:comma])


def _is_unsigned(shadow: str, verb: int, stop: int) -> bool:
    """Is it an agreement that the sentence says was not signed (合作协议,此次没有签署)?"""
    deal = pattern("DealNoun").search(shadow, verb, min(stop, verb + _NEGATION_REACH))
    if deal is None or "," in shadow[verb : deal.start()]:
        return False
    return any(
        pattern("SignVerb").match(shadow, no.end())
        for no in pattern("Negation").finditer(shadow, deal.end(), stop)
    )


def is_unmet(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that the deed has not happened so far?"""
    return has_word("NotYet", shadow, start, end)


def is_negated(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` hold any word that says no?"""
    return has_word("Negation", shadow, start, end) or is_unmet(shadow, start, end)


def is_past_plan(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that the deed was once planned (原定)?"""
    return has_word("OncePlanned", shadow, start, end)


def is_future(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` put the deed ahead?"""
    return has_word("Future", shadow, start, end)


def is_past(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that the deed is done?"""
    return has_word("Completed", shadow, start, end)


def is_signed(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that a contract was signed?"""
    return has_word("SignVerb", shadow, start, end)


def opens_horizon(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` put all that follows ahead (下一步)?"""
    return has_word("Horizon", shadow, start, end)


def sets_goal(shadow: str, start: int, end: int) -> bool:
    """Are all numbers after ``shadow[start:end]`` in the sentence wished for (力争)?"""
    at = start
    for met in _met().finditer(shadow, start, end):  # 实现倍增目标, 完成投资134亿元
        if has_word("Goal", shadow, at, met.start()):
            return True
        at = met.end()
    return has_word("Goal", shadow, at, end)


@cache
def _met() -> re.Pattern[str]:
    verb, goal = alternation("GoalMet"), alternation("GoalNoun")
    return re.compile(f"{verb}[^,。;:]{{0,8}}?{goal}(?=[,。;])")


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
    promised = share or not (rule or has_word("Yearly", shadow, start, end))
    floor = promised and has_word("TargetFloor", shadow, start, end)
    cap = share and not rule and has_word("TargetCap", shadow, start, end)
    wished = floor or cap or _is_ahead(shadow, start, end)
    return wished and not is_actual(shadow, start, end)


def _is_ahead(shadow: str, start: int, end: int) -> bool:
    """Is what is said wished for, or does it take a time that begins now (用三年时间)?"""
    return has_word("Target", shadow, start, end) or _term().search(shadow, start, end) is not None


@cache
def _term() -> re.Pattern[str]:
    years = f"(?:{alternation('CountSign')}|[0-9]){{1,2}}"
    return re.compile(f"{alternation('TermStart')}{years}{alternation('TermEnd')}")


def is_passing(shadow: str, start: int, end: int, *, money: bool) -> bool:
    """Does ``shadow[start:end]`` say that a sum is spent or promised, so that it is no size?

    A sum of ``money`` that must be at least so much is promised; an area is still a size.
    """
    floor = money and has_word("TargetFloor", shadow, start, end)
    return floor or has_word("FlowMark", shadow, start, end)


def promises(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` put what its numbers count ahead (将, 计划, 力争)?"""
    return _is_ahead(shadow, start, end) and not is_actual(shadow, start, end)


def is_driven(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that others do what follows because of somebody?"""
    return has_word("DriveVerb", shadow, start, end)


def is_caused(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that somebody wants others to do what follows?"""
    return has_word("Causative", shadow, start, end)


def pushes(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that somebody sees to it that a deed is done (推动)?"""
    return has_word("PushVerb", shadow, start, end)


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
    return has_word("Yearly", shadow, start, end)


def ends_reached(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that a part of a goal is there (首期认缴20亿元)?"""
    return has_word("Reached", shadow, start, end)


def is_actual(shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` say that a number is reached?"""
    return has_word("Actual", shadow, start, end)


def is_plan_heading(shadow: str, start: int, end: int) -> bool:
    """Does a heading at ``start:end`` put the text below it ahead (2024年工作安排)?"""
    return has_word("PlanHeading", shadow, start, end)
