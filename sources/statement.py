"""The statement: the one currency between the rooms, whoever made it.

One statement is one JSON line. Everything is a statement: that an entity exists
(``type``), its other names (``altLabel``), a relation, a status (``hasStatus``), a
post (``holds``) and a number (``observation``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

__all__ = [
    "Evidence",
    "Node",
    "Statement",
    "Value",
    "dump",
    "identify",
    "identity",
    "kind",
    "maker",
    "parse",
]

#: Predicates that are not relations, with the kind under which evaluation counts them.
KINDS = {
    "type": "entity",
    "altLabel": "alias",
    "hasStatus": "status",
    "holds": "post",
    "observation": "quantity",
}
#: How what is hashed is written, made once.
_CANONICAL = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Node:
    """A thing as a statement names it: fullest name in the document, class, place in the text."""

    name: str
    cls: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """A number as claimed, or the title of a post.

    ``number`` is a decimal in base units, as text, so that nothing is rounded; ``unit`` is a
    code of ``ontology/lexicon/units.ttl``; ``text`` is the number or title as written.
    """

    text: str
    number: str | None = None
    unit: str | None = None
    indicator: str | None = None
    approximator: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """An exact quote: ``text[start:end] == exact`` in code points of the source."""

    role: str
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Statement:
    """Who says what about what, in which words, and how we came to read it so."""

    doc: str
    sha256: str
    subject: Node
    predicate: str
    object: Node | None = None
    value: Value | None = None
    status: str | None = None
    modality: str = "asserted"
    speaker: str | None = None
    evidence: tuple[Evidence, ...] = ()
    method: str = ""
    confidence: float = 1.0
    subject_source: str = "explicit"
    id: str = ""
    #: What the model that made it thinks of it: not written, it only serves the confidence.
    chance: float | None = field(default=None, compare=False)


def kind(statement: Statement) -> str:
    """``entity``, ``alias``, ``relation``, ``status``, ``post`` or ``quantity``.

    >>> kind(Statement("a", "", Node("重庆大学", "University"), "locatedIn", Node("重庆", "City")))
    'relation'
    """
    return KINDS.get(statement.predicate, "relation")


def maker(statement: Statement) -> str:
    """Who made the statement: ``rule``, ``model`` (one that is shipped), ``llm`` or ``curated``.

    >>> maker(Statement("a", "", Node("乙", "Park"), "type", method="model:zone"))
    'model'
    """
    return statement.method.partition(":")[0]


def identify(statement: Statement) -> Statement:
    """Give the statement its content hash: same document, fact and quotes, same id."""
    return replace(statement, id=identity(statement))


def identity(statement: Statement) -> str:
    """The content hash of a statement."""
    value = statement.value
    parts: list[Any] = [
        statement.doc,
        statement.subject.name,
        statement.predicate,
        statement.object.name if statement.object else None,
        [value.text, value.number, value.unit, value.indicator] if value else None,
        statement.modality,
        [[e.role, e.start, e.end, e.exact] for e in statement.evidence],
    ]
    return sha256(_CANONICAL.encode(parts).encode()).hexdigest()[:16]


def _node(node: Node | None) -> dict[str, Any] | None:
    if node is None:
        return None
    return {
        "name": node.name,
        "class": node.cls,
        "span": list(node.span) if node.span is not None else None,
    }


def _value(value: Value | None) -> dict[str, Any] | None:
    if value is None:
        return None
    return {
        "number": value.number,
        "unit": value.unit,
        "indicator": value.indicator,
        "approximator": value.approximator,
        "as_of": value.as_of,
        "text": value.text,
    }


def dump(statement: Statement) -> str:
    """The statement as one JSON line, without the line end; keys in a fixed order."""
    record = {
        "doc": statement.doc,
        "sha256": statement.sha256,
        "id": statement.id,
        "subject": _node(statement.subject),
        "predicate": statement.predicate,
        "object": _node(statement.object),
        "value": _value(statement.value),
        "status": statement.status,
        "modality": statement.modality,
        "speaker": statement.speaker,
        "evidence": [
            {"role": e.role, "start": e.start, "end": e.end, "exact": e.exact}
            for e in statement.evidence
        ],
        "method": statement.method,
        "confidence": statement.confidence,
        "subject_source": statement.subject_source,
    }
    return json.dumps(record, ensure_ascii=False)


def _read_node(record: dict[str, Any] | None) -> Node | None:
    if record is None:
        return None
    span = record["span"]
    return Node(record["name"], record["class"], (span[0], span[1]) if span else None)


def parse(lines: Iterable[str]) -> Iterator[Statement]:
    """Statements of JSON lines, the inverse of :func:`dump`.

    >>> s = identify(Statement("a", "0", Node("重庆大学", "University"), "type"))
    >>> next(parse([dump(s)])) == s
    True
    """
    for line in lines:
        record = json.loads(line)
        subject = _read_node(record["subject"])
        assert subject is not None
        yield Statement(
            doc=record["doc"],
            sha256=record["sha256"],
            subject=subject,
            predicate=record["predicate"],
            object=_read_node(record["object"]),
            value=Value(**record["value"]) if record["value"] else None,
            status=record["status"],
            modality=record["modality"],
            speaker=record["speaker"],
            evidence=tuple(Evidence(**e) for e in record["evidence"]),
            method=record["method"],
            confidence=record["confidence"],
            subject_source=record["subject_source"],
            id=record["id"],
        )
