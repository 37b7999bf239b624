"""Aid: who helps whom with money or means, told from either side (甲为乙授信, 乙获甲注资)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import product

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Group
from sources.draft import Draft, Subject
from sources.guarded import guarded
from sources.numeral import ARABIC, chinese_signs
from sources.subject import brought_up
from sources.turn import Turn

__all__ = ["about", "aid", "drafts", "members"]

#: How far behind whom it helps the verb may stand, in characters.
_VERB_REACH = 26
#: What its own sentence may say to have helped somebody.
_GIVERS = ("Fund", "FinancialProduct", "Programme", "PolicyDocument", "PolicyPackage")
#: What a sum of which nobody says whom it is for may be given to.
_GRANTED = ("Platform", "ResearchInstitute", "Project", "Alliance", "Enterprise")
#: How far from the start of its clause who gives something may stand, in characters.
_LEAD = 4
#: Who gives a sum away: others may only pay what they owe.
_PAYERS = ("Place", "GovernmentBody", "Fund", "AdministrativeCommittee")
#: Who can be helped: no places that merely lie in the way of a preposition.
_HELPED = (
    *("Organization", "Platform", "Project", "Park", "Fund", "Alliance", "Zone"),
    "FinancialProduct",
)


@lru_cache(maxsize=1)
def _grammar() -> dict[str, re.Pattern[str]]:
    verb, noun, gain = alternation("AidVerb"), alternation("AidNoun"), alternation("GainVerb")
    joint = alternation("Joiner")
    gained = alternation("GainedAid")
    paid = f"(?:{ARABIC}|[{chinese_signs()[0]}]+)[^,。;]{{0,3}}?{alternation('MoneyMark')}"
    granted = f"{alternation('GrantVerb')}[^,。;]{{0,8}}?(?:{noun}|[“‘《])"
    tie, first = alternation("Attributive"), alternation("FirstSum")
    return {
        "gives": re.compile(
            f"(?:(?!{alternation('AskVerb')})[^,。;]){{0,20}}?(?:{verb}|{granted})"
            f"(?!{alternation('AidUndone')})"
        ),
        "spent": re.compile(f"{alternation('PayVerb')}[^,。;]{{0,6}}?{paid}[^,。;、]{{0,8}}?$"),
        "ahead": re.compile(
            f"{alternation('BenefitMarker')}[^,。;、]{{0,10}}{alternation('Attributive')}$"
        ),
        "give": re.compile(f"{alternation('GiveWord')}$"),
        "grants": re.compile(
            f"[^,。;、]{{0,6}}?{alternation('GrantSum')}[^,。;、0-9]{{0,6}}?{paid}"
        ),
        "chosen": re.compile(
            f"(?:(?!{tie})[^,。;、]){{0,8}}?{alternation('AidNoun', 'AidVerb', 'PutIn')}{tie}"
            f"(?:(?!{tie})[^,。;、]){{0,6}}?{alternation('AidedNoun')}"
        ),
        "gained": re.compile(f"{gain}(?:[^,。;]{{0,3}})$"),
        "means": re.compile(f"[^,。;]{{0,16}}?{noun}"),
        "listed": re.compile(
            f"[^,。;]{{0,12}}?{noun}[^,。;]{{0,2}}?{alternation('RecipientNoun')}"
        ),
        "sum": re.compile(
            f"(?:[^,。;、]{{0,4}}?{noun}|[^,。;、]{{2,8}}{joint}|{tie}[^,。;、0-9]{{0,4}}?)?{paid}"
        ),
        "won": re.compile(
            f"[^,。;、]{{0,12}}?(?:{gain}(?:[^,。;、]{{0,12}}?{noun}|{first}?{paid})|{gained})"
        ),
        "taken": re.compile(f"[^,。;、]{{0,6}}?{gain}(?:[^,。;、]{{0,14}}?{noun}|{paid})"),
        "pays": re.compile(f"[^,。;]{{0,14}}?{verb}[^,。;、]{{0,4}}?{paid}"),
        "helped": re.compile(f"[^,。;]{{0,4}}?{noun}{alternation('BelowWord')}"),
    }


def aid(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``supports`` said by preposition or from the side of who is helped."""
    for index, turn in enumerate(turns):
        for group in turn.clause.groups:
            pairs = [
                *_given(shadow, turn, group),
                *_handed(shadow, turn, group),
                *(_fronted(shadow, turns, index) if group is turn.own else ()),
                *_gained(shadow, turn, group),
                *_won(shadow, turns, index, group),
                *_taken(shadow, turn, group),
                *_under(shadow, turns, index, group),
                *_chosen(shadow, turn, group),
                *_granted(shadow, turn, group),
            ]
            yield from drafts(shadow, turn, group, pairs)


