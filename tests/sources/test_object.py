import pytest

from sources.object import is_tied
from tests.sources.conftest import read_text


def test_the_particle_ties_a_name_through_an_opening_quote() -> None:
    assert is_tied("15亿元的“种子基金”", 6)
    assert not is_tied("设立“种子基金”", 3)


@pytest.mark.parametrize(
    "text",
    ["云川光电实验室就藏在云川高新区的一片丘陵里。", "云川光电实验室位于云川高新区3号楼。"],
)
def test_a_part_of_a_place_is_in_the_place(text: str) -> None:
    assert ("云川光电实验室", "云川高新区") in read_text(text).pairs("locatedIn")


def test_what_an_agreement_is_about() -> None:
    found = read_text("兰陵大学与滦安大学就共建银杉研究院一事正式签约。")
    assert found.pairs("establishedBy") == {("银杉研究院", "兰陵大学"), ("银杉研究院", "滦安大学")}
    talk = read_text("兰陵大学与滦安大学就共建银杉研究院展开洽谈。")
    assert {s.modality for s in talk.of("cooperatesWith")} == {"hypothetical"}


def test_what_something_is_made_into_is_not_built() -> None:
    found = read_text("云溪产业园将打造成滦安生物医药成果转化中心。")
    assert found.pairs("establishedBy") == set()
    built = read_text("滦安市建设成渝研究院。")
    assert built.pairs("establishedBy") == {("成渝研究院", "滦安市")}


def test_a_verb_that_a_noun_makes_a_noun_builds_nothing() -> None:
    found = read_text("银杉研究所落户科创圈建设范围内的青湖科学城。")
    assert found.pairs("establishedBy") == set()
    assert found.pairs("locatedIn") == {("银杉研究所", "青湖科学城")}
