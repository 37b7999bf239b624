import pytest

from sources.clause import clauses
from sources.stake import stake
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
