import pytest

from tests.sources.conftest import read_text

TAIWAN = "臺中市政府與經濟部五日說，大肚山創新園區落成啟用，由國立大肚大學營運。"
HONG_KONG = "香港政府昨日宣布，沙嶺創新園區首座大樓落成，由香港嶺海大學營運。"
MAINLAND = "台中市政府与经济部五日说，大肚山创新园区落成启用，由大肚大学运营。"


def unit_of(text: str) -> str | None:
    (statement,) = read_text(text).of("observation")
    assert statement.value is not None
    return statement.value.unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (TAIWAN + "大肚山創新園區總投資38億元。", "TWD"),
        (TAIWAN + "大肚山創新園區總投資38億元人民幣。", "CNY"),
        (TAIWAN + "大肚山創新園區總投資3億美元。", "USD"),
        (HONG_KONG + "沙嶺創新園區總投資46億元。", "HKD"),
        (MAINLAND + "大肚山创新园区总投资38亿元。", "CNY"),
    ],
)
def test_a_bare_sum_in_traditional_characters_is_money_of_where_the_text_is_from(
    text: str, unit: str
) -> None:
    assert unit_of(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("滦安科技园总投资新台币38亿元。", "TWD"),
        ("滦安科技园总投资约港币3亿元。", "HKD"),
        ("滦安科技园总投资人民币3亿元。", "CNY"),
    ],
)
def test_a_word_beside_a_sum_tells_its_currency(text: str, unit: str) -> None:
    assert unit_of(text) == unit


def test_an_article_from_elsewhere_about_the_mainland_counts_in_yuan() -> None:
    text = "香港青年在東莞創業：東莞松山湖的滦安科技園總投資5億元，內地夥伴出力。"
    assert {s.value.unit for s in read_text(text).of("observation") if s.value} == {"CNY"}
