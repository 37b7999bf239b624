import pytest

from tests.sources.conftest import read_stages


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("滦安新技术产业开发区", "滦安高新区"),
        ("云溪海洋大学", "云溪海大"),
        ("青川银杉绿能实验室", "银杉绿能实验室"),
        ("银杉玉米种业科技园", "银杉科技园"),
    ],
)
def test_a_shorter_name_is_made_from_a_longer_one(full: str, short: str) -> None:
    stages = read_stages(f"{full}揭牌。三年过去，{short}引进人才50人。")
    assert stages.meant_by(short) == [full]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("银杉种业科技园", "银杉软件科技园"),
        ("银杉科技园", "银杉玉米种业科技园"),
        ("云溪大学", "云溪海洋大学"),
        ("成都科技园", "成都玉米种业科技园"),
        ("银杉绿能基金", "银杉基金"),
    ],
)
def test_another_name_stays_apart(first: str, second: str) -> None:
    stages = read_stages(f"{first}揭牌。三年过去，{second}引进人才50人。")
    assert stages.aliases == set()
