"""Linear models add up the weights of the features they know."""

from __future__ import annotations

import pytest

from sources.learned.linear import Linear

MODEL = Linear(("甲", "乙"), (0.0, -1.0), {"x": ((0, 0.5), (1, 3.0)), "y": ((0, 2.0),)})


def test_weights_of_known_features_add_up() -> None:
    assert MODEL.scores(["x", "y"]) == [2.5, 2.0]
    assert MODEL.scores(["x", "x"]) == [1.0, 5.0]


def test_a_new_feature_changes_nothing() -> None:
    assert MODEL.scores(["x", "never seen"]) == MODEL.scores(["x"])


def test_each_label_has_a_probability_of_its_own() -> None:
    chances = MODEL.chances(["x", "y"])
    assert list(chances) == ["甲", "乙"]
    assert all(0.8 < chance < 1 for chance in chances.values())


def test_the_best_label_has_the_highest_score() -> None:
    assert MODEL.best(["x"])[0] == "乙"
    assert MODEL.best(["y"])[0] == "甲"
    assert MODEL.best(["x"])[1] == MODEL.chances(["x"])["乙"]


def test_of_equal_labels_the_first_is_best() -> None:
    assert Linear(("甲", "乙"), (1.0, 1.0), {}).best([])[0] == "甲"


def test_a_part_of_a_model_weighs_its_labels_as_the_whole_does() -> None:
    part = MODEL.only(frozenset({"乙"}))
    assert part.labels == ("乙",)
    assert part.scores(["x", "y"]) == [MODEL.scores(["x", "y"])[1]]
    assert MODEL.only(frozenset({"乙"})) is part
    assert MODEL.only(frozenset()).scores(["x"]) == []


@pytest.mark.parametrize(("bias", "chance"), [(1e6, 1.0), (-1e6, 0.0)])
def test_extreme_scores_are_still_probabilities(bias: float, chance: float) -> None:
    assert Linear(("甲",), (bias,), {}).chances([])["甲"] == pytest.approx(chance)


def test_a_model_without_labels_says_nothing() -> None:
    assert Linear((), (), {}).chances(["x"]) == {}
