"""Scores: counts of gold, predicted and agreeing statements, and the figures made of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from sources.statement import Statement

__all__ = ["MEASURES", "Difference", "Score", "Scores"]

#: The measures, strict ones first within each kind; ``evaluate`` scores each.
MEASURES = (
    "entity",
    "entity name",
    "alias",
    "relation",
    "relation pair",
    "quantity",
    "quantity value",
    "quantity indicator",
    "status",
    "post",
    "post holder",
)


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what the gold holds, what was predicted, and what agrees.

    >>> score = Score(gold=10, predicted=8, hit=6)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.75, 0.6, 0.667)
    """

    gold: int = 0
    predicted: int = 0
    hit: int = 0

    def __add__(self, other: Score) -> Score:
        """Counts of two texts together."""
        return Score(self.gold + other.gold, self.predicted + other.predicted, self.hit + other.hit)

    @property
    def wrong(self) -> int:
        """How many of the predictions agree with nothing."""
        return self.predicted - self.hit

    @property
    def precision(self) -> float:
        """Share of the predictions that are right; 1 when nothing was predicted."""
        return self.hit / self.predicted if self.predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 when there is nothing to find."""
        return self.hit / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.gold + self.predicted
        return 2 * self.hit / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Difference:
    """One statement that stands on one side only.

    ``sort``: ``miss`` (in the gold only), ``false alarm`` (predicted only) or ``modality`` (stated
    as a fact though the text says target, negated, hypothetical or denied).
    """

    sort: str
    kind: str
    statement: Statement


@dataclass(frozen=True, slots=True)
class Scores:
    """All figures of one text, or of several added up.

    ``measures`` by name of :data:`MEASURES`; ``classes`` and ``relations`` split the strict entity
    and relation measures; ``cues`` and ``sources`` (``subject_source``) count predictions only,
    so they have a precision and no recall; ``details`` are figures over the statements that agree:
    ``speaker`` among relations, statuses and quantities, ``as_of`` and ``approximator`` among
    quantities.
    """

    measures: dict[str, Score] = field(default_factory=dict)
    classes: dict[str, Score] = field(default_factory=dict)
    relations: dict[str, Score] = field(default_factory=dict)
    cues: dict[str, Score] = field(default_factory=dict)
    sources: dict[str, Score] = field(default_factory=dict)
    details: dict[str, Score] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()

    @property
    def modality_errors(self) -> int:
        """How many statements pass off a goal, a denial or a guess as a fact."""
        return sum(difference.sort == "modality" for difference in self.differences)

    def __add__(self, other: Scores) -> Scores:
        """The figures of two texts together."""
        return Scores(
            _merge(self.measures, other.measures),
            _merge(self.classes, other.classes),
            _merge(self.relations, other.relations),
            _merge(self.cues, other.cues),
            _merge(self.sources, other.sources),
            _merge(self.details, other.details),
            self.differences + other.differences,
        )


def _merge(left: dict[str, Score], right: dict[str, Score]) -> dict[str, Score]:
    names = sorted({*left, *right})
    return {name: left.get(name, Score()) + right.get(name, Score()) for name in names}
