"""Sponsors: who gives to what the text is about, and who got of what it is about, told after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.aid import drafts, members
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.numeral import ARABIC, chinese_signs
from sources.stake import stake
from sources.subject import brought_up
from sources.turn import Turn

__all__ = ["sponsor"]

#: Who gives money, rooms or people.
_GIVERS = (
    *("Place", "GovernmentBody", "AdministrativeCommittee", "University", "ResearchInstitute"),
    *("Enterprise", "Fund", "FinancialInstitution"),
)
#: What is given to where only the text before tells what; a firm gets money alone, of lenders.
_GIVEN = ("Platform", "Park", "Project", "ResearchInstitute", "University", "IndustrialBase")
_LENDERS = ("Fund", "FinancialInstitution")
#: Whose money others get, as is told after them; a bank lends it.
_PURSES = ("Fund", "FinancialProduct", "Programme", "PolicyPackage", "PolicyDocument")
_NEAR = frozenset({"explicit", "alias"})
_TAKERS = ("Enterprise", "Platform", "ResearchInstitute", "Project")


@lru_cache(maxsize=1)
def _grammar() -> dict[str, re.Pattern[str]]:
    number = f"(?:{ARABIC}|[{chinese_signs()[0]}]+)"
    paid = f"{number}[^,。;、0-9]{{0,3}}?{alternation('MoneyMark')}"
    gain, noun = map(alternation, ("GainVerb", "AidNoun"))
    verb = alternation("GiveVerb", "SmallGiveVerb", "BestowMoney")
    part = alternation("ShareMeasure", "AmountWord")
    kind, means, tie = (
        alternation("GiftNoun"),
        alternation("MeansNoun", "GoodsNoun"),
        alternation("Attributive"),
    )
    first = alternation("FirstSum")
    sums = (
        f"(?:{first})?(?:{kind})?(?:{alternation('Approximator')})?(?:{paid}|{number}{part}|{part})"
    )
    goods = f"(?:{number}[^,。;、0-9]{{1,4}}?{tie}?)?[^,。;、0-9]{{0,2}}?{means}"
    lead = f"[^,。;、]{{0,10}}?(?P<verb>{verb})(?:{alternation('Completed')})?"
    end = f"(?:{tie}?(?:{noun}|{kind}))?[^,。;、]{{0,1}}(?=[,。;、!?]|\\Z)"
    return {
        "gives": re.compile(f"{lead}(?:{sums}|{goods}){end}"),
        "lends": re.compile(f"{lead}(?:{sums})(?:{tie}?[^,。;、]{{0,4}}?{noun})?{end}"),
        "got": re.compile(
            f"[^,。;、]{{0,8}}?(?:{gain}{first}?{paid}|{alternation('GainedAid')}"
            f"(?:{paid})?)[^,。;、]{{0,8}}?\\Z"
        ),
        "among": re.compile(f"[^,。;、]{{0,4}}?{alternation('AmongThese')}\\Z"),
        "said": re.compile(alternation("AidVerb", "LendVerb", "GrantWord", "AidedWord")),
    }


def sponsor(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``supports`` between a clause and what was said before it."""
    for index, turn in enumerate(turns):
        own = _doer(turn)
        if own is not None:
            pairs = [*_giving(shadow, turns, index, own), *_getting(shadow, turns, index, own)]
            yield from drafts(shadow, turn, own, pairs)


def _doer(turn: Turn) -> Group | None:
    """The only list of the clause: its subject, or whom 由 names."""
    groups = turn.clause.groups
    if len(groups) != 1 or (turn.own is not None and turn.own is not groups[0]):
        return None
    by = groups[0].governor in load_lexicon().forms("DoerMarker")
    return groups[0] if by or (turn.own is not None and not groups[0].governor) else None


def _giving(
    shadow: str, turns: list[Turn], index: int, own: Group
) -> Iterable[tuple[Subject, Subject]]:
    """甲园投资7亿元. 其中乙区出2亿元, 丙公司跟投1亿元: they help what the text is about."""
    if not all(vocabulary().is_any(ref.entity.cls, _GIVERS) for ref in own.members):
        return ()
    turn = turns[index]
    thing = _spoken_of(shadow, turns, index, own)
    if thing is None:
        return ()
    firm = vocabulary().is_a(thing.entity.cls, "Enterprise")
    if not firm and not vocabulary().is_any(thing.entity.cls, _GIVEN):
        return ()
    if firm and not all(vocabulary().is_any(r.entity.cls, _LENDERS) for r in own.members):
        return ()
    way = _grammar()["lends" if firm else "gives"].fullmatch(shadow, own.tail, turn.clause.end)
    led = pattern("LedVerb").search(shadow, own.tail, turn.clause.end) is not None
    if led and vocabulary().is_a(thing.entity.cls, "Park"):
        return ()  # 在甲园建厂, 乙基金跟投: the firm is helped
    if way is None or not _is_for_it(shadow, turn, own, way.start("verb")):
        return ()
    if _builds(shadow, turns[index + 1 : index + 2]) or _is_yearly(shadow, turn):
        return ()
    others = (*turns[:index], *turns[index + 1 :])
    if _lends_goods(shadow, turn, own) and any(
        other.own is not None and _lends_goods(shadow, other, other.own) for other in others
    ):
        return ()  # 甲校出人, 乙县出地: they found it together
    # 甲大学乙研究院: its mother only keeps what is its own
    givers = [
        s
        for s in members(own)
        if vocabulary().is_a(s.entity.cls, "Place")
        or not thing.entity.name.startswith(s.entity.name)
    ]
    return product(givers, (thing,))


