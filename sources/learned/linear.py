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
    def told(self) -> dict[str, set[str]]:
        """The words that features name, such as ``w=`` and ``w|``: others need not be told.

        >>> told = Linear(("a",), (0.0,), {"w=建设": (), "w|位于|A|B": (), "b=A": ()}).told
        >>> sorted(told["w"])
        ['位于', '建设']
        """
        found: dict[str, set[str]] = {}
        for feature in self.weights:
            family, *words = re.split("[=|]", feature)
            found.setdefault(family, set()).update(words[:1])
        return found

    def only(self, labels: frozenset[str]) -> Linear:
        """The model with some of its labels alone, made once: the others are not weighed.

        >>> model = Linear(("a", "b"), (0.0, -1.0), {"x": ((0, 2.0), (1, 3.0))})
        >>> model.only(frozenset("b"))
        Linear(labels=('b',), bias=(-1.0,), weights={'x': ((0, 3.0),)})
        """
        if labels not in self._parts:
            kept = [at for at, label in enumerate(self.labels) if label in labels]
            place = {at: new for new, at in enumerate(kept)}
            told = (
                (feature, tuple((place[at], weight) for at, weight in weights if at in place))
                for feature, weights in self.weights.items()
            )
            self._parts[labels] = Linear(
                tuple(self.labels[at] for at in kept),
                tuple(self.bias[at] for at in kept),
                {feature: weights for feature, weights in told if weights},
            )
        return self._parts[labels]

    @cached_property
    def _parts(self) -> dict[frozenset[str], Linear]:
        return {}

    def scores(self, features: Iterable[str]) -> list[float]:
        """The log-odds of each label; features the model never met count nothing.

        >>> Linear(("a", "b"), (0.0, -1.0), {"x": ((1, 3.0),)}).scores(["x", "new"])
        [0.0, 2.0]
        """
        sums = list(self.bias)
        for weights in filter(None, map(self.weights.get, features)):
            for label, weight in weights:
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
        top = sums.index(max(sums))
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
