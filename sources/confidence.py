"""Confidence: how often statements made the same way were right in articles nobody tuned to.

The counts come from ``calibration.json``, which :mod:`sources.calibrate` writes. A cell of them is
a path from the general to the special: kind of statement, how sure the model that made it was,
where its subject is said, family of the cue, cue. Each cell leans on the one above it, the more
the fewer statements it has counted::

    confidence = (right + 16 * confidence of the cell above) / (predicted + 16)

This is additive smoothing towards a known rate, also called the m-estimate; see
https://en.wikipedia.org/wiki/Additive_smoothing#Generalized_to_the_case_of_known_incidence_rates.
Above the cell of everything stands 0.5.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from sources.statement import Statement, kind

__all__ = ["BANDS", "Band", "Calibration", "count", "dump", "load_calibration", "sift"]

#: How many statements the opinion of the cell above is worth; chosen by cross-validation.
WEIGHT = 16
#: Cells with fewer statements are left to the cell above.
FEWEST = 8
#: Where the bands begin in which confidence is compared with what was measured.
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
#: Where the bands begin into which a model's own probability is put.
_CHANCES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_JOINT = " > "

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Statements whose confidence begins with ``least``: what was stated of them and measured."""

    least: float
    stated: float
    measured: float
    count: int


@dataclass(frozen=True, slots=True)
class Calibration:
    """Counts of right and of all statements by cell, and how well they foretell new articles.

    ``bands`` are measured on articles left out when counting; ``texts`` says on how many.
    """

    cells: dict[Path, tuple[int, int]] = field(default_factory=dict)
    bands: tuple[Band, ...] = ()
    texts: dict[str, int] = field(default_factory=dict)
    #: What was asked for, by the most special cell: cues are few, statements many.
    _known: dict[Path, float] = field(default_factory=dict, init=False, repr=False, compare=False)

    def confidence(self, statement: Statement) -> float:
        """How likely ``statement`` is right, in hundredths.

        >>> cells = {(): (80, 100), ("alias",): (9, 10)}
        >>> Calibration(cells).confidence(Statement("a", "", None, "altLabel"))
        0.81
        """
        cell = _cell(statement)
        if cell not in self._known:
            chance = 0.5
            for path in _paths(cell):
                right, predicted = self.cells.get(path, (0, 0))
                chance = (right + WEIGHT * chance) / (predicted + WEIGHT)
            self._known[cell] = round(chance, 2)
        return self._known[cell]

    def above(self, least: float) -> tuple[float, float]:
        """From a band on upwards: the share that is right, and the share of all right ones kept.

        >>> bands = Band(0.5, 0.6, 0.5, 40), Band(0.9, 0.95, 0.9, 100)
        >>> Calibration({}, bands).above(0.9)
        (0.9, 0.818)
        """
        kept = [band for band in self.bands if band.least >= least]
        number = sum(band.count for band in kept)
        right = sum(band.count * band.measured for band in kept)
        whole = sum(band.count * band.measured for band in self.bands)
        return round(right / (number or 1), 3), round(right / (whole or 1), 3)

    @property
    def error(self) -> float:
        """Expected calibration error: how far stated and measured differ, weighed by count.

        As in Guo et al. 2017, https://arxiv.org/abs/1706.04599, equation 3.

        >>> Calibration({}, (Band(0.5, 0.6, 0.5, 30), Band(0.9, 0.95, 0.95, 10))).error
        0.075
        """
        whole = sum(band.count for band in self.bands) or 1
        gaps = sum(band.count * abs(band.stated - band.measured) for band in self.bands)
        return round(gaps / whole, 4)


def _cell(statement: Statement) -> Path:
    """The most special cell that a statement belongs to."""
    cue = statement.method.partition(":")[2].split("/")
    return (
        kind(statement),
        _chance(statement.chance),
        statement.subject_source,
        cue[0],
        "/".join(cue[:2]),
    )


def _paths(cell: Path) -> Iterator[Path]:
    """The cells above one and the cell itself, from the one of everything down."""
    yield from (cell[:size] for size in range(len(cell) + 1))


def _chance(chance: float | None) -> str:
    """The band of a model's probability; rules have none."""
    if chance is None:
        return "rule"
    return f"model {max(least for least in _CHANCES if least <= max(chance, 0.0)):.2f}"


def count(judged: Iterable[tuple[Statement, bool]]) -> Calibration:
    """Count by cell how many statements there are and how many of them are right."""
    right: Counter[Path] = Counter()
    predicted: Counter[Path] = Counter()
    for statement, true in judged:
        for path in _paths(_cell(statement)):
            predicted[path] += 1
            right[path] += true
    return Calibration(
        {path: (right[path], n) for path, n in sorted(predicted.items()) if n >= FEWEST}
    )


def dump(calibration: Calibration) -> str:
    """The calibration as JSON text, a line for each cell and band.

    >>> read(dump(Calibration({(): (1, 2), ("post",): (1, 1)}))).cells
    {(): (1, 2), ('post',): (1, 1)}
    """
    record: dict[str, dict[str, Any]] = {
        "cells": {_JOINT.join(path): pair for path, pair in calibration.cells.items()},
        "bands": {
            f"{band.least:.1f}": [band.stated, band.measured, band.count]
            for band in calibration.bands
        },
        "texts": calibration.texts,
    }
    groups = (
        f'"{name}": {{\n'
        + ",\n".join(f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in group.items())
        + "\n }"
        for name, group in record.items()
    )
    return "{\n " + ",\n ".join(groups) + "\n}\n"


def read(text: str) -> Calibration:
    """The inverse of :func:`dump`."""
    record: dict[str, Any] = json.loads(text)
    cells = {
        tuple(key.split(_JOINT)) if key else (): (right, predicted)
        for key, (right, predicted) in record["cells"].items()
    }
    bands = tuple(Band(float(least), *row) for least, row in record["bands"].items())
    return Calibration(cells, bands, record["texts"])


@lru_cache(maxsize=1)
def load_calibration() -> Calibration:
    """The shipped calibration."""
    return read(files("sources").joinpath("calibration.json").read_text(encoding="utf-8"))


def sift(
    statements: Iterable[Statement], least: float
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """Statements at least as sure as ``least``, and the others.

    That a thing exists is kept with any statement about it, however unsure it is by itself.
    """
    said = tuple(statements)
    sure = {s.id for s in said if s.confidence >= least}
    needed = {
        name
        for s in said
        if s.id in sure
        for name in (s.subject.name, s.object.name if s.object else "", s.speaker or "")
    }
    sure |= {s.id for s in said if s.predicate == "type" and s.subject.name in needed}
    kept = tuple(statement for statement in said if statement.id in sure)
    return kept, tuple(statement for statement in said if statement.id not in sure)
