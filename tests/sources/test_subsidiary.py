"""Subsidiaries: known companies whose name goes on by a place or a word of its own."""

import pytest

from sources.document import Document
from sources.extract import extract


def firms(text: str) -> set[str]:
    statements = extract(Document("x", "", text, "", "2023-06-02"), learned=False).statements
    return {s.subject.name for s in statements if s.predicate == "type"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("去年，奇瑞中原与云岭大学签署合作协议。", "奇瑞中原"),
        ("园区引进了库卡华南、青石轴承两家企业。", "库卡华南"),
        ("酒钢宏材、青石轴承去年分别扩产。", "酒钢宏材"),
    ],
)
def test_a_place_or_a_coined_word_goes_on_with_the_name_of_a_known_company(
    text: str, name: str
) -> None:
    assert name in firms(text)


@pytest.mark.parametrize(
    "text",
    [
        "比亚迪西安、长沙两地的工厂同时扩产。",
        "比亚迪深圳市坪山区的工厂扩产。",
        "比亚迪员工去年增加两成。",
    ],
)
def test_several_sites_and_common_words_are_no_part_of_the_name(text: str) -> None:
    assert "比亚迪" in firms(text)
