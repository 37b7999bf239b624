"""Sequels: clauses that go on, without a name, about what a sentence before them was about."""

from __future__ import annotations

import re
from functools import cache

from ontology.lexicon import alternation, load_lexicon
from ontology.vocabulary import vocabulary
from sources.built import is_buildable
from sources.clause import Group, Hit
from sources.draft import Subject
from sources.edifice import is_built_on
from sources.guarded import has_word
from sources.spoken import endings, plain_nouns
from sources.turn import Turn

__all__ = ["goes_on"]

#: What is built or set up as one thing, so that a bare word of its rung is about the whole of it.
_WHOLE = ("Platform", "Park", "Project", "ResearchInstitute")
#: First letters of tags of words that may stand before the word of the rung: times and adverbs.
_LEADS = frozenset("tmdcxurfpq")
#: How many sentences back the thing may be named.
_SENTENCES = 2
#: What stands before a sentence: a paper that opens one is of what the text is about.
_OPENS = "。\n"
#: Kinds of words that say it of several things.
_SEVERAL = ("PluralMark", "AllMark", "PhaseWord")
#: What may close a name.
_CLOSERS = "”》:)"
#: Relations whose object is only where, or of what, the thing is.
_TIES = frozenset({"locatedIn", "partOf", "affiliatedWith", "governedBy"})


def goes_on(shadow: str, turn: Turn, hit: Hit, subject: Subject) -> bool:
    """Does a clause without a name tell how the thing of a sentence before stands (去年6月投用)?

    Nothing else may be built in between, and nothing but times, adverbs, who approves it and a
    noun that is short for the thing may stand before the word.
    """
    start = turn.clause.start
    if not vocabulary().is_any(subject.entity.cls, _WHOLE):
        return False
    between = shadow[subject.end : start].lstrip(_CLOSERS)
    if between.startswith("\n"):
        between = between[1:]  # its name is a line of its own above
    if "\n" in between or between.count("。") > _SENTENCES:
        return False
    built_on = is_built_on(shadow, start, hit)
    several = any(has_word(kind, shadow, start, hit.start) for kind in _SEVERAL)
    if several and not built_on:
        return False
    if not built_on and _brings_up(between):
        return False
    if _is_other(shadow, turn.prior, subject) or any(_rivals(one, subject) for one in turn.past):
        return False
    return built_on or _is_bare(shadow, turn, hit, subject)


def _brings_up(between: str) -> bool:
    """Does the text before the clause end in something else, made or got (研发新药。去年获批)?"""
    return _brought().search(between) is not None


@cache
def _brought() -> re.Pattern[str]:
    done = f"(?:{alternation('AspectSign')})?"
    return re.compile(f"{alternation('BringUpVerb')}{done}[^,。;、:0-9“《]{{2,10}}[,。;\n]*\\Z")


def _is_other(shadow: str, group: Group | None, subject: Subject) -> bool:
    """Is another thing named before the clause that the clause may be about?"""
    if group is None or group.governor or shadow.endswith(_ties(), 0, group.start):
        return False
    return any(
        ref.entity is not subject.entity and is_buildable(ref.entity.cls) for ref in group.members
    )


@cache
def _ties() -> tuple[str, ...]:
    """The verbs behind which only stands where, or of what, the thing is (隶属|甲园)."""
    cues = load_lexicon().cues("Trigger")
    return tuple(sorted({cue.form for cue in cues if cue.signals in _TIES}))


def _rivals(other: Subject, subject: Subject) -> bool:
    return other.entity is not subject.entity and is_buildable(other.entity.cls)


def _is_bare(shadow: str, turn: Turn, hit: Hit, subject: Subject) -> bool:
    """Do only times, adverbs, papers, who approves and what is short for it stand before it?"""
    short = {*endings(subject.entity.name), *plain_nouns(), *_denials()}
    if shadow[turn.clause.start - 1] in _OPENS:
        short |= load_lexicon().forms("PaperNoun")
    known = [(group.start, group.tail) for group in turn.clause.groups if group.end <= hit.start]
    before = (token for token in turn.clause.tokens if token.end <= hit.start)
    return all(
        token.pos[0] in _LEADS
        or token.text in short
        or any(start <= token.start < end for start, end in known)
        for token in before
    )


@cache
def _denials() -> frozenset[str]:
    return load_lexicon().forms("NotYet", "Negation", "Future", "Completed", "LevelVerb")
