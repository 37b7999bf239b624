import pytest

from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("银杉实验室在滦安科技园揭牌。", ("银杉实验室", "滦安科技园")),
        ("走进滦安科技园，银杉实验室已投入使用。", ("银杉实验室", "滦安科技园")),
        ("滦安科技园的银杉实验室主攻储能。", ("银杉实验室", "滦安科技园")),
        ("银杉公司成立于云溪市。", ("银杉公司", "云溪市")),
        ("滦安科技园今日开园，首批有银杉公司入驻。", ("银杉公司", "滦安科技园")),
    ],
)
def test_where_a_thing_stands(text: str, pair: tuple[str, str]) -> None:
    assert pair in read_text(text).pairs("locatedIn")


def test_where_a_contract_is_signed_says_nothing_of_the_site() -> None:
    assert read_text("兰陵大学与银杉公司在云溪市签约。").pairs("locatedIn") == set()
