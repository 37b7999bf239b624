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
