"""Relations: what the triggers of a clause say of the things in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ontology.lexicon import Cue, load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft, Span, Subject
from sources.entity import Entity
from sources.modality import modality_of
from sources.reference import Reference
from sources.subject import Turn
from sources.token import Token

__all__ = ["relate"]

#: How far behind its object the second half of 推进 … 建设 may stand, in characters.
_AROUND_REACH = 24
#: How far before a verb its own subject may stand, in characters.
_BESIDE = 6
#: How far before its object a verb may stand when nothing else lies between, in characters.
_OBJECT_REACH = 40
#: Classes of things that somebody builds or founds.
_FOUNDED = (
    *("Platform", "Zone", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
    *("University", "Enterprise", "Programme", "AdministrativeCommittee", "FinancialInstitution"),
)


def relate(shadow: str, turns: list[Turn], tokens: tuple[Token, ...]) -> Iterator[Draft]:
    """Drafts of the relations that the clauses of one sentence say."""
    words = {token.start: token for token in tokens}
    for turn in turns:
        for hit in turn.clause.hits:
            for draft in _said(shadow, turn, hit, words):
                yield draft
                if draft.predicate == "establishedBy" and draft.subject.cls == "Alliance":
                    yield from _member(draft)


def _member(draft: Draft) -> Iterator[Draft]:
    """Who founds an alliance is a member of it."""
    founder = draft.object
    if founder is not None and vocabulary().fits("memberOf", founder.cls, draft.subject.cls):
        if draft.status is None:
            yield replace(draft, subject=founder, predicate="memberOf", object=draft.subject)


def _said(
    shadow: str, turn: Turn, hit: Hit, words: dict[int, Token]
) -> Iterator[Draft]:
    clause = turn.clause
    yield from _by(shadow, turn, hit, words)
    if _agented(clause, hit):
        return
    group = _object(shadow, clause, hit, words, turn)
    if group is None:
        return
    for cue in hit.cues:
        pattern = cue.attributes.get("pattern")
        if pattern == "around" and not _closes_around(shadow, clause, hit, group):
            continue
        if pattern not in {"verb", "around"}:
            continue
        drafts = list(_pairs(shadow, turn, hit, cue, group))
        yield from drafts
        if drafts and cue.signals in {"affiliatedWith", "establishedBy", "issuedBy"}:
            break


def _agented(clause: Clause, hit: Hit) -> bool:
    """Is the doer of the trigger named before it by 由?"""
    agents = load_lexicon().forms("AgentMarker")
    return bool(hit.of("by")) and any(
        group.governor in agents and group.end <= hit.start for group in clause.groups
    )


def _object(
    shadow: str, clause: Clause, hit: Hit, words: dict[int, Token], beside: Turn | None
) -> Group | None:
    """The list after the trigger that it acts on: nothing but modifiers lies between.

    ``beside``: a verb that only describes its object (兴建的 X) must stand right behind the
    subject of this turn; None does not ask for it.
    """
    for group in clause.groups:
        if group.start < hit.end:
            continue
        if group.start - hit.end > _OBJECT_REACH:
            return None
        if _verb_between(clause, hit, group) and not _described(shadow, group):
            return None
        if shadow[group.tail - 1] not in "等”》" and _modifies(words.get(group.tail)):
            continue
        if beside is not None and _relative(shadow, hit, group) and not _beside(beside, hit):
            return None
        if group.governor and group.start - len(group.governor) >= hit.end:
            continue
        if shadow.startswith("的", group.tail) and not _nominal_verb(shadow, group.tail + 1):
            continue
        return group
    return None


def _relative(shadow: str, hit: Hit, group: Group) -> bool:
    """Does the verb only describe the thing: 设立的榆次工业小区?"""
    return shadow[hit.end : group.start].rstrip("“‘《") in load_lexicon().forms("RelativeLink")


def _beside(turn: Turn, hit: Hit) -> bool:
    """Does the subject stand right before the verb, so that it is the verb's own?"""
    return turn.own is not None and 0 <= hit.start - turn.own.tail <= _BESIDE


def _described(shadow: str, group: Group) -> bool:
    """Is what stands before the list a description of it, ending in 的?"""
    return shadow[: group.start].rstrip("“‘《(")[-1:] == "的"


def _modifies(after: Token | None) -> bool:
    """Does a noun follow at once, so that the name only describes it (重庆|科技创新的力量)?"""
    if after is None or after.text in load_lexicon().forms("Closer"):
        return False
    return after.pos[0] in "nmb" or (after.pos[0] == "a" and len(after.text) > 1)


def _verb_between(clause: Clause, hit: Hit, group: Group) -> bool:
    """Does another verb take the object? 推进 may wrap another verb's object."""
    return any(
        hit.end <= other.start < group.start and (other.of("verb") or other.of("state"))
        for other in clause.hits
    )


def _nominal_verb(shadow: str, at: int) -> bool:
    return any(shadow.startswith(form, at) for form in load_lexicon().forms("Closer"))


def _closes_around(shadow: str, clause: Clause, hit: Hit, group: Group) -> bool:
    """推进 X 建设: the closing noun follows, or the opening verb already says 建设."""
    closers = load_lexicon().forms("Closer")
    if any(shadow[hit.start : hit.end].endswith(closer) for closer in closers):
        return True
    after = shadow[group.tail : min(clause.end, group.tail + _AROUND_REACH)]
    return any(closer in after for closer in closers)


