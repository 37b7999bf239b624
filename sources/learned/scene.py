"""Scenes: a sentence as the models see it, its things, words and triggers in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ontology.lexicon import Cue, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group, Hit
from sources.draft import Subject
from sources.entity import Entity
from sources.learned.memory import Memory
from sources.parse import Parse
from sources.status import is_dated_ahead
from sources.subject import Turn

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
#: Kinds of sentences that stand above others.
_HEADINGS = frozenset({"title", "subtitle", "heading"})


@cache
def kin(cls: str) -> str:
    """The wider class that stands for ``cls`` in features.

    >>> kin("HighTechZone"), kin("StateKeyLaboratory")
    ('Zone', 'Platform')
    """
    words = vocabulary()
    return next((parent for parent in _KIN if words.is_a(cls, parent)), cls)


@dataclass(frozen=True, slots=True)
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
        how = "section" if self.how.startswith(("earlier", "main")) else self.how
        return Subject(self.entity, self.start, self.end, how)


class Scene:
    """One sentence: its turns, the things in it, its words and triggers, in order."""

    def __init__(
        self, shadow: str, turns: list[Turn], memory: Memory, *,
        published: str | None = None, heading: tuple[str, ...] = (), row: bool = False,
    ) -> None:  # fmt: skip
        """Gather what the turns hold; ``memory`` tells what was named before and how often.

        ``published`` dates the text; ``heading``: rungs that the headings above it and the
        sentences before it say, each with where; ``row``: it opens a paragraph.
        """
        self.shadow, self.turns = shadow, turns
        self.published, self.heading, self.row = published, heading, row
        self.memory = memory
        self.earlier = list(memory.last(turns[0].sentence[0], _EARLIER))
        self.items = [
            Item(ref.start, ref.end, ref.entity, ref.how, group, index)
            for index, turn in enumerate(turns)
            for group in turn.clause.groups
            for ref in group.members
        ]
        self.hits = [hit for turn in turns for hit in turn.clause.hits]
        self._covered = {at: item for item in self.items for at in range(item.start, item.end)}
        self.words = [token for turn in turns for token in turn.clause.tokens]
        self._starts = [word.start for word in self.words]
        self._stretches: dict[tuple[int, int], list[str]] = {}
        self._meanings: dict[int, list[str]] = {}
        self._ahead: dict[tuple[int, int], bool] = {}

    def absent(self, index: int) -> Iterator[Item]:
        """Whom clause ``index`` may be about without naming them, each once.

        First those whom its turn is about; then, if no subject is said, what was named last
        before the sentence: ``how`` tells how long ago; then what the whole text is about.
        """
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
            item = self._covered.get(word.start)
            found.append(f"<{kin(item.entity.cls)}>" if item else word.text)
            skip = item.end if item else word.end
        return found

    def is_ahead(self, start: int, end: int) -> bool:
        """Is the last time told in a stretch after that of the text?"""
        if (start, end) not in self._ahead:
            self._ahead[start, end] = is_dated_ahead(self.shadow, start, end, self.published)
        return self._ahead[start, end]

    def words_from(self, at: int, count: int) -> list[str]:
        """The first words behind a place."""
        first = bisect_left(self._starts, at)
        return [word.text for word in self.words[first : first + count]]

    def words_to(self, at: int, count: int) -> list[str]:
        """The last words before a place, the nearest first."""
        last = bisect_left(self._starts, at)
        return [word.text for word in reversed(self.words[max(0, last - count) : last])]

    def within(self, start: int, end: int) -> list[Item]:
        """The things named in a stretch."""
        return [item for item in self.items if start <= item.start < end]

    def meanings(self, hit: Hit) -> list[str]:
        """What the cues of a trigger say: relation, pattern, agent, status."""
        if hit.start not in self._meanings:
            self._meanings[hit.start] = sorted(set(map(_meaning, hit.cues)))
        return self._meanings[hit.start]

    def triggers(self, start: int, end: int) -> list[Hit]:
        """The trigger words in a stretch."""
        return [hit for hit in self.hits if start <= hit.start < end]


class Scenes:
    """The scenes of one document; the last one is kept, for all that is asked about it."""

    def __init__(self, parsed: Parse, published: str | None = None) -> None:
        """Remember what the document names, and when it was published."""
        self.parsed, self.published = parsed, published
        titles = [s.end for s in parsed.layout.sentences if s.kind == "title"]
        self._memory = Memory(parsed.references, titles[-1] if titles else 0)
        self._last: Scene | None = None
        self._headings = self._read_headings()
        self._read, self._event = 0, set[str]()

    def of(self, turns: list[Turn]) -> Scene:
        """The scene of a sentence."""
        if self._last is None or self._last.turns is not turns:
            layout = self.parsed.layout
            index = turns[0].clause.sentence
            sentence = layout.sentences[index]
            opens = index == 0 or layout.sentences[index - 1].paragraph != sentence.paragraph
            self._last = Scene(
                layout.shadow, turns, self._memory,
                published=self.published, heading=self._above(index), row=opens,
            )  # fmt: skip
        return self._last

    def _above(self, index: int) -> tuple[str, ...]:
        """The rungs said above a sentence: title, headings, the sentence before, the lead."""
        sentences = self.parsed.layout.sentences
        section = sentences[index].section
        found = [("head", self._headings.get(section, set()))]
        if section:
            found.append(("title", self._headings.get(0, set())))
        before = next((at for at in range(index - 1, -1, -1) if self.parsed.turns[at]), None)
        if before is not None and sentences[before].kind not in _HEADINGS:
            found.append(("before", self._said(before)))
        found.append(("event", self._events(index)))
        return tuple(f"{where}={rung}" for where, rungs in found for rung in sorted(rungs))

    def _events(self, index: int) -> set[str]:
        """The rungs of the last sentence before that tells of several projects at once."""
        while self._read < index:
            turns = self.parsed.turns[self._read]
            if turns and pattern("EventNoun").search(
                self.parsed.layout.shadow, *turns[0].sentence
            ):
                self._event = self._said(self._read) or self._event
            self._read += 1
        return self._event

    def _said(self, index: int) -> set[str]:
        """The rungs of which a sentence has words."""
        turns = self.parsed.turns[index]
        return {rung for turn in turns for hit in turn.clause.hits for rung in _rungs(hit)}

    def _read_headings(self) -> dict[int, set[str]]:
        """The rungs that the heading of each section says."""
        said: dict[int, set[str]] = {}
        for index, sentence in enumerate(self.parsed.layout.sentences):
            if sentence.kind in _HEADINGS:
                said.setdefault(sentence.section, set()).update(self._said(index))
        return said


def _rungs(hit: Hit) -> set[str]:
    return {cue.attributes["status"] for cue in hit.cues if cue.attributes.get("status")}


def _meaning(cue: Cue) -> str:
    told = (cue.attributes.get(name, "") for name in ("pattern", "agent", "status"))
    return "/".join((cue.signals, *told))
