"""Names: institutions, places and programmes found by their head noun and their left edge.

A Chinese name ends in a noun that tells its class (实验室, 高新区, 基金). The grammar starts at
that noun and walks left over the words that may belong to a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from ontology.vocabulary import vocabulary
from sources.bracket import OPENING, step_over
from sources.branch import branch_class, is_college
from sources.business import is_business
from sources.headnoun import ends_like_head, head_of, opens_other
from sources.modifier import is_specific, kind_of
from sources.place import is_place
from sources.prelude import counted, is_built, is_deed, is_nominal, is_sort, led_on, widened
from sources.token import Token, is_known_word

__all__ = ["Name", "find_names", "may_be_inside"]

#: First letters of the part-of-speech tags that may stand inside a name, and marks that may.
_NOMINAL, _MARKS = frozenset("nabjlfsgz"), frozenset("·+-/&")
#: Tags of words that are names of their own: no joiner goes on to their left.
_PROPER = frozenset({"ns", "nr", "nt", "nz"})
#: A name longer than this many characters is a clause that was misread.
_LONGEST = 32
#: A word that no dictionary has is shorter than this inside a name, in characters.
_COINED = 4
#: Shortest area written out (莆阳市), and town behind an area in short, in characters.
_SHORTEST_AREA, _SHORTEST_TOWN = 3, 2
#: Kinds of cues that no name goes beyond.
_STOPS = (
    *("AgentMarker", "Comitative", "Demonstrative", "Denial", "Former", "Hearsay", "LeftStop"),
    *("Locative", "Preposition", "SayVerb", "SectionWord"),
)


@dataclass(slots=True)
class Name:
    """A name found by its head: span, class, cue of the head, and where the head starts.

    ``inner``: the names that it starts with, such as its mother institution.
    """

    start: int
    end: int
    cls: str
    cue: str
    head: int
    inner: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class _Words:
    inner: frozenset[str]
    action: frozenset[str]
    stop: frozenset[str]
    letters: frozenset[str]
    units: frozenset[str]
    generic: frozenset[str]
    never: frozenset[str]
    joiners: frozenset[str]
    tails: frozenset[str]
    pointing: frozenset[str]
    wide: frozenset[str]
    dashes: frozenset[str]
    loose: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    lexicon = load_lexicon()
    return _Words(
        inner=lexicon.forms("InnerVerb"),
        action=lexicon.forms("ActionVerb", "Trigger"),
        stop=lexicon.forms(*_STOPS),
        letters=lexicon.forms("AreaLetter"),
        units=lexicon.forms("InnerUnit"),
        generic=lexicon.forms("GenericModifier"),
        never=lexicon.forms("NotName"),
        joiners=lexicon.forms("InnerJoiner"),
        tails=frozenset(
            cue.form for cue in lexicon.cues("FirmTail") if cue.attributes.get("weak") != "true"
        ),
        pointing=lexicon.forms("SectionWord"),
        wide=lexicon.forms("WideModifier"),
        dashes=lexicon.forms("NameDash"),
        loose=frozenset(
            form
            for form in lexicon.forms("ActionVerb", "BoundSign", "GluedVerb", *_STOPS)
            if len(form) == 1
        ),
    )


def find_names(shadow: str, tokens: tuple[Token, ...]) -> list[Name]:
    """Names among ``tokens`` (one sentence), longest first at each head, without overlaps."""
    found: list[Name] = []
    limit = len(shadow)
    for index in range(len(tokens) - 1, -1, -1):
        if tokens[index].end > limit or not ends_like_head(tokens[index].text):
            continue
        name = _name_at(shadow, tokens, index)
        if name is not None:
            inner = sorted(_inner(shadow, tokens, name, index), key=lambda inside: inside.end)
            if (mother := _college_of(shadow, name, inner)) is not None:
                found.append(mother)
                limit = mother.start
                continue
            cls = branch_class(shadow[name.start : name.end], name.cls, [n.cls for n in inner])
            found.append(replace(name, cls=cls, inner=tuple(inner)))
            limit = name.start
    found.reverse()
    return found


def _college_of(shadow: str, name: Name, inner: list[Name]) -> Name | None:
    """The university that ``name`` is a part of (云溪大学|化工学院), if it is no school itself."""
    mother = inner[0] if inner else None
    if mother is None or not name.cls == mother.cls == "University":
        return None
    return mother if is_college(shadow[mother.end : name.end]) else None


def _inner(shadow: str, tokens: tuple[Token, ...], name: Name, index: int) -> Iterator[Name]:
    """Names that ``name``, which ends in ``tokens[index]``, starts with."""
    while index >= 0 and tokens[index].start >= name.start:
        if tokens[index].end < name.end:
            inner = _name_at(shadow, tokens, index)
            if inner is not None and inner.start == name.start and inner.end < name.end:
                yield inner
        index -= 1


def _name_at(shadow: str, tokens: tuple[Token, ...], index: int) -> Name | None:
    """The name whose head ends with ``tokens[index]``."""
    words = _words()
    end, floor = tokens[index].end, tokens[0].start
    head = head_of(shadow[max(floor, end - _LONGEST) : end])
    pointing = tokens[index].text in words.pointing
    if head is None or pointing or head.attributes.get("needs") in {"quotes", "title"}:
        return None
    placed = len(head.form) == 1 < len(tokens[index].text) and tokens[index].pos == "ns"
    if placed and not vocabulary().is_a(head.signals, "AdministrativeArea"):
        return None  # 曼谷
    if opens_other(shadow, end, head):
        return None
    head_start = end - len(head.form)
    first = index
    while tokens[first].start > head_start:
        first -= 1
    # Where the head starts inside a word, the rest of that word belongs to the name.
    whole = tokens[first]
    if len(head.form) == 1 < len(whole.text) and _is_word(whole, head):
        return None  # 返乡
    rest = whole.text[: max(0, head_start - whole.start)]
    if rest and (whole.text in words.action or rest in words.action - words.inner):
        return None  # 召开大会
    edge = _reach(shadow, tokens, first, head)
    while _is_area_before(tokens, edge, head_start, head) or is_sort(tokens, edge, first, head):
        edge += 1
    if vocabulary().is_a(head.signals, "Place") and is_deed(tokens, edge, first, head):
        return None  # 精准|对接|新区
    start = tokens[edge].start
    if start >= head_start or end - start > _LONGEST or shadow[start:end] in words.never:
        return None
    told = is_specific(tokens, edge, head_start, head) and _has(shadow, tokens, start, end, head)
    return Name(start, end, head.signals, head.id, head_start) if told else None


def _has(shadow: str, tokens: tuple[Token, ...], start: int, end: int, head: Cue) -> bool:
    """Has a name what its head needs: a campus's university, works on a road, a place, an owner?"""
    needs = head.attributes.get("needs")
    if needs == "works":
        return is_built(shadow, end)
    if needs == "owner":
        return _has_owner(shadow, tokens, start, end - len(head.form))
    if needs in {"area", "place", "placed works"}:
        stop = end - len(head.form) + (needs == "area")
        placed = (t for t in tokens if t.start == start and t.end < stop)
        opened = any(t.pos == "ns" or is_place(t.text) for t in placed)
        return opened or (needs == "placed works" and is_built(shadow, end))
    return needs != "mother" or _has_mother(shadow, tokens, start, head)


