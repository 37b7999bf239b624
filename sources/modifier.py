"""Modifiers: what the words before a head noun tell of a thing, and whether they name it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from sources.place import is_major, is_place
from sources.token import Token, is_known_word

__all__ = ["is_general", "is_specific", "kind_of"]

#: A head of more characters than this already carries modifiers (综合性科学中心).
_SHORT_HEAD = 4
#: Classes of companies, whose short names are brands.
_FIRMS = ("Enterprise", "FinancialInstitution")


@dataclass(frozen=True, slots=True)
class _Words:
    letters: frozenset[str]
    generic: frozenset[str]
    levels: frozenset[str]
    thin: frozenset[str]
    openers: frozenset[str]
    colleges: frozenset[str]
    brands: frozenset[str]
    signs: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    return _Words(
        letters=lexicon.forms("AreaLetter"),
        generic=lexicon.forms("GenericModifier"),
        levels=lexicon.forms("LevelModifier"),
        thin=lexicon.forms("ThinModifier"),
        openers=lexicon.forms("AreaLetter", "NationWord"),
        colleges=lexicon.forms("CollegeHead"),
        signs=lexicon.forms("LevelSign"),
        brands=frozenset(c.form for c in lexicon.cues("KnownName") if c.signals in _FIRMS),
    )


def is_specific(tokens: tuple[Token, ...], first: int, head_start: int, head: Cue) -> bool:
    """Does anything from ``tokens[first]`` to the head tell this thing from others of its kind?"""
    words = _words()
    kinds: set[str] = set()
    thin = 0
    for token in tokens[first:]:
        if token.start >= head_start:
            break
        text = token.text[: head_start - token.start]
        if text in "()“”·":
            continue
        if text in words.signs:
            kinds.add("levelled")  # 甲自治区|级|高新区
            continue
        if _is_levelled(tokens, token):
            continue
        kind = kind_of(text, token)
        if kind == "own" and head.form in words.colleges and _is_plain(text, token):
            kind = "general"
        if kind == "own":
            return True
        kinds.add(kind)
        thin += kind == "thin"
    if head.signals == "Fund" and _is_priced(tokens, first):
        return True
    strength = head.attributes.get("weak", "") if len(head.form) <= _SHORT_HEAD else ""
    weak = strength != ""
    opener = tokens[first]
    if opener.start + 1 == head_start and "general" in kinds and not weak:
        return opener.text in words.letters
    if head.signals == "GovernmentBody" and opener.text in words.openers and kinds:
        return True  # 省|重点|项目办, 国家|质检总局
    if thin:
        long = len(head.form) > _SHORT_HEAD
        return thin > 1 or long or not kinds.isdisjoint({"general", "placed", "levelled"})
    if weak and strength == "town" and kinds == {"placed"}:
        weak = is_major(opener.text)
    return "placed" in kinds and "levelled" not in kinds and ("general" in kinds or not weak)


def _is_levelled(tokens: tuple[Token, ...], token: Token) -> bool:
    """Does the sign of a level follow, so that it only tells whose level it is (自治区|级)?"""
    after = next((other for other in tokens if other.start == token.end), None)
    return after is not None and after.text in _words().signs


def kind_of(text: str, token: Token) -> str:
    """What a modifier tells: levelled, thin, general or placed; own when it names the thing."""
    words = _words()
    if text in words.levels:
        return "levelled"
    if text in words.thin:
        return "thin"
    if text in words.generic or is_general(text):
        return "general"
    if text in words.brands:
        return "own"
    if len(text) > 1 and is_place(text):
        return "placed"
    # A place that no table and no dictionary has is a brand as well (渤港集团).
    written = text[-1] in words.letters or is_known_word(text)
    return "placed" if len(text) > 1 and token.pos == "ns" and written else "own"


def _is_plain(text: str, token: Token) -> bool:
    """Is it a word of the language that names nobody and no place (机电|学院)?"""
    return is_known_word(text) and token.pos[:2] not in {"nr", "ns", "nz", "nt"}


def _is_priced(tokens: tuple[Token, ...], first: int) -> bool:
    """Does an amount with 的 stand before the name (15亿元的科技成果转化基金)?"""
    if first < 2:
        return False
    lexicon = load_lexicon()
    amount, tie = tokens[first - 2 : first]
    ends_in_money = amount.text[-1] in lexicon.forms("MoneyMark")
    return ends_in_money and tie.text in lexicon.forms("Attributive")


def is_general(text: str) -> bool:
    """Is the word one general modifier, or put together of two?

    >>> is_general("科技创新"), is_general("公共技术"), is_general("量子")
    (True, True, False)
    """
    generic = _words().generic
    if len(text) < 3:
        return text in generic
    return any(text[:cut] in generic and text[cut:] in generic for cut in range(1, len(text)))
