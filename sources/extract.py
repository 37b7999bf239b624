"""Extraction: an article in, statements with evidence out. Deterministic and offline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from ontology.lexicon import pattern
from sources.clause import Clause, clauses
from sources.designate import designate
from sources.document import Document
from sources.draft import Draft, Subject
from sources.entity import Entities, resolve_names
from sources.focus import focus
from sources.innate import name_relations
from sources.membership import belong
from sources.mention import Reading, mention
from sources.modality import is_future, opens_horizon
from sources.observe import observe
from sources.partner import partner, rely
from sources.reference import Reference, refer
from sources.relate import relate
from sources.role import hold
from sources.segment import Layout, segment
from sources.statement import Statement
from sources.status import state
from sources.structure import compose, place
from sources.subject import Turn, take_turns
from sources.trail import Trail
from sources.verify import Rejection, verify

__all__ = ["Extraction", "draft_facts", "extract"]

#: Relations whose things have no status of their own that could say that they lie ahead.
_PROMISED = frozenset({"cooperatesWith", "designatedAs", "memberOf", "partOf", "supports"})


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
    """Read all statements of ``document`` by rule.

    >>> found = extract(Document("a", "", "青石大学位于云溪市。", ""))
    >>> [(s.subject.name, s.predicate, s.object.name) for s in found.statements][1]
    ('青石大学', 'type', 'University')
    """
    layout = segment(document)
    reading = mention(layout)
    entities = resolve_names(layout, reading)
    references = refer(layout, reading, entities)
    drafts = list(draft_facts(layout, reading, entities, references, document.published))
    statements, rejected = verify(document, layout, entities, references, drafts)
    return Extraction(document, statements, rejected, _untouched(layout, statements))


def draft_facts(
    layout: Layout,
    reading: Reading,
    entities: Entities,
    references: list[Reference],
    published: str | None,
) -> Iterator[Draft]:
    """Drafts of all that a document says: by names and titles, then sentence by sentence."""
    trail = Trail(references)
    yield from hold(layout, reading, entities, references, trail)
    yield from name_relations(reading, entities)
    for turns in take_turns(layout, _clauses(layout, reading, references)):
        if turns:
            yield from _of_sentence(layout, reading, entities, turns, trail, published)


def _clauses(layout: Layout, reading: Reading, references: list[Reference]) -> list[list[Clause]]:
    """The clauses of each sentence."""
    parts = []
    position = 0
    for index, sentence in enumerate(layout.sentences):
        while position < len(references) and references[position].start < sentence.start:
            position += 1
        first = position
        while position < len(references) and references[position].end <= sentence.end:
            position += 1
        words = reading.tokens[index]
        parts.append(clauses(layout.shadow, index, words, references[first:position]))
    return parts


def _passage(layout: Layout, index: int) -> int:
    """Where the passage of a paragraph starts: a list (一是) goes on from the one before."""
    listed = pattern("ListOpener")
    while index and listed.match(layout.shadow, layout.paragraphs[index].start):
        index -= 1
    return layout.paragraphs[index].start


def _of_sentence(
    layout: Layout,
    reading: Reading,
    entities: Entities,
    turns: list[Turn],
    trail: Trail,
    published: str | None,
) -> Iterator[Draft]:
    shadow = layout.shadow
    index = turns[0].clause.sentence
    paragraph = _passage(layout, layout.sentences[index].paragraph)
    related = list(relate(shadow, turns, reading.tokens[index]))
    said = chain(
        related,
        partner(shadow, turns),
        rely(shadow, turns),
        focus(shadow, turns, entities),
        designate(shadow, turns, entities),
        compose(shadow, turns, trail),
        place(shadow, turns),
        belong(shadow, turns, trail),
    )
    yield from (_as_promised(shadow, draft, turns[0].sentence[0]) for draft in said)
    yield from state(shadow, turns, related, paragraph)
    measures = _measures(layout, index, trail)
    yield from observe(shadow, turns, published, paragraph, measures)


def _measures(layout: Layout, index: int, trail: Trail) -> Subject | None:
    """The policy whose measures sentence ``index`` lists: named in its section or the title."""
    sentence = layout.sentences[index]
    ref = trail.last(sentence.end, ("Policy",))
    if ref is not None and ref.start >= layout.sections[sentence.section].start:
        return Subject.of(ref)
    titles = [s for s in layout.sentences if s.kind in {"title", "subtitle"}]
    ref = trail.last(titles[-1].end, ("Policy",)) if titles else None
    return Subject.of(ref) if ref is not None else None


def _as_promised(shadow: str, draft: Draft, start: int) -> Draft:
    """A deed put ahead (将加入联盟, 未来将支持 X) is a promise, unless a status can say so."""
    verb = draft.spans[0][1]
    if draft.predicate not in _PROMISED or draft.modality != "asserted":
        return draft
    clause = max(shadow.rfind(mark, start, verb) for mark in ",;") + 1 or start
    if is_future(shadow, clause, verb) or opens_horizon(shadow, start, verb):
        return replace(draft, modality="target")
    return draft


def _untouched(layout: Layout, statements: tuple[Statement, ...]) -> tuple[tuple[int, int], ...]:
    """Sentences in which no evidence lies."""
    touched = sorted({(e.start, e.end) for s in statements for e in s.evidence})
    spans = []
    position = reached = 0
    for sentence in layout.sentences:
        while position < len(touched) and touched[position][0] < sentence.end:
            reached = max(reached, touched[position][1])
            position += 1
        if sentence.kind == "body" and reached <= sentence.start:
            spans.append((sentence.start, sentence.end))
    return tuple(spans)
