"""The verifier: drafts become statements only when their quotes re-slice and their terms fit.

It is the same gate for every extractor. What does not pass is kept with its reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ontology.vocabulary import vocabulary
from sources.confidence import load_calibration
from sources.document import Document
from sources.draft import Draft, Span
from sources.entity import Entities, Entity
from sources.fold import fold
from sources.reference import Reference
from sources.segment import Layout
from sources.speech import Speakers, find_speech
from sources.statement import Evidence, Node, Statement, Value, identity

__all__ = ["Rejection", "verify"]

#: Where the subject of a fact is said, the most direct first.
_DIRECT = ("explicit", "alias", "headline", "section")
#: Classes of objects that are no entities.
_OBJECTS = {"type": "Class", "altLabel": "Label", "hasStatus": "Status"}


#: What an administrative area may stand in.
_WIDE = ("AdministrativeArea", "Region")


@dataclass(frozen=True, slots=True)
class Rejection:
    """A statement that was not let through, and why."""

    statement: Statement
    reason: str


def verify(
    document: Document,
    layout: Layout,
    entities: Entities,
    references: list[Reference],
    drafts: list[Draft],
) -> tuple[tuple[Statement, ...], tuple[Rejection, ...]]:
    """Statements of ``drafts``, of the entities they name and of those entities' other names.

    A fact said twice is stated once, with the more direct evidence. The statements come in reading
    order, the rejections in the order of the drafts.
    """
    maker = _Maker(document, layout, Speakers(find_speech(layout, references)))
    passed: dict[tuple[object, ...], Statement] = {}
    rejected: list[Rejection] = []
    for draft in [*_types(entities), *_aliases(entities), *drafts]:
        statement = maker.make(draft)
        reason = _fault(statement, document)
        if reason:
            rejected.append(Rejection(_finished(statement), reason))
            continue
        key = _key(statement)
        known = passed.get(key)
        if known is None or _remove(statement) < _remove(known):
            passed[key] = statement
    ordered = sorted(map(_finished, passed.values()), key=_order)
    return tuple(ordered), tuple(rejected)


def _finished(statement: Statement) -> Statement:
    """The statement with its id and how sure it is."""
    confidence = load_calibration().confidence(statement)
    return replace(statement, id=identity(statement), confidence=confidence)


def _key(statement: Statement) -> tuple[object, ...]:
    """What the statement says, however wide its letters are."""
    thing, value = statement.object.name if statement.object else None, statement.value
    if value is not None:
        indicator = fold(value.indicator) if value.indicator else None
        value = replace(value, text=fold(value.text), indicator=indicator)
    return statement.subject.name, statement.predicate, thing, value, statement.modality


def _remove(statement: Statement) -> int:
    """How far the subject stands from what is said of it."""
    return _DIRECT.index(statement.subject_source)


def _order(statement: Statement) -> tuple[object, ...]:
    first = min((e.start for e in statement.evidence), default=0)
    return first, statement.subject.name, statement.predicate, statement.id


def _types(entities: Entities) -> Iterator[Draft]:
    """That each entity exists: its class, where it is named first."""
    for entity in entities.by_name.values():
        if entity.mentions:
            first = entity.mentions[0]
            spans = (("predicate", first.start, first.end),)
            yield Draft(entity, "type", None, first.cue, spans, "explicit", name=entity.cls)


def _aliases(entities: Entities) -> Iterator[Draft]:
    """The other names of each entity, where they are first used or declared."""
    for alias in entities.aliases:
        entity = entities.by_name.get(alias.entity)
        if entity is not None and alias.form != entity.name:
            cue, spans = f"alias/{alias.how}", (("alias", alias.start, alias.end),)
            yield Draft(entity, "altLabel", None, cue, spans, "explicit", name=alias.form)


class _Maker:
    """Turns drafts into statements in the document's own characters."""

    def __init__(self, document: Document, layout: Layout, speakers: Speakers) -> None:
        self.document, self.layout, self.speakers = document, layout, speakers
        self._nodes: dict[str, Node] = {}

    def make(self, draft: Draft) -> Statement:
        """The statement that ``draft`` says, without its id and confidence."""
        spans = {(role, start, end) for role, start, end in draft.spans if end > start}
        evidence = tuple(
            Evidence(role, start, end, self.document.text[start:end])
            for role, start, end in sorted(spans, key=lambda span: (span[1], span[2], span[0]))
        )
        at = next((start for role, start, _ in draft.spans if role == "predicate"), -1)
        return Statement(
            doc=self.document.doc,
            sha256=self.document.sha256,
            subject=self._node(draft.subject),
            predicate=draft.predicate,
            object=self._object(draft),
            value=self._value(draft),
            status=draft.status,
            modality=draft.modality,
            speaker=self._speaker(at) if draft.predicate != "type" else None,
            evidence=evidence,
            method=_method(draft.cue),
            subject_source=draft.source,
            chance=draft.chance,
        )

    def _speaker(self, at: int) -> str | None:
        """The speaker's name in the characters of the text."""
        entity = self.speakers.at(at)
        return self._node(entity).name if entity is not None else None

    def _value(self, draft: Draft) -> Value | None:
        """The value in the characters of the text: rules read its folded shadow."""
        value = draft.value
        if value is None:
            return None
        indicator = value.indicator
        return replace(
            value,
            text=self._original(value.text, draft.spans),
            indicator=self._original(indicator, draft.spans) if indicator else None,
        )

    def _original(self, folded: str, spans: tuple[Span, ...]) -> str:
        """``folded`` as the text writes it; what rules put in their own words stays."""
        for size in range(len(folded), 1, -1):
            for _, start, end in spans:
                at = self.layout.shadow.find(folded[:size], start, end)
                if at >= 0:
                    return self.document.text[at : at + size] + folded[size:]
        return folded

    def _object(self, draft: Draft) -> Node | None:
        if draft.object is not None:
            return self._node(draft.object)
        if not draft.name:
            return None
        label = draft.predicate == "altLabel"
        name = self._original(draft.name, draft.spans) if label else draft.name
        return Node(name, _OBJECTS.get(draft.predicate, ""))

    def _node(self, entity: Entity) -> Node:
        """The entity as the text first writes its fullest name."""
        if entity.name not in self._nodes:
            mention = next((m for m in entity.mentions if m.text == entity.name), None)
            node = Node(entity.name, entity.cls)
            if mention is not None:
                name = self.document.text[mention.start : mention.end]
                node = Node(name, entity.cls, (mention.start, mention.end))
            self._nodes[entity.name] = node
        return self._nodes[entity.name]


