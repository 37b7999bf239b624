"""Surnames: where a person's name may start, and where it ends."""

from __future__ import annotations

import re
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.place import is_place
from sources.token import is_known_word, tokenize

__all__ = ["has_point", "has_surname", "is_person_row", "is_torn", "name_at"]

_HAN = "[\u4e00-\u9fff]"
#: How many signs more than the name a word may have that the segmenter made of it.
_GLUED = 1
#: Length of the shortest names, and the tags of words that are verbs only and of names.
_SHORTEST, _VERB, _NAME = 2, "v", "nr"
#: Tags of words that are no names, whoever speaks.
_NEVER = frozenset({"a", "ad", "b", "c", "d", "p", "r", "t", "zg"})
#: Tags of words that may be a name where somebody speaks.
_SELDOM = frozenset({_VERB, "m", "s"})
#: Tags of words that no given name is.
_SMALL = frozenset({"c", "d", "p", "r"})
#: Shortest last part of a name with a point in it, in characters.
_LAST_PART = 2
#: Longest item of a row of names with its mark, and fewest names that make one.
_ROW_ITEM, _ROW_NAMES = 4, 3


@lru_cache(maxsize=1)
def _foreign() -> re.Pattern[str]:
    """A name with one point or two; what lies between two joins no two names."""
    middle = f"(?:(?!{alternation('Joiner', 'Comitative')}){_HAN}){{2,8}}"
    return re.compile(f"{_HAN}{{2,6}}(?:·{middle}(?=·))?·{_HAN}{{2,8}}")


@lru_cache(maxsize=1)
def _after_name() -> re.Pattern[str]:
    """What stands behind a name even when the segmenter cuts it elsewhere (揭|志明说)."""
    words = alternation("SayVerb", "TakePost", "LeavePost", "Honorific", "PersonCount")
    return re.compile(f"[,。;:、()\n“]|{words}")


def has_surname(shadow: str, start: int) -> bool:
    """Does a family name stand at ``start``?"""
    return pattern("DoubleSurname", "Surname").match(shadow, start) is not None


def is_person_row(shadow: str, start: int, end: int) -> bool:
    """Does it stand in a row of names such as only persons have (方亦舟、孟云、岑山青)?

    >>> is_person_row("有方亦舟、李青山、孟云等", 5, 8), is_person_row("华为、中兴、小米", 3, 5)
    (True, False)
    """
    names = [shadow[start:end]]
    while (before := _row_left().search(shadow, max(0, start - _ROW_ITEM), start)) is not None:
        start = before.start()
        names.append(before["name"])
    while (after := _row_right().match(shadow, end)) is not None:
        end = after.end()
        names.append(after["name"])
    usual = sum(len(name) > _SHORTEST for name in names)
    sized = _SHORTEST <= len(names[0]) <= _SHORTEST + 1 and has_surname(names[0], 0)
    return sized and len(names) >= _ROW_NAMES and usual > 1


@lru_cache(maxsize=1)
def _row_left() -> re.Pattern[str]:
    surname = alternation("DoubleSurname", "Surname")
    return re.compile(f"(?P<name>(?={surname}){_HAN}{{2,3}})、\\Z")


@lru_cache(maxsize=1)
def _row_right() -> re.Pattern[str]:
    surname = alternation("DoubleSurname", "Surname")
    close = f"(?=[、,。;]|{alternation('ListEnd')})"
    return re.compile(f"、(?P<name>(?={surname}){_HAN}{{2,3}}){close}")


def has_point(shadow: str, start: int) -> bool:
    """Does a name with a point stand at ``start`` (约翰·史密斯), no word before it?"""
    match = _foreign().match(shadow, start)
    if match is None:
        return False
    first = match.group().partition("·")[0]
    words = pattern("PersonRole", "Through", "Respectively", "Engaging", "Title")
    return words.search(first) is None


