"""Belongings: a project of a firm is one that it builds (甲公司的乙项目, 甲公司在丙园的乙项目)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, product

from ontology.lexicon import alternation
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.subject import Turn

__all__ = ["possess"]

_OPENERS = "“‘《"


def possess(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``establishedBy`` that 的 says between a firm and its project."""
    for turn in turns:
        groups = [group for group in turn.clause.groups if not group.inner]
        for owner, thing in pairwise(groups):
            if not _is_tied(shadow, owner, thing):
                continue
            for one, ref in product(map(Subject.of, thing.members), owner.members[-1:]):
                if vocabulary().is_a(one.entity.cls, "Project"):
                    yield Draft(
                        one.entity, "establishedBy", ref.entity, "grammar/belonging",
                        (("predicate", ref.start, one.end), one.span), one.source,
                        modality=turn.modality(shadow, owner.start),
                    )  # fmt: skip


def _is_tied(shadow: str, owner: Group, thing: Group) -> bool:
    """Does nothing but 的 stand between a firm and what follows it?"""
    if not vocabulary().is_a(owner.members[-1].entity.cls, "Enterprise"):
        return False
    between = shadow[owner.tail : thing.start].rstrip(_OPENERS)
    return _tie().fullmatch(between) is not None


@lru_cache(maxsize=1)
def _tie() -> re.Pattern[str]:
    """的, or where the firm has it: 在丙园的."""
    place, tie = alternation("Locative"), alternation("Attributive")
    return re.compile(f"(?:{place}(?:(?!{tie})[^,。;、]){{2,16}})?{tie}")
