"""Fitting: logistic models from examples, by scikit-learn (the extra ``learn``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from sources.learned.linear import Linear

__all__ = ["OF_MANY", "SEEN", "Example", "fit", "settle"]

#: A feature, and a label, must be seen in so many examples to be learned.
SEEN, _LABEL = 2, 4
#: Weights below this move no decision: where few features have one, and where many do.
_OF_FEW, OF_MANY = 0.005, 0.02
#: Of several places that may say a fact, those count that are this likely beside the likeliest.
_NEARLY = 0.5


@dataclass(frozen=True, slots=True)
class Example:
    """What something looks like, and the labels that annotators give it.

    ``labels`` gives with each label the fact that it stands for: a fact may be said in several
    places, or only seem so. ``unsure``: labels of which nothing shall be learned here.
    """

    features: list[str]
    labels: dict[str, Hashable]
    unsure: frozenset[str] = field(default=frozenset())


def fit(examples: Sequence[Example], strength: float = 0.5, *, few: bool = True) -> Linear:
    """One logistic regression per label; ``strength`` is the inverse of the regularisation.

    ``few``: the penalty is on the sum of the weights (lasso), so that few features keep one and a
    reader can see what a model goes by; else on the sum of their squares (ridge), which serves
    better where many features each tell a little.
    """
    counts = Counter(feature for example in examples for feature in set(example.features))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(
        [{f: 1.0 for f in example.features if counts[f] >= SEEN} for example in examples]
    )
    matrix.indices, matrix.indptr = matrix.indices.astype(np.int32), matrix.indptr.astype(np.int32)
    names = vectorizer.get_feature_names_out()
    seen = Counter(label for example in examples for label in example.labels)
    labels: list[str] = []
    bias: list[float] = []
    weights: dict[str, list[tuple[int, float]]] = {}
    for label in sorted(label for label, count in seen.items() if count >= _LABEL):
        sure, wanted = _targets(examples, label)
        if wanted.all() or not wanted.any():
            continue  # nothing to tell apart
        model = LogisticRegression(
            C=strength, l1_ratio=int(few), solver="liblinear", max_iter=200, random_state=0
        )
        model.fit(matrix[sure], wanted)
        bias.append(round(float(model.intercept_[0]), 4))
        for at in np.flatnonzero(abs(model.coef_[0]) >= (_OF_FEW if few else OF_MANY)):
            weight = round(float(model.coef_[0][at]), 3)
            weights.setdefault(names[at], []).append((len(labels), weight))
        labels.append(label)
    return Linear(tuple(labels), tuple(bias), {f: tuple(pairs) for f, pairs in weights.items()})


def _targets(
    examples: Sequence[Example], label: str
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """The indices of the examples that tell about a label, and what each says."""
    sure = [at for at, example in enumerate(examples) if label not in example.unsure]
    return (
        np.array(sure, dtype=np.int32),
        np.array([label in examples[at].labels for at in sure]),
    )


def settle(examples: Sequence[Example], strength: float = 0.5) -> Linear:
    """A model that decides for itself which of several places says a fact.

    It is fitted twice: where a fact may be said in several places, the first model tells the
    likely ones from the others, of which the second then learns nothing (multiple-instance
    learning, https://doi.org/10.1016/S0004-3702(96)00034-3).
    """
    first = fit(examples, strength)
    places: dict[tuple[str, Hashable], list[tuple[float, int]]] = {}
    for at, example in enumerate(examples):
        if example.labels:
            chances = first.chances(example.features)
            for label, fact in example.labels.items():
                places.setdefault((label, fact), []).append((chances.get(label, 0.0), at))
    doubtful: dict[int, set[str]] = {}
    for (label, _), found in places.items():
        surest = max(chance for chance, _ in found)
        for chance, at in found:
            if chance < _NEARLY * surest:
                doubtful.setdefault(at, set()).add(label)
    return fit([_doubt(example, doubtful.get(at)) for at, example in enumerate(examples)], strength)


def _doubt(example: Example, doubtful: set[str] | None) -> Example:
    if not doubtful:
        return example
    kept = {label: fact for label, fact in example.labels.items() if label not in doubtful}
    return Example(example.features, kept, frozenset(doubtful))
