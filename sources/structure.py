"""Structure: what is part of what, and which thing stands in which place, said without a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.draft import Draft, Span, Subject
from sources.entity import Entity
from sources.reference import Reference
from sources.subject import Turn

__all__ = ["compose", "place"]

#: Things that stand somewhere.
_SITED = ("Platform", "Park", "Project", "ResearchInstitute", "University", "Enterprise", "Zone")
#: How far behind 由 A、B the closing 组成 may stand, in characters.
_COMPOSE_REACH = 10
#: A piece of a slogan in quotes, glossed: “一核”即….
_GLOSS = re.compile(r"\W?“(?P<piece>[^“”]{2,4})”[^“”,。;]{0,4}(?:[\u4e00-\u9fff]{1,3})")


@lru_cache(maxsize=None)
def _any(kind: str) -> re.Pattern[str]:
    forms = sorted(load_lexicon().forms(kind), key=lambda form: (-len(form), form))
    return re.compile("|".join(map(re.escape, forms)))


def compose(shadow: str, turns: list[Turn], earlier: list[Reference]) -> Iterator[Draft]:
    """Drafts of ``partOf``: 由 A、B 组成, A、B 等“两中心一基地”, “多园”包括 A、B.

    ``earlier`` are the layout slogans named before the sentence.
    """
    groups = [group for turn in turns for group in turn.clause.groups]
    slogans = [ref for group in groups for ref in group.members if ref.entity.cls == "Strategy"]
    yield from _built(turns, slogans)
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
            yield from _glossed(shadow, turn, group, [*earlier, *slogans])
            if group.governor in agents and _any("Merge").search(after):
                for subject in turn.subjects:
                    yield from _merged(group, subject, turn)
            named = [ref for ref in slogans if 0 <= ref.start - group.tail <= 2]
            if shadow[group.tail - 1] == "等" and named:
                yield from _parts(group, [_subject(ref) for ref in named], named[0].end, turn)


def _glossed(
    shadow: str, turn: Turn, group: Group, slogans: list[Reference]
) -> Iterator[Draft]:
    """“多园”包括 A、B: a piece of a slogan and the things it stands for."""
    match = _GLOSS.match(shadow, turn.clause.start, group.start)
    if match is None:
        return
    piece = match.group("piece")
    owners = [ref for ref in slogans if piece != ref.entity.name and piece in ref.entity.name]
    if owners:
        yield from _parts(group, [_subject(owners[-1])], group.tail, turn)


def _merged(group: Group, subject: Subject, turn: Turn) -> Iterator[Draft]:
    """X 由 A、B 整合而成: X succeeds both."""
    for ref in group.members:
        if _fits("succeeds", subject.entity, ref.entity):
            yield Draft(
                subject.entity, "succeeds", ref.entity, "structure/merge",
                (("predicate", ref.start, group.tail), ("subject", subject.start, subject.end)),
                subject.source, sentence=turn.clause.sentence,
            )  # fmt: skip


def _built(turns: list[Turn], slogans: list[Reference]) -> Iterator[Draft]:
    """完善“一城多园”模式, 建设 A, 打造 B: the zones built after a slogan make it up."""
    if len(slogans) != 1:
        return
    for turn in turns:
        if turn.own is not None or turn.clause.start < slogans[0].end:
            continue
        for group in turn.clause.groups:
            builds = [h for h in turn.clause.hits if h.end <= group.start and _founds(h)]
            if builds and all(_is(ref.entity, "Zone") for ref in group.members):
                yield from _parts(group, [_subject(slogans[0])], group.tail, turn)


def _founds(hit: Hit) -> bool:
    return any(cue.signals == "establishedBy" for cue in hit.cues)


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
        yield from _within(turn)


def _hosts(signals: str, attributes: dict[str, str]) -> bool:
    return signals == "locatedIn" and attributes.get("agent") == "object"


def _within(turn: Turn) -> Iterator[Draft]:
    """在 P 建设 X: X is in P."""
    groups, locatives = turn.clause.groups, load_lexicon().forms("Locative")
    for before, after in zip(groups, groups[1:], strict=False):
        area = before.members[-1].entity
        builds = [h for h in turn.clause.hits if before.end <= h.start and h.end <= after.start]
        if before.governor not in locatives or not _is(area, "Place"):
            continue
        if not any(_founds(hit) for hit in builds):
            continue
        for ref in after.members:
            if _sited(ref.entity) and _fits("locatedIn", ref.entity, area):
                yield Draft(
                    ref.entity, "locatedIn", area, "structure/within",
                    (("predicate", before.start, ref.end),), "explicit",
                    sentence=turn.clause.sentence,
                )  # fmt: skip


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
