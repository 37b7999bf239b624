import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "云川材料研究院（原东林仪表研究所）由舜江光模公司建设。",
        "云川材料研究院是在东林仪表研究所基础上组建的。",
        "云川市在东林仪表研究所的基础上组建云川材料研究院。",
        "东林仪表研究所撤销，并入云川材料研究院。",
    ],
)
def test_what_a_body_was_before(text: str) -> None:
    found = read_text(text)
    assert found.pairs("succeeds") == {("云川材料研究院", "东林仪表研究所")}
    assert found.pairs("partOf") | found.pairs("affiliatedWith") == set()


def test_the_old_name_in_brackets_is_not_what_is_built() -> None:
    found = read_text("云川材料研究院（原东林仪表研究所）由舜江光模公司建设。")
    assert found.pairs("establishedBy") == {("云川材料研究院", "舜江光模公司")}


def test_who_joins_two_into_one_has_founded_it() -> None:
    found = read_text("云川市把渤海科技园与相邻的东林产业园捏在一起，定名云川高新区。")
    assert found.pairs("establishedBy") == {("云川高新区", "云川市")}
    assert found.pairs("succeeds") == {("云川高新区", "渤海科技园"), ("云川高新区", "东林产业园")}


def test_a_body_that_goes_into_another_and_stays_is_no_predecessor() -> None:
    assert read_text("东林仪表研究所并入云川材料研究院。").pairs("succeeds") == set()


def test_who_turns_a_building_into_a_thing_has_founded_it() -> None:
    found = read_text("舜江光模公司把闲置厂房改建为云川科创孵化器。")
    assert found.pairs("establishedBy") == {("云川科创孵化器", "舜江光模公司")}
    assert found.pairs("succeeds") == set()
