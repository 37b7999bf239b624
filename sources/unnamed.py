"""Things without a name: what is told of 首个项目 or 10家企业 is not told of the name before it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.draft import Draft
from sources.edifice import tells_of_whole
from sources.guarded import has_word
from sources.quantity import quantities
from sources.rung import REACHED
from sources.turn import Turn

__all__ = ["Unnamed"]

#: Most text between a name and the thing without a name that it only describes, in characters.
_REACH = 8
#: Relations that a counted head takes away from the name before it.
_TAKEN = frozenset({"locatedIn", "focusesOn", "memberOf", "affiliatedWith", "partOf"})
#: Units of counts: they tell how many there are, not how large they are.
_COUNTS = frozenset({"NUM", "PERSON"})
#: Those of which it is said how many members they have.
_GATHERED = ("Alliance", "Platform", "Programme", "Place", "Event")
#: Those that have a size of their own whatever projects they have.
_SIZED = ("Project", "Fund", "FinancialProduct", "Programme")
_AREAS = ("Zone", "AdministrativeArea")
#: Areas in which other things are built and opened.
_WIDE = (*_AREAS, "Park")
#: First letters of tags of verbs and small words, behind which a noun is no subject.
_VERBAL = frozenset("vp")
#: First letters of tags of nouns and of words that open a longer noun.
_NOUNS = frozenset("nbf")
_OPEN, _CLOSE = "“", "”"


@dataclass(frozen=True, slots=True)
class _Head:
    """A thing without a name, ``shadow[start:end]``; a project (``built``), or ``many`` of them."""

    start: int
    end: int
    built: bool
    many: bool


@dataclass(frozen=True, slots=True)
class _Grammar:
    head: re.Pattern[str]
    told: re.Pattern[str]
    built: re.Pattern[str]
    origin: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    sign = alternation("CountSign")
    count = f"(?:[0-9]+|{sign}+){sign}*{alternation('UnnamedMeasure')}"
    noun = alternation("UnnamedNoun", "UnnamedProject")
    kind = alternation("UnnamedKind")
    # 10个重点项目, 首个产业项目; 开工项目10个, 社会民生类2个.
    lead = f"(?:{alternation('UnnamedMark', 'UnnamedFirst')}(?:{count})?|{count})"
    project = alternation("UnnamedProject")
    return _Grammar(
        head=re.compile(f"{lead}(?:[^,。;、:“”()]|“[^“”]{{1,6}}”){{0,12}}?{noun}{kind}?"),
        told=re.compile(f"(?:{project}{kind}?|[^,。;、:“”()]{{2,8}}{kind}){count}"),
        built=re.compile(f"{project}|{kind}{count}"),
        origin=re.compile(f"{alternation('OriginWord')}[^,。;]*?{alternation('Attributive')}"),
    )


class Unnamed:
    """Tells which drafts say of a name what the text says of a thing without one."""

    def __init__(self, shadow: str, parts: Iterable[list[Turn]]) -> None:
        """``parts`` are the turns of all sentences of a text."""
        self.shadow = shadow
        parts = list(parts)
        self._known = {
            turn.clause.start: heads
            for turns in parts
            for turn in turns
            if (heads := _heads(shadow, turn.clause))
        }
        # Whose one project the text tells of (X首个项目开工): 项目 stands for that, later.
        self.hosts = {
            group.members[-1].entity.name
            for turns in parts
            for turn in turns
            for head in self._heads(turn.clause)
            for group in turn.clause.groups
            if head.built and _is_single(shadow, head) and _describes(shadow, group, head)
        }

    def _heads(self, clause: Clause) -> list[_Head]:
        """The things without a name in a clause of the text."""
        return self._known.get(clause.start, [])

    def withhold(self, turns: list[Turn], drafts: Iterable[Draft]) -> Iterator[Draft]:
        """The drafts of one sentence but those that are about a thing without a name."""
        for draft in drafts:
            if not self._is_taken(turns, draft):
                yield draft

    def _is_taken(self, turns: list[Turn], draft: Draft) -> bool:
        _, start, end = draft.spans[0]
        spans = ((t.clause.start, t.clause.end) for t in turns)
        index = next((i for i, (a, b) in enumerate(spans) if a <= end - 1 < b), None)
        if index is None:
            return False
        if draft.predicate == "hasStatus":
            return self._is_other_built(turns, index, draft, start, end)
        if draft.predicate == "observation":
            return self._is_other_sized(turns, index, draft, start, end)
        if draft.predicate not in _TAKEN:
            return False
        host = draft.object is not None and draft.object.name in self.hosts
        if host and not _is_named(turns, draft):
            return True
        if draft.predicate == "focusesOn" and self._passes_on(turns, index, start, draft):
            return True
        clause = turns[index].clause
        group = _last(clause, draft, end)
        for head in self._heads(clause):
            if head.end > end:
                continue
            if group is None and _opens(self.shadow, clause, head):
                return True
            if group is not None and _describes(self.shadow, group, head):
                return True
        return False

    def _is_other_built(
        self, turns: list[Turn], index: int, draft: Draft, start: int, end: int
    ) -> bool:
        """Is a thing without a name opened or built: X10个项目开工, X集中开工8个项目?"""
        shadow, clause = self.shadow, turns[index].clause
        if any(shadow.startswith(form, end) for form in load_lexicon().forms("OccasionWord")):
            return True
        if _is_quoted_within(shadow, turns[0].sentence, draft, start):
            return True
        group = _last(clause, draft, start)
        if tells_of_whole(shadow, clause, group, draft, start):
            return False
        if group is not None and vocabulary().is_any(draft.subject.cls, _AREAS):
            joint = pattern("JointWord").search(shadow, group.tail, end) is not None
            if joint and len(group.members) == 1:
                return True
        if group is not None and _is_owned(shadow, clause, group, start):
            return True
        if group is not None and _is_inside(shadow, clause, group, draft, start):
            return True
        behind = _is_behind(clause, draft, start)
        if not behind and _is_of_several(shadow, turns[index], group, start):
            return True
        for head in self._heads(clause):
            if group is not None and head.end <= start and _describes(shadow, group, head):
                return True
            alone = group is None and not any(g.end <= start for g in clause.groups)
            if alone and head.end <= start and not _is_barred(shadow, clause.start, head.start):
                return True
            if group is not None and 0 <= head.start - end <= 1:
                return True
        return False

    def _is_other_sized(
        self, turns: list[Turn], index: int, draft: Draft, start: int, end: int
    ) -> bool:
        """Is it the number of a thing without a name: X首个项目总投资20亿元?"""
        shadow, clause, value = self.shadow, turns[index].clause, draft.value
        if value is None:
            return False
        indicator, lexicon = value.indicator or "", load_lexicon()
        if any(form in indicator for form in lexicon.forms("MemberCount")):
            return not vocabulary().is_any(draft.subject.cls, _GATHERED)
        for origin in _grammar().origin.finditer(shadow, clause.start, clause.end):
            if origin.start() < start and end <= origin.end():
                return True
        if self._is_of_host(draft):
            return True
        sized = any(form in indicator for form in lexicon.forms("SizeIndicator"))
        if value.unit in _COUNTS or not sized:
            return False
        group = _last(clause, draft, start)
        if group is not None:
            alone = (h for h in self._heads(clause) if h.end <= start and not h.many)
            return any(_describes(shadow, group, head) for head in alone)
        for group in clause.groups:
            named = group.start >= end and any(r.entity is draft.subject for r in group.members)
            if named and self._leads_to_project(clause, group):
                return True
        return self._passes_on(turns, index, start, draft)

    def _leads_to_project(self, clause: Clause, group: Group) -> bool:
        """Is the name only whose the project is (总投资84亿元, X首个项目开工)?"""
        lone = (head for head in self._heads(clause) if head.built and not head.many)
        return any(_describes(self.shadow, group, head) for head in lone)

    def _passes_on(self, turns: list[Turn], index: int, start: int, draft: Draft) -> bool:
        """Was a project without a name spoken of last (首个项目开工, 总投资84亿元)?"""
        shadow, sized = self.shadow, draft.predicate == "observation"
        if any(g.end <= start for g in _things(turns[index].clause)):
            return False
        if vocabulary().is_any(draft.subject.cls, _SIZED):
            return False
        if self._is_of_host(draft):
            return True
        for turn in reversed(turns[: index + 1]):
            clause, groups = turn.clause, _things(turn.clause)
            for head in self._heads(clause):
                if not head.built or head.end > start or (sized and head.many):
                    continue
                after = any(g.start >= head.end for g in groups)
                before = [g for g in groups if g.end <= head.start]
                listed = bool(before) and _is_list_end(shadow, before[-1], head)
                lead = before[-1].tail if before else clause.start
                if not after and not listed and not _is_barred(shadow, lead, head.start):
                    return True
            if groups or shadow[clause.start - 1 : clause.start] == ";":
                return False
        return False

    def _is_of_host(self, draft: Draft) -> bool:
        """Is it said without its name, of what only has the project that the text is about?"""
        return draft.source not in ("explicit", "alias") and draft.subject.name in self.hosts


def _heads(shadow: str, clause: Clause) -> list[_Head]:
    """The things without a name in a clause, none that a name covers."""
    grammar = _grammar()
    refs = [ref for group in clause.groups for ref in group.members]
    found = []
    starts, ends = (ref.end for ref in refs), (ref.start for ref in refs)
    for start, end in zip([clause.start, *starts], [*ends, clause.end], strict=True):
        for form in (grammar.head, grammar.told):
            for match in form.finditer(shadow, start, end):
                built = grammar.built.search(match.group()) is not None
                found.append(_Head(*match.span(), built, _is_many(match.group())))
    return found


def _things(clause: Clause) -> list[Group]:
    """The names of a clause that are more than the industries a list tells."""
    plain = ("Industry", "ResearchField")
    return [g for g in clause.groups if not vocabulary().is_any(g.members[-1].entity.cls, plain)]


def _is_many(text: str) -> bool:
    """Are they counted, so that what they cost is told of who has them (X的10个项目)?"""
    counts, lone = re.findall("[0-9]+", text), pattern("UnnamedFirst", "UnnamedKind").search(text)
    return bool(counts) and counts[0] != "1" and lone is None


def _is_single(shadow: str, head: _Head) -> bool:
    return pattern("UnnamedFirst").match(shadow, head.start, head.end) is not None


def _is_list_end(shadow: str, group: Group, head: _Head) -> bool:
    """Does the count only close a list of names (甲、乙等12个项目, 甲、乙两家企业)?"""
    ended = group.closed or pattern("ListEnd").search(shadow, group.end, head.start) is not None
    return ended or (len(group.members) > 1 and head.start == group.tail)


def _is_barred(shadow: str, start: int, end: int) -> bool:
    return pattern("UnnamedBar").search(shadow, start, end) is not None


def _describes(shadow: str, group: Group, head: _Head) -> bool:
    """Does the name only tell whose the thing without a name is?"""
    apart = head.start - group.tail
    if not 0 <= apart <= _REACH or _is_list_end(shadow, group, head):
        return False
    return not _is_barred(shadow, group.tail, head.start)


def _is_behind(clause: Clause, draft: Draft, verb: int) -> bool:
    """Is the draft's subject named behind the verb (共建甲院)?"""
    after = (ref for group in clause.groups if group.end > verb for ref in group.members)
    return any(ref.entity is draft.subject for ref in after)


