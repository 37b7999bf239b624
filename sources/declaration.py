"""Declarations: other forms of a name that a text gives right behind it.

In brackets (以下简称“集聚区”), behind a comma (简称银滩综保区), or by who calls it so
(当地人叫它“湾城”).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon
from sources.mention import Mention, Reading
from sources.place import is_place

__all__ = ["find_declared"]

#: Longest short form that a bracket may declare, in characters; as text in quotes without a word.
_LONGEST_ALIAS, _LONGEST_QUOTED = 20, 12
#: How near behind the name, in characters, the form is told by what stands right there.
_BRACKET_REACH = 1


def find_declared(shadow: str, reading: Reading) -> Iterator[tuple[Mention, int, int, str]]:
    """The mention of the name, the span of the other form and how it is told.

    ``how`` is declared or english.
    """
    joiners = tuple(load_lexicon().forms("Joiner"))
    for mention in reading.mentions:
        at = mention.end + (shadow[mention.end : mention.end + 1] in "”》")
        found, after = _bracketed(shadow, mention.text, at)
        # The last of several is not what all of them are called (甲园、乙园统称“两园”).
        if not shadow.endswith(joiners, 0, mention.start):
            found += _called(shadow, mention.text, after)
        for start, end, how in found:
            yield mention, start, end, how
    yield from _late(shadow, reading)


def _late(shadow: str, reading: Reading) -> Iterator[tuple[Mention, int, int, str]]:
    """What a later clause says that the one thing is called whose letters it has.

    甲产业创新联合体由六家单位发起,简称“创新联合体”.
    """
    starts = [mention.start for mention in reading.mentions]
    for match in _apart().finditer(shadow):
        begin = max(shadow.rfind(mark, 0, match.start()) for mark in "。;!?\n") + 1
        near = reading.mentions[bisect_left(starts, begin) : bisect_left(starts, match.start())]
        short = "short" if match["short"] is not None else "bare"
        named = [m for m in near if is_made_of(match[short], m.text)]
        one = bool(named) and all(m.text == named[0].text for m in named)
        if one and named[0].end + _BRACKET_REACH < match.start():
            yield named[0], *match.span(short), "declared"


@lru_cache(maxsize=1)
def _apart() -> re.Pattern[str]:
    return re.compile(f",{_plain().pattern.removeprefix(',?')}")


@lru_cache(maxsize=1)
def _form() -> re.Pattern[str]:
    """Another form of a name as a bracket declares it."""
    link = f"(?:{alternation('DeclaredLink')}|:)?"
    short = rf"(?P<short>[^“”‘’《》(),;]{{2,{_LONGEST_ALIAS}}})"
    quoted = rf"[“‘](?P<quoted>[^“”‘’(),;]{{2,{_LONGEST_QUOTED}}})[”’]"
    # Hadley Institute, Danzhou is one name; a comma before capitals opens its abbreviation.
    english = r"(?P<english>[A-Za-z][A-Za-z0-9 .&'’\-–]{2,80}?(?:, ?[A-Z][a-z]+)*)"
    return re.compile(
        rf"\s*(?:{alternation('Declared')}{link}\s*[“‘《]?{short}[”’》]?"
        rf"|{quoted}|(?:{alternation('EnglishLabel')}:?)?{english})\s*(?=[),;]|{alternation('EitherWord')}[“‘《])"
    )


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    """Another form without brackets: 研究院即“临研院”, 研究院,业内叫它“临研院”."""
    short = rf"[“《](?P<short>[^“”‘’《》(),;]{{2,{_LONGEST_QUOTED}}})[”》]"
    said = f"{alternation('Caller')}{alternation('CallAdverb')}{{0,2}}{alternation('CallVerb')}"
    declared = f"{alternation('Declared')}{alternation('DeclaredLink')}?"
    bare = rf"(?P<bare>[^“”‘’《》(),;。、]{{2,{_LONGEST_QUOTED}}})(?=[,;。])"
    return re.compile(f",?(?:(?:{declared}|{said}){short}|{declared}{bare})")


_INSIDE = re.compile(rf"\(([\u4e00-\u9fff]{{2,{_LONGEST_QUOTED}}})\)")


def _bracketed(shadow: str, name: str, at: int) -> tuple[list[tuple[int, int, str]], int]:
    """What the bracket at ``at`` declares, and where the text goes on."""
    if not shadow.startswith("(", at):
        return [], at
    inside = _INSIDE.match(shadow, at)
    if inside is not None and is_made_of(inside[1], name):
        return [(*inside.span(1), "declared")], inside.end()
    found: list[tuple[int, int, str]] = []
    end = at
    while shadow[end : end + 1] in "(,;" and (match := _form().match(shadow, end + 1)):
        group = match.lastgroup or "short"
        start, stop = match.span(group)
        how = "english" if group == "english" else "declared"
        found.append((start, start + len(shadow[start:stop].rstrip()), how))
        end = match.end()
    close = shadow.find(")", end)
    alone = len(found) == 1 and found[0][2] == "english"
    if alone and not shadow.startswith(")", end):
        return [], at  # 产业园(AI、大数据)
    return found, close + 1 if close >= 0 else at


def _called(shadow: str, name: str, at: int) -> list[tuple[int, int, str]]:
    """What the text behind a name, or its bracket, says that it is called."""
    match = _plain().match(shadow, at)
    if match is None:
        return []
    group = "bare" if match["bare"] is not None else "short"
    if group == "bare" and not is_made_of(match["bare"], name):
        return []
    return [(*match.span(group), "declared")]


def is_made_of(form: str, name: str) -> bool:
    """Are all letters of ``form``, which is no place, letters of ``name`` in this order?

    >>> is_made_of("银化园", "银杉化工循环产业园"), is_made_of("在建", "银杉科学城")
    (True, False)
    """
    letters = iter(name)
    return form != name and not is_place(form) and all(letter in letters for letter in form)
