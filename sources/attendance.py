"""Attendance: counts of those who come to an event, which are no numbers of a body named before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from ontology.lexicon import alternation, load_lexicon, pattern
from ontology.vocabulary import vocabulary
from sources.draft import Draft
from sources.headnoun import head_of

__all__ = ["without_guests"]

#: The unit of persons, and events and those who hold them, of which guests are counted.
_PERSON, _EVENT = "PERSON", ("Event",)
#: Bodies of which no one is made up of others of its kind.
_SINGLE = ("Laboratory", "ResearchInstitute")
#: What ends a clause.
_MARKS = re.compile("[,。;:!?\n]")


def without_guests(shadow: str, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts but those that give a body the guests of an event or others of its kind.

    等近200人|参加成立大会 counts guests, and 10家|省实验室 no laboratories of a laboratory.
    """
    for draft in drafts:
        if not _is_guests(shadow, draft) and not _is_kin(shadow, draft):
            yield draft


def _is_guests(shadow: str, draft: Draft) -> bool:
    value, end = draft.value, draft.spans[0][2]
    if value is None or value.unit != _PERSON or vocabulary().is_any(draft.subject.cls, _EVENT):
        return False
    if pattern("AttendEnd").match(shadow, end) is not None:
        return True
    verb = pattern("AttendVerb").match(shadow, end)
    clause = _MARKS.search(shadow, end)
    stop = clause.start() if clause is not None else len(shadow)
    return verb is not None and pattern("Occasion").search(shadow, verb.end(), stop) is not None


def _is_kin(shadow: str, draft: Draft) -> bool:
    """Is it told by or of counted things of the kind of the subject, which is not named here?"""
    if draft.value is None or draft.source in {"explicit", "alias"}:
        return False
    if not vocabulary().is_any(draft.subject.cls, _SINGLE):
        return False
    _, start, end = draft.spans[0]
    opened = max(shadow.rfind(mark, 0, start) for mark in ",。;:!?\n") + 1
    match = _several().match(shadow, opened, end)
    head = head_of(match.group()) if match is not None else None
    return head is not None and vocabulary().is_a(head.signals, draft.subject.cls)


@lru_cache(maxsize=1)
def _several() -> re.Pattern[str]:
    """Several laboratories or institutes, counted, at the head of a clause (10家省实验室)."""
    heads = (c.form for c in load_lexicon().cues("HeadNoun") if c.signals in _SINGLE)
    noun = "|".join(sorted(map(re.escape, heads), key=lambda form: (-len(form), form)))
    count = f"(?:[0-9]|{alternation('CountSign')})+{alternation('KindMeasure')}"
    return re.compile(f"{count}{alternation('LevelModifier', 'AreaLetter')}?(?:{noun})")
