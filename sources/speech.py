"""Speech: who says what, in quotation marks or reported."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation
from sources.entity import Entity
from sources.reference import Reference
from sources.segment import Layout

__all__ = ["Speakers", "Speech", "find_speech"]

#: Longest stretch between a speaker's name and the verb of saying, in characters.
_SAY_REACH = 14
#: A quotation up to this length is a phrase in the sentence, not the speech before it.
_PHRASE = 14
#: How far behind the verb of saying its quotation may open, in characters: colon and space.
_OPEN_REACH = 2


@dataclass(frozen=True, slots=True)
class Speech:
    """``shadow[start:end]`` is said by ``speaker``."""

    start: int
    end: int
    speaker: Entity


@lru_cache(maxsize=1)
def _say() -> re.Pattern[str]:
    return re.compile(f"[^,。;:!?“”\n]{{0,{_SAY_REACH}}}?{alternation('SayVerb')}")


def find_speech(layout: Layout, references: list[Reference]) -> list[Speech]:
    """Stretches of direct and reported speech, in reading order; they may nest."""
    shadow = layout.shadow
    starts = [sentence.start for sentence in layout.sentences]
    found: list[Speech] = []
    for ref in references:
        if ref.entity.cls != "Person":
            continue
        if shadow.startswith(":", ref.end) and _opens_line(shadow, ref.start):
            found.append(Speech(ref.end, _line_end(shadow, ref.end), ref.entity))
            continue
        verb = _say().match(shadow, ref.end)
        index = bisect_right(starts, ref.start) - 1
        if verb is not None and index >= 0 and ref.start < layout.sentences[index].end:
            found += _around(layout, ref, index, verb.end())
    return sorted(found, key=lambda speech: (speech.start, speech.end))


def _around(layout: Layout, ref: Reference, index: int, verb_end: int) -> Iterator[Speech]:
    """The sentence with the verb, and the quotation before or after it."""
    shadow, sentence = layout.shadow, layout.sentences[index]
    paragraph = layout.paragraphs[sentence.paragraph]
    yield Speech(sentence.start, sentence.end, ref.entity)
    closing = shadow.rfind("”", paragraph.start, ref.start)
    opening = shadow.rfind("“", paragraph.start, closing) if closing >= 0 else -1
    if opening >= 0 and sentence.start - closing <= 1 and closing - opening > _PHRASE:
        yield Speech(opening, closing + 1, ref.entity)
    opening = shadow.find("“", verb_end, paragraph.end)
    if 0 <= opening - verb_end <= _OPEN_REACH:
        closing = shadow.find("”", opening, paragraph.end)
        yield Speech(opening, closing + 1 or paragraph.end, ref.entity)


def _opens_line(shadow: str, start: int) -> bool:
    return not shadow[shadow.rfind("\n", 0, start) + 1 : start].strip()


def _line_end(shadow: str, at: int) -> int:
    end = shadow.find("\n", at)
    return len(shadow) if end < 0 else end


class Speakers:
    """Who says what stands at an offset: the speaker of the innermost speech around it.

    >>> one, two = Entity("方亦舟", "Person"), Entity("孟云", "Person")
    >>> speakers = Speakers([Speech(0, 20, one), Speech(5, 9, two)])
    >>> [entity and entity.name for entity in map(speakers.at, (2, 6, 12, 30))]
    ['方亦舟', '孟云', '方亦舟', None]
    """

    def __init__(self, speech: Iterable[Speech]) -> None:
        """Note the innermost speaker from each place on where a speech starts or ends."""
        spans = sorted(speech, key=lambda s: (s.start, s.end))
        self._cuts = sorted({at for s in spans for at in (s.start, s.end)})
        self._speakers: list[Entity | None] = []
        around: list[Speech] = []
        position = 0
        for cut in self._cuts:
            while position < len(spans) and spans[position].start <= cut:
                around.append(spans[position])
                position += 1
            around = [s for s in around if s.end > cut]
            inner = min(around, key=lambda s: s.end - s.start, default=None)
            self._speakers.append(inner.speaker if inner is not None else None)

    def at(self, offset: int) -> Entity | None:
        """The speaker at ``offset``; None where nobody's speech is."""
        index = bisect_right(self._cuts, offset) - 1
        return self._speakers[index] if index >= 0 else None
