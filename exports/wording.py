"""The wording of the report: phrases in both languages, and text made safe to show."""

from __future__ import annotations

import base64
import json
import re
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from ontology.vocabulary import vocabulary

__all__ = ["clean", "digest", "explain", "load_part", "say"]

#: What a browser would reorder or drop is shown as a replacement sign.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def load_part(name: str) -> str:
    """A file that pages are made of, such as their style."""
    return files("exports").joinpath(name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    words: dict[str, Any] = json.loads(load_part("report.json"))
    return words


def digest(text: str) -> str:
    """The hash under which a policy lets a style or script of a page run."""
    return "sha256-" + base64.b64encode(sha256(text.encode()).digest()).decode("ascii")


@lru_cache(maxsize=1024)
def say(key: str) -> Markup:
    """A phrase of the report or a label of the vocabulary in both languages; a page shows one.

    >>> say("yes")
    Markup('<span lang="zh">是</span><span lang="en">yes</span>')
    """
    zh, en = _words().get(key) or [vocabulary().label(key, lang) for lang in ("zh", "en")]
    return Markup('<span lang="zh">{}</span><span lang="en">{}</span>').format(zh, en)


def explain(reason: str) -> Markup:
    """Why something was refused, in both languages; in its own words if nobody has put it so.

    >>> explain("confidence below 0.8")
    Markup('<span lang="zh">可信度低于 0.8</span><span lang="en">confidence below 0.8</span>')
    """
    for pattern, chinese in _reasons():
        found = pattern.fullmatch(reason)
        if found is not None:
            terms = (vocabulary().label(term, "zh") for term in found.groups())
            pair = Markup('<span lang="zh">{}</span><span lang="en">{}</span>')
            return pair.format(clean(chinese.format(*terms)), clean(reason))
    return Markup("{}").format(clean(reason))


@lru_cache(maxsize=1)
def _reasons() -> list[tuple[re.Pattern[str], str]]:
    """The reasons of ``report.json``: ``{}`` stands for a term, or a number."""
    told = _words()["reason"]
    return [
        (re.compile("(\\S+)".join(map(re.escape, english.split("{}")))), chinese)
        for chinese, english in told
    ]


def clean(value: object) -> str:
    r"""``value`` as text of the same length, without characters that browsers reorder or drop.

    >>> clean("a\u202eb")
    'a\ufffdb'
    """
    return _UNSEEN.sub("\ufffd", str(value))