def _pairs(shadow: str, turn: Turn, hit: Hit, cue: Cue, group: Group) -> Iterator[Draft]:
    words = vocabulary()
    subjects = list(turn.subjects)
    partners = _partners(turn.clause, hit)
    paired = _respectively(shadow, turn, hit, group)
    for subject in [*subjects, *partners]:
        for position, ref in enumerate(group.members):
            if ref.entity is subject.entity or (paired and subjects[position] is not subject):
                continue
            agent_is_subject = cue.attributes.get("agent") == "subject"
            one, other = (
                (subject.entity, ref.entity) if agent_is_subject else (ref.entity, subject.entity)
            )
            predicate = _predicate(cue, one, other)
            if predicate is None or not words.fits(predicate, one.cls, other.cls):
                continue
            spans: tuple[Span, ...] = (
                ("predicate", hit.start, max(ref.end, hit.end)),
                ("subject", subject.start, subject.end),
            )
            yield Draft(
                one, predicate, other, cue.id, spans, subject.source,
                modality=modality_of(shadow, turn.clause.start, hit.start, turn.clause.end, turn.sentence),
                status=cue.attributes.get("status"), sentence=turn.clause.sentence,
            )  # fmt: skip


def _respectively(shadow: str, turn: Turn, hit: Hit, group: Group) -> bool:
    """Are subjects and objects paired one by one: A、B 分别推出 C、D?"""
    if turn.own is None or len(turn.subjects) < 2 or len(turn.subjects) != len(group.members):
        return False
    between = shadow[turn.own.tail : hit.start]
    return any(form in between for form in load_lexicon().forms("Respectively"))


def _predicate(cue: Cue, one: Entity, other: Entity) -> str | None:
    """The relation that a cue says between two classes; a body has labs, it is no place."""
    words = vocabulary()
    if cue.signals == "locatedIn" and not words.is_a(other.cls, "Place"):
        fits = words.is_a(one.cls, "Platform") or words.is_a(one.cls, "ResearchInstitute")
        mother = words.is_a(other.cls, "University") or words.is_a(other.cls, "ResearchInstitute")
        return "affiliatedWith" if fits and mother else None
    if cue.signals == "establishedBy" and not any(words.is_a(one.cls, cls) for cls in _FOUNDED):
        return None
    return cue.signals


def _partners(clause: Clause, hit: Hit) -> list[Subject]:
    """Who does it together with the subject: 与 A、B 共同成立."""
    comitatives = load_lexicon().forms("Comitative")
    return [
        Subject(ref.entity, ref.start, ref.end, ref.how)
        for group in clause.groups
        if group.governor in comitatives and group.end <= hit.start
        for ref in group.members
    ]


def _by(
    shadow: str, turn: Turn, hit: Hit, tokens: dict[int, Token]
) -> Iterator[Draft]:
    """X 由 A、B 牵头建设, and 由 A、B 联合设立 X."""
    clause, words = turn.clause, vocabulary()
    cues = hit.of("by")
    agents = load_lexicon().forms("AgentMarker")
    doers = [
        group for group in clause.groups if group.governor in agents and group.end <= hit.start
    ]
    if not cues or not doers:
        return
    partners = load_lexicon().forms("Comitative")
    helped = [g for g in clause.groups if doers[0].end <= g.start and g.end <= hit.start]
    doing = [*doers[0].members, *(r for g in helped if g.governor in partners for r in g.members)]
    after = _object(shadow, clause, hit, tokens, None)
    if after is not None and "、" in shadow[hit.end : after.start]:
        doing += [ref for ref in after.members if vocabulary().is_a(ref.entity.cls, "Organization")]
        after = None
    if after is not None:
        things = [Subject(ref.entity, ref.start, ref.end, ref.how) for ref in after.members]
    else:
        before = [g for g in clause.groups if g.end < doers[0].start and not g.governor]
        things = [
            Subject(ref.entity, ref.start, ref.end, ref.how)
            for group in before[-1:]
            for ref in group.members
        ] or [s for s in turn.subjects if all(s.entity is not r.entity for r in doing)]
    if len(doing) == 2 and _jointly(shadow, doers[0].start, hit.end):
        yield from _together(doing[0], doing[1], hit, cues[0].id, clause)
    for thing in things:
        for ref in doing:
            if words.fits("establishedBy", thing.entity.cls, ref.entity.cls):
                yield Draft(
                    thing.entity, "establishedBy", ref.entity, cues[0].id,
                    (("predicate", ref.start, hit.end), ("subject", thing.start, thing.end)),
                    thing.source,
                    modality=modality_of(shadow, clause.start, hit.start, clause.end, turn.sentence),
                    sentence=clause.sentence,
                )  # fmt: skip


def _jointly(shadow: str, start: int, end: int) -> bool:
    return any(form in shadow[start:end] for form in load_lexicon().forms("Jointly"))


def _together(
    one: Reference, other: Reference, hit: Hit, cue: str, clause: Clause
) -> Iterator[Draft]:
    """Two who found a thing together work together."""
    if vocabulary().fits("cooperatesWith", one.entity.cls, other.entity.cls):
        yield Draft(
            one.entity, "cooperatesWith", other.entity, cue,
            (("predicate", one.start, hit.end),), "explicit", sentence=clause.sentence,
        )  # fmt: skip
