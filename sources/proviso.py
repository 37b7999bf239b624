"""Provisos: what the text says only would have to be (只有甲院落地,才能补上短板)."""

from __future__ import annotations

import re
from functools import cache

from ontology.lexicon import alternation, pattern

__all__ = ["is_only_if"]


@cache
def _openers() -> re.Pattern[str]:
    """Words that open such a clause."""
    return re.compile(f"(?:^|(?<=[,;:。“])){alternation('ProvisoOpener')}")


def is_only_if(shadow: str, begin: int, verb: int, stop: int) -> bool:
    """Is what ``verb`` says what alone would let something else come about?

    >>> is_only_if("只有甲院落户,才能补上短板", 0, 4, 13), is_only_if("只有甲院落户", 0, 4, 6)
    (True, False)
    """
    opened = _openers().search(shadow[begin:verb])
    if opened is None or shadow[begin + opened.end()].isdigit():
        return False  # 只有12名员工的甲公司
    return pattern("ProvisoEnd").search(shadow, begin + opened.end(), stop) is not None
