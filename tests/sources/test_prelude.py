import pytest

from sources.name import find_names
from sources.prelude import is_built
from sources.token import tokenize


def _names(text: str) -> list[str]:
    tokens = tuple(tokenize(text, 0, len(text)))
    return [text[name.start : name.end] for name in find_names(text, tokens)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("当上遂潼合作产业园的保安", "遂潼合作产业园"),
        ("会同海南自贸基金公司设立基金", "海南自贸基金公司"),
        ("第二污水处理厂扩建工程完工", "第二污水处理厂扩建工程"),
        ("建设云南省新型疫苗技术创新中心", "云南省新型疫苗技术创新中心"),
        ("推进溧阳至宁德产业合作示范项目", "溧阳至宁德产业合作示范项目"),
        ("建设磷石膏高效利用国家重点实验室", "磷石膏高效利用国家重点实验室"),
        ("共建灵长类疫苗评价研究院", "灵长类疫苗评价研究院"),
        ("第六届东北亚创新大会开幕", "第六届东北亚创新大会"),
    ],
)
def test_a_name_goes_on_over_words_that_look_like_none_of_it(text: str, name: str) -> None:
    assert name in _names(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("从溧阳至宁德产业合作示范项目", "宁德产业合作示范项目"),
        ("向市科技局报告", "市科技局"),
        ("企业利用量子测控服务平台", "量子测控服务平台"),
        ("今年重大量子测控项目开工", "量子测控项目"),
    ],
)
def test_words_of_the_sentence_stay_outside(text: str, name: str) -> None:
    assert _names(text) == [name]


def test_a_road_is_a_thing_where_it_is_built() -> None:
    assert _names("云溪模具大道本月竣工") == ["云溪模具大道"]
    assert _names("位于云溪模具大道东侧") == []
    assert is_built("云溪大道，全长7公里", 4)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("云溪市与四川顺应电池材料有限公司签约。", "四川顺应电池材料有限公司"),
        ("省重点工程荣昌青石产业园去年开工。", "荣昌青石产业园"),
    ],
)
def test_the_name_opens_with_its_place(text: str, name: str) -> None:
    assert name in _names(text)


def test_a_deed_before_a_bare_head_makes_no_name() -> None:
    assert _names("学院精准对接新区，成果不断。") == []
