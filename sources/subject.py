"""Subjects: who each clause is about, said in the clause, before it, or by the section."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import load_lexicon
from ontology.vocabulary import vocabulary
from sources.clause import Clause, Group
from sources.draft import Subject
from sources.segment import Layout
from sources.token import Token

__all__ = ["Turn", "take_turns"]

#: A section has one actor when it opens at least this share of the section's clauses.
_ACTOR_SHARE = 0.6
#: How far behind a document its verb of saying may stand, in characters.
_SAY_REACH = 5
#: A quoted term that we have no entity for, as the subject of a clause: “多园”包括….
_UNRESOLVED = re.compile(r"^\W?“[^“”]{1,6}”(?=\w)")
_NOT_ACTORS = ("Person", "Industry", "ResearchField", "Event", "Designation")


@dataclass(slots=True)
class Turn:
    """A clause with its subjects; ``own`` is the group in the clause that is its subject.

    ``context``: whom the text is about here, also where the clause has another subject that we
    do not know. ``sentence``: the span of the sentence.
    """

    clause: Clause
    subjects: tuple[Subject, ...]
    own: Group | None
    context: tuple[Subject, ...] = ()
    sentence: tuple[int, int] = (0, 0)


@lru_cache(maxsize=1)
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lexicon = load_lexicon()
    return (
        lexicon.forms("ListMark") | lexicon.forms("Future") | lexicon.forms("Completed"),
        lexicon.forms("AgentMarker"),
        lexicon.forms("Comitative"),
    )


def take_turns(
    layout: Layout, tokens: tuple[tuple[Token, ...], ...], parts: list[list[Clause]]
) -> list[list[Turn]]:
    """The turns of every sentence; ``parts`` are the clauses of each sentence."""
    own = [[_own(layout.shadow, clause) for clause in clauses] for clauses in parts]
    actors = _actors(layout, own)
    headline = _headline(layout, parts)
    turns: list[list[Turn]] = []
    running: tuple[Subject, ...] = ()
    paragraph = -1
    for index, clauses in enumerate(parts):
        sentence = layout.sentences[index]
        if sentence.paragraph != paragraph:
            running, paragraph = (), sentence.paragraph
        said: list[Turn] = []
        current = tuple(_faded(subject) for subject in running)
        if not current and sentence.section in actors:
            current = (actors[sentence.section],)
        elif not current and headline is not None:
            current = (headline,)
        opening: tuple[Subject, ...] = ()
        for clause, group in zip(clauses, own[index], strict=True):
            if opening and layout.shadow[clause.start - 1] == ";":
                current = opening
            both = _both(layout.shadow, clause, said)
            if both:
                current = both
                said.append(Turn(clause, current, None))
            elif group is not None and _can_act(group):
                current = _subjects(group)
                if not opening and _leads(group):
                    opening = current
                said.append(Turn(clause, current, group))
            elif _foreign_subject(layout.shadow, clause, tokens[index], group):
                said.append(Turn(clause, (), group, current))
            else:
                said.append(Turn(clause, current, group))
        for turn in said:
            turn.sentence = (sentence.start, sentence.end)
        turns.append(said)
        running = current
    return turns


def _both(shadow: str, clause: Clause, said: list[Turn]) -> tuple[Subject, ...]:
    """The partners of the clause before, when this one opens with 双方."""
    text = shadow[clause.start : clause.end].lstrip("“ ")
    if not any(text.startswith(form) for form in load_lexicon().forms("BothSides")):
        return ()
    for turn in reversed(said):
        members = [ref for group in turn.clause.groups for ref in group.members]
        bodies = [ref for ref in members if _can_act_alone(ref.entity.cls)]
        if len(bodies) > 1:
            return tuple(Subject(r.entity, r.start, r.end, r.how) for r in bodies[:2])
    return ()


def _can_act_alone(cls: str) -> bool:
    return any(vocabulary().is_a(cls, kind) for kind in ("Place", "Organization"))


def _own(shadow: str, clause: Clause) -> Group | None:
    """The group before the first trigger that no preposition governs."""
    first = clause.hits[0].start if clause.hits else clause.end
    agents, comitatives = _words()[1], _words()[2]
    for group in clause.groups:
        if group.start >= first:
            return None
        if _says(shadow, group):
            continue
        if not group.governor or group.governor in agents:
            return group
        if group.governor in comitatives and group.governor != "与":
            continue
    return None


def _says(shadow: str, group: Group) -> bool:
    """Is it a document or a meeting that says what follows (《规划》提出)?"""
    words = vocabulary()
    if not any(words.is_a(group.members[-1].entity.cls, cls) for cls in ("Policy", "Event")):
        return False
    after = shadow[group.tail : group.tail + _SAY_REACH]
    return any(form in after for form in load_lexicon().forms("SayVerb"))


def _can_act(group: Group) -> bool:
    words = vocabulary()
    return not any(words.is_a(group.members[0].entity.cls, cls) for cls in _NOT_ACTORS)


def _subjects(group: Group) -> tuple[Subject, ...]:
    return tuple(Subject(ref.entity, ref.start, ref.end, ref.how) for ref in group.members)


def _faded(subject: Subject) -> Subject:
    """A subject of an earlier sentence: no longer said in this one."""
    source = "headline" if subject.source == "headline" else "section"
    return Subject(subject.entity, subject.start, subject.end, source)


def _foreign_subject(
    shadow: str, clause: Clause, tokens: tuple[Token, ...], group: Group | None
) -> bool:
    """Does the clause open with a noun that we have no entity for (66家企业开展…)?"""
    if group is not None:
        return False
    if _UNRESOLVED.match(shadow[clause.start : clause.end]):
        return True
    limit = clause.hits[0].start if clause.hits else clause.end
    opening = [token for token in tokens if clause.start <= token.start < limit]
    timed = load_lexicon().forms("TimeMark")
    for position, token in enumerate(opening):
        after = opening[position + 1].text if position + 1 < len(opening) else ""
        if token.text in timed or (token.pos[0] == "m" and after[:1] in timed):
            continue
        if token.text in _words()[0] or token.pos in {"t", "x", "c", "d", "ad", "u", "r", "f"}:
            continue
        if any(form.startswith(token.text) for form in load_lexicon().forms("ListMark")):
            continue
        return token.pos[0] in "nm" and not clause.groups and limit < clause.end
    return False


def _actors(layout: Layout, own: list[list[Group | None]]) -> dict[int, Subject]:
    """The one actor of each section, where there is one."""
    counts: dict[int, Counter[str]] = {}
    first: dict[tuple[int, str], Subject] = {}
    for index, groups in enumerate(own):
        sentence = layout.sentences[index]
        for group in groups:
            if group is None or not _can_act(group) or not _leads(group):
                continue
            for subject in _subjects(group):
                name = subject.entity.name
                counts.setdefault(sentence.section, Counter())[name] += 1
                first.setdefault((sentence.section, name), _faded(subject))
    actors = {}
    for section, names in counts.items():
        name, count = min(names.items(), key=lambda item: (-item[1], item[0]))
        if count >= 2 and count >= _ACTOR_SHARE * sum(names.values()):
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
        if _can_act_alone(ref.entity.cls)
    }
    if len(named) != 1:
        return None
    ref = next(iter(named.values()))
    return Subject(ref.entity, ref.start, ref.end, "headline")


def _leads(group: Group) -> bool:
    """Bodies and places can be what a section is about; platforms and policies seldom are."""
    words = vocabulary()
    return any(
        words.is_a(group.members[0].entity.cls, cls) for cls in ("Place", "Organization")
    )
