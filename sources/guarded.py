"""Guarded words: words of a kind, but where a sign beside them makes them others (不|断, 虚|拟)."""

from __future__ import annotations

import re
from functools import cache

from ontology.lexicon import load_lexicon

__all__ = ["guarded", "has_word"]


@cache
def guarded(kind: str) -> re.Pattern[str]:
    """The words of a kind, as a pattern that minds the signs beside them."""
    parts = []
    for cue in sorted(load_lexicon().cues(kind), key=lambda cue: (-len(cue.form), cue.form)):
        form = re.escape(cue.form)
        before = cue.attributes.get("notAfter", "")
        after = cue.attributes.get("notBefore", "")
        # Looked back at from behind the word: a pattern that opens with letters is found faster.
        parts.append(
            form
            + (f"(?<![{before}]{form})" if before else "")
            + (f"(?![{after}])" if after else "")
        )
    return re.compile("|".join(parts) or "(?!)")


def has_word(kind: str, shadow: str, start: int, end: int) -> bool:
    """Does ``shadow[start:end]`` hold a word of a kind?

    >>> has_word("Future", "拟建设园区", 0, 5), has_word("Future", "虚拟园区", 0, 4)
    (True, False)
    """
    return guarded(kind).search(shadow, start, end) is not None
