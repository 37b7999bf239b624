"""Preludes: what opens a name though the segmenter takes it for words of the sentence.

The letters that a brand or place was torn into (遂|潼合作产业园), the number of a plant
(第二|污水处理厂), a quality behind a place (云南省|新型|疫苗创新中心), the other end of what
joins two places (溧阳|至|宁德示范项目), the number of a meeting (第六届|东北亚创新大会).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import Cue, alternation, load_lexicon
from ontology.vocabulary import vocabulary
from sources.headnoun import head_of
from sources.modifier import is_specific
from sources.place import is_place
from sources.token import Token, is_known_word

__all__ = ["counted", "is_built", "is_deed", "is_nominal", "is_sort", "led_on", "widened"]

#: Classes of things that are numbered, and of those that reach from one place to another.
_NUMBERED, _REACHING = ("Organization", "Project"), ("Project",)
_COMPANY = "Enterprise"
#: Shortest year or number of a meeting, in characters.
_EDITION = 3
#: How far behind a road or plant the text tells that it is built, in characters.
_TOLD = 12
#: First letters of the tags of the second letter of a torn word.
_LETTER = frozenset("nagzqk")
#: First letters of the tags of a word that may be a brand, and kinds of cues that never are one.
_BRANDED = frozenset("vad")
#: Tags of words that name somebody or some place.
_NAMING = frozenset({"ns", "nr", "nt", "nz"})
_DEEDS = (
    *("ActionVerb", "AgentMarker", "Comitative", "Completed", "Future", "LeftStop", "Locative"),
    *("Preposition", "SayVerb", "Trigger"),
)


@dataclass(frozen=True, slots=True)
class _Words:
    torn: frozenset[str]
    areas: frozenset[str]
    qualities: frozenset[str]
    spans: frozenset[str]
    starts: frozenset[str]
    nations: frozenset[str]
    ordinals: frozenset[str]
    numbers: frozenset[str]
    generic: frozenset[str]
    inner: frozenset[str]
    legal: frozenset[str]
    deeds: frozenset[str]
    editions: frozenset[str]
    wide: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    return _Words(
        torn=lexicon.forms("TornLetter"),
        areas=lexicon.forms("AreaLetter", "ActionVerb", "LeftStop"),
        qualities=lexicon.forms("InnerQuality"),
        spans=lexicon.forms("SpanWord"),
        starts=lexicon.forms("SpanStart"),
        nations=lexicon.forms("NationWord"),
        ordinals=lexicon.forms("OrdinalSign"),
        numbers=lexicon.forms("CountSign"),
        generic=lexicon.forms("GenericModifier"),
        inner=lexicon.forms("InnerVerb"),
        legal=lexicon.forms("LegalForm"),
        deeds=lexicon.forms(*_DEEDS),
        editions=lexicon.forms("Edition"),
        wide=lexicon.forms("WideModifier"),
    )


def led_on(tokens: tuple[Token, ...], edge: int, first: int, head: Cue) -> int:
    """Index of the token from which a name that seems to open at ``edge`` goes on to its left.

    ``first`` is the token that its head starts in; ``edge`` itself when nothing opens it before.
    """
    if not edge or tokens[edge - 1].end != tokens[edge].start:
        return edge
    if edge < first and _is_torn(tokens, edge):
        return edge - 1
    if _is_ordinal(tokens[edge - 1].text) and edge < first:
        return edge - 1 if vocabulary().is_any(head.signals, _NUMBERED) else edge
    if edge < 2 or tokens[edge - 2].end != tokens[edge - 1].start:
        return edge
    led = _is_quality(tokens, edge, first, head) or _is_span(tokens, edge, head)
    if led or _is_registered(tokens, edge, head):
        return edge - 2
    return edge


def widened(tokens: tuple[Token, ...], edge: int, head: Cue) -> int:
    """Index of the token that opens the name: a meeting's number, what an alliance reaches over."""
    words = _words()
    while edge and head.signals == "Event":
        count = tokens[edge - 1].text
        if len(count) < _EDITION or not (count.isdecimal() or count[-1] in words.editions):
            break
        edge -= 1
    alone = edge and head.signals == "Alliance" and tokens[edge - 1].text in words.wide
    return edge - 1 if alone else edge


def counted(tokens: tuple[Token, ...], edge: int, first: int, head: Cue) -> int:
    """Index of the token behind a measure that only counts what follows (17|家|小公司).

    Before the name of a company it may be a word for one, too (上市公司|天骄股份).
    """
    measures = load_lexicon().forms("ListMeasure", "FirmMeasure")
    measured = edge > 0 and tokens[edge].text in measures and tokens[edge - 1].pos[0] == "m"
    called = head.signals == _COMPANY and edge + 1 < first
    called = called and tokens[edge].text in load_lexicon().forms("FirmOpener")
    return edge + 1 if measured or called else edge


