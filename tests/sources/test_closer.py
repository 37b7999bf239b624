"""Closers: the noun behind a row tells what its shortened items are."""

from __future__ import annotations

import pytest

from sources.closer import closes_row
from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "item", "cls"),
    [
        ("青石、龙门、中原食品等省实验室揭牌", "龙门", "Laboratory"),
        ("青石、龙门和中原食品等10家省重点实验室揭牌", "青石", "Laboratory"),
        ("青石、蓝杉等高校参加", "青石", "University"),
        ("青石、蓝杉等企业参与建设实验室", "青石", ""),
        ("青石、蓝杉等参与建设实验室", "青石", ""),
    ],
)
def test_a_noun_right_behind_the_row_tells_what_it_is_of(text: str, item: str, cls: str) -> None:
    assert closes_row(text, text.index(item) + len(item)) == cls


def test_a_county_in_short_is_none_in_a_row_of_laboratories() -> None:
    types = read_text("省里的良渚、西湖、东海等省实验室挂牌。").types
    assert not types.keys() & {"西湖", "东海"}
