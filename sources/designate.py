"""Designations: titles that somebody is given, such as 国家双创示范基地."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import Cue, alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Hit
from sources.draft import Draft, Subject
from sources.entity import Entities, Entity
from sources.frame import acting, patient
from sources.place import find_places
from sources.turn import Turn

__all__ = ["designate"]

#: Longest title, and the shortest that tells more than a level (省级平台), in characters.
_LONGEST, _SHORTEST = 30, 5
#: Classes of names that are titles where they are given (获评国家生态工业示范园区).
_GIVEN = (
    *("Zone", "Park", "DemonstrationBase", "IndustrialBase", "Incubator", "Makerspace"),
    *("ServicePlatform",),
)
#: Who gets no titles.
_UNTITLED = ("GovernmentBody", "Policy")
#: How far in a title that opens with an area its quotation marks may open, in characters.
_AREA_REACH = 6
#: How far behind a title that somebody applies for it may say that they failed, in characters.
_FAIL_REACH = 14
_QUOTES = "“”‘’《》"


@dataclass(frozen=True, slots=True)
class _Grammar:
    lead: re.Pattern[str]
    title: re.Pattern[str]
    plain: re.Pattern[str]
    called: re.Pattern[str]
    bestow: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    area = f"[\u4e00-\u9fff]{{2,6}}?{alternation('AreaLetter')}"
    opener = f"(?:[“‘《]?(?:{alternation('TitleOpener')}|{area})|[“《][^,。;、])"
    noun = f"{alternation('TitleNoun')}[”’》]?(?:\\([^()]{{1,10}}\\))?"
    plain = f"(?=[^,。;、“”]{{2,12}}?{alternation('TitleMark')})[^,。;、“”]{{2,{_LONGEST}}}?"
    after = alternation("ItemJoiner", "Attributive", "TitleTail", "ListEnd")
    end = f"[,。;:!?]|”(?!{alternation('TitleNoun')})|{after}|$"
    return _Grammar(
        lead=re.compile(f"{alternation('TitleLead')}*"),
        title=re.compile(f"(?P<title>{opener}[^,。;、]{{0,{_LONGEST}}}?{noun})(?={end})"),
        plain=re.compile(f"(?P<title>{plain}{noun})(?={end})"),
        called=re.compile(f"[”’》]?[^,。;、]{{0,4}}?{alternation('TitleTail', 'TitleKind')}"),
        bestow=re.compile(f"({alternation('BestowVerb')})[“‘]?\\Z"),
    )


def designate(shadow: str, turns: list[Turn], entities: Entities) -> Iterator[Draft]:
    """Drafts of ``designatedAs`` of one sentence; titles become entities as they are met."""
    for turn in turns:
        for hit in turn.clause.hits:
            cue = next((cue for cue in hit.cues if cue.signals == "designatedAs"), None)
            if cue is None:
                continue
            spans = list(_titles(shadow, turn.clause, hit.end, _is_giver(shadow, hit)))
            if "tail" in cue.attributes and not (spans and _is_called(shadow, spans[-1][1])):
                continue
            unnamed = _is_of_unnamed(shadow, turn, hit, spans[-1][1] if spans else hit.end)
            subjects = () if unnamed else _titled(shadow, turn, hit, cue)
            paired = len(spans) == len(subjects) > 1 and turn.pairs_off(shadow, hit.start)
            for at, (start, end) in enumerate(spans):
                entity = _coin(shadow, entities, start, end, cue.id)
                said = _modality(shadow, turn, hit, cue, end)
                for subject in subjects[at : at + 1] if paired else subjects:
                    yield from _draft(subject, entity, cue.id, (hit.start, end), said)
        yield from _given(shadow, turn, entities)


def _coin(shadow: str, entities: Entities, start: int, end: int, cue: str) -> Entity:
    """The title as an entity."""
    tie = pattern("Attributive").match(shadow, start, end)  # 授予|的试点城市
    start = tie.end() if tie is not None else start
    text = shadow[start:end].strip(_QUOTES)
    if text.count("“") != text.count("”"):
        text = shadow[start:end]  # “驼鹿”企业
    begin = shadow.index(text, start)
    entity = entities.coin(text, "Designation", begin, begin + len(text), cue)
    if _is_only_given(entity.cls) and all(m.start == begin for m in entity.mentions):
        entity.cls = "Designation"
    return entity


def _draft(
    subject: Subject, title: Entity, cue: str, span: tuple[int, int], modality: str
) -> Iterator[Draft]:
    fits = vocabulary().fits("designatedAs", subject.entity.cls, title.cls)
    if fits and subject.entity is not title:
        yield Draft(
            subject.entity, "designatedAs", title, cue,
            (("predicate", *span), subject.span), subject.source, modality=modality,
        )  # fmt: skip


def _given(shadow: str, turn: Turn, entities: Entities) -> Iterator[Draft]:
    """科技部认定甲园为国家级孵化器, 授予甲园“示范园区”称号."""
    for group in turn.clause.groups:
        verb = _grammar().bestow.search(shadow, turn.clause.start, group.start)
        if verb is None:
            continue
        link = pattern("BestowAs").match(shadow, group.tail, turn.clause.end)
        start = link.end() if link is not None else group.tail
        spans = list(_titles(shadow, turn.clause, start, link is not None))
        called = spans and (link is not None or _is_called(shadow, spans[-1][1]))
        for start, end in spans if called else ():
            entity = _coin(shadow, entities, start, end, "grammar/bestow")
            said = turn.modality(shadow, verb.start(1))
            for subject in map(Subject.of, group.members):
                if not vocabulary().is_any(subject.entity.cls, _UNTITLED):
                    span = (verb.start(1), end)
                    yield from _draft(subject, entity, "grammar/bestow", span, said)


def _is_giver(shadow: str, hit: Hit) -> bool:
    """Does nothing but a title follow the verb?"""
    return shadow[hit.start : hit.end] in load_lexicon().forms("TitleGiver")


def _is_called(shadow: str, end: int) -> bool:
    """Does a word behind the title call it one (…等资质, …”的头衔)?"""
    return _grammar().called.match(shadow, end) is not None


def _is_only_given(cls: str) -> bool:
    """Is it a title when somebody gets it: a kind of zone, park or base, not a body by name?"""
    return vocabulary().is_any(cls, _GIVEN)


def _is_title(text: str) -> bool:
    """Does it open as titles do: with a level, in quotes, or with the name of an area?"""
    if len(text) < _SHORTEST:
        return False
    if text[0] in _QUOTES or pattern("TitleOpener").match(text):
        return True
    whole = not pattern("Attributive").search(text) and text.find("“") <= _AREA_REACH
    edges = frozenset(range(len(text) + 1))
    return whole and any(place.start == 0 for place in find_places(text, edges))


def _titled(shadow: str, turn: Turn, hit: Hit, cue: Cue) -> tuple[Subject, ...]:
    """Who gets the title: whom 其 before the verb stands for, else who the clause is about.

    An authority gives titles, and a policy tells of them: neither gets any.
    """
    itself = shadow.endswith(tuple(load_lexicon().forms("ThirdPerson")), 0, hit.start)
    away = itself and turn.own is not None
    if _gives(shadow, turn, hit):
        lately = (s for said in (turn.topic, turn.past, turn.before) for s in said)
        return tuple(s for s in lately if _is_only_given(s.entity.cls))[:1]
    subjects = turn.before if away else acting(shadow, turn, hit, cue)
    return tuple(s for s in subjects if not vocabulary().is_any(s.entity.cls, _UNTITLED))


def _gives(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does an authority make something a title's bearer, left unsaid (国务院批复为国家级新区)?"""
    own, verb = turn.own, shadow[hit.start : hit.end]
    if own is None or own.governor or len(turn.clause.groups) > 1 or hit.start != own.tail:
        return False
    giver = vocabulary().is_a(own.members[-1].entity.cls, "GovernmentBody")
    return giver and verb.endswith(tuple(load_lexicon().forms("BestowAs")))


