import pytest

from tests.sources.conftest import read_text


def owners(text: str) -> list[str]:
    return [s.subject.name for s in read_text(text).of("observation")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪市设立青蓝基金，头一笔1200万元就投给了天澜集团。", ["天澜集团"]),
        ("云溪市今年拿出2500万元给银杉实验室。", ["银杉实验室"]),
        # What is given away for nothing named stays with who gives it.
        ("云溪市今年拿出2500万元给居民。", ["云溪市"]),
    ],
)
def test_a_sum_is_of_the_one_it_is_paid_to(text: str, names: list[str]) -> None:
    assert owners(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪市花了2800万元，同兰陵大学联合建起银杉实验室。", ["银杉实验室"]),
        ("云溪市给了300亩地，由天澜集团建起银杉实验室。", ["银杉实验室"]),
        ("云溪市每年拿600万元搞“青蓝计划”。", ["青蓝计划"]),
        # Research money is no laboratory's that a city has built besides.
        ("云溪市投入研发经费20亿元，建成银杉实验室。", ["云溪市"]),
        ("云溪市投资3亿元，其中2亿元用于银杉实验室。", ["云溪市", "银杉实验室"]),
    ],
)
def test_money_and_land_are_of_what_is_founded_with_them(text: str, names: list[str]) -> None:
    assert owners(text) == names
