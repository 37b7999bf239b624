"""Kinds: nouns that look like names, but are counted, or only described, and name nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.headnoun import head_of
from sources.modifier import is_general
from sources.name import Name, find_names
from sources.place import division_class
from sources.token import Token, is_known_word

__all__ = ["find_named", "is_level"]

#: Things of which a count tells that no single one is meant.
_THINGS = ("Organization", "Place", "Platform", "Project", "Fund")
#: Things that areas have on levels.
_LEVELLED = ("Laboratory", "EngineeringCenter")
#: Longest count before a name, in characters.
_COUNT = 8
#: First letters of the tags of words that name somebody or some place.
_PROPER = frozenset({"nr", "ns", "nz", "nt"})


def find_named(shadow: str, tokens: tuple[Token, ...]) -> Iterator[Name]:
    """The names among ``tokens`` (one sentence) without those that only tell a kind.

    No names are 两个|省实验室, 韩资项目|1个。, 重点实验室|之一 and 具有国际影响力的|创新中心.
    """
    for name in find_names(shadow, tokens):
        kind = any(test(shadow, name) for test in (_is_one_of, _is_counted, _is_each, _is_torn))
        kind = kind or is_level(shadow[name.start : name.end], name.cls)
        if not kind and not _is_described(shadow, tokens, name):
            yield _unscaled(shadow, name)


@lru_cache(maxsize=1)
def _counts() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A count before a name, behind it up to the end of its clause, and its last letter."""
    measure = alternation("KindMeasure")
    several = f"[0-9]*(?:[0-9]{{2}}|[2-9]){alternation('CountSign')}?"
    listed = f"{alternation('Joiner')}(?:1|{alternation('CountSign')})"
    count = f"(?:{several}|{alternation('Several')}|{listed})"
    lead = f"{count}{measure}{alternation('KindQuality')}?"
    return (
        re.compile(f"(?<![0-9.]){lead}\\Z"),
        re.compile(f"[0-9]+{alternation('CountSign')}?{measure}(?=[,;、。!)]|\\Z)"),
        re.compile(f"[0-9]{measure}"),
    )


def _is_counted(shadow: str, name: Name) -> bool:
    """Is it counted (两个省实验室, 省实验室2个), or does it open with its measure (7|家实验室)?"""
    if not vocabulary().is_any(name.cls, _THINGS):
        return False
    before, behind, glued = _counts()
    if glued.match(shadow, name.start - 1) is not None:
        return True
    if before.search(shadow[max(0, name.start - _COUNT) : name.start]) is not None:
        return True
    listed = shadow[name.start - 1 : name.start] in load_lexicon().forms("Joiner")
    return not listed and behind.match(shadow, name.end) is not None


def _unscaled(shadow: str, name: Name) -> Name:
    """The name without the scale of the sum right before it (120|亿|战新母基金)."""
    scale = _scale().match(shadow, name.start)
    return name if scale is None else replace(name, start=scale.end())


def _is_each(shadow: str, name: Name) -> bool:
    """Does it open with each or with any number (每所|大学, N个|子基金)?

    No name is what a headline calls a fund by how large it is either (云溪|100亿|母基金).
    """
    each, summed = _open_counts()
    if each.match(shadow, name.start) is not None:
        return True
    if pattern("BoundVerb").match(shadow, name.end) is not None:
        return vocabulary().is_a(name.cls, "FinancialInstitution")  # 云溪证券|投资基金业协会
    if _closed_row().search(shadow, name.start, name.end) is not None:
        return True  # 量子技术等八大产业项目
    sized = summed.search(shadow, name.start, name.end)
    return sized is not None and vocabulary().is_a(name.cls, "Fund")


@lru_cache(maxsize=1)
def _scale() -> re.Pattern[str]:
    return re.compile(f"(?<=[0-9]){alternation('InnerScale')}")


@lru_cache(maxsize=1)
def _closed_row() -> re.Pattern[str]:
    count = f"(?:[0-9]+|{alternation('CountSign')})"
    return re.compile(
        f"{alternation('ListEnd')}{count}{alternation('CountMeasure', 'KindMeasure')}"
    )


@lru_cache(maxsize=1)
def _open_counts() -> tuple[re.Pattern[str], re.Pattern[str]]:
    opener = alternation("EachSign", "AnyNumber")
    return (
        re.compile(f"{opener}{alternation('KindMeasure')}"),
        re.compile(f"[0-9]{alternation('InnerScale')}"),
    )


def _is_one_of(shadow: str, name: Name) -> bool:
    """Is it a kind of which something is one (省实验室之一), or a standing (金融中心地位)?"""
    return pattern("OneOf", "StandingNoun").match(shadow, name.end) is not None


def is_level(text: str, cls: str) -> bool:
    """Is it the laboratories of an area's level, of which it has many (河南|省实验室)?

    >>> is_level("河南省实验室", "Laboratory"), is_level("嵩山实验室", "Laboratory")
    (True, False)
    """
    head = head_of(text)
    if head is None or not vocabulary().is_any(cls, _LEVELLED):
        return False
    letters, rest = load_lexicon().forms("AreaLetter"), text.removesuffix(head.form)
    area = rest + (head.form[0] if head.form[0] in letters else "")
    return area[-1:] in letters and division_class(area) != ""


def _is_torn(shadow: str, name: Name) -> bool:
    """Does it open within a quotation, or with one of several words (“国内领先、世界一流”大学)?"""
    text = shadow[name.start : name.end]
    row = text.startswith("“") and "、" in text[: text.find("”")]
    return row or text.count("”") > text.count("“")


def _is_described(shadow: str, tokens: tuple[Token, ...], name: Name) -> bool:
    """Does it only say what something is like, in plain words (集研发、销售于一体的|科技产业园)?"""
    form = _described()
    if form.search(shadow[max(0, name.start - _COUNT) : name.start]) is None:
        return False
    words = (token for token in tokens if name.start <= token.start < name.head)
    return all(is_general(t.text) or _is_plain(t) for t in words)


def _is_plain(word: Token) -> bool:
    return is_known_word(word.text) and word.pos[:2] not in _PROPER


@lru_cache(maxsize=1)
def _described() -> re.Pattern[str]:
    return re.compile(f"{alternation('QualityWord')}{alternation('Attributive')}\\Z")
