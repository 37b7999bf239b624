"""Initials: short forms made of the first letters of the words of a name (特飞所, 荆化园, 海大)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from sources.headnoun import head_of
from sources.modifier import is_general
from sources.place import is_place
from sources.token import is_known_word, tokenize

__all__ = ["initials"]

#: Longest that stands before the last letter of such a form, in characters.
_LONGEST = 5
#: Tags that the segmenter gives to words that only names use.
_PROPER = ("nr", "nz", "ns", "j")
_NOUNS = (*_PROPER, "n", "nt", "nrt")


def initials(shadow: str, name: str) -> Iterator[str]:
    """The forms in ``shadow`` that the words of ``name`` give their first letters to.

    >>> list(initials("背后是特飞所。", "汉江特种飞行器研究所"))
    ['特飞所']
    """
    yield from (form for form in _usual(name) if form in shadow)
    letter = _last(name)
    at = shadow.find(letter) if letter else -1
    if at < 0:
        return
    words = [token.text for token in tokenize(name, 0, len(name))]
    opening, found = frozenset(word[0] for word in words), set[str]()
    while at >= 0:
        if shadow[at - 1 : at] in opening:
            found.update(_before(shadow, at, letter, words))
        at = shadow.find(letter, at + 1)
    yield from sorted(found)


def _usual(name: str) -> Iterator[str]:
    """What the end of the name is always short for, if nothing else goes by that (海大, 城商行)."""
    for cue in load_lexicon().cues("Abbreviation"):
        head = head_of(cue.form) if name.endswith(cue.attributes["full"]) else None
        if head is not None and head.form == cue.form and "anaphor" not in head.attributes:
            yield cue.form


def _last(name: str) -> str:
    """The last letter of the short form."""
    for cue in _heads():
        if name.endswith(cue.attributes["full"]):
            return cue.form
    return name[-1] if name[-1] in load_lexicon().forms("ShortHead") else ""


def _before(shadow: str, at: int, letter: str, words: list[str]) -> Iterator[str]:
    """The longest form that ends with the letter at ``at``."""
    for size in range(min(_LONGEST, at), 0, -1):
        stem = shadow[at - size : at]
        pieces = _spell(stem, words)
        if pieces and _is_form(stem + letter, stem, pieces):
            yield stem + letter
            return


def _spell(stem: str, words: list[str]) -> int:
    """Of how many words, one of them cut short, ``stem`` gives the beginnings; 0 of none."""
    at = pieces = cut = 0
    for word in words:
        size = next((n for n in range(len(word), 0, -1) if stem.startswith(word[:n], at)), 0)
        if at < len(stem) and size:
            at, pieces, cut = at + size, pieces + 1, cut + (size < len(word))
    return pieces if at == len(stem) and cut else 0


def _is_form(form: str, stem: str, pieces: int) -> bool:
    """Is it a word that only a name can be?"""
    if is_place(form) or is_general(stem):
        return False
    cue = head_of(form)
    if cue is not None and cue.form == form:
        return False
    words = tokenize(form, 0, len(form))
    alone = next((c for c in _heads() if form.endswith(c.form)), None)
    if pieces < 2 and alone is None:
        return False
    tags = _NOUNS if alone is not None and alone.attributes.get("plain") == "true" else _PROPER
    return not is_known_word(form) or (len(words) == 1 and words[0].pos in tags)


@lru_cache(maxsize=1)
def _heads() -> tuple[Cue, ...]:
    """The last letters that stand for a whole head noun (大 for 大学)."""
    return load_lexicon().cues("InitialHead")
