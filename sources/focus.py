"""Focus: the industries and fields that somebody works on, read from lists of plain nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from ontology.lexicon import Cue, alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Hit
from sources.draft import Draft, Subject
from sources.entity import Entities, Entity
from sources.fold import CLOSERS, OPENERS
from sources.frame import acting, respective
from sources.headnoun import head_of
from sources.token import Token, is_known_word
from sources.turn import Turn

__all__ = ["focus"]

#: Shortest and longest name of an industry or field, in characters.
_SHORTEST, _LONGEST = 2, 14
#: A trigger this close behind another is a part of it.
_NEXT_TRIGGER = 2
_QUOTES = " “”‘’《》"
_NOMINAL = frozenset("nabjlsg")
_NOMINAL_TAGS = frozenset({"vn", "nz", "eng"})
#: Who works on fields of research.
_SCHOLARS = ("University", "ResearchInstitute", "Laboratory", "ScienceFacility")
#: What no industry ends in: those who work in it (从事新材料研发的协会).
_NO_TRADES = ("Alliance", "GovernmentBody", "AdministrativeCommittee", "Enterprise", "University")
#: Places that work on something of their own, and that plans are named after.
_ZONES = ("Zone", "Park", "ScienceCity", "InnovationZone")
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
    deed: re.Pattern[str]
    role: re.Pattern[str]
    tail: re.Pattern[str]
    summed: re.Pattern[str]
    link: re.Pattern[str]
    flank: re.Pattern[str]
    counted: re.Pattern[str]
    whole: re.Pattern[str]


@lru_cache(maxsize=1)
def _grammar() -> _Grammar:
    count = f"(?:(?:[0-9]|{alternation('CountSign')})+{alternation('CountMeasure')}?)?"
    more = f"(?!{alternation('FieldJoiner')})"  # 农畜产品、铜材: the list goes on
    end, noun, verb = alternation("ListEnd"), alternation("FieldNoun"), alternation("FocusVerb")
    role = f"{verb}(?:(?!{verb})[^,。;]){{0,6}}?[“‘]?{alternation('FocusRole')}"
    return _Grammar(
        closing=re.compile(f"{end}{count}(?:(?!{end})[^,。;、]){{0,6}}?{noun}"),
        single=re.compile(f"(?P<list>[^,。;]+?){count}{noun}{more}"),
        deed=re.compile(f"(?P<list>[^,。;]+?)(?:{alternation('FieldDeed')}|{count}{noun}{more})"),
        role=re.compile(f"(?P<list>[^,。;]+?)(?:{role}|{alternation('FocusEnd')})"),
        tail=re.compile(f"(?P<name>.{{2,}}?){alternation('FieldTail')}+"),
        summed=re.compile(  # 深空探测|三大创新高地
            f"(?P<name>.{{2,}}?){alternation('LayoutNumeral')}{alternation('TallyMeasure')}.{{2,}}"
        ),
        link=re.compile(f"{alternation('FocusLink')}"),
        counted=re.compile(f"{alternation('FocusLink')}?{count[:-1]}{alternation('FieldNoun')}?"),
        whole=re.compile(f"(?P<list>[^,。;]+?){count[:-1]}{noun}{more}"),
        flank=re.compile(f"(?P<list>[^,。;]+?){verb}{alternation('FocusFlank')}"),
    )


def focus(shadow: str, turns: list[Turn], entities: Entities) -> Iterator[Draft]:
    """Drafts of ``focusesOn`` of one sentence; industries become entities as they are met."""
    for index, turn in enumerate(turns):
        for hit in turn.clause.hits:
            cue = next(iter(hit.of("focus") or hit.of("focus-by") or hit.of("focus-noun")), None)
            if cue is None or _is_former(shadow, turn, hit):
                continue
            after = turns[index + 1].clause if index + 1 < len(turns) else None
            items = list(
                _items(shadow, turn, hit, after, _is_strong(hit) or _is_beside(turns, turn))
            )
            at = items[0].start if items else hit.end
            told = respective(shadow, turn, at, len(items)) or acting(shadow, turn, hit, cue)
            subjects = [_planned(s, entities) for s in told if _acts(s.entity)]
            paired = len(items) == len(subjects) > 1 and turn.pairs_off(shadow, at)
            if after is not None and turns[index + 1].own is None and hit.of("focus-by"):
                items += _flanks(shadow, after) if items and not paired else ()
            for position, item in enumerate(items):
                for subject in subjects[position : position + 1] if paired else subjects:
                    yield from _draft(shadow, turn, hit, cue, subject, item, entities)


def _is_former(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Was it so once (甲园原以纺织为主导)?"""
    once = tuple(load_lexicon().forms("OnceWord"))
    named = [group.tail for group in turn.clause.groups if group.end <= hit.start]
    return shadow.endswith(once, max([turn.clause.start, *named]), hit.start)  # 太原|以…


