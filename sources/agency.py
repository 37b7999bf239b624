"""Agency: what 由, or a body named beside a verb of building, says of who made a thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from ontology.lexicon import Cue, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.aside import BUILT, is_alone
from sources.clause import Group, Hit
from sources.draft import Draft, Subject
from sources.entity import Entity
from sources.frame import sides
from sources.reference import Reference
from sources.renamed import is_former
from sources.stake import invested
from sources.turn import Turn

__all__ = ["FOUNDED", "SCHEMES", "by", "carried", "is_said", "passed", "served"]

#: How much text may follow a verb that ends its clause, in characters.
_AT_END = 3
_OPENERS = "“‘《("
#: How far behind its doer the verb of carrying out may stand, in characters.
_CARRY_REACH = 8
#: What is carried out.
SCHEMES = ("Programme", "Policy", "Mechanism")
#: Classes of things that somebody builds or founds.
FOUNDED = (
    *("Platform", "Zone", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
    *("University", "Enterprise", "Programme", "AdministrativeCommittee", "FinancialInstitution"),
)


def served(shadow: str, turn: Turn, hit: Hit) -> Iterator[Draft]:
    """X 落户云溪, 甲承担建设: who is named with a verb of building and no object builds X."""
    own = turn.own
    if not hit.of("by") or own is None or not is_alone(turn.clause, own):
        return
    priced = invested(shadow, turn.clause, hit)
    more = any(t.pos == "n" and t.start >= hit.end for t in turn.clause.tokens)  # 设立奖学金
    ends = priced or (turn.clause.end - hit.end <= _AT_END and not more)
    if own.end > hit.start or not ends or turn.link(hit) is not None:
        return
    classes = ("Project",) if priced else BUILT
    cue = hit.of("by")[0]
    joined = [ref for group in turn.clause.groups for ref in _helpers(group, hit)]
    for thing in turn.before[:1]:
        cue = next((c for c in hit.of("by") if is_said(c, thing.entity)), cue)
        doing = (*own.members, *joined) if vocabulary().is_any(thing.entity.cls, classes) else ()
        for ref in doing:
            fits = is_said(cue, thing.entity)
            fits = fits and vocabulary().fits("establishedBy", thing.entity.cls, ref.entity.cls)
            near = turn.head or thing.source in {"explicit", "alias"}
            if fits and near and ref.entity is not thing.entity:
                yield Draft(
                    thing.entity, "establishedBy", ref.entity, cue.id,
                    (("predicate", ref.start, hit.end), thing.span), thing.source,
                    modality=turn.modality(shadow, hit.start),
                )  # fmt: skip


def by(
    shadow: str, turn: Turn, hit: Hit, named: list[Group], after: Group | None
) -> Iterator[Draft]:
    """X 由 A、B 牵头建设, and 由 A、B 联合设立 X; ``after`` is what follows the verb."""
    clause = turn.clause
    if pattern("Title").search(shadow, named[-1].tail, hit.start):
        return  # a person of that body did it: 由A大学教授…创立
    cues = [cue for cue in hit.cues if cue.signals in {"establishedBy", "issuedBy"}]
    cue = cues[0]
    helped = [group for group in clause.groups if named[0].end <= group.start]
    doing = [*named[0].members]
    doing += [ref for group in helped for ref in _helpers(group, hit)]
    if after is not None and "、" in shadow[hit.end : after.start]:
        doing += (r for r in after.members if vocabulary().is_a(r.entity.cls, "Organization"))
        after = None
    things = [Subject.of(ref) for ref in after.members] if after is not None else []
    if not things and _describes_unknown(shadow, turn, hit, named[0]):
        return
    things = things or _built(shadow, turn, named[0], doing)
    paired = 1 < len(things) == len(doing)
    paired = paired and pattern("Respectively").search(shadow, clause.start, hit.start) is not None
    leads = not named[0].governor  # 由甲牵头, 乙、丙参与: who only takes part is nobody's partner
    lead = shadow[clause.start : named[0].start].rstrip(_OPENERS)
    whole = lead.endswith(named[0].governor)
    if not leads and whole and pattern("Jointly").search(shadow, named[0].start, hit.end):
        joins = named[0].governor in load_lexicon().forms("Comitative")  # 由甲牵头, 联合乙、丙共建
        allied = product(turn.agents, doing) if joins else _allied(named, doing, helped, hit)
        for one, other in allied:
            yield from _together(one, other, hit, cue.id)
    tied = pattern("Attributive").match(shadow, hit.end) is not None
    if after is None and not tied and clause.end - hit.end > 1:
        cues = [c for c in cues if "of" not in c.attributes]
    for position, thing in enumerate(things if cues else ()):
        predicate = _made(thing.entity, hit) if any(is_said(c, thing.entity) for c in cues) else ""
        for ref in doing[position : position + 1] if paired else doing:
            if vocabulary().fits(predicate, thing.entity.cls, ref.entity.cls):
                yield Draft(
                    thing.entity, predicate, ref.entity, cue.id,
                    (("predicate", ref.start, hit.end), thing.span), thing.source,
                    modality=turn.modality(shadow, hit.start, named[0]),
                )  # fmt: skip


def passed(shadow: str, turn: Turn, hit: Hit) -> Iterator[Draft]:
    """甲市下了功夫。《甲市办法》去年印发: the area that its title names has issued the document."""
    own = turn.own
    ends = turn.clause.end - hit.end <= _AT_END and hit.says("issuedBy")
    if own is None or not ends or own.end > hit.start or turn.link(hit) is not None:
        return
    if any(group is not own for group in turn.clause.groups):
        return
    doers, rest = load_lexicon().forms("DoerMarker"), pattern("Completed").match(shadow, hit.end)
    if any(token.text in doers for token in turn.clause.tokens):
        return  # 由省人大批准后公布
    if turn.clause.end - (hit.end if rest is None else rest.end()) > 1:
        return  # 近日发布|解读
    for ref, area in product(own.members, turn.before):
        said = area.source in {"explicit", "alias", "section"}
        words = vocabulary()
        if not said or not words.is_any(area.entity.cls, ("AdministrativeArea", "Zone")):
            continue
        title = ref.entity.name.startswith(area.entity.name)
        title = title and words.is_a(ref.entity.cls, "Policy")
        if title and words.fits("issuedBy", ref.entity.cls, area.entity.cls):
            yield Draft(
                ref.entity, "issuedBy", area.entity, hit.cues[0].id,
                (("predicate", ref.start, hit.end), area.span), area.source,
                modality=turn.modality(shadow, hit.start),
            )  # fmt: skip


def carried(shadow: str, turn: Turn, hit: Hit) -> Iterator[Draft]:
    """甲计划由乙局会同丙局实施, 由乙局牵头执行甲计划: who is named carries the scheme out."""
    cue = next((cue for cue in hit.of("verb") if cue.signals == "implements"), None)
    groups = [g for g in turn.clause.groups if g.end <= hit.start]
    doers = _carriers(groups) if cue is not None else []
    if cue is None or not doers or hit.start - doers[-1].tail > _CARRY_REACH:
        return
    first = doers[0]
    if pattern("Title").search(shadow, first.tail, hit.start):
        return
    after = next((g for g in turn.clause.groups if g.start >= hit.end), None)
    aimed = after is not None and not shadow[hit.end : after.start].strip(_OPENERS)
    if not aimed and turn.clause.end - hit.end > _AT_END:
        return
    lead = groups[: groups.index(first)][-1:]
    before = [Subject.of(ref) for group in lead for ref in group.members]
    things: Sequence[Subject] = before or turn.topic
    things = things or (turn.subjects if turn.own is not first else turn.before)
    if aimed and after is not None:
        things = [Subject.of(ref) for ref in after.members]
    for thing, ref in product(things, [ref for group in doers for ref in group.members]):
        if vocabulary().is_any(thing.entity.cls, SCHEMES) and vocabulary().fits(
            "implements", ref.entity.cls, thing.entity.cls
        ):
            yield Draft(
                ref.entity, "implements", thing.entity, cue.id,
                (("predicate", first.start, hit.end), thing.span), thing.source,
                modality=turn.modality(shadow, hit.start, first),
            )  # fmt: skip


def _carriers(groups: list[Group]) -> list[Group]:
    """The last list after 由, and who joins it (由甲局会同乙局); none when another one follows."""
    lexicon = load_lexicon()
    helpers = lexicon.forms("Comitative")
    for at in range(len(groups) - 1, -1, -1):
        if groups[at].governor in lexicon.forms("DoerMarker"):
            return groups[at:]
        if groups[at].governor not in helpers:
            break
    return []


def is_said(cue: Cue, thing: Entity) -> bool:
    """Is the word said of things of this class? Some are of a few classes only."""
    return "of" not in cue.attributes or vocabulary().is_any(
        thing.cls, cue.attributes["of"].split()
    )


def _made(thing: Entity, hit: Hit) -> str:
    """Is it founded or issued, by what it is and what the verb can say?"""
    words = vocabulary()
    if hit.says("issuedBy") and words.is_any(thing.cls, ("Policy", "FinancialProduct")):
        return "issuedBy"
    joins = hit.says("memberOf") and thing.cls == "Alliance"  # 由甲发起、乙参加的联盟
    founded = hit.says("establishedBy") and words.is_any(thing.cls, FOUNDED) and not joins
    return "establishedBy" if founded else ""


def _allied(
    named: list[Group], doing: list[Reference], helped: list[Group], hit: Hit
) -> Iterator[tuple[Reference, Reference]]:
    """Who works with whom: two doers, those on either side of 与, the first with its helpers."""
    helpers = [ref for group in helped for ref in _helpers(group, hit)]
    if len(doing) == 2:
        yield doing[0], doing[1]
    elif helpers:
        yield from product(named[0].members, helpers)
    elif sides(named[0]) == 1:  # 由甲与乙、丙共建; 甲、乙与丙 is but a row of three
        yield from product(named[0].members[:1], named[0].members[1:])


def _helpers(group: Group, hit: Hit) -> tuple[Reference, ...]:
    """Further doers between 由 A and the verb: 由 A 联合 B 建设."""
    helps = group.governor in load_lexicon().forms("Comitative") and group.end <= hit.start
    return group.members if helps else ()


def _built(shadow: str, turn: Turn, doer: Group, doing: list[Reference]) -> list[Subject]:
    """What 由 A 建设 says to be built: the list before 由, the topic, or the subject."""
    before = [g for g in turn.clause.groups if g.end < doer.start and not g.governor]
    if len(before) > 1 and is_former(shadow, before[-2], before[-1]):
        before.pop()  # 乙院(原甲所)由丙公司建设
    if before:
        return [Subject.of(ref) for ref in before[-1].members]
    own = turn.own is None or turn.own is doer
    shown = own and pattern("Demonstrative").match(shadow, turn.clause.start) is not None
    past = turn.past if shown else ()  # 甲局公布“乙条”。这份政策由…起草
    for things in (turn.topic if own else (), past, turn.subjects, turn.before):
        found = [s for s in things if all(s.entity is not ref.entity for ref in doing)]
        if found:
            return found
    return []


def _describes_unknown(shadow: str, turn: Turn, hit: Hit, doer: Group) -> bool:
    """Is the clause but a thing that we do not know with who builds it (三是由甲承建的厂房三期)?"""
    tie = pattern("Attributive").match(shadow, hit.end)
    start = doer.start - len(doer.governor)
    opener = pattern("ListOpener").match(shadow, turn.clause.start)
    opens = turn.clause.start if opener is None else opener.end()
    if tie is None or turn.clause.end - tie.end() <= 1 or opens != start:
        return False
    return pattern("Demonstrative").match(shadow, tie.end()) is None  # 由甲承建的这个园


def _together(one: Reference | Subject, other: Reference, hit: Hit, cue: str) -> Iterator[Draft]:
    """Two who found a thing together work together."""
    if vocabulary().fits("cooperatesWith", one.entity.cls, other.entity.cls):
        yield Draft(
            one.entity, "cooperatesWith", other.entity, cue,
            (("predicate", one.start, hit.end),), "explicit",
        )  # fmt: skip
