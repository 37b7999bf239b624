import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园由银杉高新区管委会统一管理。",
        "滦安科技园揭牌，由银杉高新区管委会代管。",
        "由银杉高新区管委会管理的滦安科技园开园。",
    ],
)
def test_who_runs_a_park(text: str) -> None:
    assert ("滦安科技园", "银杉高新区管委会") in read_text(text).pairs("governedBy")


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园此前由银杉高新区代管。",
        "滦安科技园的道路由银杉高新区管理。",
        "滦安科技园由青石公司管理。",
        "滦安基金由银杉高新区管理。",
        "滦安科技园由云溪市管理。",
    ],
)
def test_who_ran_it_once_or_runs_something_else(text: str) -> None:
    assert read_text(text).pairs("governedBy") == set()


def test_who_runs_it_no_longer() -> None:
    found = read_text("滦安科技园不再由银杉高新区代管。")
    assert found.pairs("governedBy") == set()
    assert found.pairs("governedBy", "negated") == {("滦安科技园", "银杉高新区")}


def test_committees_that_run_one_zone_each() -> None:
    text = "滦安科技园、兰陵软件园分别由银杉高新区管委会、青山经开区管委会管理。"
    assert read_text(text).pairs("governedBy") == {
        ("滦安科技园", "银杉高新区管委会"),
        ("兰陵软件园", "青山经开区管委会"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园食堂由银杉高新区管委会管理。",
        "滦安科技园一度由银杉高新区管委会代管。",
        "滦安科技园拟由银杉高新区管委会代管。",
    ],
)
def test_what_is_run_of_a_park_or_was_or_may_be_is_not_the_park_today(text: str) -> None:
    assert read_text(text).pairs("governedBy") == set()


def test_what_is_handed_over_is_run_by_who_takes_it() -> None:
    found = read_text("将银杉产业园、白桦科技园交由紫藤高新区托管。")
    assert found.pairs("governedBy") == {
        ("银杉产业园", "紫藤高新区"),
        ("白桦科技园", "紫藤高新区"),
    }


def test_an_institute_belongs_to_who_runs_it() -> None:
    run = read_text("电磁兼容检测中心由银杉大学管理。")
    assert run.pairs("affiliatedWith") == {("电磁兼容检测中心", "银杉大学")}


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园归银杉高新区管委会管理。",
        "银杉高新区管委会对滦安科技园实行统一管理。",
        "银杉高新区管委会代管滦安科技园，面积12平方公里。",
        "银杉高新区管委会负责滦安科技园的规划、建设和日常管理。",
        "滦安科技园占地3平方公里，日常管理由银杉高新区管委会负责。",
        "银杉高新区管委会托管的滦安科技园开园。",
        "滦安科技园（由银杉高新区管委会代管）开园。",
        "2018年起，滦安科技园由银杉高新区管委会实施托管。",
    ],
)
def test_who_runs_a_park_is_said_from_either_side(text: str) -> None:
    assert ("滦安科技园", "银杉高新区管委会") in read_text(text).pairs("governedBy")


@pytest.mark.parametrize(
    "text",
    [
        "银杉高新区管委会加强对滦安科技园企业的管理。",
        "银杉高新区管委会管理滦安科技园的道路。",
        "滦安科技园与银杉高新区管理模式不同。",
    ],
)
def test_what_is_managed_is_not_the_park(text: str) -> None:
    assert read_text(text).pairs("governedBy") == set()


def test_a_district_runs_what_it_is_entrusted_with() -> None:
    found = read_text("滦安科技园由云溪区代管。")
    assert found.pairs("governedBy") == {("滦安科技园", "云溪区")}


def test_a_platform_is_run_by_an_office_or_belongs_to_it_by_the_verb() -> None:
    run = read_text("组建滦安检测中心，由云溪市科技局代管，编制8名。")
    assert run.pairs("governedBy") == {("滦安检测中心", "云溪市科技局")}
    headed = read_text("滦安检测中心归口云溪市科技局管理。")
    assert headed.pairs("affiliatedWith") == {("滦安检测中心", "云溪市科技局")}
