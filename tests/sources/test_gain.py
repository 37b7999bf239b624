import pytest

from tests.sources.conftest import read_text


def owners(text: str) -> list[str]:
    return [s.subject.name for s in read_text(text).of("observation")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("远达公司做清粪机器人，去年拿到青蓝基金的600万元投资。", ["远达公司"]),
        ("远达公司去年迁来。今年，青蓝基金向它注资1.5亿元。", ["远达公司"]),
    ],
)
def test_what_somebody_gets_is_his_though_the_giver_stands_beside_it(
    text: str, names: list[str]
) -> None:
    assert owners(text) == names


def test_what_is_left_of_a_sum_is_of_what_costs_it() -> None:
    text = "银杉中试基地总投资9.6亿元，云溪高新区出2亿元，兰陵大学出1亿元，剩下的6.6亿元靠贷款。"
    assert owners(text) == ["银杉中试基地"] * 4
