"""Focus: the industries and fields that somebody works on, read from lists of plain nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Hit
from sources.draft import Draft, Subject
from sources.entity import Entities, Entity
from sources.fold import CLOSERS, OPENERS
from sources.subject import Turn
from sources.token import Token

__all__ = ["focus"]

#: Shortest and longest name of an industry or field, in characters.
_SHORTEST, _LONGEST = 2, 14
#: A trigger this close behind another is a part of it.
_NEXT_TRIGGER = 2
_QUOTES = " “”‘’《》"
_NOMINAL = frozenset("nabjlsg")
_NOMINAL_TAGS = frozenset({"vn", "nz", "eng"})
_ACTORS = ("Place", "Organization", "Platform", "Fund", "Policy", "Alliance", "Project")


@dataclass(frozen=True, slots=True)
class _Item:
    """A name of a list, ``shadow[start:end]``."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Grammar:
    closing: re.Pattern[str]
    single: re.Pattern[str]
    role: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    count = f"(?:(?:[0-9]|{alternation('CountSign')})+{alternation('CountMeasure')}?)?"
    end, noun, verb = alternation("ListEnd"), alternation("FieldNoun"), alternation("RoleVerb")
    role = f"{verb}(?:(?!{verb})[^,。;]){{0,3}}{alternation('FocusRole')}"
    return _Grammar(
        closing=re.compile(f"{end}{count}(?:(?!{end})[^,。;、]){{0,6}}?{noun}"),
        single=re.compile(f"(?P<list>[^,。;]+?){noun}"),
        role=re.compile(f"(?P<list>[^,。;]+?){role}"),
    )


def focus(shadow: str, turns: list[Turn], entities: Entities) -> Iterator[Draft]:
    """Drafts of ``focusesOn`` of one sentence; industries become entities as they are met."""
    for turn in turns:
        for hit in turn.clause.hits:
            cues = hit.of("focus") or hit.of("focus-by")
            if not cues or not turn.subjects:
                continue
            for item in _items(shadow, turn.clause, hit):
                cls = _class(item.name, turn.subjects)
                entity = entities.coin(item.name, cls, item.start, item.end, cues[0].id)
                for subject in turn.subjects:
                    if not _acts(subject.entity) or subject.entity is entity:
                        continue
                    if vocabulary().fits("focusesOn", subject.entity.cls, entity.cls):
                        yield Draft(
                            subject.entity, "focusesOn", entity, cues[0].id,
                            (("predicate", hit.start, item.end), subject.span), subject.source,
                            modality=turn.modality(shadow, hit.start),
                        )  # fmt: skip


def _acts(entity: Entity) -> bool:
    """Can it work on something? A slogan names a layout, it does not act."""
    return vocabulary().is_any(entity.cls, _ACTORS) and entity.cls != "Strategy"


def _class(name: str, subjects: tuple[Subject, ...]) -> str:
    """What a laboratory or an institute works on is a field, what a zone promotes an industry."""
    words = vocabulary()
    if any(words.is_a(subject.entity.cls, "Platform") for subject in subjects):
        return "ResearchField"
    if words.find("industries", name) is None and words.find("fields", name) is not None:
        return "ResearchField"
    return "Industry"


def _items(shadow: str, clause: Clause, hit: Hit) -> Iterator[_Item]:
    """The list after the trigger; none when it is no list of industries.

    A strong trigger takes industries that we know also where no noun closes the list, an open
    one takes any noun.
    """
    closed = _close(shadow, clause, hit)
    cues = hit.of("focus")
    if closed is None and not any(cue.attributes.get("strong") == "true" for cue in cues):
        return
    free = closed is not None or any(cue.attributes.get("open") == "true" for cue in cues)
    later = [h.start for h in clause.hits if h.start >= hit.end + _NEXT_TRIGGER]
    stop = closed if closed is not None else min([clause.end, *later])
    edges = {at for token in clause.tokens for at in (token.start, token.end)}
    for item in _split(shadow, hit.end, stop):
        if any(mark in item.name for mark in OPENERS + CLOSERS):
            continue
        if not _SHORTEST <= len(item.name) <= _LONGEST or item.start not in edges:
            continue
        told = _is_known(item.name) or shadow[item.start - 1] in "“‘"
        if told or (free and _is_nominal(clause.tokens, item)):
            yield item


def _close(shadow: str, clause: Clause, hit: Hit) -> int | None:
    """Where the list ends, given by 等四大主导产业, a single field noun or 为主导."""
    grammar, start, end = _grammar(), hit.end, clause.end
    if hit.of("focus-by"):
        framed = grammar.role.match(shadow, start, end)
        return framed.end("list") if framed is not None else None
    etc = pattern("ListEnd").search(shadow, start + 1, end)
    if etc is not None:
        return etc.start() if grammar.closing.match(shadow, etc.start(), end) else None
    single = grammar.single.match(shadow, start, end)
    return single.end("list") if single is not None else None


def _split(shadow: str, start: int, stop: int) -> Iterator[_Item]:
    """The names between the joiners, without quotation marks."""
    joints = [match.span() for match in pattern("FieldJoiner").finditer(shadow, start, stop)]
    begins = [start, *(end for _, end in joints)]
    ends = [*(begin for begin, _ in joints), stop]
    for left, right in zip(begins, ends, strict=True):
        piece = shadow[left:right].rstrip(_QUOTES)
        name = piece.lstrip(_QUOTES)
        if name:
            end = left + len(piece)
            yield _Item(name, end - len(name), end)


def _is_known(name: str) -> bool:
    words = vocabulary()
    return any(words.find(scheme, name) is not None for scheme in ("industries", "fields"))


def _is_nominal(tokens: tuple[Token, ...], item: _Item) -> bool:
    """Are all words of the item such as may name an industry?"""
    inner = load_lexicon().forms("InnerVerb")
    words = [token for token in tokens if item.start <= token.start and token.end <= item.end]
    return bool(words) and all(
        token.pos[0] in _NOMINAL or token.pos in _NOMINAL_TAGS or token.text in inner
        for token in words
    )
