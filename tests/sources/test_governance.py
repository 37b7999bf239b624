import pytest

from tests.sources.conftest import read_text


def test_an_institute_tied_to_its_mother() -> None:
    found = read_text("青石公司与兰陵大学的银杉实验室签约。")
    assert found.pairs("affiliatedWith") == {("银杉实验室", "兰陵大学")}


@pytest.mark.parametrize(
    "text",
    [
        "依托兰陵大学的银杉研究院揭牌。",
        "兰陵大学的银杉公司获奖。",
        "来自兰陵大学的银杉研究院揭牌。",
    ],
)
def test_what_is_tied_to_a_mother_otherwise(text: str) -> None:
    assert read_text(text).pairs("affiliatedWith") == set()


def test_an_institute_belongs_to_who_moves_it() -> None:
    moved = read_text("银杉大学把白桦装备研究院从校本部搬了过来。")
    assert moved.pairs("affiliatedWith") == {("白桦装备研究院", "银杉大学")}
    assert read_text("银杉大学把白桦装备研究院的经验写进报告。").pairs("affiliatedWith") == set()


@pytest.mark.parametrize(
    "text",
    [
        "银杉研究院系兰陵大学下属的科研事业单位。",
        "作为兰陵大学直属的研究机构，银杉研究院去年到账经费1.2亿元。",
        "银杉研究院是由兰陵大学主管、青山经开区支持的新型研发机构。",
        "隶属于兰陵大学的银杉研究院获奖。",
        "兰陵大学直属的银杉研究院获奖。",
        "银杉研究院由兰陵大学全资持有。",
    ],
)
def test_a_mother_institution_said_by_a_noun(text: str) -> None:
    assert read_text(text).pairs("affiliatedWith") == {("银杉研究院", "兰陵大学")}


def test_a_firm_held_by_another() -> None:
    found = read_text("青石集团旗下的银杉科技公司签约。")
    assert found.pairs("affiliatedWith") == {("银杉科技公司", "青石集团")}
    assert read_text("青石集团与银杉科技公司签约。").pairs("affiliatedWith") == set()


def test_firms_that_somebody_owns() -> None:
    found = read_text("云川市财政局下属的云川城投公司出资设立云川母基金。")
    assert found.pairs("affiliatedWith") == {("云川城投公司", "云川市财政局")}
