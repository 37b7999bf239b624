from tests.sources.conftest import read_text


def test_what_is_founded_in_rooms_just_rented_stands_there() -> None:
    found = read_text("云川市在南河高新区租下4500平方米，办起云川（南河）协同创新中心。")
    assert ("云川（南河）协同创新中心", "南河高新区") in found.pairs("locatedIn")


def test_what_is_founded_after_a_meeting_need_not_stand_where_it_was() -> None:
    found = read_text("云川市在南河高新区召开大会，设立云川材料研究院。")
    assert ("云川材料研究院", "南河高新区") not in found.pairs("locatedIn")


def test_a_firm_registered_in_rooms_just_rented_stands_there() -> None:
    found = read_text("三名博士在云溪高新区租了间办公室，注册了青石公司。")
    assert found.pairs("locatedIn") == {("青石公司", "云溪高新区")}
