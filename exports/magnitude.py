"""Magnitude: a large number as people read it, which is still the same number.

What a file for machines holds is the number as it was stored; this is for tables and pages.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import lru_cache

from exports.wording import load_part

__all__ = ["read_out"]

#: From here on digits are grouped; years and street numbers stay as they are.
_LARGE = 10_000
#: Most places after the point that people take in at a glance.
_PLACES = 2
_PLAIN = re.compile(r"[+-]?\d{1,28}(\.\d+)?")


@lru_cache(maxsize=1)
def _words() -> dict[str, list[tuple[int, str]]]:
    """Powers of ten and the word for each, the largest first, by language."""
    read: dict[str, list[tuple[int, str]]] = json.loads(load_part("magnitudes.json"))
    return read


def read_out(number: str, lang: str) -> str:
    """A number in the words of the language; one that they would round, with its digits grouped.

    >>> read_out("91000000000", "zh"), read_out("91000000000", "en"), read_out("23456", "zh")
    ('910亿', '91 billion', '23,456')
    """
    if not _PLAIN.fullmatch(number):
        return number
    value = Decimal(number)
    if abs(value) < _LARGE:
        return number
    for power, word in _words()[lang]:
        part = value.scaleb(-power)
        if abs(part) >= 1 and part == round(part, _PLACES):
            return _digits(part.normalize()) + word
    return _digits(value)


def _digits(value: Decimal) -> str:
    return f"{value:,f}" if abs(value) >= _LARGE else f"{value:f}"
