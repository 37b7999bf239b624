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


@pytest.mark.parametrize(
    "text",
    [
        "云川高新区同东林理工大学握手，组建云川材料研究院。",
        "云川高新区请来东林理工大学，共建云川材料研究院。",
        "云川材料研究院是云川高新区同东林理工大学2019年签下协议、共同建设的。",
        "支持云川高新区与东林理工大学共建云川材料研究院。",
    ],
)
def test_who_joins_hands_founds_together(text: str) -> None:
    found = read_text(text)
    both = {("云川材料研究院", "东林理工大学"), ("云川材料研究院", "云川高新区")}
    assert found.pairs("establishedBy") == both
    assert {frozenset(pair) for pair in found.pairs("cooperatesWith")} == {
        frozenset(("东林理工大学", "云川高新区"))
    }


def test_whom_somebody_only_will_meet_joins_no_deed_yet() -> None:
    text = "云川高新区未来将与东林理工大学加强联系，共同建设云川材料研究院。"
    assert read_text(text).pairs("cooperatesWith") == set()


def test_who_sign_for_two() -> None:
    found = read_text("恒岳集团董事长李云帆、云溪市市长王若水代表双方签约。")
    assert found.pairs("cooperatesWith") == {("恒岳集团", "云溪市")}
    other = read_text("恒岳集团董事长李云帆、云溪市市长王若水出席签约仪式。")
    assert other.pairs("cooperatesWith") == set()
