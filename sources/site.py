"""Sites: which thing stands in which place, said by place rather than by verb."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft, Span, Subject
from sources.entity import Entity
from sources.reference import Reference
from sources.sense import LODGINGS
from sources.subject import brought_up
from sources.turn import Turn

__all__ = ["fits_in", "place"]

#: Things that stand somewhere.
_SITED = ("Platform", "Park", "Project", "ResearchInstitute", "University", "Enterprise", "Zone")
#: Those of them that are built and opened, and the rungs that say so.
_BUILT = ("Platform", "Park", "Project", "ResearchInstitute", "Zone", "Alliance", "Fund")
_RUNGS = frozenset({"underConstruction", "completed", "operational", "planned"})
#: Things that a sentence about a place goes on to tell of.
_LOCAL = ("Platform", "Project", "Enterprise", "ResearchInstitute")
#: Administrative areas from the widest level down.
_LEVELS = ("Province", "City", "County", "District", "AdministrativeArea")
#: Words beside a place's name in a clause that only sets the scene, in characters.
_SCENE = 4
#: … and before the subject of a clause that goes on with it.
_OPENING = 2
#: … and before the place of which a clause counts what it has.
_ANNOUNCING = 6
#: What parts a thing and its place in brackets or in the next cell of a row, and what ends that.
_OPEN = re.compile(r"[”’》]?(?: *(?P<mark>[(|]) *)")
_CLOSE = {"(": re.compile(r"\)"), "|": re.compile(r" *(?:\||$)", re.MULTILINE)}


def place(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``locatedIn``: 沈巷镇的“风与光”产业园, 泸州“溪谷”, 甲园(乙县), 在甲开工."""
    host: Subject | None = None
    scene: Subject | None = None
    fresh = lasting = False
    for turn in turns:
        hosts = any(_is_host(hit) for hit in turn.clause.hits)
        if hosts and turn.subjects and _is(turn.subjects[0].entity, "Place"):
            host = turn.subjects[0]
        if host is not None:
            yield from _hosted(turn, host)
        opens = (fresh or _opens(turn)) and not _is_elsewhere(turn)
        if opens and scene is not None and turn.own is not None:
            yield from _staged(turn.own.members, scene, listed=lasting)
            built = brought_up(turn.clause) if _is_firm(turn.own) else ()
            yield from _staged(built, scene, listed=False)
        mark = shadow[turn.clause.end : turn.clause.end + 1]
        listing = _listing(shadow, turn)
        found = listing or _scene(shadow, turn)
        found = None if lasting and not _is_area(found) else found  # a park may be an item
        fresh = found is not None
        if fresh:  # 甲县:乙园,开工;丙园,投用
            lasting = listing is not None or (mark == ":" and _is_area(found))
        scene = None if mark == ";" and not lasting else found or scene
        yield from _held(shadow, turn)
        for group in turn.clause.groups:
            for area, ref in group.sites:
                if _is_lower(ref.entity, area.entity):
                    yield replace(_beside(area, ref), cue="structure/nested")
                elif fits_in(ref.entity, area.entity):
                    yield _beside(area, ref)
        for before, after in pairwise(turn.clause.groups):
            if _is(before.members[-1].entity, "Place"):
                yield from _adjacent(shadow, before, after)
                yield from _within(shadow, turn, before, after)
        for at in range(len(turn.clause.groups) - 1):
            yield from _behind(shadow, turn.clause, at)
        yield from _lying(shadow, turn)


def _is_host(hit: Hit) -> bool:
    """Does the word say that its subject, a place, has something?"""
    said = (cue.attributes for cue in hit.of("verb") if cue.signals == "locatedIn")
    return any(told.get("agent") == "object" and "of" not in told for told in said)


