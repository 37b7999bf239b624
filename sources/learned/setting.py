"""Settings: what stands around a number in its text, beyond the things of its sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from sources.draft import Subject
from sources.learned.memory import Memory
from sources.learned.scene import Item, Scene, kin
from sources.parse import Parse
from sources.quantity import Quantity
from sources.turn import Turn

__all__ = ["Setting", "Settings"]

#: How many of the things named last before a sentence may own its numbers.
_EARLIER = 5
#: How many characters at the end of a name a text may go on to call it by.
_TAIL = 2
#: Most words of a clause and of its opening that are told one by one.
_WORDS, _OPENING = 6, 2


@dataclass(frozen=True, slots=True)
class Setting:
    """The things around a sentence by name: how early its paragraph and its section name each.

    ``headed`` are those of the headings above it; ``earlier`` what was named before it.
    """

    scene: Scene
    paragraph: dict[str, int]
    section: dict[str, int]
    headed: frozenset[str]
    earlier: tuple[Subject, ...]

    def unsaid(self, index: int) -> Iterator[Item]:
        """Things that are not named in the sentence and may own its numbers."""
        yield from self.scene.absent(index)
        start = self.scene.turns[0].sentence[0]
        for rank, subject in enumerate(self.earlier):
            how = f"earlier{rank}"
            yield Item(subject.start, subject.end, subject.entity, how, None, index)
        for subject in self.scene.memory.main:
            if subject.end <= start:
                yield Item(subject.start, subject.end, subject.entity, "main", None, index)

    def see(self, index: int, item: Item, where: str, quantity: Quantity) -> list[str]:
        """The features that the text around a number tells of a thing that may own it."""
        name, sort = item.entity.name, kin(item.entity.cls)
        turn = self.scene.turns[index]
        first = min(self.paragraph.get(name, 9), 3)
        lead = min(self.section.get(name, 9), 3)
        features = [
            *(f"par={first}|{where}", f"par={first}|{sort}", f"sec={lead}|{where}"),
            f"head={name in self.headed}|{where}",
        ]
        words = self._words(turn, quantity)
        tail = name[-_TAIL:]
        called = any(tail in word or (len(word) == 1 and word == name[-1]) for word in words)
        features += [f"tail={called}|{where}", f"tail={called}|{sort}|{where}"]
        opening = words[:_OPENING]
        features += [f"op={word}|{sort}|{where}" for word in opening]
        features += [f"cl={word}|{sort}" for word in words[-_WORDS:]]
        return features

    def _words(self, turn: Turn, quantity: Quantity) -> list[str]:
        return self.scene.between(turn.clause.start, quantity.start)


class Settings:
    """The settings of one document."""

    def __init__(self, parsed: Parse, memory: Memory) -> None:
        """Remember where each thing is named."""
        self._parsed, self._memory = parsed, memory
        self._starts = [ref.start for ref in parsed.references]
        self._last: Setting | None = None

    def of(self, scene: Scene) -> Setting:
        """The setting of a sentence."""
        if self._last is None or self._last.scene is not scene:
            self._last = self._setting(scene)
        return self._last

    def _setting(self, scene: Scene) -> Setting:
        layout = self._parsed.layout
        start = scene.turns[0].sentence[0]
        paragraph = layout.paragraphs[layout.sentences[scene.turns[0].clause.sentence].paragraph]
        section = layout.sections[paragraph.section]
        headed: set[str] = set()
        parent: int | None = section.index
        while parent:
            above = layout.sections[parent]
            for span in above.heading:
                headed.update(self._named(*span))
            parent = above.parent
        return Setting(
            scene,
            self._named(paragraph.start, start),
            self._named(section.start, start),
            frozenset(headed),
            tuple(self._memory.last(start, _EARLIER)),
        )

    def _named(self, start: int, end: int) -> dict[str, int]:
        """The things named in a stretch, by name, in the order of their first mention."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        found: dict[str, int] = {}
        for ref in self._parsed.references[first:last]:
            found.setdefault(ref.entity.name, len(found))
        return found
