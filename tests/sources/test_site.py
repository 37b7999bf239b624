import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("银杉实验室在滦安科技园揭牌。", ("银杉实验室", "滦安科技园")),
        ("走进滦安科技园，银杉实验室已投入使用。", ("银杉实验室", "滦安科技园")),
        ("滦安科技园的银杉实验室主攻储能。", ("银杉实验室", "滦安科技园")),
        ("滦安科技园今日开园，首批有银杉公司入驻。", ("银杉公司", "滦安科技园")),
    ],
)
def test_where_a_thing_stands(text: str, pair: tuple[str, str]) -> None:
    assert pair in read_text(text).pairs("locatedIn")


def test_an_area_right_behind_a_wider_one_is_in_it() -> None:
    assert read_text("银杉公司来自广州市黄埔区。").pairs("locatedIn") >= {("黄埔区", "广州市")}


def test_where_a_contract_is_signed_says_nothing_of_the_site() -> None:
    assert read_text("兰陵大学与银杉公司在云溪市签约。").pairs("locatedIn") == set()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("滦安科技园内的青石公司获奖。", {("青石公司", "滦安科技园")}),
        ("坐落在云溪市城东的银杉实验室投用。", {("银杉实验室", "云溪市")}),
        ("青石公司与云溪市的银杉集团签约。", {("银杉集团", "云溪市")}),
        (
            "在滦安科技园，青石公司做培训，银杉研究院做中试。",
            {("青石公司", "滦安科技园"), ("银杉研究院", "滦安科技园")},
        ),
    ],
)
def test_a_place_beside_a_thing_or_as_the_scene(text: str, pairs: set[tuple[str, str]]) -> None:
    assert pairs <= read_text(text).pairs("locatedIn")


def test_a_place_in_a_list_is_no_partner() -> None:
    found = read_text("青石集团与云溪市的银杉公司共同设立蓝鲸基金。")
    assert found.pairs("establishedBy") == {("蓝鲸基金", "青石集团"), ("蓝鲸基金", "银杉公司")}


def test_a_division_in_brackets_is_where_the_thing_before_it_stands() -> None:
    text = "已投用：银杉创新中心（南陵县）、青石检测中心（宣州区）。"
    assert read_text(text).pairs("locatedIn") == {
        ("银杉创新中心", "南陵县"),
        ("青石检测中心", "宣州区"),
    }


def test_what_would_be_built_in_a_place_is_there_on_the_same_condition() -> None:
    found = read_text("如果资金到位，银杉公司将在滦安科技园设立青石实验室。")
    assert {s.modality for s in found.of("locatedIn")} == {"hypothetical"}


def test_one_letter_of_founding_without_its_object_says_nothing() -> None:
    assert read_text("银杉高新区要在云溪市建总部大楼。").pairs("locatedIn") == set()
