"""Financings: who puts money into a firm, alone, with others or in a round that is told of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.aid import about, drafts, members
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.numeral import ARABIC, chinese_signs
from sources.turn import Turn

__all__ = ["finance"]

#: Who does nothing with a sum but lend or put it into something.
_LENDERS = ("Fund", "FinancialInstitution")


@lru_cache(maxsize=1)
def _grammar() -> dict[str, re.Pattern[str]]:
    backed, led = alternation("BackedBy"), alternation("LedVerb")
    paid = f"(?:{ARABIC}|[{chinese_signs()[0]}]+)[^,。;]{{0,3}}?{alternation('MoneyMark')}"
    return {
        "joins": re.compile(f"{alternation('RoundVerb')}{alternation('Completed')}?[“《]?$"),
        "round": re.compile(
            f"{alternation('Attributive')}?[^,。;、]{{0,6}}?{alternation('RoundNoun')}"
        ),
        "backs": re.compile(f"[^,。;、]{{0,4}}?{backed}"),
        "puts": re.compile(f"[^,。;、]{{0,4}}?{alternation('PutIn')}[^,。;、0-9]{{0,3}}?{paid}"),
        "leads": re.compile(f"[^,。;、]{{0,2}}?{led}"),
        "source": re.compile(f"{alternation('MoneyNoun')}{alternation('FromVerb')}[“《]?$"),
    }


def finance(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``supports`` said by who puts money into a firm, or of where its money is from."""
    for index, turn in enumerate(turns):
        for group in turn.clause.groups:
            pairs = [
                *_backed(shadow, turn, group),
                *_joined(shadow, turn, group),
                *_sourced(shadow, turn, group),
                *_led(shadow, turns, index, group),
            ]
            yield from drafts(shadow, turn, group, pairs)


def _backed(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """由甲领投、乙跟投: the list helps the subject."""
    end = turn.clause.end
    puts = all(vocabulary().is_any(r.entity.cls, _LENDERS) for r in group.members)
    puts = puts and _grammar()["puts"].match(shadow, group.tail, end) is not None
    if not puts and not _grammar()["backs"].match(shadow, group.tail, end):
        return ()
    doers = load_lexicon().forms("DoerMarker")
    before = [g for g in turn.clause.groups if g.governor in doers and g.start <= group.start]
    spare = ("Fund",) if puts else ()
    helped = [s for s in about(turn, group) if not vocabulary().is_any(s.entity.cls, spare)]
    return product(members(group), helped) if before else ()


def _joined(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """甲基金参与乙公司的战略融资: who takes part in a round pays the list."""
    lead = shadow[turn.clause.start : group.start]
    if not _grammar()["joins"].search(lead) or not all(map(_is_firm, members(group))):
        return ()
    if not _grammar()["round"].match(shadow, group.tail, turn.clause.end):
        return ()
    return product(about(turn, group), members(group))


def _sourced(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """乙公司的天使轮资金来自甲基金: the list helps the subject."""
    lead = shadow[turn.clause.start : group.start]
    tied = turn.own is not None and turn.own.end <= group.start
    if not tied or _grammar()["source"].search(lead) is None:
        return ()
    givers = [s for s in members(group) if not vocabulary().is_a(s.entity.cls, "Place")]
    return product(givers, about(turn, group))


def _led(
    shadow: str, turns: list[Turn], index: int, group: Group
) -> Iterable[tuple[Subject, Subject]]:
    """乙公司完成A轮融资, 甲领投, 丙跟投; 乙公司由甲领投, 丙跟投: the list helps the firm."""
    turn = turns[index]
    verb = _grammar()["leads"].match(shadow, group.tail, turn.clause.end)
    ends = verb is not None and turn.clause.end - verb.end() <= 1
    if group is not turn.own or not ends or not index:
        return ()
    for earlier in reversed(turns[:index]):
        if earlier.own is not None and _is_financed(shadow, earlier, earlier.own):
            return product(members(group), filter(_is_firm, members(earlier.own)))
    before = turns[index - 1]
    if pattern("LedVerb").search(shadow, before.clause.start, before.clause.end) is None:
        return ()
    held = {ref.entity.name for ref in group.members}
    firms = [s for s in before.before if _is_firm(s) and s.entity.name not in held]
    return product(members(group), firms[:1])


def _is_financed(shadow: str, turn: Turn, own: Group) -> bool:
    """Does the clause tell that its subject gets money, from whomever?"""
    end = turn.clause.end
    if pattern("FinancedWord").search(shadow, own.tail, end) is not None:
        return True
    doers = load_lexicon().forms("DoerMarker")
    led = pattern("LedVerb").search(shadow, own.tail, end) is not None
    return led and any(g.governor in doers for g in turn.clause.groups if g is not own)


def _is_firm(subject: Subject) -> bool:
    return vocabulary().is_a(subject.entity.cls, "Enterprise")
