import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "天澜公司的深海牧场项目已经动工。",
        "天澜公司在银杉高新区的深海牧场项目已经动工。",
    ],
)
def test_a_project_of_a_firm_is_built_by_it(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == {("深海牧场项目", "天澜公司")}


@pytest.mark.parametrize(
    "text",
    [
        "云溪市的深海牧场项目已经动工。",
        "天澜公司与深海牧场项目签约。",
        "天澜公司的兰陵实验室已经开放。",
    ],
)
def test_other_belongings_do_not_say_who_built_them(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == set()
