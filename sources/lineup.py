"""Line-ups: rows of names of any words, told to be companies by one of them or by what closes it.

In 大碗先生、渝江食品、虾皮哥都已投产 the word 食品 tells one, and the row tells the others; in
黑菊花、耳朵好、一朵云三家企业 the count does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.brand import FIRMS
from sources.coinage import (
    coined_class,
    is_han,
    is_like_person,
    is_sure,
    may_be_inside,
    tail_of,
    tailed_class,
)
from sources.firm import Firm
from sources.headnoun import head_of
from sources.modifier import is_general
from sources.place import is_place
from sources.token import Token, is_known_word

__all__ = ["find_lineups"]

#: Longest and shortest item, in characters; most words of one.
_SHORTEST, _LONGEST, _MOST = 2, 8, 5
#: Longest item at the start of a clause that an end of its own tells, in characters.
_BRIEF = 6
#: How many words behind a row may tell what it is of; fewest items and known companies.
_REACH, _FEWEST, _SURE = 5, 2, 2
_CUE = "firm/lineup"
#: Shortest idiom, in characters.
_IDIOM = 4
#: Tag of transcribed names.
_FOREIGN = "nrt"
#: First letters of the tags of words that only sentences have.
_SENTENCE = frozenset("dpcrtu")


@dataclass(frozen=True, slots=True)
class _Words:
    mark: frozenset[str]
    joiners: frozenset[str]
    ends: frozenset[str]
    measures: frozenset[str]
    closers: frozenset[str]
    known: frozenset[str]
    openers: frozenset[str]
    links: frozenset[str]
    closing: frozenset[str]
    deeds: frozenset[str]
    acts: frozenset[str]
    areas: frozenset[str]
    breaks: frozenset[str]
    others: tuple[str, ...]
    counts: frozenset[str]
    adverbs: frozenset[str]
    ties: frozenset[str]
    jointly: frozenset[str]
    payers: frozenset[str]
    doers: frozenset[str]
    posts: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    listed = {cue.form for cue in lexicon.cues("ListClass") if cue.signals == "Enterprise"}
    return _Words(
        mark=lexicon.forms("EnumerationComma"),
        joiners=lexicon.forms("ItemJoiner"),
        ends=lexicon.forms("ListEnd"),
        measures=lexicon.forms("FirmMeasure"),
        closers=frozenset(listed) | lexicon.forms("FirmGroup"),
        known=frozenset(c.form for c in lexicon.cues("KnownName") if c.signals in FIRMS),
        openers=frozenset(listed) | lexicon.forms("FirmOpener"),
        links=lexicon.forms("Copula", "ListHas", "ListOpener"),
        closing=lexicon.forms("ItemJoiner", "ListEnd"),
        deeds=lexicon.forms("TradeVerb"),
        areas=lexicon.forms("AreaNoun"),
        others=tuple(sorted(lexicon.forms("RowOther"))),
        breaks=lexicon.forms("ListBreak") | _others(),
        counts=_counts(),
        adverbs=lexicon.forms("BodyAdverb"),
        ties=lexicon.forms("Attributive"),
        jointly=lexicon.forms("Jointly", "Comitative"),
        payers=lexicon.forms("StakeVerb"),
        doers=lexicon.forms("DoerMarker"),
        posts=lexicon.forms("FirmPost", "FirmBoss"),
        acts=lexicon.forms("FirmVerb", "TradeVerb", "TakePart"),
    )


def _others() -> frozenset[str]:
    """Words that close a row of other things (嫦娥、神舟等项目带动企业)."""
    cues = load_lexicon().cues("ListClass")
    return frozenset(cue.form for cue in cues if cue.signals in ("Project", "Platform", "Park"))


def _counts() -> frozenset[str]:
    """Small counts of companies that close a row by themselves (A、B两家)."""
    lexicon = load_lexicon()
    digits = (digit for digit in lexicon.forms("CountSign") if not digit.isdecimal())
    return frozenset(digit + kind for digit in digits for kind in lexicon.forms("FirmMeasure"))


def find_lineups(tokens: tuple[Token, ...], ends: Collection[int]) -> Iterator[Firm]:
    """Companies in the rows of one sentence; ``ends`` are the offsets where companies end."""
    for row in _rows(tokens):
        known = [tokens[last].end in ends or _is_known(tokens, first, last) for first, last in row]
        told = any(is_sure("".join(t.text for t in tokens[a : b + 1])) for a, b in row)
        at = row[-1][1] + 1
        closed = _is_closed(tokens, at) or _is_opened(tokens, row[0][0]) or _is_supplied(tokens, at)
        closed = closed or _is_paying(tokens, row[0][0], at)
        tailed = _is_tailed(tokens, row)
        if not (closed or any(known) or tailed or told):
            continue
        spans = [tokens[first : last + 1] for first, last in row]
        if _is_private(tokens, at, spans):
            continue
        if any(_is_field("".join(token.text for token in span)) for span in spans):
            continue
        named = sum(known) + sum(
            not is_known and _class(span, False, closed) != ""
            for span, is_known in zip(spans, known, strict=True)
        )
        sure = closed or tailed or named >= _SURE
        for span, is_known in zip(spans, known, strict=True):
            cls = "" if is_known else _class(span, sure, closed)
            if cls:
                yield Firm(span[0].start, span[-1].end, cls, _CUE)


def _rows(tokens: tuple[Token, ...]) -> Iterator[list[tuple[int, int]]]:
    """Rows of items between marks of enumeration: first and last token of each."""
    words, index = _words(), 0
    while index < len(tokens):
        if tokens[index].text not in words.mark:
            index += 1
            continue
        marks = [index]
        while (after := _next_mark(tokens, marks[-1])) is not None:
            marks.append(after)
        row = [_first(tokens, marks[0])]
        row += [(a + 1, b - 1) for a, b in zip(marks, marks[1:], strict=False)]
        row += _last(tokens, marks[-1])
        kept = [_unplaced(tokens, *item) for item in row if item and item[0] <= item[1]]
        if len(kept) >= _FEWEST:
            yield kept
        index = marks[-1] + 1


def _unplaced(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    """The item without the place it is from (镇江的|金山醋业)."""
    tied = last - first > 1 and tokens[first + 1].text in _words().ties
    return (first + 2, last) if tied and is_place(tokens[first].text) else (first, last)


def _next_mark(tokens: tuple[Token, ...], mark: int) -> int | None:
    """The next mark of the row, behind one item."""
    for index in range(mark + 1, min(len(tokens), mark + _MOST + 2)):
        if tokens[index].text in _words().mark:
            return index if index > mark + 1 else None
        if not tokens[index].text.isalpha():
            return None
    return None


def _first(tokens: tuple[Token, ...], mark: int) -> tuple[int, int] | None:
    """The item before the first mark, back to a word that no name holds."""
    opened = mark
    while opened and tokens[opened - 1].text.isalpha() and mark - opened < _MOST:
        opened -= 1
    text = "".join(token.text for token in tokens[opened:mark])
    clause = not opened or not tokens[opened - 1].text.isalpha()
    if clause and _SHORTEST < len(text) <= _BRIEF and is_sure(text):
        return opened, mark - 1  # 通|鼎新|能
    first = mark
    while first and mark - first < _MOST and _is_nominal(tokens, first - 1):
        first -= 1
    clean = not first or not tokens[first - 1].text.isalpha() or not _is_nominal(tokens, first - 1)
    return (first, mark - 1) if first < mark and clean else None


def _last(tokens: tuple[Token, ...], mark: int) -> list[tuple[int, int]]:
    """The item behind the last mark, and one more that 和 joins to it."""
    words = _words()
    found: list[tuple[int, int]] = []
    first, _ = _unplaced(tokens, mark + 1, len(tokens) - 1)
    index = first
    end = _listed_end(tokens, first)
    while index < len(tokens) and index - first <= _MOST:
        if tokens[index].text in words.joiners and index > first and not found:
            found.append((first, index - 1))
            first = index + 1
        elif index == end or (end is None and not _is_nominal(tokens, index)):
            break
        index += 1
    goes_on = end is None and index < len(tokens) and tokens[index].pos[0] in "nbj"
    return found if goes_on or index == first else [*found, (first, index - 1)]


def _listed_end(tokens: tuple[Token, ...], first: int) -> int | None:
    """Where 等 or a count of companies closes the row, whatever its last items are made of."""
    words = _words()
    for index in range(first, min(len(tokens), first + _MOST + 1)):
        token = tokens[index]
        counted = token.pos == "m" and token.text[-1] in words.measures
        if token.text in words.ends or (counted and index > first):
            return index
        if not token.text.isalpha():
            return None
    return None


def _is_nominal(tokens: tuple[Token, ...], index: int) -> bool:
    """May the word be part of a name at the end of a row, where a sentence goes on beside it?"""
    token = tokens[index]
    if not token.text.isalpha() or not may_be_inside(token) or token.text in _words().joiners:
        return False
    idiom = token.pos[0] in "il" and len(token.text) >= _IDIOM
    if idiom or (token.pos[0] in _SENTENCE and is_known_word(token.text)):
        return False
    verb = token.pos[0] == "v" and token.pos != "vn" and is_known_word(token.text)
    after = tokens[index + 1].text if index + 1 < len(tokens) else ","
    return not verb or (len(token.text) == 1 and (after in _words().closing or not after.isalpha()))


def _is_closed(tokens: tuple[Token, ...], at: int) -> bool:
    """Does a count of companies or a word for them close the row at ``at`` (三家, 等企业)?"""
    words = _words()
    if at >= len(tokens):
        return False
    listed = tokens[at].text in words.ends
    at += listed
    if not listed:
        return tokens[at].pos == "m" and tokens[at].text in words.counts
    for token in tokens[at : at + _REACH]:
        if token.text[-1] in words.measures and (token.pos == "m" or len(token.text) == 1):
            return True
        if not token.text.isalnum() or token.text in words.areas or token.text in words.breaks:
            return False
        if token.text in words.closers:
            return True
    return False


def _is_known(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Is it a company that everybody knows?"""
    return "".join(token.text for token in tokens[first : last + 1]) in _words().known


