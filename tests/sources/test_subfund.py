import pytest

from tests.sources.conftest import read_text

TWO = {("银杉天使基金", "银杉科创母基金"), ("硬科技成长基金", "银杉科创母基金")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("银杉科创母基金新增出资8亿元，两只子基金银杉天使基金、硬科技成长基金分别投了9个。", TWO),
        ("银杉科创母基金揭牌。首批子基金里，有银杉天使基金、硬科技成长基金。", TWO),
        (
            "去年备案了银杉天使基金，是银杉科创母基金下面的一只子基金。",
            {("银杉天使基金", "银杉科创母基金")},
        ),
    ],
)
def test_subfunds_are_part_of_their_mother(text: str, pairs: set[tuple[str, str]]) -> None:
    assert read_text(text).pairs("partOf") == pairs


def test_a_fund_beside_a_mother_fund_is_no_part_of_it() -> None:
    text = "银杉科创母基金与银杉天使基金签约。"
    assert read_text(text).pairs("partOf") == set()


def test_the_funds_under_a_mother_fund() -> None:
    found = read_text("银杉母基金下面的青石基金、蓝鲸基金已完成备案。")
    assert found.pairs("partOf") == {("青石基金", "银杉母基金"), ("蓝鲸基金", "银杉母基金")}