def _has_owner(shadow: str, tokens: tuple[Token, ...], start: int, stop: int) -> bool:
    """Does what stands before the head name something by its own head (云溪研究院|新址)?"""
    owner = head_of(shadow[start:stop])
    named = owner is not None and len(owner.form) < stop - start
    return named and any(token.end == stop for token in tokens)


def _reach(shadow: str, tokens: tuple[Token, ...], first: int, head: Cue) -> int:
    """Index of the token that opens the name, over words that only look like none of it."""
    edge = widened(tokens, _left_edge(shadow, tokens, first), head)
    while (further := led_on(tokens, edge, first, head)) < edge:
        edge = widened(tokens, _left_edge(shadow, tokens, further), head)
    return counted(tokens, edge, first, head)


def _is_word(token: Token, head: Cue) -> bool:
    """Is it a word of the language, or a place by its short name (金乡)?

    No word of the dictionary ends in a head that needs a place, whatever its tag (幼儿园).
    """
    named = token.pos[:2] in _PROPER and head.attributes.get("needs") != "place"
    return is_place(token.text) or (not named and is_known_word(token.text))


def _has_mother(shadow: str, tokens: tuple[Token, ...], start: int, head: Cue) -> bool:
    """Does the name hold that of a thing of its class, to which it belongs?"""
    inner = (head_of(shadow[start : t.end]) for t in tokens if t.start >= start)
    return any(cue is not None and cue is not head and cue.signals == head.signals for cue in inner)


def _is_area_before(tokens: tuple[Token, ...], edge: int, head_start: int, head: Cue) -> bool:
    """Does the city stand before the name of a zone or park (荣成市|好运角旅游度假区)?"""
    area = tokens[edge]
    town = area.end < head_start and vocabulary().is_a(head.signals, "AdministrativeArea")
    lettered = area.text[-1] in _words().letters
    if town and is_place(area.text) and (not lettered or tokens[edge + 1].end == head_start):
        return head_start - area.end >= _SHORTEST_TOWN  # 任县|邢家湾镇, 佛山|顺德|北滘镇
    if area.end >= head_start or len(area.text) < _SHORTEST_AREA:
        return False
    if not lettered or not vocabulary().is_a(head.signals, "Place"):
        return False
    rest = tokens[edge + 1]
    if town:
        return rest.start < head_start  # 顺德区|北滘镇
    own = rest.end <= head_start and kind_of(rest.text, rest) in {"own", "placed"}
    named = area.pos == "ns" and len(rest.text) > 1 and own
    return named and is_specific(tokens, edge + 1, head_start, head)


