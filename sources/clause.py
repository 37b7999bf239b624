"""Clauses: the stretches between commas, with the groups of things and the triggers in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ontology.lexicon import Cue, load_lexicon
from sources.reference import Reference
from sources.token import Token

__all__ = ["Clause", "Group", "Hit", "clauses"]

#: An item that we have no entity for, between two that we have.
_UNKNOWN_ITEM = re.compile(r"、[\u4e00-\u9fffA-Za-z0-9]{2,12}、")


@dataclass(frozen=True, slots=True)
class Group:
    """Names of one list; ``joints[i]`` is the word before ``members[i + 1]``.

    ``governor`` is the small word right before the list (在, 由, 与, 依托 …), if any.
    ``tail`` is where the list ends, with 等 and closing quotes.
    """

    members: tuple[Reference, ...]
    joints: tuple[str, ...]
    governor: str
    start: int
    end: int
    tail: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger word at ``start:end`` with all the cues of its form."""

    start: int
    end: int
    cues: tuple[Cue, ...]

    def of(self, pattern: str) -> tuple[Cue, ...]:
        """The cues of one pattern, such as ``state``."""
        return tuple(cue for cue in self.cues if cue.attributes.get("pattern") == pattern)


@dataclass(slots=True)
class Clause:
    """One clause of a sentence, ``shadow[start:end]``, with what stands in it, in order."""

    start: int
    end: int
    sentence: int
    groups: list[Group] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)


@lru_cache(maxsize=1)
def _triggers() -> tuple[AhoCorasick, tuple[tuple[Cue, ...], ...]]:
    cues: dict[str, list[Cue]] = {}
    for cue in load_lexicon().cues("Trigger"):
        cues.setdefault(cue.form, []).append(cue)
    forms = sorted(cues)
    return (
        AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest),
        tuple(tuple(cues[form]) for form in forms),
    )


@lru_cache(maxsize=1)
def _small_words() -> tuple[tuple[str, ...], frozenset[str]]:
    lexicon = load_lexicon()
    kinds = ("Preposition", "AgentMarker", "Comitative", "Locative")
    governors = {form for kind in kinds for form in lexicon.forms(kind)}
    return tuple(sorted(governors, key=lambda f: (-len(f), f))), lexicon.forms("Joiner")


def clauses(
    shadow: str, index: int, tokens: tuple[Token, ...], references: list[Reference]
) -> list[Clause]:
    """Clauses of one sentence; ``references`` are those inside it, in order."""
    if not tokens:
        return []
    begin, end = tokens[0].start, tokens[-1].end
    covered = {at for ref in references for at in range(ref.start, ref.end)}
    cuts = [
        at for at in range(begin, end) if shadow[at] in ",;:。!?—" and at not in covered
    ]
    starts, ends = [begin, *(cut + 1 for cut in cuts)], [*cuts, end]
    edges = {token.start for token in tokens}
    found = []
    for start, stop in zip(starts, ends, strict=True):
        if stop <= start:
            continue
        inside = [ref for ref in references if start <= ref.start and ref.end <= stop]
        clause = Clause(start, stop, index)
        clause.groups = _groups(shadow, start, stop, inside)
        clause.hits = _hits(shadow, start, stop, covered, edges)
        found.append(clause)
    return found


def _groups(shadow: str, start: int, stop: int, refs: list[Reference]) -> list[Group]:
    groups: list[Group] = []
    members: list[Reference] = []
    joints: list[str] = []
    for ref in refs:
        joint = _joint(shadow, members[-1].end, ref.start) if members else None
        if joint is None and members:
            groups.append(_group(shadow, start, stop, members, joints))
            members, joints = [], []
        if members:
            joints.append(joint or "")
        members.append(ref)
    if members:
        groups.append(_group(shadow, start, stop, members, joints))
    return groups


def _joint(shadow: str, left: int, right: int) -> str | None:
    """The word that joins two names into one list; empty for quotes side by side."""
    between = shadow[left:right].strip("”’》“‘《) ")
    if _UNKNOWN_ITEM.fullmatch(between):
        return "、"
    if between in _small_words()[1]:
        return between
    if not between and any(mark in shadow[left:right] for mark in "”’》"):
        return ""
    return None


def _group(
    shadow: str, start: int, stop: int, members: list[Reference], joints: list[str]
) -> Group:
    first = members[0].start
    lead = shadow[start:first].rstrip("“‘《(")
    governor = next((word for word in _small_words()[0] if lead.endswith(word)), "")
    tail = members[-1].end
    while tail < stop and shadow[tail] in "”’》":
        tail += 1
    if shadow.startswith("等", tail):
        tail += 1
    return Group(tuple(members), tuple(joints), governor, first, members[-1].end, tail)


def _hits(shadow: str, start: int, stop: int, covered: set[int], edges: set[int]) -> list[Hit]:
    matcher, cues = _triggers()
    hits = []
    for index, left, right in matcher.find_matches_as_indexes(shadow[start:stop]):
        left, right = left + start, right + start
        whole = left in edges or (right in edges and right - left > 3)
        if whole and left not in covered and right - 1 not in covered:
            hits.append(Hit(left, right, cues[index]))
    return hits
