"""Labels: what annotators say of the words and the pairs of a text, as models learn it."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from decimal import Decimal

from sources.document import Document
from sources.evaluate import Names
from sources.fold import fold
from sources.learned.pair import Pair
from sources.learned.standing import Standing, step
from sources.learned.word import family
from sources.quantity import Quantity
from sources.statement import Statement, kind
from sources.token import Token

__all__ = ["Told", "label_pair", "label_standing", "label_words", "named_places"]

_Place = tuple[int, int, str]


def named_places(document: Document, gold: Iterable[Statement]) -> list[_Place]:
    """Where an article names the things of its gold: start, end and class, in order.

    A form inside a longer one is no mention of its own.
    """
    classes: dict[str, str] = {}
    for statement in gold:
        if statement.predicate in ("type", "altLabel") and statement.object is not None:
            is_type = statement.predicate == "type"
            name = statement.subject.name if is_type else statement.object.name
            classes.setdefault(fold(name), statement.subject.cls)
    shadow, taken, found = fold(document.text), set[int](), []
    for form in sorted(classes, key=lambda form: (-len(form), form)):
        for match in re.finditer(re.escape(form), shadow):
            span = range(*match.span())
            if taken.isdisjoint(span):
                taken.update(span)
                found.append((*match.span(), classes[form]))
    return sorted(found)


def label_words(words: Sequence[Token], places: Iterable[_Place]) -> list[str]:
    """``B-`` and ``I-`` with the family for words of names, ``O`` for others.

    A name whose edges are inside words cannot be told by words and is left out.

    >>> words = [Token(0, 2, "宁波", "ns"), Token(2, 4, "大学", "n"), Token(4, 5, "在", "p")]
    >>> label_words(words, [(0, 4, "University")])
    ['B-school', 'I-school', 'O']
    """
    labels = ["O"] * len(words)
    starts = {word.start: at for at, word in enumerate(words)}
    ends = {word.end: at for at, word in enumerate(words)}
    for start, end, cls in places:
        if start in starts and end in ends:
            first, last = starts[start], ends[end]
            labels[first : last + 1] = [f"I-{family(cls)}"] * (last + 1 - first)
            labels[first] = f"B-{family(cls)}"
    return labels


class Told:
    """The relations, numbers and statuses of a text by the names of their things, with where."""

    def __init__(self, gold: Iterable[Statement]) -> None:
        """Read the gold."""
        gold = list(gold)
        self.names = Names(gold)
        self.relations: dict[tuple[str, str], list[tuple[str, Statement]]] = {}
        self.numbers: list[Statement] = []
        self.rungs: dict[str, list[tuple[str, Statement]]] = {}
        for statement in gold:
            if statement.predicate == "observation":
                self.numbers.append(statement)
            if statement.predicate == "hasStatus" and statement.object is not None:
                said = step(statement.object.name, statement.modality)
                self.rungs.setdefault(self.names(statement.subject.name), []).append(
                    (said, statement)
                )
            if kind(statement) == "relation" and statement.object is not None:
                one, other = self.names(statement.subject.name), self.names(statement.object.name)
                self._add(one, other, statement.predicate + ">", statement)
                mutual = statement.predicate == "cooperatesWith"
                self._add(other, one, statement.predicate + (">" if mutual else "<"), statement)

    def owners(self, quantity: Quantity, sentence: tuple[int, int]) -> set[str]:
        """The names of those whom the number is about, by what the gold finds there."""
        return {
            self.names(statement.subject.name)
            for statement in self.numbers
            if statement.value is not None
            and statement.value.unit == quantity.unit
            and statement.value.number is not None
            and Decimal(statement.value.number).copy_abs()
            in (Decimal(quantity.number).copy_abs(), Decimal(quantity.high or quantity.number))
            and _says(statement, sentence)
        }

    def _add(self, one: str, other: str, label: str, statement: Statement) -> None:
        self.relations.setdefault((one, other), []).append((label, statement))


def label_pair(pair: Pair, told: Told, sentence: tuple[int, int]) -> dict[str, Hashable]:
    """How the two things relate by what the gold finds in this sentence: labels with fact ids."""
    ends = told.names(pair.left.entity.name), told.names(pair.right.entity.name)
    return {
        label: statement.id
        for label, statement in told.relations.get(ends, ())
        if _says(statement, sentence)
    }


def label_standing(
    standing: Standing, told: Told, sentence: tuple[int, int]
) -> dict[str, Hashable]:
    """Whether the thing stands so by what the gold finds in this sentence: a label with fact id."""
    said = step(standing.rung, standing.modality)
    ids = [
        statement.id
        for label, statement in told.rungs.get(told.names(standing.item.entity.name), ())
        if label == said and _says(statement, sentence)
    ]
    return {"stands": ids[0]} if ids else {}


def _says(statement: Statement, sentence: tuple[int, int]) -> bool:
    """Does the sentence say it, in whole or in part?"""
    start, end = sentence
    return any(e.start < end and start < e.end for e in statement.evidence)