def _hosted(turn: Turn, host: Subject) -> Iterator[Draft]:
    """目前, P 拥有…, A 投运, B 开工: what is stated after 拥有 is in P, too."""
    states = [hit for hit in turn.clause.hits if hit.of("state")]
    if turn.own is None or not states or turn.own.end > states[0].start:
        return
    for ref in turn.own.members:
        if fits_in(ref.entity, host.entity):
            spans: tuple[Span, ...] = (("predicate", ref.start, ref.end), host.span)
            yield Draft(
                ref.entity, "locatedIn", host.entity, "structure/host-list", spans, "section"
            )


def _scene(shadow: str, turn: Turn) -> Subject | None:
    """The place that a clause of its own sets as the scene: 在甲市, …; 甲园里, …."""
    clause = turn.clause
    if not clause.groups or clause.hits or not all(g.inner for g in clause.groups[:-1]):
        return None
    first, group = clause.groups[0], clause.groups[-1]
    rest = (first.start - clause.start) + (clause.end - group.tail)
    inside = pattern("InsideWord").match(shadow, group.tail) is not None
    governed = group.governor in load_lexicon().forms("Locative", "SceneVerb")
    area = group.members[-1]
    seat = vocabulary().is_any(area.entity.cls, ("Place", *LODGINGS) if inside else ("Place",))
    if rest > _SCENE + len(group.governor) or not seat:
        return None
    alone = rest == 0 and first is group
    return Subject.of(area) if inside or governed or alone else None


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """What announces, behind a place, what it has: 有5个项目, 的3家."""
    number = f"(?:[0-9]+|{alternation('LayoutNumeral')}){alternation('ListMeasure')}"
    return re.compile(f"{alternation('ListHas')}?{number}[^,。;]{{0,4}}")


def _listing(shadow: str, turn: Turn) -> Subject | None:
    """The place of which a clause counts what it has, before a colon: 落在甲区的5个:…."""
    clause = turn.clause
    if shadow[clause.end : clause.end + 1] != ":" or len(clause.groups) != 1:
        return None
    group = clause.groups[0]
    if any(hit.start >= group.tail and not hit.says("locatedIn") for hit in clause.hits):
        return None
    area = group.members[-1]
    near = group.start - clause.start <= _ANNOUNCING and _is(area.entity, "Place")
    told = _counted().fullmatch(shadow, group.tail, clause.end) is not None
    return Subject.of(area) if near and told else None


def _is_area(scene: Subject | None) -> bool:
    return scene is not None and _is(scene.entity, "AdministrativeArea")


def _opens(turn: Turn) -> bool:
    """Does the clause open with its subject, so that it goes on with the scene?"""
    return turn.own is not None and turn.own.start - turn.clause.start <= _OPENING


def _is_firm(group: Group) -> bool:
    return all(_is(ref.entity, "Enterprise") for ref in group.members)


def _staged(own: Iterable[Reference | Subject], scene: Subject, *, listed: bool) -> Iterator[Draft]:
    """What the next clause is about, or a firm builds, stands there; ``listed``: behind a colon."""
    classes = (*_LOCAL, "Park") if listed else _LOCAL
    for ref in own:
        if vocabulary().is_any(ref.entity.cls, classes) and _fits(
            "locatedIn", ref.entity, scene.entity
        ):
            yield Draft(
                ref.entity, "locatedIn", scene.entity, "structure/scene",
                (("predicate", scene.start, ref.end),), "explicit",
            )  # fmt: skip


def _is_elsewhere(turn: Turn) -> bool:
    """Does the clause say itself where its subject is (甲公司在乙区建厂)?"""
    sites = load_lexicon().forms("Locative")
    return any(
        group.governor in sites
        or any(hit.says("locatedIn") and hit.end <= group.start for hit in turn.clause.hits)
        for group in turn.clause.groups
        if group is not turn.own
    )


