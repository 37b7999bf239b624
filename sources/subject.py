"""Subjects: who each clause is about, said in the clause, before it, or by the section."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ontology.lexicon import load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.aside import BUILT, goes_unsaid, moves_in, serves
from sources.clause import Clause, Group
from sources.draft import Subject
from sources.entity import Entity
from sources.head import TOPICAL, find_heads
from sources.item import Item
from sources.link import Link, is_brought, links
from sources.means import lead
from sources.meeting import meet, opens, sides
from sources.protagonist import fade, find_actors, find_headline, find_here, find_line, is_body
from sources.realm import find_realm
from sources.segment import Layout
from sources.theme import is_bare_noun, is_foreign, says, speaks, theme
from sources.turn import Turn
from sources.wider import is_of_unnamed_area

__all__ = ["brought_up", "take_turns"]

#: What stands between a clause that announces a list and the list.
_LISTING = ":—"
#: How far behind the subject 与 may stand that names whom it merges with, in characters.
_LEAD = 3
#: How far into its clause what somebody speaks of may stand, in characters.
_OPENING = 4
#: Classes that no clause is about.
_NOT_ACTORS = ("Person", "Industry", "ResearchField", "Event", "Designation")


def take_turns(
    layout: Layout,
    parts: list[list[Clause]],
    items: Mapping[int, Sequence[Item]],
    speaks_for: Callable[[int], Entity | None] | None = None,
    named: Mapping[str, Entity] | None = None,
) -> list[list[Turn]]:
    """The turns of every sentence; ``parts`` are the clauses of each sentence.

    ``items`` are the list items of each paragraph, by its index. ``speaks_for`` tells the body of
    who speaks at an offset: it is what he leaves unsaid. ``named``: all things by name.
    """
    relative = [[links(layout.shadow, clause) for clause in clauses] for clauses in parts]
    own = [
        [theme(layout.shadow, *pair) for pair in zip(clauses, described, strict=True)]
        for clauses, described in zip(parts, relative, strict=True)
    ]
    actors = find_actors(layout, own)
    headline = find_headline(layout, parts)
    paper = headline if headline and vocabulary().is_a(headline.entity.cls, "Policy") else None
    realm = find_realm(layout, parts, headline, named or {})
    classes = frozenset(e.cls for e in (named or {}).values() if e.mentions)
    turns: list[list[Turn]] = []
    heads = find_heads(layout, parts, items)
    left = _Left()
    for index, clauses in enumerate(parts):
        sentence = layout.sentences[index]
        if index and sentence.paragraph != layout.sentences[index - 1].paragraph:
            left = _Left(find_line(layout, index - 1, parts[index - 1]), left.pair)
        body = speaks_for(sentence.end - 1) if speaks_for is not None else None
        actor = actors.get(sentence.section)
        actor = actor if actor is None or headline is None or actor.start < sentence.end else None
        start = _start(left.running, body, actor, headline)
        flow = _Flow(layout.shadow, start, start, left.pair, lately=left.lately, owner=left.owner)
        flow.named = classes
        for clause, group, described in zip(clauses, own[index], relative[index], strict=True):
            flow.take(clause, group, heads.get(clause.start, ()), described)
        _look_ahead(layout.shadow, flow.said, flow.meetings)
        for turn, described in zip(flow.said, relative[index], strict=True):
            turn.sentence, turn.relative = (sentence.start, sentence.end), described
            turn.paper, turn.past, turn.realm = paper, left.past, realm
        left = _Left.by(flow, clauses)
        turns.append(flow.said)
    return turns


@dataclass(frozen=True, slots=True)
class _Left:
    """What a sentence leaves to the next one: whom that goes on about, and the rest as in a flow.

    ``past``: what it has brought up and not left for another subject.
    """

    running: tuple[Subject, ...] = ()
    pair: tuple[Subject, ...] = ()
    past: tuple[Subject, ...] = ()
    owner: tuple[Subject, ...] = ()
    lately: tuple[Group, ...] = ()

    @classmethod
    def by(cls, flow: _Flow, clauses: Sequence[Clause]) -> _Left:
        """What a sentence of these clauses leaves."""
        running = (flow.said[-1].head if flow.said else ()) or flow.first or flow.current
        groups = (group for clause in reversed(clauses) for group in reversed(clause.groups))
        return cls(
            running or _arrived(flow.shadow, clauses),
            tuple(map(fade, flow.pair)),
            tuple(map(fade, _unfinished(flow.said))),
            tuple(map(fade, flow.owner)),
            tuple(groups),
        )


def _unfinished(turns: list[Turn]) -> tuple[Subject, ...]:
    """What a sentence has brought up and not left for another subject."""
    if not turns:
        return ()
    last = turns[-1]
    return brought_up(last.clause) or (last.topic if last.own is None else ())


def _arrived(shadow: str, clauses: Sequence[Clause]) -> tuple[Subject, ...]:
    """What a sentence about nobody we know has come to at its end (记者来到甲公司。)."""
    last = clauses[-1].groups[-1] if clauses and clauses[-1].groups else None
    if last is None or len(last.members) > 1 or clauses[-1].end - last.tail > 1:
        return ()
    seen = shadow.endswith(tuple(load_lexicon().forms("VisitVerb", "SeeVerb")), 0, last.start)
    known = vocabulary().is_any(last.members[0].entity.cls, ("Organization", *BUILT, "Zone"))
    return (fade(Subject.of(last.members[0])),) if seen and known else ()


def _start(
    running: tuple[Subject, ...],
    body: Entity | None,
    actor: Subject | None,
    headline: Subject | None,
) -> tuple[Subject, ...]:
    """Whom a sentence opens about: whom the paragraph is, else the speaker's ``body``, …."""
    if running:
        return tuple(fade(subject) for subject in running)
    if body is not None and body.mentions:
        first = body.mentions[0]
        return (Subject(body, first.start, first.end, "section"),)
    alone = actor or headline
    return (alone,) if alone is not None else ()


