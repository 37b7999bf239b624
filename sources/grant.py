"""Grants: words that say a rung only with a verb before them (获科技部批准, 通过省级验收)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ontology.lexicon import load_lexicon, pattern
from sources.clause import Clause, Hit, Word

__all__ = ["grants"]

#: How far before its noun the verb may stand, in characters.
_REACH = 16


def grants(shadow: str, clause: Clause) -> Iterator[Hit]:
    """The nouns of a clause that say a rung by the verb before them, as status words.

    What a status word of the clause covers is left to it.
    """
    taken = {at for hit in clause.hits if hit.of("state") for at in range(hit.start, hit.end)}
    for match in pattern("GrantNoun").finditer(shadow, clause.start, clause.end):
        if not taken.isdisjoint(range(*match.span())):
            continue
        least = max(clause.start, match.start() - _REACH)
        for word, verb in _words()[match.group()]:
            if verb.search(shadow, least, match.start()) is not None:
                yield Hit(*match.span(), word)


@cache
def _words() -> dict[str, list[tuple[Word, re.Pattern[str]]]]:
    """Each noun with its cues, and for each the verbs that it needs."""
    words: dict[str, list[tuple[Word, re.Pattern[str]]]] = {}
    for cue in load_lexicon().cues("GrantNoun"):
        verbs = re.compile("|".join(cue.attributes["after"].split()))
        words.setdefault(cue.form, []).append((Word.of([cue]), verbs))
    return words
