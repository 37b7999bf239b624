import pytest

from tests.sources.conftest import read_stages


def _pair(text: str) -> tuple[list[str], list[str]]:
    stages = read_stages(text)
    return stages.meant_by("前者"), stages.meant_by("后者")


def test_two_that_are_counted_one_by_one() -> None:
    text = "“两园”一个是滦安科技园，一个是兰陵软件园，前者由兰陵大学建设，后者由滦安大学建设。"
    assert _pair(text) == (["滦安科技园"], ["兰陵软件园"])


def test_what_is_named_after_the_former_is_not_the_latter() -> None:
    text = (
        "兰陵集团分别与滦安大学、银杉研究院签署协议:前者将与兰陵集团共建银杉联合实验室;"
        "后者的蓝鲸生产基地选址滦安科技园。"
    )
    assert _pair(text) == (["滦安大学"], ["银杉研究院"])


def test_the_partner_named_last_is_the_latter() -> None:
    assert _pair("滦安科技园与兰陵大学签约，后者将派出团队。")[1] == ["兰陵大学"]


def test_two_of_one_kind_need_not_stand_side_by_side() -> None:
    text = "市里先建成滦安科技园，又在城东建起兰陵科技园。与前者不同，后者由银杉集团投建。"
    assert _pair(text) == (["滦安科技园"], ["兰陵科技园"])


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园、兰陵科技园和银杉科技园开园。前者引进企业，后者引进人才。",
        "由银杉实验室和蓝鲸实验室整合而成，依托兰陵大学和滦安大学建设。前者成立较早，后者较晚。",
        "成都、重庆两个分院，前者引进企业，后者引进人才。",
        "前者引进企业，后者引进人才。",
    ],
)
def test_where_the_text_does_not_tell_which_two(text: str) -> None:
    assert _pair(text) == ([], [])


def test_a_partner_governed_by_a_small_word_is_not_one_of_the_two() -> None:
    text = "银杉大学与兰陵集团、蓝鲸集团签约，设立滦安科技园、兰陵软件园。前者在东，后者在西。"
    assert _pair(text) == (["滦安科技园"], ["兰陵软件园"])