def _is_of_several(shadow: str, turn: Turn, group: Group | None, end: int) -> bool:
    """Is it said of several things, not of the one before (12栋厂房竣工, 道路、管网均已建成)?"""
    named = group.members if group is not None else turn.topic or turn.subjects
    if len(named) > 1 or (group is not None and shadow.startswith("、", group.start - 1)):
        return False
    start = group.tail if group is not None else turn.clause.start
    counted = any(q.kind == "count" and q.unit == "NUM" for q in quantities(shadow, start, end))
    return counted or has_word("PluralMark", shadow, start, end)


def _is_owned(shadow: str, clause: Clause, group: Group, verb: int) -> bool:
    """Is the verb said of something else that the name only has (X的路灯投用)?"""
    tie = pattern("Attributive").match(shadow, group.tail, verb)
    nouns = (t for t in clause.tokens if tie is not None and tie.end() <= t.start < verb)
    return any(token.pos == "n" for token in nouns)


def _is_inside(shadow: str, clause: Clause, group: Group, draft: Draft, verb: int) -> bool:
    """Is something else built or opened that is only in the area (X人才公寓投用)?"""
    if draft.name not in REACHED or not vocabulary().is_any(draft.subject.cls, _WIDE):
        return False
    words = [token for token in clause.tokens if group.tail <= token.start < verb]
    if not words or words[0].start != group.tail or words[0].pos[0] not in _NOUNS:
        return False
    return pattern("PhaseWord", "AreaSelf").match(shadow, group.tail, verb) is None


