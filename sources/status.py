"""Statuses: at which rung of the ladder, from explored to closed, a thing is said to stand."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.draft import Draft, Subject
from sources.modality import is_future, is_past, is_signed, modality_of, opens_horizon
from sources.subject import Turn

__all__ = ["state"]

#: How much text may follow a status word that ends its clause, in characters.
_TRAIL = 3
#: Rungs that a plan can only aim at.
_REACHED = frozenset({"completed", "operational", "underConstruction", "closed"})
#: Things that are pushed forward without being built.
_NOT_BUILT = frozenset({"Fund", "FinancialProduct", "Programme", "Alliance"})
#: Classes whose things can be planned, built, opened or closed.
_BUILT = (
    *("Platform", "Zone", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
    *("University", "AdministrativeCommittee", "Programme", "FinancialProduct"),
)


def state(
    shadow: str, turns: list[Turn], drafts: list[Draft], paragraph: int
) -> Iterator[Draft]:
    """Drafts of the statuses of one sentence; ``drafts`` are its relations.

    ``paragraph`` is where its paragraph starts: 下一步 puts what follows it ahead.
    """
    seen = set()
    for draft in drafts:
        if draft.predicate != "establishedBy" or not _buildable(draft.subject.cls):
            continue
        rung = draft.status or _ahead(shadow, turns, draft, paragraph)
        if rung and (draft.subject.name, rung) not in seen:
            if rung == "underConstruction" and draft.subject.cls in _NOT_BUILT:
                continue
            if draft.status and _restated(turns, draft):
                continue
            if rung == "planned" and is_signed(shadow, turns[0].sentence[0], draft.spans[0][1]):
                rung = "signed"
            seen.add((draft.subject.name, rung))
            yield Draft(
                draft.subject, "hasStatus", None, draft.cue, draft.spans[:1], draft.source,
                name=rung, modality=draft.modality, sentence=draft.sentence,
            )  # fmt: skip
    for turn in turns:
        for hit in turn.clause.hits:
            for subject, rung, cue, modality in _said(shadow, turn, hit):
                if (subject.entity.name, rung) in seen:
                    continue
                seen.add((subject.entity.name, rung))
                yield Draft(
                    subject.entity, "hasStatus", None, cue,
                    (("predicate", hit.start, hit.end), ("subject", subject.start, subject.end)),
                    subject.source, name=rung, modality=modality, sentence=turn.clause.sentence,
                )  # fmt: skip


def _site(cls: str) -> bool:
    """Is it a thing of stone and steel, not a body that works on one?"""
    words = vocabulary()
    return any(words.is_a(cls, kind) for kind in _BUILT[:4] + _BUILT[6:7])


def _buildable(cls: str) -> bool:
    words = vocabulary()
    return any(words.is_a(cls, kind) for kind in _BUILT)


def _restated(turns: list[Turn], draft: Draft) -> bool:
    """Does a status word after the object say the rung itself (启动 X 的预研建设)?"""
    end = max(span[2] for span in draft.spans[:1])
    return any(
        hit.of("state") and 0 <= hit.start - end <= _TRAIL
        for turn in turns
        for hit in turn.clause.hits
    )


def _ahead(shadow: str, turns: list[Turn], draft: Draft, paragraph: int) -> str | None:
    """planned, when the clause or the paragraph so far puts the founding ahead."""
    start = draft.spans[0][1]
    clause = next((t.clause for t in turns if t.clause.start <= start < t.clause.end), None)
    if clause is None or is_past(shadow, clause.start, draft.spans[0][2] + 1):
        return None
    if is_future(shadow, clause.start, start) or opens_horizon(shadow, paragraph, start):
        return "planned"
    return None


def _said(shadow: str, turn: Turn, hit: Hit) -> Iterator[tuple[Subject, str, str, str]]:
    clause = turn.clause
    for cue in hit.of("state"):
        group = _described(shadow, turn, hit)
        if group is None and not _final(shadow, turn, hit):
            continue
        group = group or _topic(shadow, turn, hit)
        topics = [Subject(r.entity, r.start, r.end, r.how) for r in group.members] if group else []
        if not topics and not clause.groups:
            topics = [s for s in turn.subjects if s.source != "section" and _site(s.entity.cls)]
        rung = cue.attributes.get("status", "")
        modality = modality_of(shadow, clause.start, hit.start, clause.end, turn.sentence)
        lead = group.tail if group and group.tail <= hit.start else clause.start
        if is_future(shadow, lead, hit.start) and rung in _REACHED:
            if _dated(shadow, lead, hit.start):
                modality = "target"
            else:
                rung = "planned"
        for topic in topics:
            policy = rung == "closed" and vocabulary().is_a(topic.entity.cls, "Policy")
            if policy or _buildable(topic.entity.cls):
                yield topic, rung, cue.id, modality


def _final(shadow: str, turn: Turn, hit: Hit) -> bool:
    """Does the clause end with the status word, so that nothing else is its object?"""
    rest = shadow[hit.end : turn.clause.end].rstrip("”’。")
    return len(rest) <= _TRAIL and not any(g.start >= hit.end for g in turn.clause.groups)


def _described(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """The list that the status word describes: 破土动工的还有 X."""
    links = load_lexicon().forms("RelativeLink")
    for group in turn.clause.groups:
        if group.start >= hit.end:
            between = shadow[hit.end : group.start].rstrip("“‘《")
            return group if between in links else None
    return None


def _dated(shadow: str, start: int, end: int) -> bool:
    marks = load_lexicon().forms("TimeMark")
    return any(mark in shadow[start:end] for mark in marks)


def _topic(shadow: str, turn: Turn, hit: Hit) -> Group | None:
    """The list before the status word; the thing described by 的 outranks its describer."""
    before = [g for g in turn.clause.groups if g.end <= hit.start]
    if before and before[-1].governor and shadow[: before[-1].start].rstrip("“")[-1:] != "的":
        before = [g for g in before if not g.governor]
    return before[-1] if before else None
