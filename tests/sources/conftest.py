"""Short texts for tests of the rules: what each stage found in them, in plain values."""

from __future__ import annotations

from dataclasses import dataclass

from sources.clause import clauses
from sources.document import Document
from sources.entity import Entities, resolve_names
from sources.extract import Extraction, extract
from sources.item import itemize
from sources.mention import Reading, mention
from sources.reference import Reference, refer
from sources.segment import Layout, segment
from sources.statement import Statement
from sources.subject import take_turns
from sources.turn import Turn

PUBLISHED = "2023-06-15"


def document(text: str) -> Document:
    """``text`` as an article of a known day."""
    return Document("sample", "sample.txt", text, "0", published=PUBLISHED)


@dataclass(frozen=True)
class Stages:
    """What the stages before the facts made of a text."""

    layout: Layout
    reading: Reading
    entities: Entities
    references: list[Reference]

    @property
    def names(self) -> dict[str, str]:
        """The class of each text that is a mention of its own."""
        return {mention.text: mention.cls for mention in self.reading.mentions}

    @property
    def aliases(self) -> set[tuple[str, str, str]]:
        """Other form, full name, and how the text ties them."""
        return {(alias.form, alias.entity, alias.how) for alias in self.entities.aliases}

    def meant_by(self, word: str) -> list[str]:
        """The full names that the occurrences of a word stand for; empty where it is no name."""
        shadow = self.layout.shadow
        return [r.entity.name for r in self.references if shadow[r.start : r.end] == word]


def read_stages(text: str) -> Stages:
    """Run mentions, entities and references over ``text``."""
    layout = segment(document(text))
    reading = mention(layout)
    entities = resolve_names(layout, reading)
    return Stages(layout, reading, entities, refer(layout, reading, entities))


@dataclass(frozen=True)
class Found:
    """The statements of a text, by kind."""

    extraction: Extraction

    def of(self, predicate: str) -> list[Statement]:
        """The statements with one predicate, in reading order."""
        return [s for s in self.extraction.statements if s.predicate == predicate]

    def pairs(self, predicate: str, modality: str = "asserted") -> set[tuple[str, str]]:
        """Subjects and objects that a relation joins."""
        return {
            (s.subject.name, s.object.name)
            for s in self.of(predicate)
            if s.object is not None and s.modality == modality
        }

    @property
    def types(self) -> dict[str, str]:
        """The class of each entity."""
        return {s.subject.name: s.object.name for s in self.of("type") if s.object is not None}

    @property
    def statuses(self) -> set[tuple[str, str, str]]:
        """Thing, rung and modality."""
        return {
            (s.subject.name, s.object.name, s.modality)
            for s in self.of("hasStatus")
            if s.object is not None
        }

    @property
    def posts(self) -> set[tuple[str, str, str]]:
        """Person, body and title."""
        return {
            (s.subject.name, s.object.name, s.value.text)
            for s in self.of("holds")
            if s.object is not None and s.value is not None
        }

    @property
    def numbers(self) -> set[tuple[str, str | None, str | None, str | None]]:
        """Subject, indicator, number and unit."""
        return {
            (s.subject.name, s.value.indicator, s.value.number, s.value.unit)
            for s in self.of("observation")
            if s.value is not None
        }


def read_turns(text: str) -> list[Turn]:
    """The turns of all sentences of a text."""
    stages = read_stages(text)
    parts = []
    for index, sentence in enumerate(stages.layout.sentences):
        inside = [
            r for r in stages.references if sentence.start <= r.start and r.end <= sentence.end
        ]
        tokens = stages.reading.tokens[index]
        parts.append(clauses(stages.layout.shadow, index, tokens, inside))
    items = itemize(stages.layout)
    return [turn for said in take_turns(stages.layout, parts, items) for turn in said]


def read_text(text: str) -> Found:
    """All statements of ``text``."""
    return Found(extract(document(text), learned=False))
