import pytest

from tests.sources.conftest import read_text


def _builders(text: str) -> set[str]:
    return {thing for _, thing in read_text(text).pairs("establishedBy")}


def test_the_sides_are_who_the_text_is_about_and_the_one_named_beside_it() -> None:
    text = "银杉实验室去年成立。高校伙伴中，走得最近的是青川大学，双方2024年共建土壤研究院。"
    assert _builders(text) == {"银杉实验室", "青川大学"}


def test_times_may_stand_before_the_word_for_the_sides() -> None:
    text = "银杉实验室去年成立。与青川大学的合作起步稍晚，去年9月两家签了备忘录，拟设立土壤研究院。"
    assert _builders(text) == {"银杉实验室", "青川大学"}


@pytest.mark.parametrize(
    "text",
    [
        "云溪市与青川大学合作。两家食品企业共建土壤研究院。",
        "云溪市与青川大学合作。三方共建土壤研究院。",
    ],
)
def test_two_others_or_three_are_not_the_two_named_before(text: str) -> None:
    assert _builders(text) == set()


def test_an_area_whose_fair_they_visit_is_no_side() -> None:
    found = read_text("某某和天澜集团参加了云溪市的展会，双方共建银杉实验室。")
    assert ("银杉实验室", "云溪市") not in found.pairs("establishedBy")


def test_three_of_whom_each_has_told_his_part() -> None:
    found = read_text("恒岳集团出资金，兰陵大学出技术，云溪市出场地，三方共建银杉研究院。")
    assert found.pairs("establishedBy") == {
        ("银杉研究院", "恒岳集团"),
        ("银杉研究院", "兰陵大学"),
        ("银杉研究院", "云溪市"),
    }


def test_both_go_on_when_each_has_told_his_part() -> None:
    found = read_text(
        "恒岳集团与兰陵大学签约。恒岳集团出资1亿元，兰陵大学派出团队，合作建设银杉研究院。"
    )
    pairs = {("银杉研究院", "恒岳集团"), ("银杉研究院", "兰陵大学")}
    assert found.pairs("establishedBy") == pairs


def test_both_sides_are_whom_by_named() -> None:
    found = read_text("银杉研究院由兰陵大学和恒岳集团创办。今年，两家又携手打造青石中试基地。")
    assert ("青石中试基地", "恒岳集团") in found.pairs("establishedBy")
    assert ("青石中试基地", "银杉研究院") not in found.pairs("establishedBy")
