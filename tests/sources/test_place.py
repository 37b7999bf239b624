import pytest

from sources.place import find_places, is_major, is_place
from tests.sources.conftest import read_stages


def places(text: str) -> list[tuple[str, str, str]]:
    edges = frozenset(range(len(text) + 1))
    return [(text[p.start : p.end], p.cls, p.full) for p in find_places(text, edges)]


def test_a_division_written_out_is_a_place() -> None:
    assert places("荣昌区与成都市") == [
        ("荣昌区", "District", "荣昌区"),
        ("成都市", "City", "成都市"),
    ]


def test_a_city_stands_by_its_short_form() -> None:
    assert places("在成都举行") == [("成都", "City", "成都市")]


@pytest.mark.parametrize("text", ["和平发展是主题", "朝阳产业前景好", "海口气清新"])
def test_a_common_word_is_no_district(text: str) -> None:
    assert not [place for place in places(text) if place[1] in {"District", "County"}]


def test_a_short_district_counts_where_the_text_writes_it_out() -> None:
    assert places("荣昌区是农区。荣昌的猪有名。")[-1] == ("荣昌", "District", "荣昌区")


def test_a_short_district_counts_beside_another_place() -> None:
    assert [place[0] for place in places("永川、荣昌都在建设")] == ["永川", "荣昌"]


def test_regions_are_known_by_name() -> None:
    assert places("川渝两地")[0][:2] == ("川渝", "Region")


def test_a_place_must_start_and_end_with_a_word() -> None:
    assert find_places("成都", frozenset({0, 1})) == []


def test_questions_about_single_words() -> None:
    assert is_place("荣昌")
    assert not is_place("荣昌高")
    assert is_major("成都")
    assert not is_major("荣昌")


def test_a_city_in_short_counts_where_something_goes() -> None:
    found = find_places("落脚慈溪", frozenset({0, 2, 4}), sited=frozenset({2}))
    assert [place.full for place in found] == ["慈溪市"]
    assert find_places("落脚慈溪", frozenset({0, 2, 4})) == []


def test_an_area_of_a_people_goes_by_its_letter() -> None:
    assert places("青龙县开工") == [("青龙县", "County", "青龙满族自治县")]


def test_other_countries_and_their_cities_are_places() -> None:
    names = read_stages("产品卖到哈萨克斯坦，在慕尼黑设了离岸中心。").names
    assert (names["哈萨克斯坦"], names["慕尼黑"]) == ("Place", "City")


def test_guests_are_no_city() -> None:
    text = "所长向来宾介绍情况"
    assert find_places(text, frozenset(range(len(text) + 1))) == []
    named = "来宾市与来宾"
    assert len(find_places(named, frozenset(range(len(named) + 1)))) == 2
