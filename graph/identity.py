"""Identity: the key under which two spellings count as the same name.

The key only compares. Labels and quotes are never rewritten by it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["is_latin", "key"]

_BRACKETS = str.maketrans(
    {"[": "(", "]": ")", "{": "(", "}": ")", "〔": "(", "〕": ")", "【": "(", "】": ")"}
    | dict.fromkeys("“”‘’\"'「」『』«»《》〈〉", "")
    | dict.fromkeys("・•‧∙●", "·")
    | dict.fromkeys("‐‑‒–—―−", "-")
)
_SPACE = re.compile(r"\s+")
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """NFKC, one kind of bracket, no quotation marks, no case, no space beside Chinese.

    >>> key("长沙（高新区）") == key("长沙(高新区)"), key("《 AI 计划》")
    (True, 'ai计划')
    """
    text = unicodedata.normalize("NFKC", name).translate(_BRACKETS).casefold()
    text = "".join(
        char
        for char in text
        if char.isspace() or unicodedata.category(char) not in {"Cc", "Cf", "Cs"}
    )
    words = _SPACE.split(text.strip())
    joined = words[0]
    for word in words[1:]:
        apart = joined and joined[-1].isascii() and word[:1].isascii()
        joined += (" " if apart else "") + word
    return joined


def is_latin(name: str) -> bool:
    """Whether a name is written in Latin letters only, as an English name is.

    >>> is_latin("Chongqing University"), is_latin("AI研究院"), is_latin("2021")
    (True, False, False)
    """
    return not _HAN.search(name) and bool(re.search("[A-Za-z]", name))
