"""Noun phrases beside a number: what stands before it, or behind its unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.clause import Clause
from sources.date import date_spans
from sources.token import Token

__all__ = ["before_links", "noun_after", "noun_before", "noun_follows"]

#: A stretch of text.
_Span = tuple[int, int]
#: Shortest and longest noun phrase, in characters.
_SHORTEST, _LONGEST = 2, 24
#: How long a quoted word inside it may be (专精特新“小巨人”企业), in characters.
_QUOTED = 8
#: How far before a number its linking words are looked for, in characters.
_LINK_REACH = 12
#: Tags of words that may stand between the noun and its number: adverbs, particles.
_LINKING_TAGS = frozenset({"d", "u", "ul", "uz"})
#: First letters of tags that may be part of a noun phrase, and that may open the noun counted.
_NOMINAL, _COUNTED = frozenset("nabjlsfgm"), frozenset("nbja")
_NOMINAL_TAGS = frozenset({"vn", "eng", "nz"})


@dataclass(frozen=True, slots=True)
class _Words:
    linking: frozenset[str]
    stops: frozenset[str]
    parts: frozenset[str]
    joiners: frozenset[str]
    stages: frozenset[str]
    edges: frozenset[str]
    link: re.Pattern[str]
    prefix: re.Pattern[str]
    rate: re.Pattern[str]
    grades: tuple[str, ...]
    measures: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    return _Words(
        linking=lexicon.forms("LinkingVerb"),
        stops=lexicon.forms("IndicatorStop", "LinkingVerb", "OnceDone"),
        parts=lexicon.forms("InnerVerb", "IndicatorName", "IndicatorWord", "SizeIndicator"),
        joiners=lexicon.forms("IndicatorJoiner"),
        stages=lexicon.forms("StageVerb"),
        edges=frozenset(
            form[-1] for form in lexicon.forms("TimeMark", "YearEdge", "MonthEdge", "YearPart")
        ),
        link=re.compile(f"{alternation('LinkingVerb', 'CurrencyName')}+$"),
        prefix=re.compile(f"{alternation('IndicatorPrefix')}+"),
        rate=re.compile(f"{alternation('PerMark')}[^,。;、]{{0,3}}$"),
        grades=tuple(sorted(lexicon.forms("Threshold", "ClassMark"))),
        measures=lexicon.forms("UnnamedMeasure"),
    )


def noun_before(shadow: str, clause: Clause, end: int) -> _Span | None:
    """The noun phrase of ``clause`` that ends at ``end``, linking words and times left out."""
    end = before_links(shadow, clause, end)
    inside = [token for token in clause.tokens if token.start < end]
    covered = {at for g in clause.groups for r in g.members for at in range(r.start, r.end)}
    start = end
    after = ""
    graded = False
    while inside and inside[-1].start not in covered:
        token = inside.pop()
        text = shadow[token.start : min(token.end, end)]
        if text == "”":
            opening = shadow.rfind("“", clause.start, token.start)
            if opening < 0 or token.start - opening > _QUOTED or opening in covered:
                break
            inside = [t for t in inside if t.start < opening]
            start = opening
        elif _is_time(text, after) or (token.pos[0] == "m" and not graded):
            break  # an amount, unless it grades what is counted (千万元以上, 500强)
        elif text in load_lexicon().forms("LevelSign") and inside and inside[-1].start in covered:
            break  # 甲自治区|级园区
        elif _belongs(text, token.pos):
            start = token.start
            graded = text.startswith(_words().grades) or token.pos[0] == "m"
        elif text not in _words().joiners or start == end:
            break
        after = text
    return _fitting(_opening(shadow, clause.start, start, end), end)


def _opening(shadow: str, floor: int, start: int, end: int) -> int:
    """Where the phrase found at ``start:end`` truly opens (在|孵企业, 每万|人口, 区内|企业)."""
    if start > floor and shadow[start - 1 : start + 1] in _words().parts:
        return start - 1
    if shadow[start - 1 : start].isdigit() and shadow[start] in _words().measures:
        start += 1  # 9支|总规模
    rate = _words().rate.search(shadow, max(floor, start - 6), start)
    if rate is not None:
        return rate.start()
    opened = _words().prefix.match(shadow, start, end)
    return opened.end() if opened else start


def _is_time(text: str, after: str) -> bool:
    """Is it a year that the segmenter left without its mark (2027|年产值)?"""
    return text.isdecimal() and after[:1] in load_lexicon().forms("TimeMark")


def before_links(shadow: str, clause: Clause, end: int) -> int:
    """Where the noun before ``end`` ends: linking words, adverbs and times are left out."""
    ends = {token.end: token for token in clause.tokens}
    while end > clause.start:
        link = _words().link.search(shadow, max(clause.start, end - _LINK_REACH), end)
        token = ends.get(end)
        if link is not None:
            end = link.start()
        elif token is not None and token.pos in _LINKING_TAGS:
            end = token.start
        elif pattern("Attributive").match(shadow, end - 1) and shadow[end - 2] in _words().edges:
            end -= 1
        elif shadow[end - 1] in _words().edges:
            span = next((s for s in date_spans(shadow, clause.start, end) if s[1] == end), None)
            if span is None:
                return end
            end = span[0]
        else:
            return end
    return end


def _fitting(start: int, end: int) -> _Span | None:
    return (start, end) if _SHORTEST <= end - start <= _LONGEST else None


def _belongs(text: str, tag: str) -> bool:
    """May the word be part of what is counted?"""
    words = _words()
    if text in words.stops:
        return False
    return text in words.parts or tag[0] in _NOMINAL or tag in _NOMINAL_TAGS


def noun_follows(clause: Clause, end: int) -> bool:
    """Is a number that ends at ``end`` followed at once by the noun it counts (28所高校)?"""
    after = _next(clause, end)
    if after is None or after.text in _words().linking:
        return False
    return after.pos[0] in _COUNTED or after.pos == "vn"


def _next(clause: Clause, at: int) -> Token | None:
    return next((token for token in clause.tokens if token.start == at), None)


def _quote(shadow: str, start: int) -> int | None:
    """Where a short quote that opens at ``start`` ends (39个“科创高新”项目)."""
    shut = shadow.find("”", start, start + _QUOTED) if shadow[start] == "“" else -1
    return shut + 1 if shut > start + 1 else None


def _is_manner(shadow: str, token: Token) -> bool:
    """Is it no noun, but what opens a word for how something is done (常态|化)?"""
    return shadow[token.end : token.end + 1] in load_lexicon().forms("MannerTail")


def noun_after(shadow: str, clause: Clause, end: int) -> _Span | None:
    """The noun phrase that starts at ``end``, right behind a unit."""
    tie = pattern("Attributive").match(shadow, end)
    start = end = tie.end() if tie is not None else end
    while (token := _next(clause, end)) is not None:
        shut = _quote(shadow, token.start) if end == start else None
        if shut is not None and noun_follows(clause, shut):
            end = shut
            continue
        if _is_manner(shadow, token) and end > start:
            break
        if not _belongs(token.text, token.pos) or (end > start and token.text in _words().stages):
            break
        end = token.end
    return _fitting(start, end)
