"""Subjects: who each clause is about, said in the clause, before it, or by the section."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group, Hit
from sources.draft import Subject
from sources.link import Link, links, main_hits
from sources.modality import modality_of
from sources.segment import Layout
from sources.token import Token

__all__ = ["Turn", "bearer", "take_turns"]

#: A section has one actor when it opens at least this share of the section's clauses.
_ACTOR_SHARE = 0.6
#: … and at least this many of them.
_ACTOR_CLAUSES = 2
#: How far behind 的 the thing that it ties may stand, in characters.
_TIE_REACH = 14
#: How far behind a document its verb of saying may stand, in characters.
_SAY_REACH = 5
#: A quoted term that we have no entity for, as the subject of a clause: “多园”包括….
_UNRESOLVED = re.compile(r"^\W?“[^“”]{1,6}”(?=\w)")
#: Classes that no clause is about, and those that a section can be about.
_NOT_ACTORS = ("Person", "Industry", "ResearchField", "Event", "Designation")
_BODIES = ("Place", "Organization")
#: What a sentence brings up to go on about it.
_FOUNDED = (
    *("Platform", "Zone", "Park", "Project", "Fund", "Alliance", "ResearchInstitute"),
    *("Enterprise", "Policy", "FinancialProduct"),
)
#: Documents and meetings, which say what follows them.
_SAYERS = ("Policy", "Event")
#: Tags of words that may open a clause before its subject: time, marks, adverbs, particles.
_OPENING_TAGS = frozenset({"t", "x", "c", "d", "ad", "u", "r", "f"})


@dataclass(slots=True)
class Turn:
    """A clause with its subjects; ``own`` is the group in the clause that is its subject.

    ``subjects`` is empty when the clause is about something that we have no entity for;
    ``context`` then tells whom the text around it is about. ``sentence``: the span of the
    sentence. ``before``: whom the text was about before the clause. ``topic``: what the sentence
    has just brought up (设立 X, …), ``agents``: who 由 last named as the doers. ``relative``:
    the relative clauses in the clause.
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

    def link(self, hit: Hit) -> Link | None:
        """The relative clause that ``hit`` is a verb of."""
        inside = (link for link in self.relative if link.start <= hit.start <= link.mark)
        return next(inside, None)

    def modality(self, shadow: str, verb: int, group: Group | None = None) -> str:
        """The modality of what the verb at ``verb`` says.

        ``group`` is a list before the verb that a small word governs: what denies that word
        denies the deed, too (尚未与 A 签约).
        """
        said = modality_of(shadow, self.clause.start, verb, self.sentence)
        if group is None or said != "asserted":
            return said
        start = group.start - len(group.governor)
        return modality_of(shadow, self.clause.start, start, self.sentence)

    def pairs_off(self, shadow: str, at: int) -> bool:
        """Does 分别 stand between the subject of the clause and ``at``?"""
        start = self.own.tail if self.own is not None else self.clause.start
        return pattern("Respectively").search(shadow, start, at) is not None


def take_turns(layout: Layout, parts: list[list[Clause]]) -> list[list[Turn]]:
    """The turns of every sentence; ``parts`` are the clauses of each sentence."""
    relative = [[links(layout.shadow, clause) for clause in clauses] for clauses in parts]
    own = [
        [_own(layout.shadow, *pair) for pair in zip(clauses, described, strict=True)]
        for clauses, described in zip(parts, relative, strict=True)
    ]
    actors = _actors(layout, own)
    headline = _headline(layout, parts)
    turns: list[list[Turn]] = []
    running: tuple[Subject, ...] = ()
    paragraph = -1
    for index, clauses in enumerate(parts):
        sentence = layout.sentences[index]
        if sentence.paragraph != paragraph:
            running, paragraph = (), sentence.paragraph
        start = tuple(_faded(subject) for subject in running)
        if not start and sentence.section in actors:
            start = (actors[sentence.section],)
        elif not start and headline is not None:
            start = (headline,)
        said, running = _in_sentence(layout.shadow, clauses, own[index], start)
        for turn, described in zip(said, relative[index], strict=True):
            turn.sentence, turn.relative = (sentence.start, sentence.end), described
        turns.append(said)
    return turns