@dataclass(slots=True)
class _Flow:
    """Whom a sentence is about as it goes on, clause by clause.

    ``start``: whom it opens about, ``current``: whom it is about now, ``pair``: who last met.
    ``first``: whom it was about first by itself, and the text goes on about that, not about who
    came in later; ``opening``: the first body of these. ``topic``, ``agents`` and ``owner`` as in a
    turn. ``lately``: the names of the sentence before, last first. ``voice``: whose who speaks is.
    ``named``: the classes of all things of the text, ``wide`` as in a turn.
    """

    shadow: str
    start: tuple[Subject, ...]
    current: tuple[Subject, ...]
    pair: tuple[Subject, ...]
    first: tuple[Subject, ...] = ()
    opening: tuple[Subject, ...] = ()
    topic: tuple[Subject, ...] = ()
    agents: tuple[Subject, ...] = ()
    lately: tuple[Group, ...] = ()
    voice: tuple[Subject, ...] = ()
    owner: tuple[Subject, ...] = ()
    named: frozenset[str] = frozenset()
    wide: bool = False
    said: list[Turn] = field(default_factory=list)
    meetings: list[tuple[Subject, ...]] = field(default_factory=list)

    def take(
        self,
        clause: Clause,
        group: Group | None,
        head: tuple[Subject, ...],
        described: tuple[Link, ...],
    ) -> None:
        """Go on with a clause; ``group`` is its own subject, ``head`` heads the item around it."""
        if self.shadow[clause.start - 1] == ";":
            self.current, self.topic, self.agents = self.opening or self.current, (), ()
        if group is None:
            past = (g for turn in reversed(self.said) for g in reversed(turn.clause.groups))
            here = find_here(self.shadow, clause, self.current, (*past, *self.lately))
            self.wide = self.wide or is_of_unnamed_area(clause, self.named)
            self.current = () if self.wide or is_bare_noun(self.shadow, clause) else here
        else:
            self.wide = False
        before = self.current
        turn = self._turn(clause, group, head)
        turn.wide = self.wide
        turn.before, turn.topic, turn.agents, turn.head = before, self.topic, self.agents, head
        turn.owner = self.owner
        if turn.subjects and group is not None and not is_brought(clause, group, described):
            self.owner = self.current
        self.topic = brought_up(clause) or _saying(self.shadow, clause) or self.topic
        self.current = _renamed(clause) or self.current
        self.agents = _agents(clause) or self.agents
        self.meetings.append(meet(clause, turn.subjects, group))
        self.pair = self.meetings[-1] or self.pair
        self.said.append(turn)

    def _turn(self, clause: Clause, group: Group | None, head: tuple[Subject, ...]) -> Turn:
        """The clause with its subjects, who are whom the sentence is about from here on."""
        if both := sides(clause, self.pair, self.said, self.start):
            # A list is about the two, and a sentence that has named one of them; else the text
            # goes on about what it was about.
            named = any(one.source in ("explicit", "alias") for one in both)
            about_both = named or self.shadow[clause.end] in _LISTING
            self.current = both if about_both else self.current
            return Turn(clause, both, group, together=True)
        if group is None or not _can_act(group):
            lost = group is None and (is_foreign(self.shadow, clause) or opens(clause))
            subjects = () if lost else self.current
            return Turn(clause, subjects, None if lost else group, self.current if lost else ())
        before, kept = self.current, self.topic
        own = tuple(Subject.of(ref) for ref in group.members)
        if speaks(self.shadow, clause, group):
            unsaid = goes_unsaid(before, group)
            self.current, self.voice = (before if unsaid else own), (() if unsaid else own)
            return Turn(clause, own, group)
        self.current, self.topic = own, ()
        if moves_in(clause, group, before) or serves(
            self.shadow, clause, group, before, head, self.said
        ):
            self.current, self.topic = head or before, kept
        else:
            self.opening = self.opening or (own if is_body(group) else ())
        # What follows is not about the firms of A、B等11家企业.
        opens_it = group.start - clause.start <= _OPENING or not self.voice
        self.first = (
            self.first or (group.closed and before) or (self.current if opens_it else self.voice)
        )
        return Turn(clause, own, group)


