from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sources.numeral import chinese_signs, span_of, value

_DIGITS = "零一二三四五六七八九"


def _spelled(number: int) -> str:
    """The long form of a number below ten thousand, as an independent yardstick."""
    text, zero = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + name
            zero = False
        else:
            zero = True
    return text


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["", "万", "亿"]))
def test_spelled_numbers_read_back(number: int, scale: str) -> None:
    text = _spelled(number) + scale
    worth = number * {"": 1, "万": 10**4, "亿": 10**8}[scale]
    assert span_of(text) == (worth, worth)


@pytest.mark.parametrize(
    ("signs", "span"),
    [
        ("一亿二千万", (120_000_000, 120_000_000)),
        ("三万五千", (35_000, 35_000)),
        ("一万二", (12_000, 12_000)),
        ("七八百", (700, 800)),
        ("十二三", (12, 13)),
        ("二〇二一", (2021, 2021)),
        ("九五", None),
    ],
)
def test_short_and_approximate_forms(signs: str, span: tuple[int, int] | None) -> None:
    assert span_of(signs) == span


def test_arabic_numbers_lose_their_grouping_only() -> None:
    assert value("1,689,000.50") == (Decimal("1689000.50"), Decimal("1689000.50"))


@settings(deadline=None)
@given(st.text(alphabet=chinese_signs()[0], min_size=1, max_size=14))
def test_no_row_of_signs_breaks_the_reader(signs: str) -> None:
    span = span_of(signs)
    assert span is None or 0 <= span[0] <= span[1]
