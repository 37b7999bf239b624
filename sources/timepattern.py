"""The pattern of times: one regular expression put together from the words of the lexicon."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.numeral import chinese_signs, span_of

__all__ = ["either", "time_pattern"]

#: Kinds of the words that a time may open with, beside its numbers.
_OPENERS = (
    *("RelativeYear", "ContextYear", "MonthName", "RelativeMonth", "RelativeDay", "PlanPeriod"),
    *("YearPart", "YearEdgeAlone", "Now", "Vague"),
)


def either(*kinds: str, signals: str = "") -> str:
    """Pattern for any form of ``kinds`` (that signals ``signals``), longest first."""
    cues = (cue for kind in kinds for cue in load_lexicon().cues(kind))
    forms = {cue.form for cue in cues if not signals or cue.signals == signals}
    ordered = sorted(forms, key=lambda form: (-len(form), form))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"


def _mark(name: str) -> str:
    """The sign of a calendar unit, unless the next sign makes it another word."""
    return either("TimeMark", signals=name) + f"(?!{either('NotTime', signals=name)})"


def _small_number() -> str:
    signs, scales = chinese_signs()
    small = signs.removesuffix(scales) + "".join(s for s in scales if span_of(s) == (10, 10))
    return f"(?:[0-9]{{1,2}}|[{small}]{{1,3}})"


def _year_number() -> str:
    signs, scales = chinese_signs()
    return f"(?:(?:1[89]|20|21)[0-9]{{2}}|[{signs.removesuffix(scales)}]{{4}})"


def _clock() -> str:
    daytime, hour, minute = (
        either("TimeMark", signals=name) for name in ("daytime", "hour", "minute")
    )
    return rf"(?:[ T]?{daytime}?[ ]?[0-9]{{1,2}}{hour}(?:[0-9]{{1,2}}(?::[0-9]{{2}})?{minute}?)?)?"


def _month_and_day(tag: str) -> str:
    """Month with or without its day, ranges of both; groups are named with ``tag`` before."""
    number, to = _small_number(), f"[ ]?{either('RangeMark')}[ ]?"
    month = f"(?:{number}|{either('MonthName')})"
    bare_month, day = either("TimeMark", signals="month"), either("TimeMark", signals="monthday")
    return (
        rf"[ ]?(?P<{tag}m>{month})[ ]?(?:{bare_month}?{to}(?P<{tag}m2>{month}))?{_mark('month')}"
        rf"(?:[ ]?(?P<{tag}d>{number})[ ]?(?:{day}?{to}(?P<{tag}d2>{number}))?{day}{_clock()}"
        rf"|{either('MonthEdge')})?"
    )


def _with_year() -> str:
    year, number = _mark("year"), _year_number()
    to, part = f"[ ]?{either('RangeMark')}[ ]?", either("YearPart")
    # 达产|后|年产值 is no 后年.
    apart = "".join(f"(?<!{re.escape(form)})" for form in sorted(load_lexicon().forms("StageDone")))
    once = either("OnceDone")
    relative = f"(?:{apart}(?={once})|(?!{once})){either('RelativeYear', 'ContextYear')}"
    return (
        rf"(?<![0-9])(?P<s1>(?:1[89]|20)[0-9]{{2}}){to}(?P<s2>{number})[ ]?{year}"
        r"|(?<![0-9./-])(?P<ny>(?:1[89]|20|21)[0-9]{2})(?P<sep>[-/.])(?P<nm>[0-9]{1,2})"
        rf"(?:(?P=sep)(?P<nd>[0-9]{{1,2}}){_clock()})?(?![0-9./%-])"
        rf"|(?<![0-9])(?:(?P<y>{number})[ ]?{year}|(?P<ry>{relative}))"
        rf"(?:{to}(?P<y2>{number})[ ]?{year}|{_month_and_day('y')}"
        rf"|(?P<part>{part})|{either('YearEdge')}(?!{either('EdgeTail')}))?"
    )


def _opening() -> str:
    """A look at the first sign: most open no time, and need not be tried in all its ways."""
    letters = {form[0] for form in load_lexicon().forms(*_OPENERS)}
    signs = "".join(sorted(letters | set(chinese_signs()[0])))
    return f"(?=[0-9 “‘{re.escape(signs)}])"


@lru_cache(maxsize=1)
def time_pattern() -> re.Pattern[str]:
    """Times on folded text.

    Groups: s1 s2 (two years), ny nm nd (2021-05-23), y or ry (a year) with y2, ym ym2 yd yd2 or
    part, am am2 ad ad2 (a month without year), rm rd (this month), rday (today), pn (a plan
    period), bare (a day alone), lone (part of the year), now, vague.
    """
    signs = chinese_signs()[0]
    number, day = _small_number(), either("TimeMark", signals="monthday")
    return re.compile(
        rf"{_opening()}(?:{_with_year()}"
        rf"|(?<![0-9.{signs}]){_month_and_day('a')}"
        rf"|(?P<rm>{either('RelativeMonth')})(?:[ ]?(?P<rd>{number}){day}|{either('MonthEdge')})?"
        rf"|(?P<rday>{either('RelativeDay')}){_clock()}"
        rf"|[“‘]?(?P<pn>{either('PlanPeriod')})[”’]?{either('PlanWord')}?"
        rf"|(?<![0-9.])(?P<bare>[0-9]{{1,2}}){_mark('day')}"
        rf"|(?P<lone>{either('YearPart', 'YearEdgeAlone')})"
        rf"|(?P<now>{either('Now')})(?!{either('NotTime', signals='now')})"
        rf"|(?P<vague>{either('Vague')}))"
    )
