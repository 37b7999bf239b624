from tests.sources.conftest import read_text


def test_who_joins_two_into_one_has_founded_it() -> None:
    found = read_text("云川市把渤海科技园与相邻的东林产业园捏在一起，定名云川高新区。")
    assert found.pairs("establishedBy") == {("云川高新区", "云川市")}
    assert found.pairs("succeeds") == {("云川高新区", "渤海科技园"), ("云川高新区", "东林产业园")}


def test_who_turns_a_building_into_a_thing_has_founded_it() -> None:
    found = read_text("舜江光模公司把闲置厂房改建为云川科创孵化器。")
    assert found.pairs("establishedBy") == {("云川科创孵化器", "舜江光模公司")}
    assert found.pairs("succeeds") == set()
