"""Dates: when something was, is or will be, as said in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from sources.moment import Moment, parse_iso
from sources.numeral import value
from sources.timepattern import time_pattern

__all__ = ["DateMention", "date_spans", "dates"]

#: Why a time has no date.
UNKNOWN_PUBLICATION = "relative to the publication date, which is unknown"
UNKNOWN_DAY = "relative to the day of publication, which is unknown"
UNKNOWN_YEAR = "relative to a year that is not named"
VAGUE = "names no definite time"
IMPOSSIBLE = "no such date in the calendar"


#: Until this month 全年 and 年末 without a year are those of the year before.
_LOOKS_BACK = 3


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time as said: ``shadow[start:end]``.

    ``iso`` is ``2021``, ``2021-04`` or ``2021-04-30``: for a period its last year, month or
    day, with ``begin`` its first. ``kind``: point, period or relative (to the publication
    date). ``role``: at; asof (截至); by (a time to come: 到2025年); since (from ``begin`` to the
    publication date); base (what something is compared with: 较2015年). When ``iso`` is
    ``None``, ``unresolved_reason`` says why.
    """

    start: int
    end: int
    iso: str | None
    kind: str
    unresolved_reason: str | None = None
    begin: str | None = None
    role: str = "at"


@dataclass(slots=True)
class _Context:
    """What a time without its own year or month leans on: ``sure`` when its year was written."""

    published: Moment | None
    named: Moment | None = None
    sure: bool = False


@lru_cache(maxsize=16)
def _by_form(kind: str) -> dict[str, Cue]:
    return {cue.form: cue for cue in load_lexicon().cues(kind)}


@lru_cache(maxsize=16)
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(sorted(load_lexicon().forms(kind)))


def _attribute(kind: str, form: str, name: str) -> int:
    return int(_by_form(kind)[form].attributes[name])


def _number(signs: str) -> int:
    names = _by_form("MonthName")
    if signs in names:
        return int(names[signs].attributes["value"])
    span = value(signs)
    return int(span[0]) if span else 0


