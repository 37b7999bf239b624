import pytest

from sources.firm import find_firms
from sources.token import tokenize


def firms(text: str) -> list[str]:
    return [text[f.start : f.end] for f in find_firms(tuple(tokenize(text, 0, len(text))))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("蓝鲸科技落户滦安市", ["蓝鲸科技"]),
        ("由曜芯半导体投资建设", ["曜芯半导体"]),
        ("引进碳谷纤维、甬锐轴承", ["碳谷纤维", "甬锐轴承"]),
        ("链主企业晴岚数科牵头", ["晴岚数科"]),
        ("晋能氢动落子太原", ["晋能氢动"]),
        ("羽翼动力创始人介绍", ["羽翼动力"]),
        ("运营方是菰城数科。", ["菰城数科"]),
    ],
)
def test_a_rare_word_before_a_telling_one_is_a_firm(text: str, names: list[str]) -> None:
    assert firms(text) == names


@pytest.mark.parametrize(
    "text",
    ["发展科技", "绿色科技", "重庆科技", "蓝鲸科技园", "科技", "主攻永磁电机和钠离子电池",
     "以铝基新材料为主导", "规上工业增长", "聚焦先进装备等产业"],
)  # fmt: skip
def test_common_words_places_industries_and_longer_nouns_are_none(text: str) -> None:
    assert firms(text) == []


def test_a_public_company_may_bear_a_place() -> None:
    assert firms("威海国投成立") == ["威海国投"]


def test_a_post_or_a_deed_tells_a_firm_without_a_telling_end() -> None:
    assert firms("芯擎半导创始人介绍") == ["芯擎半导"]
    assert firms("岚湖渌芷发展迅速") == []


def test_a_short_name_at_the_head_of_a_clause_is_told_by_a_title() -> None:
    assert firms("岚澍总经理介绍") == ["岚澍"]
    assert firms("昨日岚澍公司开工") == []


def test_a_place_and_an_investor_are_a_firm_and_a_trade_is_none() -> None:
    assert firms("另一家股东是云南林投。") == ["云南林投"]
    assert firms("昆明咖啡、保山咖啡走出国门，云南体育再获佳绩。") == []
