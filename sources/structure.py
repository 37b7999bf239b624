"""Structure: what is part of what, and which thing stands in which place, said without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Span, Subject
from sources.entity import Entity
from sources.reference import Reference
from sources.subject import Turn

__all__ = ["compose", "place"]

#: Things that stand somewhere.
_SITED = ("Platform", "Park", "Project", "ResearchInstitute", "University", "Enterprise", "Zone")
#: How far behind 由 A、B the closing 组成 may stand, in characters.
_COMPOSE_REACH = 10


@lru_cache(maxsize=None)
def _any(kind: str) -> re.Pattern[str]:
    forms = sorted(load_lexicon().forms(kind), key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, forms)))


def compose(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``partOf``: 由 A、B 组成, and A、B 等“两中心一基地”."""
    groups = [group for turn in turns for group in turn.clause.groups]
    slogans = [ref for group in groups for ref in group.members if ref.entity.cls == "Strategy"]
    agents = load_lexicon().forms("AgentMarker")
    for turn in turns:
        for group in turn.clause.groups:
            after = shadow[group.tail : group.tail + _COMPOSE_REACH]
            if group.governor in agents and _any("Compose").search(after):
                whole = [s for s in turn.subjects if s.entity.cls != "Strategy"]
                yield from _parts(group, whole, group.tail, turn)
                before = [ref for ref in slogans if ref.start < group.start]
                yield from _parts(group, [_subject(ref) for ref in before], group.tail, turn)
                for one, other in ((w, ref) for w in whole for ref in before):
                    yield from _part(one, other, one.start, ref_end=other.end, turn=turn)
            named = [ref for ref in slogans if 0 <= ref.start - group.tail <= 2]
            if shadow[group.tail - 1] == "等" and named:
                yield from _parts(group, [_subject(ref) for ref in named], named[0].end, turn)


def _subject(ref: Reference) -> Subject:
    return Subject(ref.entity, ref.start, ref.end, ref.how)


def _parts(group: Group, wholes: list[Subject], end: int, turn: Turn) -> Iterator[Draft]:
    for whole in wholes:
        for ref in group.members:
            if _fits("partOf", ref.entity, whole.entity):
                spans: tuple[Span, ...] = (
                    ("predicate", ref.start, max(end, ref.end)),
                    ("subject", whole.start, whole.end),
                )
                yield Draft(
                    ref.entity, "partOf", whole.entity, "structure/list", spans, whole.source,
                    sentence=turn.clause.sentence,
                )  # fmt: skip


def _part(
    one: Subject, other: Reference, start: int, *, ref_end: int, turn: Turn
) -> Iterator[Draft]:
    if _fits("partOf", one.entity, other.entity):
        yield Draft(
            one.entity, "partOf", other.entity, "structure/layout",
            (("predicate", min(start, other.start), max(one.end, ref_end)),),
            one.source, sentence=turn.clause.sentence,
        )  # fmt: skip


def _fits(predicate: str, one: Entity, other: Entity) -> bool:
    return one is not other and vocabulary().fits(predicate, one.cls, other.cls)


def place(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``locatedIn``: 沈巷镇的“风与光”产业园, 泸州“溪谷”, and lists after 拥有."""
    host: Subject | None = None
    for turn in turns:
        clause = turn.clause
        hosts = [h for h in clause.hits if any(_hosts(cue.signals, cue.attributes) for cue in h.of("verb"))]
        if hosts and turn.subjects and _is(turn.subjects[0].entity, "Place"):
            host = turn.subjects[0]
        states = [h for h in clause.hits if h.of("state")]
        own = turn.own
        if host is not None and own is not None and states and own.end <= states[0].start:
            for ref in own.members:
                if _sited(ref.entity) and _fits("locatedIn", ref.entity, host.entity):
                    yield Draft(
                        ref.entity, "locatedIn", host.entity, "structure/host-list",
                        (("predicate", ref.start, ref.end), ("subject", host.start, host.end)),
                        "section", sentence=clause.sentence,
                    )  # fmt: skip
        yield from _adjacent(shadow, turn)


def _hosts(signals: str, attributes: dict[str, str]) -> bool:
    return signals == "locatedIn" and attributes.get("agent") == "object"


def _adjacent(shadow: str, turn: Turn) -> Iterator[Draft]:
    """A place right before a thing, or tied to it by 的."""
    groups = turn.clause.groups
    for before, after in zip(groups, groups[1:], strict=False):
        between = shadow[before.end : after.start]
        area, thing = before.members[-1].entity, after.members[0].entity
        if not _is(area, "Place") or not _sited(thing) or _is(thing, "Zone"):
            continue
        if between not in {"的", "的“", "“"} or before.governor in {"从", "由"}:
            continue
        if _fits("locatedIn", thing, area):
            yield Draft(
                thing, "locatedIn", area, "structure/adjacent",
                (("predicate", before.members[-1].start, after.members[0].end),),
                "explicit", sentence=turn.clause.sentence,
            )  # fmt: skip


def _is(entity: Entity, cls: str) -> bool:
    return vocabulary().is_a(entity.cls, cls)


def _sited(entity: Entity) -> bool:
    return any(_is(entity, cls) for cls in _SITED)
