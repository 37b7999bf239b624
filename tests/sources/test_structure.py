import pytest

from tests.sources.conftest import read_text

PARTS = {("滦安科技园", "一城多园"), ("兰陵软件园", "一城多园")}


@pytest.mark.parametrize(
    "text",
    [
        "“一城多园”模式由滦安科技园、兰陵软件园组成。",
        "完善“一城多园”模式。其中，“多园”包括滦安科技园、兰陵软件园。",
        "滦安科技园、兰陵软件园等“一城多园”布局。",
    ],
)
def test_the_parts_of_a_layout(text: str) -> None:
    assert read_text(text).pairs("partOf") == PARTS


def test_zones_built_after_a_slogan_make_it_up() -> None:
    text = "云溪市构建“一核两翼”格局，建设银杉高新区、打造滦安科学城。"
    assert read_text(text).pairs("partOf") == {
        ("银杉高新区", "一核两翼"),
        ("滦安科学城", "一核两翼"),
    }


def test_a_whole_and_what_it_is_composed_of() -> None:
    found = read_text("银杉高新区由滦安科技园、兰陵软件园组成。")
    assert found.pairs("partOf") == {("滦安科技园", "银杉高新区"), ("兰陵软件园", "银杉高新区")}


def test_a_merger_succeeds_both() -> None:
    found = read_text("银杉高新区由银杉工业园、滦安工业园合并而成。")
    assert found.pairs("succeeds") == {("银杉高新区", "银杉工业园"), ("银杉高新区", "滦安工业园")}
    assert found.pairs("partOf") == set()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("银杉高新区的“天光”产业园开园。", ("“天光”产业园", "银杉高新区")),
        ("云溪市的滦安科技园开园。", ("滦安科技园", "云溪市")),
        ("在云溪市建设滦安科技园。", ("滦安科技园", "云溪市")),
    ],
)
def test_a_place_right_before_a_thing(text: str, pair: tuple[str, str]) -> None:
    assert read_text(text).pairs("locatedIn") == {pair}


def test_where_something_comes_from_is_not_where_it_is() -> None:
    found = read_text("云溪市从滦安市引进“天光”产业园。")
    assert found.pairs("locatedIn") == {("“天光”产业园", "云溪市")}
    assert read_text("从成都市的“天光”产业园出发。").pairs("locatedIn") == set()


def test_what_is_told_after_a_place_has_much_is_there() -> None:
    text = "目前，银杉高新区拥有大批平台，天光实验室投用，蓝鲸实验室开工。"
    assert read_text(text).pairs("locatedIn") == {
        ("天光实验室", "银杉高新区"),
        ("蓝鲸实验室", "银杉高新区"),
    }


def test_a_slogan_alone_has_no_parts() -> None:
    assert read_text("云溪市完善“一城多园”模式。").pairs("partOf") == set()


def test_the_parts_of_a_zone_make_up_the_slogan_they_go_by() -> None:
    found = read_text("银杉高新区下辖滦安科技园和兰陵软件园，称为“一区两园”。")
    assert found.pairs("partOf") >= {("滦安科技园", "一区两园"), ("兰陵软件园", "一区两园")}
    found = read_text("银杉高新区下辖滦安科技园和兰陵软件园，与外地探索“一区两园”合作。")
    assert {whole for _, whole in found.pairs("partOf")} == {"银杉高新区"}


def test_a_city_has_parks_in_it_not_as_its_parts() -> None:
    assert read_text("云溪市的创新带由滦安科技园、兰陵软件园组成。").pairs("partOf") == set()
