"""Wishes: which numbers of a sentence are wished for, promised or planned, not reached yet."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause
from sources.date import DateMention
from sources.dating import is_dated_back
from sources.draft import Subject
from sources.guarded import has_word
from sources.indicator import Indicator
from sources.modality import (
    ends_reached,
    expects,
    is_actual,
    is_passing,
    is_past,
    is_target,
    is_yearly,
    opens_horizon,
    plans_count,
    promises,
    reaches_level,
    rises_from,
    sets_goal,
)
from sources.quantity import Quantity
from sources.turn import Turn

__all__ = ["Wishes"]

#: How far before what is counted a word may stand that makes it a flow, in characters.
_FLOW_REACH = 4
#: Things whose numbers are terms that hold since they are in force.
_RULES = ("Policy", "FinancialProduct", "Fund")
#: The role of a date to come.
_AHEAD_ROLE = "by"
#: Kinds of numbers that a plan told before them is of; a sum is then what the plan costs.
_DEEDS = frozenset({"area", "count"})
#: What a number counts if the text has no noun for it.
_DEFAULT = "quantity/default"


class Wishes:
    """Tells which numbers of a sentence are wished for; a goal holds for those after it, too.

    Its numbers are asked for in the order of the text.
    """

    def __init__(
        self,
        shadow: str,
        turns: Sequence[Turn],
        paragraph: int,
        published: str | None,
        ahead: bool,
    ) -> None:
        """``paragraph`` is where its paragraph starts; ``ahead``: its heading puts it ahead."""
        self.shadow, self.turns, self.paragraph = shadow, turns, paragraph
        self.published, self.ahead = published, ahead
        self._aim = self._plan = self._among = False
        self._until = self._reached = -1

    def of(
        self,
        index: int,
        quantity: Quantity,
        indicator: Indicator,
        when: DateMention | None,
        subject: Subject,
    ) -> bool:
        """Is the number in clause ``index``, or what it counts, not reached yet?"""
        shadow, clause = self.shadow, self.turns[index].clause
        span = (clause.start, quantity.number_start)
        if rises_from(shadow, *span, quantity.end, clause.end):
            return False
        goal = sets_goal(shadow, self.turns[0].sentence[0], quantity.start)
        self._aim = self._aim or goal or _is_ahead(when, self.published)
        over = self._is_over(clause.start, when, quantity)
        aim = self._aim and not (over and not sets_goal(shadow, *span))
        if aim or expects(shadow, quantity.end) or self._is_urged(index, quantity):
            return True
        if quantity.kind == "count" and plans_count(shadow, *span):
            return True
        rule = vocabulary().is_any(subject.entity.cls, _RULES)
        said = is_target(shadow, *span, share=quantity.kind == "share", rule=rule)
        goes_on = self._goes_on(index, quantity, rule) and not over
        planned = self._is_planned(index, quantity) and not over
        promised = not rule and (said or planned)
        sized = _is_sized(shadow, clause.start, quantity, indicator, subject, promised)
        # What is planned has its size: 拟建面积3万平方米的科技园.
        self._plan = said or goes_on
        self._until = quantity.end
        if sized:
            return False
        if said or (goes_on and not is_actual(shadow, *span)):
            return True
        if is_actual(shadow, *span) or self._is_past(when) or over:
            return False
        ahead = self.ahead or opens_horizon(shadow, self.paragraph, quantity.start)
        return ahead or planned or self._is_once(quantity.start)

    def _is_urged(self, index: int, quantity: Quantity) -> bool:
        """Is it only asked of somebody (鼓励甲区新增企业500家)?"""
        clause = self.turns[index].clause
        asked = next((g.start for g in clause.groups if g.end <= quantity.start), clause.start)
        return has_word("UrgeVerb", self.shadow, clause.start, asked)

    def _goes_on(self, index: int, quantity: Quantity, rule: bool) -> bool:
        """Does the number go on with one before it that is wished for?"""
        shadow, turn = self.shadow, self.turns[index]
        span = (turn.clause.start, quantity.number_start)
        if not self._plan or _is_parted(shadow, self._until, *span):
            self._among = False
            return False
        among = pattern("AmongWord").match(shadow, turn.clause.start) is not None
        self._among = self._among or among
        reached = ends_reached(shadow, *span) or (rule and is_yearly(shadow, *span))
        return (turn.own is None or self._among) and not reached

    def _is_past(self, when: DateMention | None) -> bool:
        """Does the number hold at a time that is over?"""
        return when is not None and when.role == "asof" and not _is_ahead(when, self.published)

    def _is_over(self, start: int, when: DateMention | None, quantity: Quantity) -> bool:
        """Is a year before the article's told right before the number, in its clause?"""
        reached, self._reached = self._reached, quantity.end
        if when is None or self.published is None or when.start < max(start, reached):
            return False
        return (when.iso or "9") < self.published[:4]

    def _is_once(self, start: int) -> bool:
        """Will the number come once a thing is there (全部达产后,年产值20亿元)?"""
        sentence, (done, once) = self.turns[0].sentence[0], map(pattern, ("StageDone", "OnceDone"))
        sentence = max(sentence, self.shadow.rfind(";", sentence, start) + 1)
        for deed in done.finditer(self.shadow, sentence, start):
            if once.match(self.shadow, deed.end()) is None:
                continue
            told = is_past(self.shadow, sentence, start)
            told = told or pattern("OnceTold").search(self.shadow, deed.end(), start) is not None
            return not told and not is_dated_back(self.shadow, sentence, start, self.published)
        return False

    def _is_planned(self, index: int, quantity: Quantity) -> bool:
        """Do the clauses before put what is counted ahead: 计划扩建,新增用房3万平方米?"""
        if quantity.kind not in _DEEDS:
            return False
        while index and self.turns[index].own is None:
            before = self.turns[index - 1].clause
            if self.shadow[before.end] == ";" or is_past(self.shadow, before.start, before.end):
                return False
            if self._promises(before):
                return True
            index -= 1
        return False

    def _promises(self, clause: Clause) -> bool:
        """Does the clause put things ahead, in words that are in no name?"""
        start = clause.start
        for group in clause.groups:
            for ref in group.members:
                if promises(self.shadow, start, max(start, ref.start)):
                    return True
                start = max(start, ref.end)
        return promises(self.shadow, start, clause.end)