def date_spans(shadow: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of all times in ``shadow[start:end]``: the numbers in them are no quantities."""
    stop = len(shadow) if end is None else end
    return [match.span() for match in time_pattern().finditer(shadow, start, stop)]


def dates(
    shadow: str, start: int = 0, end: int | None = None, published: str | None = None
) -> list[DateMention]:
    """Times said in ``shadow[start:end]`` in reading order, without overlaps.

    ``published`` is the article's publication date (ISO, maybe only year and month); without
    it whatever is relative to it stays unresolved.

    >>> [m.iso for m in dates("截至今年4月,较2015年增长", published="2021-05")]
    ['2021-04', '2015']
    >>> [(m.iso, m.unresolved_reason) for m in dates("去年")]
    [(None, 'relative to the publication date, which is unknown')]
    """
    stop = len(shadow) if end is None else end
    context = _Context(parse_iso(published) if published else None)
    found: list[DateMention] = []
    for match in time_pattern().finditer(shadow, start, stop):
        mention = _mention(match, context)
        if mention is None:
            continue
        mention = _with_role(shadow, start, stop, mention, context.published)
        if found and found[-1].role == "since" and found[-1].end == mention.start:
            continue  # 至今 after a time belongs to it
        found.append(mention)
    return found


def _mention(match: re.Match[str], context: _Context) -> DateMention | None:
    """The time of one match, before its role is known; remembers what later ones lean on."""
    if _is_no_time(match):
        return None
    first: Moment | None
    last: Moment | None
    kind, reason = "point", None
    if match["s1"] or match["ny"] or match["y"] or match["ry"]:
        first, last, reason = _with_year(match, context)
        kind = "relative" if match["ry"] else "point"
    elif match["pn"]:
        begin, finish = (_attribute("PlanPeriod", match["pn"], n) for n in ("begin", "end"))
        first, last = Moment(begin), Moment(finish)
    elif match["vague"]:
        first, last, reason, kind = None, None, VAGUE, "relative"
    else:
        first, last, reason = _relative(match, context)
        kind = "relative"
    if last is not None and not (last.possible and (first is None or first.possible)):
        if match["bare"] or match["am"]:
            return None  # 99日 and 45月 are no times at all
        first, last, reason = None, None, IMPOSSIBLE
    if first is not None and last is not None and first != last:
        kind = "period"
    if last is not None and not match["now"] and not match["pn"]:
        written = match["s1"] or match["ny"] or match["y"] or match["ry"]
        context.sure = bool(written) or (context.sure and bool(match["am"]))
        context.named = last
    return DateMention(
        match.start(),
        match.end(),
        last.iso if last else None,
        kind,
        reason,
        first.iso if first and first != last else None,
    )


def _is_no_time(match: re.Match[str]) -> bool:
    """Version numbers (2021.5), spans without a sign (2021-25), the third day of a series."""
    if match["ny"] and not match["nd"]:
        month = match["nm"]
        return int(month) > 12 or (match["sep"] == "." and len(month) == 1)
    before = match.string[max(0, match.start() - 1) : match.start()] if match["bare"] else ""
    return bool(before) and before in load_lexicon().forms("OrdinalMark")


_Span = tuple[Moment | None, Moment | None, str | None]


def _with_year(match: re.Match[str], context: _Context) -> _Span:
    """First and last moment of a time with a year of its own, or the reason there is none."""
    if match["s1"]:
        return Moment(int(match["s1"])), Moment(_number(match["s2"])), None
    if match["ny"]:
        day = int(match["nd"]) if match["nd"] else None
        moment = Moment(int(match["ny"]), int(match["nm"]), day)
        return moment, moment, None
    if match["y"]:
        year = _number(match["y"])
    elif match["ry"] in _by_form("ContextYear"):
        if context.named is None:
            return None, None, UNKNOWN_YEAR
        year = context.named.year + _attribute("ContextYear", match["ry"], "offset")
    elif context.published is None:
        return None, None, UNKNOWN_PUBLICATION
    else:
        year = context.published.year + _attribute("RelativeYear", match["ry"], "offset")
    if not 1800 <= year < 2200:
        return None, None, IMPOSSIBLE
    if match["y2"]:
        return Moment(year), Moment(_number(match["y2"])), None
    if match["part"]:
        return _part(year, match["part"])
    if match["ym"]:
        return _months(year, match, "y")
    return Moment(year), Moment(year), None


def _part(year: int, form: str) -> _Span:
    begin, finish = (_attribute("YearPart", form, name) for name in ("begin", "end"))
    return Moment(year, begin), Moment(year, finish), None


def _months(year: int, match: re.Match[str], tag: str) -> _Span:
    """The month, the day, or the range of either, in ``year``."""
    month = _number(match[tag + "m"])
    if match[tag + "d"]:
        first = Moment(year, month, _number(match[tag + "d"]))
        later = match[tag + "d2"]
        return first, Moment(year, month, _number(later)) if later else first, None
    later = match[tag + "m2"]
    first = Moment(year, month)
    return first, Moment(year, _number(later)) if later else first, None


def _relative(match: re.Match[str], context: _Context) -> _Span:
    """First and last moment of a time that leans on another one."""
    published, named = context.published, context.named
    if match["am"] and context.sure and named is not None and named.month is not None:
        return _months(named.year, match, "a")
    if match["bare"] and named is not None and named.month is not None:
        moment = Moment(named.year, named.month, int(match["bare"]))
        return moment, moment, None
    if published is None:
        return None, None, UNKNOWN_PUBLICATION
    if match["now"]:
        # What is so now is so this month, whatever the day of the paper.
        now = Moment(published.year, published.month)
        return now, now, None
    if match["am"]:
        before = match.string[max(0, match.start() - 4) : match.start()]
        ahead = before.endswith(_endings("MonthAhead"))
        month = _number(match["am"])
        return _months(published.year_of_month(month, ahead=ahead), match, "a")
    if match["lone"]:
        if match["lone"] in _by_form("YearPart"):
            return _part(published.year, match["lone"])
        year = published.year - (published.month is not None and published.month <= _LOOKS_BACK)
        return Moment(year), Moment(year), None
    return _near_day(match, published)


def _near_day(match: re.Match[str], published: Moment) -> _Span:
    """This month, today, the 21st: they need the month or the day of publication."""
    if published.month is None or (match["rday"] and published.day is None):
        return None, None, UNKNOWN_DAY
    if match["rday"]:
        moment = published.shift_days(_attribute("RelativeDay", match["rday"], "offset"))
    elif match["rm"]:
        moment = published.shift_months(_attribute("RelativeMonth", match["rm"], "offset"))
        if match["rd"]:
            moment = Moment(moment.year, moment.month, _number(match["rd"]))
    else:
        day = int(match["bare"])
        gone = published.day is not None and day > published.day
        month = published.shift_months(-1 if gone else 0)
        moment = Moment(month.year, month.month, day)
    return moment, moment, None


def _with_role(
    shadow: str, start: int, stop: int, mention: DateMention, published: Moment | None
) -> DateMention:
    """Say what the time is for, from the words before and after it."""
    before = shadow[max(start, mention.start - 6) : mention.start].rstrip(" ")
    after = shadow[mention.end : min(stop, mention.end + 4)].lstrip(" ")
    if after.startswith(_endings("Since")):
        begin = mention.begin or mention.iso
        if published is None:
            reason = mention.unresolved_reason or UNKNOWN_PUBLICATION
            return replace(mention, iso=None, begin=begin, unresolved_reason=reason, role="since")
        return replace(mention, iso=published.iso, begin=begin, kind="period", role="since")
    if before.endswith(_endings("Base")) or after.startswith(_endings("BaseAfter")):
        return replace(mention, role="base")
    for form, cue in _by_form("BaseOf").items():
        if before.endswith(form) and after.startswith(cue.attributes["after"]):
            return replace(mention, role="base")
    said = shadow[mention.start : mention.end]
    if before.endswith(_endings("AsOf")) or said.startswith(_endings("AsOf")):
        return replace(mention, role="asof")
    if before.endswith(_endings("By")) and mention.iso is not None:
        past = published is not None and mention.iso <= published.iso[: len(mention.iso)]
        return replace(mention, role="at" if past else "by")
    return mention
