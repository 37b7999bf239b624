"""Currencies: which money a bare 元 means, by a word beside it or by where the text is from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from ontology.lexicon import load_lexicon, pattern
from sources.quantity import Quantity
from sources.segment import Layout

__all__ = ["PLAIN", "find_home", "in_currency"]

#: What a bare 元 is, unless something tells otherwise.
PLAIN = "CNY"


def find_home(layout: Layout) -> str:
    """The currency of the place that a text is from, which only traditional characters tell.

    Of the places whose words it uses the one named most often is meant.

    >>> from sources.document import Document
    >>> from sources.segment import segment
    >>> find_home(segment(Document("a", "", "臺中市長盧致遠說，園區總經費38億元。", "")))
    'TWD'
    """
    if not layout.traditional:
        return PLAIN
    homes = _currencies("HomeMark")
    named = Counter(homes[match.group()] for match in pattern("HomeMark").finditer(layout.shadow))
    return min(named, key=lambda code: (-named[code], code), default=PLAIN)


def in_currency(shadow: str, quantity: Quantity, home: str) -> Quantity:
    """A sum in 元 in the currency that a word beside it names, else in that of ``home``."""
    if quantity.unit != PLAIN:
        return quantity
    names = _currencies("CurrencyName")
    for form, code in names.items():
        before = shadow.endswith(form, 0, quantity.start) or quantity.text.startswith(form)
        if before or shadow.startswith(form, quantity.end) or quantity.text.endswith(form):
            return quantity if code == PLAIN else replace(quantity, unit=code)
    return quantity if home == PLAIN else replace(quantity, unit=home)


@lru_cache(maxsize=2)
def _currencies(kind: str) -> dict[str, str]:
    return {cue.form: cue.signals for cue in load_lexicon().cues(kind)}
