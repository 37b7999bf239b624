import pytest

from sources.bygone import bygones
from tests.sources.conftest import read_stages


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云溪科技园的前身是滦安工业园。", {"滦安工业园"}),
        ("云溪科技园由滦安工业园升级而来。", {"滦安工业园"}),
        ("云溪科技园由滦安工业园与兰陵工业园合并组建。", {"滦安工业园", "兰陵工业园"}),
        ("云溪科技园由滦安大学与兰陵大学共同设立。", set()),
        ("云溪科技园和滦安工业园开园。", set()),
    ],
)
def test_what_a_thing_once_was_is_a_bygone(text: str, names: set[str]) -> None:
    stages = read_stages(text)
    assert bygones(stages.layout.shadow, stages.references) == names


def test_a_thing_named_again_and_again_is_none() -> None:
    text = "云溪科技园由滦安工业园升级而来。滦安工业园建于1998年，滦安工业园引进企业。"
    stages = read_stages(text)
    assert bygones(stages.layout.shadow, stages.references) == frozenset()
