"""Entities of one document: which mentions name the same thing, and by which full name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.brand import FIRMS
from sources.contraction import find_contractions
from sources.firm import brands_of
from sources.mention import Mention, Reading
from sources.modifier import is_general
from sources.name import head_of
from sources.place import find_places, is_place
from sources.segment import Layout

__all__ = ["Alias", "Entities", "Entity", "resolve_names"]

#: Longest short form that a bracket may declare, in characters; as text in quotes without a word.
_LONGEST_ALIAS, _LONGEST_QUOTED = 20, 12
#: Classes whose short forms the table of divisions knows, and persons, who have none.
_NEVER_SHORT = frozenset({"Person", "City", "District", "County", "Province", "Region"})
#: Lengths of a place that a name opens with, and the least that is left of the name without it.
_PLACE_SIZES, _SHORTEST_REST = (4, 3, 2), 3
#: A name found inside another counts for less when the class is voted on.
_VOTES_NESTED, _VOTES = 1, 3
#: A short form that drops words from the middle shares at least this much of the beginning.
_STEM = 2
#: Longest word that tells the level of an area, in characters: 自治区.
_LETTERS = 3
#: Longest word that may be dropped from the middle of a name, in characters.
_LONGEST_DROPPED = 8


@dataclass(slots=True)
class Entity:
    """A thing of the document: its fullest name, class and all mentions in reading order."""

    name: str
    cls: str
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another form of a name and where it stands.

    ``how``: declared, english, short, place; dropped: what a name is without its place, or
    contracted.
    """

    entity: str
    form: str
    start: int
    end: int
    how: str


@dataclass(slots=True)
class Entities:
    """Entities by full name, and the entity of each mention's text."""

    by_name: dict[str, Entity]
    of_text: dict[str, str]
    aliases: list[Alias]

    def of(self, mention: Mention) -> Entity:
        """The entity that ``mention`` names."""
        return self.by_name[self.of_text[mention.text]]

    def shown(self, mention: Mention) -> Entity:
        """The entity that ``mention`` names; a name inside a longer one now counts as a mention."""
        entity = self.of(mention)
        if not entity.mentions:
            entity.mentions.append(mention)
        return entity

    def coin(self, text: str, cls: str, start: int, end: int, cue: str) -> Entity:
        """The entity named ``text``; a new one of class ``cls`` when there is none yet."""
        if text not in self.of_text:
            self.of_text[text] = text
            self.by_name[text] = Entity(text, cls)
        entity = self.by_name[self.of_text[text]]
        if not entity.mentions:
            entity.mentions.append(Mention(start, end, text, cls, "coined", cue))
        return entity


def resolve_names(layout: Layout, reading: Reading) -> Entities:
    """Group the mentions by the thing they name; every decision but equality is an alias."""
    first: dict[str, Mention] = {}
    for mention in (*reading.mentions, *reading.nested):
        first.setdefault(mention.text, mention)
    classes = _classes(reading)
    standing = {mention.text for mention in reading.mentions}
    shortened = _Shortened(classes, standing)
    aliases = [*_declared(layout.shadow, reading), *_placeless(layout.shadow, reading, classes)]
    told = {alias.form for alias in aliases}
    for named, start, end in find_contractions(layout, reading):
        form = layout.shadow[start:end]
        if form not in told:
            how = "short" if form in classes else "dropped"
            aliases.append(Alias(named.text, form, start, end, how))
    declared = {alias.form: alias.entity for alias in aliases}
    parents = {form: name for form, name in declared.items() if form in classes}
    for text in sorted(classes, key=lambda t: (first[t].start, t)):
        if text in parents:
            continue
        mention = first[text]
        full = _place_full(mention, standing) or shortened.full(text)
        if full is None or parents.get(full) == text:
            continue
        parents[text] = full
        how = "place" if mention.source == "place" else "short"
        if text in standing:
            aliases.append(Alias(full, text, mention.start, mention.end, how))
    of_text = {text: _root(text, parents) for text in classes}
    aliases = [replace(a, entity=of_text.get(a.entity, a.entity)) for a in aliases]
    by_name = {name: Entity(name, classes[name]) for name in of_text.values()}
    for mention in reading.mentions:
        by_name[of_text[mention.text]].mentions.append(mention)
    return Entities(by_name, of_text, aliases)


