"""Statuses: at which rung of the ladder, from explored to closed, a thing is said to stand."""

from __future__ import annotations

from collections.abc import Iterator

from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.draft import Draft, Subject
from sources.modality import is_future, modality_of
from sources.subject import Turn

__all__ = ["state"]

#: Classes whose things can be planned, built, opened or closed.
_BUILT = (
    *("Platform", "Zone", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
    *("University", "AdministrativeCommittee", "Enterprise", "Programme", "FinancialProduct"),
)


def state(shadow: str, turns: list[Turn], drafts: list[Draft]) -> Iterator[Draft]:
    """Drafts of the statuses of one sentence; ``drafts`` are its relations."""
    seen = set()
    for draft in drafts:
        if draft.predicate == "establishedBy" and draft.status and _buildable(draft.subject.cls):
            if (draft.subject.name, draft.status) not in seen:
                seen.add((draft.subject.name, draft.status))
                yield _draft(draft.subject, draft.status, draft.cue, draft.spans[:1], draft)
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


def _buildable(cls: str) -> bool:
    words = vocabulary()
    return any(words.is_a(cls, kind) for kind in _BUILT)


def _draft(
    subject: object, rung: str, cue: str, spans: tuple[tuple[str, int, int], ...], draft: Draft
) -> Draft:
    return Draft(
        draft.subject, "hasStatus", None, cue, spans, draft.source, name=rung,
        modality=draft.modality, sentence=draft.sentence,
    )  # fmt: skip


def _said(shadow: str, turn: Turn, hit: Hit) -> Iterator[tuple[Subject, str, str, str]]:
    clause = turn.clause
    for cue in hit.of("state"):
        if any(g.start >= hit.end and g.start - hit.end <= 2 for g in clause.groups):
            continue
        group = _topic(turn, hit)
        topics = [Subject(r.entity, r.start, r.end, r.how) for r in group.members] if group else []
        if not topics and not clause.groups:
            topics = [s for s in turn.subjects if s.source != "section"]
        rung = cue.attributes.get("status", "")
        modality = modality_of(shadow, clause.start, hit.start, clause.end)
        if is_future(shadow, group.tail if group else clause.start, hit.start):
            if rung in {"completed", "operational", "underConstruction", "closed"}:
                rung = "planned"
        for topic in topics:
            if _buildable(topic.entity.cls):
                yield topic, rung, cue.id, modality


def _topic(turn: Turn, hit: Hit) -> Group | None:
    """The list right before the status word, if nothing governs it."""
    before = [g for g in turn.clause.groups if g.end <= hit.start and not g.governor]
    return before[-1] if before else None
