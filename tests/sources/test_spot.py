import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("10. 银杉数据中心，银杉高新区，总投资9亿元。", {("银杉数据中心", "银杉高新区")}),
        ("● 银杉孵化器：银杉高新区，孵化面积5.8万平方米。", {("银杉孵化器", "银杉高新区")}),
        ("在岚山区，张三一行首先来到山东绿色制造研究院。", {("山东绿色制造研究院", "岚山区")}),
        ("珠光科技2010年3月在银杉工业园注册。", {("珠光科技", "银杉工业园")}),
        ("银杉产业创新联盟在舟山市起航。", {("银杉产业创新联盟", "舟山市")}),
        ("银杉基地选在孝南区，由甲公司合资建设。", {("银杉基地", "孝南区")}),
        ("湘江科学城是长沙市西南部的一座科学城。", {("湘江科学城", "长沙市")}),
        (
            "银杉农机产业园已有科沃农机公司、北垦智能公司等14家企业签约。",
            {("科沃农机公司", "银杉农机产业园"), ("北垦智能公司", "银杉农机产业园")},
        ),
    ],
)
def test_what_stands_where_the_text_has_come_to(text: str, pairs: set[tuple[str, str]]) -> None:
    assert read_text(text).pairs("locatedIn") == pairs


@pytest.mark.parametrize(
    "text",
    [
        "珠光科技的产品在银杉工业园投产。",
        "在岚山区开完会，张三去了外地，第二天来到甲公司。",
        "湘江科学城是长沙市的骄傲。",
        "银杉农机产业园拟帮助科沃农机公司等14家企业签约。",
    ],
)
def test_a_place_near_by_tells_nothing(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == set()


@pytest.mark.parametrize(
    "text",
    [
        "在岚山区听取汇报后，一行前往外地，来到银杉产业园。",
        "张三走进银杉产业园，又走进兰陵大学。",
        "银杉科创园，兰溪科创园，均为省级园区。",
        "珠光科技在银杉工业园成立党支部。",
    ],
)
def test_who_has_moved_on_or_only_does_something_there_stands_elsewhere(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == set()


def test_whom_visitors_of_a_park_look_at() -> None:
    text = "考察团来到滦安科技园，先后走访了青石公司、银杉公司。"
    assert read_text(text).pairs("locatedIn") == {
        ("青石公司", "滦安科技园"),
        ("银杉公司", "滦安科技园"),
    }


def test_what_they_come_to_next_may_stand_elsewhere() -> None:
    text = "考察团来到滦安科技园，来到青石公司。"
    assert read_text(text).pairs("locatedIn") == set()
