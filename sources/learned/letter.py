"""Letters: what a tagger sees of each character of a sentence.

A word that is cut in the wrong place hides where a name ends; a character does not. The tagger of
letters errs elsewhere than that of words does, so that both together err less.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sources.learned.word import Eye, frames, look_at, marks, say_rules
from sources.mention import Mention
from sources.token import Token

__all__ = ["LetterSight", "split_letters"]

#: How many letters on either side of one are told, and beyond the edge of the sentence.
_WINDOW = 3
_EDGE = "#" * _WINDOW
_BEYOND = Token(0, 0, "", "")


def split_letters(words: Iterable[Token]) -> list[Token]:
    """The characters of words, each with the part of speech of its word.

    >>> [one.text for one in split_letters([Token(4, 6, "宁波", "ns"), Token(6, 7, "市", "n")])]
    ['宁', '波', '市']
    """
    return [
        Token(word.start + at, word.start + at + 1, letter, word.pos)
        for word in words
        for at, letter in enumerate(word.text)
    ]


class LetterSight(Eye):
    """Sees letters as a tagger does: only the features that its model has a weight for."""

    def __init__(self, known: frozenset[str] | None = None) -> None:
        """``known``: the features that count; all if not given."""
        super().__init__(known)
        self._plain = lru_cache(maxsize=65536)(look_at)
        self._own = lru_cache(maxsize=65536)(self._see_own)
        self._beside = lru_cache(maxsize=65536)(self._see_beside)
        self._ruled = lru_cache(maxsize=65536)(self._see_rules)

    def cut(self, words: Sequence[Token]) -> Sequence[Token]:
        """What the tagger labels: the characters of the words."""
        return split_letters(words)

    def see(self, words: Sequence[Token], mentions: Sequence[Mention]) -> list[list[str]]:
        """The features of each letter of the words; ``mentions`` are what rules found, in order."""
        seen = [self._plain(word.text, word.pos) for word in words]
        found = [[*around] for around in self._windows("".join(word.text for word in words))]
        rules = ["#", "#", *_spread(words, say_rules(words, mentions)), "#", "#"]
        at = 0
        for index, (mark, frame) in enumerate(zip(marks(seen), frames(seen), strict=True)):
            word = words[index]
            before = words[index - 1] if index else _BEYOND
            after = words[index + 1] if index + 1 < len(words) else _BEYOND
            for place in _places(len(word.text)):
                features = found[at]
                features += self._own(word.text, word.pos, place)
                features += self._beside("-", place, before.text, before.pos, word.pos)
                features += self._beside("+", place, after.text, after.pos, word.pos)
                features += self._ruled(tuple(rules[at : at + 5]), place, word.pos[0])
                features += self._counting((mark, *[f"{place}|{told}" for told in frame]))
                at += 1
        return found

    def _windows(self, text: str) -> Iterator[Iterable[str]]:
        """What the letters around each one tell."""
        padded = _EDGE + text + _EDGE
        for at in range(_WINDOW, _WINDOW + len(text)):
            a, b, c, d, e, f, g = list(padded[at - _WINDOW : at + _WINDOW + 1])
            yield self._counting(
                (
                    *(f"-3:{a}", f"-2:{b}", f"-1:{c}", f"0:{d}", f"1:{e}", f"2:{f}", f"3:{g}"),
                    *(f"-2:{b}{c}", f"-1:{c}{d}", f"0:{d}{e}", f"1:{e}{f}"),
                    *(f"-1:{c}{d}{e}", f"0:{d}{e}{f}"),
                )
            )

    def _see_own(self, text: str, pos: str, place: str) -> tuple[str, ...]:
        """What the word of a letter tells; ``place``: where the letter stands in it."""
        word = self._plain(text, pos)
        told = [f"{place}|t={text}", f"{place}|p={pos}", f"{place}|h={word.kin}"]
        told += [f"{place}|{kind}" for kind in word.kinds]
        return tuple(self._counting(told + [f"{place}|o"] * word.rare))

    def _see_beside(
        self, side: str, place: str, text: str, beside: str, pos: str
    ) -> tuple[str, ...]:
        """What the word before or after that of a letter tells; no text is beyond the sentence."""
        if not text:
            return tuple(self._counting((f"{side}#",)))
        told = [f"{side}{place}|t={text}", f"{side}{place}|p={beside}|{pos}"]
        kinds = self._plain(text, beside).kinds
        return tuple(self._counting(told + [f"{side}{place}|{kind}" for kind in kinds]))

    def _see_rules(self, rules: tuple[str, ...], place: str, pos: str) -> tuple[str, ...]:
        """What rules say of a letter and of the two on either side."""
        back, before, rule, after, ahead = rules
        told = (f"r={rule}", f"r|p={rule}|{place}|{pos}", f"-r={before}|{rule}")
        return tuple(self._counting((*told, f"r+={rule}|{after}", f"-2:r={back}", f"2:r={ahead}")))


def _places(size: int) -> str:
    """Where the letters of a word stand in it: alone, at its start, amid it, at its end.

    >>> _places(1), _places(4)
    ('S', 'BMME')
    """
    return "S" if size == 1 else "B" + "M" * (size - 2) + "E"


def _spread(words: Sequence[Token], rules: Iterable[str]) -> Iterator[str]:
    """What rules say of words, for each letter: the edges of a name are those of its words."""
    for word, rule in zip(words, rules, strict=True):
        place, _, name = rule.partition("-")
        last = len(word.text) - 1
        for at in range(last + 1):
            if not name:
                yield rule
                continue
            first = "B" if place.startswith("B") and at == 0 else "I"
            yield f"{first}{'E' if place.endswith('E') and at == last else ''}-{name}"
