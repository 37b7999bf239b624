"""The masthead: papers, agencies and sites that a text is from, or that report in it.

Such a name may be anything (云溪观察, 江淮创投周刊); what stands around it tells that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon
from sources.headnoun import head_of
from sources.place import is_place
from sources.timepattern import either

__all__ = ["find_mastheads"]

_HAN = "[\u4e00-\u9fff]"
#: What stands before such a name at the head of a line or of a quoted piece.
_OPENING = r"(?:(?<=[\n《【“(;!?。])|^)[ \u3000]*"
#: Lengths of a name, and of the place of a report behind it, in characters.
_SHORTEST, _LONGEST, _PLACE = 3, 12, 4


@lru_cache(maxsize=1)
def _framed() -> re.Pattern[str]:
    """A name with a word for media at its end before who reports, or the day of the report."""
    year, month, date = (either("TimeMark", signals=of) for of in ("year", "month", "monthday"))
    day = f"(?:20[0-9]{{2}}{year})?[0-9]{{1,2}}{month}[0-9]{{1,2}}{date}"
    tail, office = alternation("MediaTail"), alternation("MediaOffice")
    report = f"(?P<site>{_HAN}{{0,{_PLACE}}}){office}?(?:{day})?"
    report += f"{alternation('DispatchMark')}(?=[ \u3000(])"
    who = f"(?:》?[ \u3000]*{alternation('ReporterKind')}*{alternation('Reporter')}|》?{office})"
    return re.compile(
        f"{_OPENING}(?P<name>{_HAN}{{1,{_LONGEST}}}?{tail})(?:{who}|(?P<report>{report}))"
    )


@lru_cache(maxsize=1)
def _sourced() -> re.Pattern[str]:
    """A name behind the label of a source: 来源:云溪观察."""
    name = f"(?P<name>{_HAN}{{{_SHORTEST},{_LONGEST}}})"
    return re.compile(
        f"(?<!{_HAN}){alternation('SourceStart')}[ ]*:[ ]*[《“]?{name}(?=[^\u4e00-\u9fff]|$)"
    )


@lru_cache(maxsize=1)
def _free() -> re.Pattern[str]:
    """A name that may be any, in a frame that only papers stand in.

    《云溪纵览》周刊记者, 【云溪太空记者】, 云溪太空讯(记者 …, a line 云溪太空记者 方亦舟.
    """
    who = f"{alternation('ReporterKind')}*{alternation('Reporter')}"
    mark, period = alternation("DispatchMark"), alternation("MediaPeriod")
    name = f"{_HAN}{{{_SHORTEST},{_LONGEST}}}?"
    issue = f"{alternation('OrdinalMark')}?[0-9]+{alternation('IssueSign')}"
    desk = f"(?:{who}|{alternation('MediaOffice')}|{issue})"
    titled = f"《(?P<titled>{name})》{period}?[ \u3000]*{desk}"
    boxed = f"【(?P<boxed>{name})(?:{who}|{mark})[:】]"
    report = rf"{mark}[ \u3000]*\({who}|{who}[ \u3000]+{_HAN}"
    return re.compile(rf"{titled}|{boxed}|(?:(?<=\n)|^)[ \u3000]*(?P<lined>{name})(?:{report})")


def find_mastheads(shadow: str) -> Iterator[tuple[int, int]]:
    """Spans of the names of media in the frames of a paper, in no order.

    >>> text = "春到云溪\\n来源:云溪观察 作者:方亦舟\\n江淮快讯3月5日电(记者 孟云)昨日开工。"
    >>> sorted(text[start:end] for start, end in find_mastheads(text))
    ['云溪观察', '江淮快讯']
    """
    found: dict[int, int] = {}
    for match in _framed().finditer(shadow):
        site = match["site"]
        if (not site or is_place(site)) and _is_media(match["name"]):
            found[match.start("name")] = match.end("name")
    for match in _free().finditer(shadow):
        group = match.lastgroup or "lined"
        if match.start(group) not in found and _is_free(match[group]):
            found[match.start(group)] = match.end(group)
    offices = tuple(load_lexicon().forms("MediaOffice"))
    for match in _sourced().finditer(shadow):
        name = match["name"]
        end = next((len(name) - len(form) for form in offices if name.endswith(form)), len(name))
        if end >= _SHORTEST and _is_media(name[:end], sourced=True):
            found[match.start("name")] = match.start("name") + end
    yield from found.items()


def _is_free(name: str) -> bool:
    """May it be a paper by its frame alone: no place or office, and not this paper?"""
    if any(form in name for form in load_lexicon().forms("OwnMedia")) or is_place(name):
        return False
    head = head_of(name)
    return head is None or head.signals == "Media"


def _is_media(name: str, sourced: bool = False) -> bool:
    """May it be the name of a paper, and not of this one (本报) or of an office?"""
    if any(form in name for form in load_lexicon().forms("OwnMedia")):
        return False
    head = head_of(name)
    if head is not None and head.signals != "Media" and head.attributes.get("needs") is None:
        return not sourced and head.signals in {"Enterprise", "Event"}
    tails = tuple(load_lexicon().forms("MediaTail"))
    return len(name) >= _SHORTEST and name.endswith(tails)