def _is_opened(tokens: tuple[Token, ...], first: int) -> bool:
    """Does a word for companies say before the row what it is of (重点企业有, 业主为)?"""
    words = _words()
    linked = first > 1 and tokens[first - 1].text in words.links
    return linked and tokens[first - 2].text in words.openers


def _is_supplied(tokens: tuple[Token, ...], at: int) -> bool:
    """Does a deed that only companies do close the row at ``at`` (等供货, 跟投)?"""
    words = _words()
    at += at < len(tokens) and tokens[at].text in words.ends
    at += at < len(tokens) and tokens[at].text in words.adverbs  # 已|量产
    if at + 1 < len(tokens) and tokens[at].text in words.ties:
        return tokens[at + 1].text in words.posts  # 甲、乙|的|负责人
    return at < len(tokens) and tokens[at].text in words.deeds


def _is_paying(tokens: tuple[Token, ...], first: int, at: int) -> bool:
    """Does the row pay for what is built (由甲、乙联手投资)?"""
    words = _words()
    at += at < len(tokens) and tokens[at].text in words.jointly
    paid = at < len(tokens) and tokens[at].text in words.payers
    return paid and first > 0 and tokens[first - 1].text in words.doers


def _is_tailed(tokens: tuple[Token, ...], row: list[tuple[int, int]]) -> bool:
    """Do all items end as companies do, and does a deed of companies follow?"""
    words = _words()
    at = row[-1][1] + 1
    at += at < len(tokens) and tokens[at].text in words.ends
    if at >= len(tokens) or tokens[at].text not in words.acts:
        return False
    spans = [tokens[first : last + 1] for first, last in row]
    return all(
        tail_of("".join(token.text for token in span)) and _class(span, True, False)
        for span in spans
    )


