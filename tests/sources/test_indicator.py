import pytest

from sources.clause import clauses
from sources.indicator import Indicator, name_indicator
from sources.quantity import quantities
from tests.sources.conftest import read_stages


def indicators(text: str) -> list[Indicator | None]:
    stages = read_stages(text)
    shadow = stages.layout.shadow
    parts = clauses(shadow, 0, stages.reading.tokens[0], stages.references)
    return [
        name_indicator(shadow, clause, quantity)
        for clause in parts
        for quantity in quantities(shadow, clause.start, clause.end)
    ]


@pytest.mark.parametrize(
    ("text", "name", "size"),
    [
        ("云溪市高新技术企业达到103家。", "高新技术企业数量", False),
        ("云溪市拥有28所高校。", "高校数量", False),
        ("滦安科技园占地310亩。", "占地面积", True),
        ("滦安科技园总投资约5亿元。", "总投资", True),
        ("滦安科技园投资18亿元。", "投资额", True),
        ("云溪市实际到位资金330亿元。", "实际到位资金", True),
        ("云溪市拥有15亿元的基金。", "规模", True),
        ("增长8.5%。", "增长率", False),
        ("云溪市其中企业15家。", "企业数量", False),
    ],
)
def test_what_a_number_counts(text: str, name: str, size: bool) -> None:
    (indicator,) = indicators(text)
    assert indicator is not None
    assert (indicator.name, indicator.size) == (name, size)


def test_the_name_of_a_thing_is_no_part_of_the_indicator() -> None:
    (indicator,) = indicators("滦安科技园总投资5亿元。")
    assert indicator is not None
    assert (indicator.start, indicator.end) == (5, 8)


def test_a_bare_number_of_things_counts_nothing() -> None:
    assert indicators("达到100个。") == [None]
