import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园今年提速。园内已有银杉实验室、青石研究院两个平台。",
        "滦安科技园去年开园。今年，银杉实验室、青石研究院又在这里挂牌。",
        "滦安科技园去年开园。如今，银杉实验室、青石研究院都在里面。",
    ],
)
def test_who_is_in_the_place_that_the_text_has_come_to(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == {
        ("银杉实验室", "滦安科技园"),
        ("青石研究院", "滦安科技园"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "滦安科技园有银杉实验室、青石研究院两个客户。",
        "滦安科技园与兰陵软件园相邻。今年，银杉实验室又在这里挂牌。",
        "滦安科技园去年开园。银杉实验室在这里成立党支部。",
        "滦安科技园有银杉实验室支持。",
    ],
)
def test_who_is_named_beside_a_place_need_not_be_in_it(text: str) -> None:
    assert read_text(text).pairs("locatedIn") == set()


def test_who_has_just_come() -> None:
    text = "随着银杉实验室迁入，滦安科学城的院所达到9家。"
    assert read_text(text).pairs("locatedIn") == {("银杉实验室", "滦安科学城")}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("滦安科技园今年提速。最早的住户是青石公司。", {("青石公司", "滦安科技园")}),
        ("滦安科技园今年提速。体量最大的银杉项目投产。", {("银杉项目", "滦安科技园")}),
        ("滦安科技园今年提速。最大的客户是青石公司。", set()),
    ],
)
def test_the_foremost_of_those_in_a_park(text: str, pairs: set[tuple[str, str]]) -> None:
    assert read_text(text).pairs("locatedIn") == pairs


def test_whom_an_area_still_lacks_is_not_there() -> None:
    text = "云溪高新区还没有星光科技有限公司这样的企业。"
    assert read_text(text).pairs("locatedIn") == set()
