"""Ranking: which of several it is, or nobody, as examples tell."""

from __future__ import annotations

from collections.abc import Hashable

from sources.learned.fit import Example
from sources.learned.rank import rank

RIGHT: dict[str, Hashable] = {"owner": 0}
#: Of two things the zone owns the number, unless it is far off; what only passes by owns none.
CHOICES = [
    *([Example(["zone", "near"], RIGHT), Example(["firm", "near"], {})] for _ in range(8)),
    *([Example(["zone", "far"], {}), Example(["firm", "near"], RIGHT)] for _ in range(8)),
    *([Example(["passing"], {})] for _ in range(8)),
    [Example(["once"], RIGHT)],
]
MODEL = rank(CHOICES, "owner", penalty=0.1)


def test_candidates_are_weighed_against_each_other() -> None:
    near = MODEL.shares([["zone", "near"], ["firm", "near"]])
    far = MODEL.shares([["zone", "far"], ["firm", "near"]])
    assert near[0] > 0.5 > near[1]
    assert far[1] > 0.5 > far[0]


def test_where_nobody_was_right_nobody_is_likeliest() -> None:
    (share,) = MODEL.shares([["passing"]])
    assert share < 0.5


def test_what_is_seldom_seen_is_not_learned() -> None:
    assert "once" not in MODEL.weights


def test_the_same_choices_give_the_same_model() -> None:
    assert rank(CHOICES, "owner", penalty=0.1) == MODEL


def test_a_choice_without_candidates_is_nobodys() -> None:
    assert rank([*CHOICES, []], "owner", penalty=0.1).labels == ("owner",)
