from __future__ import annotations

import pytest

from graph.division import divisions
from graph.identity import is_latin, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("长沙（高新区）", "长沙(高新区)"),
        ("“一城多园”", "一城多园"),
        ("AI研究院", "ａｉ研究院"),
        ("重庆 大学", "重庆大学"),
        ("【重庆】大学", "（重庆）大学"),
        ("重庆\u200b大学", "重庆大学"),
        ("New  York", "new york"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("New York", "NewYork"), ("重庆大学", "重庆大學"), ("重庆(大学)", "重庆大学"), ("a\nb", "ab")],
)
def test_different_names_keep_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_latin_names_are_told_from_mixed_ones() -> None:
    assert is_latin("Qimei Institute of Advanced Materials")
    assert not is_latin("AI研究院")


def test_an_area_lies_in_its_city_and_province_only() -> None:
    table = divisions()
    assert table.related("南岸区", "重庆市")
    assert table.related("长沙", "湖南省")
    assert not table.related("南岸区", "渝北区")


def test_a_name_of_several_areas_is_not_unique() -> None:
    assert not divisions().is_unique("鼓楼区")
    assert divisions().is_unique("南岸区")
