"""Fitting: logistic models from examples, by scikit-learn (the extra ``learn``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sources.learned.linear import Linear

__all__ = ["fit"]

#: A feature, and a label, must be seen in so many examples to be learned.
_SEEN, _LABEL = 2, 4
#: Weights below this move no decision.
_SMALLEST = 0.01


def fit(examples: Sequence[tuple[list[str], frozenset[str]]], strength: float = 1.0) -> Linear:
    """One logistic regression per label; ``strength`` is the inverse of the regularisation."""
    counts = Counter(feature for features, _ in examples for feature in set(features))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        [{f: 1.0 for f in features if counts[f] >= _SEEN} for features, _ in examples]
    )
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    names = vectorizer.get_feature_names_out()
    seen = Counter(label for _, labels in examples for label in labels)
    labels = tuple(sorted(label for label, count in seen.items() if count >= _LABEL))
    bias: list[float] = []
    weights: dict[str, list[tuple[int, float]]] = {}
    for index, label in enumerate(labels):
        wanted = np.array([label in said for _, said in examples])
        model = LogisticRegression(C=strength, solver="liblinear", max_iter=300, random_state=0)
        model.fit(matrix, wanted)
        bias.append(round(float(model.intercept_[0]), 4))
        for at in np.flatnonzero(abs(model.coef_[0]) >= _SMALLEST):
            weight = round(float(model.coef_[0][at]), 3)
            weights.setdefault(names[at], []).append((index, weight))
    return Linear(labels, tuple(bias), {f: tuple(pairs) for f, pairs in weights.items()})
