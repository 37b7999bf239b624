"""Closers: the noun behind a row that tells of which kind its shortened items are.

In 青石、龙门、中原食品等省实验室 the last word tells that neither a county nor a company is named.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon
from ontology.vocabulary import vocabulary
from sources.brand import FIRMS

__all__ = ["closes_row", "is_row_of"]

#: Longest item of a row, in characters, and most items behind the one that is asked about.
_LONGEST, _MOST = 12, 10
#: Classes whose names are called in a row by what stands before their head noun alone.
_SHARED = ("Laboratory", "ResearchInstitute", "ResearchCenter", "University")


def closes_row(shadow: str, end: int) -> str:
    """The class that the noun behind the row tells in which an item ends at ``end``; else empty.

    >>> closes_row("青石、龙门、中原食品等省实验室揭牌", 2)
    'Laboratory'
    >>> closes_row("青石、龙门、中原食品等省实验室揭牌", 12)
    ''
    """
    match = _row().match(shadow, end)
    return _kinds()[match["noun"]] if match is not None else ""


def is_row_of(shadow: str, end: int, classes: tuple[str, ...] = _SHARED) -> bool:
    """Does the item that ends at ``end`` stand in a row of things of one of ``classes``?"""
    cls = closes_row(shadow, end)
    return bool(cls) and vocabulary().is_any(cls, classes)


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    """Nouns that close a row, with their classes: those of companies and places close none."""
    lexicon = load_lexicon()
    heads = {c.form: c.signals for c in lexicon.cues("HeadNoun") if c.signals in _SHARED}
    listed = {c.form: c.signals for c in lexicon.cues("ListClass") if c.signals not in FIRMS}
    return {**heads, **listed}


@lru_cache(maxsize=1)
def _row() -> re.Pattern[str]:
    item = f"(?:(?!{alternation('ListEnd')})[^,。;:!?、“”()\n]){{1,{_LONGEST}}}"
    count = f"(?:(?:[0-9]|{alternation('CountSign')})+{alternation('KindMeasure')})?"
    noun = "|".join(sorted(map(re.escape, _kinds()), key=lambda form: (-len(form), form)))
    level = f"(?:{alternation('LevelModifier', 'AreaLetter')})?"
    return re.compile(
        f"(?:、{item}|{alternation('Joiner')}{item}){{0,{_MOST}}}?"
        f"{alternation('ListEnd')}{count}{level}(?P<noun>{noun})"
    )
