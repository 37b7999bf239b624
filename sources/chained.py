"""Chains: a body told of before the relative clause that goes on from it (由甲牵头、乙参与的丙)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.agency import FOUNDED
from sources.clause import Clause, Group, Hit
from sources.draft import Draft, Subject
from sources.relate import member
from sources.turn import Turn

__all__ = ["chained"]

#: How far behind the body its verb may stand, behind 的 the thing, and 的 behind the verb.
_VERB_REACH, _HEAD_REACH, _TIE_REACH = 4, 14, 40


def chained(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``establishedBy``: 由甲牵头、乙参与组建的丙; 由甲发起、规模15亿元的丙."""
    for index, turn in enumerate(turns):
        for hit in turn.clause.hits:
            doer = _doer(shadow, turns[: index + 1], hit)
            if doer is None:
                continue
            ends = hit.end == turn.clause.end
            if ends and (index + 1 == len(turns) or shadow[hit.end] != ","):
                continue
            clause = turns[index + 1].clause if ends else turn.clause
            for draft in _drafts(shadow, turn, clause, hit, doer):
                yield draft
                yield from member(draft)


def _doer(shadow: str, turns: list[Turn], hit: Hit) -> Group | None:
    """Who does what the verb says, when nothing is named before that it could be said of."""
    clause = turns[-1].clause
    if not any(cue.signals == "establishedBy" for cue in hit.of("by")):
        return None
    if hit.end < clause.end and shadow[hit.end] != "、":
        return None
    before = [group for group in clause.groups if group.end <= hit.start]
    if len(before) != 1 or before[0].start < turns[0].sentence[0]:
        return None
    doer = before[0]
    led = doer.governor in load_lexicon().forms("DoerMarker")
    if not led and (doer.governor or doer.start > turns[0].sentence[0] + 1):
        return None
    lead = [t for t in clause.tokens if t.end <= doer.start and t.pos[0] == "n"]
    if lead:
        return None  # 该中心由甲牵头
    told = any(vocabulary().is_any(s.entity.cls, FOUNDED) for s in turns[-1].topic)
    cuts = [at for at, t in enumerate(turns) if shadow[t.clause.start - 1] == ";"]
    named = any(t.own is not None for t in turns[cuts[-1] if cuts else 0 : -1])
    return None if told or named or hit.start - doer.tail > _VERB_REACH else doer


def _drafts(shadow: str, turn: Turn, clause: Clause, hit: Hit, doer: Group) -> Iterator[Draft]:
    start = max(hit.end, clause.start)
    tie = pattern("Attributive").search(shadow, start, min(clause.end, start + _TIE_REACH))
    head = next((g for g in clause.groups if tie is not None and g.start >= tie.end()), None)
    if tie is None or head is None or head.start - tie.end() > _HEAD_REACH:
        return
    inner = [g for g in clause.groups if start <= g.start < tie.start()]
    if len(inner) > 1 or any(group.tail == tie.start() for group in inner):
        return  # 建在甲区的乙园
    if any(tie.end() <= h.start < head.start for h in clause.hits):
        return
    if any(t.pos == "v" and tie.end() <= t.start < head.start for t in clause.tokens):
        return  # 的督查组走访了甲园
    free = (group for group in inner if not group.governor)
    joined = [group for group in free if _takes_part().match(shadow, group.tail, tie.start())]
    if head.members[0].entity.cls == "Alliance":  # 由甲发起、乙参加的丙联盟
        founds = [h for h in clause.hits if start <= h.start < tie.start()]
        joined = joined if any(h.says("establishedBy") for h in founds) else []
    for thing in map(Subject.of, head.members):
        for ref in (ref for group in (doer, *joined) for ref in group.members):
            if not vocabulary().is_any(thing.entity.cls, FOUNDED) or ref.entity is thing.entity:
                continue
            if vocabulary().fits("establishedBy", thing.entity.cls, ref.entity.cls):
                yield Draft(
                    thing.entity, "establishedBy", ref.entity, hit.of("by")[0].id,
                    (("predicate", doer.start, hit.end), thing.span), "explicit",
                    modality=turn.modality(shadow, hit.start),
                )  # fmt: skip


@lru_cache(maxsize=1)
def _takes_part() -> re.Pattern[str]:
    """Words between further bodies and 的 that say they take part: 等53家单位|参与组建."""
    verb, tie = alternation("TakePart"), alternation("Attributive")
    return re.compile(f"(?:(?!{tie})[^,。;]){{0,14}}?{verb}")
