"""Partners: who works with whom, and what rests on what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft, Subject
from sources.modality import modality_of
from sources.reference import Reference
from sources.subject import Turn

__all__ = ["partner", "rely"]

#: How far behind the partner the verb of working together may stand, in characters.
_VERB_REACH = 24


def partner(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``cooperatesWith``: A 与 B 签署合作协议."""
    for turn in turns:
        for one, other, group, hit, cue in _couples(shadow, turn):
            if one.entity is other.entity:
                continue
            if vocabulary().fits("cooperatesWith", one.entity.cls, other.entity.cls):
                yield Draft(
                    one.entity, "cooperatesWith", other.entity, cue,
                    (("predicate", min(group.start, hit.start), hit.end),
                     ("subject", one.start, one.end)),
                    one.source,
                    modality=modality_of(shadow, turn.clause.start, hit.start, turn.clause.end, turn.sentence),
                    sentence=turn.clause.sentence,
                )  # fmt: skip


def _couples(
    shadow: str, turn: Turn
) -> Iterator[tuple[Subject, Subject, Group, Hit, str]]:
    clause = turn.clause
    comitatives = load_lexicon().forms("Comitative")
    for group in clause.groups:
        hit = _together(shadow, clause, group)
        if hit is None:
            continue
        cue = hit.of("with")[0].id
        split = _split(group)
        if group.governor in comitatives:
            others = [_subject(ref) for ref in group.members]
            subjects = [s for s in turn.subjects if s.start < group.start or s.source == "section"]
            pairs = product(subjects, others)
            if len(subjects) == len(others) > 1 and _respectively(shadow, turn, group):
                pairs = zip(subjects, others, strict=True)
            for one, other in pairs:
                yield one, other, group, hit, cue
        elif split and group is turn.own:
            left, right = group.members[:split], group.members[split:]
            for first, second in product(left, right):
                yield _subject(first), _subject(second), group, hit, cue


def _respectively(shadow: str, turn: Turn, group: Group) -> bool:
    start = turn.own.tail if turn.own is not None else turn.clause.start
    between = shadow[start : group.start]
    return any(form in between for form in load_lexicon().forms("Respectively"))


def _together(shadow: str, clause: Clause, group: Group) -> Hit | None:
    """The verb of working together after the group, before any other list of names."""
    later = [g.start for g in clause.groups if g.start > group.end]
    limit = min([*later, group.tail + _VERB_REACH, clause.end])
    return next(
        (hit for hit in clause.hits if hit.of("with") and group.end <= hit.start < limit), None
    )


def _split(group: Group) -> int:
    """Where 与 parts a list in two sides; 0 when it does not."""
    sides = [at + 1 for at, joint in enumerate(group.joints) if joint in {"与", "和", "同"}]
    return sides[-1] if len(sides) == 1 else 0


def _subject(ref: Reference) -> Subject:
    return Subject(ref.entity, ref.start, ref.end, ref.how)


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    forms = sorted(load_lexicon().forms("RelyRole"), key=lambda form: (-len(form), form))
    return re.compile(f"[^,。;]{{0,6}}?为(?:[^,。;]{{0,4}})?(?:{'|'.join(map(re.escape, forms))})")


def rely(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``reliesOn``: 依托 X, 以 X 为载体."""
    for index, turn in enumerate(turns):
        for group in turn.clause.groups:
            hit = _relying(shadow, turn.clause, group)
            if hit is None:
                continue
            for subject in _who(turns, index, group):
                for ref in group.members:
                    if ref.entity is subject.entity:
                        continue
                    if vocabulary().fits("reliesOn", subject.entity.cls, ref.entity.cls):
                        yield Draft(
                            subject.entity, "reliesOn", ref.entity, hit.of("preposition")[0].id,
                            (("predicate", hit.start, max(ref.end, group.end)),
                             ("subject", subject.start, subject.end)),
                            subject.source, sentence=turn.clause.sentence,
                        )  # fmt: skip


def _relying(shadow: str, clause: Clause, group: Group) -> Hit | None:
    """The preposition right before the group; 以 needs its 为载体 behind it."""
    for hit in clause.hits:
        if not hit.of("preposition") or not 0 <= group.start - hit.end <= 1:
            continue
        if hit.end - hit.start == 1 and _role().match(shadow, group.tail) is None:
            continue
        return hit
    return None


def _who(turns: list[Turn], index: int, group: Group) -> list[Subject]:
    """The clause's subject, or the first subject said after the phrase in the sentence."""
    here = turns[index]
    if here.subjects and here.subjects[0].source != "section":
        return [s for s in here.subjects if all(s.entity is not r.entity for r in group.members)]
    for later in turns[index + 1 :]:
        if later.own is not None and later.subjects:
            return list(later.subjects)
    return list(here.subjects)
