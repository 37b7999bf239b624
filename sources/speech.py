"""Speech: who says what, in quotation marks or reported."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from ontology.lexicon import alternation, pattern
from sources.entity import Entity
from sources.reference import Reference
from sources.segment import Layout

__all__ = ["Speakers", "Speech", "find_speech"]

#: Longest stretch between a speaker's name and the verb of saying, in characters.
_SAY_REACH = 14
#: How far back a pronoun may point, and how long the label of a speaker is, in characters.
_PRONOUN_REACH, _LABEL = 150, 40
#: Marks that end what a verb of saying says, and marks that no label holds.
_ENDS, _STOP = "。!?\n", re.compile(r"[,。;!?“”]")
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


@lru_cache(maxsize=1)
def _gesture() -> re.Pattern[str]:
    """What stands between a name and the quotation that it opens (某人摆了摆手:“…”)."""
    return re.compile(f"[^,。;:!?“”\n]{{0,{_SAY_REACH}}}:“")


@lru_cache(maxsize=1)
def _pronoun() -> re.Pattern[str]:
    return re.compile(alternation("Pronoun"))


def find_speech(layout: Layout, references: list[Reference]) -> list[Speech]:
    """Stretches of direct and reported speech, in reading order; they may nest."""
    shadow = layout.shadow
    starts = [sentence.start for sentence in layout.sentences]
    found: list[Speech] = []
    persons = [ref for ref in references if ref.entity.cls == "Person"]
    for ref in [*persons, *_pointed(shadow, persons)]:
        label = _label_end(shadow, ref)
        if label is not None:
            found.append(Speech(label, _line_end(shadow, label), ref.entity))
            continue
        index = bisect_right(starts, ref.start) - 1
        if index < 0 or ref.start >= layout.sections[-1].end:
            continue
        if ref.start < layout.sentences[index].end:
            found += _said(layout, ref, index)
    found += _answers(layout, persons)
    return sorted(found, key=lambda speech: (speech.start, speech.end))


def _pointed(shadow: str, persons: list[Reference]) -> Iterator[Reference]:
    """Words for him or her, as references to the person named last."""
    ends = [ref.end for ref in persons]
    for match in _pronoun().finditer(shadow):
        place = bisect_right(ends, match.start()) - 1
        if place >= 0 and match.start() - ends[place] <= _PRONOUN_REACH:
            yield Reference(match.start(), match.end(), persons[place].entity, "alias")


def _label_end(shadow: str, ref: Reference) -> int | None:
    """Where the speech starts whose speaker the head of a line names, with or without posts."""
    end = ref.end
    if shadow.startswith("(", end):
        closing = shadow.find(")", end, end + _LABEL)
        end = closing + 1 if closing >= 0 else end
    if not shadow.startswith(":", end):
        return None
    lead = shadow[shadow.rfind("\n", 0, ref.start) + 1 : ref.start]
    if len(lead) > _LABEL or _STOP.search(lead):
        return None
    return end


def _said(layout: Layout, ref: Reference, index: int) -> Iterator[Speech]:
    """What somebody named in a sentence says: in it, before it, behind it."""
    shadow, sentence = layout.shadow, layout.sentences[index]
    verb = _say().match(shadow, ref.end)
    if verb is not None:
        yield from _around(layout, ref, index, verb.end())
        return
    gesture = _gesture().match(shadow, ref.end)
    if gesture is not None:
        closing = shadow.find("”", gesture.end(), layout.paragraphs[sentence.paragraph].end)
        end = closing + 1 or layout.paragraphs[sentence.paragraph].end
        yield Speech(gesture.end() - 1, end, ref.entity)
    elif ref.start - sentence.start <= _LABEL:
        yield from _before(layout, ref, index)


def _around(layout: Layout, ref: Reference, index: int, verb_end: int) -> Iterator[Speech]:
    """The sentence with the verb, what it reports, and the quotation before or after it."""
    shadow, sentence = layout.shadow, layout.sentences[index]
    paragraph = layout.paragraphs[sentence.paragraph]
    yield Speech(sentence.start, sentence.end, ref.entity)
    yield from _before(layout, ref, index)
    opening = shadow.find("“", verb_end, paragraph.end)
    if 0 <= opening - verb_end <= _OPEN_REACH:
        closing = shadow.find("”", opening, paragraph.end)
        yield Speech(opening, closing + 1 or paragraph.end, ref.entity)
    elif shadow[verb_end : verb_end + 1] not in _ENDS:
        # Reported speech goes on to the end of its paragraph, and through its list.
        yield Speech(sentence.start, _passage_end(layout, sentence.paragraph), ref.entity)


def _before(layout: Layout, ref: Reference, index: int) -> Iterator[Speech]:
    """The quotation that ends right before the sentence."""
    shadow, sentence = layout.shadow, layout.sentences[index]
    start = layout.paragraphs[sentence.paragraph].start
    closing = shadow.rfind("”", start, ref.start)
    opening = shadow.rfind("“", start, closing) if closing >= 0 else -1
    if opening >= 0 and sentence.start - closing <= 1 and closing - opening > _PHRASE:
        yield Speech(opening, closing + 1, ref.entity)


def _passage_end(layout: Layout, index: int) -> int:
    """Where the passage of paragraph ``index`` ends: a list goes on in paragraphs of its own."""
    listed = pattern("ListItem")
    while index + 1 < len(layout.paragraphs) and listed.match(
        layout.shadow, layout.paragraphs[index + 1].start
    ):
        index += 1
    return layout.paragraphs[index].end


def _answers(layout: Layout, persons: list[Reference]) -> Iterator[Speech]:
    """Answers without a name (答：…) are those of the person that the text names most."""
    shadow = layout.shadow
    lines = [p for p in layout.paragraphs if pattern("AnswerLabel").match(shadow, p.start)]
    before = [ref for ref in persons if lines and ref.start < lines[0].start]
    if not before:
        return
    counts = Counter(ref.entity.name for ref in before)
    entity = max(before, key=lambda ref: (counts[ref.entity.name], -ref.start)).entity
    for line in lines:
        yield Speech(line.start, line.end, entity)


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
