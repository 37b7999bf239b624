import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "云川材料研究院系东林理工大学与云川市的合作项目。",
        "云川材料研究院是东林理工大学和云川市一起办的。",
    ],
)
def test_what_two_call_their_common_work(text: str) -> None:
    found = read_text(text)
    builders = {("云川材料研究院", "东林理工大学"), ("云川材料研究院", "云川市")}
    assert found.pairs("establishedBy") == builders
    assert {frozenset(pair) for pair in found.pairs("cooperatesWith")} == {
        frozenset(("东林理工大学", "云川市"))
    }


def test_a_project_of_one_is_no_common_work() -> None:
    found = read_text("云川材料研究院是东林理工大学的重点项目。")
    assert found.pairs("cooperatesWith") == set()