def name_at(shadow: str, start: int, edges: frozenset[int]) -> tuple[int, int] | None:
    """The name that starts at ``start``, as words allow: three characters, else two.

    With a family name of two characters it is four, else three. ``edges`` are the offsets at
    which words start or end; the name ends at one, or where only a name can end.

    >>> text = "方亦舟表示"
    >>> name_at(text, 0, frozenset({0, 3, 5}))
    (0, 3)
    """
    foreign = _foreign().match(shadow, start)
    if foreign is not None:
        return start, _foreign_end(shadow, foreign, edges)
    verb = pattern("TakePost").match(shadow, start)
    rank = pattern("TitlePrefix").match(shadow, verb.end()) if verb else None
    if verb is not None and pattern("Title").match(shadow, (rank or verb).end()):
        return None  # 市委书记|任主任, 大学|任高级研究员
    double = shadow[start : start + 2] in load_lexicon().forms("DoubleSurname")
    for length in (4, 3, 2) if double else (3, 2):
        end = start + length
        name = shadow[start:end]
        if not name.isalpha() or not name > "\u4e00" or len(name) < length:
            continue
        if pattern("NotPerson").match(name) or (length > _SHORTEST and is_place(name)):
            return None
        if length > 2 and (_is_torn_off(shadow, end, edges) or _is_phrase(shadow, start, end)):
            continue
        if double and length > 3 and _goes_on(shadow, start + 2):
            continue
        rare = name[0] in load_lexicon().forms("RareSurname") and not double
        if rare and not _is_given(shadow, start, end):
            continue
        if length == _SHORTEST and _is_deed(shadow, start, end):
            return None
        closed = end in edges or _after_name().match(shadow, end) is not None
        if closed or _is_glued(shadow, start, end, edges) or _is_mixed(shadow, start, end, edges):
            return start, end
    return None


def _goes_on(shadow: str, at: int) -> bool:
    """Is the name whole at ``at``, and what follows of the sentence (宝音|分别, 宝音|和|阙明)?"""
    word = shadow[at : at + 2]
    if _after_name().match(shadow, at):
        return True
    if shadow[at] in load_lexicon().forms("Comitative") and has_surname(shadow, at + 1):
        return not is_known_word(word)
    return is_known_word(word) and tokenize(word, 0, len(word))[0].pos in _SMALL


def _is_given(shadow: str, start: int, end: int) -> bool:
    """Is what stands behind a family name that is mostly a word a given name (来|凤翔, 来|园区)?"""
    lexicon, given = load_lexicon(), shadow[start + 1 : end]
    if is_known_word(shadow[start : start + 2]) or is_known_word(shadow[start:end]):
        return False
    if not lexicon.forms("NotGivenName").isdisjoint(given):
        return False
    if pattern("SayVerb", "Honorific").match(shadow, end):
        return True
    if len(given) < _SHORTEST:
        return False
    return not is_known_word(given) or tokenize(given, 0, len(given))[0].pos == _NAME


def _is_deed(shadow: str, start: int, end: int) -> bool:
    """Is it a word of the language that is no noun (院长|应邀|出席, 书记|严格|要求)?"""
    word = tokenize(shadow, start, end)
    if len(word) != 1 or not is_known_word(word[0].text):
        return False
    if word[0].pos in _NEVER:
        return pattern("TakePost", "LeavePost").match(shadow, end) is None
    if word[0].pos not in _SELDOM:
        return False
    return pattern("SayVerb", "TakePost", "LeavePost", "Honorific").match(shadow, end) is None


def _is_phrase(shadow: str, start: int, end: int) -> bool:
    """Is it a small word and a time, or words that a particle closes (院长|于|今年, 都|来|了)?"""
    comitative = load_lexicon().forms("Comitative")
    if shadow[start] in comitative and has_surname(shadow, start + 1):
        return not is_known_word(shadow[start + 1 : end])  # 院长|同|王立诚
    words = tokenize(shadow, start, end)
    small = words[0].pos in _NEVER or is_known_word(shadow[start : end - 1])
    closes = words[-1].pos.startswith("u") or (words[-1].pos == "t" and len(words[-1].text) > 1)
    return len(words) > 1 and small and closes


