import pytest

from sources.counted import find_named
from sources.token import tokenize


def _names(text: str) -> list[str]:
    tokens = tuple(tokenize(text, 0, len(text)))
    return [text[name.start : name.end] for name in find_named(text, tokens)]


@pytest.mark.parametrize(
    "text",
    [
        "园区的两个云溪省实验室交付使用",
        "园区的两个云溪省实验室、一个滦安市实验室交付使用",
        "全省布局了7家省创新实验室",
        "签约80亿元项目1个、韩资项目1个。",
        "该院是第二批启动的云溪省实验室之一",
        "定位为建设具有国际影响力的创新策源中心",
        "建设集研发、加工、销售于一体的电子科技产业园",
        "12所国内外一流大学在此办学",
        "河南省实验室座谈会召开",
        "建成江苏省重点实验室",
        "创办第一所正规大学",
        "给每所大学增加资助",
        "构建N个子基金",
        "支持云溪量子等八大产业早期项目",
        "云溪100亿天使母基金出炉",
        "巩固金融和云溪创科中心的地位",
    ],
)
def test_kinds_that_are_counted_or_described_are_no_names(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("引进滦安量子研究院、云溪光电研究院2家。", "云溪光电研究院"),
        ("云溪光电产业园12个项目开工", "云溪光电产业园"),
        ("打造集研发、孵化于一体的云溪光电产业园", "云溪光电产业园"),
        ("是云溪光电产业园之后的又一园区", "云溪光电产业园"),
        ("2025年云溪光电研究院成立", "云溪光电研究院"),
    ],
)
def test_names_beside_numbers_stay_names(text: str, name: str) -> None:
    assert name in _names(text)


def test_the_kind_before_a_name_is_no_part_of_it() -> None:
    assert _names("首家省实验室嵩山实验室揭牌") == ["嵩山实验室"]
