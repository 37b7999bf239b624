"""Belongings: a project of a firm is one that it builds (甲公司的乙项目)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from ontology.lexicon import pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.subject import Turn

__all__ = ["possess"]

_OPENERS = "“‘《"


def possess(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``establishedBy`` that 的 says between a firm and its project."""
    for turn in turns:
        for owner, thing in pairwise(turn.clause.groups):
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
    between = shadow[owner.tail : thing.start].rstrip(_OPENERS)
    firm = vocabulary().is_a(owner.members[-1].entity.cls, "Enterprise")
    return firm and pattern("Attributive").fullmatch(between) is not None
