import pytest

from tests.sources.conftest import read_text

BOTH = {("银杉基金", "云溪市"), ("银杉基金", "天澜集团")}


@pytest.mark.parametrize(
    "text",
    [
        "银杉基金规模20亿元，由云溪市与天澜集团各出10亿元。",
        "银杉基金由云溪市与天澜集团各出一半。",
        "设立银杉基金，规模2亿元，云溪市出资七成、天澜集团出资三成。",
        "由云溪市与天澜集团各出一半的银杉基金已经注册。",
        "银杉基金规模3亿元，云溪市、天澜集团两家分摊。",
    ],
)
def test_who_pays_a_share_founds_it_with_others(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == BOTH


@pytest.mark.parametrize(
    "text",
    [
        "银杉基金规模20亿元，天澜集团营收增长三成。",
        "银杉基金规模20亿元，天澜集团出口额占一半。",
        "云溪市产值100亿元，天澜集团出资3亿元。",
        "天澜集团拿出500万元，奖励兰陵大学。",
    ],
)
def test_other_numbers_are_no_shares(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == set()


def test_a_fund_that_pays_into_another_supports_it() -> None:
    found = read_text("银杉种子基金规模2亿元，天澜母基金认缴6000万元。")
    assert found.pairs("supports") == {("天澜母基金", "银杉种子基金")}
    assert found.pairs("establishedBy") == set()


def test_the_sentence_goes_on_about_what_is_paid_for() -> None:
    found = read_text("银杉基金扩到4亿元，天澜集团新认缴1.5亿元，已支持蓝鲸公司。")
    assert found.pairs("supports") == {("银杉基金", "蓝鲸公司")}


def test_one_payer_alone_founds_nothing_that_was_named_before() -> None:
    found = read_text("青石研究院揭牌，兰陵大学出资2亿元设立天澜公司。")
    assert ("青石研究院", "兰陵大学") not in found.pairs("establishedBy")


def test_who_holds_the_shares_of_a_firm_that_is_founded() -> None:
    found = read_text("银杉公司去年注册成立，由恒岳集团和天澜集团各持股50%。")
    assert found.pairs("establishedBy") == {("银杉公司", "恒岳集团"), ("银杉公司", "天澜集团")}
    assert read_text("银杉公司由恒岳集团和天澜集团各持股50%。").pairs("establishedBy") == set()