def _classes(reading: Reading) -> dict[str, str]:
    """The class of each text, as most of its mentions have it."""
    votes: dict[str, Counter[str]] = {}
    for mention in (*reading.mentions, *reading.nested):
        weight = _VOTES_NESTED if mention.source == "nested" else _VOTES
        votes.setdefault(mention.text, Counter())[mention.cls] += weight
    return {text: min(counts, key=lambda c: (-counts[c], c)) for text, counts in votes.items()}


def _root(text: str, parents: dict[str, str]) -> str:
    seen = {text}
    while text in parents and parents[text] not in seen:
        text = parents[text]
        seen.add(text)
    return text


def _place_full(mention: Mention, standing: set[str]) -> str | None:
    """The full form of a short place name, when the text also has it by itself."""
    if mention.full and mention.full != mention.text and mention.full in standing:
        return mention.full
    return None


@lru_cache(maxsize=1)
def _form() -> re.Pattern[str]:
    """Another form of a name as a bracket declares it."""
    link = f"(?:{alternation('DeclaredLink')}|:)?"
    short = rf"(?P<short>[^“”‘’《》(),;]{{2,{_LONGEST_ALIAS}}})"
    quoted = rf"[“‘](?P<quoted>[^“”‘’(),;]{{2,{_LONGEST_QUOTED}}})[”’]"
    english = r"(?P<english>[A-Za-z][A-Za-z0-9 .,&'’\-–]{2,80}?)"
    return re.compile(
        rf"\s*(?:{alternation('Declared')}{link}\s*[“‘《]?{short}[”’》]?"
        rf"|{quoted}|(?:{alternation('EnglishLabel')}:?)?{english})\s*(?=[),;])"
    )


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    """Another form that is declared without brackets: 研究院即“临研院”."""
    short = rf"[“《](?P<short>[^“”‘’《》(),;]{{2,{_LONGEST_QUOTED}}})[”》]"
    return re.compile(f",?{alternation('Declared')}{alternation('DeclaredLink')}?{short}")


def _declared(shadow: str, reading: Reading) -> Iterator[Alias]:
    """Forms declared in brackets after a name: (以下简称“…”), (English Name，简称…)."""
    for mention in reading.mentions:
        at = mention.end + (shadow[mention.end : mention.end + 1] in "”》")
        plain = _plain().match(shadow, at)
        # The last of several is not what all of them are called (甲园、乙园统称“两园”).
        listed = shadow.endswith(tuple(load_lexicon().forms("Joiner")), 0, mention.start)
        if plain is not None and not listed:
            start, end = plain.span("short")
            yield Alias(mention.text, plain["short"], start, end, "declared")
        if not shadow.startswith("(", at):
            continue
        forms = []
        while shadow[at : at + 1] in "(,;" and (match := _form().match(shadow, at + 1)):
            forms.append(match)
            at = match.end()
        if not shadow.startswith(")", at):
            continue
        for match in forms:
            group = match.lastgroup or "short"
            start, end = match.span(group)
            how = "english" if group == "english" else "declared"
            yield Alias(mention.text, shadow[start:end].strip(), start, end, how)


def _placeless(shadow: str, reading: Reading, classes: dict[str, str]) -> Iterator[Alias]:
    """Names that go on without the place they open with: 龙江玻纤院 … 玻纤院."""
    rests: dict[str, Mention | None] = {}
    for mention in reading.mentions:
        rest = _rest(mention.text) if mention.cls not in _NEVER_SHORT else ""
        if rest and rest not in classes:
            known = rests.setdefault(rest, mention)
            if known is not None and known.text != mention.text:
                rests[rest] = None  # two things go by it
    if not rests:
        return
    inside = {at for mention in reading.mentions for at in range(mention.start, mention.end)}
    edges = {at for words in reading.tokens for word in words for at in (word.start, word.end)}
    for rest, named in rests.items():
        at = shadow.find(rest, named.end) if named is not None else -1
        while named is not None and at >= 0:
            end = at + len(rest)
            if inside.isdisjoint(range(at, end)) and {at, end} <= edges:
                yield Alias(named.text, rest, at, end, "dropped")
                break
            at = shadow.find(rest, end)


def _rest(name: str) -> str:
    """``name`` without the place before it; nothing when that is a plain head noun."""
    size = next((size for size in _PLACE_SIZES if is_place(name[:size])), 0)
    rest = name[size:]
    level = pattern("LevelModifier").match(rest) is not None
    plain = level or rest in load_lexicon().forms("HeadNoun") or is_general(rest)
    return "" if not size or len(rest) < _SHORTEST_REST or plain else rest