def _method(cue: str) -> str:
    """Who says so: a rule by its cue, or a model alone by what it tells."""
    family, _, told = cue.partition("/")
    return f"model:{told}" if family == "learned" else f"rule:{cue}"


def _fault(statement: Statement, document: Document) -> str:
    """Why the statement may not pass; empty when it may."""
    if not statement.evidence:
        return "no evidence"
    for evidence in statement.evidence:
        if document.text[evidence.start : evidence.end] != evidence.exact:
            return "quote does not re-slice"
    value = statement.value
    quotes = "\n".join(fold(e.exact) for e in statement.evidence)
    # A title may be written around words that are no part of it (化工学院|原|院长).
    joined = quotes.replace("\n", "") if statement.predicate == "holds" else quotes
    if value is not None and fold(value.text) not in joined:
        return "number or title is not in the quotes"
    thing = statement.object
    words = vocabulary()
    if statement.predicate in words.relations and thing is not None:
        if not words.fits(statement.predicate, statement.subject.cls, thing.cls):
            return f"{statement.subject.cls} {statement.predicate} {thing.cls} does not fit"
        area = words.is_a(statement.subject.cls, "AdministrativeArea")
        if statement.predicate == "locatedIn" and area and not words.is_any(thing.cls, _WIDE):
            return f"an area does not stand in a {thing.cls}"
        if thing.name == statement.subject.name:
            return "subject and object are the same"
    return ""
