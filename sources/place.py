"""Places: administrative divisions of China and regions known by name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, MatchKind

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary

__all__ = ["Place", "division_class", "find_places", "is_major", "is_place", "place_size"]

#: Sizes of a place that a name opens with, in characters, the longest first.
_SIZES = (4, 3, 2)
#: What may stand between two places of one list, so that each vouches for the other.
_WIDEST_JOIN = 2
#: Of the divisions that share a form the first of these is meant.
_RANKS = {"full": 0, "known": 0, "province": 1, "prefecture": 2, "county": 3}


@dataclass(frozen=True, slots=True)
class Place:
    """A known name at ``start:end``: its class and the full form when this one is short."""

    start: int
    end: int
    cls: str
    full: str
    cue: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form of the gazetteer; ``level``: full, known, province, prefecture or county."""

    form: str
    cls: str
    full: str
    level: str
    cue: str


@lru_cache(maxsize=1)
def _gazetteer() -> tuple[AhoCorasick, tuple[tuple[_Entry, ...], ...]]:
    entries: dict[str, list[_Entry]] = {}
    table = files("ontology.lexicon").joinpath("divisions.tsv").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("#") or line.startswith("code\t"):
            continue
        code, name, short, level, cls = line.split("\t")
        for form in {name, short}:
            level_of_form = level if form != name else "full"
            entry = _Entry(form, cls, name, level_of_form, f"division/{code}")
            entries.setdefault(form, []).append(entry)
        if short + name[-1] not in entries and name[-3:-1] in load_lexicon().forms("SelfRuled"):
            form = short + name[-1]  # 张家川县 for 张家川回族自治县
            entries[form] = [_Entry(form, cls, name, "prefecture", f"division/{code}")]
    for cue in load_lexicon().cues("KnownName"):
        entries[cue.form] = [_Entry(cue.form, cue.signals, cue.form, "known", cue.id)]
    forms = sorted(entries)
    matcher = AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)
    return matcher, tuple(tuple(entries[form]) for form in forms)


@lru_cache(maxsize=1)
def _forms() -> frozenset[str]:
    """The forms that name places; known companies and institutes are in the gazetteer too."""
    placed = (found for found in _gazetteer()[1] if vocabulary().is_a(found[0].cls, "Place"))
    return frozenset(found[0].form for found in placed)


def is_place(text: str) -> bool:
    """Is ``text`` the name of a division or region, in full or short?

    >>> is_place("荣昌"), is_place("荣昌高")
    (True, False)
    """
    return text in _forms()


def place_size(name: str) -> int:
    """How many characters of ``name`` are the place that it opens with, which leaves a rest.

    >>> place_size("荣昌高新区"), place_size("青石高新区")
    (2, 0)
    """
    return next((size for size in _SIZES if is_place(name[:size])), 0)


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    return {found[0].form: _choose(found, set()).cls for found in _gazetteer()[1]}


def division_class(text: str) -> str:
    """The class of the highest division or region of that name, in full or short; else empty.

    >>> division_class("荣昌"), division_class("吉林"), division_class("青石")
    ('District', 'Province', '')
    """
    return _classes().get(text, "")


@lru_cache(maxsize=1)
def _major() -> frozenset[str]:
    return frozenset(
        entry.form for entries in _gazetteer()[1] for entry in entries if entry.level != "county"
    )


def is_major(text: str) -> bool:
    """Is ``text`` a province, a prefecture, a region, or any division written out?"""
    return text in _major()


def find_places(
    shadow: str,
    edges: frozenset[int],
    tagged: frozenset[int] = frozenset(),
    sited: frozenset[int] = frozenset(),
) -> list[Place]:
    """Places in reading order; ``edges`` are the offsets at which words start or end.

    A county's or district's short form counts only when its full form occurs in the text, in a
    list beside another division, or where the segmenter takes it for a place (``tagged``) and it
    is a city or stands where something is or goes (``sited``), so that 和平 or 高新 is not taken
    for a district.
    """
    matcher, entries = _gazetteer()
    hits = [
        (start, end, entries[index])
        for index, start, end in matcher.find_matches_as_indexes(shadow)
        if start in edges and end in edges
    ]
    written = {entry.full for _, _, found in hits for entry in found if entry.level == "full"}
    places: list[Place] = []
    for position, (start, end, found) in enumerate(hits):
        entry = _choose(found, written)
        if entry.full not in written and entry.form in load_lexicon().forms("EverydayPlace"):
            continue
        alone = entry.level == "county" and entry.full not in written
        if alone and not _listed(shadow, hits, position):
            told = start in sited or (entry.cls == "City" and start in tagged)
            if not told or (start not in tagged and entry.cls != "City"):
                continue
        places.append(Place(start, end, entry.cls, entry.full, entry.cue))
    return places


def _choose(found: tuple[_Entry, ...], written: set[str]) -> _Entry:
    """The division meant by a form: written out elsewhere in the text, else the highest."""
    return min(found, key=lambda entry: (entry.full not in written, _RANKS[entry.level]))


def _listed(shadow: str, hits: list[tuple[int, int, tuple[_Entry, ...]]], position: int) -> bool:
    """Is the hit joined by 、 to another division?"""
    start, end, _ = hits[position]
    for other in (position - 1, position + 1):
        if not 0 <= other < len(hits):
            continue
        left, right = (hits[other][1], start) if other < position else (end, hits[other][0])
        if 0 < right - left <= _WIDEST_JOIN and shadow[left] == "、":
            return True
    return False
