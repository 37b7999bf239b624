import pytest

from sources.extract import extract
from tests.sources.conftest import document, read_text


@pytest.mark.parametrize(
    "text",
    [
        "滦安高新区集中开工8个重大项目。",
        "滦安高新区10个重点项目集中开工。",
        "滦安高新区共有28个重大项目集中开工。",
        "滦安科技园首个产业项目开建。",
        "滦安高新区一批项目集中开工。",
        "滦安科技园三家企业投产。",
        "滦安科技园的路灯已投用。",
        "全区要以此次开工为契机，滦安科技园以开工为契机。",
    ],
)
def test_a_thing_without_a_name_takes_the_status(text: str) -> None:
    assert read_text(text).statuses == set()


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园开工。",
        "滦安科技园作为全市首个产业园区开工。",
        "滦安科技园主体结构封顶。",
        "“滦安科技园”开工。",
    ],
)
def test_a_name_keeps_its_own_status(text: str) -> None:
    assert read_text(text).statuses == {("滦安科技园", "underConstruction", "asserted")}


def test_a_counted_noun_that_closes_a_list_leaves_the_list_its_status() -> None:
    assert read_text("滦安科技园、兰陵软件园等2个项目开工。").statuses == {
        ("滦安科技园", "underConstruction", "asserted"),
        ("兰陵软件园", "underConstruction", "asserted"),
    }


def test_the_sum_of_counted_projects_is_that_of_the_zone() -> None:
    found = read_text("滦安高新区12个重点项目集中开工，总投资90亿元。")
    assert {(who, unit) for who, _, _, unit in found.numbers} == {
        ("滦安高新区", "NUM"),
        ("滦安高新区", "CNY"),
    }


def test_the_sum_of_one_project_without_a_name_is_not_that_of_the_zone() -> None:
    found = read_text("滦安高新区1个重点项目开工，总投资90亿元，占地面积3万平方米。")
    assert not {number for number in found.numbers if number[3] in ("CNY", "M2")}


def test_sums_by_kind_are_not_three_sums_of_one_zone() -> None:
    found = read_text("滦安高新区有产业项目类4个，总投资50亿元；社会民生类2个，总投资30亿元。")
    assert not {number for number in found.numbers if number[3] == "CNY"}


def test_the_first_project_keeps_the_numbers_told_after_it_to_itself() -> None:
    found = read_text("滦安科技园首个产业项目开建。\n项目总投资20亿元，占地面积3万平方米。")
    assert found.numbers == set()


def test_a_named_thing_keeps_its_sum() -> None:
    found = read_text("滦安科技园开工，总投资20亿元。")
    assert found.numbers == {("滦安科技园", "总投资", "2000000000", "CNY")}


def test_a_number_of_where_they_come_from_is_nobodys_outside() -> None:
    assert read_text("云溪市迎来来自8所高校的专家。").numbers == set()


def test_the_members_of_an_alliance_are_not_those_of_who_joins() -> None:
    found = read_text("今年兰陵大学加入，联盟成员增至9家。")
    assert found.numbers == set()


@pytest.mark.parametrize(
    "text",
    [
        "滦安高新区集中开工8个重大项目，涵盖新能源、新材料等领域。",
        "银杉产业联盟由从事新材料研发的企业、协会组成。",
    ],
)
def test_the_fields_of_things_without_names(text: str) -> None:
    found = read_text(text)
    assert found.pairs("focusesOn") == set()


def test_the_models_add_no_fact_of_a_thing_without_a_name() -> None:
    text = "滦安高新区12个重点项目集中开工，总投资90亿元，涵盖新能源、新材料等领域。"
    said = extract(document(text)).statements
    assert {s.predicate for s in said if s.subject.name == "滦安高新区"} == {"type", "observation"}
    assert [s.value.unit for s in said if s.value is not None] == ["NUM", "CNY"]


def test_a_zone_keeps_its_own_fields() -> None:
    found = read_text("滦安高新区聚焦新能源、新材料等产业。")
    assert ("滦安高新区", "新能源") in found.pairs("focusesOn")


@pytest.mark.parametrize(
    "text",
    ["兰陵大学发展很快，该校三所新学院落户滦安科技园。", "兰陵大学3个团队落户滦安科技园。"],
)
def test_what_settles_is_the_part_that_is_counted(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == set()


def test_a_university_that_settles_itself_is_there() -> None:
    found = read_text("兰陵大学落户滦安科技园。")
    assert found.pairs("locatedIn") == {("兰陵大学", "滦安科技园")}


def test_a_fund_keeps_its_size_after_the_projects_it_pays_for() -> None:
    found = read_text("银杉基金投资12个项目，总规模5亿元。")
    assert ("银杉基金", "总规模", "500000000", "CNY") in found.numbers


def test_what_is_only_in_an_area_is_not_the_area() -> None:
    assert read_text("滦安高新区人才公寓已投用。").statuses == set()
    assert read_text("滦安科技园周边道路停工。").statuses == set()
    assert read_text("滦安高新区主体工程完工。").statuses == {
        ("滦安高新区", "completed", "asserted")
    }
