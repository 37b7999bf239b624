"""Entities of one document: which mentions name the same thing, and by which full name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.mention import Mention, Reading
from sources.name import head_of
from sources.place import find_places
from sources.segment import Layout

__all__ = ["Alias", "Entities", "Entity", "resolve_names"]

#: Longest short form that a bracket may declare, in characters.
_LONGEST_ALIAS = 20


@dataclass(slots=True)
class Entity:
    """A thing of the document: its fullest name, class and all mentions in reading order."""

    name: str
    cls: str
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Alias:
    """Another form of a name and where it stands; ``how``: declared, english, short, place."""

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
    texts: dict[str, Counter[str]] = {}
    first: dict[str, Mention] = {}
    for mention in (*reading.mentions, *reading.nested):
        texts.setdefault(mention.text, Counter())[mention.cls] += _weight(mention)
        first.setdefault(mention.text, mention)
    classes = {text: min(counts, key=lambda c: (-counts[c], c)) for text, counts in texts.items()}
    standing = {mention.text for mention in reading.mentions}
    aliases = _declared(layout.shadow, reading)
    declared = {alias.form: alias.entity for alias in aliases}
    parents = {form: entity for form, entity in declared.items() if form in classes}
    for text in sorted(classes, key=lambda t: (first[t].start, t)):
        if text in parents:
            continue
        full = _place_full(first[text], classes) or _short_of(text, classes, standing)
        if full is not None and parents.get(full) != text:
            parents[text] = full
            if text not in standing:
                continue
            how = "place" if first[text].source == "place" else "short"
            aliases.append(Alias(full, text, first[text].start, first[text].end, how))
    of_text = {text: _root(text, parents) for text in classes}
    aliases = [_rooted(alias, of_text) for alias in aliases]
    by_name = {of_text[text]: Entity(of_text[text], classes[of_text[text]]) for text in classes}
    for mention in reading.mentions:
        by_name[of_text[mention.text]].mentions.append(mention)
    return Entities(by_name, of_text, aliases)


def _weight(mention: Mention) -> int:
    return 1 if mention.source == "nested" else 3


def _root(text: str, parents: dict[str, str]) -> str:
    seen = {text}
    while text in parents and parents[text] not in seen:
        text = parents[text]
        seen.add(text)
    return text


def _rooted(alias: Alias, of_text: dict[str, str]) -> Alias:
    return Alias(
        of_text.get(alias.entity, alias.entity), alias.form, alias.start, alias.end, alias.how
    )


def _place_full(mention: Mention, classes: dict[str, str]) -> str | None:
    """The full form of a short place name, when the text also has it."""
    if mention.full and mention.full != mention.text and mention.full in classes:
        return mention.full
    return None


@lru_cache(maxsize=1)
def _bracket() -> re.Pattern[str]:
    forms = sorted(load_lexicon().forms("Declared"), key=lambda form: (-len(form), form))
    declared = "|".join(map(re.escape, forms))
    return re.compile(
        rf"[”》]?\((?:(?:{declared})[为:]?\s*[“‘]?(?P<short>[^“”‘’(),;]{{2,{_LONGEST_ALIAS}}})[”’]?"
        r"|[“‘](?P<quoted>[^“”‘’(),;]{2,12})[”’]"
        r"|(?:英文名?:?|简称)?(?P<english>[A-Za-z][A-Za-z0-9 .,&'’\-–]{2,80}))\)"
    )


def _declared(shadow: str, reading: Reading) -> list[Alias]:
    """Forms declared in brackets after a name: (以下简称“…”), (English Name)."""
    found = []
    for mention in reading.mentions:
        match = _bracket().match(shadow, mention.end)
        if match is None:
            continue
        group = match.lastgroup or "short"
        start, end = match.span(group)
        how = "english" if group == "english" else "declared"
        found.append(Alias(mention.text, shadow[start:end].strip(), start, end, how))
    return found


def _short_of(text: str, classes: dict[str, str], standing: set[str]) -> str | None:
    """The one longer name of the document that ``text`` shortens, if exactly one does."""
    cls = classes[text]
    if cls in {"Person", "City", "District", "County", "Province", "Region"}:
        return None
    longer = [
        other
        for other in classes
        if other in standing and len(other) > len(text) and _kin(cls, classes[other]) and _shortens(text, other)
    ]
    return longer[0] if len(longer) == 1 else None


def _kin(one: str, other: str) -> bool:
    words = vocabulary()
    return words.is_a(one, other) or words.is_a(other, one)


def _shortens(short: str, full: str) -> bool:
    """Is ``short`` made from ``full`` by leaving out general words or what stands before it?"""
    if full.endswith(short):
        # What is left out must be an area or a body, not a brand that makes another thing.
        return _outer(full[: -len(short)])
    left = 0
    while left < len(short) and short[left] == full[left]:
        left += 1
    if left < 2 or left == len(short) or not full.endswith(short[left:]):
        return False
    dropped = full[left : len(full) - (len(short) - left)]
    return _general(dropped)


def _outer(text: str) -> bool:
    """Is ``text`` an area, a level or the name of a body?"""
    if text in load_lexicon().forms("AreaLetter") or _general(text):
        return True
    edges = frozenset({0, len(text)})
    if any(place.end - place.start == len(text) for place in find_places(text, edges)):
        return True
    cue = head_of(text)
    return cue is not None and len(cue.form) < len(text)


def _general(text: str) -> bool:
    """Is ``text`` put together of general modifiers and bits of head nouns?"""
    lexicon = load_lexicon()
    words = lexicon.forms("GenericModifier") | lexicon.forms("HeadNoun") | lexicon.forms("AreaLetter")
    reach = {0}
    for at in range(len(text)):
        if at in reach:
            reach |= {at + size for size in range(1, 9) if text[at : at + size] in words}
    return len(text) in reach
