"""Phrases: the site's own words in both languages, from ``phrases.json``."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any

from exports.site.address import LANGUAGES
from ontology.vocabulary import vocabulary

__all__ = ["label", "phrase"]


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[str]]:
    text = files("exports.site").joinpath("phrases.json").read_text(encoding="utf-8")
    found: dict[str, list[str]] = json.loads(text)
    return found


def phrase(key: str, lang: str, **values: Any) -> str:
    """A phrase in that language, with values put in; raises KeyError for an unknown key.

    >>> phrase("site.of", "en", place="Chongqing")
    'Innovation map of Chongqing'
    """
    text = _phrases()[key][LANGUAGES.index(lang)]
    return text.format(**values) if values else text


def label(term: str, lang: str, *, incoming: bool = False) -> str:
    """A class, relation or concept as people read it; a relation also from its object.

    >>> label("locatedIn", "zh"), label("locatedIn", "zh", incoming=True)
    ('位于', '拥有')
    """
    words = vocabulary()
    if incoming:
        return words.inverse_label(term, lang)
    return words.label(words.predicates.get(term, term), lang)
