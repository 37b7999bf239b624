"""Clauses: the stretches between commas, with the groups of things and the triggers in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from ontology.lexicon import Cue, alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.reference import Reference
from sources.token import Token

__all__ = ["Clause", "Group", "Hit", "clauses"]

#: An item that we have no entity for, between two that we have.
_UNKNOWN_ITEM = re.compile(r"、[\u4e00-\u9fffA-Za-z0-9]{2,12}、")
#: What brackets say of the name before them: its foreign or short name.
_BRACKETED = re.compile(r"\([^()]{1,60}\)")
#: Marks that end a clause, and quotation marks on either side of a name.
_CUTS = re.compile("[,;:。!?—|】]")
#: A number whose thousands commas part: they end no clause.
_GROUPED = re.compile(r"(?<![0-9,.])[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])")
_OPENERS, _CLOSERS = "“‘《(", "”’》"
#: A trigger longer than this need not start where a word starts.
_SHORT_TRIGGER = 3


@dataclass(slots=True)
class Group:
    """Names of one list; ``joints[i]`` is the word before ``members[i + 1]``.

    ``governor`` is the small word right before the list (在, 由, 与, 依托 …), if any.
    ``tail`` is where the list ends, with 等 and closing quotes; ``closed``: it ends in 等.
    ``inner``: a place that only says where the next thing is (深圳的甲公司); ``sites``: such
    places inside the list, each with its thing (乙公司和深圳的甲公司).
    """

    members: tuple[Reference, ...]
    joints: tuple[str, ...]
    governor: str
    start: int
    end: int
    tail: int
    closed: bool
    inner: bool = False
    sites: tuple[tuple[Reference, Reference], ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A trigger form: its cues, by pattern, and what they signal; made once for all its hits."""

    cues: tuple[Cue, ...]
    by_pattern: dict[str, tuple[Cue, ...]]
    signals: frozenset[str]
    is_noun: bool

    @classmethod
    def of(cls, cues: Sequence[Cue]) -> Word:
        """The word of these cues."""
        kinds = {cue.attributes.get("pattern", "") for cue in cues}
        return cls(
            tuple(cues),
            {k: tuple(c for c in cues if c.attributes.get("pattern", "") == k) for k in kinds},
            frozenset(cue.signals for cue in cues if cue.kind == "Trigger"),
            all(cue.kind == "CapacityNoun" for cue in cues),
        )


@dataclass(slots=True)
class Hit:
    """A trigger word at ``start:end``."""

    start: int
    end: int
    word: Word

    @property
    def cues(self) -> tuple[Cue, ...]:
        """All the cues of its form."""
        return self.word.cues

    def of(self, kind: str) -> tuple[Cue, ...]:
        """The cues of one ``lex:pattern``, such as ``state``."""
        return self.word.by_pattern.get(kind, ())

    def says(self, relation: str) -> bool:
        """Does any cue of the word signal ``relation``?"""
        return relation in self.word.signals

    @property
    def is_noun(self) -> bool:
        """Is it a noun of capacity (建设单位), no verb?"""
        return self.word.is_noun


@dataclass(slots=True)
class Clause:
    """One clause of a sentence, ``shadow[start:end]``, with what stands in it, in order.

    ``sentence`` is the index of the sentence in the layout.
    """

    start: int
    end: int
    sentence: int
    tokens: tuple[Token, ...] = ()
    groups: list[Group] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)


@lru_cache(maxsize=1)
def _triggers() -> tuple[AhoCorasick, tuple[Word, ...]]:
    cues: dict[str, list[Cue]] = {}
    lexicon = load_lexicon()
    for cue in (*lexicon.cues("Trigger"), *lexicon.cues("CapacityNoun")):
        cues.setdefault(cue.form, []).append(cue)
    forms = sorted(cues)
    return (
        AhoCorasick(forms, matchkind=MatchKind.Standard),
        tuple(Word.of(cues[form]) for form in forms),
    )


