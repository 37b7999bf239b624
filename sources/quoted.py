"""Quoted names: titles in 《 》 and names in “ ”, whose class the text around them tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from ontology.lexicon import Cue, alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.headnoun import head_of
from sources.token import Token, is_known_word

__all__ = ["Quoted", "find_quoted", "list_class", "titled"]

#: Longer texts in “ ” are speech or emphasis, not names.
_LONGEST_NAME = 20
#: A slogan before a layout noun has more characters than this.
_SHORT_SLOGAN = 3
#: How far behind a list its end, and behind that end its class noun may stand, in characters.
_LIST_REACH, _CLASS_REACH = 90, 16
#: Longest verb of carrying out before a quote, in characters.
_VERB_REACH = 6
#: How far before a quote a class noun may start, in characters; how long one behind it may be.
_APPOSITION_REACH, _LONGEST_FOLLOWER = 12, 6
#: What a head needs that makes no name of a text in “ ”.
_UNQUOTED = frozenset({"works", "place", "title"})
#: What a head needs that stands in no text without marks.
_MARKED = frozenset({"quotes", "title"})
_SPANS = re.compile(r"《([^《》\n]{2,60})》|“([^“”\n]{2,40})”|‘([^‘’\n]{2,40})’")
#: Marks that make a quoted text a sentence.
_SENTENCE = re.compile(r"[。!?;:]")
#: Marks between clauses that are quoted as a whole (“研发在校园、转化在园区”).
_PARTED = re.compile("[,、]")
_LETTERS = re.compile(r"[^\W\d_]")
_CLAUSE_END = re.compile(r"[,。;:!?、“”\n]")
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
#: Documents whose quoted title ends in none of our heads are left alone.
_DOCUMENT = frozenset({"PolicyDocument", "Plan", "PolicyPackage", "Strategy", "Mechanism"})
#: What is named by no two words of praise before its head noun.
_BODIES = ("Organization", "Place", "Platform")
#: What the document is of which a programme or the ten articles of a package are told.
_PAPERS = {"Programme": "Plan", "PolicyPackage": "PolicyDocument"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A name between quotation marks: ``start:end`` leaves the marks out."""

    start: int
    end: int
    cls: str
    cue: str


@dataclass(frozen=True, slots=True)
class _Grammar:
    slogan: re.Pattern[str]
    layout: re.Pattern[str]
    list_end: re.Pattern[str]
    fields: re.Pattern[str]
    classes: dict[str, Cue]
    tally: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    lexicon = load_lexicon()
    numeral = alternation("LayoutNumeral")
    quotes = f"(?:{alternation('ItemJoiner')}?[“‘《][^”’》]{{1,20}}[”’》])*"
    return _Grammar(
        slogan=re.compile(f"(?:{numeral}(?:(?!{numeral})[^、,]){{1,3}}){{2,6}}$"),
        layout=re.compile(f"{alternation('SloganFiller')}*{alternation('LayoutNoun')}"),
        list_end=re.compile(f"[”’》]?{quotes}{alternation('ListEnd')}"),
        fields=re.compile(
            f"(?:[0-9]+|{alternation('CountSign')}+){alternation('CountMeasure')}"
            f"[^,。;、]{{0,6}}?{alternation('FieldNoun')}{alternation('Attributive')}"
        ),
        tally=re.compile(f"{numeral}{alternation('TallyMeasure')}"),
        classes={cue.form: cue for cue in lexicon.cues("ListClass")},
    )


def find_quoted(shadow: str, tokens: tuple[Token, ...]) -> list[Quoted]:
    """Quoted names among ``tokens`` (one sentence), in reading order."""
    if not tokens:
        return []
    found = []
    for match in _SPANS.finditer(shadow, tokens[0].start, tokens[-1].end):
        group = match.lastindex or 1
        start, end = match.span(group)
        cue = _named(shadow, start, end, tokens) if group > 1 else titled(shadow[start:end])
        if cue is not None:
            found.append(Quoted(start, end, cue.signals, cue.id))
    return found


def titled(title: str) -> Cue | None:
    """The class of a document by the end of its title; brackets at the end do not count."""
    cue = head_of(_LAST_BRACKET.sub("", title))
    if cue is not None and cue.signals in _PAPERS:
        cue = replace(cue, signals=_PAPERS[cue.signals])
    return cue if cue is not None and cue.signals in _DOCUMENT else None


