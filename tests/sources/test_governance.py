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
