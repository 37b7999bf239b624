import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "云溪高新区把青石公司引了进来。",
        "青石公司在云溪高新区租了间办公室。",
        "云溪高新区现有企业46家，其中青石公司年产值超过10亿元。",
    ],
)
def test_whom_a_place_has_won(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == {("青石公司", "云溪高新区")}


def test_a_place_is_the_home_of_those_who_have_come() -> None:
    found = read_text("云溪科学城已成为兰陵大学、青石实验室等机构的聚集地。")
    both = {("兰陵大学", "云溪科学城"), ("青石实验室", "云溪科学城")}
    assert found.pairs("locatedIn") == both


@pytest.mark.parametrize(
    "text",
    [
        "云溪高新区把青石公司评为先进。",
        "青石公司在云溪高新区租了一辆车。",
        "云溪高新区走访企业46家，其中青石公司反映用工难。",
    ],
)
def test_praise_cars_and_calls_place_nobody(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == set()


def test_who_was_invited_has_come() -> None:
    found = read_text("青石公司2018年被云溪高新区引进，如今已是纳税大户。")
    assert found.pairs("locatedIn") == {("青石公司", "云溪高新区")}
    assert read_text("青石公司2018年被云溪高新区引进人才政策打动。").pairs("locatedIn") == set()


def test_several_of_those_just_counted_are_told_of() -> None:
    text = "滦安经济开发区有规模以上企业86户，青石公司、银杉公司都是大户。"
    assert read_text(text).pairs("locatedIn") == {
        ("青石公司", "滦安经济开发区"),
        ("银杉公司", "滦安经济开发区"),
    }