def _is_for_it(shadow: str, turn: Turn, own: Group, verb: int) -> bool:
    """Is the verb a word of its own (not 支出), and nobody else told before it who gets it?"""
    if all(token.start != verb for token in turn.clause.tokens):
        return False
    lexicon = load_lexicon()
    marks = lexicon.forms("Recipient") - lexicon.forms("Future")
    told = [t for t in turn.clause.tokens if own.tail <= t.start < verb and t.text in marks]
    return all(t.end == verb or _it().match(shadow, t.end, verb) is not None for t in told)


@lru_cache(maxsize=1)
def _it() -> re.Pattern[str]:
    """A word for the one spoken of that is not the start of another's name (它的对手)."""
    it = f"(?:{alternation('ItWord')}|{alternation('Demonstrative')}[^,。;、0-9]{{1,4}})"
    return re.compile(f"{it}(?!{alternation('Attributive')})")


def _is_yearly(shadow: str, turn: Turn) -> bool:
    """Does the text go on to compare the sum with another time, so that it is one of many gifts?"""
    end = turn.clause.end
    return shadow[end : end + 1] == "," and pattern("Base").match(shadow, end + 1) is not None


def _builds(shadow: str, then: list[Turn]) -> bool:
    """Does the giver go on to build with it himself (甲市拿出1亿元, 把旧厂拆了, 盖起厂房)?"""
    if not then or then[0].own is not None or shadow[then[0].clause.start - 1] != ",":
        return False
    clause = then[0].clause
    marks = load_lexicon().forms("DoerMarker")
    if any(group.governor in marks for group in clause.groups):
        return False  # 剩余部分由甲院承担
    moves = load_lexicon().forms("PatientMarker")
    starts = any(t.text in moves for t in clause.tokens[:2])
    return starts or any(hit.says("establishedBy") for hit in clause.hits)


def _spoken_of(shadow: str, turns: list[Turn], index: int, own: Group) -> Subject | None:
    """What the text is about beside those who give: of the sentence, else of the one before."""
    for turn in reversed(turns[:index]):
        made = brought_up(turn.clause)
        if made:
            return made[0] if len(made) == 1 else None
        if turn.own is not None and not _only_gives(shadow, turn, turn.own):
            told = turn.subjects if stake(shadow, turns[index].clause, own) is None else ()
            return told[0] if len(told) == 1 and told[0].source in _NEAR else None
    before = turns[0].before
    if len(before) != 1 or before[0].source != "section":
        return None
    return before[0] if _is_near(shadow, before[0], turns[0]) else None


def _only_gives(shadow: str, turn: Turn, own: Group) -> bool:
    return _grammar()["gives"].fullmatch(shadow, own.tail, turn.clause.end) is not None


def _lends_goods(shadow: str, turn: Turn, own: Group) -> bool:
    """Does the clause say that rooms, people or know-how are given, no money?"""
    money = _grammar()["lends"].fullmatch(shadow, own.tail, turn.clause.end) is not None
    return not money and _only_gives(shadow, turn, own)


def _is_near(shadow: str, subject: Subject, turn: Turn) -> bool:
    """Is it named in the paragraph of the clause?"""
    return "\n" not in shadow[subject.start : turn.clause.start]


def _getting(
    shadow: str, turns: list[Turn], index: int, own: Group
) -> Iterable[tuple[Subject, Subject]]:
    """甲贷已放款4亿元, 乙公司一家用了800万元; 甲基金投了23家企业. 乙公司、丙公司都在其中."""
    if not all(vocabulary().is_any(ref.entity.cls, _TAKERS) for ref in own.members):
        return ()
    turn = turns[index]
    got = _grammar()["got"].match(shadow, own.tail, turn.clause.end)
    among = got is None and _grammar()["among"].match(shadow, own.tail, turn.clause.end)
    if not got and not among:
        return ()
    purse = _purse(shadow, turns, index)
    if purse is None:
        return ()
    bank = vocabulary().is_a(purse.entity.cls, "FinancialInstitution")
    start = min(purse.start, turns[0].sentence[0])
    if "\n" in shadow[start : own.start]:
        return ()
    if bank and pattern("LoanWord").search(shadow, start, turn.clause.end) is None:
        return ()
    if among and _grammar()["said"].search(shadow, start, own.start) is None:
        return ()
    return product((purse,), members(own))


def _purse(shadow: str, turns: list[Turn], index: int) -> Subject | None:
    """Whose money it is: the fund, product, scheme or bank that the text is about."""
    words = vocabulary()
    for turn in reversed(turns[:index]):
        named = [*brought_up(turn.clause), *turn.subjects]
        found = next((s for s in named if words.is_any(s.entity.cls, _PURSES)), None)
        if found is not None:
            return found
    told = [s for s in turns[0].past if words.is_any(s.entity.cls, _PURSES)]
    before = told or [s for s in turns[0].before if s.source != "headline"]
    if len(before) != 1 or not words.is_any(before[0].entity.cls, (*_PURSES, *_LENDERS)):
        return None
    others = [t for t in turns[:index] if t.own is not None and not _is_taker(t.own)]
    return before[0] if not others else None


def _is_taker(group: Group) -> bool:
    return all(vocabulary().is_any(ref.entity.cls, _TAKERS) for ref in group.members)
