"""Firms and places that no list has: a rare word before a telling last word (蓝鲸科技, 滦安市)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon
from sources.place import is_place
from sources.token import Token, is_known_word

__all__ = ["Coinage", "find_firms", "find_new_places"]

#: Tags that the segmenter gives to names of persons, places and other things.
_PROPER = frozenset({"nr", "ns", "nz", "nrt", "nrfg", "ng", "zg"})
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
    return {cue.form: (cue.signals or "Enterprise", cue.id) for cue in load_lexicon().cues("FirmTail")}


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    lexicon = load_lexicon()
    kinds = ("GenericModifier", "ThinModifier", "LeftStop", "ActionVerb", "InnerVerb", "FieldNoun")
    return frozenset().union(*map(lexicon.forms, kinds))


def find_firms(tokens: list[Token]) -> Iterator[Coinage]:
    """Short names of companies: a brand and a word like 科技, with nothing nominal around."""
    for index in range(1, len(tokens)):
        tail = _tails().get(tokens[index].text)
        if tail is None or not _is_brand(tokens[index - 1]) or not _closed(tokens, index):
            continue
        if is_place(tokens[index - 1].text) and tokens[index].text not in _civic():
            continue
        first = index - 1
        if first and is_place(tokens[first - 1].text):
            first -= 1
        if first == 0 or tokens[first - 1].pos[0] not in "nab" or tokens[first - 1].text == "、":
            yield Coinage(tokens[first].start, tokens[index].end, *tail)


@lru_cache(maxsize=1)
def _civic() -> frozenset[str]:
    return load_lexicon().forms("CivicTail")


def _is_brand(token: Token) -> bool:
    if not _SHORTEST <= len(token.text) <= _LONGEST or token.text in _common():
        return False
    return token.pos in _PROPER or not is_known_word(token.text)


def _closed(tokens: list[Token], index: int) -> bool:
    """Does no noun go on after the name?"""
    if index + 1 == len(tokens):
        return True
    after = tokens[index + 1]
    verbs = load_lexicon().forms("ActionVerb") | load_lexicon().forms("Trigger")
    return after.text in verbs or after.pos[0] not in "nabjlmg"


def find_new_places(tokens: list[Token]) -> Iterator[Coinage]:
    """Cities, counties and districts that the table of divisions does not have."""
    letters = {
        cue.form: cue.attributes["of"] for cue in load_lexicon().cues("AreaLetter")
    }
    for index, token in enumerate(tokens):
        cls = letters.get(token.text[-1], "")
        if cls in {"", "Province"} or is_place(token.text):
            continue
        if 3 <= len(token.text) <= _LONGEST and token.pos in _PROPER and _rare(token.text[:-1]):
            yield Coinage(token.start, token.end, cls, "place/coined")
        elif len(token.text) == 1 and index and _rare_token(tokens[index - 1]):
            yield Coinage(tokens[index - 1].start, token.end, cls, "place/coined")


def _rare(text: str) -> bool:
    return text not in _common() and (not is_known_word(text) or len(text) == 2)


def _rare_token(token: Token) -> bool:
    return (
        len(token.text) == 2
        and token.pos in {"nr", "ns", "nz"}
        and token.text not in _common()
        and not is_place(token.text)
    )
