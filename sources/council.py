"""Councils: governments that act and are named by their word alone (市政府, 国务院)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation

__all__ = ["find_councils"]

#: Furthest that the verb of what two do together stands behind the first of them, in characters.
_REACH = 16


@lru_cache(maxsize=1)
def _acting() -> re.Pattern[str]:
    """The word with what it does behind it, or with a word before it that only a doer follows."""
    body, part = alternation("BareBody"), alternation("BodyPart")
    deed = f"{alternation('BodyAdverb')}*{alternation('BodyDeed')}"
    joint = f"{alternation('Comitative')}[^,。;、\n]{{2,{_REACH}}}?{alternation('JointVerb')}"
    led = f"(?<={alternation('BodyLead')})"
    return re.compile(
        f"(?<![\u4e00-\u9fff])(?P<first>{body})(?={deed}|{joint})"
        f"|{led}(?P<led>{body})(?!{part})|(?P<plain>{body})(?={deed})"
    )


def find_councils(shadow: str) -> Iterator[tuple[int, int]]:
    """Spans of governments that do something under their bare word, in reading order.

    >>> text = "办法已经市政府同意。市政府秘书长到会。市委、市政府高度重视。"
    >>> [text[start:end] for start, end in find_councils(text)]
    ['市政府']
    """
    for match in _acting().finditer(shadow):
        start = match.start()
        if match["plain"] and start and "\u4e00" <= shadow[start - 1] <= "\u9fff":
            continue
        if shadow.startswith("、", start - 1) and not match["led"]:
            continue
        yield start, match.end()
