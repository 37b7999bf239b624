"""Spokesmen: for which body somebody speaks, so that 我们 and 园区 in his mouth are that body."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from ontology.lexicon import alternation, pattern
from ontology.vocabulary import vocabulary
from sources.entity import Entities, Entity
from sources.mention import Reading
from sources.reference import Reference
from sources.role import hold
from sources.segment import Layout
from sources.speech import Speakers, find_speech
from sources.trail import Trail

__all__ = ["Spokesmen", "find_spokesmen", "silence"]

#: Bodies that act for somebody else, by the name that theirs opens with.
_OFFICES = ("GovernmentBody", "AdministrativeCommittee")
#: Longest label of somebody who asks, in characters.
_LABEL = 14


class Spokesmen:
    """Who speaks where, and for which body."""

    def __init__(self, speakers: Speakers, bodies: dict[str, Entity]) -> None:
        """``bodies`` are those that the speakers head, by their names."""
        self._speakers, self._bodies = speakers, bodies

    def body(self, at: int) -> Entity | None:
        """The body of who speaks at ``at``; None where nobody does, or of none that is told."""
        speaker = self._speakers.at(at)
        return self._bodies.get(speaker.name) if speaker is not None else None

    def topic(self, at: int) -> Entity | None:
        """What an unsaid subject at ``at`` is: the speaker's body, unless it is but an office."""
        body = self.body(at)
        return body if body is not None and not vocabulary().is_any(body.cls, _OFFICES) else None


def find_spokesmen(
    layout: Layout, reading: Reading, entities: Entities, references: list[Reference]
) -> Spokesmen | None:
    """The persons whose speech the text gives and who head one body; None when there are none."""
    speech = find_speech(layout, references)
    names = {said.speaker.name for said in speech}
    if not names:
        return None
    headed: dict[str, dict[str, Entity]] = {}
    for draft in hold(layout, reading, entities, references, Trail(references)):
        title = draft.value.text if draft.value is not None else ""
        now = draft.status != "closed" and draft.modality == "asserted"
        if now and draft.object is not None and _leading().search(title):
            headed.setdefault(draft.subject.name, {})[draft.object.name] = draft.object
    bodies = {name: _one(list(headed[name].values())) for name in names if name in headed}
    found = {name: body for name, body in bodies.items() if body is not None}
    return Spokesmen(Speakers(speech), found) if found else None


@lru_cache(maxsize=1)
def _leading() -> re.Pattern[str]:
    """A title of who leads the whole body, not a part of it (化工学院院长)."""
    return re.compile(f"^(?!.*{alternation('College')}.).*{alternation('LeadTitle')}$")


def _one(bodies: list[Entity]) -> Entity | None:
    """The only one of ``bodies``, or the area that the others are offices of."""
    whole = [b for b in bodies if not vocabulary().is_any(b.cls, _OFFICES)] or bodies
    return whole[0] if len(whole) == 1 else None


def silence(layout: Layout, references: list[Reference]) -> list[Reference]:
    """The references without the media that only ask or report (《甲报》:…, 甲报记者)."""
    starts = [paragraph.start for paragraph in layout.paragraphs]
    return [ref for ref in references if not _asks(layout, ref, starts)]


def _asks(layout: Layout, ref: Reference, starts: list[int]) -> bool:
    shadow = layout.shadow
    if pattern("AskerMark").match(shadow, ref.end):
        return True
    line = starts[bisect_right(starts, ref.start) - 1]
    titled = shadow.startswith("《", line) and shadow.startswith("》:", ref.end)
    return titled and ref.start == line + 1 and ref.end - line <= _LABEL
