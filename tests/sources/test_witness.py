import pytest

from tests.sources.conftest import read_stages


def test_a_team_goes_by_a_person() -> None:
    assert read_stages("来自云溪的方亦舟团队研发出芯片。").names.get("方亦舟") == "Person"


def test_a_word_for_what_somebody_is_stands_before_a_name() -> None:
    assert read_stages("妻子方亦云在园里上班。").names.get("方亦云") == "Person"


@pytest.mark.parametrize(
    "text", ["居民高兴地搬家。", "老人施工忙。", "专家库建成。", "学生万余人。"]
)
def test_what_such_people_are_or_do_is_no_name(text: str) -> None:
    assert "Person" not in read_stages(text).names.values()


def test_persons_stand_in_a_row_that_counts_persons() -> None:
    names = read_stages("项目由邬志远、冼宝仪等五名科研人员发起。").names
    assert (names.get("邬志远"), names.get("冼宝仪")) == ("Person", "Person")


def test_an_age_needs_no_mark_before_this_year() -> None:
    assert read_stages("邬志远今年41岁。").names.get("邬志远") == "Person"
