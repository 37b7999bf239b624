"""Shortenings: which longer name of a document a shorter one is made from.

云溪高新区 is 云溪高新技术产业开发区 written short, 银杉研究院 leaves out general words of
银杉产业技术研究院, and 绿能基金 is what is left of 云溪绿能基金.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.brand import FIRMS
from sources.firm import brands_of
from sources.headnoun import head_of
from sources.modifier import is_general
from sources.place import find_places, is_place, place_size

__all__ = ["Shortened"]

#: Classes whose short forms the table of divisions knows, and persons, who have none.
_NEVER = frozenset({"Person", "City", "District", "County", "Province", "Region"})
#: Classes of things that go by the first and the last word of their names.
_HOLLOW = ("Park", "Platform", "ResearchInstitute", "Alliance", "Fund")
#: A short form that drops words from the middle shares at least this much of the beginning.
_STEM = 2
#: Longest word that tells the level of an area, in characters: 自治区.
_LETTERS = 3
#: Longest word that may be dropped from the middle of a name, in characters.
_LONGEST_DROPPED = 8
#: Later than any sentence.
_NOWHERE = 10**9


class Shortened:
    """Finds the longer name of a document that a shorter one is made from.

    ``classes`` gives the class of each text, ``order`` the first sentence below the titles that
    has it; only names in ``standing``, which occur by themselves, can be the full form.
    """

    def __init__(
        self, classes: dict[str, str], standing: set[str], order: Mapping[str, int]
    ) -> None:
        """``order`` may lack names that stand in titles alone."""
        self.classes, self.standing, self.order = classes, standing, order
        self._by_end: dict[str, list[str]] = {}
        self._by_stem: dict[tuple[str, str], list[str]] = {}
        self._by_brand: dict[str, list[str]] = {}
        for text in sorted(standing):
            if vocabulary().is_any(classes[text], FIRMS):
                for brand in brands_of(text):
                    self._by_brand.setdefault(brand, []).append(text)
            for at in range(1, len(text)):
                self._by_end.setdefault(text[at:], []).append(text)
            self._by_stem.setdefault((text[:_STEM], text[-1]), []).append(text)

    def full(self, text: str) -> str | None:
        """The one longer name that ``text`` shortens, if exactly one does."""
        cls = self.classes[text]
        if cls in _NEVER:
            return None
        forms = [text, *_written_out(text)]
        whole = {form for form in forms[1:] if form in self.classes}
        if len(whole) == 1:
            return whole.pop()
        near = {(form, other) for form in forms for other in self._near(form)}
        near = {(form, other) for form, other in near if len(other) > len(text)}
        longer = {
            other
            for form, other in near
            if (self._kin(cls, other) or _is_end(text, other)) and _shortens(form, other)
        }
        if vocabulary().is_any(cls, FIRMS):
            longer.update(other for other in self._by_brand.get(text, ()) if other != text)
        if not longer and not place_size(text):
            longer = {other for _, other in near if self._is_left_of(text, other)}
        return longer.pop() if len(longer) == 1 else None

    def _is_left_of(self, text: str, other: str) -> bool:
        """Is ``text`` what a text goes on with, that has first told the whole: 绿能基金, 洞庭室?"""
        cue = head_of(text)
        later = text in self.order and self.order.get(other, _NOWHERE) < self.order[text]
        if cue is None or not later or not self._kin(self.classes[text], other):
            return False
        stem = text[: -len(cue.form)]
        if len(stem) < _STEM or is_general(stem):
            return False
        if other.endswith(text):
            return True
        hollow = vocabulary().is_any(self.classes[text], _HOLLOW) and cue.signals != "Fund"
        return hollow and other.startswith(stem) and other.endswith(cue.form)

    def _near(self, form: str) -> set[str]:
        """The names that ``form`` may be short for, or that are written so."""
        same = {form} if form in self.standing else set()
        return same.union(
            self._by_end.get(form, ()), self._by_stem.get((form[:_STEM], form[-1]), ())
        )

    def _kin(self, cls: str, other: str) -> bool:
        words = vocabulary()
        return words.is_a(cls, self.classes[other]) or words.is_a(self.classes[other], cls)


def _is_end(text: str, full: str) -> bool:
    """Is ``text`` the end of ``full``, and more than its head noun? Then classes may differ."""
    cue = head_of(text)
    return full.endswith(text) and (cue is None or len(cue.form) < len(text))


def _written_out(text: str) -> list[str]:
    """The name with its shortened end written out: 江淮科大, 江淮科技大学."""
    ends = _abbreviations()
    return [
        text[:at] + full
        for at in range(len(text) - 1, -1, -1)
        for full in ends.get(text[at:], ())
        if _tells(text[:at])
    ]


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, list[str]]:
    """What each shortened end is short for."""
    ends: dict[str, list[str]] = {}
    for cue in load_lexicon().cues("Abbreviation"):
        ends.setdefault(cue.form, []).append(cue.attributes["full"])
    return ends


def _tells(stem: str) -> bool:
    """Is it enough of a name before its end: the letter of an area (市|科技局), or two letters?"""
    return len(stem) >= _STEM or stem in load_lexicon().forms("AreaLetter")


def _shortens(short: str, full: str) -> bool:
    """Is ``short`` made from ``full`` by leaving out general words or what stands before it?"""
    if full == short:
        return True
    if full.endswith(short):
        # What is left out must be an area or a body, not a brand that makes another thing.
        outer = full[: -len(short)]
        return _is_outer(outer) or _is_area(full, len(outer))
    left = 0
    while left < len(short) and short[left] == full[left]:
        left += 1
    if left < _STEM or left == len(short) or not full.endswith(short[left:]):
        return False
    return _is_general(full[left : len(full) - (len(short) - left)])


def _is_outer(text: str) -> bool:
    """Is ``text`` an area, a level or the name of a body?"""
    if _is_general(text) or is_place(text):
        return True
    edges = frozenset({0, len(text)})
    if any(place.end - place.start == len(text) for place in find_places(text, edges)):
        return True
    cue = head_of(text)
    return cue is not None and len(cue.form) < len(text)


def _is_area(full: str, cut: int) -> bool:
    """Does ``full`` open with an area whose last letters stand behind ``cut`` (渝北|区科技局)?"""
    places = find_places(full, frozenset(range(len(full) + 1)))
    return any(place.start == 0 and 0 < place.end - cut <= _LETTERS for place in places)


@lru_cache(maxsize=1)
def _droppable() -> frozenset[str]:
    return load_lexicon().forms("GenericModifier", "HeadNoun", "AreaLetter")


def _is_general(text: str) -> bool:
    """Is ``text`` put together of general modifiers, head nouns and letters of areas?"""
    reach = {0}
    for at in range(len(text)):
        if at in reach:
            ends = range(at + 1, at + 1 + _LONGEST_DROPPED)
            reach.update(end for end in ends if text[at:end] in _droppable())
    return len(text) in reach
