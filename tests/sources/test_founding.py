import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("云溪市策划建设滦安科技园。", "planned"),
        ("谋划建设滦安科技园。", "planned"),
        ("滦安科技园将于明年设立。", "planned"),
        ("云溪市加快推进滦安科技园建设。", "underConstruction"),
        ("云溪市与兰陵大学签约，双方将共建滦安科技园。", "signed"),
    ],
)
def test_a_verb_of_founding_says_how_what_it_founds_stands(text: str, rung: str) -> None:
    assert read_text(text).statuses == {("滦安科技园", rung, "asserted")}


def test_a_fund_that_is_pushed_forward_is_not_under_construction() -> None:
    assert read_text("云溪市推进银杉基金建设。").statuses == set()


def test_what_is_meant_though_a_contract_was_signed_is_only_planned() -> None:
    found = read_text("云溪市与兰陵大学签约，拟建设滦安科技园。")
    assert found.statuses == {("滦安科技园", "planned", "asserted")}


def test_a_status_word_behind_the_thing_says_the_rung_itself() -> None:
    found = read_text("云溪市启动滦安科技园的预研建设。")
    assert found.statuses == {("滦安科技园", "planned", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "滦安高新区同兰陵大学商量建一个银杉实验室。",
        "滦安高新区探索与兰陵大学共建银杉实验室。",
        "滦安高新区正与兰陵大学商谈合办银杉实验室。",
        "双方在谈建银杉实验室，还没签字。",
    ],
)
def test_what_is_only_talked_of_is_explored(text: str) -> None:
    assert ("银杉实验室", "exploring", "asserted") in read_text(text).statuses


def test_what_is_not_talked_of_is_no_rung_reached() -> None:
    found = read_text("滦安高新区没有与兰陵大学商谈合办银杉实验室。").statuses
    assert not {status for status in found if status[2] == "asserted"}
