"""Coinages: words that may be the name of a company, whatever they are made of.

What stands around them has to tell that it is one; here is only asked whether the words between
two such marks can be a name at all, and of which class.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.brand import FIRMS
from sources.headnoun import head_of
from sources.modifier import is_general
from sources.place import is_place
from sources.surname import has_surname
from sources.token import Token, is_known_word

__all__ = [
    *("coined_class", "is_han", "is_like_person", "is_marked", "is_rare", "is_sure"),
    *("may_be_inside", "tail_of", "tailed_class"),
]

#: Lengths in characters: of a coinage, of one that nobody is called, and of the end of a company.
_SHORTEST, _LONGEST, _PERSON, _TAILS = 2, 8, 3, (4, 3, 2)
#: Tags of words that no name is made of, and of those that none of more letters than one is.
_LOOSE = frozenset({"uj", "ul", "ud", "ug", "uv", "y", "e", "o", "u"})
_WORDS = frozenset("dpct")
#: Tags of letters that are words of the sentence.
_LETTERS = frozenset("dpcr")
#: Tags of names.
_PROPER = frozenset({"nz", "nr", "nrt", "nt", "j"})
#: Of these, tags of things.
_THINGS = frozenset({"nz", "nt"})
#: Tags of letters that only names and compounds have.
_STEMS = frozenset({"g", "ng", "zg"})
#: Of these, tags of known words that firms may be called.
_TOLD = frozenset({"nz", "nr", "nrt", "nt"})
#: Kinds of cues of letters, and of words, that no company's name goes over.
_LETTERS_OUT = (
    "AgentMarker",
    "Attributive",
    "AspectSign",
    "Copula",
    "ListEnd",
    "Negation",
    "Former",
)
_EDGES = (
    *("ActionVerb", "Trigger", "AgentMarker", "Comitative", "Demonstrative", "LeftStop"),
    *("SayVerb", "SectionWord", "FirmOpener", "FirmPost", "Title", "ListEnd", "Attributive"),
    *("Future", "Negation", "Former", "BareBody", "PersonRole", "PlainDoer", "AspectSign"),
)


@dataclass(frozen=True, slots=True)
class _Words:
    tails: dict[str, str]
    edges: frozenset[str]
    letters: frozenset[str]
    last: frozenset[str]
    areas: frozenset[str]
    civic: frozenset[str]
    common: frozenset[str]
    counted: frozenset[str]
    inner: frozenset[str]
    numbers: frozenset[str]
    rare: frozenset[str]
    strong: frozenset[str]
    ends: frozenset[str]
    denied: frozenset[str]
    inside: frozenset[str]
    deeds: frozenset[str]
    details: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    edges = lexicon.forms(*_EDGES)
    return _Words(
        tails={cue.form: cue.signals or "Enterprise" for cue in lexicon.cues("FirmTail")},
        edges=frozenset(form for form in edges if len(form) > 1),
        letters=lexicon.forms(*_LETTERS_OUT),
        last=lexicon.forms("AreaLetter", "TownLetter", "ShortHead", "KindLetter", "GoodsLetter"),
        areas=lexicon.forms("AreaLetter", "TownLetter", "ShortHead"),
        civic=_civic(),
        common=lexicon.forms("GenericModifier", "ThinModifier", "LevelModifier", "FieldNoun"),
        counted=lexicon.forms("ListMeasure", "FirmMeasure"),
        inner=lexicon.forms("InnerVerb"),
        numbers=lexicon.forms("CountSign"),
        rare=lexicon.forms("RareSurname"),
        ends=lexicon.forms("BrandEnd"),
        denied=frozenset(form for form in lexicon.forms("Negation") if len(form) == 1),
        inside=lexicon.forms("InsideLetter"),
        details=lexicon.forms("PersonDetail"),
        deeds=lexicon.forms("TradeVerb", "FirmVerb", "Trigger"),
        strong=frozenset(
            cue.form
            for cue in lexicon.cues("FirmTail")
            if not {"weak", "told"} & cue.attributes.keys()
        ),
    )


def _civic() -> frozenset[str]:
    """The ends that make a company's name of a place's: told so, or those that nothing else has."""
    lexicon = load_lexicon()
    sure = (cue.form for cue in lexicon.cues("FirmTail") if cue.attributes.get("sure") == "true")
    return lexicon.forms("CivicTail") | frozenset(sure)


def tail_of(text: str) -> str:
    """The word that closes a company's name at the end of ``text``, or nothing.

    >>> tail_of("缙云光子"), tail_of("豆豆有面")
    ('光子', '')
    """
    tails = _words().tails
    ends = (text[-size:] for size in _TAILS if size < len(text))
    found = next((end for end in ends if end in tails), "")
    short = len(text) - len(found) < _SHORTEST  # 深|创投, but not 水|检测
    return "" if found and short and tails[found] == "Enterprise" else found


def tailed_class(text: str) -> str:
    """The class of a company by the end of its name, where a row tells that it is one.

    >>> tailed_class("运达风机"), tailed_class("风机"), tailed_class("运达")
    ('Enterprise', '', '')
    """
    tail = tail_of(text)
    return _words().tails[tail] if tail and text[: -len(tail)] not in _words().common else ""


def coined_class(tokens: Sequence[Token], sure: bool = False) -> str:
    """The class of the company whose name ``tokens`` may be; empty when they can be none.

    The words have to be odd in some way: one is in no dictionary or a lone letter, or they end as
    companies do behind what is no general word. In a row that is ``sure`` to be of companies, what
    no dictionary has may end as words for goods and kinds do (唐钢).
    """
    words, text = _words(), "".join(token.text for token in tokens)
    if not _SHORTEST <= len(text) <= _LONGEST or not is_han(text):
        return ""
    if tokens[-1].pos == "m" and len(tokens[-1].text) > 1:
        return ""  # 再担三成
    if is_place(text) or is_general(text) or not all(may_be_inside(token) for token in tokens):
        return ""
    if _is_headed(text, tokens) or tokens[0].text in words.inside | words.inner:
        return ""
    if tokens[-1].text in words.details:
        return ""  # 河南籍
    tail = tail_of(text)
    stem = text[: len(text) - len(tail)] if tail else text
    if tail and stem in words.tails and not sure:
        return ""  # 电子|信息
    if stem in words.common or is_general(stem) or all(t.text in words.common for t in tokens):
        return ""
    if any(vocabulary().find(scheme, text) is not None for scheme in ("industries", "fields")):
        return ""
    if tail:
        told = sure or not is_place(stem) or tail in words.civic
        return words.tails[tail] if told else ""
    plain = len(tokens) == 1 and is_known_word(text) and tokens[0].pos not in _TOLD
    if text[-1] in (words.areas if sure and not is_known_word(text) else words.last) or plain:
        return ""
    if text in words.deeds or not any(_is_odd(token) for token in tokens):
        return ""  # 企业|复产
    head = head_of(text)
    return "Enterprise" if head is None else head.signals  # 工商银行


def is_rare(tokens: Sequence[Token], shortest: int = 0) -> bool:
    """Is one of the words in no dictionary, or the name of something that is no place?

    Where it has to be ``shortest`` and the words do not end as companies do, only such a word
    counts that no dictionary has; what only companies end in needs none.
    """
    tail = tail_of("".join(token.text for token in tokens))
    if tail in _words().civic:
        return True
    free = [token for token in tokens if not is_place(token.text)]
    if shortest and not tail:
        return any(not is_known_word(t.text) and len(t.text) >= shortest for t in free)
    return any(t.pos in _PROPER | _STEMS or not is_known_word(t.text) for t in free)


def _is_headed(text: str, tokens: Sequence[Token]) -> bool:
    """Is it a thing of another class, or does the name of one open it (汉水大学|校地)?"""
    for token in tokens:
        part = text[: token.end - tokens[0].start]
        head = head_of(part)
        other = head is not None and head.signals not in FIRMS
        if head is not None and other and (part == text or len(head.form) > 1):
            return True
    return False


def is_sure(text: str) -> bool:
    """Does it end in a word that only companies' names end in?

    >>> is_sure("星辰微纳"), is_sure("星辰设备")
    (True, False)
    """
    tail = tail_of(text)
    return tail != "" and tail in _words().civic and text != tail


def is_han(text: str) -> bool:
    """Is it written in Chinese letters alone?"""
    return all("\u4e00" <= sign <= "\u9fff" for sign in text)


def is_marked(tokens: Sequence[Token]) -> bool:
    """Is it rare, or does it end in a word that names no industry (青鸟飞控)?"""
    return is_rare(tokens) or tail_of("".join(t.text for t in tokens)) in _words().strong


def may_be_inside(token: Token) -> bool:
    """May the word be part of such a name?"""
    words = _words()
    if token.text in words.tails:
        return True
    if token.text in words.edges or token.text in words.letters:
        return False
    if token.pos in _LOOSE or token.pos[0] == "r":
        return False
    known = is_known_word(token.text)
    if token.pos == "m" and (known or token.text[-1] in words.counted):
        return token.text[0] in words.numbers and token.text[-1] not in words.counted
    if not known and (token.text[0] in words.ends or not words.denied.isdisjoint(token.text)):
        return False  # 已升, 圈而不
    if len(token.text) == 1:
        return token.pos[0] not in _LETTERS
    if token.pos == "v" and known:
        return token.text in words.inner
    return token.pos[0] not in _WORDS or not known


def _is_odd(token: Token) -> bool:
    """Is it a word that no dictionary has, the name of something, or a letter by itself?"""
    if is_place(token.text):
        return False
    return len(token.text) == 1 or token.pos in _PROPER or not is_known_word(token.text)


def is_like_person(tokens: Sequence[Token]) -> bool:
    """May somebody be called so: a family name, alone or as one word with what is given?"""
    text = "".join(token.text for token in tokens)
    if has_surname(text, 0) and pattern("PersonRole", "Honorific").match(text, 1) is not None:
        return True  # 王老板
    if len(text) > _PERSON or not has_surname(text, 0) or text[0] in _words().rare:
        return False
    whole = len(tokens) == 1 and tokens[0].pos not in _THINGS
    return whole or len(tokens[0].text) == 1 < len(tokens)