def _in_sentence(
    shadow: str, clauses: list[Clause], own: list[Group | None], start: tuple[Subject, ...]
) -> tuple[list[Turn], tuple[Subject, ...]]:
    """The turns of one sentence that opens about ``start``, and whom it leaves the text about."""
    said: list[Turn] = []
    current = start
    opening: tuple[Subject, ...] = ()
    topic: tuple[Subject, ...] = ()
    agents: tuple[Subject, ...] = ()
    for clause, group in zip(clauses, own, strict=True):
        if opening and shadow[clause.start - 1] == ";":
            current, topic, agents = opening, (), ()
        before = current
        both = _both(shadow, clause, said)
        if both:
            current = both
            turn = Turn(clause, current, group)
        elif group is not None and _can_act(group):
            current, topic = tuple(Subject.of(ref) for ref in group.members), ()
            if not opening and _is_body(group):
                opening = current
            turn = Turn(clause, current, group)
        elif group is None and _is_foreign(shadow, clause):
            turn = Turn(clause, (), group, current)
        else:
            turn = Turn(clause, current, group)
        turn.before, turn.topic, turn.agents = before, topic, agents
        topic, agents = _brought_up(clause) or topic, _agents(clause) or agents
        said.append(turn)
    return said, current


def _brought_up(clause: Clause) -> tuple[Subject, ...]:
    """What the clause founds or issues: the next clauses may go on about it."""
    for hit in reversed(clause.hits):
        if not (hit.says("establishedBy") or hit.says("issuedBy")):
            continue
        after = (group for group in clause.groups if group.start >= hit.end)
        group = next((group for group in after if not group.governor), None)
        if group is not None and vocabulary().is_any(group.members[-1].entity.cls, _FOUNDED):
            return tuple(Subject.of(ref) for ref in group.members)
    return ()


def _agents(clause: Clause) -> tuple[Subject, ...]:
    """Who 由 names as the doers of the clause."""
    forms = load_lexicon().forms("DoerMarker")
    groups = (group for group in clause.groups if group.governor in forms)
    return tuple(Subject.of(ref) for group in groups for ref in group.members)


def _both(shadow: str, clause: Clause, said: list[Turn]) -> tuple[Subject, ...]:
    """The partners of the clause before, when this one opens with 双方."""
    text = shadow[clause.start : clause.end].lstrip("“ ")
    if not pattern("BothSides").match(text):
        return ()
    for turn in reversed(said):
        members = [ref for group in turn.clause.groups for ref in group.members]
        bodies = [ref for ref in members if vocabulary().is_any(ref.entity.cls, _BODIES)]
        if len(bodies) > 1:
            return tuple(Subject.of(ref) for ref in bodies[:2])
    return ()


def _own(shadow: str, clause: Clause, relative: tuple[Link, ...]) -> Group | None:
    """The group before the first main verb that no small word governs.

    A thing that a relative clause describes outranks who does what it says (甲建设的乙投用).
    """
    verbs = (hit for hit in main_hits(clause, relative) if hit.of("by") != hit.cues)
    first = min((hit.start for hit in verbs), default=clause.end)
    described = [link for link in relative if link.head.start < first]
    for link in reversed(described):
        if not _is_governed(clause, link):
            return link.head
    borne = [bearer(shadow, clause, hit) for hit in clause.hits if _is_of_thing(hit)]
    doers = load_lexicon().forms("DoerMarker")
    for group in clause.groups:
        if group.start >= first or group.governor in doers:
            return None
        inner = any(link.start <= group.start < link.mark for link in described)
        said = group.governor or _says(shadow, group) or any(group is one for one in borne)
        if not inner and not said and not group.inner:
            return _owned(shadow, clause, group, first)
    return None


def _owned(shadow: str, clause: Clause, group: Group, first: int) -> Group:
    """The last thing of a chain tied by 的, which is what the clause is about (甲公司的乙项目)."""
    ties = load_lexicon().forms("Attributive")
    for after in clause.groups:
        near = 0 < after.start - group.tail <= _TIE_REACH and after.start < first
        if near and shadow[group.tail] in ties and not after.governor:
            between = clause.hits and any(group.tail <= h.start < after.start for h in clause.hits)
            if not between and vocabulary().is_any(after.members[0].entity.cls, _FOUNDED):
                group = after
    return group


def _is_of_thing(hit: Hit) -> bool:
    """Is it a noun of capacity, held in the thing that the text is about (建设单位)?"""
    return hit.is_noun and all(cue.attributes.get("agent") == "thing" for cue in hit.cues)


@lru_cache(maxsize=1)
def _bearing() -> re.Pattern[str]:
    """What stands between a body and its noun of capacity."""
    verb, tie = alternation("CapacityVerb"), alternation("Attributive")
    last = f"(?:(?!{tie})[^,。;]){{0,8}}"
    return re.compile(f"[^,。;]{{0,12}}?{verb}(?:[^,。;]{{0,14}}?{tie})?{last}")


