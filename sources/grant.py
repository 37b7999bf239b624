"""Grants: words that say a rung only with a verb before them (获科技部批准, 通过省级验收)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ontology.lexicon import Cue, load_lexicon, pattern
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
        word, verb = _words()[match.group()]
        least = max(clause.start, match.start() - _REACH)
        found = [*verb.finditer(shadow, least, match.start())]
        if found and taken.isdisjoint(range(found[-1].start(), match.end())):
            yield Hit(*match.span(), word)


@cache
def _words() -> dict[str, tuple[Word, re.Pattern[str]]]:
    """Each noun with its cues and the verbs that it needs."""
    cues: dict[str, list[Cue]] = {}
    for cue in load_lexicon().cues("GrantNoun"):
        cues.setdefault(cue.form, []).append(cue)
    return {
        form: (Word.of(said), re.compile("|".join(said[0].attributes["after"].split())))
        for form, said in cues.items()
    }
