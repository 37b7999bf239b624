"""Meaning: what each measure says in planning words, in Chinese and English, with its source.

The words stand in ``meanings.json``.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from graph.analysis.coverage import Coverage

__all__ = ["caveat", "explain", "meanings", "word"]


@lru_cache(maxsize=1)
def meanings() -> dict[str, Any]:
    """``measures`` (name, meaning, caution by language; formula, source), ``words``, ``caveat``,
    and ``counted``: how indicators end that count things of a class.

    >>> sorted(meanings()["measures"]["bridge"]["zh"])
    ['caution', 'meaning', 'name']
    """
    text = files("graph.analysis").joinpath("meanings.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def word(key: str, lang: str = "zh") -> str:
    """A short word of the analysis, such as the name of a stage or a role.

    >>> word("liaison", "en"), word("meeting", "en")
    ('liaison', 'meeting')
    """
    return str(meanings()["words"][key][lang])


def explain(measure: str, lang: str = "zh") -> str:
    """What a measure says and what it does not, in two sentences or three.

    >>> print(explain("comparison", "en"))
    What both have and what only one has. Told of one alone does not mean the other has none.
    """
    told = meanings()["measures"][measure][lang]
    joint = " " if lang == "en" else ""
    return f"{told['meaning']}{joint}{told['caution']}"


def caveat(coverage: Coverage, lang: str = "zh") -> str:
    """How much text stands behind an answer, as a sentence.

    >>> ties = {"stated": 3, "planned": 1, "target": 0, "inferred": 0}
    >>> print(caveat(Coverage(ties, 4, 2, 1, 1), "en"))
    Stands on 4 quotes in 2 articles (known publishers: 1). Ties: 3 stated, 1 planned, 0 targets,
    0 inferred; with a single quote: 1.
    """
    text: str = meanings()["caveat"][lang]
    return text.format(
        quotes=coverage.quotes,
        articles=coverage.articles,
        publishers=coverage.publishers,
        single=coverage.single,
        **coverage.ties,
    )
