"""Names: institutions, places and programmes found by their head noun and their left edge.

A Chinese name ends in a noun that tells its class (实验室, 高新区, 基金). The grammar starts at
that noun and walks left over the words that may belong to a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from sources.place import is_place
from sources.token import Token

__all__ = ["Name", "find_names", "head_of", "is_general", "may_be_inside"]

#: First letters of the part-of-speech tags that may stand inside a name.
_NOMINAL = frozenset("nabjlfsgz")
#: A name longer than this many characters is a clause that was misread.
_LONGEST = 32
#: Kinds of cues that no name goes beyond.
_STOPS = (
    *("AgentMarker", "Comitative", "Demonstrative", "Former", "LeftStop", "Locative"),
    *("Preposition", "SayVerb", "SectionWord"),
)
#: Longest text in brackets or quotes that may belong to the inside of a name.
_LONGEST_INSERT = 10
#: A head of more characters than this already carries modifiers (综合性科学中心).
_SHORT_HEAD = 4


_NO_CUE = Cue("", "", "", "")


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by its head: span, class, cue of the head, and where the head starts."""

    start: int
    end: int
    cls: str
    cue: str
    head: int
    inner: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    heads: dict[str, Cue]
    longest: int
    inner: frozenset[str]
    action: frozenset[str]
    stop: frozenset[str]
    letters: frozenset[str]
    units: frozenset[str]
    generic: frozenset[str]
    never: frozenset[str]
    joiners: frozenset[str]
    levels: frozenset[str]
    thin: frozenset[str]
    wide: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    heads = {cue.form: cue for cue in lexicon.cues("HeadNoun")}
    return _Words(
        heads=heads,
        longest=max(map(len, heads), default=0),
        inner=lexicon.forms("InnerVerb"),
        action=lexicon.forms("ActionVerb") | lexicon.forms("Trigger"),
        stop=frozenset().union(*map(lexicon.forms, _STOPS)),
        letters=lexicon.forms("AreaLetter"),
        units=lexicon.forms("InnerUnit"),
        generic=lexicon.forms("GenericModifier"),
        never=lexicon.forms("NotName"),
        joiners=lexicon.forms("InnerJoiner"),
        levels=lexicon.forms("LevelModifier"),
        thin=lexicon.forms("ThinModifier"),
        wide=lexicon.forms("WideModifier"),
    )


def head_of(text: str) -> Cue | None:
    """The head noun that ``text`` ends in, the longest one.

    >>> head_of("国家生猪技术创新中心").signals
    'TechnologyInnovationCenter'
    """
    words = _words()
    for length in range(min(words.longest, len(text)), 0, -1):
        cue = words.heads.get(text[-length:])
        if cue is not None:
            return cue
    return None


def find_names(
    shadow: str, tokens: list[Token], skip: frozenset[int] = frozenset()
) -> list[Name]:
    """Names among ``tokens`` (one sentence), longest first at each head, without overlaps.

    No name ends at an offset in ``skip`` (inside the title of a post).
    """
    found: list[Name] = []
    limit = len(shadow)
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].end > limit or tokens[index].end - 1 in skip:
            continue
        name = _name_at(shadow, tokens, index)
        if name is not None:
            found.append(replace(name, inner=tuple(_inner(shadow, tokens, name))))
            limit = name.start
    found.reverse()
    return found


def _inner(shadow: str, tokens: list[Token], name: Name) -> Iterator[Name]:
    """Names that ``name`` starts with: its mother institution, zone or company."""
    for index, token in enumerate(tokens):
        if name.start < token.end < name.end and token.start >= name.start:
            inner = _name_at(shadow, tokens, index)
            if inner is not None and inner.start == name.start and inner.end < name.end:
                yield inner


def _name_at(shadow: str, tokens: list[Token], index: int) -> Name | None:
    end = tokens[index].end
    floor = tokens[0].start
    head = head_of(shadow[max(floor, end - _LONGEST) : end])
    if head is None or head.attributes.get("needs") == "quotes":
        return None
    head_start = end - len(head.form)
    first = index
    while tokens[first].start > head_start:
        first -= 1
    if tokens[first].start < head_start:
        # The head starts inside a word: the rest of that word belongs to the name.
        if tokens[first].text in _words().action:
            return None
        start = _left_edge(shadow, tokens, first, floor)
        start = min(start, tokens[first].start)
    else:
        start = _left_edge(shadow, tokens, first, floor)
    if start >= head_start or end - start > _LONGEST:
        return None
    text = shadow[start:end]
    if text in _words().never or not _specific(tokens, start, head_start, head):
        return None
    return Name(start, end, head.signals, head.id, head_start)


