"""Pairs: two things named in one sentence, and all that may tell how they relate."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Draft
from sources.learned.scene import Item, Scene, kin
from sources.turn import Turn

__all__ = ["Pair", "pairs", "see_pair"]

#: How far two things of a pair may stand apart, in characters.
_REACH = 160
#: From how many clauses on two things are tied only by a verb.
_FAR = 2
#: Most words between two things that are told one by one, and as one phrase.
_TOLD, _PHRASE = 14, 5
#: From how many words on a distance is told as the next step.
_STEPS = (1, 3, 6, 12)


# Not frozen: many are made of every text, and a frozen one takes four times as long to make.
@dataclass(slots=True)
class Pair:
    """Two things, ``left`` before ``right``, and what the rules say of them.

    ``said``: drafts with the direction, ``>`` when ``left`` is the subject.
    """

    left: Item
    right: Item
    said: tuple[tuple[str, Draft], ...]


def pairs(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Pair]:
    """All pairs of a sentence whose classes some relation may join."""
    said: dict[tuple[str, str], list[Draft]] = {}
    for draft in drafts:
        if draft.object is not None and draft.predicate in vocabulary().relations:
            said.setdefault((draft.subject.name, draft.object.name), []).append(draft)
    founds = any(map(_takes_person, scene.hits))
    for position, right in enumerate(scene.items):
        here = [item for item in scene.items[:position] if right.start - item.end <= _REACH]
        here += scene.absent(right.turn)
        for left in here:
            one, other = left.entity, right.entity
            if one is other or not _may_relate(one.cls, other.cls):
                continue
            forth = [(">", draft) for draft in said.get((one.name, other.name), ())]
            back = [("<", draft) for draft in said.get((other.name, one.name), ())]
            person = not founds and "Person" in (one.cls, other.cls)
            if forth or back or not (person or _is_unsaid(scene, left, right)):
                yield Pair(left, right, (*forth, *back))


def _takes_person(hit: Hit) -> bool:
    """Is it a verb of what persons do with things: found them, join them?"""
    return hit.says("establishedBy") or hit.says("memberOf")


def _is_unsaid(scene: Scene, left: Item, right: Item) -> bool:
    """Are the two far from each other with no verb that may tie them?"""
    near = left.group is not None and right.turn - left.turn < _FAR
    return not near and not scene.turns[right.turn].clause.hits


@cache
def _may_relate(one: str, other: str) -> bool:
    words = vocabulary()
    return any(
        words.fits(relation, one, other) or words.fits(relation, other, one)
        for relation in words.relations
    )


def see_pair(scene: Scene, pair: Pair, told: Container[str] | None = None) -> list[str]:
    """The features that tell how the two things of a pair relate.

    ``told``: the words between them that count one by one; all if not given.
    """
    left, right = pair.left, pair.right
    ends = f"{kin(left.entity.cls)}|{kin(right.entity.cls)}"
    turn = scene.turns[right.turn]
    group = _group(right)
    together = left.group is group
    start = _behind(left, turn.clause, together)
    end = right.start if together else group.start
    governor = "" if together else group.governor
    features = [f"b={ends}", f"c={left.entity.cls}|{right.entity.cls}", f"how={left.how}"]
    features += _ends(left, right)
    weight = scene.memory.weight(left.entity.name)
    features += [f"m={weight}|{left.how}", f"m={weight}|{left.group is None}|{ends}"]
    features += _positions(scene, left, right, turn, ends)
    features += [f"gr={governor}", f"gr|{governor}|{kin(right.entity.cls)}"]
    features += _stretch(scene, start, end, ends, told)
    triggers = scene.triggers(start, end)
    features += _before(scene, triggers, ends, governor, right.turn - left.turn)
    features += _behind_right(scene, group, turn.clause, ends, governor, len(triggers))
    features += _beside(scene, left, group, ends)
    for direction, draft in pair.said:
        features += [
            f"rule={draft.predicate}{direction}",
            f"rule|{draft.predicate}{direction}|{draft.cue}",
        ]
    return features


def _group(item: Item) -> Group:
    assert item.group is not None, "only left items may be absent"
    return item.group


def _ends(left: Item, right: Item) -> list[str]:
    return [f"L={kin(left.entity.cls)}", f"R={kin(right.entity.cls)}"]


def _behind(left: Item, clause: Clause, together: bool) -> int:
    """Where the stretch between the two begins."""
    if left.group is None:
        return clause.start
    return left.end if together else left.group.tail


def _positions(scene: Scene, left: Item, right: Item, turn: Turn, ends: str) -> list[str]:
    """Which of the two is the subject of its clause, and how many clauses lie between."""
    found = []
    group = _group(right)
    if left.group is None:
        found += ["absent", f"absent|{ends}", f"absent|{left.how}|{ends}"]
        found.append(f"absent|own={turn.own is not None}|{left.how[:-1]}|{turn.own is group}")
    else:
        apart = min(right.turn - left.turn, 3)
        found.append(f"d={apart}")
        if left.group is scene.turns[left.turn].own:
            found.append("L-own")
        if turn.own is not None and left.group is turn.own:
            found.append("L-own-R")
        about = any(subject.entity is left.entity for subject in turn.subjects)
        found += ["L-subject", f"L-subject|{ends}"] if about else [f"L-other|{min(apart, 2)}"]
        found += [f"gl={left.group.governor}", f"gl|{left.group.governor}|{ends}"]
    if turn.own is group:
        found += ["R-own", f"R-own|{ends}"]
    if left.group is group:
        found += ["list", f"list|{ends}"]
    return found


def _stretch(
    scene: Scene, start: int, end: int, ends: str, told: Container[str] | None
) -> list[str]:
    """The words between the two, and the things among them."""
    words = scene.between(start, end)
    found = [f"n={sum(len(words) >= step for step in _STEPS)}"]
    if len(words) <= _TOLD:
        counting = words if told is None else [word for word in words if word in told]
        found += [f"w={word}" for word in counting]
        found += [f"w|{word}|{ends}" for word in sorted(set(counting))]
    if len(words) <= _PHRASE:
        phrase = " ".join(words)
        found += [f"ph={phrase}", f"ph|{phrase}|{ends}"]
    if words:
        found += [f"w0={words[0]}", f"w-1={words[-1]}", f"w-1|{words[-1]}|{ends}"]
        found.append(f"w-2={' '.join(words[-2:])}")
    things = scene.within(start, end)
    inner = {kin(item.entity.cls) for item in things}
    found.append(f"ni={min(len(things), 3)}")
    found += [f"i={cls}" for cls in sorted(inner)]
    found += [f"i-{side}" for side, cls in zip("LR", ends.split("|"), strict=True) if cls in inner]
    return found


def _relations(hit: Hit) -> list[str]:
    return sorted({cue.signals or cue.attributes.get("pattern", "") for cue in hit.cues})


def _before(scene: Scene, hits: list[Hit], ends: str, governor: str, apart: int) -> list[str]:
    """The triggers between the two."""
    found = [f"nh={min(len(hits), 3)}"]
    if not hits:
        return found
    last = hits[-1]
    for said in scene.meanings(last):
        found += [f"hl={said}", f"hl|{said}|{ends}", f"hl|{said}|{governor}"]
        found.append(f"hl|{said}|{min(apart, 2)}")
    found.append(f"hl~{scene.shadow[last.start : last.end]}|{ends}")
    if len(hits) > 1:
        found += [f"hf={said}" for said in _relations(hits[0])]
        found += [f"hm={said}|{ends}" for hit in hits[:-1] for said in _relations(hit)]
    return found


def _behind_right(
    scene: Scene, group: Group, clause: Clause, ends: str, governor: str, before: int
) -> list[str]:
    """The first trigger behind the right thing in its clause."""
    hit = next((hit for hit in clause.hits if hit.start >= group.tail), None)
    if hit is None:
        return ["ha"]
    things = min(len(scene.within(group.tail, hit.start)), 2)
    found = []
    for said in scene.meanings(hit):
        found += [f"ha={said}", f"ha|{said}|{ends}", f"ha|{said}|{governor}|{things}"]
        found.append(f"ha|{said}|{min(before, 1)}|{ends}")
    found.append(f"ha~{scene.shadow[hit.start : hit.end]}|{governor}|{ends.split('|')[1]}")
    return found


def _beside(scene: Scene, left: Item, group: Group, ends: str) -> list[str]:
    """The words right behind the pair and right before it."""
    one, other = ends.split("|")
    behind = scene.word_from(group.tail)
    found = [f"+1={scene.shadow[group.tail : group.tail + 1]}"]
    if behind is not None:
        found += [f"+t={behind.text}", f"+t|{behind.text}|{ends}"]
    if group.closed:
        found.append("closed")
    if left.group is not None:
        before = scene.word_until(left.group.start)
        if before is not None:
            found += [f"-t={before.text}", f"-t|{before.text}|{one}"]
        hit = _last_hit(scene.turns[left.turn].clause.hits, left.group.start)
        if hit is not None:
            found += [f"hp={said}" for said in scene.meanings(hit)]
    return found


def _last_hit(hits: list[Hit], at: int) -> Hit | None:
    return next((hit for hit in reversed(hits) if hit.end <= at), None)
