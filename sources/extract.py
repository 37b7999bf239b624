"""Extraction: an article in, statements with evidence out. Deterministic and offline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sources.clause import clauses
from sources.designate import designate
from sources.document import Document
from sources.draft import Draft
from sources.entity import Entities, resolve_names
from sources.focus import focus
from sources.innate import name_relations
from sources.membership import belong
from sources.mention import Reading, mention
from sources.observe import observe
from sources.partner import partner, rely
from sources.reference import Reference, refer
from sources.relate import relate
from sources.role import hold
from sources.segment import Layout, segment
from sources.statement import Statement
from sources.status import state
from sources.structure import compose, place
from sources.subject import take_turns
from sources.verify import Rejection, verify

__all__ = ["Extraction", "extract"]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in one article.

    ``statements`` passed the verifier, in reading order; ``rejected`` did not, each with a
    reason; ``untouched`` are the spans of sentences from which nothing was taken.
    """

    document: Document
    statements: tuple[Statement, ...]
    rejected: tuple[Rejection, ...]
    untouched: tuple[tuple[int, int], ...]


def extract(document: Document) -> Extraction:
    """Read all statements of ``document`` by rule."""
    layout = segment(document)
    reading = mention(layout)
    entities = resolve_names(layout, reading)
    references = refer(layout, reading, entities)
    drafts = list(_drafts(layout, reading, entities, references, document.published))
    statements, rejected = verify(document, layout, entities, references, drafts)
    return Extraction(document, statements, rejected, _untouched(layout, statements))


def _drafts(
    layout: Layout,
    reading: Reading,
    entities: Entities,
    references: list[Reference],
    published: str | None,
) -> Iterator[Draft]:
    yield from hold(layout, reading, entities, references)
    yield from name_relations(reading, entities)
    parts = []
    position = 0
    for index, sentence in enumerate(layout.sentences):
        while position < len(references) and references[position].start < sentence.start:
            position += 1
        inside = []
        while position < len(references) and references[position].end <= sentence.end:
            inside.append(references[position])
            position += 1
        parts.append(clauses(layout.shadow, index, reading.tokens[index], inside))
    for turns in take_turns(layout, reading.tokens, parts):
        if not turns:
            continue
        shadow, words = layout.shadow, reading.tokens[turns[0].clause.sentence]
        sentence = layout.sentences[turns[0].clause.sentence]
        paragraph = layout.paragraphs[sentence.paragraph].start
        related = list(relate(shadow, turns, words))
        yield from related
        yield from partner(shadow, turns)
        yield from rely(shadow, turns)
        yield from focus(shadow, turns, words, entities)
        yield from designate(shadow, turns, entities)
        slogans = [r for r in references if r.entity.cls == "Strategy" and r.end <= sentence.start]
        yield from compose(shadow, turns, slogans)
        yield from place(shadow, turns)
        yield from belong(shadow, turns, references)
        yield from state(shadow, turns, related, paragraph)
        yield from observe(shadow, turns, words, published)


def _untouched(
    layout: Layout, statements: tuple[Statement, ...]
) -> tuple[tuple[int, int], ...]:
    """Sentences in which no evidence lies."""
    touched = sorted((e.start, e.end) for s in statements for e in s.evidence)
    spans = []
    position = 0
    for sentence in sorted(layout.sentences, key=lambda s: s.start):
        while position < len(touched) and touched[position][1] <= sentence.start:
            position += 1
        if sentence.kind == "body" and not any(
            start < sentence.end and end > sentence.start for start, end in touched[position:]
        ):
            spans.append((sentence.start, sentence.end))
    return tuple(spans)
