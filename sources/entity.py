"""Entities of one document: which mentions name the same thing, and by which full name."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ontology.lexicon import load_lexicon, pattern
from sources.contraction import TITLES, find_contractions
from sources.declaration import find_declared
from sources.mention import Mention, Reading
from sources.modifier import is_general
from sources.place import place_size
from sources.remainder import find_remainders
from sources.segment import Layout
from sources.shortening import Shortened

__all__ = ["Alias", "Entities", "Entity", "resolve_names"]

#: Classes whose short forms the table of divisions knows, and persons, who have none.
_NEVER_SHORT = frozenset({"Person", "City", "District", "County", "Province", "Region"})
#: The least that is left of a name without the place that it opens with, in characters.
_SHORTEST_REST = 3
#: A name found inside another counts for less when the class is voted on.
_VOTES_NESTED, _VOTES = 1, 3


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
    contracted; left: the end of a name, at each place where it stands for it.
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
    shortened = Shortened(classes, standing, _order(layout, reading))
    aliases = [
        Alias(named.text, layout.shadow[start:end], start, end, how)
        for named, start, end, how in find_declared(layout.shadow, reading)
    ]
    aliases += _placeless(layout.shadow, reading, classes)
    told = {alias.form for alias in aliases}
    for named, start, end in find_contractions(layout, reading):
        form = layout.shadow[start:end]
        if form not in told:
            how = "short" if form in classes else "dropped"
            aliases.append(Alias(named.text, form, start, end, how))
    told = {alias.form for alias in aliases}.union(classes)
    for named, start, end in find_remainders(layout, reading, frozenset(told)):
        aliases.append(Alias(named.text, layout.shadow[start:end], start, end, "left"))
    parents = {alias.form: alias.entity for alias in aliases if alias.form in classes}
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


def _order(layout: Layout, reading: Reading) -> dict[str, int]:
    """The first sentence that has each name; a title tells nothing of who is who."""
    starts = [sentence.start for sentence in layout.sentences]
    order: dict[str, int] = {}
    for mention in reading.mentions:
        index = bisect_right(starts, mention.start) - 1
        if index >= 0 and layout.sentences[index].kind not in TITLES:
            order.setdefault(mention.text, index)
    return order


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
    for text in {mention.text for mention in reading.mentions}:
        for rest in [rest for rest in rests if text.endswith(rest)]:
            named = rests[rest]
            if named is not None and not text.endswith(named.text):
                rests[rest] = None  # 青川小镇 and 银杉小镇, where only one opens with a place
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
    size = place_size(name)
    rest = name[size:]
    level = pattern("LevelModifier").match(rest) is not None
    plain = level or rest in load_lexicon().forms("HeadNoun") or is_general(rest)
    return "" if not size or len(rest) < _SHORTEST_REST or plain else rest