def _is_sized(
    shadow: str,
    start: int,
    quantity: Quantity,
    indicator: Indicator,
    subject: Subject,
    said: bool,
) -> bool:
    """Is it the size of a thing, so that the plan for the thing fixes it?

    Not a sum told of what stands before it (产值要做到900亿元), what is spent in a span of time
    (年度计划投资52亿元), nor what must be at least so much; ``said``: the clause wishes for it.
    """
    told = indicator.bare and subject.start < indicator.start
    if told and reaches_level(shadow, start, quantity.start):
        return False
    if told and said and indicator.cue == _DEFAULT:
        # It is the size of something without a name: 将提供1.5万平方米场地.
        return False
    if told and quantity.kind == "money" and promises(shadow, start, quantity.start):
        return False
    if quantity.kind == "count" or not (indicator.size and indicator.planned):
        return False
    start = max(start, indicator.start - _FLOW_REACH)
    return not is_passing(shadow, start, quantity.number_start, money=quantity.kind == "money")


def _is_parted(shadow: str, reached: int, start: int, end: int) -> bool:
    """Does a semicolon or a closing mark part the number from the one before it?"""
    return any(mark in shadow[reached:end] for mark in ";。:!?") if reached >= 0 else True


def _is_ahead(when: DateMention | None, published: str | None) -> bool:
    """Does the number hold for a time to come: 到2025年, or a year after the article's?"""
    if when is None:
        return False
    iso = when.iso or ""
    if published is None:
        return when.role == _AHEAD_ROLE
    size = min(len(iso), len(published))
    passed = when.role != _AHEAD_ROLE and iso[:4] == published[:4]
    return iso[:size] >= published[:size] and bool(iso) and not passed
