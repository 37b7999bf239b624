import pytest

from sources.denial import is_false_quote, is_left_undone, is_ruled_out, is_unproven
from tests.sources.conftest import read_text


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("并不是滦安公司落户", True),
        ("是不是滦安公司落户", False),
        ("不是搬迁而是滦安公司落户", False),
        ("滦安公司落户", False),
    ],
)
def test_what_opens_a_clause_may_deny_all_of_it(text: str, denied: bool) -> None:
    assert is_ruled_out(text, 0, text.index("落户")) is denied


@pytest.mark.parametrize(
    ("text", "undone"),
    [
        ("滦安区从来没有拿出2亿元支持", True),
        ("尚未投产的滦安公司获得支持", False),
        ("滦安公司尚未投产就获得支持", False),
    ],
)
def test_a_deed_undone_denies_what_goes_on_with_it(text: str, undone: bool) -> None:
    assert is_left_undone(text, 0, text.index("支持")) is undone


def test_a_quote_is_untrue_only_where_the_words_right_behind_it_say_so() -> None:
    text = "网上“滦安园投资3亿元,占地千亩”为虚假信息,“银杉园占地百亩”见公告"
    assert is_false_quote(text, text.index("占地千亩")) is True
    assert is_false_quote(text, text.index("占地百亩")) is False


def test_what_nobody_confirmed_is_only_supposed() -> None:
    text = "滦安公司落户银杉园,但未得到证实。银杉公司开业"
    assert is_unproven(text, text.index("落户"), len(text)) is True
    assert is_unproven(text, text.index("开业"), len(text)) is False


def test_a_fact_behind_a_denial_is_still_read() -> None:
    found = read_text("并不是滦安公司落户云溪科学城，银杉公司已落户云溪科学城。")
    told = {(s.subject.name, s.modality) for s in found.of("locatedIn")}
    assert ("银杉公司", "asserted") in told
    assert ("滦安公司", "asserted") not in told


def test_not_for_the_first_time_says_that_it_is_so() -> None:
    found = read_text("这不是兰陵大学第一次与云溪高新区签约。").of("cooperatesWith")
    assert [s.modality for s in found] == ["asserted"]


def test_what_was_waited_for_and_came_is_no_denial() -> None:
    found = read_text("青石科技有限公司等待两年终于落户云溪高新区。").of("locatedIn")
    assert [s.modality for s in found] == ["asserted"]
