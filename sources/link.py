"""Links: verbs of relative clauses, which 的 ties to the thing that they describe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit

__all__ = ["Link", "is_brought", "is_open", "is_own_deed", "links", "main_hits"]

#: How far behind 的 the thing described may stand, in characters.
_HEAD_REACH = 18
#: How much text may tell the side of a place between it and 的, in characters.
_SIDE_REACH = 4
#: Relations whose verb, with its object, describes the thing that does it: 落户甲的乙.
_DOES = frozenset({"locatedIn", "designatedAs", "memberOf", "focusesOn", "affiliatedWith"})
#: What somebody pays for the thing described: 投资 60 亿元的….
_PRICED = re.compile(f"[^,。;、0-9]{{0,3}}[0-9.]+[^,。;、]{{0,6}}?{alternation('Attributive')}")
_NO_HEAD = re.compile(r"[,;。:!?]")


@dataclass(frozen=True, slots=True)
class Link:
    """A verb that describes ``head``: 甲建设的乙 (乙 is built) or 落户甲的乙 (乙 does it).

    ``start``: where the relative clause begins; ``mark``: where its 的 stands; ``does``: is the
    head the one that does it?
    """

    hit: Hit
    start: int
    mark: int
    head: Group
    does: bool


def links(shadow: str, clause: Clause) -> tuple[Link, ...]:
    """The relative clauses of a clause, in order."""
    found: list[Link] = []
    copula = _copula(shadow, clause)
    for index, hit in enumerate(clause.hits):
        if hit.start > copula:
            break
        mark, does = _mark(shadow, clause, hit)
        if mark < 0 or pattern("DeedNoun").match(shadow, hit.end) is not None:
            continue
        later = [h.start for h in clause.hits[index + 1 :] if h.start > mark]
        head = _head(shadow, clause, mark, min(later, default=clause.end))
        if head is not None:
            begin = hit.start if does else _begin(clause, index, found)
            found.append(Link(hit, begin, mark, head, does))
    return tuple(found)


def _copula(shadow: str, clause: Clause) -> int:
    """Where 是 follows the subject: what stands behind it tells of the subject (甲是乙建的园)."""
    first = next((group for group in clause.groups if not group.governor), None)
    found = pattern("Copula").match(shadow, first.tail) if first is not None else None
    return found.start() if found is not None else clause.end


def main_hits(clause: Clause, relative: tuple[Link, ...]) -> Iterator[Hit]:
    """The verbs of the clause that stand in none of its relative clauses."""
    for hit in clause.hits:
        if not any(link.start <= hit.start <= link.mark for link in relative):
            yield hit


def is_open(clause: Clause, link: Link) -> bool:
    """Does the relative clause leave out who does it (与甲公司共建的乙, 牵头组建的乙)?"""
    if link.does:
        return False
    inside = [g for g in clause.groups if link.start <= g.start and g.end <= link.hit.start]
    if any(not group.governor for group in inside):
        return False
    small = load_lexicon().forms("OpenLead")
    nouns = (
        token.start
        for token in clause.tokens
        if link.start <= token.start and token.end <= link.hit.start
        if token.pos[0] == "n" and token.text not in small
    )
    return all(any(g.start <= at < g.end for g in inside) for at in nouns)


def is_brought(clause: Clause, group: Group, described: tuple[Link, ...]) -> bool:
    """Does the clause only bring up what somebody has made (与甲公司共建的乙, “丙贷”)?"""
    if vocabulary().is_a(group.members[0].entity.cls, "FinancialProduct"):
        return True
    return any(link.head is group and is_open(clause, link) for link in described)


def is_own_deed(shadow: str, clause: Clause, hit: Hit, link: Link) -> bool:
    """Is it a deed of whom the paragraph is about (与甲公司共建的乙, 推出的“丙贷”)?"""
    withs = load_lexicon().forms("Comitative")
    joined = (g for g in clause.groups if g.governor in withs and g.end <= hit.start)
    if hit.says("establishedBy") and any(link.start <= g.start for g in joined):
        return True
    if pattern("OwnDeed").match(shadow, hit.start) is not None:
        return hit.says("establishedBy")
    return hit.says("issuedBy") and not hit.says("establishedBy")


def _mark(shadow: str, clause: Clause, hit: Hit) -> tuple[int, bool]:
    """Where the 的 stands that makes the verb a relative one (-1: nowhere); does the head do it?"""
    ties = load_lexicon().forms("Attributive")
    if shadow[hit.end - 1] in ties:
        return hit.end - 1, False
    link = pattern("RelativeLink").match(shadow, hit.end)
    if link is not None and shadow[link.end() - 1] in ties and hit.of("verb") + hit.of("by"):
        return link.end() - 1, False
    priced = _PRICED.match(shadow, hit.end) if hit.of("by") else None
    if priced is not None:
        return priced.end() - 1, False
    does = any(
        cue.signals in _DOES and cue.attributes.get("agent") == "subject" for cue in hit.cues
    )
    tie = pattern("Attributive").search(shadow, hit.end, clause.end) if does else None
    if tie is None or any(hit.end <= other.start < tie.start() for other in clause.hits):
        return -1, False
    inside = [group for group in clause.groups if hit.end <= group.start < tie.start()]
    reach = _SIDE_REACH if hit.says("locatedIn") else 0  # 坐落在甲市城东的乙
    whole = len(inside) < 2 and all(tie.start() - group.tail <= reach for group in inside)
    opens = not any(g.end <= hit.start and not g.governor for g in clause.groups)
    if not whole or not opens or _in_name(clause, tie.start()):
        return -1, False
    return tie.start(), True


def _in_name(clause: Clause, at: int) -> bool:
    return any(ref.start <= at < ref.end for group in clause.groups for ref in group.members)


def _head(shadow: str, clause: Clause, mark: int, limit: int) -> Group | None:
    """The list that the relative clause describes."""
    group = next((group for group in clause.groups if group.start > mark), None)
    if group is None or group.start - mark > _HEAD_REACH or group.start > limit:
        return None
    between = shadow[mark + 1 : group.start]
    if group.governor and group.start - len(group.governor) > mark:
        return None
    other = pattern("KindNoun").search(between)
    bare = between.rstrip("“‘《")
    named = other is None or other.end() == len(bare)  # 落户甲的企业乙公司
    if other is not None and not named:
        named = pattern("Copula").fullmatch(bare, other.end()) is not None  # …是乙公司
    return group if named and _NO_HEAD.search(between) is None else None


def _begin(clause: Clause, index: int, earlier: list[Link]) -> int:
    """Where the relative clause begins: behind the main verb before it or the thing before it."""
    hit = clause.hits[index]
    begin = earlier[-1].head.end if earlier else clause.start
    for other, after in zip(clause.hits[:index], clause.hits[1 : index + 1], strict=True):
        if other.start < begin:
            continue
        between = [g for g in clause.groups if other.end <= g.start < after.start]
        stands = between and not _is_governor(other, between[0])
        if stands or other.says("succeeds"):  # 甲区前身是1998年成立的乙园
            begin = other.end
    return min(begin, hit.start)


def _is_governor(hit: Hit, group: Group) -> bool:
    """Is the word no verb but the small word before the list (联合 A、依托 B)?"""
    small = load_lexicon().forms("Comitative", "Preposition") - load_lexicon().forms("Pivot")
    return group.governor in small and group.start - len(group.governor) <= hit.start
