import pytest

from sources.settlement import area_class, find_settlements
from sources.token import tokenize


def new_places(text: str) -> list[tuple[str, str]]:
    tokens = tuple(tokenize(text, 0, len(text)))
    return [(text[c.start : c.end], c.cls) for c in find_settlements(tokens)]


def test_a_place_that_no_table_has() -> None:
    assert new_places("在滦安市举行") == [("滦安市", "City")]


@pytest.mark.parametrize("text", ["成都市", "全市", "城市", "都市"])
def test_known_places_and_common_words_are_not_new(text: str) -> None:
    assert new_places(text) == []


def test_the_last_letter_tells_the_class_of_an_area() -> None:
    assert [area_class(name) for name in ("滦安市", "滦安县", "滦安", "")] == [
        "City", "County", "", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [("由莆岚市建设", "莆岚市"), ("随枣市把产业做强", "随枣市"), ("崖海市西郊", "崖海市")],
)
def test_a_place_of_odd_letters_is_new(text: str, name: str) -> None:
    assert name in [found for found, _ in new_places(text)]


@pytest.mark.parametrize("text", ["各县市", "老城区改造", "跨三市", "新城区", "片区"])
def test_kinds_and_counts_of_areas_are_no_places(text: str) -> None:
    assert new_places(text) == []


@pytest.mark.parametrize("text", ["布局西南地区", "位于东部沿海地区"])
def test_a_kind_of_area_behind_a_common_word_is_no_place(text: str) -> None:
    assert new_places(text) == []