def _merging(shadow: str, turn: Turn) -> tuple[Subject, ...]:
    """Who becomes one by a clause that ends so: 甲与乙合并, 甲、乙整合, 把甲和乙合到一起."""
    text = shadow[turn.clause.start : turn.clause.end]
    if not any(text.endswith(form) for form in load_lexicon().forms("MergeVerb")):
        return ()
    own = turn.own
    moved = next((g for g in turn.clause.groups if _is_taken(g)), None)
    if moved is not None:  # 甲市把乙园与相邻的丙园捏在一起
        joint = [g for g in turn.clause.groups if g.start > moved.start]
        taken = [Subject.of(ref) for group in (moved, *joint) for ref in group.members]
        return tuple(taken) if len(taken) > 1 else ()
    start = own.tail if own is not None else turn.clause.start
    after = [g for g in turn.clause.groups if g is not own and g.start >= start]
    lead = shadow[start : after[0].start] if after else ""
    joined = after[-1:] if pattern("Comitative").search(lead[:_LEAD]) else []
    both = (*turn.subjects, *(Subject.of(ref) for group in joined for ref in group.members))
    return both if len(both) > 1 else ()


def _binds(shadow: str, clause: Clause) -> bool:
    """Does the clause end in a verb of joining hands (与甲握手)? A contract may be of anything."""
    small = load_lexicon().forms("Comitative")
    joined = [g for g in clause.groups if g.governor in small]
    last = clause.hits[-1] if clause.hits else None
    if last is None or shadow[last.start : last.end] not in load_lexicon().forms("UnionVerb"):
        return False
    return any(g.end <= last.start for g in joined)


def _is_taken(group: Group) -> bool:
    """Does 把 or 将 stand before it?"""
    return group.governor in load_lexicon().forms("PatientMarker")


def _look_ahead(shadow: str, turns: list[Turn], meetings: list[tuple[Subject, ...]]) -> None:
    """Tell each clause what the next one shows of it; ``meetings``: who meet in each.

    A clause that opens with 为 is the aim of the next one's subject, one that ends in a colon
    lists what the next one opens with, and one that says 合并 merges whom the next one is about.
    """
    for (turn, met), (later, _) in pairwise(zip(turns, meetings, strict=True)):
        if turn.own is None and later.own is not None:
            lead(shadow, turn, later)
        later.met = met or turn.met
        later.bound = bool(met) and _binds(shadow, turn.clause)
        later.prior = turn.clause.groups[-1] if turn.clause.groups else turn.prior
        later.merged = _merging(shadow, turn) if later.own is None else ()
        later.former = (_former(turn.clause) or turn.former) if later.own is None else ()
        listed = shadow[turn.clause.end] in _LISTING and later.clause.groups
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


def _former(clause: Clause) -> tuple[Subject, ...]:
    """What it says was there before (前身为甲校, 更名为乙校): the next name follows that."""
    for hit in reversed(clause.hits):
        if hit.says("succeeds"):
            after = [group for group in clause.groups if group.start >= hit.end]
            return tuple(Subject.of(ref) for ref in after[0].members[-1:]) if after else ()
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