def _class(span: tuple[Token, ...], sure: bool, closed: bool) -> str:
    """The class of an item as a company; empty when it is none."""
    text = "".join(token.text for token in span)
    if not _SHORTEST <= len(text) <= _LONGEST:
        return ""
    if not sure and is_like_person(span) and span[0].pos != _FOREIGN:
        return ""
    cls = coined_class(span, sure)
    if closed and not cls and is_han(text) and not is_general(text[: -len(tail_of(text)) or None]):
        cls = tailed_class(text)
    if cls or not closed or not is_han(text) or is_place(text):
        return cls
    free = head_of(text) is None and all(may_be_inside(token) for token in span)
    plain = len(span) == 1 and is_known_word(text)
    return "Enterprise" if free and not plain else ""


def _is_private(tokens: tuple[Token, ...], at: int, spans: Sequence[tuple[Token, ...]]) -> bool:
    """Does a bare count close a row of persons, families or schools (一中、二中两家)?"""
    words = _words()
    if at >= len(tokens) or tokens[at].text not in words.counts:
        return False
    families = all(span[-1].text[-1] in words.measures for span in spans)
    others = any(span[-1].text.endswith(words.others) for span in spans)
    return families or others or all(is_like_person(span) for span in spans)


def _is_field(text: str) -> bool:
    """Is it an industry or field, so that the row is of such?"""
    return any(vocabulary().find(scheme, text) is not None for scheme in ("industries", "fields"))
