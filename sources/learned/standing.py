"""Standings: a thing, and a word that may say at which rung the thing stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Hit, Word
from sources.dating import is_dated_ahead
from sources.draft import Draft
from sources.learned.scene import Item, Scene
from sources.modality import (
    is_future,
    is_past,
    is_past_plan,
    is_signed,
    is_supposed,
    is_unmet,
    opens_horizon,
)
from sources.rung import REACHED, reach

__all__ = ["Sight", "Standing", "is_at", "standings", "step"]

#: How many clauses before the word a thing may be named of which the word speaks.
_REACH = 4
#: Classes of things that stand on no rung.
_NEVER = (
    *("Person", "Industry", "ResearchField", "Designation", "AdministrativeArea"),
    *("Country", "Strategy"),
)
#: Relations whose verbs bring things about.
_FOUNDING = ("establishedBy", "issuedBy")
#: Moods of what has not happened yet.
_AHEAD = frozenset({"future=True", "ahead=True"})

#: A rung, its modality, and whether it is the usual one.
_Step = tuple[str, str, bool]


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


# Not frozen: many are made of every text, and a frozen one takes four times as long to make.
@dataclass(slots=True)
class Standing:
    """A thing, a word, and the rung at which the word may put the thing.

    ``turn`` is the index of the clause of the word; ``mood`` is how the clause puts its deed;
    ``rank`` counts the things that stand nearer to the word on the same side; ``usual``: it is
    what the word says if nothing speaks against it; ``draft``: what the rules say, if it is the
    same.
    """

    item: Item
    turn: int
    hit: Hit
    mood: tuple[str, ...]
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
    items = [item for item in scene.items if _may_stand(item)]
    for index, turn in enumerate(scene.turns):
        for hit in _words_of(scene, turn.clause):
            mood = _mood(scene, index, hit, sight)
            # What a word says of a thing depends on nothing of it but where it lets the deed begin.
            steps: dict[int, list[_Step]] = {}
            for item, rank in _things(scene, items, index, hit, sight):
                lead = _lead(turn.clause, index, hit, item)
                if lead not in steps:
                    steps[lead] = list(_steps(scene, index, hit, lead, mood, sight))
                said = [d for d in left.values() if d.subject is item.entity and is_at(d, hit)]
                for rung, modality, usual in steps[lead]:
                    same = [d for d in said if (d.name, d.modality) == (rung, modality)]
                    for draft in same:
                        del left[id(draft)]
                    ruled = same[0] if same else None
                    yield Standing(item, index, hit, mood, rung, modality, rank, usual, ruled)
    for draft in list(left.values()):
        yield from _other(scene, draft, sight)


def _other(scene: Scene, draft: Draft, sight: Sight) -> Iterator[Standing]:
    """What rules read in another way: by a heading, or from a verb with both its things."""
    for index, turn in enumerate(scene.turns):
        for hit in (*turn.clause.hits, *([sight.above] if sight.above else [])):
            if not is_at(draft, hit):
                continue
            for item in (*reversed(scene.items), *scene.absent(index)):
                if item.entity is draft.subject:
                    mood, rung = _mood(scene, index, hit, sight), draft.name
                    yield Standing(item, index, hit, mood, rung, draft.modality, 0, True, draft)
                    return


def _mood(scene: Scene, index: int, hit: Hit, sight: Sight) -> tuple[str, ...]:
    """Whether the deed of a word is done, lies ahead, is denied or only supposed."""
    shadow, turn = scene.shadow, scene.turns[index]
    start, end = turn.clause.start, max(turn.clause.start, hit.start)
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
    told = (f"{name}={value}" for name, value in flags.items() if value not in (False, "asserted"))
    return tuple(told)


def is_at(draft: Draft, hit: Hit) -> bool:
    """Does a rule read the draft from this word?"""
    _, start, end = draft.spans[0]
    return start <= hit.start and hit.end <= end


def _words_of(scene: Scene, clause: Clause) -> Iterator[Hit]:
    """The words of a clause that may say a rung: those that rules go by, and hints."""
    ruled = [hit for hit in clause.hits if _may_tell(hit)]
    yield from ruled
    taken = {at for hit in ruled if hit.of("state") for at in range(hit.start, hit.end)}
    form, words = _hints()
    for match in form.finditer(scene.shadow, clause.start, clause.end):
        span = range(*match.span())
        if taken.isdisjoint(span) and scene.covered.keys().isdisjoint(span):
            yield Hit(*match.span(), words[match.group()])


@cache
def _hints() -> tuple[re.Pattern[str], dict[str, Word]]:
    cues: dict[str, list[Cue]] = {}
    for cue in load_lexicon().cues("StatusHint"):
        cues.setdefault(cue.form, []).append(cue)
    return pattern("StatusHint"), {form: Word.of(said) for form, said in cues.items()}


def _may_tell(hit: Hit) -> bool:
    return bool(hit.of("state")) or any(hit.says(relation) for relation in _FOUNDING)


def _may_stand(item: Item) -> bool:
    return not vocabulary().is_any(item.entity.cls, _NEVER)


def _things(
    scene: Scene, items: Sequence[Item], index: int, hit: Hit, sight: Sight
) -> Iterator[tuple[Item, int]]:
    """Each thing of which a word may speak, with how many stand nearer on its side.

    ``items`` are those of the sentence that may stand at a rung.
    """
    seen: set[str] = set()
    behind = [i for i in items if i.turn == index and i.start >= hit.end]
    before = [i for i in reversed(items) if i.end <= hit.start and _is_near(scene, i, index)]
    if _looks_back(hit):
        behind = []
    absent = filter(_may_stand, [*scene.absent(index), *_opener(scene, index, sight)])
    for side in (before, behind, absent):
        for rank, item in enumerate(side):
            if item.entity.name not in seen:
                seen.add(item.entity.name)
                yield item, rank


def _lead(clause: Clause, index: int, hit: Hit, item: Item) -> int:
    """Where what the word says of a thing begins: behind the thing, if it stands before it."""
    group = item.group
    before = group is not None and item.turn == index and group.tail <= hit.start
    return group.tail if before and group is not None else clause.start


def _is_near(scene: Scene, item: Item, index: int) -> bool:
    """Is the thing named few clauses before, or the first of the sentence?"""
    return index - item.turn <= _REACH or item is scene.items[0]


def _opener(scene: Scene, index: int, sight: Sight) -> Iterator[Item]:
    """The thing that the paragraph opened with, which the rows below its name are about."""
    if scene.turns[index].own is None:
        for subject in scene.memory.between(sight.paragraph, scene.turns[0].sentence[0]):
            yield Item(subject.start, subject.end, subject.entity, "opener", None, index)
            return


def _looks_back(hit: Hit) -> bool:
    """Is the word only said of what stands before it (X选址甲园)?"""
    hints = hit.of("hint")
    return bool(hints) and all(cue.attributes.get("side") == "before" for cue in hints)


def _steps(
    scene: Scene, index: int, hit: Hit, lead: int, mood: tuple[str, ...], sight: Sight
) -> Iterator[_Step]:
    """The rungs at which a word may put a thing, with modality; True for the usual one."""
    ahead = not _AHEAD.isdisjoint(mood)
    seen: set[tuple[str, str]] = set()
    for told in (
        *_said(scene, index, hit, lead, ahead, sight),
        *_founded(scene, index, hit, ahead),
    ):
        for at, (rung, modality) in enumerate(told):
            if (rung, modality) not in seen:
                seen.add((rung, modality))
                yield rung, modality, at == 0


def _said(
    scene: Scene, index: int, hit: Hit, lead: int, ahead: bool, sight: Sight
) -> Iterator[list[tuple[str, str]]]:
    """What each meaning of a status word may say; what lies ahead is a goal or a plan."""
    turn = scene.turns[index]
    listed = sight.ahead or opens_horizon(scene.shadow, sight.paragraph, hit.start)
    once = is_past_plan(scene.shadow, turn.clause.start, hit.start)
    supposed = is_supposed(scene.shadow, turn.sentence[0], hit.start)
    for cue in (*hit.of("state"), *hit.of("hint")):
        rung = cue.attributes.get("status", "")
        said = reach(scene.shadow, turn, hit, lead, rung, sight.published, listed)
        usual = (said[0], cue.attributes.get("modality") or said[1])
        others = [(rung, "target"), ("planned", "asserted")] if rung in REACHED else []
        if not once or usual[1] != "asserted":
            yield [usual, *(others if (ahead or usual in others) and not supposed else [])]


def _founded(scene: Scene, index: int, hit: Hit, ahead: bool) -> Iterator[list[tuple[str, str]]]:
    """What each meaning of a verb of founding may say."""
    turn = scene.turns[index]
    for cue in hit.cues:
        if cue.kind == "Trigger" and cue.signals in _FOUNDING:
            rungs = [cue.attributes.get("status", "")]
            rungs += ["planned"] if ahead else []
            rungs += ["signed"] if is_signed(scene.shadow, turn.sentence[0], hit.start) else []
            modality = turn.modality(scene.shadow, hit.start)
            yield [(rung, modality) for rung in rungs if rung]