def _is_glued(shadow: str, start: int, end: int, edges: frozenset[int]) -> bool:
    """Does ``end`` lie in a word that no dictionary has, for it is a name and more (裘海|算)?"""
    if start not in edges:
        return False
    close = next((at for at in range(start + 1, end + _GLUED + 1) if at in edges), end)
    return close > end and not is_known_word(shadow[start:close])


def _is_mixed(shadow: str, start: int, end: int, edges: frozenset[int]) -> bool:
    """Does ``end`` lie in a word that no dictionary has, of two letters (白雪|萍松|了)?"""
    if end - 1 not in edges or end - 1 - start < _SHORTEST or end + 1 not in edges:
        return False
    return end not in edges and not is_known_word(shadow[end - 1 : end + 1])


def _foreign_end(shadow: str, match: re.Match[str], edges: frozenset[int]) -> int:
    """Where a name with a point ends: before a mark, a verb or a word that ends no name."""
    loose = load_lexicon().forms("NotGivenName")
    shortest = shadow.rindex("·", match.start(), match.end()) + 1 + _LAST_PART
    ends = range(shortest, match.end() + 1)
    for end in ends:
        ends_word = end in edges and (shadow[end : end + 1] in loose or _is_word(shadow, end))
        if ends_word or _after_name().match(shadow, end):
            return end
    return next((end for end in ends if end in edges), match.end())


def _is_word(shadow: str, at: int) -> bool:
    """Does a word of the language of two letters, a verb, start at ``at`` (孔蒂|来自)?"""
    word = shadow[at : at + _SHORTEST]
    return is_known_word(word) and tokenize(word, 0, len(word))[0].pos == _VERB


def _is_torn_off(shadow: str, end: int, edges: frozenset[int]) -> bool:
    """Does the last sign before ``end`` open the word behind a shorter name?"""
    lexicon, sign = load_lexicon(), shadow[end - 1]
    if pattern("AspectSign").match(shadow, end):
        return True  # 卞荣|掰着
    if pattern("ListEnd").fullmatch(sign):
        return True  # 康毅|等介绍
    if end - 1 in edges and sign in lexicon.forms("TurnLetter"):
        return True  # 方舟|则表示
    if pattern("LeavePost", "TakePost").match(shadow, end - 1):
        return True  # 吴楠|原是
    if sign not in lexicon.forms("NotGivenName") or pattern("SayVerb").match(shadow, end):
        return False
    leads_on = sign in lexicon.forms("LinkSign")
    return not (leads_on and _closes(shadow, end))


def _closes(shadow: str, end: int) -> bool:
    """Does a mark, a verb of office or a word that no name follows stand at ``end``?"""
    if shadow[end : end + 1] in ",。;、()\n“" or shadow[end : end + 1].isdigit():
        return True
    if pattern("Preposition", "Comitative", "TakePost", "LeavePost").match(shadow, end):
        return True
    rank = pattern("Honorific").match(shadow, end)
    return rank is not None and not has_surname(shadow, rank.end())


def is_torn(shadow: str, title: int, name: tuple[int, int], edges: frozenset[int]) -> bool:
    """Are title and name both cut out of words of the language (协|会长|江上游)?

    A word that only opens with the name's first letters must be a place: 市长|盛文 is a person's.
    """
    start, end = name
    if title in edges or start in edges or end not in edges:
        return False
    if pattern("SayVerb", "TakePost").match(shadow, end):
        return False
    while start > title and start not in edges:
        start -= 1
    close = next(at for at in range(name[0] + 1, end + 1) if at in edges)
    word = tokenize(shadow, start, close)
    whole = close == end and is_known_word(word[0].text)
    return len(word) == 1 and (whole or word[0].pos == "ns")
