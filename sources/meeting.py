"""Meetings: who come together in a clause, and whom 双方 after it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ontology.lexicon import Cue, load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.draft import Subject
from sources.protagonist import BODIES, fade
from sources.turn import Turn

__all__ = ["meet", "opens", "sides"]

#: Who can have partners.
_PARTNERS = (*BODIES, "Platform")
#: Most partners that 双方, 三方 may stand for.
_MOST = 3
#: … and fewest.
_FEWEST = 2
#: First letters of the tags of times and numbers, which a clause may open with.
_TIMES = frozenset("tmqxw")
#: How many words of time may stand before 双方.
_LEAD = 6


def meet(clause: Clause, subjects: Sequence[Subject], own: Group | None) -> tuple[Subject, ...]:
    """Those who meet in the clause: its subject with 与 A, the members of a list, two bodies."""
    lexicon = load_lexicon()
    joined = [g for g in clause.groups if g.governor in lexicon.forms("Comitative")]
    doing = [g for g in clause.groups if g.governor in lexicon.forms("DoerMarker")]
    if doing and not joined and len(doing[0].members) > 1:
        found = _members(doing[:1])  # 甲院由乙大学和丙公司创办
    elif joined and subjects:
        found = (*subjects, *_members(joined))
    elif own is not None and len(own.members) > 1:
        found = tuple(subjects)
    else:
        found = _named(clause)
    bodies = _bodies(found)
    return bodies if 1 < len(bodies) <= _MOST else ()


def sides(
    clause: Clause, pair: tuple[Subject, ...], said: Sequence[Turn], start: tuple[Subject, ...]
) -> tuple[Subject, ...]:
    """Whom the clause means that opens with 双方; nobody when it does not.

    ``pair`` are those who met last, ``said`` the clauses of the sentence before it and ``start``
    whom the sentence opens about: where it has named but one, they are its two sides
    (走得最近的是甲大学, 双方共建…).
    """
    cue = _opening(clause)
    if cue is None:
        return pair if _is_of_both(clause, pair, said) else ()
    named = _bodies([subject for turn in said for subject in _named(turn.clause)])
    met = any(meet(turn.clause, turn.subjects, turn.own) for turn in said)
    topic = _bodies(start)
    lone = len(named) == 1 and len(topic) == 1 and topic[0].entity is not named[0].entity
    both = (fade(topic[0]), named[0]) if lone and not met else pair
    count = int(cue.attributes.get("count", len(both)))
    if count not in (0, len(both)) and len(named) == count and _is_each_told(named, said):
        return tuple(named)  # 甲集团出资金, 乙大学出技术, 双方共建丙院
    return both if count == len(both) else ()


def _is_each_told(bodies: Sequence[Subject], said: Sequence[Turn]) -> bool:
    """Has each a clause of its own in the sentence?"""
    told = {turn.subjects[0].entity.name for turn in said if turn.own and len(turn.subjects) == 1}
    return all(body.entity.name in told for body in bodies)


def _is_of_both(clause: Clause, pair: tuple[Subject, ...], said: Sequence[Turn]) -> bool:
    """Is it a deed of the pair, each of whom has just had a clause (甲出资, 乙派人, 合建丙院)?"""
    hit = clause.hits[0] if clause.hits else None
    if hit is None or len(pair) < _FEWEST or not hit.of("with") or not hit.says("establishedBy"):
        return False
    if any(group.start < hit.start for group in clause.groups):
        return False
    return len(said) >= len(pair) and _is_each_told(pair, said[-len(pair) :])


def opens(clause: Clause) -> bool:
    """Does the clause open with 双方 or 三方, whoever they are?"""
    return _opening(clause) is not None


@lru_cache(maxsize=1)
def _words() -> dict[str, Cue]:
    return {cue.form: cue for cue in load_lexicon().cues("BothSides")}


def _opening(clause: Clause) -> Cue | None:
    """双方, if it is the first word of the clause that is no time and no mark."""
    tokens = clause.tokens
    for index, token in enumerate(tokens[:_LEAD]):
        for width in (1, 2):
            cue = _words().get("".join(word.text for word in tokens[index : index + width]))
            if cue is not None:
                after = tokens[index + width : index + width + 1]
                described = after and after[0].pos[0] == "n"
                return None if cue.attributes.get("alone") == "true" and described else cue
        if token.pos[0] not in _TIMES:
            return None
    return None


def _named(clause: Clause) -> tuple[Subject, ...]:
    """Whom the clause names, but not as a place (在甲市) or whose something is (甲市的展会)."""
    places = load_lexicon().forms("Locative")
    named = [g for g in clause.groups if g.governor not in places and not g.inner]
    return _members([g for g in named if not _only_owns(clause, g)])


def _only_owns(clause: Clause, group: Group) -> bool:
    """Is it an area with 的 behind it?"""
    area = vocabulary().is_a(group.members[-1].entity.cls, "Place")
    ties = load_lexicon().forms("Attributive")
    return area and any(t.start == group.tail and t.text in ties for t in clause.tokens)


def _members(groups: Sequence[Group]) -> tuple[Subject, ...]:
    return tuple(Subject.of(ref) for group in groups for ref in group.members)


def _bodies(subjects: Sequence[Subject]) -> tuple[Subject, ...]:
    found = {s.entity.name: s for s in subjects if vocabulary().is_any(s.entity.cls, _PARTNERS)}
    return tuple(found.values())
