"""Relations: what the triggers of a clause say of the things in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.agency import by, carried, served
from sources.clause import Clause, Group, Hit
from sources.complement import is_paid, is_site, is_told, lists_others
from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.frame import acting, companions, doers, is_cleft, partners, patient, respective
from sources.sense import HOUSED, relation_of
from sources.token import Token
from sources.turn import Turn

__all__ = ["is_tied", "member", "relate"]

#: How far behind its object the second half of 推进 … 建设 may stand, in characters.
_AROUND_REACH = 24
#: How far before a verb its own subject may stand, in characters.
_BESIDE = 6
#: How far before its object a verb may stand when nothing else lies between, in characters.
_OBJECT_REACH = 40
_OPENERS = "“‘《("
#: How far behind a verb that 由 mostly goes with its object may stand, in characters.
_BY_REACH = 12
#: How much text may follow a verb that ends its clause, in characters.
_AT_END = 3
#: Relations of which a word says one at most.
_EXCLUSIVE = frozenset({"affiliatedWith", "establishedBy", "issuedBy"})


def relate(shadow: str, turns: list[Turn], tokens: tuple[Token, ...]) -> Iterator[Draft]:
    """Drafts of the relations that the clauses of one sentence say."""
    words = {token.start: token for token in tokens}
    for turn in turns:
        for hit in turn.clause.hits:
            for draft in _said(shadow, turn, hit, words):
                yield draft
                yield from member(draft)


def member(draft: Draft) -> Iterator[Draft]:
    """Who founds an alliance is a member of it."""
    founder, alliance = draft.object, draft.subject
    if draft.predicate != "establishedBy" or alliance.cls != "Alliance" or founder is None:
        return
    if draft.status is None and vocabulary().fits("memberOf", founder.cls, alliance.cls):
        yield replace(draft, subject=founder, predicate="memberOf", object=alliance)


def _said(shadow: str, turn: Turn, hit: Hit, words: dict[int, Token]) -> Iterator[Draft]:
    if hit.is_noun or _is_of_noun(turn, hit) or _is_approved(shadow, turn, hit):
        return
    if _is_gained(shadow, turn, hit):
        return
    done = list(carried(shadow, turn, hit))
    yield from done
    if done:
        return
    named = doers(shadow, turn, hit)
    if named and pattern("Compose").match(shadow, hit.start):
        return  # 由 A、B 组成 tells of parts, not of founders
    if named:
        link = turn.link(hit)
        after = link.head if link else _object(shadow, turn.clause, hit, words, None)
        yield from by(shadow, turn, hit, named, after)
        return
    group = _taken(shadow, turn, hit, words)
    if group is None:
        yield from _here(shadow, turn, hit)
        yield from served(shadow, turn, hit)
        return
    tied = turn.link(hit) is not None or group is turn.own  # 甲是乙牵头的, too
    for cue in hit.cues:
        kind = cue.attributes.get("pattern")
        wraps = kind == "around" and (tied or _closes(shadow, turn.clause, hit, group))
        wraps = wraps and not _acts(turn.clause, group)
        leads = kind == "by" and not hit.says("memberOf")
        follows = 0 <= group.start - hit.end <= _BY_REACH
        near = leads and (tied or (follows and "、" not in shadow[hit.end : group.start]))
        if kind == "verb" or wraps or near:
            drafts = list(_pairs(shadow, turn, hit, cue, group))
            yield from drafts
            if cue.signals == "locatedIn":
                yield from _put(shadow, turn, hit, cue)
            if drafts and cue.signals in _EXCLUSIVE:
                break


def _is_of_noun(turn: Turn, hit: Hit) -> bool:
    """Does the word only join a noun of capacity to its bodies (首批成员包括 A)?"""
    return any(other.is_noun and 0 <= hit.start - other.end <= 1 for other in turn.clause.hits)


def _is_gained(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Is it money that somebody got (拿到了投资), so that they did not give it?"""
    if not any(cue.attributes.get("money") == "true" for cue in hit.cues):
        return False
    lead = shadow[turn.clause.start : hit.start]
    return lead.endswith(tuple(load_lexicon().forms("GainVerb")))


