import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.fold import CLOSERS, OPENERS, fold


@settings(deadline=None)
@given(st.text())
def test_folding_keeps_every_offset_and_is_done_after_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("２０２１年５月，（试行）：ＡＢ％", "2021年5月,(试行):AB%"),
        ("「一城多園」『六加一』", "“一城多园”‘六加一’"),
        ('说"好"，又说"再见"', "说“好”,又说“再见”"),
        ("〔2021〕12号　附件", "[2021]12号 附件"),
        ("國家級實驗室位於臺灣", "国家级实验室位于台湾"),
        ("10⁴ ½ ㈠ ① 二〇二一 十余", "10⁴ ½ ㈠ ① 二〇二一 十余"),
        ("⼈⼯智能", "人工智能"),
        ("李·王・張", "李·王·张"),
        ("著名的乾安县", "著名的乾安县"),
    ],
)
def test_signs_of_one_meaning_fold_to_one_sign(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_a_lone_upright_quotation_mark_stays() -> None:
    assert fold('5" 屏') == '5" 屏'
    assert fold('"甲"\n乙"') == '“甲”\n乙"'


def test_openers_and_closers_survive_folding_in_pairs() -> None:
    assert fold(OPENERS) == OPENERS and fold(CLOSERS) == CLOSERS
    assert len(OPENERS) == len(CLOSERS)


def test_unlike_nfkc_no_offset_moves() -> None:
    text = "⑴……㎡½"
    assert len(unicodedata.normalize("NFKC", text)) != len(text) == len(fold(text))
