"""Tokens: words of the shadow with their part of speech, by a segmenter that knows our lexicon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from ontology.lexicon import load_lexicon
from sources.place import is_major, is_place

__all__ = ["Token", "is_known_word", "tokenize"]

#: Kinds of cues that the segmenter must keep whole, with the part of speech it gives them.
_KEPT_WHOLE = {
    "Denial": "v",
    "Hearsay": "v",
    "Rumour": "v",
    "FirmTail": "n",
    "Gossip": "v",
    "HeadNoun": "n",
    "Trigger": "v",
    "KnownName": "nz",
    "SectionWord": "r",
    "Title": "n",
    "WholeWord": "n",
}
#: Longest word that opens with an area's letter and keeps it (市政府, 省内).
_LENT = 3
#: First letters of the tags of the second letter of a brand, and of the word behind it.
_BRAND, _GOES_ON = frozenset("nagbz"), frozenset("nagbzjl")


# Not frozen: many are made of every text, and a frozen one takes four times as long to make.
@dataclass(slots=True)
class Token:
    """One word, ``shadow[start:end]``; ``pos`` is a tag of the ICTCLAS set, such as ``vn``."""

    start: int
    end: int
    text: str
    pos: str


@lru_cache(maxsize=1)
def _tagger() -> rjieba.Jieba:
    tagger = rjieba.Jieba()
    lexicon = load_lexicon()
    for kind, pos in _KEPT_WHOLE.items():
        for cue in lexicon.cues(kind):
            if len(cue.form) > 1 and cue.form.isalpha() and not tagger.has_word(cue.form):
                tagger.add_word(cue.form, None, pos)
    return tagger


@lru_cache(maxsize=1)
def _glued() -> tuple[frozenset[str], frozenset[str]]:
    lexicon = load_lexicon()
    before = lexicon.forms(
        *("Preposition", "AgentMarker", "Joiner", "Comitative", "Future", "Former", "Gloss")
    )
    return frozenset(form for form in before if len(form) == 1), lexicon.forms("AreaLetter")


@lru_cache(maxsize=65536)
def is_known_word(text: str) -> bool:
    """Does the segmenter's dictionary have the word?"""
    return bool(_tagger().has_word(text))


def tokenize(shadow: str, start: int, end: int) -> list[Token]:
    """Words of ``shadow[start:end]``.

    >>> [token.text for token in tokenize("科学城拥有28所高校", 0, 10)]
    ['科学城', '拥有', '28', '所', '高校']
    """
    particles, letters = _glued()
    tokens: list[Token] = []
    offset = start
    for text, pos in _tagger().tag(shadow[start:end]):
        doer = pos == "nr" and len(text) > 2 and text[0] in load_lexicon().forms("DoerMarker")
        while doer or _cut(text, particles, letters, tokens[-1].text if tokens else ""):
            doer = False  # 由|云杉集团, and nobody of the rare name 由
            tokens.append(Token(offset, offset + 1, text[0], "p"))
            text, pos, offset = text[1:], "n", offset + 1
        if pos != "ns" and is_major(text):
            pos = "ns"
        if tokens and len(text) > 1 and (head := _headed(tokens[-1], text)):
            tokens[-1] = Token(tokens[-1].start, offset + len(text) - 1, head, "n")
            text, pos, offset = text[-1], "f", offset + len(text) - 1
        if _is_glued(text):
            tokens.append(Token(offset, offset + 1, text[0], "n"))
            text, pos, offset = text[1], "p", offset + 1
        tokens.append(Token(offset, offset + len(text), text, pos))
        offset += len(text)
    return list(_whole(list(_placed(_mended(tokens)))))


def _placed(tokens: list[Token]) -> Iterator[Token]:
    """The words, with an area's letter given back to its name (云南|省校合作 is 云南省|校|合作)."""
    letters = _glued()[1]
    for at, token in enumerate(tokens):
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if after is not None and _lends(token.text, after, letters):
            yield Token(token.start, token.end + 1, token.text + after.text[0], "ns")
        elif at and _lends(tokens[at - 1].text, token, letters):
            yield Token(token.start + 1, token.start + 2, token.text[1], "n")
            yield Token(token.start + 2, token.end, token.text[2:], token.pos)
        else:
            yield token


def _lends(place: str, word: Token, letters: frozenset[str]) -> bool:
    """Does a longer verb open with the last letter of the area before it?"""
    text = word.text
    opens = len(text) > _LENT and word.pos[0] == "v" and text[0] in letters and is_place(place)
    return opens and is_place(place + text[0]) and is_known_word(text[2:])


