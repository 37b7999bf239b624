import pytest

from tests.sources.conftest import read_text


def owners(text: str) -> list[str]:
    return [s.subject.name for s in read_text(text).of("observation")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "云溪市去年开了大会。云溪市建成银杉实验室。银杉实验室揭牌。高新技术企业增至97家。",
            ["云溪市"],
        ),
        # What a laboratory has itself stays its own.
        ("云溪市去年开了大会。云溪市的银杉实验室揭牌，引进博士19名。", ["银杉实验室"]),
    ],
)
def test_a_figure_that_sums_up_an_area_is_of_no_laboratory(text: str, names: list[str]) -> None:
    assert owners(text) == names


def test_an_office_without_its_area_tells_numbers_of_the_area_of_its_level() -> None:
    text = "云溪市去年开了大会。市发改委主任陈一鸣说，去年开工的项目47个。"
    assert owners(text) == ["云溪市"]


def test_a_time_may_stand_before_the_area_whose_number_it_is() -> None:
    text = "云溪市去年开了大会。云溪市科技局表示，目前全市科技型企业达到2300家。"
    assert owners(text) == ["云溪市"]


def test_what_a_plan_wants_to_reach_is_of_the_area_that_it_plans() -> None:
    text = (
        "云溪市去年开了大会。《云溪市科技创新规划》印发。\n"
        "《云溪市科技创新规划》提出，到2027年，盐湖产业产值突破1000亿元，发明专利600件。"
    )
    assert set(owners(text)) == {"云溪市"}
