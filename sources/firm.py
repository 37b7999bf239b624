"""Firms and places that no list has: a rare word before a telling last word (蓝鲸科技, 滦安市)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.place import is_place
from sources.token import Token, is_known_word

__all__ = ["COINED_PLACE", "Coinage", "area_class", "find_firms", "find_new_places"]

#: Cue of places that only the text itself knows.
COINED_PLACE = "place/coined"
#: Tags that the segmenter gives to names of persons, places and other things.
_PROPER = frozenset({"nr", "ns", "nz", "nrt", "nrfg", "ng", "zg"})
#: Of these, the tags that a word of two characters before 市 must have.
_PROPER_PAIR = frozenset({"nr", "ns", "nz"})
#: First letters of tags: nouns and their describers, which stand in the way of a firm's name.
_NOUNS_AFTER, _NOUNS_BEFORE = frozenset("nabjlmg"), frozenset("nab")
_SHORTEST, _LONGEST = 2, 4


@dataclass(frozen=True, slots=True)
class Coinage:
    """A name made of a rare word and a telling last word: span, class and cue."""

    start: int
    end: int
    cls: str
    cue: str


@lru_cache(maxsize=1)
def _tails() -> dict[str, tuple[str, str]]:
    cues = load_lexicon().cues("FirmTail")
    return {cue.form: (cue.signals or "Enterprise", cue.id) for cue in cues}


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


@lru_cache(maxsize=1)
def _verbs() -> frozenset[str]:
    return load_lexicon().forms("ActionVerb", "Trigger")


def find_firms(tokens: tuple[Token, ...]) -> Iterator[Coinage]:
    """Short names of companies: a brand and a word like 科技, with nothing nominal around."""
    civic = load_lexicon().forms("CivicTail")
    for index in range(1, len(tokens)):
        tail = _tails().get(tokens[index].text)
        if tail is None or not _is_brand(tokens[index - 1]) or not _closed(tokens, index):
            continue
        if is_place(tokens[index - 1].text) and tokens[index].text not in civic:
            continue
        first = index - 1
        if first and is_place(tokens[first - 1].text):
            first -= 1
        if first == 0 or tokens[first - 1].pos[0] not in _NOUNS_BEFORE:
            yield Coinage(tokens[first].start, tokens[index].end, *tail)


def _is_brand(token: Token) -> bool:
    if not _SHORTEST <= len(token.text) <= _LONGEST or token.text in _common():
        return False
    return token.pos in _PROPER or not is_known_word(token.text)


def _closed(tokens: tuple[Token, ...], index: int) -> bool:
    """Does no noun go on after the name?"""
    if index + 1 == len(tokens):
        return True
    after = tokens[index + 1]
    return after.text in _verbs() or after.pos[0] not in _NOUNS_AFTER


def find_new_places(tokens: tuple[Token, ...]) -> Iterator[Coinage]:
    """Cities, counties and districts that the table of divisions does not have."""
    for index, token in enumerate(tokens):
        cls = area_class(token.text)
        if cls in {"", "Province"} or is_place(token.text):
            continue
        if 3 <= len(token.text) <= _LONGEST and token.pos in _PROPER and _is_rare(token.text[:-1]):
            yield Coinage(token.start, token.end, cls, COINED_PLACE)
        elif len(token.text) == 1 and index and _is_rare_pair(tokens[index - 1]):
            yield Coinage(tokens[index - 1].start, token.end, cls, COINED_PLACE)


def _is_rare(text: str) -> bool:
    return text not in _common() and (not is_known_word(text) or len(text) == 2)


def _is_rare_pair(token: Token) -> bool:
    if len(token.text) != 2 or token.pos not in _PROPER_PAIR:
        return False
    return token.text not in _common() and not is_place(token.text)
