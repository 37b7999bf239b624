"""Indicators: what a number counts, in the words of the text (国家重点实验室数量, 总投资)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.clause import Clause
from sources.compare import Level, compare
from sources.nounphrase import before_links, noun_after, noun_before, noun_follows
from sources.quantity import Quantity

__all__ = ["Indicator", "is_term", "name_indicator"]

#: Units of what is counted: things and persons.
_COUNTS = frozenset({"NUM", "PERSON"})
#: Kinds of quantities that compare a level with another one.
_COMPARED = frozenset({"growth", "share", "multiple", "points"})
#: First letters of tags of words that tell what a number counts, and how long they are at least.
_TELLING, _SHORTEST = frozenset("vnaj"), 2
#: How far into what is counted the words for its level reach, in characters (市级及以上|平台).
_GRADED = 6


@dataclass(frozen=True, slots=True)
class Indicator:
    """A named indicator at ``start:end``; ``size``: it belongs to the thing last named.

    ``bare``: the text has no noun for it, so that it is named by what kind of number it is.
    """

    name: str
    start: int
    end: int
    size: bool
    cue: str
    bare: bool = False

    @property
    def planned(self) -> bool:
        """Is it fixed when a thing is planned: area and cost, but not output?"""
        return not self.name.endswith(tuple(load_lexicon().forms("OutputIndicator")))


@dataclass(frozen=True, slots=True)
class _Words:
    names: dict[str, str]
    sizes: tuple[str, ...]
    count: str
    counts: tuple[str, ...]
    terms: tuple[str, ...]
    defaults: dict[str, str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    named = lexicon.cues("IndicatorName")
    return _Words(
        names={cue.form: cue.attributes["name"] for cue in named},
        sizes=tuple(sorted(lexicon.forms("SizeIndicator"))),
        count=min(lexicon.forms("CountNoun"), default=""),
        counts=tuple(sorted({form[-1:] for form in lexicon.forms("CountSuffix")})),
        terms=tuple(sorted(lexicon.forms("TermNoun"))),
        defaults={cue.signals: cue.form for cue in lexicon.cues("DefaultIndicator")},
    )


def name_indicator(
    shadow: str, clause: Clause, quantity: Quantity, level: Level | None = None
) -> Indicator | None:
    """The indicator of ``quantity``: the noun it counts after it, else the noun before it.

    ``level`` is what was last told in the sentence: growth and shares are of it.
    """
    counted = quantity.unit in _COUNTS
    times = quantity.text.endswith(tuple(load_lexicon().forms("BatchMeasure")))
    if counted and times and noun_follows(clause, quantity.end):
        return None  # 举办四批项目的开工仪式
    span = noun_before(shadow, clause, quantity.start)
    span = _untold(shadow, span, level)
    if span is None or (counted and noun_follows(clause, quantity.end)):
        span = (noun_after(shadow, clause, quantity.end) if counted else None) or span
    if quantity.kind in _COMPARED:
        said = compare(shadow, clause, quantity, span, level)
        if said is not None:
            start, end = span or (quantity.start, quantity.end)
            return Indicator(said, start, end, False, "quantity/compared", span is None)
    if span is not None and counted and _sum().search(shadow, *span) is not None:
        return None  # 2支规模100亿的基金
    if span is not None:
        return _named(shadow, *span, quantity, level)
    if level is not None and _goes_on(shadow, clause, quantity, level):
        return Indicator(
            level.name, quantity.start, quantity.end, False, "quantity/again", bare=True
        )
    default = _words().defaults.get(quantity.kind) or _fallback(shadow, clause, quantity, level)
    if default is None:
        return None
    size = quantity.kind not in _COMPARED and quantity.kind != "count"
    return Indicator(default, quantity.start, quantity.end, size, "quantity/default", bare=True)


@lru_cache(maxsize=1)
def _sum() -> re.Pattern[str]:
    """A sum without its unit, which no noun that is counted holds."""
    return re.compile(f"[0-9]{alternation('InnerScale')}(?!{alternation('ScaleUnit')})")


def _untold(
    shadow: str, span: tuple[int, int] | None, level: Level | None
) -> tuple[int, int] | None:
    """``span`` without the measure of what was told last (300|万人|增至310万人, 14|笔、|金额)."""
    if span is None or level is None or level.end <= span[0]:
        return span
    joint = pattern("ItemJoiner").match(shadow, level.end, span[1])
    start = joint.end() if joint is not None else level.end
    return (start, span[1]) if span[1] - start >= _SHORTEST else None


def is_term(shadow: str, clause: Clause, quantity: Quantity) -> bool:
    """Is it how long something is to last, as its noun tells (有效期五年, 期限12年)?"""
    if quantity.kind != "duration":
        return False
    span = noun_before(shadow, clause, quantity.start)
    return span is not None and shadow[slice(*span)].endswith(_words().terms)


def _fallback(shadow: str, clause: Clause, quantity: Quantity, level: Level | None) -> str | None:
    """What a number counts that has no noun: the word before it, or what was counted last.

    编制12个, 签约14家; 37个平台…其中另外8个由市属单位牵头. A small number in words only points
    (这三家, 前两个).
    """
    counted = quantity.kind == "count"
    if counted and shadow.endswith(tuple(load_lexicon().forms("DoorSign")), 0, quantity.start):
        return None  # 创新路88号|3栋
    if counted and not shadow[quantity.number_start].isascii() and len(quantity.number) == 1:
        return None
    end = before_links(shadow, clause, quantity.start)
    word = next((t for t in clause.tokens if t.end == end and t.pos[0] in _TELLING), None)
    told = word is not None and level is not None and word.start < level.end
    goes_on = counted and shadow[quantity.end : quantity.end + 1].isalnum()  # 设立9支总规模…的
    if word is not None and not told and not goes_on and len(word.text) >= _SHORTEST:
        return word.text + _closing(word.text, quantity)
    same = level is not None and level.unit == quantity.unit
    if level is not None and same:
        return level.name
    return _words().count if counted else None


def _closing(name: str, quantity: Quantity) -> str:
    counted = quantity.unit in _COUNTS and not name.endswith(_words().counts)
    return _words().count if counted else ""


def _goes_on(shadow: str, clause: Clause, quantity: Quantity, level: Level) -> bool:
    """Is there nothing but linking words and times between the level and the number?

    由 68.3 亿元增加到 2020 年的 137.9 亿元; …31 家，到今年8月底是 79 家.
    """
    end = before_links(shadow, clause, quantity.start)
    if level.unit != quantity.unit:
        return False
    listed = pattern("ItemJoiner").fullmatch(shadow, level.end, max(level.end, quantity.start))
    return listed is not None or end in (clause.start, level.end)


def _named(shadow: str, start: int, end: int, quantity: Quantity, level: Level | None) -> Indicator:
    words = _words()
    text = shadow[start:end]
    name = words.names.get(text, text)
    stage = pattern("StageVerb").match(shadow, end) if start >= quantity.end else None
    if stage is not None:
        name = stage.group() + name  # 37家企业入驻: 入驻企业
    name = _graded(name, quantity, level) if end <= quantity.start else name
    if name in load_lexicon().forms("TotalWord") and level is not None:
        name = level.noun + name
    elif quantity.unit in _COUNTS and not name.endswith(words.counts):
        headcount = load_lexicon().cues("HeadcountWord")[0]
        people = quantity.unit == "PERSON" and name.endswith(headcount.form)
        name += headcount.attributes["name"] if people else words.count
    name += _measure(name, quantity.kind)
    return Indicator(name, start, end, text.endswith(words.sizes), "quantity/noun")


def _graded(name: str, quantity: Quantity, level: Level | None) -> str:
    """The level alone with what was counted last (平台210家, 其中国家级62个)."""
    grades = load_lexicon().forms("LevelModifier")
    if name not in grades or level is None or level.unit != quantity.unit:
        return name
    noun = level.noun
    opened = pattern("LevelModifier").match(noun)
    bound = pattern("Threshold").search(noun, 0, _GRADED)
    cut = max(opened.end() if opened else 0, bound.end() if bound else 0)
    return name + noun[cut:]


def _measure(name: str, kind: str) -> str:
    """The word that an area's or a length's name lacks (实验用房 → 实验用房面积)."""
    family = {"area": "AreaWord", "length": "LengthWord"}.get(kind)
    if family is None:
        return ""
    cues = load_lexicon().cues(family)
    return "" if name.endswith(tuple(cue.form for cue in cues)) else cues[0].attributes["name"]