def _draft(
    shadow: str,
    turn: Turn,
    hit: Hit,
    cue: Cue,
    subject: Subject,
    item: _Item,
    entities: Entities,
) -> Iterator[Draft]:
    cls = _class(item.name, subject.entity)
    entity = entities.coin(item.name, cls, item.start, item.end, cue.id)
    if subject.entity is entity or not vocabulary().fits(
        "focusesOn", subject.entity.cls, entity.cls
    ):
        return
    yield Draft(
        subject.entity, "focusesOn", entity, cue.id,
        (("predicate", hit.start, item.end), subject.span), subject.source,
        modality=turn.modality(shadow, hit.start),
    )  # fmt: skip


def _acts(entity: Entity) -> bool:
    """Can it work on something? A slogan names a layout, it does not act."""
    return vocabulary().is_any(entity.cls, _ACTORS) and entity.cls != "Strategy"


def _planned(subject: Subject, entities: Entities) -> Subject:
    """The zone that a plan is named after: 《甲大学城发展规划》 says what that one works on."""
    if subject.entity.cls != "Plan":
        return subject
    name, words = subject.entity.name, vocabulary()
    named = entities.by_name.values()
    zones = [e for e in named if name.startswith(e.name) and words.is_any(e.cls, _ZONES)]
    if not zones:
        return subject
    return replace(subject, entity=max(zones, key=lambda zone: len(zone.name)))


def _is_beside(turns: list[Turn], turn: Turn) -> bool:
    """Does a strong word tell of another zone in the sentence (甲园主攻…,乙园发展…)?"""
    if not _is_zone(turn):
        return False
    others = (t for t in turns if t is not turn and t.own is not turn.own and _is_zone(t))
    return any(_is_strong(hit) or hit.of("focus-by") for t in others for hit in t.clause.hits)


def _is_zone(turn: Turn) -> bool:
    own = turn.own
    return own is not None and vocabulary().is_any(own.members[0].entity.cls, _ZONES)


def _is_place(entity: Entity) -> bool:
    return vocabulary().is_a(entity.cls, "Place")


def _class(name: str, actor: Entity) -> str:
    """What the text of an institute names is a field of research, unless we know it otherwise."""
    words = vocabulary()
    if words.find("industries", name) is not None:
        return "Industry"
    known = words.find("fields", name) is not None
    return "ResearchField" if known or words.is_any(actor.cls, _SCHOLARS) else "Industry"


def _items(
    shadow: str, turn: Turn, hit: Hit, after: Clause | None, strong: bool
) -> Iterator[_Item]:
    """The list after the trigger; none when it is no list of industries.

    A strong trigger takes plain nouns up to the end of the clause or the next verb; a weak one
    only a list that a noun closes.
    """
    clause, start = turn.clause, hit.end
    grammar = _grammar()
    counted = grammar.counted.fullmatch(shadow, start, clause.end) is not None
    if counted and not (shadow[clause.end : clause.end + 1] == ":" and after is not None):
        return
    if hit.of("focus-noun") and not hit.of("focus") and not counted:
        link = grammar.link.match(shadow, start)
        start = link.end() if link is not None else start
        counted = start == clause.end and shadow[start : start + 1] == ":" and after is not None
        if link is None and not counted:
            return
    if counted and after is not None:  # 主导产业:甲、乙; 主导产业有三个:甲、乙
        clause, start = after, after.start
    closed = _close(shadow, clause, hit, start, strong)
    if closed is None and not strong:
        items = list(_split(shadow, start, clause.end)) if hit.of("focus") else []
        whole = items and items[-1].end == clause.end  # 培育集成电路企业 tells of firms
        if whole and all(_is_known(item.name) for item in items):
            yield from _named(shadow, clause, start, clause.end)  # 壮大绿色食品、现代医药
        return
    later = [h.start for h in clause.hits if h.start >= start + _NEXT_TRIGGER]
    stop = closed if closed is not None else min([clause.end, *later])
    yield from _named(shadow, clause, start, stop)


def _named(shadow: str, clause: Clause, start: int, stop: int) -> Iterator[_Item]:
    """The items between ``start`` and ``stop`` that may name an industry or field."""
    edges = {at for token in clause.tokens for at in (token.start, token.end)}
    placed = [ref for group in clause.groups for ref in group.members if _is_place(ref.entity)]
    items = list(_split(shadow, start, stop))
    if any(_is_order(item.name) for item in items):
        return
    for item in items:
        if any(ref.start < item.end and item.start < ref.end for ref in placed):
            continue  # 主投甲园内企业
        if any(mark in item.name for mark in OPENERS + CLOSERS) or item.start not in edges:
            continue
        if _is_quoted_part(shadow, item):
            continue
        known = _is_known(item.name)
        if not _SHORTEST <= len(item.name) <= _LONGEST or (not known and _is_abstract(item.name)):
            continue
        told = known or shadow[item.start - 1] in "“‘"
        if told or _is_nominal(clause.tokens, item):
            yield item


