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
from sources.numeral import ARABIC, chinese_signs
from sources.subject import brought_up
from sources.turn import Turn

__all__ = ["aid"]

#: How far behind whom it helps the verb may stand, in characters.
_VERB_REACH = 26
#: What its own sentence may say to have helped somebody.
_GIVERS = ("Fund", "FinancialProduct", "Programme", "PolicyDocument", "PolicyPackage")
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
    backed, gained = alternation("BackedBy"), alternation("GainedAid")
    paid = f"(?:{ARABIC}|[{chinese_signs()[0]}]+)[^,。;]{{0,3}}?{alternation('MoneyMark')}"
    granted = f"{alternation('GrantVerb')}[^,。;]{{0,8}}?(?:{noun}|[“‘《])"
    return {
        "gives": re.compile(
            f"(?:(?!{alternation('AskVerb')})[^,。;]){{0,20}}?(?:{verb}|{granted})"
        ),
        "spent": re.compile(f"{alternation('PayVerb')}[^,。;]{{0,6}}?{paid}[^,。;、]{{0,8}}?$"),
        "ahead": re.compile(
            f"{alternation('BenefitMarker')}[^,。;、]{{0,10}}{alternation('Attributive')}$"
        ),
        "give": re.compile(f"{alternation('GiveWord')}$"),
        "joins": re.compile(f"{alternation('RoundVerb')}{alternation('Completed')}?[“《]?$"),
        "round": re.compile(
            f"{alternation('Attributive')}?[^,。;、]{{0,6}}?{alternation('RoundNoun')}"
        ),
        "follows": re.compile(f"[^,。;、]{{0,4}}?{backed}$"),
        "backs": re.compile(f"[^,。;、]{{0,4}}?{backed}"),
        "gained": re.compile(f"{gain}(?:[^,。;]{{0,3}})$"),
        "means": re.compile(f"[^,。;]{{0,16}}?{noun}"),
        "listed": re.compile(
            f"[^,。;]{{0,12}}?{noun}[^,。;]{{0,2}}?{alternation('RecipientNoun')}"
        ),
        "sum": re.compile(f"(?:[^,。;、]{{0,4}}?{noun}|[^,。;、]{{2,8}}{joint})?{paid}"),
        "won": re.compile(
            f"[^,。;、]{{0,12}}?(?:{gain}(?:[^,。;、]{{0,12}}?{noun}|{paid})|{gained})"
        ),
        "taken": re.compile(f"[^,。;、]{{0,6}}?{gain}(?:[^,。;、]{{0,14}}?{noun}|{paid})"),
        "source": re.compile(f"{alternation('MoneyNoun')}{alternation('FromVerb')}[“《]?$"),
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
                *_backed(shadow, turn, group),
                *_joined(shadow, turn, group),
                *_sourced(shadow, turn, group),
                *(_followed(shadow, turns, index) if group is turn.own else ()),
                *(_fronted(shadow, turns, index) if group is turn.own else ()),
                *_gained(shadow, turn, group),
                *_won(shadow, turn, group),
                *_taken(shadow, turn, group),
                *_under(shadow, turns, index, group),
            ]
            yield from _drafts(shadow, turn, group, pairs)


def _members(group: Group) -> list[Subject]:
    return [Subject.of(ref) for ref in group.members]


def _about(turn: Turn, group: Group) -> list[Subject]:
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
    if behind is not None:
        ahead = turn.clause.start + behind.start()
        named = [g for g in turn.clause.groups if g.end <= ahead and not g.governor]
        return product(_members(named[-1]) if named else (), _members(group))
    giving = [s for s in turn.topic if not _is(s, "Enterprise")] if turn.own is None else []
    credit = [s for s in brought_up(turn.clause) if _is(s, "FinancialProduct")]
    after = [s for s in credit if s.start > group.end]  # 为甲公司开通“乙贷”: 乙贷 helps, too
    return product([*(giving or _about(turn, group)), *after], _members(group))


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
    givers = [s for s in _about(turn, group) if vocabulary().is_any(s.entity.cls, _PAYERS)]
    return product(givers, _members(group))


