"""Subjects: who each clause is about, said in the clause, before it, or by the section."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Subject
from sources.entity import Entity
from sources.head import TOPICAL, find_heads
from sources.item import Item
from sources.link import Link, links
from sources.meeting import meet, opens, sides
from sources.modality import modality_of
from sources.protagonist import BODIES, fade, find_actors, find_headline, is_body
from sources.segment import Layout
from sources.stake import gives, invested, runs, stake
from sources.theme import is_foreign, says, theme

__all__ = ["BUILT", "Turn", "brought_up", "is_alone", "take_turns"]

#: How much text may follow a verb that ends its clause, in characters.
_SAY_REACH = 5
#: How far behind partners their verb may stand, in characters.
_PARTNER_REACH = 3
#: How far behind the subject 与 may stand that names whom it merges with, in characters.
_LEAD = 3
#: Classes that no clause is about.
_NOT_ACTORS = ("Person", "Industry", "ResearchField", "Event", "Designation")
#: What a sentence goes on about while it says who builds it.
BUILT = (
    *("Platform", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
    *("ScienceCity", "InnovationZone"),
)


@dataclass(slots=True)
class Turn:
    """A clause with its subjects; ``own`` is the group in the clause that is its subject.

    ``subjects`` is empty when the clause is about something that we have no entity for;
    ``context`` then tells whom the text around it is about. ``sentence``: the span of the
    sentence. ``before``: whom the text was about before the clause. ``topic``: what the sentence
    has just brought up (设立 X, …), ``agents``: who 由 last named as the doers. ``relative``:
    the relative clauses in the clause. ``prior``: the last list before the clause, ``met``: who
    last met in the sentence before it. ``head``: the things that head the list item around it.
    ``paper``: the one policy that the article's title names. ``past``: what the sentence before
    has brought up last.
    """

    clause: Clause
    subjects: tuple[Subject, ...]
    own: Group | None
    context: tuple[Subject, ...] = ()
    sentence: tuple[int, int] = (0, 0)
    before: tuple[Subject, ...] = ()
    topic: tuple[Subject, ...] = ()
    agents: tuple[Subject, ...] = ()
    relative: tuple[Link, ...] = ()
    aim: tuple[Subject, ...] = ()
    merged: tuple[Subject, ...] = ()
    listed: Group | None = None
    together: bool = False
    prior: Group | None = None
    met: tuple[Subject, ...] = ()
    head: tuple[Subject, ...] = ()
    paper: Subject | None = None
    past: tuple[Subject, ...] = ()
    _modalities: dict[int, str] = field(default_factory=dict, repr=False, compare=False)

    def link(self, hit: Hit) -> Link | None:
        """The relative clause that ``hit`` is a verb of."""
        for link in self.relative:
            if link.start <= hit.start <= link.mark:
                return link
        return None

    def modality(self, shadow: str, verb: int, group: Group | None = None) -> str:
        """The modality of what the verb at ``verb`` says.

        ``group`` is a list before the verb that a small word governs: what denies that word
        denies the deed, too (尚未与 A 签约). Without it the partners right before the verb are.
        """
        if verb not in self._modalities:
            said = modality_of(shadow, self.clause.start, verb, self.sentence)
            self._modalities[verb] = said
        said = self._modalities[verb]
        group = group or self._partners(verb)
        if group is None or said != "asserted":
            return said
        start = group.start - len(group.governor)
        return modality_of(shadow, self.clause.start, start, self.sentence)

    def _partners(self, verb: int) -> Group | None:
        """With whom it is done, named right before the verb."""
        withs = load_lexicon().forms("Comitative")
        near = (g for g in self.clause.groups if 0 <= verb - g.tail <= _PARTNER_REACH)
        return next((g for g in near if g.governor in withs), None)

    def pairs_off(self, shadow: str, at: int) -> bool:
        """Does 分别 stand between the subject of the clause and ``at``?"""
        start = self.own.tail if self.own is not None else self.clause.start
        return pattern("Respectively").search(shadow, start, at) is not None


def take_turns(
    layout: Layout,
    parts: list[list[Clause]],
    items: Mapping[int, Sequence[Item]],
    speaks_for: Callable[[int], Entity | None] | None = None,
) -> list[list[Turn]]:
    """The turns of every sentence; ``parts`` are the clauses of each sentence.

    ``items`` are the list items of each paragraph, by its index. ``speaks_for`` tells the body of
    who speaks at an offset: it is what he leaves unsaid.
    """
    relative = [[links(layout.shadow, clause) for clause in clauses] for clauses in parts]
    own = [
        [theme(layout.shadow, *pair) for pair in zip(clauses, described, strict=True)]
        for clauses, described in zip(parts, relative, strict=True)
    ]
    actors = find_actors(layout, own)
    headline = find_headline(layout, parts)
    policy = headline is not None and vocabulary().is_a(headline.entity.cls, "Policy")
    paper = headline if policy else None
    turns: list[list[Turn]] = []
    heads = find_heads(layout, parts, items)
    running = pair = past = tuple[Subject, ...]()
    paragraph = -1
    for index, clauses in enumerate(parts):
        sentence = layout.sentences[index]
        if sentence.paragraph != paragraph:
            running, past, paragraph = (), (), sentence.paragraph
        start = tuple(fade(subject) for subject in running)
        body = speaks_for(sentence.end - 1) if speaks_for is not None else None
        if not start and body is not None and body.mentions:
            first = body.mentions[0]
            start = (Subject(body, first.start, first.end, "section"),)
        elif not start and sentence.section in actors:
            start = (actors[sentence.section],)
        elif not start and headline is not None:
            start = (headline,)
        met = tuple(fade(subject) for subject in pair)
        said, running, pair = _in_sentence(layout.shadow, clauses, own[index], start, met, heads)
        running = said[-1].head if said and said[-1].head else running
        for turn, described in zip(said, relative[index], strict=True):
            turn.sentence, turn.relative = (sentence.start, sentence.end), described
            turn.paper, turn.past = paper, past
        past = tuple(fade(subject) for subject in _left(said))
        turns.append(said)
    return turns


def _left(turns: list[Turn]) -> tuple[Subject, ...]:
    """What a sentence has brought up and not left for another subject."""
    if not turns:
        return ()
    last = turns[-1]
    return brought_up(last.clause) or (last.topic if last.own is None else ())


def _in_sentence(
    shadow: str,
    clauses: list[Clause],
    own: list[Group | None],
    start: tuple[Subject, ...],
    pair: tuple[Subject, ...],
    heads: Mapping[int, tuple[Subject, ...]],
) -> tuple[list[Turn], tuple[Subject, ...], tuple[Subject, ...]]:
    """The turns of one sentence, whom it leaves the text about, and who last met in it.

    The text goes on about whom the sentence was about first, not about who came in later.

    ``start``: whom it opens about; ``pair``: who last met before it; ``heads``: what heads the
    item around each clause.
    """
    said: list[Turn] = []
    meetings: list[tuple[Subject, ...]] = []
    current = start
    first = opening = topic = agents = tuple[Subject, ...]()
    for clause, group in zip(clauses, own, strict=True):
        if shadow[clause.start - 1] == ";":
            current, topic, agents = opening or current, (), ()
        before, head = current, heads.get(clause.start, ())
        if both := sides(clause, pair, said, start):
            current = both
            turn = Turn(clause, current, group, together=True)
        elif group is not None and _can_act(group):
            kept = topic
            current, topic = tuple(Subject.of(ref) for ref in group.members), ()
            opening = opening or (current if is_body(group) else ())
            turn = Turn(clause, current, group)
            if _serves(shadow, clause, group, before, head):
                current, topic = head or before, kept
            first = first or current
        elif group is None and (is_foreign(shadow, clause) or opens(clause)):
            turn = Turn(clause, (), None, current)
        else:
            turn = Turn(clause, current, group)
        turn.before, turn.topic, turn.agents, turn.head = before, topic, agents, head
        topic = brought_up(clause) or _saying(shadow, clause) or topic
        current = _renamed(clause) or current
        agents = _agents(clause) or agents
        meetings.append(meet(clause, turn.subjects, group))
        pair = meetings[-1] or pair
        said.append(turn)
    _look_ahead(shadow, said, meetings)
    return said, first or current, pair


def _serves(
    shadow: str,
    clause: Clause,
    group: Group,
    before: tuple[Subject, ...],
    head: tuple[Subject, ...],
) -> bool:
    """Does the clause only say who builds or pays what the sentence is about (X 落户, 甲承建)?

    In a list item a place alone says where the ``head`` is (●甲中心：云溪新区, 面积…).
    """
    site = vocabulary().is_a(group.members[0].entity.cls, "Place")
    if head and site and clause.end - group.end <= 1 and not clause.hits:
        return all(subject.entity is not group.members[0].entity for subject in head)
    last = clause.hits[-1] if clause.hits else None
    builds = last is not None and last.says("establishedBy")
    builds = builds and last is not None and clause.end - last.end <= _SAY_REACH
    priced = last is not None and invested(shadow, clause, last)
    given = gives(shadow, clause, group)
    paid = given or stake(shadow, clause, group) is not None or runs(shadow, clause, group)
    if not builds and not priced and not paid:
        return False
    classes = ("Project",) if priced else BUILT
    things = [s for s in before if vocabulary().is_any(s.entity.cls, classes)]
    body = vocabulary().is_any(group.members[0].entity.cls, BODIES)
    return (
        body
        and bool(things)
        and (bool(head) or given or things[0].source in {"explicit", "alias"})
        and is_alone(clause, group)
    )


def is_alone(clause: Clause, own: Group) -> bool:
    """Is nobody named in the clause but its subject, who joins it, and where?"""
    small = load_lexicon().forms("Comitative", "Locative")
    return all(g is own or (g.start > own.end and g.governor in small) for g in clause.groups)


def _merging(shadow: str, turn: Turn) -> tuple[Subject, ...]:
    """Who becomes one by a clause that ends so: 甲与乙合并, 甲、乙整合."""
    text = shadow[turn.clause.start : turn.clause.end]
    if not any(text.endswith(form) for form in load_lexicon().forms("MergeVerb")):
        return ()
    own = turn.own
    start = own.tail if own is not None else turn.clause.start
    after = [g for g in turn.clause.groups if g is not own and g.start >= start]
    lead = shadow[start : after[0].start] if after else ""
    joined = after[-1:] if pattern("Comitative").search(lead[:_LEAD]) else []
    both = (*turn.subjects, *(Subject.of(ref) for group in joined for ref in group.members))
    return both if len(both) > 1 else ()


def _look_ahead(shadow: str, turns: list[Turn], meetings: list[tuple[Subject, ...]]) -> None:
    """Tell each clause what the next one shows of it; ``meetings``: who meet in each.

    A clause that opens with 为 is the aim of the next one's subject, one that ends in a colon
    lists what the next one opens with, and one that says 合并 merges whom the next one is about.
    """
    for (turn, met), (later, _) in pairwise(zip(turns, meetings, strict=True)):
        opens = pattern("AimMarker").match(shadow, turn.clause.start) is not None
        if opens and turn.own is None and later.own is not None:
            turn.aim = later.subjects
        later.met = met or turn.met
        later.prior = turn.clause.groups[-1] if turn.clause.groups else turn.prior
        later.merged = _merging(shadow, turn) if later.own is None else ()
        listed = shadow[turn.clause.end] == ":" and later.clause.groups
        if listed and not later.clause.groups[0].governor:
            turn.listed = later.clause.groups[0]


def brought_up(clause: Clause) -> tuple[Subject, ...]:
    """What the clause founds or issues: the next clauses may go on about it."""
    for hit in reversed(clause.hits):
        if not (hit.says("establishedBy") or hit.says("issuedBy")):
            continue
        after = [group for group in clause.groups if group.start >= hit.end]
        group = next((g for g in after if not g.governor), None)
        if group is None and after and after[0].start - len(after[0].governor) <= hit.start:
            group = after[0]  # 推动甲实验室运行, 由…
            if not vocabulary().is_any(group.members[-1].entity.cls, BUILT):
                continue
        if group is not None and vocabulary().is_any(group.members[-1].entity.cls, TOPICAL):
            return tuple(Subject.of(ref) for ref in group.members)
    return ()


def _renamed(clause: Clause) -> tuple[Subject, ...]:
    """What the clause says its subject has become: the text goes on about that (改建为甲谷)."""
    for hit in reversed(clause.hits):
        told = (c for c in hit.cues if c.signals == "succeeds")
        if all(cue.attributes.get("agent") != "object" for cue in told):
            continue
        group = next((group for group in clause.groups if group.start >= hit.end), None)
        if group is not None and vocabulary().is_any(group.members[-1].entity.cls, TOPICAL):
            return (Subject.of(group.members[0]),)
    return ()


def _saying(shadow: str, clause: Clause) -> tuple[Subject, ...]:
    """The policy that says what follows (《措施》提出, 支持…)."""
    for group in clause.groups:
        policy = vocabulary().is_a(group.members[-1].entity.cls, "Policy")
        if policy and not group.governor and says(shadow, group):
            return tuple(Subject.of(ref) for ref in group.members)
    return ()


def _agents(clause: Clause) -> tuple[Subject, ...]:
    """Who 由 names as the doers of the clause."""
    forms = load_lexicon().forms("DoerMarker")
    groups = (group for group in clause.groups if group.governor in forms)
    return tuple(Subject.of(ref) for group in groups for ref in group.members)


def _can_act(group: Group) -> bool:
    return not vocabulary().is_any(group.members[0].entity.cls, _NOT_ACTORS)