def bearer(shadow: str, clause: Clause, hit: Hit) -> Group | None:
    """The bodies before their noun of capacity: 甲是牵头单位, 甲、乙为共建单位."""
    for group in clause.groups:
        if group.end <= hit.start and not group.governor:
            return group if _bearing().fullmatch(shadow, group.tail, hit.start) else None
    return None


def _is_governed(clause: Clause, link: Link) -> bool:
    """Does a preposition before the relative clause take what it describes (以甲研发的乙为载体)?"""
    lexicon = load_lexicon()
    small = lexicon.forms("Preposition") - lexicon.forms("Locative")
    return any(
        group.governor in small and link.start <= group.start < link.hit.start
        for group in clause.groups
    )


def _says(shadow: str, group: Group) -> bool:
    """Is it a document or a meeting that says what follows (《规划》提出)?"""
    if not vocabulary().is_any(group.members[-1].entity.cls, _SAYERS):
        return False
    return pattern("SayVerb").search(shadow, group.tail, group.tail + _SAY_REACH) is not None


def _can_act(group: Group) -> bool:
    return not vocabulary().is_any(group.members[0].entity.cls, _NOT_ACTORS)


def _is_body(group: Group) -> bool:
    """Bodies and places can be what a section is about; platforms and policies seldom are."""
    return vocabulary().is_any(group.members[0].entity.cls, _BODIES)


def _faded(subject: Subject) -> Subject:
    """A subject of an earlier sentence: no longer said in this one."""
    return replace(subject, source="headline" if subject.source == "headline" else "section")


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Words before the subject of a clause; the segmenter may have cut a list mark in two."""
    lexicon = load_lexicon()
    marks = lexicon.forms("ListMark")
    parts = {mark[:size] for mark in marks for size in range(1, len(mark) + 1)}
    return lexicon.forms("Future", "Completed") | parts


def _is_foreign(shadow: str, clause: Clause) -> bool:
    """Does the clause open with a noun that we have no entity for (66家企业开展…)?"""
    if _UNRESOLVED.match(shadow[clause.start : clause.end]):
        return True
    limit = clause.hits[0].start if clause.hits else clause.end
    opening = [token for token in clause.tokens if token.start < limit]
    timed = load_lexicon().forms("TimeMark")
    for position, token in enumerate(opening):
        after = opening[position + 1].text if position + 1 < len(opening) else ""
        if token.text in timed or (token.pos[0] == "m" and after[:1] in timed):
            continue
        if token.pos in _OPENING_TAGS or token.text in _openers():
            continue
        if limit == clause.end or token.text in load_lexicon().forms("ActionVerb"):
            return False
        return _is_noun_phrase(opening[position:]) or (token.pos[0] in "nm" and not clause.groups)
    return False


def _is_noun_phrase(tokens: list[Token]) -> bool:
    """Do the words before the verb make one noun, its subject (创新核|主攻…)?"""
    return tokens[-1].pos[0] == "n" and all(
        token.pos[0] in "nabjlsgz" or token.pos == "vn" or token.text in _inner()
        for token in tokens
    )


@cache
def _inner() -> frozenset[str]:
    lexicon = load_lexicon()
    return lexicon.forms("InnerVerb") - lexicon.forms("ActionVerb")


def _actors(layout: Layout, own: list[list[Group | None]]) -> dict[int, Subject]:
    """The one actor of each section, where there is one."""
    counts: dict[int, Counter[str]] = {}
    first: dict[tuple[int, str], Subject] = {}
    for index, groups in enumerate(own):
        section = layout.sentences[index].section
        for group in groups:
            if group is None or not _is_body(group):
                continue
            for subject in map(Subject.of, group.members):
                name = subject.entity.name
                counts.setdefault(section, Counter())[name] += 1
                first.setdefault((section, name), _faded(subject))
    actors = {}
    for section, names in counts.items():
        name, count = min(names.items(), key=lambda item: (-item[1], item[0]))
        if count >= _ACTOR_CLAUSES and count >= _ACTOR_SHARE * sum(names.values()):
            actors[section] = first[section, name]
    return actors


def _headline(layout: Layout, parts: list[list[Clause]]) -> Subject | None:
    """The one place or body that the article's title names."""
    named = {
        ref.entity.name: ref
        for index, clauses in enumerate(parts)
        if layout.sentences[index].kind == "title"
        for clause in clauses
        for group in clause.groups
        for ref in group.members
        if vocabulary().is_any(ref.entity.cls, _BODIES)
    }
    if len(named) != 1:
        return None
    return replace(Subject.of(next(iter(named.values()))), source="headline")
