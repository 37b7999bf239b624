import pytest

from exports.magnitude import read_out


@pytest.mark.parametrize(
    ("number", "zh", "en"),
    [
        ("2035", "2035", "2035"),
        ("9999.5", "9999.5", "9999.5"),
        ("10000", "1万", "10,000"),
        ("23456", "23,456", "23,456"),
        ("-1500000", "-150万", "-1.5 million"),
        ("16890000000", "168.9亿", "16.89 billion"),
        ("1234567891", "1,234,567,891", "1,234,567,891"),
        ("600000000000", "6000亿", "600 billion"),
        ("12345000000000000", "12,345万亿", "12,345 trillion"),
        ("3000000000000", "3万亿", "3 trillion"),
        ("1.5E9", "1.5E9", "1.5E9"),
    ],
)
def test_a_number_is_read_out_and_never_rounded(number: str, zh: str, en: str) -> None:
    assert (read_out(number, "zh"), read_out(number, "en")) == (zh, en)
