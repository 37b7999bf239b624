"""Witnesses: persons whom a text names without a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from sources.numeral import chinese_signs
from sources.surname import has_surname, name_at
from sources.token import is_known_word, tokenize

__all__ = ["find_witnesses", "is_coined"]

_HAN = "[\u4e00-\u9fff]"
#: Length of a name that nothing but its own words tell from a word, in characters.
_LONG = 3
#: No name is longer, in characters.
_REACH = 40


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    """A word for what somebody is right before a name: 妻子|方亦云."""
    surname = alternation("DoubleSurname", "Surname")
    return re.compile(f"(?:{alternation('PersonRole')})(?={surname}{_HAN})")


def _first_sign() -> str:
    """The signs that family names start with: most of a text is passed over by them."""
    forms = load_lexicon().forms("DoubleSurname", "Surname")
    return f"[{''.join(sorted({form[0] for form in forms}))}]"


@lru_cache(maxsize=1)
def _honoured() -> re.Pattern[str]:
    """A name before its form of address: 的|方亦舟|博士."""
    surname = alternation("DoubleSurname", "Surname")
    told = alternation("Honorific", "Team")
    return re.compile(f"(?={_first_sign()})(?=.{{2,4}}{told})(?={surname}{_HAN}{{1,2}}{told})")


@lru_cache(maxsize=1)
def _openers() -> tuple[str, ...]:
    """What a name may follow at once: a mark, 的, 由, 与 or the institute that somebody is of."""
    institutes = {
        cue.form
        for cue in load_lexicon().cues("HeadNoun")
        if cue.signals in ("University", "ResearchInstitute")
    }
    words = load_lexicon().forms("Attributive", "AgentMarker", "Comitative", "Joiner")
    return (*"\n,。;、:“”(!?】—", *sorted(words | institutes))


@lru_cache(maxsize=1)
def _sayer() -> re.Pattern[str]:
    """A name before what somebody says or does, an age, or the end of a row of persons."""
    double, single = alternation("DoubleSurname"), alternation("Surname")
    manner = f"(?:{_HAN}{{1,3}}{alternation('AspectSign', 'Manner')})?"
    tens = f"[{chinese_signs()[0]}]{{1,3}}"
    lead = alternation("AgeLead")
    age = f"(?:(?:,{lead}?|{lead})(?:[0-9]{{2}}|{tens}){alternation('AgeSign')})"
    more = f"(?:、{single}{_HAN}{{1,2}}){{0,4}}"
    row = f"(?:{more}{alternation('ListEnd')}(?:[0-9]+|{tens})?{alternation('PersonUnit')})"
    said = f"{manner}{alternation('SayVerb')}|{_HAN}{{1,2}}{alternation('AspectSign')}"
    takes = (form for form in load_lexicon().forms("TakePost") if len(form) > 1)
    taken = "|".join(sorted(takes, key=lambda form: (-len(form), form)))
    deed = f"(?:{said}|{age}|{row}|{taken})"
    return re.compile(
        f"(?={_first_sign()})(?P<name>{double}{_HAN}{{1,2}}|{single}{_HAN}{{2}})(?={deed})"
    )


@lru_cache(maxsize=1)
def _plate() -> re.Pattern[str]:
    """A line that is a name and a post in brackets: 阿木尔(云溪市科技局局长)."""
    post = rf"\([^()\n]*{alternation('Title')}\)$"
    return re.compile(rf"^[ \u3000]*(?P<name>{_HAN}{{2,4}})(?={post})", re.MULTILINE)


def find_witnesses(shadow: str, edges: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Names behind a word for what somebody is, before a form of address, or alone in a line.

    ``edges`` are the offsets at which words start or end.
    """
    for match in _told().finditer(shadow):
        span = name_at(shadow, match.end(), edges) if match.start() in edges else None
        long = span is not None and span[1] - span[0] >= _LONG
        if span is not None and long and not _is_words(shadow, span):
            yield span
            yield from _others(shadow, span[1], edges)
    for match in _sayer().finditer(shadow):
        span = match.span("name")
        named = span[1] - span[0] >= _LONG and edges.issuperset(span) and _opens(shadow, span[0])
        if named and is_coined(shadow, span):
            yield span
    for match in _honoured().finditer(shadow):
        if not _opens(shadow, match.start()):
            continue
        span = name_at(shadow, match.end(), _name_ends(shadow, match.end(), edges))
        if span is not None and pattern("Honorific", "Team").match(shadow, span[1]):
            yield span
    for match in _plate().finditer(shadow):
        yield match.span("name")


def _opens(shadow: str, start: int) -> bool:
    return start == 0 or shadow.endswith(_openers(), 0, start)


def _others(shadow: str, end: int, edges: frozenset[int]) -> Iterator[tuple[int, int]]:
    """More names in a row with the one that ends at ``end``: 市领导方亦舟、|孟云海."""
    joiner = pattern("Joiner").match(shadow, end)
    span = name_at(shadow, joiner.end(), edges) if joiner is not None else None
    if span is not None and span[1] - span[0] >= _LONG and is_coined(shadow, span):
        yield span
        yield from _others(shadow, span[1], edges)


def is_coined(shadow: str, span: tuple[int, int]) -> bool:
    """Is it what the segmenter takes for somebody's name, and no word of the language?"""
    words = tokenize(shadow, *span)
    if is_known_word(shadow[slice(*span)]) or not has_surname(shadow, span[0]):
        return False
    plain = any(len(w.text) > 1 and w.pos[:2] != "nr" and is_known_word(w.text) for w in words)
    if plain or pattern("NotPerson").match(shadow, span[0]) is not None:
        return False
    return words[0].pos.startswith("nr")


def _is_words(shadow: str, span: tuple[int, int]) -> bool:
    """Is it a word, or words that are no name (居民|高兴|地, 老人|施工|忙, 专家|库|建成)?"""
    if is_known_word(shadow[slice(*span)]):
        return True
    words = tokenize(shadow, *span)
    first, last = words[0], words[-1]
    if first.end == span[1]:
        return False
    opens = len(first.text) > 1 and not first.pos.startswith("nr")
    return opens or last.pos[0] == "u" or (len(last.text) > 1 and last.pos[0] == "v")


def _name_ends(shadow: str, start: int, edges: frozenset[int]) -> frozenset[int]:
    """The ``edges`` that a name from ``start`` may reach, and where a form of address starts."""
    ends = range(start + 2, start + 4)
    addresses = {end for end in ends if pattern("Honorific", "Team").match(shadow, end)}
    return frozenset(edges.intersection(range(start, start + _REACH)) | addresses)
