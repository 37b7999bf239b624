import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "银杉研究院是从滦安仪器厂改制来的。",
        "银杉研究院由原滦安仪器厂转制而来。",
        "银杉研究院的底子是2002年的滦安仪器厂。",
        "银杉研究院（原滦安仪器厂）位于云溪市。",
    ],
)
def test_a_body_that_came_of_another_by_reform(text: str) -> None:
    assert read_text(text).pairs("succeeds") == {("银杉研究院", "滦安仪器厂")}


@pytest.mark.parametrize(
    "text",
    [
        "在滦安研究所基础上，云溪市组建了银杉研究院。",
        "以滦安研究所为班底组建的银杉研究院揭牌。",
        "滦安研究所并入银杉研究院。",
        "滦安研究所被银杉研究院取代。",
        "撤销滦安研究所，组建银杉研究院。",
        "滦安研究所撤销，其人员并入银杉研究院。",
    ],
)
def test_an_institute_that_carries_on_another(text: str) -> None:
    assert read_text(text).pairs("succeeds") == {("银杉研究院", "滦安研究所")}


@pytest.mark.parametrize(
    "text",
    [
        "滦安研究所与银杉研究院合作。",
        "滦安科技园并入银杉科学城。",
        "在滦安大学基础上，云溪市组建了银杉实验室。",
        "银杉研究院在滦安研究所召开座谈会，决定成立白桦实验室。",
        "银杉研究院从滦安研究所引进设备。",
    ],
)
def test_what_is_no_succession(text: str) -> None:
    assert read_text(text).pairs("succeeds") == set()


def test_two_put_together_become_one() -> None:
    found = read_text("云溪市把滦安研究所和白桦研究院合到一起，升格为银杉研究院。")
    assert found.pairs("succeeds") == {("银杉研究院", "滦安研究所"), ("银杉研究院", "白桦研究院")}


def test_who_goes_along_is_no_predecessor() -> None:
    text = "滦安研究所与银杉大学、青石公司一起，被改组成白桦实验室。"
    assert read_text(text).pairs("succeeds") == {("白桦实验室", "滦安研究所")}


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


def test_a_zone_that_ends_goes_on_in_the_one_it_is_merged_into() -> None:
    found = read_text("滦安经开区撤销，整体并入银杉高新区。")
    assert found.pairs("succeeds") == {("银杉高新区", "滦安经开区")}
    assert found.pairs("partOf") == set()


@pytest.mark.parametrize(
    "text",
    [
        "银杉研究院承接滦安研究所的三项课题。",
        "滦安研究所食堂并入银杉研究院食堂。",
        "滦安研究所将三名研究员转入银杉研究院。",
        "银杉研究院由滦安研究所、白桦研究所的青年骨干组建而成。",
        "撤销滦安科技园行政审批服务点，组建银杉科技园审批中心。",
        "银杉科技园并不是滦安科技园的前身。",
    ],
)
def test_what_a_body_only_has_is_not_the_body(text: str) -> None:
    assert read_text(text).pairs("succeeds") == set()


def test_what_will_not_be_replaced_is_not() -> None:
    found = read_text("滦安研究所不会被银杉研究院取代。").of("succeeds")
    assert [one.modality for one in found] == ["negated"]


def test_what_was_there_first_is_not_what_the_clause_goes_on_about() -> None:
    text = "青石高新区前身是1998年成立的远帆工业园。2012年升格为省级高新区。"
    found = read_text(text)
    assert found.pairs("succeeds") == {("青石高新区", "远帆工业园")}
    assert found.pairs("designatedAs") == {("青石高新区", "省级高新区")}
    assert found.pairs("establishedBy") == set()


def test_where_a_thing_came_from_may_be_told_over_a_comma_of_what_was_named_before() -> None:
    text = "青石材料研究院有职工300人。它的前身，是1986年建起的远帆材料研究所。"
    assert read_text(text).pairs("succeeds") == {("青石材料研究院", "远帆材料研究所")}
    beside = "青石材料研究院有职工300人。远帆材料研究所就在隔壁，是1986年建起的。"
    assert read_text(beside).pairs("succeeds") == set()


def test_a_chain_of_names_goes_from_one_to_the_next() -> None:
    text = "青石能源化工学院，前身为1984年创办的青石煤炭技工学校，2006年升格为青石职业学院。"
    assert read_text(text).pairs("succeeds") == {
        ("青石能源化工学院", "青石煤炭技工学校"),
        ("青石能源化工学院", "青石职业学院"),
        ("青石职业学院", "青石煤炭技工学校"),
    }
