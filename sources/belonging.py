"""Belongings: what a body calls its own it has made (甲公司的乙项目, 甲银行的“乙贷”)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from ontology.lexicon import alternation, load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.turn import Turn

__all__ = ["possess"]

_OPENERS = "“‘《「"
#: Who has what of his own making, and what that says.
_OWN = (
    ("Enterprise", "Project", "establishedBy"),
    ("FinancialInstitution", "FinancialProduct", "issuedBy"),
)


def possess(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of what 的 says between a firm and its project, a bank and its credit product."""
    for turn in turns:
        groups = [group for group in turn.clause.groups if not group.inner]
        for owner, thing in pairwise(groups):
            body = owner.members[-1]
            for one in map(Subject.of, thing.members):
                predicate = _made(shadow, owner, thing, one)
                if predicate:
                    yield Draft(
                        one.entity, predicate, body.entity, "grammar/belonging",
                        (("predicate", body.start, one.end), one.span), one.source,
                        modality=turn.modality(shadow, owner.start),
                    )  # fmt: skip


def _made(shadow: str, owner: Group, thing: Group, one: Subject) -> str:
    """The relation between a thing and the body that has it; empty when there is none."""
    body, words = owner.members[-1].entity, vocabulary()
    between = shadow[owner.tail : thing.start]
    bare = between.rstrip(_OPENERS)
    for has, had, predicate in _OWN:
        if words.is_a(body.cls, has) and words.is_a(one.entity.cls, had):
            if predicate == "issuedBy" and _is_taken(shadow, owner, bare):
                return predicate
            beside = between and not bare  # 甲银行“乙贷”, 甲公司“乙”项目
            return predicate if beside or _tie().fullmatch(bare) else ""
    return ""


def _is_taken(shadow: str, owner: Group, between: str) -> bool:
    """Does somebody get it from the bank (从甲银行拿到“乙贷”)?"""
    lexicon = load_lexicon()
    before = shadow.endswith(tuple(lexicon.forms("CreditSource")), 0, owner.start)
    return before and between in lexicon.forms("GainVerb")


@lru_cache(maxsize=1)
def _tie() -> re.Pattern[str]:
    """的, or where the firm has it: 在丙园的."""
    place, tie = alternation("Locative"), alternation("Attributive")
    return re.compile(f"(?:{place}(?:(?!{tie})[^,。;、]){{2,16}})?{tie}")