def _is_approved(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Is it what somebody allowed (由省政府批准设立), so that they did not do it themselves?"""
    if not hit.says("establishedBy") or turn.link(hit) is not None:
        return False
    places = load_lexicon().forms("Locative")
    before = [g.tail for g in turn.clause.groups if g.end <= hit.start and g.governor not in places]
    start = max([turn.clause.start, *before])
    return pattern("Approval").search(shadow, start, hit.start) is not None


def _taken(shadow: str, turn: Turn, hit: Hit, words: dict[int, Token]) -> Group | None:
    """The list that the verb acts on: what its relative clause describes, else what follows it."""
    link = turn.link(hit)
    if link is None and is_cleft(shadow, turn, hit):
        return turn.own
    if link is None:
        found = _object(shadow, turn.clause, hit, words, turn)
        alone = turn.listed is not None and hit is turn.clause.hits[-1]
        bare = not any(group.start >= hit.end for group in turn.clause.groups)
        return turn.listed if found is None and alone and bare else found
    if not link.does:
        return link.head
    inside = (g for g in turn.clause.groups if hit.end <= g.start < link.mark)
    return next(inside, None)


def _put(shadow: str, turn: Turn, hit: Hit, cue: Cue) -> Iterator[Draft]:
    """A 把 X 建在 P: A builds X."""
    group = patient(turn, hit)
    moved = shadow[hit.start : hit.end] in load_lexicon().forms("MoveVerb")
    if group is None or moved or cue.attributes.get("agent") != "subject":
        return
    for ref in group.members:
        for subject in turn.subjects:
            if vocabulary().fits("establishedBy", ref.entity.cls, subject.entity.cls):
                yield Draft(
                    ref.entity, "establishedBy", subject.entity, cue.id,
                    (("predicate", ref.start, hit.end), subject.span), subject.source,
                    modality=turn.modality(shadow, hit.start),
                )  # fmt: skip


def _here(shadow: str, turn: Turn, hit: Hit) -> Iterator[Draft]:
    """X 落户于此, 首批有 X 等入驻: X is in the place spoken of before the clause."""
    cues = [cue for cue in hit.of("verb") if cue.signals == "locatedIn"]
    cue = next((cue for cue in cues if cue.attributes.get("agent") == "subject"), None)
    before = [g for g in turn.clause.groups if g.end <= hit.start and not g.governor]
    if cue is None or not before or turn.link(hit) is not None:
        return
    rest = turn.clause.end - hit.end
    here = pattern("HereWord")
    pointed = here.match(shadow, hit.end) or here.search(shadow, before[-1].tail, hit.start)
    if not pointed and (rest > _AT_END or any(g.governor for g in turn.clause.groups)):
        return
    area = next((s for s in _around(turn) if vocabulary().is_a(s.entity.cls, "Place")), None)
    for ref in before[-1].members if area is not None else ():
        if area is None or ref.entity is area.entity:
            return
        if vocabulary().fits("locatedIn", ref.entity.cls, area.entity.cls):
            yield Draft(
                ref.entity, "locatedIn", area.entity, cue.id,
                (("predicate", ref.start, hit.end), ("alias", area.start, area.end)),
                "section", modality=turn.modality(shadow, hit.start),
            )  # fmt: skip


def _around(turn: Turn) -> tuple[Subject, ...]:
    """Whom the text was about before the clause."""
    return (*turn.topic, *turn.before, *turn.context)


def _object(
    shadow: str, clause: Clause, hit: Hit, words: dict[int, Token], beside: Turn | None
) -> Group | None:
    """The list after the trigger that it acts on: nothing but modifiers lies between.

    ``beside``: a verb that only describes its object (兴建的 X) must stand right behind the
    subject of this turn; None does not ask for it.
    """
    for group in clause.groups:
        if group.start < hit.end or group.inner:
            continue
        if group.start - hit.end > _OBJECT_REACH:
            return None
        if _has_verb_between(clause, hit, group) and not is_tied(shadow, group.start):
            return None
        quoted = shadow[group.tail - 1] in "”》"
        after = words.get(group.tail)
        counted = len(group.members) > 1 and after is not None and after.pos[0] == "m"
        sits = is_site(shadow, hit, group) or is_paid(shadow, hit, group)
        if not (group.closed or quoted or counted or sits) and _modifies(after):
            continue
        if beside is not None and _describes(shadow, hit, group) and not _is_beside(beside, hit):
            return None
        governed = group.governor and group.governor in shadow[hit.end : group.start]
        if not governed and (not _owns(shadow, group) or is_told(shadow, clause, group, beside)):
            return group
    return None


def is_tied(shadow: str, start: int) -> bool:
    """Does 的 tie what stands before ``start`` to the name there?

    >>> is_tied("15亿元的“种子基金”", 6), is_tied("设立“种子基金”", 3)
    (True, False)
    """
    while start and shadow[start - 1] in _OPENERS:
        start -= 1
    return shadow[max(0, start - 1) : start] in load_lexicon().forms("Attributive")


def _describes(shadow: str, hit: Hit, group: Group) -> bool:
    """Does the verb only describe the thing: 设立的榆次工业小区?"""
    between = shadow[hit.end : group.start].rstrip("“‘《")
    return between in load_lexicon().forms("RelativeLink")


def _is_beside(turn: Turn, hit: Hit) -> bool:
    """Does the subject stand right before the verb, so that it is the verb's own?"""
    return turn.own is not None and 0 <= hit.start - turn.own.tail <= _BESIDE


def _modifies(after: Token | None) -> bool:
    """Does a noun follow at once, so that the name only describes it (重庆|科技创新的力量)?"""
    if after is None or after.text in load_lexicon().forms("Closer", "DealNoun"):
        return False
    return after.pos[0] in "nmb" or (after.pos[0] == "a" and len(after.text) > 1)


def _has_verb_between(clause: Clause, hit: Hit, group: Group) -> bool:
    """Does another verb take the object? 推进 may wrap another verb's object."""
    return any(
        hit.end <= other.start < group.start and (other.of("verb") or other.of("state"))
        for other in clause.hits
    )


def _owns(shadow: str, group: Group) -> bool:
    """Is the verb's object not the list but what 的 ties to it (X 的人才, but not X 的建设)?"""
    tie = pattern("Attributive").match(shadow, group.tail)
    if tie is None or pattern("Closer").match(shadow, tie.end()) is not None:
        return False
    # 印发《…》的通知 issues the document; 推行“…”的模式 carries out what is quoted.
    named = pattern("OwnKind").match(shadow, tie.end()) is not None
    return not named


def _closes(shadow: str, clause: Clause, hit: Hit, group: Group) -> bool:
    """推进 X 建设: the closing noun follows, or the opening verb already says 建设."""
    opening = shadow[hit.start : hit.end]
    if any(opening.endswith(closer) for closer in load_lexicon().forms("Closer")):
        return True
    limit = min(clause.end, group.tail + _AROUND_REACH)
    return pattern("Closer").search(shadow, group.tail, limit) is not None


def _acts(clause: Clause, group: Group) -> bool:
    """Does what is pushed do something itself (推动甲大学建设乙实验室)?"""
    deeds = (h for h in clause.hits if h.start >= group.tail and h.says("establishedBy"))
    deed = next(deeds, None)
    return deed is not None and any(other.start >= deed.end for other in clause.groups)


def _pairs(shadow: str, turn: Turn, hit: Hit, cue: Cue, group: Group) -> Iterator[Draft]:
    """The trigger's relation between each subject, with its partners, and each object."""
    count = len(group.members)
    subjects = list(respective(shadow, turn, hit.start, count) or acting(shadow, turn, hit, cue))
    if turn.merged and (cue.signals == "establishedBy" or _renames(cue)):
        cue, subjects = _succeeding(), list(turn.merged)
    paired = len(subjects) == count > 1 and turn.pairs_off(shadow, hit.start)
    founds = cue.signals == "establishedBy"
    helpers = [*partners(turn, hit), *(companions(turn, hit) if founds else ())]
    for subject in [*subjects, *helpers]:
        for position, ref in enumerate(group.members):
            if ref.entity is subject.entity or (paired and subjects[position] is not subject):
                continue
            if _is_loose(shadow, turn, hit, cue, subject):
                continue
            agent_is_subject = cue.attributes.get("agent") == "subject"
            if _is_turned(shadow, turn, hit, subject.entity, ref.entity):
                agent_is_subject = not hit.says("locatedIn")
            one, other = (
                (subject.entity, ref.entity) if agent_is_subject else (ref.entity, subject.entity)
            )
            predicate = relation_of(cue, one, other)
            if predicate is not None and vocabulary().fits(predicate, one.cls, other.cls):
                yield Draft(
                    one, predicate, other, cue.id,
                    (("predicate", hit.start, max(ref.end, hit.end)), subject.span),
                    subject.source, status=cue.attributes.get("status"),
                    modality=turn.modality(shadow, hit.start),
                )  # fmt: skip


def _is_loose(shadow: str, turn: Turn, hit: Hit, cue: Cue, subject: Subject) -> bool:
    """Is an area or authority said to stand somewhere by a verb that is not right behind it?

    Or does the verb list what are no parts of the subject (甲公司的客户包括乙公司)?
    """
    if cue.signals == "partOf" and cue.attributes.get("agent") == "object":
        return lists_others(shadow, turn, hit)
    if cue.signals != "locatedIn" or cue.attributes.get("agent") != "subject":
        return False
    still = ("AdministrativeArea", "GovernmentBody")
    return vocabulary().is_any(subject.entity.cls, still) and not _is_beside(turn, hit)


def _renames(cue: Cue) -> bool:
    """Does the cue say the new name of its subject?"""
    return cue.signals == "succeeds" and cue.attributes.get("agent") == "object"


def _is_turned(shadow: str, turn: Turn, hit: Hit, one: Entity, other: Entity) -> bool:
    """Does the place stand before the verb of moving in (甲园已落户乙公司)?"""
    if turn.own is None or turn.link(hit) is not None:
        return False
    verbs, words = load_lexicon().forms("TurnVerb"), vocabulary()
    placed = words.is_a(one.cls, "Place") and words.is_any(other.cls, HOUSED)
    return placed and shadow[hit.start : hit.end] in verbs


@lru_cache(maxsize=1)
def _succeeding() -> Cue:
    """What 甲与乙合并, 组建丙 says of 丙."""
    return Cue("structure/merge", "Trigger", "", "succeeds", {"agent": "object"})
