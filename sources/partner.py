"""Partners: who works with whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft, Subject
from sources.frame import acting, cleft, sides
from sources.reference import Reference
from sources.turn import Turn

__all__ = ["partner"]

#: How far behind the partner the verb of working together may stand, in characters.
_VERB_REACH = 36
#: What is made by bodies that work together, and works with nobody itself while it is.
_MADE = ("Laboratory", "ResearchCenter", "Fund", "Alliance", "Project", "Park", "ScienceFacility")
#: How much text may follow a verb that ends its clause, in characters.
_AT_END = 1
#: Kinds of which a mere row may be.
_ROWS = ("Enterprise", "Place")
#: Fewest of a list.
_FEW = 2
#: Most bodies that sign one agreement.
_MOST_SIGNERS = 4


def partner(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``cooperatesWith``: A 与 B 签署合作协议; A 和 B 会面, 两地共建 C."""
    for turn in turns:
        for group in turn.clause.groups:
            if group.inner or _is_owner(turn.clause, group):
                continue  # 与甲市乙区共建: with 乙区
            hit = _together(shadow, turn.clause, group)
            if hit is not None and _is_made(shadow, turn, hit, group):
                yield from _made(shadow, turn, hit, group)
            elif hit is not None and not pattern("TalkVerb").search(shadow, group.tail, hit.end):
                yield from _drafts(shadow, turn, hit, _couples(shadow, turn, group, hit), group)
        for hit in turn.clause.hits:
            done = turn.modality(shadow, hit.start) == "asserted"  # they met already: 双方将共建
            if done and hit.of("with") and len(turn.subjects) == 2 and _is_ours(turn, hit):
                yield from _drafts(shadow, turn, hit, [turn.subjects], None)


def _is_made(shadow: str, turn: Turn, hit: Hit, group: Group) -> bool:
    """Is it a thing that is made together with 与 A, as nothing else is made (实验室与 A 共建)?"""
    if not _is_deed(hit) or turn.clause.end - hit.end > _AT_END or turn.link(hit) is not None:
        return False
    things, bodies = _thing_and_bodies(turn, group)
    made = any(vocabulary().is_any(s.entity.cls, _MADE) for s in things)
    return made and not any(vocabulary().is_any(ref.entity.cls, _MADE) for ref in bodies)


def _thing_and_bodies(
    turn: Turn, group: Group
) -> tuple[tuple[Subject, ...], tuple[Reference, ...]]:
    """What the clause is about and those after 与, which may stand in one list with it."""
    if group.governor in load_lexicon().forms("Comitative"):
        told = all(s.source in {"explicit", "alias"} for s in turn.subjects)
        return (turn.subjects if told else ()), group.members
    split = sides(group) if group is turn.own and group.members[0].how == "explicit" else 0
    return tuple(map(Subject.of, group.members[:split])), group.members[split:] if split else ()


def _made(shadow: str, turn: Turn, hit: Hit, group: Group) -> Iterator[Draft]:
    """Drafts of who makes the thing, not of who works with it."""
    cue = next(cue for cue in hit.cues if cue.signals in {"establishedBy", "issuedBy"})
    for thing, ref in product(*_thing_and_bodies(turn, group)):
        if vocabulary().fits("establishedBy", thing.entity.cls, ref.entity.cls):
            yield Draft(
                thing.entity, "establishedBy", ref.entity, cue.id,
                (("predicate", group.start, hit.end), thing.span), thing.source,
                modality=turn.modality(shadow, hit.start, group),
            )  # fmt: skip


def _drafts(
    shadow: str,
    turn: Turn,
    hit: Hit,
    couples: Iterable[tuple[Subject, ...]],
    group: Group | None,
) -> Iterator[Draft]:
    for one, other in couples:
        if one.entity is other.entity:
            continue
        if vocabulary().fits("cooperatesWith", one.entity.cls, other.entity.cls):
            start = hit.start if group is None else min(group.start, hit.start)
            yield Draft(
                one.entity, "cooperatesWith", other.entity, _cue(hit).id,
                (("predicate", start, hit.end), one.span, ("alias", other.start, other.end)),
                one.source, modality=turn.modality(shadow, hit.start, group),
            )  # fmt: skip


