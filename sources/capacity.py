"""Capacities: what a body is to a thing, said by a noun (建设单位为甲, 甲是依托单位)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, combinations

from ontology.lexicon import Cue, alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.agency import SCHEMES
from sources.clause import Group, Hit
from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.relate import member
from sources.sense import HOUSED, LODGINGS
from sources.theme import bearer
from sources.trail import Trail
from sources.turn import Turn

__all__ = ["serve"]

#: How far behind the copula a body may stand, in characters.
_GAP = 8
#: How far before a name its noun of capacity may start, in characters.
_LEAD = 12
#: Platforms that are ground of their own, which may be a part of a zone.
_GROUNDS = ("IndustrialBase", "DemonstrationBase")
#: Most parties of one agreement; what 作为 can say that the next clause's subject is to a thing.
_MOST_PARTIES = 4
_OPENING = frozenset({"locatedIn", "establishedBy"})
#: What may stand between the noun and the next clause, which lists the bodies.
_DASH = re.compile(":|—+")
#: From the noun that opens a row of a card to one of its names (公共平台:甲、乙).
_ROW = re.compile(":[^,。;:\n]*")
#: Classes of the thing that a capacity is held in, by relation.
_THINGS = {
    "establishedBy": (
        *("Platform", "Zone", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
        *("University", "Enterprise", "Programme"),
    ),
    "reliesOn": ("Platform", "ResearchInstitute", "Project", "Park"),
    "memberOf": ("Alliance",),
    "cooperatesWith": ("Organization", "Place", "Platform"),
    "issuedBy": ("Policy", "FinancialProduct", "Mechanism", "Programme", "Fund"),
    "affiliatedWith": ("Organization", "Platform", "Park"),
    "partOf": ("Place", "Platform", "ResearchInstitute", "Fund", "Organization", "Programme"),
    "governedBy": ("Place", "Platform"),
    "supports": ("Fund", "FinancialProduct", "Policy"),
    "succeeds": ("Policy", "FinancialProduct", "Fund", "Platform", "Programme"),
    "locatedIn": ("Place", *LODGINGS),
    "implements": SCHEMES,
}


@lru_cache(maxsize=1)
def _link() -> re.Pattern[str]:
    """What may stand between noun and body."""
    return re.compile(f"{alternation('CapacityLink')}?(?:[“《 ]|{alternation('CapacityFill')})*")


def serve(shadow: str, turns: list[Turn], trail: Trail, passage: int) -> Iterator[Draft]:
    """Drafts of what nouns of capacity say; ``passage``: where the paragraph starts."""
    for index, turn in enumerate(turns):
        for hit in turn.clause.hits:
            for cue in hit.cues:
                if cue.kind != "CapacityNoun":
                    continue
                if cue.attributes.get("agent") == "each":
                    yield from _allied(shadow, turns, index, hit, cue)
                    continue
                bodies, thing = _sides(shadow, turns, index, hit, cue, trail, passage)
                if thing is not None and not _means_other(hit, cue, thing):
                    said = _drafts(_modality(shadow, turn, hit), cue, bodies, thing, hit)
                    yield from chain.from_iterable((draft, *member(draft)) for draft in said)


def _allied(shadow: str, turns: list[Turn], index: int, hit: Hit, cue: Cue) -> Iterator[Draft]:
    """Who the parties of an agreement are (签约双方为甲、乙): each works with each."""
    group = _after(shadow, turns, index, hit)
    parties = [Subject.of(ref) for ref in group.members] if group is not None else []
    if not 1 < len(parties) <= _MOST_PARTIES:
        return
    for one, other in combinations(parties, 2):
        yield from _drafts(_modality(shadow, turns[index], hit), cue, (one,), other, hit)


def _means_other(hit: Hit, cue: Cue, thing: Subject) -> bool:
    """Does the noun say something else of such a thing (a firm's 投资方, a scheme's 牵头单位)?"""
    others = {"supports": ("Enterprise",), "implements": SCHEMES}
    said = (c.signals for c in hit.cues if c.kind == "CapacityNoun")
    meant = any(vocabulary().is_any(thing.entity.cls, others.get(one, ())) for one in said)
    return cue.signals == "establishedBy" and meant


def _modality(shadow: str, turn: Turn, hit: Hit) -> str:
    """The modality of the clause; what denies its verb stands before the noun (尚未成为会员)."""
    said = turn.modality(shadow, hit.start)
    before = [group.tail for group in turn.clause.groups if group.tail <= hit.start]
    start = before[0] if before else turn.clause.start
    denied = pattern("Negation").search(shadow, start, hit.start) is not None
    return "negated" if denied and said == "asserted" else said


def _sides(
    shadow: str,
    turns: list[Turn],
    index: int,
    hit: Hit,
    cue: Cue,
    trail: Trail,
    passage: int,
) -> tuple[tuple[Subject, ...], Subject | None]:
    """The bodies that have the capacity, and the thing that they have it in."""
    turn = turns[index]
    if cue.attributes.get("tied") == "row" and not shadow.startswith(":", hit.end):
        return (), None  # 创新平台有甲 tells of any body, 创新平台:甲 of what the card is about
    if cue.attributes.get("tied") == "true":
        return _of_whole(shadow, turns, index, hit, cue)
    group = _after(shadow, turns, index, hit) or _doing(shadow, turn, hit)
    group = group or bearer(shadow, turn.clause, hit)
    if group is None:
        opened = cue.signals in _OPENING and _opens_as(shadow, turn)
        return _of_whole(shadow, turns, index, hit, cue) if opened else ((), None)
    bodies = tuple(Subject.of(ref) for ref in group.members)
    return bodies, _thing(shadow, turn, cue, group, hit.start, trail, passage)


def _opens_as(shadow: str, turn: Turn) -> bool:
    return pattern("AsMarker").match(shadow, turn.clause.start) is not None


def _of_whole(
    shadow: str, turns: list[Turn], index: int, hit: Hit, cue: Cue
) -> tuple[tuple[Subject, ...], Subject | None]:
    """The whole before the noun and its parts: 乙的核心区是甲, 下设两个分园:甲、丙."""
    turn = turns[index]
    if counted := _counted(shadow, turn, hit, cue):
        return counted
    listed = _after(shadow, turns, index, hit)
    listed = listed if listed is not None and listed.start > hit.end else None
    whole = _tied(turn, hit, shadow) or (_parted(turn, hit) if listed is not None else None)
    if whole is None:
        turned = listed is not None and cue.signals == "partOf"
        return _turned(turn, listed) if turned and listed is not None else ((), None)
    opens = _opens_as(shadow, turn)
    after = turns[index + 1] if opens and index + 1 < len(turns) else None
    bodies = after.subjects if after is not None and after.own is not None else turn.subjects
    if turn.own is whole and whole.start - turn.clause.start <= 1 and hit.end == turn.clause.end:
        bodies = turn.before if listed is None else ()  # 甲城,乙走廊的起点,…
    if listed is not None:
        bodies = tuple(Subject.of(ref) for ref in listed.members)
    fitting = (r for r in whole.members if vocabulary().is_any(r.entity.cls, _classes(cue)))
    thing = next(map(Subject.of, fitting), None)
    earlier = after is not None or listed is not None
    return tuple(s for s in bodies if s.start < hit.start or earlier), thing


def _counted(
    shadow: str, turn: Turn, hit: Hit, cue: Cue
) -> tuple[tuple[Subject, ...], Subject] | None:
    """甲集团拥有乙公司、丙公司两家全资企业: those listed before the noun belong to the subject."""
    own, before = turn.own, [g for g in turn.clause.groups if g.tail <= hit.start]
    if cue.signals != "affiliatedWith" or own is None or len(before) < 2 or before[-1].governor:
        return None
    listed, has = before[-1], ("partOf", "locatedIn", "establishedBy")
    verbs = [h for h in turn.clause.hits if own.tail <= h.start < listed.start]
    if listed is own or not any(verb.says(one) for verb in verbs for one in has):
        return None
    if _count().fullmatch(shadow, listed.tail, hit.start) is None:
        return None
    return tuple(map(Subject.of, listed.members)), Subject.of(own.members[0])


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    """What counts a list before the noun that tells what all of it is (两家, 12家)."""
    return re.compile(f"(?:[0-9]+|{alternation('CountSign')}+){alternation('UnnamedMeasure')}")


def _parted(turn: Turn, hit: Hit) -> Group | None:
    """The whole that a verb says to have the parts that the noun counts (下设三个分园)."""
    verbs = [h for h in turn.clause.hits if h.end <= hit.start]
    has = any(h.says("partOf") or h.says("establishedBy") for h in verbs)
    own = turn.own
    return own if has and own is not None and own.end <= verbs[-1].start else None


def _turned(turn: Turn, part: Group) -> tuple[tuple[Subject, ...], Subject | None]:
    """乙走廊建得很快,核心区是甲园: the part follows, the whole is what the clause is about."""
    places = [s for s in turn.subjects if vocabulary().is_a(s.entity.cls, "Place")]
    sited = all(vocabulary().is_a(ref.entity.cls, "Place") for ref in part.members)
    return (tuple(map(Subject.of, part.members)), places[0]) if places and sited else ((), None)


def _doing(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """Whom 由 names right before the noun (甲室由乙大学作为法人单位建设)."""
    doers = load_lexicon().forms("DoerMarker")
    for group in turn.clause.groups:
        if group.governor in doers and group.end <= hit.start:
            serves = pattern("AsMarker", "CapacityVerb").fullmatch(shadow, group.tail, hit.start)
            return group if serves else None
    return None


def _tied(turn: Turn, hit: Hit, shadow: str) -> Group | None:
    """The whole before 的 right before the noun: 甲是乙的核心区."""
    before = [group for group in turn.clause.groups if group.end <= hit.start]
    if not before:
        return None
    placed = before[-1].governor in load_lexicon().forms("Locative") and len(before) > 1
    maker = before[-2] if placed else before[-1]
    made = [h for h in turn.clause.hits if maker.tail <= h.start < hit.start]
    founded = any(h.says("establishedBy") for h in made) and maker is not turn.own
    if founded and pattern("Attributive").fullmatch(shadow, made[-1].end, hit.start):
        return maker  # 甲站是乙院在丙市设立的|分支机构
    between = shadow[before[-1].tail : hit.start]
    tie = pattern("Attributive").match(between)
    short = tie is not None and len(between) - tie.end() <= _GAP
    return before[-1] if short or not between else None


def _classes(cue: Cue) -> tuple[str, ...]:
    """Classes of the thing that the capacity is held in."""
    role = (cue.signals, cue.attributes.get("agent"))
    if role == ("supports", "body"):
        return ("Enterprise",)
    return _THINGS["establishedBy" if role == ("locatedIn", "thing") else cue.signals]


def _after(shadow: str, turns: list[Turn], index: int, hit: Hit) -> Group | None:
    """The bodies after the noun: 建设单位为甲, 建设单位:甲, 投资方甲."""
    groups = turns[index].clause.groups
    start = hit.end
    mark = _DASH.match(shadow, start)
    if start == turns[index].clause.end and mark is not None:
        groups = turns[index + 1].clause.groups if index + 1 < len(turns) else []
        start = mark.end()
    group = next((group for group in groups if group.start >= start), None)
    if group is None or group.start - start > _GAP:
        return None
    lead, first = group.governor, group.start
    if any(cue.signals == "locatedIn" for cue in hit.cues):
        group = _narrowest(group, groups)
    if lead in _agents():
        at = any(cue.signals == "locatedIn" for cue in hit.cues)
        at = at and lead in load_lexicon().forms("Locative")
        sited = pattern("SiteLink").fullmatch(shadow, start, first) is not None
        return group if at and sited else None  # 项目地点|在甲园
    return group if _link().fullmatch(shadow, start, first) else None


def _narrowest(group: Group, groups: list[Group]) -> Group:
    """The last of areas that stand side by side: 建设地点:甲市|乙园."""
    for after in groups[groups.index(group) + 1 :]:
        if after.start != group.end or not vocabulary().is_a(after.members[0].entity.cls, "Place"):
            break
        group = after
    return group


@lru_cache(maxsize=1)
def _agents() -> frozenset[str]:
    return load_lexicon().forms("AgentMarker", "Comitative", "Locative")


def _thing(
    shadow: str,
    turn: Turn,
    cue: Cue,
    bodies: Group,
    at: int,
    trail: Trail,
    passage: int,
) -> Subject | None:
    """The thing that the capacity is held in: tied by 的, in the clause, or spoken of before."""
    classes = _classes(cue)
    inside = [group for group in turn.clause.groups if group is not bodies and group.end <= at]
    tied = [g for g in inside if pattern("Attributive").match(shadow, g.tail) or g.tail == at]
    candidates: list[Subject] = [
        Subject.of(ref) for group in (*reversed(tied), *inside) for ref in group.members
    ]
    candidates += [*turn.topic, *turn.before, *turn.subjects, *turn.context]
    held = {ref.entity.name for ref in bodies.members}
    if _DASH.match(shadow, turn.clause.end) is not None and (
        found := _last(shadow, trail, at, classes, passage, held)
    ):
        return found  # a line of a form is about the thing that the form names
    for subject in candidates:
        if subject.entity.name in held or _serves(shadow, subject.start):
            continue  # 牵头单位:甲大学, 参建单位:乙院
        if vocabulary().is_any(subject.entity.cls, classes):
            return subject
    role = (cue.signals, cue.attributes.get("agent"))
    near = role == ("supports", "body")  # who invests does so in whom the sentence is about
    near = near or cue.signals == "cooperatesWith"
    if role == ("locatedIn", "thing"):  # no firm named in passing
        classes = tuple(cls for cls in classes if cls != "Enterprise")
    return None if near else _last(shadow, trail, at, classes, passage, held)


def _last(
    shadow: str, trail: Trail, at: int, classes: tuple[str, ...], passage: int, held: set[str]
) -> Subject | None:
    """The thing that the passage has named last, not as what serves it (建设地点:甲园)."""
    last = trail.last(at, classes)
    while last is not None and last.start >= passage:
        if last.entity.name not in held and not _serves(shadow, last.start):
            return Subject(last.entity, last.start, last.end, "section")
        last = trail.last(last.start, classes)
    return None


def _serves(shadow: str, start: int) -> bool:
    """Does a noun of capacity stand right before the name, so that it is no thing built?"""
    lead = max(0, start - _LEAD)
    nouns = pattern("CapacityNoun").finditer(shadow, lead, start)
    sited = pattern("Locative")
    for noun in nouns:
        at = sited.match(shadow, noun.end())  # 项目地点|在甲园
        if _link().fullmatch(shadow, noun.end() if at is None else at.end(), start):
            return True
    row = pattern("CapacityNoun").match(shadow, shadow.rfind("\n", 0, start) + 1)
    return row is not None and _ROW.fullmatch(shadow, row.end(), start) is not None


def _between(cue: Cue, one: Entity, other: Entity) -> str:
    """What the noun says; a firm or laboratory that is a part of a place stands in it."""
    housed = cue.signals == "partOf" and vocabulary().is_any(one.cls, HOUSED)
    housed = housed and not vocabulary().is_any(one.cls, _GROUNDS)
    return "locatedIn" if housed and vocabulary().is_a(other.cls, "Place") else cue.signals


def _drafts(
    modality: str, cue: Cue, bodies: tuple[Subject, ...], thing: Subject, hit: Hit
) -> Iterator[Draft]:
    holds = cue.attributes.get("agent") == "body"
    for body in bodies:
        one, other = (body.entity, thing.entity) if holds else (thing.entity, body.entity)
        predicate = _between(cue, one, other)
        if one is other or not vocabulary().fits(predicate, one.cls, other.cls):
            continue
        yield Draft(
            one, predicate, other, cue.id,
            (("predicate", hit.start, hit.end), body.span, ("alias", thing.start, thing.end)),
            body.source if holds else thing.source, modality=modality,
        )  # fmt: skip
