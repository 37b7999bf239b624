"""Joint works: what two bodies call their common work, or what the clause before says of both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from ontology.lexicon import alternation, pattern
from ontology.vocabulary import vocabulary
from sources.agency import FOUNDED
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.frame import companions, sides
from sources.modality import is_future, modality_of
from sources.turn import Turn

__all__ = ["cooperate"]

#: Who makes things together.
_PARTIES = ("Place", "Organization")
_TWO = 2


@lru_cache(maxsize=1)
def _work() -> re.Pattern[str]:
    """的合作项目, behind the two whose it is."""
    return re.compile(f"{alternation('Attributive')}?{alternation('JointWork')}")


def cooperate(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of 甲院系乙市与丙大学的合作项目, 甲市请来丙大学,共建丁院, ….

    Or who sign for two: 甲公司董事长某人、乙市市长某人代表双方签约.
    """
    for turn in turns:
        for group in turn.clause.groups:
            yield from _worked(shadow, turn, group)
        if turn.own is None and len(turn.met) > 1:
            yield from _invited(shadow, turn)
        yield from _represented(shadow, turn)


def _worked(shadow: str, turn: Turn, group: Group) -> Iterator[Draft]:
    """The thing is made by the two, who work together."""
    own, split = turn.own, sides(group) or (len(group.members) == 2)
    if own is None or own.end > group.start or group.governor or not split:
        return
    if pattern("Copula").fullmatch(shadow, own.tail, group.start) is None:
        return
    if _work().match(shadow, group.tail) is None:
        return
    said = turn.modality(shadow, group.start)
    bodies = [Subject.of(ref) for ref in group.members]
    for thing, body in product(map(Subject.of, own.members), bodies):
        founded = vocabulary().is_any(thing.entity.cls, FOUNDED)
        if founded and vocabulary().fits("establishedBy", thing.entity.cls, body.entity.cls):
            yield _draft(thing, "establishedBy", body, said)
    for one, other in product(bodies[: int(split)], bodies[int(split) :]):
        if vocabulary().fits("cooperatesWith", one.entity.cls, other.entity.cls):
            yield _draft(one, "cooperatesWith", other, said)


def _represented(shadow: str, turn: Turn) -> Iterator[Draft]:
    """甲公司董事长某人、乙市市长某人代表双方签约: the two work together."""
    mark = pattern("RepresentMark").search(shadow, turn.clause.start, turn.clause.end)
    if mark is None or not any(h.of("with") and h.start >= mark.start() for h in turn.clause.hits):
        return
    refs = [ref for g in turn.clause.groups if g.end <= mark.start() for ref in g.members]
    named = {r.entity.name: r for r in refs if vocabulary().is_any(r.entity.cls, _PARTIES)}
    persons = sum(vocabulary().is_a(ref.entity.cls, "Person") for ref in refs)
    if len(named) != _TWO or persons < _TWO:
        return
    one, other = map(Subject.of, named.values())
    if vocabulary().fits("cooperatesWith", one.entity.cls, other.entity.cls):
        # What stands in the names is no word of its own (王若水).
        said = modality_of(shadow, refs[-1].end, mark.start(), turn.sentence)
        yield _draft(one, "cooperatesWith", other, said)


def _invited(shadow: str, turn: Turn) -> Iterator[Draft]:
    """Who joins the subject in a deed for which the clause before has brought both together."""
    hit = next((hit for hit in turn.clause.hits if hit.says("establishedBy")), None)
    if hit is None or turn.together:
        return
    said = turn.modality(shadow, hit.start)
    for one, other in product(turn.subjects, companions(turn, hit)):
        if not all(vocabulary().is_any(s.entity.cls, _PARTIES) for s in (one, other)):
            continue
        if is_future(shadow, turn.sentence[0], other.start):
            continue  # 未来将加强与甲市联系,推动两地共建平台
        if vocabulary().fits("cooperatesWith", one.entity.cls, other.entity.cls):
            yield _draft(one, "cooperatesWith", other, said)


def _draft(one: Subject, predicate: str, other: Subject, modality: str) -> Draft:
    start, end = min(one.start, other.start), max(one.end, other.end)
    return Draft(
        one.entity, predicate, other.entity, "structure/joint",
        (("predicate", start, end), one.span), one.source, modality=modality,
    )  # fmt: skip
