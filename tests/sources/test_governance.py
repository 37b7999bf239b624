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


def test_an_institute_belongs_to_who_runs_or_moves_it() -> None:
    run = read_text("电磁兼容检测中心由银杉大学管理。")
    assert run.pairs("affiliatedWith") == {("电磁兼容检测中心", "银杉大学")}
    moved = read_text("银杉大学把白桦装备研究院从校本部搬了过来。")
    assert moved.pairs("affiliatedWith") == {("白桦装备研究院", "银杉大学")}
    assert read_text("银杉大学把白桦装备研究院的经验写进报告。").pairs("affiliatedWith") == set()


@pytest.mark.parametrize(
    "text",
    [
        "东林产业园归云川高新区管。",
        "东林产业园的日常管理由云川高新区负责。",
        "云川高新区负责东林产业园的开发建设和日常管理。",
    ],
)
def test_who_sees_to_the_running_of_a_park(text: str) -> None:
    assert read_text(text).pairs("governedBy") == {("东林产业园", "云川高新区")}


def test_firms_that_somebody_owns() -> None:
    found = read_text("云川市财政局下属的云川城投公司出资设立云川母基金。")
    assert found.pairs("affiliatedWith") == {("云川城投公司", "云川市财政局")}
