"""The ladder: at which rung each thing of a sentence stands, weighed with what rules say of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Hit
from sources.draft import Draft
from sources.learned.linear import Linear
from sources.learned.scene import Item, Scene, kin
from sources.modality import is_future, is_past, is_signed, is_unmet, opens_horizon
from sources.status import modality_at
from sources.subject import Turn

__all__ = ["Standing", "climb", "said_rungs", "see_standing", "standings"]

#: A rung that no rule says must be this likely, and one that a rule says at least that.
_SURE, _DOUBT = 0.5, 0.2
#: Classes of things that can stand at a rung.
_STANDING = (
    *("Platform", "Zone", "Park", "Project", "Organization", "Fund", "Alliance", "Policy"),
    *("FinancialProduct", "Region"),
)
#: … and of those that a row of a list can be about.
_ROWS = ("Platform", "Park", "Project", "ResearchInstitute", "Fund", "Alliance")
#: Most words between a thing and the word for its rung that are told one by one, and as a phrase.
_TOLD, _PHRASE = 10, 4


@dataclass(frozen=True, slots=True)
class Standing:
    """A thing of a sentence that may stand at some rung, and what the rules say of it."""

    item: Item
    said: tuple[Draft, ...]


def standings(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Standing]:
    """The things of a sentence that may stand at a rung: named ones, then those spoken about."""
    if not drafts and not any(map(_tells, scene.hits)):
        if scene.row and scene.heading and scene.items:
            item = scene.items[0]
            if vocabulary().is_any(item.entity.cls, _ROWS):
                yield Standing(item, ())
        return
    named = {item.entity.name for item in scene.items}
    absent = [
        item
        for index, turn in enumerate(scene.turns)
        if any(map(_rungs, turn.clause.hits))
        for item in scene.absent(index)
        if item.entity.name not in named
    ]
    for item in (*scene.items, *absent):
        if vocabulary().is_any(item.entity.cls, _STANDING):
            said = tuple(d for d in drafts if d.subject is item.entity)
            yield Standing(item, said)


def climb(scene: Scene, drafts: Sequence[Draft], model: Linear) -> Iterator[Draft]:
    """The statuses of one sentence as the model decides: rules confirmed, refused, or added to."""
    chances: dict[tuple[str, str], tuple[float, Item]] = {}
    for standing in standings(scene, drafts):
        item = standing.item
        features = see_standing(scene, standing, drafts)
        for rung, chance in model.likely(features, 0.02):
            key = (item.entity.name, rung)
            if chance > chances.get(key, (0.0, item))[0]:
                chances[key] = (chance, item)
    ruled = set()
    for draft in drafts:
        chance = chances.get((draft.subject.name, draft.name), (0.0, None))[0]
        ruled.add((draft.subject.name, draft.name))
        if chance >= _DOUBT or draft.name not in model.labels:
            yield replace(draft, chance=chance)
    for (name, rung), (chance, item) in chances.items():
        if chance >= _SURE and (name, rung) not in ruled:
            yield _draft(scene, item, rung, chance)


def _draft(scene: Scene, item: Item, rung: str, chance: float) -> Draft:
    turn = scene.turns[item.turn]
    hits = [hit for hit in scene.hits if rung in _rungs(hit)] or list(scene.hits)
    near = min(hits, key=lambda hit: (abs(hit.start - item.start), hit.start), default=None)
    start, end = (near.start, near.end) if near else (item.start, item.end)
    modality = modality_at(scene.shadow, turn, start)
    spans = (("predicate", start, end), item.subject.span)
    return Draft(
        item.entity, "hasStatus", None, f"learned/{rung}", spans, item.subject.source,
        name=rung, modality=modality, chance=chance,
    )  # fmt: skip


def _rungs(hit: Hit) -> tuple[str, ...]:
    """The rungs that a trigger may say, each with the pattern of its cue."""
    found = {
        cue.attributes["status"]: cue.attributes.get("pattern", "")
        for cue in hit.cues
        if cue.attributes.get("status")
    }
    return tuple(sorted(found))


def _tells(hit: Hit) -> bool:
    """May the trigger say of something at which rung it stands?"""
    return bool(_rungs(hit)) or hit.says("establishedBy") or hit.says("issuedBy")


def said_rungs(scene: Scene) -> frozenset[str]:
    """The rungs of which the sentence has words."""
    return frozenset(rung for hit in scene.hits for rung in _rungs(hit))


def _meanings(hit: Hit) -> list[str]:
    found = {
        f"{cue.attributes['status']}/{cue.attributes.get('pattern', '')}"
        for cue in hit.cues
        if cue.attributes.get("status")
    }
    return sorted(found) or ["-"]


def see_standing(scene: Scene, standing: Standing, drafts: Sequence[Draft]) -> list[str]:
    """The features that tell at which rung a thing stands."""
    item = standing.item
    sort, turn = kin(item.entity.cls), scene.turns[item.turn]
    features = [f"k={sort}", f"c={item.entity.cls}", f"how={item.how}"]
    for draft in standing.said:
        features += [f"rule={draft.name}", f"rule={draft.name}|{draft.cue}"]
        features.append(f"rule={draft.name}|{sort}")
    if not standing.said:
        features.append("rule=")
        features += [f"other={name}" for name in sorted({draft.name for draft in drafts})]
    features += _marks(scene, turn, item)
    weight = scene.memory.weight(item.entity.name)
    features += [f"M={weight}|{item.how}", f"M={weight}|{sort}"]
    if item.group is None:
        features += _absent(scene, turn, item, sort)
    else:
        features += _place(turn, item, sort)
        features += _ahead(scene, turn, item, sort)
        features += _back(scene, turn, item, sort)
        features += _around(scene, item, sort)
    return features


def _marks(scene: Scene, turn: Turn, item: Item) -> Iterator[str]:
    """Words of time and doubt in the clause of the thing."""
    shadow, clause = scene.shadow, turn.clause
    start = item.end if item.group is not None else clause.start
    for name, test in (("f", is_future), ("p", is_past), ("u", is_unmet), ("s", is_signed)):
        if test(shadow, clause.start, clause.end):
            yield f"m={name}"
        if item.group is not None and test(shadow, start, clause.end):
            yield f"m+={name}"
        if test(shadow, turn.sentence[0], clause.start):
            yield f"m-={name}"
    if pattern("PhaseWord").search(shadow, start, clause.end):
        yield "m=phase"
    if opens_horizon(shadow, turn.sentence[0], clause.end):
        yield "m=h"


def _place(turn: Turn, item: Item, sort: str) -> Iterator[str]:
    """Where in its clause the thing stands."""
    group = item.group
    assert group is not None, "only things named in the sentence"
    about = any(subject.entity is item.entity for subject in turn.subjects)
    yield f"own={turn.own is group}|{about}"
    yield f"own={turn.own is group}|{about}|{sort}"
    yield f"g={group.governor}"
    yield f"g={group.governor}|{sort}"
    yield f"list={min(len(group.members), 3)}|{item.entity is group.members[-1].entity}"


def _between(scene: Scene, start: int, end: int, way: str, told: str) -> Iterator[str]:
    words = scene.between(start, end)
    things = scene.within(start, end)
    yield f"{way}n={min(len(words), 12) // 2}"
    yield f"{way}i={min(len(things), 3)}|{told}"
    if len(words) <= _PHRASE:
        yield f"{way}ph={' '.join(words)}"
        yield f"{way}ph={' '.join(words)}|{told}"
    if len(words) <= _TOLD:
        yield from (f"{way}w={word}" for word in words)
    if words:
        yield f"{way}w0={words[0]}|{told}"
        yield f"{way}w-1={words[-1]}|{told}"
    for thing in things:
        yield f"{way}k={kin(thing.entity.cls)}|{told}"


def _ahead(scene: Scene, turn: Turn, item: Item, sort: str) -> Iterator[str]:
    """The first words for a rung behind the thing: in its clause, or in those that follow."""
    group = item.group
    assert group is not None, "only things named in the sentence"
    shadow, clause = scene.shadow, turn.clause
    hits = [hit for hit in clause.hits if hit.start >= group.tail]
    hit = next((hit for hit in hits if _rungs(hit)), None)
    if hits and hits[0] is not hit:
        yield f"a0~{shadow[hits[0].start : hits[0].end]}"
    if hit is None:
        yield "a="
        yield from _next(scene, item, sort)
        return
    dated = scene.is_ahead(clause.start, hit.start)
    future = is_future(shadow, clause.start, hit.start)
    ends = clause.end - hit.end <= 3
    last = hit is clause.hits[-1]
    for told in _meanings(hit):
        yield from (f"a={told}", f"a={told}|{sort}", f"a={told}|{turn.own is group}")
        yield from (f"a={told}|f={future}|d={dated}", f"a={told}|{ends}|{last}")
        yield from _between(scene, group.tail, hit.start, "a", told)
    yield f"a~{shadow[hit.start : hit.end]}"
    yield f"a~{shadow[hit.start : hit.end]}|{sort}"
    yield f"a~{shadow[hit.start : hit.end]}|{shadow[hit.end : hit.end + 1]}"


def _next(scene: Scene, item: Item, sort: str) -> Iterator[str]:
    """The first word for a rung in the clauses behind that of the thing."""
    for index in range(item.turn + 1, len(scene.turns)):
        turn = scene.turns[index]
        hit = next((hit for hit in turn.clause.hits if _rungs(hit)), None)
        if hit is None:
            continue
        apart = min(index - item.turn, 3)
        about = any(subject.entity is item.entity for subject in turn.subjects)
        own = "none" if turn.own is None else "same" if about else "other"
        before = any(group.end <= hit.start for group in turn.clause.groups)
        for told in _meanings(hit):
            yield from (f"n={told}|{apart}", f"n={told}|{apart}|{own}", f"n={told}|{own}|{before}")
            yield f"n={told}|{own}|{sort}"
        yield f"n~{scene.shadow[hit.start : hit.end]}|{own}"
        return
    yield "n="


def _back(scene: Scene, turn: Turn, item: Item, sort: str) -> Iterator[str]:
    """The last word for a rung before the thing: in its clause, or in those before."""
    group = item.group
    assert group is not None, "only things named in the sentence"
    shadow = scene.shadow
    hits = [hit for hit in turn.clause.hits if hit.end <= group.start]
    if hits:
        yield f"b0~{shadow[hits[-1].start : hits[-1].end]}|{sort}"
    hit = next((hit for hit in reversed(hits) if _rungs(hit)), None)
    if hit is None:
        yield "b="
        yield from _before(scene, item)
        return
    dated = scene.is_ahead(turn.clause.start, hit.start)
    future = is_future(shadow, turn.clause.start, hit.start)
    for told in _meanings(hit):
        yield from (f"b={told}", f"b={told}|{sort}", f"b={told}|{group.governor}")
        yield from (f"b={told}|f={future}|d={dated}", f"b={told}|{hit is hits[-1]}")
        yield from _between(scene, hit.end, group.start, "b", told)
    yield f"b~{shadow[hit.start : hit.end]}"
    yield f"b~{shadow[hit.start : hit.end]}|{sort}"


def _before(scene: Scene, item: Item) -> Iterator[str]:
    """The last word for a rung in the clauses before that of the thing."""
    for index in range(item.turn - 1, -1, -1):
        hit = next((h for h in reversed(scene.turns[index].clause.hits) if _rungs(h)), None)
        if hit is not None:
            for told in _meanings(hit):
                yield f"p={told}|{min(item.turn - index, 3)}"
            return


def _around(scene: Scene, item: Item, sort: str) -> Iterator[str]:
    """The words right before and behind the thing."""
    group = item.group
    assert group is not None, "only things named in the sentence"
    shadow = scene.shadow
    behind = scene.words_from(group.tail, 2)
    before = scene.words_to(group.start, 2)
    yield f"+1={shadow[group.tail : group.tail + 1]}"
    for at, word in enumerate(behind):
        yield f"+t{at}={word}"
        yield f"+t{at}={word}|{sort}"
    for at, word in enumerate(before):
        yield f"-t{at}={word}"
        yield f"-t{at}={word}|{sort}"
    first = item is scene.items[0] and scene.row
    alone = not any(map(_rungs, scene.hits))
    for told in scene.heading:
        yield f"{told}|{sort}"
        yield f"{told}|{first}|{alone}"
        yield f"{told}|{first}|{sort}"


def _absent(scene: Scene, turn: Turn, item: Item, sort: str) -> Iterator[str]:
    """The words for rungs of a clause that is about the thing without naming it."""
    clause: Clause = turn.clause
    shadow = scene.shadow
    own = "none" if turn.own is None else "other"
    groups = min(len(clause.groups), 2)
    for hit in clause.hits:
        before = any(group.end <= hit.start for group in clause.groups)
        ends = clause.end - hit.end <= 3
        dated = scene.is_ahead(clause.start, hit.start)
        future = is_future(shadow, clause.start, hit.start)
        for told in _meanings(hit):
            if told == "-":
                continue
            yield from (f"x={told}|{own}|{before}|{ends}", f"x={told}|{item.how}|{sort}")
            yield from (f"x={told}|{own}|{groups}|{item.how}", f"x={told}|f={future}|d={dated}")
        yield f"x~{shadow[hit.start : hit.end]}|{own}"
