"""The wording of a refusal on a page: in the language of the page.

Refusals are raised in English. ``refusals.json`` says each in Chinese too, ``{}`` for what differs;
``holds`` marks where the last of that is a sentence again. What the engine says stays as it is.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

__all__ = ["say", "translate"]


#: Longest sentence that is looked for.
_LONGEST = 1000


@lru_cache(maxsize=1)
def _refusals() -> dict[str, Any]:
    text = files("exports.endpoint").joinpath("refusals.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


@lru_cache(maxsize=1)
def _sentences() -> tuple[tuple[re.Pattern[str], dict[str, Any]], ...]:
    return tuple(
        (re.compile(re.escape(one["en"]).replace(r"\{\}", "(.+?)"), re.DOTALL), one)
        for one in _refusals()["sentences"]
    )


def translate(english: str, lang: str) -> str:
    """The sentence in ``lang``; as it is where there is no wording for it.

    >>> translate("line 1, column 8: the query took longer than 7 s", "en")
    'line 1, column 8: the query took longer than 7 s'
    >>> translate("line 1, column 8: the query took longer than 7 s", "zh")
    '第 1 行第 8 列：查询超过了 7 秒'
    """
    if lang == "en" or len(english) > _LONGEST:
        return english
    for pattern, sentence in _sentences():
        if match := pattern.fullmatch(english):
            parts = list(match.groups())
            if sentence.get("holds"):
                parts[-1] = translate(parts[-1], lang)
            return str(sentence[lang]).format(*parts)
    return english


def say(what: str, remedy: str, lang: str) -> str:
    """What went wrong and what helps, as one sentence.

    >>> say("the body is not UTF-8", "send UTF-8", "en")
    'the body is not UTF-8 (send UTF-8)'
    >>> say("the body is not UTF-8", "send UTF-8", "zh")
    '请求正文不是 UTF-8（请发送 UTF-8）'
    """
    if not remedy:
        return translate(what, lang)
    together = str(_refusals()["together"][lang])
    return together.format(translate(what, lang), translate(remedy, lang))
