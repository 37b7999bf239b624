import pytest

from sources.hearsay import asks, is_asked, is_denied, is_gossip, is_rumoured
from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("坊间传银杉高新区搬迁", True),
        ("外面传银杉高新区搬迁", True),
        ("有的网站写“不好”,银杉高新区搬迁", False),
        ("银杉高新区搬迁", False),
    ],
)
def test_what_people_only_say_is_gossip(text: str, told: bool) -> None:
    assert is_gossip(text, 0, 0, text.index("搬迁")) is told


def test_gossip_is_told_in_the_clause_behind_it() -> None:
    text = "社会上有一种说法,银杉高新区搬迁,管委会表示,园区照常开放"
    start = text.index(",") + 1
    assert is_gossip(text, 0, start, text.index("搬迁")) is True
    assert is_gossip(text, 0, text.index("园区"), text.index("开放")) is False


def test_a_rumour_is_denied_up_to_two_clauses_on() -> None:
    text = "有报道说银杉高新区搬迁,昨天,管委会回应,不属实"
    assert is_denied(text, 0, text.index("搬迁"), (0, text.index("回应"))) is False
    text = "有报道说银杉高新区搬迁,管委会回应,不属实"
    assert is_denied(text, 0, text.index("搬迁"), (0, len(text))) is True


def test_what_follows_a_denial_in_a_clause_of_its_own_is_told() -> None:
    text = "管委会否认搬迁,银杉高新区引进项目"
    assert is_denied(text, text.index(",") + 1, text.index("引进"), (0, len(text))) is False


def test_a_rumour_ends_with_its_quotation() -> None:
    text = "网传“银杉高新区搬迁”,银杉大学扩招"
    assert is_rumoured(text, 0, text.index("搬迁")) is True
    assert is_rumoured(text, 0, text.index("扩招")) is False


def test_a_question_that_the_answer_denies_is_asked() -> None:
    text = "银杉高新区搬迁?没有的事。"
    assert is_asked(text, text.index("搬迁"), text.index("?") + 1) is True
    text = "银杉高新区搬迁?就在明年。"
    assert is_asked(text, text.index("搬迁"), text.index("?") + 1) is False


def test_a_sentence_asks_whether_a_deed_is_done() -> None:
    text = "银杉高新区已经投用了吗?"
    assert asks(text, text.index("投用"), len(text)) is True
    assert asks("银杉高新区已经投用?", 7, 10) is False


def test_a_rumour_that_is_confirmed_is_told() -> None:
    text = "网传银杉高新区搬迁,属实"
    assert is_denied(text, 0, text.index("搬迁"), (0, len(text))) is False
    text = "网传银杉高新区搬迁,不属实"
    assert is_denied(text, 0, text.index("搬迁"), (0, len(text))) is True


def test_what_a_heading_calls_untrue_is_denied() -> None:
    text = "谣言一:银杉高新区已搬迁"
    assert is_denied(text, text.index(":") + 1, text.index("搬迁"), (0, len(text))) is True


def test_what_is_called_a_misreading_is_denied() -> None:
    found = read_text("网上说滦安科技园将关停，那是误读。").statuses
    assert found == {("滦安科技园", "closed", "denied")}


def test_what_somebody_without_a_name_tells_is_gossip() -> None:
    text = "有知情人士向媒体透露,条件已经谈妥,银杉公司落户滦安"
    assert is_gossip(text, 0, text.index("银杉"), text.index("落户")) is True
    text = "消息在网上流传,称银杉公司落户滦安"
    assert is_gossip(text, 0, text.index("称"), text.index("落户")) is True