@lru_cache(maxsize=1)
def _governors() -> tuple[frozenset[str], int]:
    """The small words that may stand before a list, and the length of the longest."""
    kinds = ("Preposition", "AgentMarker", "Comitative", "Locative", "Pivot", "LayoutPreposition")
    forms = load_lexicon().forms(*kinds)
    return forms, max(map(len, forms), default=0)


def clauses(
    shadow: str, index: int, tokens: tuple[Token, ...], references: Sequence[Reference]
) -> list[Clause]:
    """Clauses of sentence ``index``; ``references`` are those inside it, in order."""
    covered = {at for ref in references for at in range(ref.start, ref.end)}
    edges = {token.start: token for token in tokens}
    found = []
    token_at = ref_at = 0
    # 【沙洋县】甲项目 says where the thing is, 【周岚】 and 【规划】 are parted from what follows.
    labels = (ref for ref in references if shadow.startswith("】", ref.end))
    places = {ref.end for ref in labels if vocabulary().is_a(ref.entity.cls, "Place")}
    for start, stop in _stretches(shadow, tokens, covered | places):
        first = _until(tokens, token_at, start)
        token_at = _until(tokens, first, stop)
        inside, ref_at = ref_at, _until(references, ref_at, stop)
        found.append(
            Clause(
                start,
                stop,
                index,
                tokens[first:token_at],
                _nested(shadow, list(_groups(shadow, start, stop, references[inside:ref_at]))),
                list(_hits(shadow, start, stop, covered, edges)),
            )
        )
    return found


def _until(items: Sequence[Token] | Sequence[Reference], at: int, stop: int) -> int:
    """Index of the first of ``items`` from ``at`` on that starts at ``stop`` or later."""
    while at < len(items) and items[at].start < stop:
        at += 1
    return at


def _stretches(
    shadow: str, tokens: tuple[Token, ...], covered: set[int]
) -> Iterator[tuple[int, int]]:
    """Start and end of what stands between the cuts; marks in names and numbers do not cut."""
    if not tokens:
        return
    start, end = tokens[0].start, tokens[-1].end
    grouped = {at for match in _GROUPED.finditer(shadow, start, end) for at in range(*match.span())}
    for cut in _CUTS.finditer(shadow, start, end):
        at = cut.start()
        if at not in covered and at not in grouped:
            if at > start:
                yield start, at
            start = at + 1
    if end > start:
        yield start, end


def _groups(shadow: str, start: int, stop: int, refs: Sequence[Reference]) -> Iterator[Group]:
    members: list[Reference] = []
    joints: list[str] = []
    sites: list[tuple[Reference, Reference]] = []
    site: Reference | None = None
    for at, ref in enumerate(refs):
        first = site or ref
        joint = _joint(shadow, members[-1].end, first.start) if members else None
        if site is None and joint is not None and _is_site(shadow, members[-1], refs, at):
            site = ref
            continue
        if joint is not None:
            joints.append(joint)
            sites += [(site, ref)] if site is not None else []
        elif members:
            yield _group(shadow, start, stop, members, joints, sites)
            members, joints, sites = [], [], []
        members.append(ref)
        site = None
    if members:
        yield _group(shadow, start, stop, members, joints, sites)


def _is_site(shadow: str, before: Reference, refs: Sequence[Reference], at: int) -> bool:
    """Does the place in a list of other things only say where the next item is?"""
    words = vocabulary()
    if at + 1 == len(refs) or not words.is_a(refs[at].entity.cls, "Place"):
        return False
    if words.is_a(before.entity.cls, "Place") or words.is_a(refs[at + 1].entity.cls, "Place"):
        return False
    between = shadow[refs[at].end : refs[at + 1].start].rstrip(_OPENERS)
    return pattern("PlaceTie", "OwnTie").fullmatch(between) is not None


def _nested(shadow: str, groups: list[Group]) -> list[Group]:
    """The groups, with what governs a place passed on to what it ties (同深圳的甲公司签约)."""
    words = vocabulary()
    at = 0
    while at + 1 < len(groups):
        area, thing = groups[at], groups[at + 1]
        at += 1
        if not words.is_a(area.members[-1].entity.cls, "Place") or thing.governor:
            continue
        between = shadow[area.tail : thing.start].rstrip(_OPENERS)
        inner = not between and words.is_a(thing.members[0].entity.cls, "Place")
        tied = pattern("PlaceTie", "OwnTie").fullmatch(between) is not None
        if inner and len(area.members) > 1:
            at -= 1
            groups[at : at + 2] = [_merged(area, thing)]
        elif inner or (tied and len(area.members) == 1):
            groups[at - 1] = replace(area, inner=True)
            groups[at] = replace(thing, governor=area.governor)
    return groups