def _is_ours(turn: Turn, hit: Hit) -> bool:
    """Is the verb said of the two that the sentence has just named, with nobody else joining?"""
    comitatives = load_lexicon().forms("Comitative")
    others = any(g.governor in comitatives and g.end <= hit.start for g in turn.clause.groups)
    here = turn.together or all(s.source in {"explicit", "alias"} for s in turn.subjects)
    alone = turn.own is None or any(link.head is turn.own for link in turn.relative)
    free = turn.together or turn.link(hit) is None  # 双方共建的甲院挂牌
    return here and alone and not others and free and hit.says("establishedBy")


def _couples(shadow: str, turn: Turn, group: Group, hit: Hit) -> Iterable[tuple[Subject, Subject]]:
    """Pairs of which one works with the other: the subjects with 与 A, or the sides of a list."""
    members = [Subject.of(ref) for ref in group.members]
    if group.governor in load_lexicon().forms("Comitative"):
        if listed := _listed(shadow, turn, hit):
            return product(listed, members)
        subjects = [
            s
            for s in acting(shadow, turn, hit, _cue(hit))
            if (s.start < group.start or s.source == "section" or s in turn.means)
            and not _is_done_by(turn.clause, s, group)
        ]
        if (both := _in_cleft(shadow, turn, group)) is not None:
            return product(both, members)  # 甲院是乙市同丙大学签约、共建的
        if _is_cleft_of(shadow, turn, hit, group):
            return ()
        paired = turn.pairs_off(shadow, group.start)
        if paired and len(subjects) > 1:
            even = len(subjects) == len(members)
            return zip(subjects, members, strict=True) if even else ()
        return product(subjects, members)
    link = turn.link(hit)
    if group.governor in load_lexicon().forms("AgentMarker") and not _is_deed(hit):
        split = sides(group)  # 由甲与乙合作运营
        return product(members[:split], members[split:])
    thing = cleft(shadow, turn, hit)
    pushed = group.governor in load_lexicon().forms("Pivot") and _is_deed(hit)  # 支持甲和乙共建
    told = thing is not None and group.start >= thing.tail
    tied = told or (link is not None and group.start >= link.start)
    if group is not turn.own and not pushed and (not tied or group.governor):
        return ()
    if rows := _abreast(group):
        return [pair for row in rows for pair in combinations(map(Subject.of, row), 2)]
    if _is_signed(shadow, turn.clause, group, hit):
        return combinations(members, 2)
    jointly = _is_deed(hit) and pattern("Jointly").search(shadow, group.tail, hit.end) is not None
    if _is_of_all(shadow, group, hit):
        return combinations(members, 2)
    split = sides(group) or (1 if jointly and len(group.members) == 2 and not group.closed else 0)
    if jointly and split > 1:
        return ()  # 甲、乙和丙共建 is but a row of three
    return product(members[:split], members[split:])


def _is_of_all(shadow: str, group: Group, hit: Hit) -> bool:
    """Does 三方 behind the list say that all of it work together (甲、乙与丙三方签约)?"""
    several = pattern("BothSides").match(shadow, group.tail) is not None
    signed = bool(hit.of("with")) and not _is_deed(hit)
    return several and signed and 2 < len(group.members) <= _MOST_SIGNERS


def _listed(shadow: str, turn: Turn, hit: Hit) -> list[Subject]:
    """Who the clause says it is that works with somebody (与甲公司合作的有乙、丙)."""
    link = pattern("ListedLink").match(shadow, hit.end)
    after = (g for g in turn.clause.groups if link is not None and g.start == link.end())
    return [Subject.of(ref) for group in after for ref in group.members]


def _abreast(group: Group) -> list[tuple[Reference, ...]]:
    """The pairs of a list of pairs: 甲与乙、丙与丁签约."""
    joiners = load_lexicon().forms("SideJoiner")
    inner, outer = group.joints[::2], group.joints[1::2]
    paired = len(group.members) > 2 and len(inner) > len(outer)
    if not paired or not joiners.issuperset(inner) or not joiners.isdisjoint(outer):
        return []
    members = group.members
    return list(zip(members[::2], members[1::2], strict=True))


def _in_cleft(shadow: str, turn: Turn, group: Group) -> list[Subject] | None:
    """The body right before 与 in a clause that says of a thing who made it."""
    own, clause = turn.own, turn.clause
    if own is None or own.end > group.start or pattern("Copula").match(shadow, own.tail) is None:
        return None
    if not shadow.endswith(tuple(load_lexicon().forms("Attributive")), 0, clause.end):
        return None
    start = group.start - len(group.governor)
    inside = [g for g in clause.groups if own.tail <= g.start and g.tail == start]
    free = inside and not inside[-1].governor and _is_party(inside[-1])
    return [Subject.of(ref) for ref in inside[-1].members] if free else None


