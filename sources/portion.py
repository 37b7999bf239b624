"""Portions: parts of a zone that only the row they stand in tells to be names (南山片、仙境片)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon

__all__ = ["find_portions"]

#: Shortest and longest stem of such a name, in characters.
_SHORTEST, _LONGEST = 2, 5


@lru_cache(maxsize=1)
def _row() -> re.Pattern[str]:
    """A verb of parting, and two and more names behind it that end in the same noun."""
    verb, tail = alternation("PartingVerb"), alternation("PortionNoun")
    mark = f"(?:、|{alternation('ItemJoiner')})"
    stem = f"(?:(?!{mark})[\u4e00-\u9fff]){{{_SHORTEST},{_LONGEST}}}"
    return re.compile(f"{verb}(?P<row>{stem}(?P<tail>{tail})(?:{mark}{stem}(?P=tail))+)")


def find_portions(shadow: str) -> Iterator[tuple[int, int]]:
    """Spans of the names of parts that rows tell, wherever the text has them.

    >>> text = "园区分为南山片、仙境片和洋屿片,南山片已建成。"
    >>> [text[start:end] for start, end in find_portions(text)]
    ['南山片', '仙境片', '洋屿片', '南山片']
    """
    names: dict[str, None] = {}
    plain = load_lexicon().forms("PlainPortion", "LayoutSide")
    for found in _row().finditer(shadow):
        tail = found.group("tail")
        items = re.split(f"、|{alternation('ItemJoiner')}", found.group("row"))
        if all(item.removesuffix(tail) not in plain for item in items):
            names.update(dict.fromkeys(items))
    if names:
        every = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
        for match in re.finditer(every, shadow):
            yield match.span()
