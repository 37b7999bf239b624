import pytest

from tests.sources.conftest import read_text


def test_what_heads_a_row_stands_in_the_place_of_a_cell() -> None:
    text = "滦安数谷 | 云溪市 | 3亿元 | 已开工。"
    assert read_text(text).pairs("locatedIn") == {("滦安数谷", "云溪市")}


@pytest.mark.parametrize(
    ("column", "pairs"),
    [("建设地点", {("银杉产业园", "滦平县")}), ("来源地", set()), ("牵头单位", set())],
)
def test_a_column_of_a_table_tells_places_by_its_head(
    column: str, pairs: set[tuple[str, str]]
) -> None:
    text = f"云溪市项目清单\n项目 | {column} | 投资\n银杉产业园 | 滦平县 | 2亿元。"
    assert read_text(text).pairs("locatedIn") == pairs