def members(group: Group) -> list[Subject]:
    """The things of a list."""
    return [Subject.of(ref) for ref in group.members]


def about(turn: Turn, group: Group) -> list[Subject]:
    """Whom the clause is about, the list itself left out."""
    held = {ref.entity.name for ref in group.members}
    return [
        s
        for s in turn.subjects
        if s.entity.name not in held and (s.source != "headline" or _is(s, "Policy"))
    ]


def _given(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """甲为乙提供贷款, 向乙授信, 把乙列为资助对象: the subject helps the list."""
    lexicon = load_lexicon()
    patient = group.governor in lexicon.forms("PatientMarker")
    lead = shadow[turn.clause.start : group.start].rstrip("“《")
    behind = _grammar()["ahead"].search(lead)  # 对新落户的甲院给予支持
    if behind is not None and any(
        turn.clause.start + behind.start() < g.start < group.start for g in turn.clause.groups
    ):
        behind = None
    if not patient and behind is None and group.governor not in lexicon.forms("BenefitMarker"):
        return ()
    reach = min(turn.clause.end, group.tail + _VERB_REACH)
    if not _grammar()["listed" if patient else "gives"].match(shadow, group.tail, reach):
        return ()
    if pattern("ThanksWord").search(shadow, group.tail, turn.clause.end):
        return ()  # 对甲大学给予乙市的支持表示感谢: 甲大学 helped
    if pattern("ThirdParty").match(shadow, group.tail):
        return ()  # 为甲公司的竞争对手提供贷款
    if behind is not None:
        ahead = turn.clause.start + behind.start()
        named = [g for g in turn.clause.groups if g.end <= ahead and not g.governor]
        return product(members(named[-1]) if named else (), members(group))
    giving = [s for s in turn.topic if not _is(s, "Enterprise")] if turn.own is None else []
    later = (g for g in turn.clause.groups if g.start > group.end and not g.governor)
    after = [s for g in later for s in members(g) if _is(s, "FinancialProduct")]
    # 为甲公司开通“乙贷”: 乙贷 helps, too
    return product([*(giving or about(turn, group)), *after], members(group))


def _handed(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """甲市每年给乙院经费1200万元, 拿出1200万元给乙院: the subject helps the list."""
    before = shadow[turn.clause.start : group.start].rstrip("“《")
    give = _grammar()["give"].search(before)
    if give is None:
        return ()
    lead = before[: give.start()]
    spent = _grammar()["spent"].search(lead) is not None
    if not spent and not _grammar()["sum"].match(shadow, group.tail, turn.clause.end):
        return ()
    givers = [s for s in about(turn, group) if vocabulary().is_any(s.entity.cls, _PAYERS)]
    return product(givers, members(group))


def _fronted(shadow: str, turns: list[Turn], index: int) -> Iterable[tuple[Subject, Subject]]:
    """对乙院, 甲市每年补助1000万元: the subject of the second clause helps whom the first names."""
    turn, before = turns[index], turns[index - 1] if index else None
    own, groups = turn.own, before.clause.groups if before is not None else []
    if own is None or before is None or len(groups) != 1 or len(turn.clause.groups) > 1:
        return ()
    marked = groups[0].governor in load_lexicon().forms("BenefitMarker")
    whole = marked and groups[0].tail == before.clause.end
    if not whole or not _grammar()["pays"].match(shadow, own.tail, turn.clause.end):
        return ()
    return product(members(own), members(groups[0]))


def _gained(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """乙获甲注资: the list helps the subject."""
    lead = shadow[turn.clause.start : group.start].rstrip("“《")
    gained = _grammar()["gained"].search(lead)
    ways = ["means", *(["sum"] if all(_is(s, "Fund") for s in members(group)) else [])]
    end = turn.clause.end
    if gained is None or not any(_grammar()[way].match(shadow, group.tail, end) for way in ways):
        return ()
    return product(members(group), about(turn, group))


def _taken(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """乙从甲银行拿到贷款: the list helps the subject; out of a place nobody in particular does."""
    if group.governor not in load_lexicon().forms("SourceMarker"):
        return ()
    if not _grammar()["taken"].match(shadow, group.tail, turn.clause.end):
        return ()
    budget = pattern("BudgetWord").match(shadow, group.tail) is not None
    givers = [s for s in members(group) if budget or not _is(s, "Place")]
    return product(givers, [s for s in about(turn, group) if s.source in {"explicit", "alias"}])


def _won(
    shadow: str, turns: list[Turn], index: int, group: Group
) -> Iterable[tuple[Subject, Subject]]:
    """A fund's sentence, in which 乙等14家企业拿到了投资, 甲贷让乙拿到资金: it helps the list."""
    turn = turns[index]
    lifted = turn.own is not group and group.governor in load_lexicon().forms("Pivot")
    won = lifted or not group.governor
    if not won or not _grammar()["won"].match(shadow, group.tail, turn.clause.end):
        return ()
    issued = brought_up(turns[index - 1].clause) if index else ()  # 推出“甲贷”, 乙拿到首笔
    named = turn.subjects if lifted else (*issued, *turn.before)
    givers = [s for s in named if vocabulary().is_any(s.entity.cls, _GIVERS)]
    return product(givers, members(group))


def _under(
    shadow: str, turns: list[Turn], index: int, group: Group
) -> Iterable[tuple[Subject, Subject]]:
    """在甲支持下, 乙成立; 受甲青睐, 乙…: the list helps whom the next clause is about."""
    turn = turns[index]
    lead = shadow[turn.clause.start : group.start].rstrip("“《")
    favoured = lead in load_lexicon().forms("FavourMarker")
    if not favoured and group.governor not in load_lexicon().forms("Locative"):
        return ()
    if not _grammar()["means" if favoured else "helped"].match(shadow, group.tail, turn.clause.end):
        return ()
    after = turns[index + 1] if index + 1 < len(turns) else turn
    own = turn.own is not None and turn.own is not group
    return product(members(group), about(turn if own else after, group))


def _granted(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """甲院揭牌, 市里给了800万元: the list helps what the sentence is about."""
    later = any(g.start >= group.tail for g in turn.clause.groups)
    if group is not turn.own or later or group.start - turn.clause.start > _LEAD:
        return ()
    if not _grammar()["grants"].match(shadow, group.tail, turn.clause.end):
        return ()
    told = [
        s
        for s in turn.topic or turn.before[:1]
        if s.source in {"explicit", "alias"} and vocabulary().is_any(s.entity.cls, _GRANTED)
    ]
    givers = [s for s in members(group) if vocabulary().is_any(s.entity.cls, _PAYERS)]
    return product(givers, told)


def _chosen(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """乙公司是甲计划扶持的对象: the list helps the subject."""
    own = turn.own
    if own is None or own.end > group.start or group.governor not in {"", *_copulas()}:
        return ()
    if pattern("Copula").search(shadow, own.tail, group.start) is None:
        return ()
    if not _grammar()["chosen"].match(shadow, group.tail, turn.clause.end):
        return ()
    return product(members(group), members(own))


def _copulas() -> frozenset[str]:
    return load_lexicon().forms("Copula")


def _is(subject: Subject, cls: str) -> bool:
    return vocabulary().is_a(subject.entity.cls, cls)


def drafts(
    shadow: str, turn: Turn, group: Group, pairs: list[tuple[Subject, Subject]]
) -> Iterator[Draft]:
    """Drafts that say of each pair that the first helps the second, as the list tells."""
    for giver, taker in pairs:
        if giver.entity is taker.entity or not vocabulary().is_any(taker.entity.cls, _HELPED):
            continue
        if _is(giver, "FinancialProduct") and _is(taker, "FinancialInstitution"):
            continue  # a bank lends its own
        if vocabulary().fits("supports", giver.entity.cls, taker.entity.cls):
            denied = guarded("Negation").search(shadow, turn.clause.start, group.start)
            said = turn.modality(shadow, group.start)
            yield Draft(
                giver.entity, "supports", taker.entity, "grammar/aid",
                (("predicate", group.start, turn.clause.end), giver.span,
                 ("alias", taker.start, taker.end)),
                giver.source, modality="negated" if denied and said == "asserted" else said,
            )  # fmt: skip
