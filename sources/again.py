"""Again: other places of a text that name what it has named, where less tells that they do."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ahocorasick_rs import AhoCorasick

from sources.firm import brands_of
from sources.token import is_known_word

__all__ = ["firms_again", "occurrences"]

#: Shortest name that may start or end inside what the segmenter takes for a word, in characters.
_SURE = 3


def firms_again(
    shadow: str, firms: Collection[str], edges: frozenset[int]
) -> Iterator[tuple[int, int, str]]:
    """Where one of ``firms`` stands, in full or by its brand: start, end and the full name."""
    forms = {text: text for text in firms}
    for text in sorted(firms):
        for brand in brands_of(text):
            if not is_known_word(brand):
                forms.setdefault(brand, text)
    for start, end in occurrences(shadow, set(forms)):
        form = shadow[start:end]
        needed = 1 if len(form) >= _SURE and forms[form] == form else 2
        if (start in edges) + (end in edges) >= needed:
            yield start, end, forms[form]


def occurrences(shadow: str, forms: set[str]) -> list[tuple[int, int]]:
    """Everywhere in the text where one of ``forms`` stands, in one pass.

    >>> occurrences("云溪与云溪镇", {"云溪", "云溪镇"})
    [(0, 2), (3, 5), (3, 6)]
    """
    if not forms:
        return []
    matcher = AhoCorasick(sorted(forms))
    found = matcher.find_matches_as_indexes(shadow, overlapping=True)
    return [(start, end) for _, start, end in found]
