import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("滦安科技园主厂房正在吊装。", "underConstruction"),
        ("记者来到滦安科技园，一期12栋厂房已全部封顶。", "underConstruction"),
        ("滦安科技园总投资29亿元，主楼9层已封顶。", "underConstruction"),
        ("滦安科技园的楼去年8月竣工。", "completed"),
        ("滦安科技园地下室顶板已浇筑完成。", "underConstruction"),
        ("滦安科技园的可行性研究报告获省发改委批复。", "approved"),
    ],
)
def test_a_part_of_the_site_tells_of_the_whole(text: str, rung: str) -> None:
    assert read_text(text).statuses == {("滦安科技园", rung, "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "滦安高新区12栋厂房封顶。",
        "滦安科技园的路灯投用。",
        "滦安科技园的建设方案通过专家评审。",
        "滦安科技园控制性详细规划获批。",
        "滦安科技园在孵企业63家，二号楼停用。",
    ],
)
def test_a_building_tells_nothing_of_a_zone_nor_of_what_it_is_not(text: str) -> None:
    assert not read_text(text).statuses
