"""Topics: whether what somebody works on is a field of research or an industry."""

from __future__ import annotations

from collections.abc import Iterable

from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.entity import Entity
from sources.statement import Node, Statement

__all__ = ["drop_loose", "settle_topics"]

_TOPICS = frozenset({"Industry", "ResearchField"})


def settle_topics(drafts: Iterable[Draft]) -> None:
    """Let the things that work on a topic tell its kind, once all drafts of a text are there.

    What a laboratory or an institute works on is a field, what a zone or a fund promotes an
    industry; where both do, the topic stays what its name says.
    """
    words = vocabulary()
    votes: dict[str, tuple[Entity, set[bool]]] = {}
    for draft in drafts:
        topic = draft.object
        if draft.predicate != "focusesOn" or topic is None or topic.cls not in _TOPICS:
            continue
        research = words.is_a(draft.subject.cls, "Platform")
        if research or words.is_any(draft.subject.cls, ("Place", "Fund")):
            votes.setdefault(topic.name, (topic, set()))[1].add(research)
    for topic, told in votes.values():
        if len(told) == 1:
            topic.cls = "ResearchField" if True in told else "Industry"


def drop_loose(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements without those of industries and fields that nobody works on.

    A topic is a thing of the text only where somebody works on it, so what else is said of
    another one goes as well.
    """
    statements = tuple(statements)
    worked_on = {s.object.name for s in statements if s.predicate == "focusesOn" and s.object}

    def is_loose(node: Node | None) -> bool:
        return node is not None and node.cls in _TOPICS and node.name not in worked_on

    return tuple(s for s in statements if not is_loose(s.subject) and not is_loose(s.object))
