"""Governance: whose an institute is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.brand import FIRMS
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.turn import Turn

__all__ = ["govern"]

#: Mothers that their institutes are tied to by 的, and those institutes.
_MOTHERS = ("University", "ResearchInstitute", "Enterprise")
_CHILDREN = ("ResearchInstitute", "Laboratory", "ResearchCenter", "Hospital")
#: Who has firms of his own, beside the mothers.
_HOLDERS = ("Organization", "Zone", "AdministrativeArea")
#: What an institute or university has beside them.
_SERVICES = ("Platform",)
_SCHOOLS = ("University", "ResearchInstitute")
#: Mothers and children where a word says so (甲集团旗下的乙公司), not 的 alone.
_OWNERS = (*_MOTHERS, "GovernmentBody", "AdministrativeCommittee", "FinancialInstitution")
_HELD = ("Organization", "Platform", "Fund")


@lru_cache(maxsize=1)
def _grammar() -> dict[str, re.Pattern[str]]:
    tie, own = alternation("Attributive"), alternation("OwnedMark")
    kind, copula = alternation("OwnedKind"), alternation("OwnedCopula")
    fill = f"(?:{alternation('RunFill')})*"
    return {
        "tied": re.compile(f"(?:{tie})?(?:{own})(?:{tie})?(?:[^,。;、]{{0,4}}?{kind})?[“‘]?"),
        "is": re.compile(f"[,]?{fill}{copula}[“‘]?"),
        "own": re.compile(
            f"(?:{tie})?[0-9%]*(?:{own}|{alternation('RunVerb')})"
            f"(?:(?={tie}|、)|[^,。;、]{{0,12}}?{kind}(?=$|[,。;、])|$)"
        ),
        "held": re.compile(f"(?:{alternation('HeldVerb')})"),
    }


def govern(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``affiliatedWith`` (甲大学的乙研究院)."""
    for index, turn in enumerate(turns):
        groups = turn.clause.groups
        for at, group in enumerate(groups):
            if at + 1 < len(groups):
                yield from _owned(shadow, turn, group, groups[at + 1])
                yield from _held(shadow, turn, group, groups[at + 1])
            yield from _moved(shadow, turn, group)
            yield from _said(shadow, turns, index, group)


def _held(shadow: str, turn: Turn, mother: Group, child: Group) -> Iterator[Draft]:
    """甲集团旗下的乙公司, 丙局直属事业单位丁中心."""
    tie = _grammar()["tied"].fullmatch(shadow, mother.tail, child.start)
    lead = shadow[turn.clause.start : mother.start]
    gone = lead.endswith(tuple(load_lexicon().forms("Earlier", "Negation")))
    if tie is None or gone:
        return
    row = next((at for at, joint in enumerate(child.joints) if joint != "、"), len(child.joints))
    for ref in child.members[: row + 1]:
        heads = vocabulary().is_any(ref.entity.cls, ("University", "GovernmentBody"))
        if ref.entity.cls == child.members[0].entity.cls and not heads:
            one, other = Subject.of(ref), Subject.of(mother.members[-1])
            yield from _drafts(shadow, turn, one, other, tie)


def _said(shadow: str, turns: list[Turn], index: int, mother: Group) -> Iterator[Draft]:
    """乙院系甲大学下属的科研单位, 作为甲大学直属的研究机构, 乙院…, 乙院由甲集团全资持有."""
    turn, grammar = turns[index], _grammar()
    own = turn.own if turn.own is not None and turn.own.end <= mother.start else None
    start = own.tail if own is not None else turn.clause.start
    end = turn.clause.end
    children = turn.subjects if turn.own is not mother else turn.before
    word = None
    if grammar["is"].fullmatch(shadow, start, mother.start):
        word = grammar["own"].match(shadow, mother.tail, end)
    elif pattern("AsMarker").fullmatch(shadow, turn.clause.start, mother.start):
        word = grammar["own"].match(shadow, mother.tail, end)
        then = turns[index + 1 : index + 2]
        children = then[0].subjects if then and then[0].own is not None else ()
    elif mother.governor in load_lexicon().forms("DoerMarker"):
        word = grammar["held"].match(shadow, mother.tail, end)
    if word is None or len(mother.members) > 1:
        return
    for child in children:
        yield from _drafts(shadow, turn, child, Subject.of(mother.members[0]), word)


def _drafts(
    shadow: str, turn: Turn, child: Subject, mother: Subject, word: re.Match[str]
) -> Iterator[Draft]:
    one, other, words = child.entity, mother.entity, vocabulary()
    owners = (*_OWNERS, *_HOLDERS) if words.is_any(one.cls, FIRMS) else _OWNERS  # 甲区旗下的乙公司
    kin = words.is_any(one.cls, _HELD) and words.is_any(other.cls, owners) and one is not other
    if kin and words.fits("affiliatedWith", one.cls, other.cls):
        yield Draft(
            one, "affiliatedWith", other, "grammar/held",
            (("predicate", word.start(), word.end()), child.span,
             ("alias", mother.start, mother.end)), child.source,
            modality=turn.modality(shadow, word.start()),
        )  # fmt: skip


def _is_taken(group: Group) -> bool:
    """Does 把 or 将 stand before it?"""
    return group.governor in load_lexicon().forms("PatientMarker")


def _moved(shadow: str, turn: Turn, group: Group) -> Iterator[Draft]:
    """甲大学把乙研究院搬到园里: what somebody moves is their own."""
    own, words = turn.own, vocabulary()
    if own is None or own.end > group.start or len(own.members) > 1 or not _is_taken(group):
        return
    mother, end = own.members[0], turn.clause.end
    if not words.is_any(mother.entity.cls, _MOTHERS):
        return
    if pattern("OwnMove").search(shadow, group.tail, end) is None:
        return
    for ref in group.members:
        child = words.is_any(ref.entity.cls, _CHILDREN) and ref.entity is not mother.entity
        if child and words.fits("affiliatedWith", ref.entity.cls, mother.entity.cls):
            yield Draft(
                ref.entity, "affiliatedWith", mother.entity, "grammar/moved",
                (("predicate", mother.start, ref.end),), mother.how,
                modality=turn.modality(shadow, group.tail),
            )  # fmt: skip


def _owned(shadow: str, turn: Turn, mother: Group, child: Group) -> Iterator[Draft]:
    """甲大学的乙研究院: the institute that 的 ties to its mother."""
    words = vocabulary()
    one, other = child.members[0].entity, mother.members[-1].entity
    served = words.is_any(other.cls, _SCHOOLS) and words.is_any(one.cls, _SERVICES)
    begotten = words.is_any(other.cls, _MOTHERS) and words.is_any(one.cls, _CHILDREN)
    if not begotten and not served:
        return
    tie = pattern("MotherTie").fullmatch(shadow, mother.tail, child.start)
    # 依托甲大学的乙院, 落户甲公司的乙中心: what the verb says ties the institute.
    verbs = any(hit.end == mother.start for hit in turn.clause.hits)
    small = load_lexicon().forms("Preposition", "SourceMarker")
    if tie is None or verbs or mother.governor in small or one is other:
        return
    lead = shadow[turn.clause.start : mother.start]
    if lead.endswith(tuple(load_lexicon().forms("Earlier", "Negation"))):
        return
    if words.fits("affiliatedWith", one.cls, other.cls):
        yield Draft(
            one, "affiliatedWith", other, "grammar/owned",
            (("predicate", mother.members[-1].start, child.members[0].end),), "explicit",
            modality=turn.modality(shadow, child.start),
        )  # fmt: skip
