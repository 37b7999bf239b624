"""Partners: who works with whom, and what rests on what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from ontology.lexicon import alternation, load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft, Subject
from sources.subject import Turn

__all__ = ["partner", "rely"]

#: How far behind the partner the verb of working together may stand, in characters.
_VERB_REACH = 24


def partner(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``cooperatesWith``: A 与 B 签署合作协议."""
    for turn in turns:
        for group in turn.clause.groups:
            hit = _together(turn.clause, group)
            if hit is None:
                continue
            for one, other in _couples(shadow, turn, group):
                if one.entity is other.entity:
                    continue
                if vocabulary().fits("cooperatesWith", one.entity.cls, other.entity.cls):
                    yield Draft(
                        one.entity, "cooperatesWith", other.entity, hit.of("with")[0].id,
                        (("predicate", min(group.start, hit.start), hit.end), one.span),
                        one.source, modality=turn.modality(shadow, hit.start, group),
                    )  # fmt: skip


def _couples(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """Pairs of which one works with the other: the subjects with 与 A, or the sides of a list."""
    members = [Subject.of(ref) for ref in group.members]
    if group.governor in load_lexicon().forms("Comitative"):
        subjects = [s for s in turn.subjects if s.start < group.start or s.source == "section"]
        if len(subjects) == len(members) > 1 and turn.pairs_off(shadow, group.start):
            return zip(subjects, members, strict=True)
        return product(subjects, members)
    split = _split(group) if group is turn.own else 0
    return product(members[:split], members[split:])


def _together(clause: Clause, group: Group) -> Hit | None:
    """The verb of working together after the group, before any other list of names."""
    later = [g.start for g in clause.groups if g.start > group.end]
    limit = min([*later, group.tail + _VERB_REACH, clause.end])
    return next(
        (hit for hit in clause.hits if hit.of("with") and group.end <= hit.start < limit), None
    )


def _split(group: Group) -> int:
    """Where 与 parts a list in two sides; 0 when it does not."""
    joiners = load_lexicon().forms("SideJoiner")
    sides = [at + 1 for at, joint in enumerate(group.joints) if joint in joiners]
    return sides[-1] if len(sides) == 1 else 0


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    verb, role = alternation("RoleVerb"), alternation("RelyRole")
    return re.compile(f"[^,。;]{{0,6}}?{verb}[^,。;]{{0,4}}{role}")


def rely(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``reliesOn``: 依托 X, 以 X 为载体."""
    for index, turn in enumerate(turns):
        for group in turn.clause.groups:
            hit = _relying(shadow, turn.clause, group)
            if hit is None:
                continue
            for subject, ref in product(_who(turns, index, group), group.members):
                if ref.entity is subject.entity:
                    continue
                if vocabulary().fits("reliesOn", subject.entity.cls, ref.entity.cls):
                    yield Draft(
                        subject.entity, "reliesOn", ref.entity, hit.of("preposition")[0].id,
                        (("predicate", hit.start, group.end), subject.span), subject.source,
                    )  # fmt: skip


def _relying(shadow: str, clause: Clause, group: Group) -> Hit | None:
    """The preposition right before the group; one letter (以) needs its 为载体 behind the group."""
    for hit in clause.hits:
        if hit.of("preposition") and 0 <= group.start - hit.end <= 1:
            framed = _role().match(shadow, group.tail) is not None
            if framed or hit.end - hit.start > 1:
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