def _held(shadow: str, turn: Turn) -> Iterator[Draft]:
    """X 在 P 开工, 大会在 P 召开: what is built, opened or held there stands there."""
    clause = turn.clause
    about = _members(turn.own) if turn.own is not None else (turn.topic or turn.subjects)
    for group in clause.groups:
        area = group.members[-1].entity
        governed = group.governor in load_lexicon().forms("Locative") and not group.inner
        if not governed or not vocabulary().is_any(area.cls, ("Place", *LODGINGS)):
            continue
        built = any(hit.start >= group.end and _is_built(clause, hit) for hit in clause.hits)
        held = pattern("HoldVerb").search(shadow, group.tail, clause.end) is not None
        for subject in about:
            thing = subject.entity
            event = held and _is(thing, "Event")
            if not event and not (built and vocabulary().is_any(thing.cls, _BUILT)):
                continue
            if subject.source in {"explicit", "alias"} and _fits("locatedIn", thing, area):
                yield Draft(
                    thing, "locatedIn", area, "structure/held",
                    (("predicate", group.start, clause.end), subject.span), subject.source,
                    modality=turn.modality(shadow, group.end),
                )  # fmt: skip


def _is_built(clause: Clause, hit: Hit) -> bool:
    """Does the word say that a thing is built or opened (not that something is signed)?"""
    if any(token.start == hit.end and token.pos[0] in "njl" for token in clause.tokens):
        return False  # 在甲市成立专家委员会
    word = hit.end - hit.start > 1  # one letter (设, 建) says nothing without its object
    founded = (
        word and hit.says("establishedBy") and not any(g.start >= hit.end for g in clause.groups)
    )
    return founded or any(cue.attributes.get("status") in _RUNGS for cue in hit.of("state"))


def _members(group: Group) -> tuple[Subject, ...]:
    return tuple(Subject.of(ref) for ref in group.members)


def _within(shadow: str, turn: Turn, before: Group, after: Group) -> Iterator[Draft]:
    """在 P 建设 X: X is in P, as surely as it is built."""
    going = shadow.endswith(tuple(load_lexicon().forms("GoingWord")), 0, before.start)
    if before.governor not in load_lexicon().forms("Locative") and not going:
        return
    found = (h for h in _foundings(turn.clause) if before.end <= h.start and h.end <= after.start)
    if (hit := next(found, None)) is None:
        return
    if going and hit.start - before.tail > 1:
        return  # 赴甲区考察后建立乙院
    area, said = before.members[-1].entity, turn.modality(shadow, hit.start)
    for ref in after.members:
        if fits_in(ref.entity, area):
            yield Draft(
                ref.entity, "locatedIn", area, "structure/within",
                (("predicate", before.start, ref.end),), "explicit",
                modality="asserted" if said == "target" else said,
            )  # fmt: skip


def _behind(shadow: str, clause: Clause, at: int) -> Iterator[Draft]:
    """甲院所在的乙园; 甲中心(乙县); 甲园|乙县|: the place of a thing, right behind it."""
    before, after = clause.groups[at : at + 2]
    thing, area = before.members[-1], after.members[0]
    tied = pattern("SiteTie").fullmatch(shadow, before.tail, after.start) is not None
    if not tied:
        after = _last_area(clause.groups[at + 1 :])
        area = after.members[0]
        mark = _OPEN.fullmatch(shadow, thing.end, clause.groups[at + 1].start)
        if mark is None or not _CLOSE[mark.group("mark")].match(shadow, area.end):
            return
        late = mark.group("mark") == "|" and before.start - clause.start > _OPENING
        if late or _is(thing.entity, "Enterprise"):
            return
    if _is(area.entity, "Place") and fits_in(thing.entity, area.entity):
        yield Draft(
            thing.entity, "locatedIn", area.entity, "structure/behind",
            (("predicate", thing.start, area.end),), "explicit",
        )  # fmt: skip


def _last_area(groups: list[Group]) -> Group:
    """The narrowest of areas that stand side by side: 甲区乙镇."""
    last = groups[0]
    for group in groups[1:]:
        if group.start != last.end or not _is(group.members[0].entity, "Place"):
            break
        last = group
    return last


