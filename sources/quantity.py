"""Quantities: numbers with a unit, as claimed in the text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Quantity", "quantities"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: ``shadow[start:end]`` covers approximators, number and unit.

    ``number`` is a decimal in base units of ``unit`` (a code of ``ontology/lexicon/units.ttl``);
    ``high`` is the upper end when a range is given (``number`` is the lower one).
    ``approximator``: about, nearly, atLeast, over, atMost or ``None``.
    ``kind``: count, money, area, length, mass, share, growth, points (percentage points),
    multiple, duration, rate (per something), bare (a large number without unit), announced
    (it only announces a list) and the like: the ``lex:quantityKind`` of the unit.
    ``counts``: what family of things the measure word counts, such as ``organisation``.
    ``direction``: up or down for growth, else ``None``.
    ``number_start``, ``unit_end``: the number and unit without the approximators around them.
    """

    start: int
    end: int
    number: str
    unit: str
    approximator: str | None
    text: str
    kind: str
    counts: str = ""
    high: str | None = None
    direction: str | None = None
    number_start: int = 0
    unit_end: int = 0


def quantities(shadow: str, start: int = 0, end: int | None = None) -> list[Quantity]:
    """Quantities of ``shadow[start:end]`` in reading order, without overlaps."""
    raise NotImplementedError
