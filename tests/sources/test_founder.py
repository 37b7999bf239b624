import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "天澜公司创始人李国强说，订单已经排满。",
        "李国强，天澜公司联合创始人、董事长。",
    ],
)
def test_a_founder_founded_the_body_of_his_title(text: str) -> None:
    assert read_text(text).pairs("establishedBy") == {("天澜公司", "李国强")}


def test_other_titles_say_no_founding() -> None:
    assert read_text("天澜公司董事长李国强说，订单已经排满。").pairs("establishedBy") == set()


def test_a_founder_whose_body_is_not_written_beside_the_title_is_left_alone() -> None:
    found = read_text("天澜公司给星野小店供货。创始人李国强说，小店三年没有涨价。")
    assert found.pairs("establishedBy") == set()