def _lying(shadow: str, turn: Turn) -> Iterator[Draft]:
    """甲园就在乙区; 甲园全部在乙区范围内: where nothing else is said, 在 says where it lies."""
    clause = turn.clause
    if turn.own is None or len(clause.groups) < 2 or turn.own is not clause.groups[0]:
        return
    area = clause.groups[1]
    start = area.start - len(area.governor)
    if area.governor not in load_lexicon().forms("LieMarker") or len(area.members) > 1:
        return
    words = shadow[turn.own.tail : start]
    if words and pattern("LieWord").fullmatch(words) is None:
        return
    last = _last_area(clause.groups[1:])
    rest = shadow[last.tail : clause.end]
    bounds = pattern("RangeWord", "SideWord").fullmatch(rest) is not None
    if (rest and not bounds) or any(hit.start >= last.end for hit in clause.hits if not bounds):
        return
    goes_on = shadow[clause.end : clause.end + 1] == ","  # 甲公司在乙市,与丙签约
    for ref in turn.own.members:
        if goes_on and _is(ref.entity, "Organization"):
            continue
        if fits_in(ref.entity, last.members[0].entity):
            yield Draft(
                ref.entity, "locatedIn", last.members[0].entity, "structure/lying",
                (("predicate", ref.start, clause.end),), ref.how,
                modality=turn.modality(shadow, start),
            )  # fmt: skip


def _foundings(clause: Clause) -> list[Hit]:
    return [hit for hit in clause.hits if hit.says("establishedBy")]


def _adjacent(shadow: str, before: Group, after: Group) -> Iterator[Draft]:
    """A place right before a thing, or tied to it: 甲的乙, 甲园内的乙, 甲市企业乙."""
    lexicon = load_lexicon()
    between = shadow[before.end : after.start].rstrip("“‘《")
    quoted = not between and shadow[before.end : after.start] == "“"
    tied = quoted or pattern("PlaceTie").fullmatch(between) is not None
    if before.end == after.start and _is_lower(after.members[0].entity, before.members[-1].entity):
        yield replace(_beside(before.members[-1], after.members[0]), cue="structure/nested")
    if not tied or {before.governor, after.governor} & lexicon.forms("SourceMarker"):
        return
    area = before.members[-1]
    if shadow[area.start : area.end] in lexicon.forms("FirstPerson"):
        return  # what is ours need not stand on our ground
    placed = [thing for _, thing in after.sites]
    for ref in after.members:
        if ref in placed:
            continue
        zone = _is(ref.entity, "Zone") and not _is(area.entity, "AdministrativeArea")
        if _is(ref.entity, "AdministrativeArea") or zone:
            break
        if fits_in(ref.entity, area.entity):
            yield _beside(area, ref)
        if quoted:
            break


def _is_lower(inner: Entity, outer: Entity) -> bool:
    """Is an area of a lower level than the one right before it: 甲市乙区?"""
    ranks = [next((r for r, cls in enumerate(_LEVELS) if cls == e.cls), -1) for e in (inner, outer)]
    return min(ranks) >= 0 and ranks[0] > ranks[1] and _fits("locatedIn", inner, outer)


def _beside(area: Reference, ref: Reference) -> Draft:
    span: Span = ("predicate", area.start, ref.end)
    return Draft(ref.entity, "locatedIn", area.entity, "structure/adjacent", (span,), "explicit")


def _fits(predicate: str, one: Entity, other: Entity) -> bool:
    return one is not other and vocabulary().fits(predicate, one.cls, other.cls)


def fits_in(thing: Entity, area: Entity) -> bool:
    """May the thing stand in the area?"""
    return vocabulary().is_any(thing.cls, _SITED) and _fits("locatedIn", thing, area)


def _is(entity: Entity, cls: str) -> bool:
    return vocabulary().is_a(entity.cls, cls)
