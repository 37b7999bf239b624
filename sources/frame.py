"""Frames: who does what a verb of a clause says, and what it is done to."""

from __future__ import annotations

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.draft import Subject
from sources.link import Link, is_open, is_own_deed
from sources.realm import of_realm
from sources.turn import Turn

__all__ = [
    "acting",
    "built_up",
    "cleft",
    "companions",
    "doers",
    "partners",
    "patient",
    "respective",
    "sides",
]

#: Relations of which 把 names the thing that takes part as their subject: 把甲建在乙.
_OF_PATIENT = frozenset(
    {"locatedIn", "partOf", "designatedAs", "memberOf", "succeeds", "affiliatedWith"}
)
#: Relations of which nothing is said of who moves or gives away what we have no name for.
_MOVING = frozenset({"locatedIn", "affiliatedWith", "succeeds"})
#: Relations of which a report leaves unsaid whose deeds it tells.
_LEFT_UNSAID = frozenset({"implements", "supports"})
_SITED = ("Platform", "Park", "Project", "ResearchInstitute", "Enterprise")
#: How far behind what 把 names the verb of building may stand, in characters.
_BUILT_REACH = 6
#: Cues of verbs that say that a body is founded, not that something is built.
_FOUNDING = "trigger/found"
#: Things that others work with, so that they focus on nothing themselves.
_INERT = ("ScienceFacility", "Project")
#: Things that a sentence goes on about right after it has brought them up, by relation.
_ON_TOPIC = {
    "locatedIn": (*_SITED, "Zone", "Fund"),
    "supports": ("Policy", "Fund", "FinancialProduct"),
    "focusesOn": (
        "Platform",
        "ResearchInstitute",
        "Fund",
        "Alliance",
        "Park",
        "Enterprise",
        "Zone",
    ),
    "succeeds": ("Zone", "Park", "Platform", "ResearchInstitute", "University", "Alliance"),
    "reliesOn": ("Platform", "ResearchInstitute", "Park", "Zone", "Region"),
}


def acting(shadow: str, turn: Turn, hit: Hit, cue: Cue) -> tuple[Subject, ...]:
    """Who fills the place of the clause's subject for the verb ``hit``.

    In a relative clause who stands in it or what it describes; after 把 what is acted on; after
    支持 甲 who is supported; else the clause's subject, or what the sentence has just brought up.
    """
    link = turn.link(hit)
    if link is not None:
        return _described(shadow, turn, hit, link)
    if (thing := cleft(shadow, turn, hit)) is not None:
        return _members(_makers(turn, thing, hit)[-1])
    if cue.signals in _OF_PATIENT and (moved := patient(turn, hit)) is not None:
        return _members(moved)
    if cue.signals in _MOVING and _moves_other(shadow, turn, hit):
        return ()
    if (moving := _moved(shadow, turn, hit)) is not None:
        return _members(moving)
    if (earlier := _earlier(turn, hit)) is not None:
        return _members(earlier)
    if turn.own is None and _is_on_topic(turn, cue):
        return turn.topic
    if turn.own is None and turn.aim and cue.signals == "implements":
        return turn.aim
    told = of_realm(turn, hit.start, cue.signals) if cue.signals in _LEFT_UNSAID else None
    if told is not None:
        return told
    if cue.signals == "supports" and turn.paper is not None and _only_carried(turn):
        return (turn.paper,)
    made = cue.signals in {"establishedBy", "issuedBy", "cooperatesWith"}
    if made and turn.own is None and turn.means:
        return turn.means
    if made and turn.own is None and turn.agents and _is_joined(turn, hit):
        return turn.agents
    if made and turn.own is not None and _is_of_firms(shadow, turn.own):
        return ()
    if turn.own is not None and any(link.head is turn.own for link in turn.relative):
        return _members(turn.own)
    if cue.signals == "succeeds":
        return turn.subjects[: _leading(shadow, turn, hit)]
    return turn.subjects


