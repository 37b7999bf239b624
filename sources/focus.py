"""Focus: the industries and fields that somebody works on, read from lists of plain nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Hit
from sources.draft import Draft
from sources.entity import Entities, Entity
from sources.modality import modality_of
from sources.subject import Turn
from sources.token import Token

__all__ = ["focus"]

#: Shortest and longest name of an industry or field, in characters.
_SHORTEST, _LONGEST = 2, 14
_ACTORS = ("Place", "Organization", "Platform", "Fund", "Policy", "Alliance", "Project")


def _any(kind: str) -> str:
    forms = sorted(load_lexicon().forms(kind), key=lambda form: (-len(form), form))
    return "|".join(map(re.escape, forms))


@lru_cache(maxsize=1)
def _grammar() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    numbers = "[0-9一二三四五六七八九十两多若干余]+(?:大|个|条|类|项)?"
    nouns = _any("FieldNoun")
    closing = re.compile(f"等(?P<count>{numbers})?(?:[^,。;、等]{{0,6}}?)(?P<noun>{nouns})")
    single = re.compile(f"(?P<list>[^,。;]+?)(?:{nouns})")
    role = re.compile(f"(?P<list>[^,。;]+?)(?:作)?为(?:[^,。;为]{{0,3}})?(?:{_any('FocusRole')})")
    return closing, single, role, re.compile("、|和|与|以及")


def focus(
    shadow: str, turns: list[Turn], tokens: tuple[Token, ...], entities: Entities
) -> Iterator[Draft]:
    """Drafts of ``focusesOn`` of one sentence; industries become entities as they are met."""
    for turn in turns:
        for hit in turn.clause.hits:
            cues = hit.of("focus") or hit.of("focus-by")
            if not cues or not turn.subjects:
                continue
            for name, start, end in _items(shadow, turn, hit, tokens):
                entity = entities.coin(name, _class(name), start, end, cues[0].id)
                for subject in turn.subjects:
                    if not _acts(subject.entity) or subject.entity is entity:
                        continue
                    if vocabulary().fits("focusesOn", subject.entity.cls, entity.cls):
                        yield Draft(
                            subject.entity, "focusesOn", entity, cues[0].id,
                            (("predicate", hit.start, end),
                             ("subject", subject.start, subject.end)),
                            subject.source,
                            modality=modality_of(
                                shadow, turn.clause.start, hit.start, turn.clause.end, turn.sentence
                            ),
                            sentence=turn.clause.sentence,
                        )  # fmt: skip


def _acts(entity: Entity) -> bool:
    return any(vocabulary().is_a(entity.cls, cls) for cls in _ACTORS)


def _class(name: str) -> str:
    words = vocabulary()
    if words.find("industries", name) is None and words.find("fields", name) is not None:
        return "ResearchField"
    return "Industry"


def _items(
    shadow: str, turn: Turn, hit: Hit, tokens: tuple[Token, ...]
) -> Iterator[tuple[str, int, int]]:
    """Names of the list after the trigger, with their spans; none when it is no such list."""
    start, end = hit.end, turn.clause.end
    later = [other.start for other in turn.clause.hits if other.start >= hit.end + 2]
    text = shadow[start:end]
    if hit.of("focus-by"):
        framed = _grammar()[2].match(text)
        closed = framed.end("list") if framed is not None else None
    else:
        closed = _close(text)
    strong = any(cue.attributes.get("strong") == "true" for cue in hit.of("focus"))
    open_ = any(cue.attributes.get("open") == "true" for cue in hit.of("focus"))
    if closed is None:
        if not strong:
            return
        stop = min([end, *(at for at in later if at > start)]) - start
    else:
        stop = closed
    edges = {token.start for token in tokens} | {token.end for token in tokens}
    pieces = list(_split(text[:stop], start))
    known = [_known(name) for name, _, _ in pieces]
    for (name, left, right), found in zip(pieces, known, strict=True):
        quoted = shadow[left - 1] in "“‘"
        if not _SHORTEST <= len(name) <= _LONGEST:
            continue
        if not (found or quoted or closed is not None or (open_ and right <= end)):
            continue
        if left not in edges or not (found or quoted or _nominal(tokens, left, right)):
            continue
        yield name, left, right


def _close(text: str) -> int | None:
    """Where the list ends, given by 等四大主导产业 or a single field noun."""
    closing = _grammar()[0]
    etc = text.find("等")
    if 0 < etc:
        match = closing.match(text, etc)
        return etc if match is not None else None
    match = _grammar()[1].match(text)
    return match.end("list") if match is not None else None


def _split(text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    at = 0
    for match in [*_grammar()[3].finditer(text), None]:
        stop = match.start() if match is not None else len(text)
        piece = text[at:stop]
        name = piece.strip(" “”‘’《》")
        lead = len(piece) - len(piece.lstrip(" “”‘’《》"))
        if name:
            yield name, offset + at + lead, offset + at + lead + len(name)
        at = match.end() if match is not None else stop


def _known(name: str) -> bool:
    words = vocabulary()
    return any(words.find(scheme, name) is not None for scheme in ("industries", "fields"))


def _nominal(tokens: tuple[Token, ...], left: int, right: int) -> bool:
    """Are all words of the item such as may name an industry?"""
    inner = load_lexicon().forms("InnerVerb")
    words = [token for token in tokens if left <= token.start and token.end <= right]
    return bool(words) and all(
        token.pos[0] in "nabjlsg" or token.pos in {"vn", "nz", "eng"} or token.text in inner
        for token in words
    )