def _is_of_unnamed(shadow: str, turn: Turn, hit: Hit, end: int) -> bool:
    """Does somebody without a name have it (对获评X的,奖励…; 甲区内3家企业获评X)?"""
    own = turn.own if turn.own is not None and turn.own.end <= hit.start else None
    start = own.tail if own is not None else turn.clause.start
    tie = pattern("Attributive").match(shadow, end)
    told = tie is None or pattern("TitleTail").match(shadow, tie.end()) or turn.link(hit)
    if not told and pattern("Copula").search(shadow, start, hit.start) is None:
        return True
    if own is not None and not vocabulary().is_a(own.members[-1].entity.cls, "Place"):
        return False
    named = [g for g in turn.clause.groups if start <= g.start and g.end <= hit.start]
    return not named and pattern("KindNoun").search(shadow, start, hit.start) is not None


def _modality(shadow: str, turn: Turn, hit: Hit, cue: Cue, end: int) -> str:
    """The modality of the clause; what somebody strives for is a target, or was not to be."""
    moved = patient(turn, hit)  # 将 before what is titled puts nothing ahead
    said = turn.modality(shadow, moved.start - len(moved.governor) if moved else hit.start)
    if "modality" in cue.attributes:
        stop = min(turn.sentence[1], end + _FAIL_REACH)
        if pattern("FailWord").search(shadow, end, stop) is not None:
            return "negated"
    return cue.attributes.get("modality", said) if said == "asserted" else said


def _titles(shadow: str, clause: Clause, at: int, marked: bool) -> Iterator[tuple[int, int]]:
    """Spans of the titles from ``at`` on, with their quotation marks.

    ``marked``: the verb takes nothing but a title, which then need not open as titles do.
    """
    grammar, end = _grammar(), clause.end
    while at < end:
        lead = grammar.lead.match(shadow, at, end)
        at = lead.end() if lead is not None else at
        match = grammar.title.match(shadow, at, end)
        plain = match is None and marked
        if plain:
            match = grammar.plain.match(shadow, at, end)
        if match is None:
            return
        if plain or _is_title(match.group("title")):
            yield match.span("title")
        joiner = pattern("ItemJoiner").match(shadow, match.end(), end)
        beside = shadow[match.end() - 1 : match.end() + 1] == "”“"
        if joiner is None and not beside:
            return
        at = joiner.end() if joiner is not None else match.end()
