import pytest

from sources.headnoun import head_of
from sources.modifier import is_general, is_specific, kind_of
from sources.token import tokenize
from tests.sources.conftest import read_stages


def specific(name: str) -> bool:
    head = head_of(name)
    assert head is not None
    tokens = tuple(tokenize(name, 0, len(name)))
    return is_specific(tokens, 0, len(name) - len(head.form), head)


@pytest.mark.parametrize("name", ["银杉实验室", "量子实验室", "云溪市产业园"])
def test_a_modifier_of_its_own_names_a_thing(name: str) -> None:
    assert specific(name) is True


@pytest.mark.parametrize("name", ["科技创新平台", "国家级实验室", "公共服务平台"])
def test_general_words_and_levels_name_nothing(name: str) -> None:
    assert specific(name) is False


@pytest.mark.parametrize(
    ("word", "kind"),
    [("国家级", "levelled"), ("科技创新", "general"), ("重庆", "placed"), ("量子", "own")],
)
def test_what_a_modifier_tells(word: str, kind: str) -> None:
    (token, *_) = tokenize(word, 0, len(word))
    assert kind_of(word, token) == kind


def test_two_general_words_are_one() -> None:
    assert is_general("公共技术") is True
    assert is_general("公共量子") is False


@pytest.mark.parametrize("name", ["平湖孵化器", "巢湖众创空间", "绵阳天使基金", "绵阳市人民医院"])
def test_a_town_before_a_told_kind_names_a_thing(name: str) -> None:
    assert specific(name) is True


@pytest.mark.parametrize("name", ["重庆孵化器", "绵阳基金", "平湖医院", "研究型医院"])
def test_a_large_city_or_a_kind_alone_names_nothing(name: str) -> None:
    assert specific(name) is False


def test_the_level_of_an_area_names_no_zone() -> None:
    text = "广西壮族自治区级高新技术产业园区达到14家。"
    assert "广西壮族自治区级高新技术产业园区" not in read_stages(text).names