def _earlier(turn: Turn, hit: Hit) -> Group | None:
    """Who has done it before the one told of (是继甲县发布“乙条”后又一份…)."""
    marks = load_lexicon().forms("SequelMarker")
    before = [g for g in turn.clause.groups if g.end <= hit.start]
    return before[-1] if before and before[-1].governor in marks else None


def _leading(shadow: str, turn: Turn, hit: Hit) -> int:
    """How many of the list become something: of 乙所与甲大学一起被改组成丙室 the first side."""
    named = turn.own or turn.prior
    along = named is not None and pattern("AlongMark").match(shadow, named.tail) is not None
    parted = sides(named) if named is not None and along and not _is_merging(hit) else 0
    return parted or len(turn.subjects)


def _is_merging(hit: Hit) -> bool:
    """Does the verb make one thing of several (合并为), unlike 改组为?"""
    return hit.cues[0].form.startswith(tuple(load_lexicon().forms("MergeVerb")))


def cleft(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """What the verb says who made (甲园是乙公司投资的工程, 甲园系乙公司兴建); None if it does not.

    The thing may stand in a clause of its own (甲园, 是乙公司投资的工程).
    """
    makes = hit.says("establishedBy") or hit.says("issuedBy")
    thing = turn.own or _ahead(turn)
    if not makes or thing is None or not _makers(turn, thing, hit) or turn.link(hit) is not None:
        return None
    start = max(thing.tail, turn.clause.start)
    ends = turn.clause.end - hit.end <= 1 and pattern("CleftMark").match(shadow, start) is not None
    if pattern("Copula").match(shadow, start) is None:
        return None
    ties = load_lexicon().forms("Attributive")
    tied = shadow[hit.end - 1] in ties or pattern("Attributive").match(shadow, hit.end) is not None
    return thing if tied or ends else None


def _ahead(turn: Turn) -> Group | None:
    """The one thing that stands right before the clause, which goes on about it."""
    prior = turn.prior
    if prior is None or prior.governor or turn.clause.start - prior.tail != 1:
        return None
    told = {subject.entity.name for subject in turn.subjects}
    return prior if told == {ref.entity.name for ref in prior.members} else None


def _makers(turn: Turn, thing: Group, hit: Hit) -> list[Group]:
    """The bodies between the subject and the verb of a cleft clause."""
    groups = turn.clause.groups
    return [g for g in groups if thing.tail <= g.start and g.end <= hit.start and not g.governor]


def _members(group: Group) -> tuple[Subject, ...]:
    return tuple(Subject.of(ref) for ref in group.members)


def _is_of_firms(shadow: str, group: Group) -> bool:
    """Is it only where firms without a name are from (甲市企业投资建设乙园)?"""
    area = vocabulary().is_a(group.members[-1].entity.cls, "Place")
    return area and pattern("FirmKind").match(shadow, group.tail) is not None


def _described(shadow: str, turn: Turn, hit: Hit, link: Link) -> tuple[Subject, ...]:
    """Who does what a relative clause says: the list in it before the verb, or its head."""
    if link.does:
        return _members(link.head)
    # 根据甲市印发的《乙规划》: 根据 governs the document.
    free = {"", *(load_lexicon().forms("BasisMarker") if hit.says("issuedBy") else ())}
    inner = [
        group
        for group in turn.clause.groups
        if link.start <= group.start and group.end <= hit.start and group.governor in free
    ]
    if inner:
        return () if _is_of_firms(shadow, inner[-1]) else _members(inner[-1])
    if hit is link.hit and _is_defined(shadow, turn, link):
        return ()
    if turn.together:
        return turn.subjects  # 二者合建的甲院挂牌
    if not is_open(turn.clause, link):
        return ()  # 甲村合作社兴建的乙园: who did it has a name that we do not know
    if turn.owner and turn.own is link.head and is_own_deed(shadow, turn.clause, hit, link):
        return turn.owner
    said = turn.subjects if turn.own is not link.head else turn.before
    return tuple(s for s in said if s.source in {"explicit", "alias"} and s.start < hit.start)


def _is_defined(shadow: str, turn: Turn, link: Link) -> bool:
    """Does the relative clause only tell what the subject was (前身是1979年成立的乙所)?"""
    clause = turn.clause
    was = any(h.says("succeeds") and h.end <= link.hit.start for h in clause.hits)
    return was or (turn.own is None and pattern("Copula").match(shadow, clause.start) is not None)


def patient(turn: Turn, hit: Hit) -> Group | None:
    """The list after 把 that the verb acts on."""
    forms = load_lexicon().forms("PatientMarker")
    before = (g for g in reversed(turn.clause.groups) if g.end <= hit.start)
    return next((group for group in before if group.governor in forms), None)


def built_up(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """What 把 names and a verb at the end of the clause builds (把甲园建了起来)."""
    group, rest = patient(turn, hit), shadow[hit.end : turn.clause.end]
    if group is None or not hit.says("establishedBy") or hit.start - group.tail > _BUILT_REACH:
        return None
    other = any(group.end <= verb.start < hit.start for verb in turn.clause.hits)
    ends = not rest or rest in load_lexicon().forms("VerbTail")
    return group if ends and not other else None


def _moves_other(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does 把 name what is moved, which is no thing of ours nor its seat (把厂房搬到甲市)?"""
    lexicon = load_lexicon()
    start = turn.own.tail if turn.own is not None else turn.clause.start
    marks = lexicon.forms("PatientMarker") - lexicon.forms("Future")
    moved = any(mark in shadow[start : hit.start] for mark in marks)
    if turn.own is not None and shadow[hit.start : hit.end] in lexicon.forms("MoveVerb"):
        moved = moved or pattern("Attributive").match(shadow, start) is not None  # 甲的厂房搬到
    return moved and pattern("SeatNoun").search(shadow, start, hit.end) is None


def _moved(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """Who is supported or asked to do what the verb says: 支持 甲 建设 乙."""
    lexicon = load_lexicon()
    besides = lexicon.forms("Comitative", "Locative")
    for group in reversed(turn.clause.groups):
        if group.end > hit.start or group.governor in besides:
            continue
        return group if group.governor in lexicon.forms("Pivot") else None
    return None


def _is_on_topic(turn: Turn, cue: Cue) -> bool:
    """Is the verb one that tells more of what the sentence has just brought up?"""
    classes = _ON_TOPIC.get(cue.signals, ())
    told = cue.attributes.get("agent") == "subject" or cue.signals == "succeeds"
    if not turn.topic or not told:
        return False
    cls = turn.topic[0].entity.cls
    inert = cue.signals == "focusesOn" and vocabulary().is_any(cls, _INERT)
    return vocabulary().is_any(cls, classes) and not inert


def _only_carried(turn: Turn) -> bool:
    """Is the clause about a place only because an earlier sentence was, so that a paper speaks?"""
    return turn.own is None and all(
        s.source == "section" and vocabulary().is_a(s.entity.cls, "Place") for s in turn.subjects
    )


def _is_joined(turn: Turn, hit: Hit) -> bool:
    """Does 联合 A before the verb go on from 由 B 牵头, or is nobody else spoken of?"""
    comitatives = load_lexicon().forms("Comitative")
    near = (g for g in turn.clause.groups if g.start - len(g.governor) <= hit.start)
    helped = any(group.governor in comitatives for group in near)
    alone = all(s.source in {"section", "headline"} for s in turn.subjects)
    return helped or (bool(turn.subjects) and alone)


def doers(shadow: str, turn: Turn, hit: Hit) -> list[Group]:
    """Who 由 names as the doers of the verb; each verb has its own (由甲出资、乙承建)."""
    link = turn.link(hit)
    start = link.start if link is not None else turn.clause.start
    forms = load_lexicon().forms("DoerMarker")
    makes = hit.says("establishedBy") or hit.says("issuedBy")
    if not makes or (link is not None and link.does):
        return []
    before = [g for g in turn.clause.groups if start <= g.start and g.end <= hit.start]
    named = [g for g in before if g.governor in forms and not _is_home(shadow, g, hit)]
    last = before[-1] if before else None
    if named and last is not None and not last.governor and named[0].end < last.start:
        verbs = [h for h in turn.clause.hits if named[0].end <= h.start < last.start]
        if shadow[last.start - 1] == "、" and (verbs or last.start - named[-1].tail > 1):
            return [last]
    if not named and last is not None and _goes_on(turn, hit, last):
        return [last]
    return named


def _is_home(shadow: str, group: Group, hit: Hit) -> bool:
    """Is it only where a doer without a name is from (由甲市的企业承建)?"""
    tie = pattern("Attributive").match(shadow, group.tail)
    area = vocabulary().is_a(group.members[-1].entity.cls, "Place")
    return area and tie is not None and tie.end() < hit.start


def _goes_on(turn: Turn, hit: Hit, last: Group) -> bool:
    """Does the clause go on from 由 甲 牵头 (, 乙、丙参与)?"""
    joined = turn.own is None and last.governor in load_lexicon().forms("Comitative")
    made = any(link.head is last for link in turn.relative)  # 甲等共同发起的乙联盟成立
    return (
        bool(turn.agents)
        and not made
        and (last is turn.own or joined)
        and not any(group.start >= hit.end for group in turn.clause.groups)
        and bool(hit.of("by"))
    )


def partners(turn: Turn, hit: Hit) -> list[Subject]:
    """Who does it together with the subject: 与 A、B 共同成立."""
    if hit.says("succeeds") and not _is_merging(hit):
        return []
    link = turn.link(hit)
    start = link.start if link is not None else turn.clause.start
    heads = [other.head.end for other in turn.relative if other.head.end <= hit.start]
    comitatives = load_lexicon().forms("Comitative")
    return [
        Subject.of(ref)
        for group in turn.clause.groups
        if group.governor in comitatives
        and not group.inner
        and max(start, *heads, 0) <= group.start
        and group.end <= hit.start
        for ref in group.members
    ]


def companions(turn: Turn, hit: Hit) -> list[Subject]:
    """Who joins the subject in a deed that it takes several to do: 与甲签约, 共建乙."""
    founds = any(cue.id.startswith(_FOUNDING) for cue in hit.cues)
    joint = (turn.bound and founds) or hit.of("with")  # 与甲握手, 组建乙
    if turn.own is not None or not joint or turn.link(hit) is not None:
        return []
    comitatives = load_lexicon().forms("Comitative", "DoerMarker")
    named = {subject.entity.name for subject in turn.subjects}
    joined = any(group.governor in comitatives for group in turn.clause.groups)
    if joined or not named or not named < {subject.entity.name for subject in turn.met}:
        return []
    return [subject for subject in turn.met if subject.entity.name not in named]


def respective(shadow: str, turn: Turn, at: int, count: int) -> tuple[Subject, ...]:
    """The list before the clause, told of one by one in it (下设甲、乙, 分别位于丙、丁)."""
    prior = turn.prior
    if turn.own is not None or prior is None or prior.governor or count < 2:
        return ()
    if len(prior.members) != count:
        return ()
    return _members(prior) if turn.pairs_off(shadow, at) else ()


def sides(group: Group) -> int:
    """Where 与 parts a list in two sides; 0 when it does not."""
    joiners = load_lexicon().forms("SideJoiner")
    found = [at + 1 for at, joint in enumerate(group.joints) if joint in joiners]
    return found[-1] if len(found) == 1 else 0
