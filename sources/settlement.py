"""Settlements that no table has: a rare word before the letter of an area (滦安市)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.place import is_place
from sources.token import Token, is_known_word

__all__ = ["COINED_PLACE", "Settlement", "area_class", "find_settlements"]

#: Cue of places that only the text itself knows.
COINED_PLACE = "place/coined"
#: Tags that the segmenter gives to names of persons, places and other things.
_PROPER = frozenset({"nr", "ns", "nz", "nrt", "nrfg", "ng", "zg"})
#: Tags of letters that only names use, and of others that may open a name.
_LETTERS = frozenset({"j", "g", "ng", "zg", "nr"})
_NOUNLIKE = frozenset({"n", "ns", "q", "d", "v", "nz"})
#: Of these, the tags that a word of two characters before 市 must have.
_PROPER_PAIR = frozenset({"nr", "ns", "nz"})
#: Longest name, in characters.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Settlement:
    """A name made of a rare word and the letter of an area: span, class and cue."""

    start: int
    end: int
    cls: str
    cue: str


@lru_cache(maxsize=1)
def _areas() -> dict[str, str]:
    return {cue.form: cue.attributes["of"] for cue in load_lexicon().cues("AreaLetter")}


def area_class(name: str) -> str:
    """The class of a place by its last letter; empty when that tells nothing.

    >>> area_class("滦安市"), area_class("滦安")
    ('City', '')
    """
    return _areas().get(name[-1:], "")


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    kinds = ("GenericModifier", "ThinModifier", "LeftStop", "ActionVerb", "InnerVerb", "FieldNoun")
    return load_lexicon().forms(*kinds)


def find_settlements(tokens: tuple[Token, ...]) -> Iterator[Settlement]:
    """Cities, counties and districts that the table of divisions does not have."""
    for index, token in enumerate(tokens):
        cls = area_class(token.text)
        if cls in {"", "Province"} or is_place(token.text):
            continue
        before = tokens[index - 1] if index else None
        if 3 <= len(token.text) <= _LONGEST:
            if _is_rare(token):
                yield Settlement(token.start, token.end, cls, COINED_PLACE)
        elif before is not None and _is_pair(before, token, cls):
            yield Settlement(before.start, token.end, cls, COINED_PLACE)


def _is_rare(token: Token) -> bool:
    """Is it, letter and all, a word that no dictionary has or a name of some kind?"""
    stem = token.text[:-1]
    if token.text[-2:] in _kinds() and is_known_word(token.text[:-2]):
        return False  # 沿海|地区
    if stem in _common() or not _counters().isdisjoint(stem):
        return False
    if not is_known_word(token.text):
        return token.pos[0] == "n" and (not is_known_word(stem) or token.pos in _PROPER)
    return token.pos in _PROPER and (not is_known_word(stem) or len(stem) == 2)


def _is_pair(before: Token, token: Token, cls: str) -> bool:
    """Do two words make a place that the segmenter does not know (滦安|市, 株|湖市)?"""
    if before.text in _common() or not _counters().isdisjoint(before.text):
        return False
    if len(token.text) == 1 and len(before.text) == 2:
        odd = before.pos[0] == "n" and not is_known_word(before.text)
        return odd or (before.pos in _PROPER_PAIR and not is_place(before.text))
    if len(token.text) != 2 or len(before.text) != 1:
        return False
    if token.text in _kinds():
        return before.pos == "ns"  # 涪|西区, 榆|州市
    lettered = before.pos in _LETTERS
    return lettered or (cls != "District" and before.pos in _NOUNLIKE and _is_odd(token))


def _is_odd(token: Token) -> bool:
    return token.pos == "ns" or not is_known_word(token.text)


@lru_cache(maxsize=1)
def _counters() -> frozenset[str]:
    """Letters that count or point, and so open no name."""
    return load_lexicon().forms("AreaCounter")


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    """Words for kinds of areas (城区, 片区), which make no place of the letter before them."""
    return load_lexicon().forms("AreaKind", "HeadNoun")