def _joined(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """甲基金参与乙公司的战略融资: who takes part in a round pays the list."""
    lead = shadow[turn.clause.start : group.start]
    if not _grammar()["joins"].search(lead) or not all(
        _is(s, "Enterprise") for s in _members(group)
    ):
        return ()
    if not _grammar()["round"].match(shadow, group.tail, turn.clause.end):
        return ()
    return product(_about(turn, group), _members(group))


def _followed(shadow: str, turns: list[Turn], index: int) -> Iterable[tuple[Subject, Subject]]:
    """由甲领投, 乙跟投: the second clause goes on with who helps the same."""
    turn, before = turns[index], turns[index - 1] if index else None
    own = turn.own
    if own is None or before is None or len(turn.clause.groups) > 1:
        return ()
    ends = _grammar()["follows"].fullmatch(shadow[own.tail : turn.clause.end]) is not None
    doers = load_lexicon().forms("DoerMarker")
    led = any(g.governor in doers or g is before.own for g in before.clause.groups)
    text = shadow[before.clause.start : before.clause.end]
    if not ends or not led or _grammar()["follows"].search(text) is None:
        return ()
    takers = [s for s in (*before.subjects, *before.before) if _is(s, "Enterprise")]
    named = {ref.entity.name for ref in own.members}
    return product(_members(own), [s for s in takers if s.entity.name not in named][:1])


def _sourced(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """乙公司的天使轮资金来自甲基金: the list helps the subject."""
    lead = shadow[turn.clause.start : group.start]
    tied = turn.own is not None and turn.own.end <= group.start
    if not tied or _grammar()["source"].search(lead) is None:
        return ()
    return product([s for s in _members(group) if not _is(s, "Place")], _about(turn, group))


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
    return product(_members(own), _members(groups[0]))


def _backed(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """由甲领投、乙跟投: the list helps the subject."""
    if not _grammar()["backs"].match(shadow, group.tail, turn.clause.end):
        return ()
    doers = load_lexicon().forms("DoerMarker")
    before = [g for g in turn.clause.groups if g.governor in doers and g.start <= group.start]
    return product(_members(group), _about(turn, group)) if before else ()


def _gained(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """乙获甲注资: the list helps the subject."""
    lead = shadow[turn.clause.start : group.start].rstrip("“《")
    gained = _grammar()["gained"].search(lead)
    ways = ["means", *(["sum"] if all(_is(s, "Fund") for s in _members(group)) else [])]
    end = turn.clause.end
    if gained is None or not any(_grammar()[way].match(shadow, group.tail, end) for way in ways):
        return ()
    return product(_members(group), _about(turn, group))


def _taken(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """乙从甲银行拿到贷款: the list helps the subject; out of a place nobody in particular does."""
    if group.governor not in load_lexicon().forms("SourceMarker"):
        return ()
    if not _grammar()["taken"].match(shadow, group.tail, turn.clause.end):
        return ()
    budget = pattern("BudgetWord").match(shadow, group.tail) is not None
    givers = [s for s in _members(group) if budget or not _is(s, "Place")]
    return product(givers, [s for s in _about(turn, group) if s.source in {"explicit", "alias"}])


def _won(shadow: str, turn: Turn, group: Group) -> Iterable[tuple[Subject, Subject]]:
    """A fund's sentence, in which 乙等14家企业拿到了投资, 甲贷让乙拿到资金: it helps the list."""
    lifted = turn.own is not group and group.governor in load_lexicon().forms("Pivot")
    givers = [
        s
        for s in (turn.subjects if lifted else turn.before)
        if vocabulary().is_any(s.entity.cls, _GIVERS)
    ]
    if not _grammar()["won"].match(shadow, group.tail, turn.clause.end):
        return ()
    return product(givers, _members(group))


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
    return product(_members(group), _about(turn if own else after, group))


def _is(subject: Subject, cls: str) -> bool:
    return vocabulary().is_a(subject.entity.cls, cls)


def _drafts(
    shadow: str, turn: Turn, group: Group, pairs: list[tuple[Subject, Subject]]
) -> Iterator[Draft]:
    for giver, taker in pairs:
        if giver.entity is taker.entity or not vocabulary().is_any(taker.entity.cls, _HELPED):
            continue
        if vocabulary().fits("supports", giver.entity.cls, taker.entity.cls):
            denied = pattern("Negation").search(shadow, turn.clause.start, group.start)
            said = turn.modality(shadow, group.start)
            yield Draft(
                giver.entity, "supports", taker.entity, "grammar/aid",
                (("predicate", group.start, turn.clause.end), giver.span,
                 ("alias", taker.start, taker.end)),
                giver.source, modality="negated" if denied and said == "asserted" else said,
            )  # fmt: skip