def _is_quoted_part(shadow: str, item: _Item) -> bool:
    """Does the quote that opens before it go on behind it (围绕“两个|加快”, “研发—转化”体系)?"""
    if shadow[item.start - 1] not in "“‘":
        return False
    return shadow[item.end : item.end + 2].lstrip("+")[:1] not in ("”", "’")


def _flanks(shadow: str, clause: Clause) -> Iterator[_Item]:
    """以 A 为主导, B、C 为两翼: what the next clause sets beside the first."""
    match = _grammar().flank.match(shadow, clause.start, clause.end)
    if match is not None:
        yield from _named(shadow, clause, *match.span("list"))


def _is_strong(hit: Hit) -> bool:
    """Does the word take a list of plain nouns that nothing closes?"""
    cues = (*hit.of("focus"), *hit.of("focus-noun"))
    return any(cue.attributes.get("strong") == "true" for cue in cues)


def _is_order(name: str) -> bool:
    """Is it what some level of government asks for (围绕中央和省、市部署)?"""
    lexicon = load_lexicon()
    asked = name.endswith(tuple(lexicon.forms("AbstractNoun")))
    return asked and name[0] in lexicon.forms("AreaLetter")


def _is_abstract(name: str) -> bool:
    """Is it a goal or a need rather than an industry (围绕企业需求), or only the word for one?"""
    lexicon = load_lexicon()
    ending = name.endswith(tuple(lexicon.forms("AbstractNoun")))
    head = head_of(name)
    body = head is not None and vocabulary().is_any(head.signals, _NO_TRADES)
    body = body or name.endswith(tuple(lexicon.forms("Title")))
    plain = name in lexicon.forms("FieldNoun", "GenericModifier")
    return ending or body or plain or not name[-1].isalnum()


def _close(shadow: str, clause: Clause, hit: Hit, start: int, strong: bool) -> int | None:
    """Where the list ends, given by 等四大主导产业, a single field noun or 为主导."""
    grammar, end = _grammar(), clause.end
    if hit.of("focus-by") and not hit.of("focus"):
        framed = grammar.role.match(shadow, start, end)
        return framed.end("list") if framed is not None else None
    etc = pattern("ListEnd").search(shadow, start + 1, end)
    if etc is not None:
        closed = grammar.closing.match(shadow, etc.start(), end) is not None
        return etc.start() if closed or strong else None
    single = (grammar.deed if strong else grammar.single).match(shadow, start, end)
    whole = grammar.whole.match(shadow, start, end)  # 甲、冷链物流三大产业: 链 does not end it
    if single is not None and whole is not None:
        stop = whole.end("list")
        joined = pattern("FieldJoiner").match(shadow, stop - 1) is not None
        if not joined and all(not single.end() <= h.start < stop for h in clause.hits):
            return stop
    return single.end("list") if single is not None else None


def _split(shadow: str, start: int, stop: int) -> Iterator[_Item]:
    """The names between the joiners, without quotation marks.

    A word that joins the last two of a list parts none before them: 激光与增材制造、新型储能.
    """
    found = list(pattern("FieldJoiner").finditer(shadow, start, stop))
    marks = load_lexicon().forms("FieldMark")
    last = max((m.start() for m in found if m.group() in marks), default=start)
    joints = [m.span() for m in found if m.group() in marks or m.start() > last]
    begins = [start, *(end for _, end in joints)]
    ends = [*(begin for begin, _ in joints), stop]
    for left, right in zip(begins, ends, strict=True):
        piece = shadow[left:right].rstrip(_QUOTES)
        name = piece.lstrip(_QUOTES)
        if name:
            end = left + len(piece)
            tail = _grammar().tail.fullmatch(name)
            tail = tail or _grammar().summed.fullmatch(name)
            if tail is not None:
                end -= len(name) - tail.end("name")
                name = tail.group("name")
            yield _Item(name, end - len(name), end)


def _is_known(name: str) -> bool:
    words = vocabulary()
    return any(words.find(scheme, name) is not None for scheme in ("industries", "fields"))


def _is_nominal(tokens: tuple[Token, ...], item: _Item) -> bool:
    """Are all words of the item such as may name an industry?"""
    words = [token for token in tokens if item.start <= token.start and token.end <= item.end]
    plain = [token for token in words if _is_plain(token)]
    named = any(token.pos[0] != "a" or token.pos == "an" for token in plain)  # 定位清晰 names none
    return named and all(token in plain or _is_coined(token) for token in words)


def _is_plain(token: Token) -> bool:
    """Is it a noun, or a word such as the names of industries are made of?"""
    inner = load_lexicon().forms("InnerVerb", "FieldWord", "FieldBinder")
    return token.pos[0] in _NOMINAL or token.pos in _NOMINAL_TAGS or token.text in inner


def _is_coined(token: Token) -> bool:
    """Is it a term that no dictionary has (激光熔覆), which the segmenter takes for a verb?"""
    return token.pos == "v" and len(token.text) > 1 and not is_known_word(token.text)
