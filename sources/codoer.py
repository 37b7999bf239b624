"""Codoers: bodies of a list that 由 opens with a name that we have no entity for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group

__all__ = ["join_doers"]

_DOERS = ("Organization", "Place", "Fund", "Platform")


@lru_cache(maxsize=1)
def _led() -> re.Pattern[str]:
    """由, names that are not known, and the word that joins the next one."""
    mark, joint = alternation("DoerMarker"), alternation("Joiner")
    return re.compile(f"(?P<mark>{mark})[\u4e00-\u9fffA-Za-z0-9]{{2,14}}{joint}$")


def join_doers(shadow: str, clauses: list[Clause]) -> None:
    """Tell the groups behind 由 and a name that is not known that 由 governs them, too."""
    for clause in clauses:
        if any(form in shadow[clause.start : clause.end] for form in _marks()):
            clause.groups = list(_joined(shadow, clause))


@lru_cache(maxsize=1)
def _marks() -> frozenset[str]:
    return load_lexicon().forms("DoerMarker")


def _joined(shadow: str, clause: Clause) -> Iterator[Group]:
    reached = clause.start
    for group in clause.groups:
        led = _led().search(shadow[reached : group.start].rstrip("“‘《"))
        reached = group.tail
        if led is None or not vocabulary().is_any(group.members[0].entity.cls, _DOERS):
            yield group
            continue
        start = group.start - len(led.group()) + len(led.group("mark"))
        verbs = any(start <= hit.start < group.start - 1 for hit in clause.hits)
        yield group if verbs else replace(group, governor=led.group("mark"))
