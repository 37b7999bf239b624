"""Linear models: weighted features per label, one logistic decision for each label."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from math import exp, log

__all__ = ["Linear", "load_linear"]


@dataclass(frozen=True)
class Linear:
    """Logistic regression, one label against the rest.

    ``labels`` and ``bias`` run in parallel; ``weights`` gives for each feature the index of a
    label and the weight that the feature has for it.
    """

    labels: tuple[str, ...]
    bias: tuple[float, ...]
    weights: dict[str, tuple[tuple[int, float], ...]]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that features ``w=`` and ``w|`` name: others need not be told.

        >>> sorted(Linear(("a",), (0.0,), {"w=建设": (), "w|位于|A|B": (), "b=A": ()}).words)
        ['位于', '建设']
        """
        cells = (re.split("[=|]", feature) for feature in self.weights)
        return frozenset(cell[1] for cell in cells if cell[0] == "w")

    def scores(self, features: Iterable[str]) -> list[float]:
        """The log-odds of each label; features the model never met count nothing.

        >>> Linear(("a", "b"), (0.0, -1.0), {"x": ((1, 3.0),)}).scores(["x", "new"])
        [0.0, 2.0]
        """
        sums = list(self.bias)
        weights = self.weights
        for feature in features:
            if feature in weights:
                for label, weight in weights[feature]:
                    sums[label] += weight
        return sums

    def chances(self, features: Iterable[str]) -> dict[str, float]:
        """The probability of each label by itself.

        >>> Linear(("a",), (0.0,), {}).chances([])
        {'a': 0.5}
        """
        return dict(zip(self.labels, map(_logistic, self.scores(features)), strict=True))

    def shares(self, rivals: Iterable[Iterable[str]]) -> list[float]:
        """The probability of each of several that exclude each other, by the first label.

        What is missing to 1 is the probability that it is none of them, whose score is 0.

        >>> Linear(("a",), (0.0,), {}).shares([["x"], ["y"], ["z"]])
        [0.25, 0.25, 0.25]
        """
        scores = [self.scores(features)[0] for features in rivals]
        top = max([0.0, *scores])
        powers = [exp(score - top) for score in scores]
        total = sum(powers) + exp(-top)
        return [power / total for power in powers]

    def likely(self, features: Iterable[str], least: float) -> list[tuple[str, float]]:
        """The labels that are at least so probable, with their probability.

        >>> Linear(("a", "b"), (0.0, -1.0), {}).likely([], 0.4)
        [('a', 0.5)]
        """
        lowest = log(least / (1 - least))
        scored = zip(self.labels, self.scores(features), strict=True)
        return [(label, _logistic(score)) for label, score in scored if score >= lowest]

    def best(self, features: Iterable[str]) -> tuple[str, float]:
        """The likeliest label and its probability.

        >>> Linear(("a", "b"), (0.0, -1.0), {}).best([])
        ('a', 0.5)
        """
        sums = self.scores(features)
        top = max(range(len(sums)), key=lambda label: (sums[label], -label))
        return self.labels[top], _logistic(sums[top])


def _logistic(score: float) -> float:
    """The probability of log-odds: https://en.wikipedia.org/wiki/Logistic_function."""
    return 1 / (1 + exp(-max(-60.0, min(60.0, score))))


@cache
def load_linear(name: str) -> Linear:
    """The model ``name`` of this folder."""
    record = json.loads(files("sources.learned").joinpath(f"{name}.json").read_bytes())
    weights = {
        feature: tuple((int(label), float(weight)) for label, weight in pairs)
        for feature, pairs in record["weights"].items()
    }
    return Linear(tuple(record["labels"]), tuple(record["bias"]), weights)
