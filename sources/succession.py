"""Successions: what came after what, where more than a verb between two names says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.subject import brought_up
from sources.turn import Turn

__all__ = ["absorb", "absorbs", "succeed"]

#: Kinds of which one thing carries on another.
_FAMILIES = (
    ("Zone", "Park", "IndustrialBase"),
    ("ResearchInstitute", "Laboratory", "Platform"),
    ("University",),
    ("Enterprise", "FinancialInstitution"),
    ("Fund",),
    ("FinancialProduct",),
    ("Alliance",),
    ("Policy",),
)
#: Bodies that become one another by reform (厂 becomes 院).
_BODIES = ("ResearchInstitute", "Platform", "University", "Enterprise", "Hospital")
#: Things that others come to be part of, and so not their heirs.
_WIDE = ("Zone", "ScienceCenter", "AdministrativeArea")
#: Relations that say only into what a thing has gone.
_INTO = frozenset({"partOf", "affiliatedWith"})
#: How much may follow what is dissolved in its clause, in characters.
_LOOSE_END = 3
#: How far before what was there first the word may stand that opens the phrase, in characters.
_LEAD = 16


@lru_cache(maxsize=1)
def _grammar() -> dict[str, re.Pattern[str]]:
    tie, former = alternation("Attributive"), alternation("FormerMark")
    become, origin = alternation("OriginVerb"), alternation("OriginMarker")
    base, absorb = alternation("BaseNoun"), alternation("AbsorbVerb")
    replace = alternation("ReplaceVerb")
    loose = "[^,。;、]"
    others = f"(?!(?:{tie})?{alternation('OtherMember')})"
    return {
        "origin": re.compile(f"{origin}(?:{loose}{{0,12}}?{tie})?(?:{former})?[“‘《]?\\Z"),
        "arisen": re.compile(f"{others}{loose}{{0,8}}?{become}"),
        "base": re.compile(f"(?:{tie})?{alternation('BaseLink')}?{base}"),
        "absorbed": re.compile(f"{others}{loose}{{0,8}}?{absorb}(?:{loose}{{0,6}}?{tie})?[“‘《]?"),
        "replaces": re.compile(f"{loose}{{0,4}}?{replace}(?:{tie})?(?:{former})?[“‘《]?"),
        "replaced": re.compile(f"{loose}{{0,4}}?{alternation('PassiveMarker')}[“‘《]?"),
        "done": re.compile(f"{loose}{{0,3}}?{replace}"),
        "others": re.compile(tie),
        "rooted": re.compile(
            f"{tie}{alternation('RootNoun')},?{alternation('TraceVerb')}(?:{loose}{{0,14}}{tie})?"
            f"{former}?[“‘]?\\Z"
        ),
        "shed": re.compile(f"(?:{loose}{{0,6}}?){alternation('ShedVerb')}(?:{tie})?{former}?[“‘]?"),
        "is shed": re.compile(f"{loose}{{0,6}}?{alternation('ShedVerb')}"),
    }


def succeed(shadow: str, turns: list[Turn]) -> Iterator[Draft]:
    """Drafts of ``succeeds``: 甲院由乙厂改制而来, 乙所并入甲院, 撤销乙所, 组建甲院."""
    for index, turn in enumerate(turns):
        yield from _shed(shadow, turns, index)
        yield from _rooted(shadow, turns, index)
        for at, group in enumerate(turn.clause.groups):
            yield from _arisen(shadow, turns, index, at)
            yield from _absorbed(shadow, turns, index, group)
            yield from _replaced(shadow, turn, at)


def _arisen(shadow: str, turns: list[Turn], index: int, at: int) -> Iterator[Draft]:
    """甲院由乙厂改制而来, 在乙所基础上组建甲院, 以乙所为班底组建的甲院."""
    turn = turns[index]
    group, grammar, end = turn.clause.groups[at], _grammar(), turn.clause.end
    begin = max(turn.clause.start, group.start - _LEAD)
    origin = grammar["origin"].search(shadow[begin : group.start])
    if origin is None:
        return
    word = grammar["arisen"].match(shadow, group.tail, end)
    base = word or grammar["base"].match(shadow, group.tail, end)
    equal = tuple(load_lexicon().forms("EqualMark"))
    if base is None or (word is None and origin.group().startswith(equal)):  # 甲园是乙园的前身
        return
    heirs = _heirs(shadow, turns, index, at, base.end())
    loose = word is not None or _is_former(shadow, group)
    for heir, ref in product(heirs, group.members):
        kinds = heir.entity.cls, ref.entity.cls
        built = not loose and "ResearchInstitute" in kinds and kinds[0] != kinds[1]
        if _carries_on(heir.entity, ref.entity, loose) and not built:  # 以甲院为基础建乙室
            yield _draft(shadow, turn, heir, Subject.of(ref), base, "structure/arisen")


def _rooted(shadow: str, turns: list[Turn], index: int) -> Iterator[Draft]:
    """它的前身,是1986年建起的乙站; 研究所的根,可以追到1978年的乙站: the subject has come of it."""
    turn = turns[index]
    first = turns[max(0, index - 1)]
    for group in turn.clause.groups[:2]:
        root = _grammar()["rooted"].search(shadow[first.clause.start : group.start])
        if root is None:
            continue
        at = first.clause.start + root.start()
        said = turn if at >= turn.clause.start else first
        named = [g for g in said.clause.groups if g.end <= at and not g.governor]
        heirs = [Subject.of(r) for r in named[-1].members] if named else list(said.subjects)
        for heir, ref in product(heirs[:1], group.members):
            if heir.source != "headline" and _carries_on(heir.entity, ref.entity, True):
                yield _draft(shadow, turn, heir, Subject.of(ref), root, "structure/rooted", at)


def _is_former(shadow: str, group: Group) -> bool:
    """Does 原 tell that it is no more?"""
    return shadow.endswith(tuple(load_lexicon().forms("FormerMark")), 0, group.start)


def _heirs(shadow: str, turns: list[Turn], index: int, at: int, start: int) -> tuple[Subject, ...]:
    """What has come of it: what is tied to the phrase or built there, else the subject."""
    turn = turns[index]
    group = turn.clause.groups[at]
    for after in turn.clause.groups[at + 1 :]:
        deed = any(
            start <= h.end <= after.start and h.says("establishedBy") for h in turn.clause.hits
        )
        tied = shadow[after.start - 1] in load_lexicon().forms("Attributive")
        if after.start >= start and (deed or tied) and not after.governor:
            return tuple(Subject.of(ref) for ref in after.members)
    if turn.own is not None and turn.own is not group and turn.own.end <= group.start:
        area = vocabulary().is_a(turn.own.members[-1].entity.cls, "AdministrativeArea")
        if not area:
            return tuple(Subject.of(ref) for ref in turn.own.members)
    then = turns[index + 1 : index + 2]
    built = brought_up(then[0].clause) if then and turn.clause.end - start <= 1 else ()
    if built and built[0].start > group.end:
        return built
    return turn.subjects if turn.own is None else ()


def _absorbed(shadow: str, turns: list[Turn], index: int, group: Group) -> Iterator[Draft]:
    """乙所并入甲院; 小区撤销, 其人员并入甲开发区."""
    turn = turns[index]
    own = turn.own if turn.own is not None and turn.own.end <= group.start else None
    first = own.tail if own is not None else turn.clause.start
    verb = _grammar()["absorbed"].fullmatch(shadow, first, group.start)
    if verb is None or (own is not None and own.governor):
        return
    moved = f"{alternation('PatientMarker')}(?!{alternation('ThirdPerson')})"
    if re.search(moved, verb.group()):  # 甲院将三名研究员转入乙院
        return
    olds = turn.subjects or (turn.before if own is None else ())
    olds = turn.before if turn.own is group else olds
    shed = any(_ends(before.clause) for before in turns[:index])
    for old, ref in product(olds, group.members):
        near = absorbs(ref.entity, old.entity)
        if near or (shed and _carries_on(ref.entity, old.entity, False)):
            yield _draft(shadow, turn, Subject.of(ref), old, verb, "structure/absorbed")


def absorbs(new: Entity, old: Entity) -> bool:
    """Does the one carry on the other when that is merged into it (乙园 into 甲园, no area)?"""
    words = vocabulary()
    if words.is_any(new.cls, _WIDE) or (
        words.is_a(new.cls, "Zone") and not words.is_a(old.cls, "Zone")
    ):
        return False
    return _carries_on(new, old, False)


def absorb(draft: Draft, turns: Sequence[Turn]) -> Draft:
    """甲所撤销, 并入乙院: the new body succeeds what the clause before (``turns``) ended."""
    new = draft.object
    if new is None or draft.predicate not in _INTO or draft.subject.cls == "Fund":
        return draft
    ended = any(
        subject.entity is draft.subject
        for turn in turns
        if _ends(turn.clause)
        for subject in turn.subjects
    )
    if ended and vocabulary().fits("succeeds", new.cls, draft.subject.cls):
        return replace(draft, subject=new, predicate="succeeds", object=draft.subject)
    return draft


def _ends(clause: Clause) -> bool:
    """Does the clause say that its subject is no more?"""
    cues = (cue for hit in clause.hits for cue in hit.of("state"))
    return any(cue.attributes.get("status") == "closed" for cue in cues)


def _replaced(shadow: str, turn: Turn, at: int) -> Iterator[Draft]:
    """甲院取代乙所, 乙所被甲院取代, 取代乙所的是甲院."""
    grammar, groups = _grammar(), turn.clause.groups
    if at + 1 >= len(groups):
        return
    one, other = groups[at], groups[at + 1]
    end = turn.clause.end
    verb = grammar["replaces"].fullmatch(shadow, one.tail, other.start)
    new, old = one, other
    if verb is None and grammar["replaced"].fullmatch(shadow, one.tail, other.start):
        verb, new, old = grammar["done"].match(shadow, other.tail, end), other, one
    lead = grammar["replaces"].fullmatch(shadow, turn.clause.start, one.start)
    if verb is None and lead and pattern("RelativeLink").match(shadow, one.tail):
        verb, new, old = lead, other, one
    if old is other and grammar["others"].match(shadow, old.tail, end):
        return  # 甲院承接乙院的课题
    for heir, ref in product(new.members, old.members if verb is not None else ()):
        if verb is not None and _carries_on(heir.entity, ref.entity, False):
            said = Subject.of(heir), Subject.of(ref)
            draft = _draft(shadow, turn, *said, verb, "structure/replaced")
            denied = pattern("Negation").search(shadow, one.tail, other.start)
            yield replace(draft, modality="negated") if denied else draft


def _shed(shadow: str, turns: list[Turn], index: int) -> Iterator[Draft]:
    """撤销乙所、丙所, 组建甲院; 乙所、丙所合到一起, 升格为甲院."""
    turn, then = turns[index], turns[index + 1 : index + 2]
    if not then or then[0].own is not None or shadow[turn.clause.end] != ",":
        return
    grammar = _grammar()
    for group in turn.clause.groups:
        verb = grammar["shed"].fullmatch(shadow, turn.clause.start, group.start)
        if verb is not None and turn.clause.end - group.tail > _LOOSE_END:
            continue  # 撤销乙园行政审批服务点
        if verb is None and group is turn.own:
            verb = grammar["is shed"].match(shadow, group.tail, turn.clause.end)
        if verb is None:
            continue
        for heir, ref in product(brought_up(then[0].clause), group.members):
            if _carries_on(heir.entity, ref.entity, False):
                old = Subject.of(ref)
                yield _draft(shadow, turn, heir, old, verb, "structure/shed")


def _carries_on(new: Entity, old: Entity, loose: bool) -> bool:
    """Are they of one family, or, where the word leaves no doubt, both bodies?"""
    words = vocabulary()
    if new is old or not words.fits("succeeds", new.cls, old.cls):
        return False
    kin = any(words.is_any(new.cls, kind) and words.is_any(old.cls, kind) for kind in _FAMILIES)
    return kin or (loose and words.is_any(new.cls, _BODIES) and words.is_any(old.cls, _BODIES))


def _draft(
    shadow: str,
    turn: Turn,
    heir: Subject,
    old: Subject,
    verb: re.Match[str],
    cue: str,
    at: int | None = None,
) -> Draft:
    """``at``: where the verb starts, if the match does not tell."""
    start = verb.start() if at is None else at
    return Draft(
        heir.entity, "succeeds", old.entity, cue,
        (("predicate", start, start + len(verb.group())), heir.span, ("alias", old.start, old.end)),
        heir.source, modality=turn.modality(shadow, max(start, turn.clause.start)),
    )  # fmt: skip
