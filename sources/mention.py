"""Mentions: every place in the text where a thing is named, with its class."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.firm import find_firms, find_new_places
from sources.name import Name, find_names, head_of, is_general, may_be_inside
from sources.person import Person, find_persons
from sources.place import find_places
from sources.quoted import Quoted, find_quoted, list_class
from sources.segment import Layout
from sources.token import Token, tokenize

__all__ = ["Mention", "Reading", "mention"]

#: Longest plain item of a list, in characters; paragraphs in which no names are looked for.
_LONGEST_ITEM = 12
_SILENT = frozenset({"noise", "caption", "abstract", "source", "byline"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A thing named at ``start:end`` of the shadow.

    ``source``: head, quoted, place, known, person or nested (inside a longer name).
    ``full``: the full form of a place's short name. ``cue``: the cue that gave the class.
    """

    start: int
    end: int
    text: str
    cls: str
    source: str
    cue: str
    full: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read in a document: its tokens per sentence, mentions and persons."""

    tokens: tuple[tuple[Token, ...], ...]
    mentions: tuple[Mention, ...]
    nested: tuple[Mention, ...]
    persons: tuple[Person, ...]


def mention(layout: Layout) -> Reading:
    """Find the mentions of a document, without overlaps, in reading order."""
    shadow = layout.shadow
    tokens = tuple(
        tuple(tokenize(shadow, sentence.start, sentence.end)) for sentence in layout.sentences
    )
    edges = frozenset(at for words in tokens for token in words for at in (token.start, token.end))
    persons = find_persons(shadow, edges)
    persons = [p for p in persons if _readable(layout, p.start)]
    titles = {post.title_start for person in persons for post in person.posts}
    edges |= titles | {at + 1 for at in titles}
    found = _person_mentions(shadow, persons, edges)
    spans = [(post.title_start, post.end) for p in persons for post in p.posts]
    taken = frozenset(at for start, end in spans for at in range(start, end))
    for words in tokens:
        found += [_from_quoted(shadow, quoted) for quoted in find_quoted(shadow, list(words))]
        names = find_names(shadow, list(words), taken)
        found += [_from_name(shadow, n) for name in names for n in (name, *name.inner)]
        found += find_listed(shadow, list(words))
        found += [
            Mention(c.start, c.end, shadow[c.start : c.end], c.cls, "firm", c.cue)
            for c in (*find_firms(list(words)), *find_new_places(list(words)))
        ]
    coined = {m.text for m in found if m.cue == "place/coined"}
    found += _short_forms(shadow, coined, edges)
    for place in find_places(shadow, edges):
        source = "known" if "known/" in place.cue else "place"
        text = shadow[place.start : place.end]
        found.append(
            Mention(place.start, place.end, text, place.cls, source, place.cue, place.full)
        )
    kept, inside = _without_overlaps(found)
    return Reading(tokens, tuple(kept), tuple(inside), tuple(persons))


def find_listed(shadow: str, tokens: list[Token]) -> list[Mention]:
    """Plain items of a list whose closing noun tells their class: A、B等企业."""
    found = []
    for position, token in enumerate(tokens):
        if not token.text.startswith("等"):
            continue
        cue = list_class(shadow, token.start)
        if cue is None:
            continue
        for start, end in _items(shadow, tokens, position):
            found.append(Mention(start, end, shadow[start:end], cue.signals, "listed", cue.id))
    return found


def _items(shadow: str, tokens: list[Token], position: int) -> Iterator[tuple[int, int]]:
    """Items of the list that ends before ``tokens[position]``: nouns only, joined by 、."""
    end = tokens[position].start
    at = position - 1
    while at >= 0:
        first = at
        while first >= 0 and may_be_inside(tokens[first]):
            first -= 1
        start = tokens[first + 1].start
        joined = first >= 0 and tokens[first].text == "、"
        text = shadow[start:end]
        if 2 <= end - start <= _LONGEST_ITEM and (joined or end != tokens[position].start):
            if vocabulary().find("industries", text) is None and not _is_kind(text):
                yield start, end
        if not joined:
            return
        end, at = tokens[first].start, first - 1


def _is_kind(text: str) -> bool:
    """Is it the name of a kind (国家重点实验室), not of a thing?"""
    cue = head_of(text)
    rest = text[: -len(cue.form)] if cue is not None else text
    return not rest or is_general(rest)


def _readable(layout: Layout, at: int) -> bool:
    index = bisect_left([p.end for p in layout.paragraphs], at + 1)
    return index < len(layout.paragraphs) and layout.paragraphs[index].kind not in _SILENT


def _person_mentions(
    shadow: str, persons: list[Person], edges: frozenset[int]
) -> list[Mention]:
    """Every place where a person known from a title is named in full."""
    names = sorted({shadow[p.start : p.end] for p in persons})
    return [
        Mention(match.start(), match.end(), name, "Person", "person", "person/name")
        for name in names
        for match in re.finditer(re.escape(name), shadow)
        if match.start() in edges or match.end() in edges
    ]


def _short_forms(shadow: str, coined: set[str], edges: frozenset[int]) -> Iterator[Mention]:
    """Later short forms of places that only this text has: 滦安 for 滦安市."""
    classes = {cue.form: cue.attributes["of"] for cue in load_lexicon().cues("AreaLetter")}
    for full in sorted(coined):
        cls = classes[full[-1]]
        for match in re.finditer(f"{re.escape(full[:-1])}{full[-1]}?", shadow):
            start, end = match.span()
            if start in edges and end in edges:
                yield Mention(start, end, match.group(), cls, "place", "place/coined", full)


def _from_name(shadow: str, name: Name) -> Mention:
    end = _bracketed(shadow, name.end, name.cls)
    return Mention(name.start, end, shadow[name.start : end], name.cls, "head", name.cue)


def _from_quoted(shadow: str, quoted: Quoted) -> Mention:
    text = shadow[quoted.start : quoted.end]
    return Mention(quoted.start, quoted.end, text, quoted.cls, "quoted", quoted.cue)


@lru_cache(maxsize=1)
def _suffix() -> re.Pattern[str]:
    return re.compile(r"\([\u4e00-\u9fff]{2,4}\)(?![\u4e00-\u9fff])")


def _bracketed(shadow: str, end: int, cls: str) -> int:
    """The end of a name with a place in brackets after it: 哈尔滨工业大学(威海)."""
    if cls not in {"University", "ResearchInstitute", "Laboratory"}:
        return end
    match = _suffix().match(shadow, end)
    if match is None or not find_places(shadow[end + 1 : match.end() - 1], frozenset({0, match.end() - end - 2})):
        return end
    return match.end()


def _without_overlaps(found: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The longest mentions, and those that lie wholly inside a longer one."""
    ranks = {"person": 0, "quoted": 1, "head": 2, "known": 3, "place": 4, "firm": 5, "listed": 6}
    ordered = sorted(found, key=lambda m: (-(m.end - m.start), ranks[m.source], m.start))
    kept: list[Mention] = []
    inside: list[Mention] = []
    owner: dict[int, Mention] = {}
    for candidate in ordered:
        span = range(candidate.start, candidate.end)
        outer = owner.get(candidate.start)
        if outer is not None and owner.get(candidate.end - 1) is outer:
            if (candidate.start, candidate.end) != (outer.start, outer.end):
                inside.append(replace(candidate, source="nested"))
            continue
        if any(at in owner for at in span):
            continue
        kept.append(candidate)
        owner.update((at, candidate) for at in span)
    kept.sort(key=lambda m: m.start)
    inside.sort(key=lambda m: (m.start, m.end))
    return kept, inside
