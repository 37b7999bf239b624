"""Wider areas: clauses about an area that the text speaks of but never names (我省, 全市)."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from ontology.lexicon import load_lexicon
from sources.clause import Clause

__all__ = ["is_of_unnamed_area"]

#: First letters of tags of words before the subject of a clause: time, marks, adverbs, joiners.
_OPENING = frozenset("txcdp")
#: Areas that a text may be about from first to last and name only so.
_AREAS = frozenset({"City", "County", "Province", "District"})


def is_of_unnamed_area(clause: Clause, named: Collection[str]) -> bool:
    """Does the clause open with 我省 or 全市, when the text names no such area?

    ``named``: the classes of all things of the text. 全市首个 tells of no area.
    """
    tokens = clause.tokens
    at = next((i for i, token in enumerate(tokens) if token.pos[0] not in _OPENING), len(tokens))
    if at + 1 >= len(tokens) or tokens[at].text not in _forms():
        return False
    if not _forms()[tokens[at].text].isdisjoint(named):
        return False
    after, firsts = tokens[at + 1], tuple(load_lexicon().forms("FirstWord", "UnnamedFirst"))
    return after.pos[0] != "m" and not after.text.startswith(firsts)


@cache
def _forms() -> dict[str, frozenset[str]]:
    """The words for areas, with the classes of areas that they may stand for."""
    found = {}
    for cue in load_lexicon().cues("SectionWord"):
        classes = frozenset(cue.attributes.get("of", "").split())
        if classes & _AREAS:
            found[cue.form] = classes
    return found
