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
        if 3 <= len(token.text) <= _LONGEST and token.pos in _PROPER and _is_rare(token.text[:-1]):
            yield Settlement(token.start, token.end, cls, COINED_PLACE)
        elif len(token.text) == 1 and index and _is_rare_pair(tokens[index - 1]):
            yield Settlement(tokens[index - 1].start, token.end, cls, COINED_PLACE)


def _is_rare(text: str) -> bool:
    return text not in _common() and (not is_known_word(text) or len(text) == 2)


def _is_rare_pair(token: Token) -> bool:
    if len(token.text) != 2 or token.pos not in _PROPER_PAIR:
        return False
    return token.text not in _common() and not is_place(token.text)