def _left_edge(shadow: str, tokens: list[Token], first: int, floor: int) -> int:
    """Where the name that has its head at ``tokens[first]`` starts."""
    edge = first
    index = first - 1
    while index >= 0:
        step = _step(shadow, tokens, index, edge)
        if step is None:
            break
        index, edge = step
    while edge < first and _weak_edge(tokens[edge]):
        edge += 1
    if edge and tokens[edge - 1].text in _words().wide and not _words().heads.get(
        tokens[first].text, _NO_CUE
    ).attributes.get("anaphor"):
        edge -= 1
    return max(tokens[edge].start, floor)


def _step(shadow: str, tokens: list[Token], index: int, edge: int) -> tuple[int, int] | None:
    """Go over ``tokens[index]``: the next index to look at and the new edge; None to stop."""
    words = _words()
    token = tokens[index]
    if token.text in ")”":
        return _insert(tokens, index)
    if token.text in words.units and index and tokens[index - 1].text.isdecimal():
        return index - 2, index - 1
    if token.text in words.joiners:
        return _join(tokens, index)
    if token.text in words.stop:
        return None
    if token.text in words.action and token.text not in words.inner:
        return None
    if token.text in words.action and index and _ends_actor(shadow, tokens[index - 1]):
        return None
    if may_be_inside(token):
        return index - 1, index
    return None


def may_be_inside(token: Token) -> bool:
    """May the word stand inside a name?"""
    words = _words()
    if token.text in words.inner or token.text in words.generic:
        return True
    if token.pos in {"vn", "vg"} or token.pos[0] in _NOMINAL:
        return True
    return token.pos == "eng" or (token.pos == "x" and token.text in "·+-/&")


def _weak_edge(token: Token) -> bool:
    """A word that may be inside a name but not open it."""
    return token.text in _words().action or token.text in ")”"


def _ends_actor(shadow: str, token: Token) -> bool:
    """Does the word before a verb end the name of somebody who acts?"""
    return head_of(shadow[max(0, token.end - _LONGEST) : token.end]) is not None


def _insert(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Step over a short text in brackets or quotes that stands inside a name."""
    closing = tokens[index]
    opening = {")": "(", "”": "“"}[closing.text]
    for at in range(index - 1, -1, -1):
        if closing.start - tokens[at].end > _LONGEST_INSERT or tokens[at].text in "，,。；;":
            return None
        if tokens[at].text == opening:
            if opening == "(" and (at == 0 or not may_be_inside(tokens[at - 1])):
                return None
            return (at - 1, at) if closing.start - tokens[at].end > 1 else None
    return None


def _join(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Step over 与 or 及 inside a name: what stands before it must be no name of its own."""
    if index == 0:
        return None
    before = tokens[index - 1]
    if head_of(before.text) is not None or before.pos in {"ns", "nr", "nt", "nz"}:
        return None
    if not may_be_inside(before) or before.text in _words().action or before.text in _words().stop:
        return None
    return index - 2, index - 1


def _specific(tokens: list[Token], start: int, head_start: int, head: Cue) -> bool:
    """Does anything before the head tell this thing from others of its kind?"""
    words = _words()
    placed = general = levelled = False
    thin = 0
    for token in tokens:
        if token.end <= start or token.start >= head_start:
            continue
        text = token.text[: max(0, head_start - token.start)]
        if not text or text in "()“”·":
            continue
        if text in words.levels:
            levelled = True
        elif text in words.thin:
            thin += 1
        elif text in words.generic or is_general(text):
            general = True
        elif len(text) > 1 and (token.pos == "ns" or is_place(text)):
            placed = True
        else:
            return True
    if head.signals == "Fund" and _priced(tokens, start):
        return True
    weak = head.attributes.get("weak") == "true" and len(head.form) <= _SHORT_HEAD
    if start + 1 == head_start and general and not weak:
        return any(token.start == start and token.text in words.letters for token in tokens)
    if thin:
        return thin > 1 or general or placed or levelled or len(head.form) > _SHORT_HEAD
    return placed and not levelled and (general or not weak)


def _priced(tokens: list[Token], start: int) -> bool:
    """Does an amount with 的 stand before the name (15亿元的科技成果转化基金)?"""
    before = [token for token in tokens if token.end <= start][-2:]
    money = load_lexicon().forms("MoneyMark")
    return len(before) == 2 and before[1].text == "的" and before[0].text[-1] in money


def is_general(text: str) -> bool:
    """Is the word put together of general modifiers only?"""
    generic = _words().generic
    if len(text) < 3:
        return text in generic
    return any(
        text[:cut] in generic and text[cut:] in generic for cut in range(1, len(text))
    )