def _left_edge(shadow: str, tokens: tuple[Token, ...], first: int) -> int:
    """Index of the token that opens the name with its head at ``tokens[first]``."""
    words = _words()
    edge = first
    index = first - 1
    while index >= 0 and tokens[index].end == tokens[index + 1].start:
        business = is_business(tokens, index, first)
        step = (index - 1, index) if business else _step(shadow, tokens, index)
        if step is None:
            break
        index, edge = step
    while edge < first and (tokens[edge].text in words.action or tokens[edge].text in OPENING):
        edge += 1
    if edge and tokens[edge - 1].text in words.wide:
        head, text = head_of(tokens[first].text), tokens[first].text
        if head is None or head.form != text or not head.attributes.get("anaphor"):
            edge -= 1
    return edge


def _step(shadow: str, tokens: tuple[Token, ...], index: int) -> tuple[int, int] | None:
    """Go over ``tokens[index]``: the next index to look at and the new edge; None to stop."""
    words = _words()
    token = tokens[index]
    if token.text in OPENING:
        return _over_bracket(shadow, tokens, index)
    if token.text in words.units and index and tokens[index - 1].text.isdecimal():
        return index - 2, index - 1
    if token.text in words.joiners:
        return _join(tokens, index)
    if token.text in words.dashes:
        return _span(tokens, index)
    if token.text in words.stop:
        inside = token.text in words.inner and is_nominal(tokens, index)
        return (index - 1, index) if inside and not _ends_name(shadow, tokens[index - 1]) else None
    if token.text in words.action:
        # A verb that may live in a name does not when somebody who acts stands before it.
        acts = bool(index) and _ends_name(shadow, tokens[index - 1])
        if acts or token.text not in words.inner:
            return None
    return (index - 1, index) if may_be_inside(token) else None


def may_be_inside(token: Token) -> bool:
    """May the word stand inside a name?

    >>> may_be_inside(Token(0, 2, "量子", "n")), may_be_inside(Token(0, 1, "了", "ul"))
    (True, False)
    """
    words = _words()
    if token.text in words.inner or token.text in words.generic or is_place(token.text):
        return True
    if token.pos in {"vn", "vg"} or token.pos[0] in _NOMINAL or _is_coined(token):
        return True
    letter = token.text in _MARKS or "\u4e00" <= token.text <= "\u9fff"  # 皂|苷
    return token.pos == "eng" or (token.pos == "x" and letter)


def _is_coined(token: Token) -> bool:
    """Is it a word that no dictionary has, without letters that only sentences use (腾越, 碳汇)?"""
    text, words = token.text, _words()
    if not 1 < len(text) < _COINED or is_known_word(text) or not text.isalpha():
        return False
    return "\u4e00" <= text[0] <= "\u9fff" and all(sign not in words.loose for sign in text)


def _ends_name(shadow: str, token: Token) -> bool:
    return head_of(shadow[max(0, token.end - _LONGEST) : token.end]) is not None


def _over_bracket(shadow: str, tokens: tuple[Token, ...], index: int) -> tuple[int, int] | None:
    """Step over a short text in quotes, or in brackets behind a word of the name."""
    step = step_over(shadow, tokens, index)
    if step is None or tokens[index].text != ")":
        return step
    return step if step[0] >= 0 and may_be_inside(tokens[step[0]]) else None


def _span(tokens: tuple[Token, ...], index: int) -> tuple[int, int] | None:
    """Step over the dash between two places that a thing is named after (苏州—剑桥离岸基地)."""
    if not index:
        return None
    placed = all(t.pos == "ns" or is_place(t.text) for t in tokens[index - 1 : index + 2 : 2])
    return (index - 2, index - 1) if placed else None


def _join(tokens: tuple[Token, ...], index: int) -> tuple[int, int] | None:
    """Step over 与 or 及 inside a name: what stands before it must be no name of its own."""
    words = _words()
    before = tokens[index - 1] if index else None
    if before is None or before.pos in _PROPER:
        return None
    head = head_of(before.text)
    if head is not None and head.attributes.get("needs") != "quotes":
        return None
    after = tokens[index + 1]
    if _closes_firm(tokens, index - 1) or is_place(after.text) or after.pos in _PROPER:
        return None
    if before.text in words.action or before.text in words.stop or not may_be_inside(before):
        return None
    return index - 2, index - 1


def _closes_firm(tokens: tuple[Token, ...], index: int) -> bool:
    """Does the word end the name of a company (青石|环保), and does not open one (环保与健康)?"""
    words, before = _words(), tokens[index - 1] if index else None
    if tokens[index].text not in words.tails or before is None:
        return False
    glued = before.end == tokens[index].start and before.text not in words.action | words.stop
    return glued and may_be_inside(before)
