"""Standings: a thing, and a word that may say at which rung the thing stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.clause import Hit
from sources.draft import Draft
from sources.learned.scene import Item, Scene, kin
from sources.modality import (
    is_dated_ahead,
    is_future,
    is_past,
    is_past_plan,
    is_signed,
    is_unmet,
    opens_horizon,
)
from sources.rung import REACHED, reach

__all__ = ["Sight", "Standing", "see_standing", "standings", "step"]

#: How many clauses before the word a thing may be named of which the word speaks.
_REACH = 4
#: Most words of a stretch that are told one by one, and most that make a phrase.
_TOLD, _PHRASE = 10, 4
#: Classes of things that stand on no rung.
_NEVER = (
    *("Person", "Industry", "ResearchField", "Designation", "AdministrativeArea"),
    *("Country", "Strategy"),
)
#: Relations whose verbs bring things about.
_FOUNDING = ("establishedBy", "issuedBy")
_NUMBER = re.compile(r"[0-9.]+")


@dataclass(frozen=True, slots=True)
class Sight:
    """What is known of a sentence beside its words.

    ``published``: the date of the text; ``paragraph``: where its paragraph starts; ``ahead``:
    its heading puts it ahead; ``above``: the word by which a heading says how the rows below it
    stand; ``told``: what rules say of each thing anywhere in the text, by its name.
    """

    published: str | None = None
    paragraph: int = 0
    ahead: bool = False
    above: Hit | None = None
    told: dict[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Standing:
    """A thing, a word, and the rung at which the word may put the thing.

    ``turn`` is the index of the clause of the word; ``rank`` counts the things that stand nearer
    to it on the same side; ``usual``: it is what the word says if nothing speaks against it;
    ``draft``: what the rules say, if it is the same.
    """

    item: Item
    turn: int
    hit: Hit
    rung: str
    modality: str
    rank: int
    usual: bool
    draft: Draft | None = None

    @property
    def place(self) -> str:
        """Where the thing stands: absent, so many clauses earlier, or beside the word."""
        if self.item.group is None:
            return "absent"
        if self.item.turn != self.turn:
            return f"-{self.turn - self.item.turn}" if self.item.turn < self.turn else "later"
        if self.hit.end <= self.item.group.start:
            return "behind"
        return "before" if self.item.group.tail <= self.hit.start else "above"


def step(rung: str, modality: str) -> str:
    """A rung with its modality, as models call it.

    >>> step("completed", "asserted"), step("completed", "target")
    ('completed', 'completed/target')
    """
    return rung if modality == "asserted" else f"{rung}/{modality}"


def standings(scene: Scene, drafts: Sequence[Draft], sight: Sight) -> Iterator[Standing]:
    """Each word of a sentence that may say a rung with each thing; ``drafts``: what rules say."""
    left = {id(draft): draft for draft in drafts}
    for index, turn in enumerate(scene.turns):
        for hit in filter(_may_tell, turn.clause.hits):
            for item, rank in _things(scene, index, hit):
                said = [d for d in left.values() if d.subject is item.entity and _is_at(d, hit)]
                for rung, modality, usual in _steps(scene, index, hit, item, sight):
                    same = [d for d in said if (d.name, d.modality) == (rung, modality)]
                    for draft in same:
                        del left[id(draft)]
                    draft = same[0] if same else None
                    yield Standing(item, index, hit, rung, modality, rank, usual, draft)
    for draft in list(left.values()):
        yield from _other(scene, draft, sight)


def _other(scene: Scene, draft: Draft, sight: Sight) -> Iterator[Standing]:
    """What rules read in another way: by a heading, or from a verb with both its things."""
    for index, turn in enumerate(scene.turns):
        for hit in (*turn.clause.hits, *([sight.above] if sight.above else [])):
            if not _is_at(draft, hit):
                continue
            for item in (*reversed(scene.items), *scene.absent(index)):
                if item.entity is draft.subject:
                    yield Standing(item, index, hit, draft.name, draft.modality, 0, True, draft)
                    return


def _is_at(draft: Draft, hit: Hit) -> bool:
    _, start, end = draft.spans[0]
    return start <= hit.start and hit.end <= end


def _may_tell(hit: Hit) -> bool:
    return bool(hit.of("state")) or any(hit.says(relation) for relation in _FOUNDING)


def _things(scene: Scene, index: int, hit: Hit) -> Iterator[tuple[Item, int]]:
    """Each thing of which a word may speak, with how many stand nearer on its side."""
    seen: set[str] = set()
    behind = [i for i in scene.items if i.turn == index and i.start >= hit.end]
    before = [i for i in reversed(scene.items) if i.end <= hit.start and index - i.turn <= _REACH]
    for items in (before, behind, scene.absent(index)):
        rank = 0
        for item in items:
            if vocabulary().is_any(item.entity.cls, _NEVER):
                continue
            if item.entity.name not in seen:
                seen.add(item.entity.name)
                yield item, rank
            rank += 1


def _steps(
    scene: Scene, index: int, hit: Hit, item: Item, sight: Sight
) -> Iterator[tuple[str, str, bool]]:
    """The rungs at which a word may put a thing, with modality, the usual one first."""
    shadow, turn = scene.shadow, scene.turns[index]
    start = turn.clause.start
    before = item.group is not None and item.turn == index and item.group.tail <= hit.start
    lead = item.group.tail if before and item.group is not None else start
    ahead = is_future(shadow, start, hit.start) or sight.ahead
    ahead = ahead or opens_horizon(shadow, sight.paragraph, hit.start)
    seen: set[tuple[str, str]] = set()
    for cue in hit.of("state"):
        rung = cue.attributes.get("status", "")
        usual = reach(shadow, turn, hit, lead, rung, sight.published)
        others = [(rung, "target"), ("planned", "asserted")] if rung in REACHED else []
        for at, told in enumerate([usual, *(others if ahead or usual in others else [])]):
            if told not in seen:
                seen.add(told)
                yield (*told, at == 0)
    for cue in hit.cues:
        if cue.kind != "Trigger" or cue.signals not in _FOUNDING:
            continue
        rung = cue.attributes.get("status", "") or ("planned" if ahead else "")
        modality = turn.modality(shadow, hit.start)
        signed = is_signed(shadow, turn.sentence[0], hit.start)
        told = [rung, *(["planned"] if ahead else []), *(["signed"] if signed else [])]
        for at, name in enumerate(filter(None, told)):
            if (name, modality) not in seen:
                seen.add((name, modality))
                yield name, modality, at == 0


def see_standing(
    scene: Scene, standing: Standing, drafts: Sequence[Draft], held: Iterable[Draft], sight: Sight
) -> list[str]:
    """The features that tell whether a word puts a thing at a rung.

    ``drafts``: what rules say in the sentence; ``held``: what they would if others did not
    withhold it.
    """
    item, hit, place = standing.item, standing.hit, standing.place
    sort, said = kin(item.entity.cls), step(standing.rung, standing.modality)
    turn = scene.turns[standing.turn]
    about = any(subject.entity is item.entity for subject in turn.subjects)
    own = "none" if turn.own is None else "this" if turn.own is item.group else "other"
    rank = min(standing.rank, 3)
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
    features += _around(scene, standing, place, sort)
    features += _mood(scene, standing, sight, said, place)
    features += _ruled(standing, drafts, held, sight, said, sort)
    return features


def _words(scene: Scene, start: int, end: int) -> list[str]:
    return [_NUMBER.sub("0", word) for word in scene.between(start, end)]


def _around(scene: Scene, standing: Standing, place: str, sort: str) -> list[str]:
    """The words between the thing and the word, and on their other sides."""
    item, hit, clause = standing.item, standing.hit, scene.turns[standing.turn].clause
    features = []
    start, end = clause.start, hit.start
    if item.group is not None:
        group = item.group
        features += [f"gov={group.governor}|{place}", f"closed={group.closed}|{place}"]
        features += [f"list={min(len(group.members), 3)}|{item.end == group.end}|{place}"]
        before = _words(scene, scene.turns[item.turn].clause.start, group.start)
        features += [f"b={' '.join(before[-1:])}|{place}", f"b2={' '.join(before[-2:])}"]
        if place == "before":
            start = group.tail
        elif place == "behind":
            start, end = hit.end, group.start
            rest = _words(scene, group.tail, clause.end)
            features += [f"t={' '.join(rest[:1])}|{place}", f"t={' '.join(rest[:2])}|{place}"]
        elif place.startswith("-"):
            rest = _words(scene, group.tail, scene.turns[item.turn].clause.end)
            features += [f"t={' '.join(rest[:1])}|{place}", f"nt={min(len(rest), 4)}|{place}"]
    gap = _words(scene, start, end)
    features.append(f"n={min(len(gap), 8) // 2}|{place}")
    if len(gap) <= _TOLD:
        features += [f"w={word}|{place}" for word in gap]
    if len(gap) <= _PHRASE:
        features += [f"ph={' '.join(gap)}|{place}"]
    features += [f"w0={' '.join(gap[:1])}|{place}", f"w-1={' '.join(gap[-1:])}|{place}"]
    things = scene.within(start, end)
    features.append(f"i={min(len(things), 3)}|{place}")
    features += [f"i|{kin(thing.entity.cls)}|{sort}|{place}" for thing in things[:2]]
    hits = [one for one in scene.triggers(start, end) if one.end <= end]
    features.append(f"nh={min(len(hits), 2)}|{place}")
    features += [f"hb={said}|{place}" for one in hits[-1:] for said in scene.meanings(one)]
    rest = _words(scene, hit.end, clause.end)
    features.append(f"r={min(len(rest), 3)}|{place}")
    features += [f"r0={' '.join(rest[:1])}|{place}", f"r1={' '.join(rest[:2])}"]
    features.append(f"ri={min(len(scene.within(hit.end, clause.end)), 2)}|{place}")
    mark, opens = scene.shadow[clause.end : clause.end + 1], scene.shadow[clause.start - 1 :][:1]
    features += [f"mark={mark}|{place}", f"open={opens}|{place}"]
    return features


def _mood(
    scene: Scene, standing: Standing, sight: Sight, said: str, place: str
) -> list[str]:
    """Whether the deed is done, lies ahead, is denied or only supposed, and what comes next."""
    shadow, turn = scene.shadow, scene.turns[standing.turn]
    start, end = turn.clause.start, max(turn.clause.start, standing.hit.start)
    flags = {
        "mod": turn.modality(shadow, end),
        "unmet": is_unmet(shadow, start, end),
        "future": is_future(shadow, start, end),
        "past": is_past(shadow, start, end + 1),
        "once": is_past_plan(shadow, start, end),
        "dated": is_dated_ahead(shadow, start, end, sight.published),
        "time": pattern("TimeMark").search(shadow, start, end) is not None,
        "phase": pattern("PhaseWord").search(shadow, start, end) is not None,
        "ahead": sight.ahead or opens_horizon(shadow, sight.paragraph, end),
    }
    told = [f"{name}={value}" for name, value in flags.items() if value not in (False, "asserted")]
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
    here = [draft for draft in drafts if _is_at(draft, standing.hit)]
    mine = [step(d.name, d.modality) for d in here if d.subject is entity]
    rule = "other" if here else "none"
    if mine:
        rule = "this" if said in mine else "step"
    features += [f"rule={rule}", f"rule|{rule}|{place}", f"rule|{rule}|{said}"]
    features += [f"rule|{rule}|{sort}", f"rule|{rule}|{place}|{min(standing.rank, 3)}"]
    if standing.draft is not None:
        features += [f"cue={standing.draft.cue}", f"src={standing.draft.source}|{place}"]
    if any(d.subject is entity and _is_at(d, standing.hit) for d in held):
        features += ["held", f"held|{place}"]
    elsewhere = sight.told.get(entity.name, frozenset())
    features.append(f"told={said in elsewhere}|{rule}")
    features += [f"told|{one}|{said}" for one in sorted(elsewhere - set(mine) - {said})]
    return features