def _opens(shadow: str, clause: Clause, head: _Head) -> bool:
    """Is it the subject of its clause (该校三所学院落户…)?"""
    if any(group.start < head.start for group in clause.groups):
        return False
    before = (token for token in clause.tokens if token.start < head.start)
    if any(token.pos[0] in _VERBAL for token in before):
        return False
    return not _is_barred(shadow, clause.start, head.start)


def _is_named(turns: list[Turn], draft: Draft) -> bool:
    """Does the sentence name the draft's object, or stand a word in for it?"""
    groups = (group for turn in turns for group in turn.clause.groups)
    return any(ref.entity is draft.object for group in groups for ref in group.members)


def _last(clause: Clause, draft: Draft, before: int) -> Group | None:
    """The last list before ``before`` that names the draft's subject."""
    named = (
        group
        for group in reversed(clause.groups)
        if group.end <= before and any(r.entity is draft.subject for r in group.members)
    )
    return next(named, None)


def _is_quoted_within(shadow: str, sentence: tuple[int, int], draft: Draft, verb: int) -> bool:
    """Does the name stand inside a longer quoted one that the verb is said of?"""
    for role, start, end in draft.spans[1:]:
        if role != "subject" or not sentence[0] <= start < verb:
            continue
        opened, shut = (shadow.rfind(mark, sentence[0], start) for mark in (_OPEN, _CLOSE))
        closer = shadow.find(_CLOSE, end, verb)
        if opened > shut and closer > end:
            return True
    return False
