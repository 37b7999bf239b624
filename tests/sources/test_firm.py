import pytest

from sources.firm import area_class, find_firms, find_new_places
from sources.token import tokenize


def firms(text: str) -> list[str]:
    return [text[c.start : c.end] for c in find_firms(tuple(tokenize(text, 0, len(text))))]


def new_places(text: str) -> list[tuple[str, str]]:
    tokens = tuple(tokenize(text, 0, len(text)))
    return [(text[c.start : c.end], c.cls) for c in find_new_places(tokens)]


def test_a_rare_word_before_a_telling_one_is_a_firm() -> None:
    assert firms("蓝鲸科技落户滦安市") == ["蓝鲸科技"]


@pytest.mark.parametrize("text", ["发展科技", "绿色科技", "重庆科技", "蓝鲸科技园", "科技"])
def test_common_words_places_and_longer_nouns_are_none(text: str) -> None:
    assert firms(text) == []


def test_a_public_company_may_bear_a_place() -> None:
    assert firms("威海国投成立") == ["威海国投"]


def test_a_place_that_no_table_has() -> None:
    assert new_places("在滦安市举行") == [("滦安市", "City")]


@pytest.mark.parametrize("text", ["成都市", "全市", "城市", "都市"])
def test_known_places_and_common_words_are_not_new(text: str) -> None:
    assert new_places(text) == []


def test_the_last_letter_tells_the_class_of_an_area() -> None:
    assert [area_class(name) for name in ("滦安市", "滦安县", "滦安", "")] == [
        "City", "County", "", "",
    ]  # fmt: skip
