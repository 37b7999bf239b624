import pytest

from tests.sources.conftest import read_text


def test_what_is_inside_the_city_of_science_spoken_of() -> None:
    text = "滦安科学城今年提速。城内，厂房已经封顶，银杉实验室投用；兰陵大学与青石公司签约。"
    assert read_text(text).pairs("locatedIn") == {("银杉实验室", "滦安科学城")}


def test_a_city_wall_is_no_park() -> None:
    text = "滦安科技园今年提速。城内，银杉实验室投用。"
    assert ("银杉实验室", "滦安科技园") not in read_text(text).pairs("locatedIn")


def test_firms_counted_where_the_sentence_tells_of_a_park() -> None:
    text = "滦安科技园签约项目27个，银杉公司、青石公司等31家企业已投产。"
    assert read_text(text).pairs("locatedIn") == {
        ("银杉公司", "滦安科技园"),
        ("青石公司", "滦安科技园"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园与兰陵软件园签约，银杉公司、青石公司等31家企业已投产。",
        "滦安科技园管委会走访云溪市，银杉公司、青石公司等31家企业已投产。",
        "云溪市签约项目27个，银杉公司、青石公司等31家企业已投产。",
        "滦安科技园签约项目27个，银杉公司、青石公司等31家企业获奖。",
        "滦安科技园签约项目27个，银杉公司已投产。",
    ],
)
def test_firms_that_may_be_elsewhere(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == set()


def test_what_is_inside_the_park_right_before_it() -> None:
    text = "滦安科技园扩区两平方公里，园内银杉公司、青石公司双双上市。"
    assert read_text(text).pairs("locatedIn") == {
        ("银杉公司", "滦安科技园"),
        ("青石公司", "滦安科技园"),
    }


def test_the_inside_of_the_only_park_of_the_paragraph() -> None:
    text = "走进滦安产业园，厂房林立。园区内，青石公司的生产线满负荷运转。"
    assert read_text(text).pairs("locatedIn") == {("青石公司", "滦安产业园")}


def test_what_kind_it_is_stands_before_its_name() -> None:
    text = "滦安产业园今年提速。园内首个项目银杉储能项目投产。"
    assert read_text(text).pairs("locatedIn") == {("银杉储能项目", "滦安产业园")}