def is_sort(tokens: tuple[Token, ...], edge: int, first: int, head: Cue) -> bool:
    """Does ``tokens[edge]`` only tell the sort of what is named behind it (重点工程|云溪产业园)?"""
    words, opener = _words(), tokens[edge].text
    kind = head_of(opener) if opener.endswith(head.form) else None
    if edge + 1 < first and kind is not None and kind.form == opener:
        return True  # 省实验室|嵩山实验室
    general = len(opener) > 1 and opener in words.generic - words.nations
    return general and edge + 1 < first and is_place(tokens[edge + 1].text)


def is_deed(tokens: tuple[Token, ...], edge: int, first: int, head: Cue) -> bool:
    """Is what stands before the bare head of a place the deed that somebody does to it?"""
    if not head.attributes.get("anaphor") or tokens[first - 1].text not in _words().deeds:
        return False
    plain = all(t.pos[:2] not in _NAMING and is_known_word(t.text) for t in tokens[edge:first])
    return edge < first and plain


def _is_torn(tokens: tuple[Token, ...], edge: int) -> bool:
    """Is the letter at ``edge`` the end of a word that the letter before it starts (遂|潼)?"""
    before, letter = tokens[edge - 1], tokens[edge]
    if len(letter.text) != 1 or letter.pos[0] not in _LETTER or letter.text in _words().areas:
        return False
    return before.text in _words().torn


def _is_ordinal(text: str) -> bool:
    words = _words()
    return len(text) > 1 and text[0] in words.ordinals and all(c in words.numbers for c in text[1:])


def _is_quality(tokens: tuple[Token, ...], edge: int, first: int, head: Cue) -> bool:
    """Does a quality and before it a place open a name that tells its thing without them?"""
    place, quality = tokens[edge - 2 : edge]
    if quality.text not in _words().qualities:
        return False
    placed = is_place(place.text) or place.pos == "ns" or place.text in _words().nations
    return placed and edge < first and is_specific(tokens, edge, tokens[first].start, head)


def _is_registered(tokens: tuple[Token, ...], edge: int, head: Cue) -> bool:
    """Is it a place and one word that open a company's registered name (云溪|顺应|电池有限公司)?"""
    place, brand = tokens[edge - 2 : edge]
    words = _words()
    if head.form not in words.legal or brand.text in words.deeds or len(brand.text) < 2:
        return False
    return is_place(place.text) and brand.pos[0] in _BRANDED


def _is_span(tokens: tuple[Token, ...], edge: int, head: Cue) -> bool:
    """Is it what joins two places (溧阳|至|宁德合作项目), and no way from one to the other?"""
    words = _words()
    place, joint = tokens[edge - 2 : edge]
    if joint.text not in words.spans or not vocabulary().is_any(head.signals, _REACHING):
        return False
    if edge > 2 and tokens[edge - 3].text in words.starts:
        return False
    return all(is_place(token.text) or token.pos == "ns" for token in (place, tokens[edge]))


@lru_cache(maxsize=1)
def _built() -> re.Pattern[str]:
    return re.compile(f"[^。;!?:“\n]{{0,{_TOLD}}}?{alternation('WorksSign')}")


def is_built(shadow: str, end: int) -> bool:
    """Does the text tell of a road or plant that ends at ``end`` that it is built?

    >>> is_built("云溪大道本月通车", 4), is_built("位于云溪大道东侧", 6)
    (True, False)
    """
    return _built().match(shadow, end) is not None


def is_nominal(tokens: tuple[Token, ...], index: int) -> bool:
    """Is the word at ``index`` a noun here, though it may be a preposition or verb elsewhere?

    It is where something that is no doer stands before it and the head or a word of kind behind
    it: 高效|利用|国家重点实验室, 疫苗|评价|研究院.
    """
    if not index or index + 1 >= len(tokens) or tokens[index - 1].end != tokens[index].start:
        return False
    words, before = _words(), tokens[index - 1]
    if before.text in words.areas or not is_known_word(before.text) or is_place(before.text):
        return False
    plain = before.pos in {"n", "a", "b", "vn", "an", "l"} or before.text in words.inner
    after = tokens[index + 1].text
    closed = after in words.generic or after in load_lexicon().forms("HeadNoun")
    return plain and len(before.text) > 1 and closed
