"""Numerals: what a number written in Arabic or Chinese signs is worth."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from ontology.lexicon import load_lexicon

__all__ = ["ARABIC", "chinese_signs", "span_of", "value"]

#: Arabic number with grouping commas or a decimal part, as a pattern on folded text.
ARABIC = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"


@lru_cache(maxsize=1)
def _worth() -> tuple[dict[str, int], dict[str, int], dict[str, int]]:
    lexicon = load_lexicon()
    digits, places, myriads = (
        {cue.form: int(cue.attributes["value"]) for cue in lexicon.cues(kind)}
        for kind in ("Digit", "Place", "Myriad")
    )
    return digits, places, myriads


@lru_cache(maxsize=1)
def chinese_signs() -> tuple[str, str]:
    """All signs of Chinese numerals, and those among them that multiply (ten, hundred …)."""
    digits, places, myriads = _worth()
    scales = "".join(sorted({**places, **myriads}))
    return "".join(sorted(digits)) + scales, scales


def _ladder(signs: str) -> int | None:
    """Value of a numeral with places, such as three hundred and five; ``None`` if not one."""
    digits, places, myriads = _worth()
    total = section = 0
    digit: int | None = None
    last = 1  # the place before, for the short form in which its zeros are left unsaid
    zero = False
    for sign in signs:
        if sign in digits:
            if digit:
                return None
            digit = digits[sign]
            zero = zero or digit == 0
        elif sign in places:
            section += (1 if digit is None else digit) * places[sign]
            digit, last, zero = None, places[sign], False
        else:
            section += digit or 0
            scale = myriads[sign]
            if total > scale:  # 1亿2000万: a smaller myriad adds, a larger one multiplies
                total += section * scale
            else:
                total = ((total + section) or 1) * scale
            section, digit, last, zero = 0, None, scale, False
    if digit and last >= 100 and not zero:
        digit *= last // 10
    return total + section + (digit or 0)


def span_of(signs: str) -> tuple[int, int] | None:
    """Lowest and highest value of a Chinese numeral; they differ for neighbours (three or four).

    >>> span_of("三百二十五"), span_of("十四"), span_of("三四十"), span_of("两千五")
    ((325, 325), (14, 14), (30, 40), (2500, 2500))
    >>> span_of("二〇二一"), span_of("一五")
    ((2021, 2021), None)
    """
    digits, _, _ = _worth()
    plain = [digits.get(sign) for sign in signs]
    if len(signs) > 1 and None not in plain:
        if len(signs) >= 3:
            number = int("".join(str(digit) for digit in plain))
            return number, number
        if plain[0] and plain[1] == plain[0] + 1:
            return plain[0], plain[1]
        return None
    for place in range(len(signs) - 1):
        low, high = plain[place], plain[place + 1]
        if low and high == low + 1:
            lower = _ladder(signs[: place + 1] + signs[place + 2 :])
            upper = _ladder(signs[:place] + signs[place + 1 :])
            return (lower, upper) if lower is not None and upper is not None else None
    number_or_none = _ladder(signs)
    return None if number_or_none is None else (number_or_none, number_or_none)


def value(signs: str) -> tuple[Decimal, Decimal] | None:
    """Lowest and highest value of a numeral, Arabic or Chinese.

    >>> value("1,689.5")
    (Decimal('1689.5'), Decimal('1689.5'))
    >>> value("千万")
    (Decimal('10000000'), Decimal('10000000'))
    """
    if signs[:1].isdecimal():
        number = Decimal(signs.replace(",", ""))
        return number, number
    span = span_of(signs)
    return None if span is None else (Decimal(span[0]), Decimal(span[1]))