def _mended(tokens: list[Token]) -> list[Token]:
    """The words, with the torn end of a company's name made whole (水城|投 is 水|城投)."""
    tails, verbs = _torn_tails()
    for at in range(1, len(tokens)):
        before, letter = tokens[at - 1], tokens[at]
        if letter.text not in verbs or len(before.text) < 2:
            continue
        if before.text[-1] + letter.text not in tails:
            continue
        counted = at + 1 < len(tokens) and tokens[at + 1].pos[0] == "m"
        if counted or before.end != letter.start:
            continue  # 这座城|投|3亿元
        cut = before.end - 1
        tokens[at - 1] = Token(before.start, cut, before.text[:-1], "n")
        tokens[at] = Token(cut, letter.end, before.text[-1] + letter.text, "n")
    return tokens


@lru_cache(maxsize=1)
def _torn_tails() -> tuple[frozenset[str], frozenset[str]]:
    """The ends of names of an area's investors (城投), and the verbs that they end in."""
    lexicon = load_lexicon()
    sure = [cue.form for cue in lexicon.cues("FirmTail") if cue.attributes.get("sure") == "true"]
    verbs = frozenset(form[-1] for form in sure if form in lexicon.forms("CivicTail"))
    verbs = frozenset(sign for sign in verbs if _tagger().tag(sign)[0][1][0] == "v")
    civic = lexicon.forms("CivicTail")
    return frozenset(form for form in civic if len(form) == 2 and form[-1] in verbs), verbs


def _whole(tokens: list[Token]) -> Iterator[Token]:
    """The words, with the first letter of a brand in a row tied to the rest of it.

    Right behind the mark of a row nothing is joined: 、|和|泽|气体 is 、|和泽|气体.
    """
    lexicon = load_lexicon()
    marks = lexicon.forms("RowMark")
    joiners, areas = lexicon.forms("BrandOpener"), lexicon.forms("AreaLetter")
    at = 0
    while at < len(tokens):
        token = tokens[at]
        opens = at and tokens[at - 1].text in marks and token.text in joiners
        rest = tokens[at + 1 : at + 3] if opens else []
        if len(rest) > 1 and _is_brand(rest[0], areas) and rest[1].pos[0] in _GOES_ON:
            yield Token(token.start, rest[0].end, token.text + rest[0].text, "nz")
            at += 2
        else:
            yield token
            at += 1


def _is_brand(letter: Token, areas: frozenset[str]) -> bool:
    """May the letter, with the one before it, be a brand?"""
    named = len(letter.text) == 1 and letter.pos[0] in _BRAND and letter.text not in areas
    return named and not is_place(letter.text)


@lru_cache(maxsize=1)
def _heads() -> tuple[frozenset[str], frozenset[str]]:
    lexicon = load_lexicon()
    return frozenset(cue.form for cue in lexicon.cues("HeadNoun")), lexicon.forms("InsideWord")


def _headed(before: Token, text: str) -> str:
    """The head noun whose end the segmenter gave to a word for inside (科技|园内), or nothing."""
    heads, inside = _heads()
    if text[-1] not in inside:
        return ""
    head = before.text + text[:-1]
    return head if head in heads else ""


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    return load_lexicon().forms("Copula", "Comitative")


def _is_glued(text: str) -> bool:
    """Did the segmenter glue a copula or joiner to the end of no word (方|为, 能|为)?"""
    if len(text) != 2 or text[1] not in _ends():
        return False
    return text[1].isalpha() and not _tagger().has_word(text)


@lru_cache(maxsize=1)
def _calendar() -> frozenset[str]:
    """The signs of years, months and days."""
    marks = load_lexicon().cues("TimeMark")
    return frozenset(mark.form for mark in marks if mark.signals in {"year", "month", "day"})


def _cut(text: str, particles: frozenset[str], letters: frozenset[str], before: str) -> bool:
    """Is a particle glued to the word behind it (由市|科技局, 同鸠江, 9月经)?"""
    if len(text) < 2:
        return False
    dated = before.isdecimal() and text[0] in _calendar()
    if dated and (text[1] in particles or not _tagger().has_word(text)):
        return True  # 9月经, 2010年升|为
    placed = len(text) > 2 and is_place(text[1:]) and not is_place(text)
    if text[0] in particles and (text[1:] in letters or placed):
        return True  # 由市|科技局, 和凉州, which some person is called
    if _tagger().has_word(text):
        return False
    return text[0] in particles or _is_verb_glued(text, letters)


def _is_verb_glued(text: str, letters: frozenset[str]) -> bool:
    """Does a verb of one letter stand before a name (获省|科技厅, 设庆绥)?"""
    if text[0] not in load_lexicon().forms("GluedVerb") or _tagger().has_word(text[:2]):
        return False
    return len(text) > 2 or text[1:] in letters
