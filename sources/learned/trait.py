"""Traits: all that may tell whether a word puts a thing at a rung."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence

from sources.draft import Draft
from sources.learned.scene import Item, Scene, kin
from sources.learned.standing import Sight, Standing, is_at, step

__all__ = ["see_standing"]

#: Most words of a stretch that are told one by one, and most that make a phrase.
_TOLD, _PHRASE = 10, 4
#: Marks that part a thing from what is told of it; how far in its sentence it opens it.
_MARKS, _OPENING = ":,—(|;。", 4


def see_standing(
    scene: Scene,
    standing: Standing,
    drafts: Sequence[Draft],
    held: Iterable[Draft],
    sight: Sight,
    told: Container[str] | None = None,
) -> list[str]:
    """The features that tell whether a word puts a thing at a rung.

    ``drafts``: what rules say in the sentence; ``held``: what they would if others did not
    withhold it. ``told``: the words of the clause that count; all if not given.
    """
    item, hit, place = standing.item, standing.hit, standing.place
    sort, said = kin(item.entity.cls), step(standing.rung, standing.modality)
    turn, rank = scene.turns[standing.turn], min(standing.rank, 3)
    about = any(subject.entity is item.entity for subject in turn.subjects)
    own = "none" if turn.own is None else "this" if turn.own is item.group else "other"
    form = scene.shadow[hit.start : hit.end]
    state = bool(hit.of("state"))
    features = [
        *(f"p={place}", f"p|{place}|{sort}", f"p|{place}|{rank}", f"p|{place}|{state}|{rank}"),
        *(f"k={sort}", f"k|{sort}|{standing.rung}", f"c={item.entity.cls}", f"s={said}"),
        *(f"s|{said}|{sort}", f"s|{said}|{place}", f"s|{said}|{standing.usual}|{state}"),
        *(f"about={about}|{place}", f"own={own}|{place}|{about}", f"how={item.how}|{place}"),
        *(f"m={scene.memory.weight(item.entity.name)}|{item.group is None}", f"h~{form}"),
        *(f"h~{form}|{standing.rung}", f"h~{form}|{sort}", f"h~{form}|{place}"),
    ]
    for meaning in scene.meanings(hit):
        features += [f"h={meaning}", f"h|{meaning}|{place}", f"h|{meaning}|{place}|{rank}"]
    for word in sorted(set(scene.plain(turn.clause.start, turn.clause.end))):
        if told is None or word in told:
            features += [f"u={word}", f"u|{word}|{standing.rung}"]
    rivals = len([one for one in turn.clause.hits if one.of("state") and one is not hit])
    features += [f"rivals={min(rivals, 2)}|{state}|{place}"]
    features += _around(scene, standing, place, sort)
    features += _lead(scene, standing, sight, said)
    features += _mood(scene, standing, said, place)
    features += _ruled(standing, drafts, held, sight, said, sort)
    return features


def _lead(scene: Scene, standing: Standing, sight: Sight, said: str) -> list[str]:
    """Whether the thing opens its sentence or paragraph, and what mark stands behind it."""
    item, place, shadow = standing.item, standing.place, scene.shadow
    if item.group is None:
        told = "before" if item.start < sight.paragraph else "open"
        if told == "open" and any(scene.memory.between(sight.paragraph, item.start)):
            told = "in"
        return [f"ab={told}|{item.how}", f"ab|{told}|{said}"]
    tail = item.group.tail
    mark = shadow[tail : tail + 1] if shadow[tail : tail + 1] in _MARKS else ""
    first = item is scene.items[0]
    opens = first and item.start - scene.turns[0].sentence[0] <= _OPENING
    many = len(item.group.members) > 1
    where = f"{first}{opens}|{mark}"
    return [f"ld={where}|{place}", f"ld|{where}|{said}", f"ld|{mark}|{many}|{place}"]


def _around(scene: Scene, standing: Standing, place: str, sort: str) -> list[str]:
    """The words between the thing and the word, and behind the word."""
    hit, clause = standing.hit, scene.turns[standing.turn].clause
    start, end = _stretch(standing, clause.start)
    gap = scene.plain(start, end)
    features = _beside(scene, standing.item, clause.end, place)
    features.append(f"n={min(len(gap), 8) // 2}|{place}")
    features += [f"w={word}|{place}" for word in (gap if len(gap) <= _TOLD else [])]
    if len(gap) <= _PHRASE:
        features.append(f"ph={' '.join(gap)}|{place}")
    features += [f"w0={' '.join(gap[:1])}|{place}", f"w-1={' '.join(gap[-1:])}|{place}"]
    things = scene.within(start, end)
    features.append(f"i={min(len(things), 3)}|{place}")
    features += [f"i|{kin(thing.entity.cls)}|{sort}|{place}" for thing in things[:2]]
    hits = [one for one in scene.triggers(start, end) if one.end <= end]
    features.append(f"nh={min(len(hits), 2)}|{place}")
    features += [f"hb={said}|{place}" for one in hits[-1:] for said in scene.meanings(one)]
    rest = scene.plain(hit.end, clause.end)
    features.append(f"r={min(len(rest), 3)}|{place}")
    features += [f"r0={' '.join(rest[:1])}|{place}", f"r1={' '.join(rest[:2])}"]
    features.append(f"ri={min(len(scene.within(hit.end, clause.end)), 2)}|{place}")
    mark, opens = scene.shadow[clause.end : clause.end + 1], scene.shadow[clause.start - 1 :][:1]
    return [*features, f"mark={mark}|{place}", f"open={opens}|{place}"]


def _stretch(standing: Standing, start: int) -> tuple[int, int]:
    """What lies between the thing and the word in its clause, which starts at ``start``."""
    group, place = standing.item.group, standing.place
    if group is not None and place == "before":
        return group.tail, standing.hit.start
    if group is not None and place == "behind":
        return standing.hit.end, group.start
    return start, standing.hit.start


def _beside(scene: Scene, item: Item, end: int, place: str) -> list[str]:
    """The words on both sides of a thing that is named; ``end`` is where its clause ends."""
    group = item.group
    if group is None:
        return []
    clause = scene.turns[item.turn].clause
    before = scene.plain(clause.start, group.start)
    features = [f"gov={group.governor}|{place}", f"closed={group.closed}|{place}"]
    features += [f"list={min(len(group.members), 3)}|{item.end == group.end}|{place}"]
    features += [f"b={' '.join(before[-1:])}|{place}", f"b2={' '.join(before[-2:])}"]
    rest = scene.plain(group.tail, end if place == "behind" else clause.end)
    if place == "behind":
        features += [f"t={' '.join(rest[:1])}|{place}", f"t={' '.join(rest[:2])}|{place}"]
    elif place.startswith("-"):
        features += [f"t={' '.join(rest[:1])}|{place}", f"nt={min(len(rest), 4)}|{place}"]
    return features


def _mood(scene: Scene, standing: Standing, said: str, place: str) -> list[str]:
    """How the clause puts the deed, and what the clauses beside it say."""
    told = standing.mood
    mood = ",".join(told) or "plain"
    features = [f"f|{one}|{said}" for one in told or ["plain"]]
    features += [f"f|{one}" for one in told] + [f"mood={mood}", f"mood={mood}|{said}"]
    features += [f"f|{one}|{place}" for one in told]
    for name, index in (("nx", standing.turn + 1), ("pv", standing.turn - 1)):
        if 0 <= index < len(scene.turns):
            hits = [hit for hit in scene.turns[index].clause.hits if hit.of("state")]
            rungs = {cue.attributes.get("status", "") for hit in hits for cue in hit.of("state")}
            features += [f"{name}={rung}|{standing.rung}" for rung in sorted(rungs)]
    return features


def _ruled(
    standing: Standing,
    drafts: Sequence[Draft],
    held: Iterable[Draft],
    sight: Sight,
    said: str,
    sort: str,
) -> list[str]:
    """What rules say here, of the thing and of others, and of the thing elsewhere."""
    entity, place = standing.item.entity, standing.place
    features = []
    here = [draft for draft in drafts if is_at(draft, standing.hit)]
    mine = [step(d.name, d.modality) for d in here if d.subject is entity]
    rule = "other" if here else "none"
    if mine:
        rule = "this" if said in mine else "step"
    features += [f"rule={rule}", f"rule|{rule}|{place}", f"rule|{rule}|{said}"]
    features += [f"rule|{rule}|{sort}", f"rule|{rule}|{place}|{min(standing.rank, 3)}"]
    if standing.draft is not None:
        features += [f"cue={standing.draft.cue}", f"src={standing.draft.source}|{place}"]
    if any(d.subject is entity and is_at(d, standing.hit) for d in held):
        features += ["held", f"held|{place}"]
    elsewhere = sight.told.get(entity.name, frozenset())
    features.append(f"told={said in elsewhere}|{rule}")
    features += [f"told|{one}|{said}" for one in sorted(elsewhere - set(mine) - {said})]
    return features