class _Shortened:
    """Finds the longer name of a document that a shorter one is made from.

    ``classes`` gives the class of each text; only names in ``standing``, which occur by
    themselves, can be the full form.
    """

    def __init__(self, classes: dict[str, str], standing: set[str]) -> None:
        self.classes, self.standing = classes, standing
        self._by_end: dict[str, list[str]] = {}
        self._by_stem: dict[tuple[str, str], list[str]] = {}
        self._by_brand: dict[str, list[str]] = {}
        for text in sorted(standing):
            if vocabulary().is_any(classes[text], FIRMS):
                for brand in brands_of(text):
                    self._by_brand.setdefault(brand, []).append(text)
            for at in range(1, len(text)):
                self._by_end.setdefault(text[at:], []).append(text)
            self._by_stem.setdefault((text[:_STEM], text[-1]), []).append(text)

    def full(self, text: str) -> str | None:
        """The one longer name that ``text`` shortens, if exactly one does."""
        cls = self.classes[text]
        if cls in _NEVER_SHORT:
            return None
        longer = {
            other
            for form in (text, *_written_out(text))
            for other in self._near(form)
            if len(other) > len(text)
            and (self._kin(cls, other) or _is_end(text, other))
            and _shortens(form, other)
        }
        if vocabulary().is_any(cls, FIRMS):
            longer.update(other for other in self._by_brand.get(text, ()) if other != text)
        return longer.pop() if len(longer) == 1 else None

    def _near(self, form: str) -> set[str]:
        """The names that ``form`` may be short for, or that are written so."""
        same = {form} if form in self.standing else set()
        return same.union(
            self._by_end.get(form, ()), self._by_stem.get((form[:_STEM], form[-1]), ())
        )

    def _kin(self, cls: str, other: str) -> bool:
        words = vocabulary()
        return words.is_a(cls, self.classes[other]) or words.is_a(self.classes[other], cls)


def _is_end(text: str, full: str) -> bool:
    """Is ``text`` the end of ``full``, and more than its head noun? Then classes may differ."""
    cue = head_of(text)
    return full.endswith(text) and (cue is None or len(cue.form) < len(text))


def _written_out(text: str) -> list[str]:
    """The name with its shortened end written out: 江淮科大, 江淮科技大学."""
    return [
        text[: -len(cue.form)] + cue.attributes["full"]
        for cue in load_lexicon().cues("Abbreviation")
        if text.endswith(cue.form) and _tells(text[: -len(cue.form)])
    ]


def _tells(stem: str) -> bool:
    """Is it enough of a name before its end: the letter of an area (市|科技局), or two letters?"""
    return len(stem) >= _STEM or stem in load_lexicon().forms("AreaLetter")


def _shortens(short: str, full: str) -> bool:
    """Is ``short`` made from ``full`` by leaving out general words or what stands before it?"""
    if full == short:
        return True
    if full.endswith(short):
        # What is left out must be an area or a body, not a brand that makes another thing.
        outer = full[: -len(short)]
        return _is_outer(outer) or _is_area(full, len(outer))
    left = 0
    while left < len(short) and short[left] == full[left]:
        left += 1
    if left < _STEM or left == len(short) or not full.endswith(short[left:]):
        return False
    return _is_general(full[left : len(full) - (len(short) - left)])


def _is_outer(text: str) -> bool:
    """Is ``text`` an area, a level or the name of a body?"""
    if _is_general(text) or is_place(text):
        return True
    edges = frozenset({0, len(text)})
    if any(place.end - place.start == len(text) for place in find_places(text, edges)):
        return True
    cue = head_of(text)
    return cue is not None and len(cue.form) < len(text)


def _is_area(full: str, cut: int) -> bool:
    """Does ``full`` open with an area whose last letters stand behind ``cut`` (渝北|区科技局)?"""
    places = find_places(full, frozenset(range(len(full) + 1)))
    return any(place.start == 0 and 0 < place.end - cut <= _LETTERS for place in places)


@lru_cache(maxsize=1)
def _droppable() -> frozenset[str]:
    return load_lexicon().forms("GenericModifier", "HeadNoun", "AreaLetter")


def _is_general(text: str) -> bool:
    """Is ``text`` put together of general modifiers, head nouns and letters of areas?"""
    reach = {0}
    for at in range(len(text)):
        if at in reach:
            ends = range(at + 1, at + 1 + _LONGEST_DROPPED)
            reach.update(end for end in ends if text[at:end] in _droppable())
    return len(text) in reach
