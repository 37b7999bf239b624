"""Ranking: a model of which of several it is, from examples, by scipy (the extra ``learn``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from sources.learned.fit import OF_MANY, SEEN, Example
from sources.learned.linear import Linear

__all__ = ["rank"]

#: How often the weights are bettered at most.
_ROUNDS = 150
#: The share of those that are right is taken to be at least so large, so that its log is finite.
_LEAST = 1e-12


def rank(choices: Sequence[Sequence[Example]], label: str, penalty: float = 8.0) -> Linear:
    """The conditional logit of ``label`` (McFadden 1974, https://eml.berkeley.edu/reprints/mcfadden/zarembka.pdf).

    Each choice shows its candidates; those that have the label are right, and if none has it,
    nobody is. ``penalty`` is half the weight of the sum of squared weights (ridge). The score of
    nobody is 0: see ``Linear.shares``.
    """
    counts = Counter(f for choice in choices for example in choice for f in set(example.features))
    places = {f: at for at, f in enumerate(sorted(f for f in counts if counts[f] >= SEEN))}
    matrix, starts, right = _table(choices, label, places)
    groups = np.repeat(np.arange(len(starts)), np.diff([*starts, len(right)]))

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = matrix @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[groups])
        shares = powers / np.add.reduceat(powers, starts)[groups]
        told = np.maximum(np.add.reduceat(shares * right, starts), _LEAST)
        slope = matrix.T @ (shares - shares * right / told[groups])
        height = penalty / 2 * (weights @ weights) - np.log(told).sum()
        return float(height), slope + penalty * weights

    start = np.zeros(len(places) + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": _ROUNDS}).x
    weights: dict[str, tuple[tuple[int, float], ...]] = {
        feature: ((0, round(float(found[at]), 3)),)
        for feature, at in places.items()
        if abs(found[at]) >= OF_MANY
    }
    return Linear((label,), (round(-float(found[-1]), 4),), weights)


def _table(
    choices: Sequence[Sequence[Example]], label: str, places: dict[str, int]
) -> tuple[csr_matrix, NDArray[np.int64], NDArray[np.float64]]:
    """The features of candidates, nobody last in each choice; where choices start; who is right."""
    rows: list[list[int]] = []
    right: list[bool] = []
    starts: list[int] = []
    for choice in choices:
        starts.append(len(rows))
        rows += [sorted({places[f] for f in one.features if f in places}) for one in choice]
        rows.append([len(places)])
        named = [label in example.labels for example in choice]
        right += [*named, not any(named)]
    ends = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter(chain.from_iterable(rows), dtype=np.int64)
    matrix = csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(rows), len(places) + 1))
    return matrix, np.array(starts), np.array(right, dtype=float)
