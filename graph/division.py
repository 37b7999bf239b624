"""Divisions: which administrative area lies in which, and what is short for what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from graph.identity import key

__all__ = ["Divisions", "divisions"]


@dataclass(frozen=True, slots=True)
class Divisions:
    """The table ``ontology/lexicon/divisions.tsv`` by identity key.

    ``codes`` holds the code prefixes of a full or short name: two digits for a province, four
    for a prefecture, six for a county. ``full`` maps a short name to its full names and classes.
    """

    codes: dict[str, frozenset[str]]
    full: dict[str, tuple[tuple[str, str], ...]]
    anchors: frozenset[str]

    def related(self, one: str, other: str) -> bool:
        """Whether one area lies in the other, or they are the same.

        >>> divisions().related("重庆", "南岸区"), divisions().related("长沙", "南岸区")
        (True, False)
        """
        return one == other or any(
            a.startswith(b) or b.startswith(a)
            for a in self.codes.get(one, ())
            for b in self.codes.get(other, ())
        )

    def is_unique(self, name: str) -> bool:
        """Whether one area alone has the name: 南岸区 has, 鼓楼区 has not.

        >>> divisions().is_unique("南岸区"), divisions().is_unique("鼓楼区")
        (True, False)
        """
        return len(self.codes.get(name, ())) == 1


@lru_cache(maxsize=1)
def divisions() -> Divisions:
    """The table, read once."""
    codes: dict[str, set[str]] = {}
    full: dict[str, set[tuple[str, str]]] = {}
    anchors: set[str] = set()
    table = files("ontology.lexicon").joinpath("divisions.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith(("#", "code\t")):
            continue
        code, name, short, level, cls = line.split("\t")
        prefix = code[: {"province": 2, "prefecture": 4}.get(level, 6)]
        for form in (key(name), key(short)):
            codes.setdefault(form, set()).add(prefix)
        full.setdefault(key(short), set()).add((key(name), cls))
        # the short form of a county is too common a word to place a name
        anchors.update({key(name)} if level == "county" else {key(name), key(short)})
    return Divisions(
        {name: frozenset(found) for name, found in codes.items()},
        {short: tuple(sorted(found)) for short, found in full.items()},
        frozenset(anchors),
    )
