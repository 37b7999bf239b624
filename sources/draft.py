"""Drafts: facts as the rules read them, before the verifier turns them into statements."""

from __future__ import annotations

from dataclasses import dataclass

from sources.entity import Entity
from sources.statement import Value

__all__ = ["Draft", "Subject"]

#: A stretch of the text with the role it plays as evidence.
Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a clause is about, where that is said, and how we know.

    ``source``: explicit (in the sentence), alias (by a short word in the sentence), section
    (said before the sentence) or headline.
    """

    entity: Entity
    start: int
    end: int
    source: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact with the spans that say it."""

    subject: Entity
    predicate: str
    object: Entity | None
    cue: str
    spans: tuple[Span, ...]
    source: str
    value: Value | None = None
    name: str = ""
    status: str | None = None
    modality: str = "asserted"
    sentence: int = 0
