"""Statuses: at which rung of the ladder, from explored to closed, a thing is said to stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.date import dates
from sources.draft import Draft, Subject
from sources.modality import (
    is_future,
    is_past,
    is_past_plan,
    is_signed,
    opens_horizon,
)
from sources.relate import is_tied
from sources.rung import REACHED, opening, reach
from sources.subject import Turn

__all__ = ["state"]

#: How much text may follow a status word that ends its clause, in characters.
_TRAIL = 3
#: Things that end without having been built.
_CLOSED = ("Policy", "Enterprise", "GovernmentBody")
#: Things that are only written down, and the rungs at which they can stand.
_SCHEMES = ("Policy", "Mechanism")
_DRAFTED = frozenset({"exploring", "planned"})
#: How far behind its verb the thing built may stand, in characters.
_OBJECT_REACH = 24
#: How many years ago a building site is no news, but history.
_LONG_AGO = 3
#: Things that are pushed forward without being built.
_NOT_BUILT = frozenset({"Fund", "FinancialProduct", "Programme", "Alliance"})
#: Things of stone and steel, and the bodies and schemes that are set up like them.
_SITES = ("Platform", "Zone", "Park", "Project", "ResearchInstitute")
#: Bodies that sign contracts, so that no contract is about them.
_SIGNATORIES = ("University", "AdministrativeArea", "Zone", "AdministrativeCommittee")
_BUILT = (
    *_SITES,
    *("Fund", "Alliance", "University", "AdministrativeCommittee", "Programme"),
    "FinancialProduct",
)


@dataclass(frozen=True, slots=True)
class _Said:
    """A thing and the rung at which a status word puts it."""

    topic: Subject
    rung: str
    cue: str
    modality: str


def state(
    shadow: str,
    turns: list[Turn],
    drafts: list[Draft],
    paragraph: int,
    published: str | None = None,
) -> Iterator[Draft]:
    """Drafts of the statuses of one sentence; ``drafts`` are its relations.

    ``paragraph`` is where its paragraph starts: 下一步 puts what follows it ahead. Each rung of
    a thing is said once.
    """
    seen = set()
    said = [
        *_founded(shadow, turns, drafts, paragraph),
        *_begun(shadow, turns, paragraph),
        *_stated(shadow, turns, drafts, published),
    ]
    for draft in said:
        if (draft.subject.name, draft.name) not in seen:
            seen.add((draft.subject.name, draft.name))
            yield draft


def _founded(
    shadow: str, turns: list[Turn], drafts: list[Draft], paragraph: int
) -> Iterator[Draft]:
    """Rungs that the verbs of founding say: 策划建设 X, 将设立 X, 加快推进 X 建设."""
    for draft in drafts:
        if draft.predicate != "establishedBy" or not _is_buildable(draft.subject.cls):
            continue
        rung = draft.status or _ahead(shadow, turns, draft, paragraph)
        if rung is None or (rung == "underConstruction" and draft.subject.cls in _NOT_BUILT):
            continue
        if draft.status and _is_restated(turns, draft):
            continue
        pushed = rung == "underConstruction" and not _starts(shadow, draft)
        if rung in REACHED and not pushed and _ahead(shadow, turns, draft, paragraph):
            rung = "planned"
        if rung == "planned" and is_signed(shadow, turns[0].sentence[0], draft.spans[0][1]):
            rung = "signed"
        yield Draft(
            draft.subject, "hasStatus", None, draft.cue, draft.spans[:1], draft.source,
            name=rung, modality=draft.modality,
        )  # fmt: skip


def _begun(shadow: str, turns: list[Turn], paragraph: int) -> Iterator[Draft]:
    """Rungs that the verbs of founding say when nobody is named who founds (谋划建设 X)."""
    for turn in turns:
        for hit in turn.clause.hits:
            cues = [cue for cue in hit.of("verb") + hit.of("around") if _founds(cue)]
            group = _made(shadow, turn, hit) if cues else None
            if group is None:
                continue
            rung = cues[0].attributes.get("status", "")
            if cues[0].attributes["pattern"] == "around" and not _is_pushed(shadow, hit, group):
                continue
            yield from _planned(shadow, turn, hit, group, rung, paragraph)


def _planned(
    shadow: str, turn: Turn, hit: Hit, group: Group, rung: str, paragraph: int
) -> Iterator[Draft]:
    """The rung of what is founded, planned where the founding lies ahead."""
    start = turn.clause.start
    lead = opening(shadow, start, turn.sentence[0])
    ahead = is_future(shadow, lead, hit.start) or opens_horizon(shadow, paragraph, hit.start)
    if ahead and rung in ("", *REACHED) and not is_past(shadow, start, hit.end + 1):
        rung = "planned"
    if rung in ("", "planned") and is_signed(shadow, turn.sentence[0], hit.start):
        rung = "signed"
    if not rung or is_past_plan(shadow, start, hit.start) or _is_then_told(turn, group):
        return
    for topic in map(Subject.of, group.members):
        cls = topic.entity.cls
        if rung == "underConstruction" and cls in _NOT_BUILT:
            continue
        if _is_buildable(cls) or (rung in _DRAFTED and vocabulary().is_any(cls, _SCHEMES)):
            cue = next(cue for cue in hit.cues if _founds(cue))
            yield Draft(
                topic.entity, "hasStatus", None, cue.id,
                (("predicate", hit.start, group.tail), topic.span), topic.source,
                name=rung, modality=turn.modality(shadow, hit.start),
            )  # fmt: skip


def _founds(cue: Cue) -> bool:
    return cue.signals == "establishedBy" and cue.attributes.get("agent") == "object"


def _made(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """What the verb founds: the first list behind it that no other verb stands before."""
    after = next((group for group in turn.clause.groups if group.start >= hit.end), None)
    if after is None or after.governor or after.start - hit.end > _OBJECT_REACH:
        return None
    between = (h for h in turn.clause.hits if hit.end <= h.start and h.end <= after.start)
    return None if any(between) else after


def _is_pushed(shadow: str, hit: Hit, group: Group) -> bool:
    """Is X built by it: 推进 X 建设, 加快建设 X?"""
    closers = pattern("Closer")
    if closers.search(shadow, hit.start, hit.end) is not None:
        return True
    return closers.match(shadow, group.tail) is not None


def _is_then_told(turn: Turn, group: Group) -> bool:
    """Does a status word behind it say the rung (启动 X 的预研建设)?"""
    hits = (hit for hit in turn.clause.hits if hit.of("state"))
    return any(0 <= hit.start - group.tail <= _TRAIL for hit in hits)


def _starts(shadow: str, draft: Draft) -> bool:
    """Does the verb say that building begins (启动建设 X), not that it goes on?"""
    return pattern("StartVerb").match(shadow, draft.spans[0][1]) is not None


def _ahead(shadow: str, turns: list[Turn], draft: Draft, paragraph: int) -> str | None:
    """planned, when the clause or the paragraph so far puts the founding ahead."""
    _, start, end = draft.spans[0]
    clause = next((t.clause for t in turns if t.clause.start <= start < t.clause.end), None)
    if clause is None or is_past(shadow, clause.start, end + 1):
        return None
    lead = opening(shadow, clause.start, turns[0].sentence[0])
    ahead = is_future(shadow, lead, start) or opens_horizon(shadow, paragraph, start)
    return "planned" if ahead else None


def _is_restated(turns: list[Turn], draft: Draft) -> bool:
    """Does a status word after the object say the rung itself (启动 X 的预研建设)?"""
    end = draft.spans[0][2]
    hits = [hit for turn in turns for hit in turn.clause.hits if hit.of("state")]
    return any(0 <= hit.start - end <= _TRAIL for hit in hits)


def _stated(
    shadow: str, turns: list[Turn], drafts: list[Draft], published: str | None
) -> Iterator[Draft]:
    """Rungs that status words say: X 投运, 破土动工的还有 X."""
    renamed = {d.object.name: d.subject for d in drafts if d.predicate == "succeeds" and d.object}
    for turn in turns:
        for hit in turn.clause.hits:
            for said in _said(shadow, turn, hit, published):
                entity = renamed.get(said.topic.entity.name, said.topic.entity)
                yield Draft(
                    entity, "hasStatus", None, said.cue,
                    (("predicate", hit.start, hit.end), said.topic.span), said.topic.source,
                    name=said.rung, modality=said.modality,
                )  # fmt: skip


def _said(shadow: str, turn: Turn, hit: Hit, published: str | None) -> Iterator[_Said]:
    cues = hit.of("state")
    if not cues:
        return
    clause = turn.clause
    group = _described(shadow, turn, hit) or _object(shadow, turn, hit)
    if group is None and not _is_final(shadow, turn, hit):
        return
    group = group or _topic(shadow, turn, hit)
    lead = group.tail if group and group.tail <= hit.start else clause.start
    if is_past_plan(shadow, clause.start, hit.start) or _is_part(shadow, lead, hit.start):
        return
    topics = [Subject.of(ref) for ref in group.members] if group else list(_absent(turn, hit))
    for cue in cues:
        rung = cue.attributes.get("status", "")
        rung, modality = reach(shadow, turn, hit, lead, rung, published)
        if rung == "underConstruction" and _is_long_ago(shadow, lead, hit.start, published):
            continue
        for topic in topics:
            if rung == "signed" and _is_party(turn, topic):
                continue
            closed = rung == "closed" and vocabulary().is_any(topic.entity.cls, _CLOSED)
            if closed or _is_buildable(topic.entity.cls):
                yield _Said(topic, rung, cue.id, modality)


def _absent(turn: Turn, hit: Hit) -> Iterator[Subject]:
    """Whom a clause without a name before the word is about."""
    if any(group.end <= hit.start for group in turn.clause.groups):
        return
    for subject in turn.topic or turn.subjects:
        if subject.source != "section" and _is_site(subject.entity.cls):
            yield subject


def _is_part(shadow: str, start: int, end: int) -> bool:
    """Is it only a part of the thing that stands there (一期建成)?"""
    return pattern("PhaseWord").search(shadow, start, end) is not None


def _is_long_ago(shadow: str, start: int, end: int, published: str | None) -> bool:
    """Was it years ago, so that the thing stands elsewhere by now?"""
    if published is None:
        return False
    years = [time.iso[:4] for time in dates(shadow, start, end, published) if time.iso]
    return any(int(published[:4]) - int(year) >= _LONG_AGO for year in years)


def _is_party(turn: Turn, topic: Subject) -> bool:
    """Is it one of those who sign, not what they sign for?"""
    if vocabulary().is_any(topic.entity.cls, _SIGNATORIES):
        return True
    if any(link.head.members[-1].entity is topic.entity for link in turn.relative):
        return False
    withs = load_lexicon().forms("Comitative")
    groups = turn.clause.groups
    return any(g.governor in withs or not withs.isdisjoint(g.joints) for g in groups)


def _object(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """What somebody approves, opens or closes: 批复设立 X, 撤销 X."""
    if shadow[hit.start : hit.end] not in load_lexicon().forms("ActiveStatus"):
        return None
    after = next((group for group in turn.clause.groups if group.start >= hit.end), None)
    if after is None or after.governor:
        return None
    between = shadow[hit.end : after.start].strip("“‘《")
    return after if not between else None


def _is_final(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does the clause end with the status word, so that nothing else is its object?"""
    rest = shadow[hit.end : turn.clause.end].strip("”’。")
    if rest.startswith(tuple(load_lexicon().forms("StatusTail"))):
        return True
    return len(rest) <= _TRAIL and not any(g.start >= hit.end for g in turn.clause.groups)


def _described(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """The list that the status word describes: 破土动工的还有 X."""
    after = next((group for group in turn.clause.groups if group.start >= hit.end), None)
    if after is None:
        return None
    between = shadow[hit.end : after.start].rstrip("“‘《")
    if between not in load_lexicon().forms("RelativeLink"):
        return None
    for group in turn.clause.groups:
        # 动工的还有 A 的 B: it is said of B.
        if pattern("Attributive").fullmatch(shadow[after.tail : group.start].strip("“‘《")):
            after = group
    return after


def _topic(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """The list before the status word; the thing described by 的 outranks its describer."""
    before = [group for group in turn.clause.groups if group.end <= hit.start]
    if any(cue.attributes.get("status") == "approved" for cue in hit.of("state")):
        # Who approves stands between the thing and the word (X获科技部批准).
        before = [g for g in before if _is_buildable(g.members[-1].entity.cls)]
    if before and before[-1].governor and not is_tied(shadow, before[-1].start):
        before = [group for group in before if not group.governor]
    return before[-1] if before else None


def _is_site(cls: str) -> bool:
    return vocabulary().is_any(cls, _SITES)


def _is_buildable(cls: str) -> bool:
    return vocabulary().is_any(cls, _BUILT)
