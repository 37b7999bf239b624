import pytest

from sources.ambition import is_aimed


@pytest.mark.parametrize(
    ("lead", "aimed"),
    [
        ("力争2025年前,", True),
        ("他的想法是,到2025年,", True),
        ("力争2025年前完成验收和全部设备的安装,", False),
        ("2025年,", False),
        ("去年的目标没有达到,", False),
    ],
)
def test_the_lead_of_a_sentence_makes_a_goal(lead: str, aimed: bool) -> None:
    assert is_aimed(lead + "甲站进入名单", 0, len(lead)) is aimed
