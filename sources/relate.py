"""Relations: what the triggers of a clause say of the things in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import product

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.agency import by, carried, passed, served
from sources.clause import Clause, Group, Hit
from sources.complement import lists_others
from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.frame import (
    acting,
    built_up,
    cleft,
    companions,
    doers,
    partners,
    patient,
    respective,
)
from sources.object import is_beside, object_of
from sources.sense import LODGINGS, is_turned, lenders, relation_of
from sources.succession import absorb
from sources.token import Token
from sources.turn import Turn

__all__ = ["member", "relate"]

#: How far behind its object the second half of 推进 … 建设 may stand, in characters.
_AROUND_REACH = 24
#: How far behind a verb that 由 mostly goes with its object may stand, in characters.
_BY_REACH = 12
#: How much text may follow a verb that ends its clause, in characters.
_AT_END = 3
#: Relations of which a word says one at most.
_EXCLUSIVE = frozenset({"affiliatedWith", "establishedBy", "issuedBy"})


def relate(shadow: str, turns: list[Turn], tokens: tuple[Token, ...]) -> Iterator[Draft]:
    """Drafts of the relations that the clauses of one sentence say."""
    words = {token.start: token for token in tokens}
    for index, turn in enumerate(turns):
        for hit in turn.clause.hits:
            for draft in _said(shadow, turn, hit, words):
                yield absorb(draft, turns[max(0, index - 1) : index])
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
        after = link.head if link else object_of(shadow, turn.clause, hit, words, None)
        yield from by(shadow, turn, hit, named, after)
        return
    group = _taken(shadow, turn, hit, words)
    if group is None:
        yield from _here(shadow, turn, hit)
        yield from served(shadow, turn, hit)
        yield from passed(shadow, turn, hit)
        return
    if _is_matter(shadow, turn, hit, group):
        return
    tied = turn.link(hit) is not None or group is turn.own or group.end <= hit.start  # 甲是乙牵头的
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


def _is_matter(shadow: str, turn: Turn, hit: Hit, group: Group) -> bool:
    """Is it what a clause speaks of that something be built (建设甲实验室|符合战略)?"""
    opens = turn.own is None and hit.start == turn.clause.start and hit.end <= group.start
    told = opens and turn.link(hit) is None and hit.says("establishedBy")
    return told and pattern("MatterVerb").match(shadow, group.tail) is not None


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
    if link is None and (thing := cleft(shadow, turn, hit)) is not None:
        return thing
    if link is None:
        found = object_of(shadow, turn.clause, hit, words, turn)
        alone = turn.listed is not None and hit is turn.clause.hits[-1]
        bare = not any(group.start >= hit.end for group in turn.clause.groups)
        if found is None and bare:
            return turn.listed if alone else built_up(shadow, turn, hit)
        return found
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
    if _is_won(turn, before[-1]):
        return
    rest = turn.clause.end - hit.end
    here = pattern("HereWord")
    pointed = here.match(shadow, hit.end) or here.search(shadow, before[-1].tail, hit.start)
    if not pointed and (rest > _AT_END or any(g.governor for g in turn.clause.groups)):
        return
    homes = ("Place", *LODGINGS)
    area = next((s for s in _around(turn) if vocabulary().is_any(s.entity.cls, homes)), None)
    for ref in before[-1].members if area is not None else ():
        if area is None or ref.entity is area.entity:
            return
        if vocabulary().fits("locatedIn", ref.entity.cls, area.entity.cls):
            yield Draft(
                ref.entity, "locatedIn", area.entity, cue.id,
                (("predicate", ref.start, hit.end), ("alias", area.start, area.end)),
                "section", modality=turn.modality(shadow, hit.start),
            )  # fmt: skip


def _is_won(turn: Turn, group: Group) -> bool:
    """Has a place that we do not know won them (希望园区吸引了甲公司扎根)?"""
    verbs = (h for h in turn.clause.hits if h.end <= group.start and h.says("locatedIn"))
    verb = next(verbs, None)
    nouns = (t for t in turn.clause.tokens if t.pos[0] == "n" and verb and t.end <= verb.start)
    return verb is not None and turn.own is None and any(nouns)


def _around(turn: Turn) -> tuple[Subject, ...]:
    """Whom the text was about before the clause."""
    return (*turn.topic, *turn.before, *turn.context)


def _closes(shadow: str, clause: Clause, hit: Hit, group: Group) -> bool:
    """推进 X 建设: the closing noun follows, or the opening verb already says 建设."""
    opening = shadow[hit.start : hit.end]
    if any(opening.endswith(closer) for closer in load_lexicon().forms("Closer")):
        return True
    limit = min(clause.end, group.tail + _AROUND_REACH)
    closer = pattern("Closer").search(shadow, group.tail, limit)
    between = shadow[group.tail : closer.start()] if closer is not None else ""
    school = vocabulary().is_a(group.members[-1].entity.cls, "University")
    other = "“" in between or (school and bool(between))  # 推进甲大学“双一流”|建设, 甲大学学科|建设
    return closer is not None and not other


def _acts(clause: Clause, group: Group) -> bool:
    """Does what is pushed do something itself (推动甲大学建设乙实验室)?"""
    deeds = (h for h in clause.hits if h.start >= group.tail and h.says("establishedBy"))
    deed = next(deeds, None)
    return deed is not None and any(other.start >= deed.end for other in clause.groups)


def _pairs(shadow: str, turn: Turn, hit: Hit, cue: Cue, group: Group) -> Iterator[Draft]:
    """The trigger's relation between each subject, with its partners, and each object."""
    count = len(group.members)
    subjects = list(respective(shadow, turn, hit.start, count) or acting(shadow, turn, hit, cue))
    if turn.own is None and cue.signals in _EXCLUSIVE and _is_product(subjects):
        subjects = list(turn.owner)  # 甲行的“乙贷”放款3亿元, 今年又上线“丙贷”
    if turn.merged and (cue.signals == "establishedBy" or _renames(cue)):
        cue, subjects = _succeeding(), list(turn.merged)
    elif turn.former and _renames(cue) and turn.own is None:
        yield from _last(shadow, turn, hit, cue, group)
        subjects = list(turn.former)
    paired = len(subjects) == count > 1 and turn.pairs_off(shadow, hit.start)
    founds = cue.signals == "establishedBy"
    if cue.signals == "issuedBy" and turn.own is None:
        subjects = lenders(subjects, group)  # 与联盟签约, 并推出“甲贷”
    helpers = [*partners(turn, hit), *(companions(turn, hit) if founds else ())]
    for subject in [*subjects, *helpers]:
        for position, ref in enumerate(group.members):
            if ref.entity is subject.entity or (paired and subjects[position] is not subject):
                continue
            if _is_of_paper(cue, subject, ref.entity) or _is_loose(shadow, turn, hit, cue, subject):
                continue
            agent_is_subject = cue.attributes.get("agent") == "subject"
            if is_turned(shadow, turn, hit, subject.entity, ref.entity):
                agent_is_subject = not hit.says("locatedIn")
            one, other = (
                (subject.entity, ref.entity) if agent_is_subject else (ref.entity, subject.entity)
            )
            predicate = relation_of(cue, one, other)
            if predicate is not None and vocabulary().fits(predicate, one.cls, other.cls):
                yield Draft(
                    one, predicate, other, cue.id,
                    (("predicate", _opening(turn, hit, cue), max(ref.end, hit.end)), subject.span),
                    subject.source, status=cue.attributes.get("status"),
                    modality=turn.modality(shadow, hit.start),
                )  # fmt: skip


