"""Renamed things: what brackets right behind a name say that it was (甲中心（原乙中心））."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ontology.lexicon import alternation
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft
from sources.reference import Reference

__all__ = ["find_renamed", "is_former", "succeed"]

#: What can have had another name.
_THINGS = ("Place", "Platform", "Organization", "Fund", "Alliance", "Project")
_NEVER = ("AdministrativeArea",)


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[”》]?\({alternation('FormerMark', 'PredecessorMark')}:?[“《]?")


_CLOSING = re.compile(r"[”》]?[),;]")


def find_renamed(shadow: str, references: Iterable[Reference]) -> list[tuple[Reference, Reference]]:
    """What goes by a new name, and the old one in brackets behind it."""
    found: list[tuple[Reference, Reference]] = []
    before: Reference | None = None
    for ref in references:
        if before is not None and _is_old(shadow, before, ref):
            found.append((before, ref))
        before = ref
    return found


def is_former(shadow: str, before: Group, group: Group) -> bool:
    """Does the group stand in a bracket as the old name of the thing before it (乙院(原甲所))?"""
    opened = _opening().fullmatch(shadow, before.end, group.start)
    return opened is not None and _CLOSING.match(shadow, group.end) is not None


def _is_old(shadow: str, new: Reference, old: Reference) -> bool:
    words = vocabulary()
    if shadow[new.end : new.end + 1] not in "”》(" or new.entity is old.entity:
        return False
    fits = all(words.is_any(ref.entity.cls, _THINGS) for ref in (new, old))
    area = any(words.is_any(ref.entity.cls, _NEVER) for ref in (new, old))
    opened = _opening().fullmatch(shadow, new.end, old.start) if fits and not area else None
    return opened is not None and _CLOSING.match(shadow, old.end) is not None


def succeed(renamed: Iterable[tuple[Reference, Reference]]) -> Iterator[Draft]:
    """Drafts of ``succeeds``, from the new to the old."""
    for new, old in renamed:
        spans = (("subject", new.start, new.end), ("predicate", old.start, old.end))
        if vocabulary().fits("succeeds", new.entity.cls, old.entity.cls):
            yield Draft(new.entity, "succeeds", old.entity, "name/former", spans, "explicit")
