"""Doubt: names that only a model saw, held against the words they are made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.closer import is_row_of
from sources.coinage import is_like_person
from sources.counted import is_level
from sources.headnoun import head_of
from sources.mention import Mention
from sources.modifier import is_general
from sources.place import division_class, is_place
from sources.quoted import list_class
from sources.surname import is_person_row
from sources.token import Token, is_known_word

__all__ = ["is_likely"]

#: First letters of tags of words at which no name ends: adverbs, particles, pronouns, joiners.
_LOOSE = frozenset("durp")
#: Tags of words that may close the name of a place.
_PLACED = frozenset({"ns", "nr", "nrt", "nz", "nt"})
#: Quotes with no letter in them: a count of measures.
_UNREAD = re.compile(r"“[\d\W_]+”")
#: The number of a document behind what its issuer is called (云科发|[2021]28号).
_NUMBERED = re.compile(r"\[[0-9]{4}\]")
#: How far from a name the row that it stands in may open or close, in characters.
_FOCUS_REACH = 80
_FIRMS = ("Enterprise", "FinancialInstitution")
#: Classes of things named by their head noun, which general words before it do not tell apart.
_HEADED = ("Place", "Organization", "Platform")
#: How far behind a slogan the gathering that it stands for may be named, in characters.
_OCCASION_REACH = 30
#: The tag of words that are names of persons.
_CALLED = "nr"
#: Longest short form of a name, which may be of general words (园区管委会).
_LONGEST_SHORT = 5


def is_likely(shadow: str, tokens: Sequence[Token], name: Mention) -> bool:
    """Do the words let ``name``, one of the sentence ``tokens``, be a name?"""
    if name.text.endswith(tuple(load_lexicon().forms("JointBody", "IdeaNoun"))):
        return False
    if _NUMBERED.match(shadow, name.end) is not None or _is_torn_quote(shadow, name):
        return False
    quoted = shadow[max(0, name.start - 1)] in "“‘"
    if not quoted and name.text.endswith(tuple(load_lexicon().forms("Title"))):
        return False  # 以首席科学家为核心
    if is_level(name.text, name.cls):
        return False
    words = [token for token in tokens if name.start <= token.start and token.end <= name.end]
    if not words:
        return True
    if any(word.text in load_lexicon().forms("ListEnd") for word in words[1:-1]):
        return False  # 同济|等|大学
    behind = next((token for token in tokens if token.start == name.end), None)
    relative = name.text.endswith(tuple(load_lexicon().forms("RelativeMark")))
    if relative and behind is not None and behind.pos == "v":
        return False  # 清华大学|所|取得
    if any(word.pos == "c" and len(word.text) > 1 for word in words) or _is_of_heads(name.text):
        return False  # 科研机构|以及|孵化器, 母基金—子基金
    if words[-1].pos[0] in _LOOSE and words[-1].end == name.end and head_of(name.text) is None:
        return False
    if vocabulary().is_any(name.cls, _FIRMS):
        after = [token for token in tokens if token.start >= name.end][:2]
        if head_of(name.text) is None and any(map(_is_deed, words)):
            return False
        row = is_person_row(shadow, name.start, name.end) or is_row_of(shadow, name.end)
        row = row or _is_called(tokens, words) or _is_focused(shadow, name)
        return not (row or _is_dateline(words, after) or _is_trade(words) or _is_phrase(words))
    if vocabulary().is_a(name.cls, "AdministrativeArea"):
        return len(name.text) > 1 and not _is_sentence(name.text, words[-1])
    if _UNREAD.search(name.text):
        return False
    if quoted and head_of(name.text) is None:
        return _occasion().match(shadow, name.end, name.end + _OCCASION_REACH) is None
    return not vocabulary().is_any(name.cls, _HEADED) or not _is_kind(name.text, words)


def _is_dateline(words: Sequence[Token], after: Sequence[Token]) -> bool:
    """An agency with the place that it writes from (云新社|银杉), or before place and day."""
    dated = len(after) > 1 and after[0].pos == "ns" and after[1].text.isdecimal()
    return dated or (len(words) > 1 and words[-1].pos == "ns" and len(words[-1].text) > 1)


def _is_sentence(text: str, last: Token) -> bool:
    """Does an area go on into a word that is part of no place (银杉|日益)?"""
    closed = is_place(text) or division_class(text) or head_of(text) is not None
    word = len(last.text) > 1 and last.text != text and is_known_word(last.text)
    ends = text[-1] in load_lexicon().forms("AreaLetter")
    return word and not closed and not ends and last.pos not in _PLACED


def _is_trade(words: Sequence[Token]) -> bool:
    """Only words of trades: a product or an industry of a list, not a company."""
    trades, find = _trades(), vocabulary().find
    closers = load_lexicon().forms("TradeLetter")
    if len(words) > 1 and is_place(words[0].text) and words[0].text[-1] in _area_letters():
        words = words[1:]  # 云溪省|新能源
    return all(
        word.text in trades or find("industries", word.text) or find("fields", word.text)
        for word in (words[:-1] if len(words) > 1 and words[-1].text in closers else words)
    )


def _is_phrase(words: Sequence[Token]) -> bool:
    """A place with a deed or with persons behind it (东北|振兴, 山东|校友|代表), no company."""
    rest = words[1:]
    placed = words[0].pos == "ns" or is_place(words[0].text)
    if not rest or not placed or not all(is_known_word(word.text) for word in rest):
        return False
    persons = load_lexicon().forms("PersonRole")
    deed = rest[-1].pos[0] == "v" and len(rest[-1].text) > 1
    deed = deed and all(len(word.text) == 1 for word in rest[:-1])
    return deed or any(word.text in persons for word in rest)


def _is_called(tokens: Sequence[Token], words: Sequence[Token]) -> bool:
    """Somebody in a row of persons (方亦舟、|孟云川|、卢明), taken for a company."""
    at = bisect_left(tokens, words[0].start, key=lambda token: token.start)
    marks = (tokens[n].text if 0 <= n < len(tokens) else "" for n in (at - 1, at + 1))
    beside = [at + 2 * n for n, mark in zip((-1, 1), marks, strict=True) if mark == "、"]
    row = [tokens[n] for n in (at, *beside) if 0 <= n < len(tokens)]
    return len(words) == 1 < len(row) and all(
        token.pos == _CALLED and is_like_person([token]) for token in row
    )


def _is_deed(word: Token) -> bool:
    """Is it a verb of doing that no company is called by (着力|推动|消费电子)?"""
    deeds = load_lexicon().forms("ActionVerb") - load_lexicon().forms("InnerVerb")
    return len(word.text) > 1 and word.pos == "v" and word.text in deeds


def _is_of_heads(text: str) -> bool:
    """Are these only head nouns, tied by dashes?"""
    parts = re.split("[—–-]+", text)
    heads = [head_of(part) for part in parts]
    return len(parts) > 1 and all(h and h.form == p for h, p in zip(heads, parts, strict=True))


def _is_focused(shadow: str, name: Mention) -> bool:
    """Does it stand in a row that a word of focus opens and no word for companies closes?

    重点关注车载智能、核酸药物等赛道, but not 重点关注云溪智能、银杉药业等企业.
    """
    row = _focused().search(shadow, max(0, name.start - _FOCUS_REACH), name.start)
    end = pattern("ListEnd").search(shadow, name.end, name.end + _FOCUS_REACH)
    return row is not None and (end is None or list_class(shadow, end.start()) is None)


@lru_cache(maxsize=1)
def _focused() -> re.Pattern[str]:
    return re.compile(f"{alternation('FocusWord')}(?:[^,。;:、“”]{{2,10}}、)*\\Z")


@lru_cache(maxsize=1)
def _area_letters() -> frozenset[str]:
    return load_lexicon().forms("AreaLetter")


def _is_torn_quote(shadow: str, name: Mention) -> bool:
    """Is it a part of what stands in quotes, which no head noun of its own makes a thing?"""
    if not vocabulary().is_a(name.cls, "Policy") or head_of(name.text) is not None:
        return False
    shut, opened = (shadow.rfind(mark, 0, name.start) for mark in "”“")
    inside = opened > shut and shadow.find("”", name.end) >= 0
    return inside and (opened + 1 < name.start or shadow[name.end] != "”")


@lru_cache(maxsize=1)
def _trades() -> frozenset[str]:
    lexicon = load_lexicon()
    weak = {c.form for c in lexicon.cues("FirmTail") if c.attributes.get("weak") == "true"}
    return lexicon.forms("GenericModifier", "ThinModifier") | weak


def _is_kind(text: str, words: Sequence[Token]) -> bool:
    """Do only general words before the head noun tell the thing from others of its kind?

    A head noun alone is a short form (科学城), of which the text has the full one.
    """
    head = head_of(text)
    if head is None:
        return False
    end = words[0].start + len(text) - len(head.form)
    before = [word for word in words if word.end <= end]
    if any(_joins_kinds(one, other) for one, other in zip(before, before[1:], strict=False)):
        return True
    loose = load_lexicon().forms("GenericModifier", "LevelModifier", "LeftStop")
    general = all(word.text in loose or is_general(word.text) for word in before)
    return bool(before) and general and len(text) > _LONGEST_SHORT


def _joins_kinds(word: Token, joiner: Token) -> bool:
    """A kind of thing and a joiner behind it (培训机构|和|基地)."""
    if joiner.text not in load_lexicon().forms("Joiner"):
        return False
    head = head_of(word.text)
    return word.text in load_lexicon().forms("KindNoun") or (
        head is not None and head.form == word.text
    )


@lru_cache(maxsize=1)
def _occasion() -> re.Pattern[str]:
    return re.compile(f"[”’][^,。;:!?\n”’、]*?{alternation('Occasion')}")
