import pytest

from sources.clause import clauses
from sources.stake import gives, stake
from tests.sources.conftest import read_stages


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("天澜集团各出10亿元", "各出10亿"),
        ("天澜集团已认缴约三成", "已认缴约三成"),
        ("天澜集团两家分摊", "两家分摊"),
        ("天澜集团出台10项措施", None),
        ("天澜集团营收10亿元", None),
    ],
)
def test_words_behind_bodies_that_pay(text: str, said: str | None) -> None:
    stages = read_stages(text)
    shadow, tokens = stages.layout.shadow, stages.reading.tokens[0]
    clause = clauses(shadow, 0, tokens, stages.references)[0]
    found = stake(shadow, clause, clause.groups[0])
    assert (found.group() if found else None) == said


@pytest.mark.parametrize(
    ("text", "gift"),
    [
        ("天澜集团出了8000万元", True),
        ("天澜集团每年补贴80万元", True),
        ("天澜集团投资1.1亿元建设", True),
        ("天澜集团投资1.1亿元", False),
        ("天澜集团进出口总值3亿元", False),
        ("天澜集团给云溪市捐资3亿元", False),
    ],
)
def test_who_only_gives(text: str, gift: bool) -> None:
    stages = read_stages(text)
    shadow, tokens = stages.layout.shadow, stages.reading.tokens[0]
    clause = clauses(shadow, 0, tokens, stages.references)[0]
    assert gives(shadow, clause, clause.groups[0]) is gift