def _merged(area: Group, thing: Group) -> Group:
    """One list of two whose border is a place and what lies in it (甲大学与乙市|丙区)."""
    return replace(
        thing,
        members=(*area.members[:-1], *thing.members),
        joints=(*area.joints, *thing.joints),
        governor=area.governor,
        start=area.start,
        sites=(*area.sites, (area.members[-1], thing.members[0]), *thing.sites),
    )


def _joint(shadow: str, left: int, right: int) -> str | None:
    """The word that joins two names into one list; empty for quotes side by side."""
    between = shadow[left:right]
    between = _BRACKETED.sub("", between) if "(" in between else between
    between = _bare(between.strip("”’》“‘《) "))
    if _UNKNOWN_ITEM.fullmatch(between):
        return "、"
    if between in load_lexicon().forms("Joiner"):
        return between
    side_by_side = not between and any(mark in shadow[left:right] for mark in _CLOSERS)
    return "" if side_by_side else None


def _group(
    shadow: str,
    start: int,
    stop: int,
    members: list[Reference],
    joints: list[str],
    sites: list[tuple[Reference, Reference]],
) -> Group:
    first, end = members[0].start, members[-1].end
    tail = end
    while tail < stop and shadow[tail] in _CLOSERS:
        tail += 1
    closed = pattern("ListEnd").match(shadow, tail)
    return Group(
        tuple(members),
        tuple(joints),
        _governor(_bare(shadow[start:first].rstrip(_OPENERS))),
        first,
        end,
        closed.end() if closed else tail,
        closed is not None,
        sites=tuple(sites),
    )


def _bare(lead: str) -> str:
    """``lead`` without a last word that only places the name after it (原, 全市)."""
    word = _placing().search(lead)
    return lead[: word.start()] if word is not None and word.start() else lead


@lru_cache(maxsize=1)
def _placing() -> re.Pattern[str]:
    return re.compile(f"{alternation('FormerMark', 'WholeArea')}\\Z")


def _governor(lead: str) -> str:
    """The small word that ``lead`` ends in, the longest one; empty when there is none."""
    forms, longest = _governors()
    for length in range(min(longest, len(lead)), 0, -1):
        if lead[-length:] in forms:
            return lead[-length:]
    return ""


def _is_all(shadow: str, end: int, word: Token | None) -> bool:
    """Is a trigger up to ``end`` no mere start of a noun (开发|区), or of any word (设|想)?

    A ceremony tells of the deed (揭牌|仪式).
    """
    if word is None or word.end <= end:
        return True
    if end - word.start == 1:
        return False
    return word.pos != "n" or shadow[end : word.end] in load_lexicon().forms("StatusTail")


def _hits(
    shadow: str, start: int, stop: int, covered: set[int], edges: Mapping[int, Token]
) -> Iterator[Hit]:
    """The longest triggers that stand on words, left to right (设有 in 园内|设有, no 内设).

    ``edges``: where words start, each with the word.
    """
    matcher, words = _triggers()
    found = matcher.find_matches_as_indexes(shadow[start:stop], overlapping=True)
    reached = start
    for index, left, right in sorted(found, key=_leftmost_longest):
        left, right = left + start, right + start
        whole = left in edges or (right in edges and right - left > _SHORT_TRIGGER)
        whole = whole and _is_all(shadow, right, edges.get(left))
        whole = whole and pattern("BoundVerb").match(shadow, left) is None
        if whole and left >= reached and left not in covered and right - 1 not in covered:
            yield Hit(left, right, words[index])
            reached = right


def _leftmost_longest(match: tuple[int, int, int]) -> tuple[int, int]:
    return match[1], -match[2]
