"""Brands: words that only companies use."""

from __future__ import annotations

from functools import lru_cache

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.headnoun import head_of
from sources.modifier import is_general
from sources.place import is_place
from sources.surname import has_surname
from sources.token import Token, is_known_word, tokenize

__all__ = ["FIRMS", "brand_in", "is_brand"]

#: Classes of companies, which go by their brand.
FIRMS = ("Enterprise", "FinancialInstitution")
#: Lengths of a brand in characters, and of one that may be somebody's name.
_SHORTEST, _LONGEST, _PERSON = 2, 7, 3
#: Longest brand made of known words and a letter (镁|富康), in characters.
_LETTERED = 4


@lru_cache(maxsize=1)
def _closed() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lexicon = load_lexicon()
    last = lexicon.forms("AreaLetter", "ShortHead", "TownLetter")
    return lexicon.forms("BrandEnd"), last, lexicon.forms("PersonRole", "Title")


def brand_in(text: str) -> str:
    """``text`` without letters of the sentence that the segmenter glued to its end.

    >>> brand_in("赛诺迪等"), brand_in("天骄信")
    ('赛诺迪', '天骄信')
    """
    ends = _closed()[0]
    cut = next((at for at in range(_SHORTEST, len(text)) if text[at] in ends), len(text))
    return text[:cut]


def is_brand(text: str, first: Token, counted: bool = False, lettered: bool = False) -> bool:
    """Is it a word that no dictionary has, and no place, person, kind or field?

    ``first`` is the word that it starts with. What a count of firms tells (``counted``) may look
    like a person; ``lettered`` takes a word with a letter beside it for one that nobody knows.

    >>> is_brand("纽尔利", Token(0, 3, "纽尔利", "n")), is_brand("生物", Token(0, 2, "生物", "n"))
    (True, False)
    """
    _, last, roles = _closed()
    if not _SHORTEST <= len(text) <= _LONGEST or head_of(text) is not None or is_general(text):
        return False
    if pattern("AspectSign").search(text) is not None:
        return False
    if is_place(text) or text[-1] in last or first.text in roles or is_known_word(text):
        return False
    if any(vocabulary().find(scheme, text) is not None for scheme in ("industries", "fields")):
        return False
    if not counted and len(text) <= _PERSON and has_surname(text, 0):
        return False
    words = tokenize(text, 0, len(text))
    lettered = lettered and text[-1] not in load_lexicon().forms("GoodsLetter")
    letter = lettered and len(text) <= _LETTERED and any(len(word.text) == 1 for word in words)
    return letter or any(not is_known_word(word.text) for word in words)
