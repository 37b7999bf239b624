"""Drafts: facts as the rules read them, before the verifier turns them into statements."""

from __future__ import annotations

from dataclasses import dataclass

from sources.entity import Entity
from sources.reference import Reference
from sources.statement import Value

__all__ = ["Draft", "Span", "Subject"]

#: A stretch of the text with the role it plays as evidence: role, start, end.
Span = tuple[str, int, int]


# Not frozen: many are made of every text, and a frozen one takes four times as long to make.
@dataclass(slots=True)
class Subject:
    """Who a clause is about, where that is said, and how we know.

    ``source``: explicit (in the sentence), alias (by a short word in the sentence), section
    (said before the sentence) or headline.
    """

    entity: Entity
    start: int
    end: int
    source: str

    @classmethod
    def of(cls, ref: Reference) -> Subject:
        """The thing that a reference stands for, as it stands there."""
        return cls(ref.entity, ref.start, ref.end, ref.how)

    @property
    def span(self) -> Span:
        """Where the subject is said, as evidence."""
        return ("subject", self.start, self.end)


@dataclass(slots=True)
class Draft:
    """A fact with the spans that say it.

    ``object`` is None for types, other names, statuses and observations: the first three have
    ``name`` instead (of a class, a form, a rung), an observation or a post has ``value``.
    ``cue`` is the id of the word or rule that gave the fact, ``source`` how its subject is known
    (see :class:`Subject`). ``status``: the rung at which a relation leaves the thing built.
    ``chance``: the probability that a learned model gives it, if one weighed it.
    """

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
    chance: float | None = None