def _is_cleft_of(shadow: str, turn: Turn, hit: Hit, group: Group) -> bool:
    """Does the clause say of a thing who made it, one of them unknown (甲院是公司和乙大学办的)?"""
    own = turn.own
    if own is None or own is group or not _is_deed(hit):
        return False
    copula = pattern("Copula").match(shadow, own.tail) is not None
    return copula and pattern("Attributive").match(shadow, hit.end) is not None


def _is_signed(shadow: str, clause: Clause, group: Group, hit: Hit) -> bool:
    """Is it an agreement of the whole list, which its mixture or 三方 shows to be no mere row?

    A row of firms, or of places, may each have signed with somebody else.
    """
    if not 1 < len(group.members) <= _MOST_SIGNERS or sides(group):
        return False
    dealt = pattern("DealNoun").search(shadow, hit.start, clause.end) is not None
    if len(group.members) == 2 and not dealt:
        return False  # 甲公司、乙大学相继签约
    if pattern("SignWord").match(shadow, hit.start) is None:
        return False
    if pattern("StatusTail").match(shadow, hit.end) is not None:
        return False  # 出席签约仪式
    rest = shadow[hit.end : clause.end]
    if rest and pattern("DealNoun").search(rest) is None:
        return False  # 签署承诺书
    row = any(
        all(vocabulary().is_a(ref.entity.cls, kind) for ref in group.members) for kind in _ROWS
    )
    together = pattern("AllSides").search(shadow, group.tail, hit.start) is not None
    return together or not row


def _is_done_by(clause: Clause, subject: Subject, group: Group) -> bool:
    """Does 由 stand between the two, so that the partner joins its doer (甲院由乙与丙共建)?"""
    doers = load_lexicon().forms("DoerMarker")
    marks = [t.start for t in clause.tokens if t.text in doers and t.start < group.start]
    return bool(marks) and (subject.start < marks[-1] or subject.source == "section")


def _is_party(group: Group) -> bool:
    return vocabulary().is_any(group.members[0].entity.cls, ("Place", "Organization"))


def _cue(hit: Hit) -> Cue:
    return (hit.of("with") or hit.cues)[0]


def _is_joint(shadow: str, hit: Hit) -> bool:
    """Does the word say that more than one do it: 签约, 共建, 联合印发, 一起|建了?"""
    if hit.of("with") or not _is_deed(hit):
        return bool(hit.of("with"))
    before = shadow.endswith(tuple(load_lexicon().forms("Jointly")), 0, hit.start)
    return before or pattern("Jointly").match(shadow, hit.start) is not None


def _together(shadow: str, clause: Clause, group: Group) -> Hit | None:
    """The verb of working together after the group, before any other list of names."""
    places = load_lexicon().forms("Locative")
    later = [
        g.start
        for g in clause.groups
        if g.start > group.end and g.governor not in places and _is_party(g)
    ]
    limit = min([*later, group.tail + _VERB_REACH, clause.end])
    verb = next(
        (h for h in clause.hits if group.end <= h.start < limit and _is_joint(shadow, h)), None
    )
    start = group.start - len(group.governor)
    governs = (h for h in clause.hits if h.of("with") and start <= h.start < group.start)
    owned = pattern("Attributive").match(shadow, group.tail) is not None
    return verb or (None if owned else next(governs, None))


def _is_owner(clause: Clause, group: Group) -> bool:
    """Has a list of areas only what a verb before it is done to (提升甲省和乙市制造业能力)?"""
    area = vocabulary().is_a(group.members[-1].entity.cls, "AdministrativeArea")
    if group.governor or len(group.members) < _FEW or not area:
        return False
    verbs = [t for t in clause.tokens if t.end <= group.start and t.pos[0] == "v"]
    after = next((t for t in clause.tokens if t.start == group.tail), None)
    stands = load_lexicon().forms("OwnSide", "BothSides", "AllSides", "Jointly")
    if not verbs or after is None or after.text in stands:
        return False
    return after.pos[0] == "n" and len(after.text) > 1


def _is_deed(hit: Hit) -> bool:
    return hit.says("establishedBy") or hit.says("issuedBy")
