"""Scenes: a sentence as the models see it, its things, words and triggers in order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ontology.lexicon import Cue
from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.draft import Subject
from sources.entity import Entity
from sources.learned.memory import Memory
from sources.parse import Parse
from sources.token import Token
from sources.turn import Turn

__all__ = ["Item", "Scene", "Scenes", "kin"]

#: Classes that the features tell apart, the first that fits.
_KIN = (
    *("AdministrativeArea", "Region", "Zone", "Park", "Place", "University", "ResearchInstitute"),
    *("Platform", "Enterprise", "FinancialInstitution", "AdministrativeCommittee"),
    *("GovernmentBody", "Alliance", "Organization", "Person", "Industry", "ResearchField"),
    *("Strategy", "Programme", "Mechanism", "Plan", "Policy", "Fund", "FinancialProduct"),
    *("Project", "Designation", "Event"),
)
#: How many things named before a sentence may be what it speaks of.
_EARLIER = 3
_NUMBER = re.compile(r"[0-9.]+")


@cache
def kin(cls: str) -> str:
    """The wider class that stands for ``cls`` in features.

    >>> kin("HighTechZone"), kin("StateKeyLaboratory")
    ('Zone', 'Platform')
    """
    words = vocabulary()
    return next((parent for parent in _KIN if words.is_a(cls, parent)), cls)


# Not frozen: many are made of every text, and a frozen one takes four times as long to make.
@dataclass(slots=True)
class Item:
    """A thing in a sentence; ``group`` is None when it is only spoken about, not named there.

    ``turn`` is the index of its clause among the turns of the sentence.
    """

    start: int
    end: int
    entity: Entity
    how: str
    group: Group | None
    turn: int

    @property
    def subject(self) -> Subject:
        """The item as the subject of a draft."""
        how = "section" if self.how.startswith(("earlier", "main", "opener")) else self.how
        return Subject(self.entity, self.start, self.end, how)


class Scene:
    """One sentence: its turns, the things in it, its words and triggers, in order."""

    def __init__(self, shadow: str, turns: list[Turn], memory: Memory) -> None:
        """Gather what the turns hold; ``memory`` tells what was named before and how often."""
        self.shadow, self.turns = shadow, turns
        self.memory = memory
        self.earlier = list(memory.last(turns[0].sentence[0], _EARLIER))
        self.items = [
            Item(ref.start, ref.end, ref.entity, ref.how, group, index)
            for index, turn in enumerate(turns)
            for group in turn.clause.groups
            for ref in group.members
        ]
        self.hits = [hit for turn in turns for hit in turn.clause.hits]
        self.covered = {at: item for item in self.items for at in range(item.start, item.end)}
        self.words = [token for turn in turns for token in turn.clause.tokens]
        self._starts = [word.start for word in self.words]
        self._item_starts = [item.start for item in self.items]
        self._hit_starts = [hit.start for hit in self.hits]
        self._stretches: dict[tuple[int, int], list[str]] = {}
        self._plain: dict[tuple[int, int], list[str]] = {}
        self._meanings: dict[int, list[str]] = {}
        self._absent: dict[int, list[Item]] = {}

    def absent(self, index: int) -> list[Item]:
        """Whom clause ``index`` may be about without naming them, each once.

        First those whom its turn is about; then, if no subject is said, what was named last
        before the sentence: ``how`` tells how long ago; then what the whole text is about.
        """
        if index not in self._absent:
            self._absent[index] = list(self._unsaid(index))
        return self._absent[index]

    def _unsaid(self, index: int) -> Iterator[Item]:
        turn = self.turns[index]
        seen: set[str] = set()
        for subject in turn.subjects or turn.context:
            if subject.source in ("section", "headline") and subject.entity.name not in seen:
                seen.add(subject.entity.name)
                yield Item(subject.start, subject.end, subject.entity, subject.source, None, index)
        earlier = self.earlier if turn.own is None else []
        for rank, subject in enumerate(earlier):
            if subject.entity.name not in seen:
                seen.add(subject.entity.name)
                how = f"earlier{rank}"
                yield Item(subject.start, subject.end, subject.entity, how, None, index)
        for subject in self.memory.main if turn.own is None else ():
            if subject.entity.name not in seen and subject.end <= self.turns[0].sentence[0]:
                seen.add(subject.entity.name)
                yield Item(subject.start, subject.end, subject.entity, "main", None, index)

    def between(self, start: int, end: int) -> list[str]:
        """The words of a stretch, names replaced by what they name."""
        if (start, end) not in self._stretches:
            self._stretches[start, end] = self._words_of(start, end)
        return self._stretches[start, end]

    def _words_of(self, start: int, end: int) -> list[str]:
        found = []
        skip = start
        for word in self.words[bisect_left(self._starts, start) :]:
            if word.start >= end:
                break
            if word.start < skip:
                continue
            item = self.covered.get(word.start)
            found.append(f"<{kin(item.entity.cls)}>" if item else word.text)
            skip = item.end if item else word.end
        return found

    def plain(self, start: int, end: int) -> list[str]:
        """The words of a stretch, numbers as 0."""
        if (start, end) not in self._plain:
            words = self.between(start, end)
            self._plain[start, end] = [_NUMBER.sub("0", word) for word in words]
        return self._plain[start, end]

    def word_from(self, at: int) -> Token | None:
        """The first word that starts at ``at`` or behind it."""
        index = bisect_left(self._starts, at)
        return self.words[index] if index < len(self.words) else None

    def word_until(self, at: int) -> Token | None:
        """The last word that ends by ``at``."""
        index = bisect_left(self._starts, at)
        if index and self.words[index - 1].end > at:
            index -= 1
        return self.words[index - 1] if index else None

    def within(self, start: int, end: int) -> list[Item]:
        """The things named in a stretch."""
        first = bisect_left(self._item_starts, start)
        return self.items[first : bisect_left(self._item_starts, end, first)]

    def meanings(self, hit: Hit) -> list[str]:
        """What the cues of a trigger say: relation, pattern, agent, status."""
        if hit.start not in self._meanings:
            self._meanings[hit.start] = sorted(set(map(_meaning, hit.cues)))
        return self._meanings[hit.start]

    def triggers(self, start: int, end: int) -> list[Hit]:
        """The trigger words in a stretch."""
        first = bisect_left(self._hit_starts, start)
        return self.hits[first : bisect_left(self._hit_starts, end, first)]


class Scenes:
    """The scenes of one document; the last one is kept, for all that is asked about it."""

    def __init__(self, parsed: Parse) -> None:
        """Remember what the document names."""
        self.parsed = parsed
        titles = [s.end for s in parsed.layout.sentences if s.kind == "title"]
        self.memory = Memory(parsed.references, titles[-1] if titles else 0)
        self._last: Scene | None = None

    def of(self, turns: list[Turn]) -> Scene:
        """The scene of a sentence."""
        if self._last is None or self._last.turns is not turns:
            self._last = Scene(self.parsed.layout.shadow, turns, self.memory)
        return self._last


def _meaning(cue: Cue) -> str:
    told = (cue.attributes.get(name, "") for name in ("pattern", "agent", "status"))
    return "/".join((cue.signals, *told))