def _last(shadow: str, turn: Turn, hit: Hit, cue: Cue, group: Group) -> Iterator[Draft]:
    """甲校前身为乙校, 2006年升格为丙校: it is 甲校 that comes after 丙校."""
    for subject, ref in product(turn.subjects, group.members):
        if subject.entity is ref.entity or any(s.entity is subject.entity for s in turn.former):
            continue
        if vocabulary().fits("succeeds", subject.entity.cls, ref.entity.cls):
            yield Draft(
                subject.entity, "succeeds", ref.entity, cue.id,
                (("predicate", hit.start, ref.end), subject.span), subject.source,
                modality=turn.modality(shadow, hit.start),
            )  # fmt: skip


def _is_product(subjects: list[Subject]) -> bool:
    """Is the clause about credit products, which do nothing themselves?"""
    return bool(subjects) and all(
        vocabulary().is_a(subject.entity.cls, "FinancialProduct") for subject in subjects
    )


def _opening(turn: Turn, hit: Hit, cue: Cue) -> int:
    """Where what the verb says starts: 将甲园纳入乙区 tells of no time to come."""
    moved = patient(turn, hit) if cue.signals == "partOf" else None
    return hit.start if moved is None else moved.start - len(moved.governor)


def _is_of_paper(cue: Cue, subject: Subject, scheme: Entity) -> bool:
    """Would a policy carry out a scheme that it only tells somebody to carry out?"""
    words = vocabulary()
    if cue.signals != "implements" or not words.is_a(subject.entity.cls, "Policy"):
        return False
    carried = subject.source in {"section", "headline"} and not words.is_a(scheme.cls, "Policy")
    return carried or scheme.cls == "Programme"


def _is_loose(shadow: str, turn: Turn, hit: Hit, cue: Cue, subject: Subject) -> bool:
    """Is an area or authority said to stand somewhere by a verb that is not right behind it?

    Or to get a title, which authorities give.

    Or does the verb list what are no parts of the subject (甲公司的客户包括乙公司)?
    """
    if cue.signals == "partOf" and cue.attributes.get("agent") == "object":
        return lists_others(shadow, turn, hit)
    if cue.signals == "designatedAs":
        return vocabulary().is_a(subject.entity.cls, "GovernmentBody")  # 国务院批复为国家级新区
    if cue.signals != "locatedIn" or cue.attributes.get("agent") != "subject":
        return False
    still = ("AdministrativeArea", "GovernmentBody")
    return vocabulary().is_any(subject.entity.cls, still) and not is_beside(turn, hit)


def _renames(cue: Cue) -> bool:
    """Does the cue say the new name of its subject?"""
    return cue.signals == "succeeds" and cue.attributes.get("agent") == "object"


@lru_cache(maxsize=1)
def _succeeding() -> Cue:
    """What 甲与乙合并, 组建丙 says of 丙."""
    return Cue("structure/merge", "Trigger", "", "succeeds", {"agent": "object"})