def _named(shadow: str, start: int, end: int, tokens: tuple[Token, ...]) -> Cue | None:
    text = shadow[start:end]
    if end - start > _LONGEST_NAME or _SENTENCE.search(text) or not _LETTERS.search(text):
        return None
    cue = _slogan(shadow, start, end) or list_class(shadow, end + 1)
    if cue is not None:
        return cue
    after = _followed(shadow, end + 1)
    if after is not None and after.signals == "Mechanism":
        return after  # “管委会+公司”模式
    cue = head_of(text)
    named = (
        cue is not None
        and cue.attributes.get("needs") not in _UNQUOTED
        and (len(text) > len(cue.form) or cue.attributes.get("needs") == "quotes")
    )
    if named and len(text) > 2 and not _PARTED.search(text) and not _is_tally(text):
        return cue
    deed = _is_deed(start, end, tokens)
    if after is not None and "、" in text and vocabulary().is_any(after.signals, _BODIES):
        return None  # “国内领先、世界一流”大学
    cue = after or (None if deed else _apposition(shadow, start - 1))
    return cue or (_carried_out(shadow, start - 1) if "," not in text else None)


def _is_tally(text: str) -> bool:
    """Does the quote only count aims or ways of working (“五个中心”, “三大平台”)?"""
    return _grammar().tally.match(text) is not None


def _is_deed(start: int, end: int, tokens: tuple[Token, ...]) -> bool:
    """Does the quote say what is done or how many there are (装置“上新”, 平台“做减法”)?"""
    inside = [token for token in tokens if start <= token.start and token.end <= end]
    first = inside[0] if inside else None
    return first is not None and first.pos[0] in "vdm" and is_known_word(first.text)


def _slogan(shadow: str, start: int, end: int) -> Cue | None:
    """A layout slogan: numerals and nouns in turn (一城多园), or any slogan before 模式."""
    grammar, text = _grammar(), shadow[start:end]
    by_form = grammar.slogan.match(text)
    long = "、" in text or len(text) > _SHORT_SLOGAN
    if by_form or (long and grammar.layout.match(shadow, end + 1)):
        return next(iter(load_lexicon().cues("Slogan")), None)
    return None


def list_class(shadow: str, at: int) -> Cue | None:
    """The class noun that closes a list: 等 (N 家) (知名) 企业, read from ``at`` on.

    >>> list_class("华为、中兴等5家知名企业", 5).signals
    'Enterprise'
    """
    grammar = _grammar()
    close = grammar.list_end.match(shadow, at, at + _LIST_REACH)
    if close is None:
        return None
    if grammar.fields.match(shadow, close.end()) is not None:
        return None  # 氢能、核药等8个新兴赛道的企业
    limit = close.end() + _CLASS_REACH
    stop = _CLAUSE_END.search(shadow, close.end(), limit)
    noun = pattern("ListClass").search(shadow, close.end(), stop.start() if stop else limit)
    if noun is None or pattern("ListBreak").search(shadow, close.end(), noun.end()) is not None:
        return None
    person = pattern("PersonRole").match(shadow, noun.start())
    if person is not None and person.end() > noun.end():
        return None  # 王一凡、孟云等企业家
    return grammar.classes[noun.group()]


def _apposition(shadow: str, end: int) -> Cue | None:
    """A class noun right before the quote: 国家级孵化器“古思特”."""
    cue = head_of(shadow[max(0, end - _APPOSITION_REACH) : max(0, end)])
    return cue if cue is not None and cue.attributes.get("needs") not in _MARKED else None


def _carried_out(shadow: str, end: int) -> Cue | None:
    """A way of working is what is carried out under a name: 推行“工业上楼”."""
    before = shadow[max(0, end - _VERB_REACH) : max(0, end)]
    if not any(before.endswith(form) for form in load_lexicon().forms("CarryVerb")):
        return None
    return head_of(next(iter(sorted(load_lexicon().forms("WayNoun")))))


def _followed(shadow: str, start: int) -> Cue | None:
    """A class noun right after the quote: “未来”计划."""
    for length in range(_LONGEST_FOLLOWER, 1, -1):
        text = shadow[start : start + length]
        cue = head_of(text)
        if cue is not None and cue.form == text and cue.attributes.get("needs") != "title":
            return cue
    return None
