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
from sources.guarded import has_word
from sources.panel import find_panels
from sources.reference import Reference
from sources.saying import LAST_GAP, gesture, reporting, says, tells
from sources.segment import Layout

__all__ = ["Speakers", "Speech", "find_speech"]

#: How far back a pronoun may point, and how long the label of a speaker is, in characters.
_PRONOUN_REACH, _LABEL = 150, 40
#: Marks that end what a verb of saying says, and marks that no label holds.
_ENDS, _STOP = "。!?\n", re.compile(r"[,。;!?“”]")
#: Opens a line that somebody speaks.
_SPEAKER = re.compile(r"[^,。;:!?“”\n]{1,20}:|【")
_QUOTED = re.compile(r"“[^”]*”?")
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
def _remark() -> re.Pattern[str]:
    """Posts between a name and what its bearer says: in brackets, or between commas."""
    title = alternation("Title")
    return re.compile(
        f"\\([^()\n]{{1,{_LABEL}}}\\)|,[^,。;:!?“”\n]{{2,{_LABEL}}}{title},(?={LAST_GAP}:)"
    )


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    """Somebody else takes over at the head of a sentence."""
    return re.compile(f"(?:(?<=[。!?”])|(?<=[。!?”] )){alternation('OtherVoice')}")


@lru_cache(maxsize=1)
def _pronoun() -> re.Pattern[str]:
    return re.compile(alternation("Pronoun"))


def find_speech(layout: Layout, references: list[Reference]) -> list[Speech]:
    """Stretches of direct and reported speech, in reading order; they may nest."""
    shadow = layout.shadow
    starts = [sentence.start for sentence in layout.sentences]
    found: list[Speech] = []
    persons = [ref for ref in references if ref.entity.cls == "Person"]
    for start, end, ref in find_panels(layout, persons):
        found.append(Speech(start, end, ref.entity))
    spoken = [(ref, _label_end(shadow, ref)) for ref in [*persons, *_pointed(shadow, persons)]]
    several = len({label for _, label in spoken if label is not None}) > 1
    for ref, label in spoken:
        if label is not None:
            found.append(Speech(label, _turn_end(layout, label, several), ref.entity))
            continue
        index = bisect_right(starts, ref.start) - 1
        if index < 0 or ref.start >= layout.sections[-1].end:
            continue
        if ref.start < layout.sentences[index].end:
            found += _said(layout, ref, index)
    found += _answers(layout, persons)
    found += _continued(layout, persons, found)
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
    lead = shadow[shadow.rfind("\n", 0, ref.start) + 1 : ref.start]
    if "(" in lead and shadow.startswith(")", end):
        end += 1  # 答(云溪市副市长方亦舟):
    if not shadow.startswith(":", end) or len(lead) > _LABEL or _STOP.search(lead):
        return None
    return end


def _turn_end(layout: Layout, start: int, several: bool = False) -> int:
    """Where the turn that starts at ``start`` ends: before the next question, else with its line.

    Where ``several`` have the floor it goes on to the last paragraph, before the next speaker or
    heading, in which somebody says 我.
    """
    paragraphs, shadow = layout.paragraphs, layout.shadow
    first = _paragraph_at(layout, start)
    reach = range(first + 1, len(paragraphs)) if paragraphs[first].kind == "body" else ()
    end = _line_end(shadow, start)
    for index in reach:
        here = paragraphs[index]
        if pattern("QuestionStart").match(shadow, here.start):
            return paragraphs[index - 1].end
        if here.kind == "heading" or _SPEAKER.match(shadow, here.start):
            break
        said = _QUOTED.sub("", shadow[here.start : here.end])
        if several and has_word("SelfWord", said, 0, len(said)):
            end = here.end
    return end


def _paragraph_at(layout: Layout, at: int) -> int:
    return bisect_right(layout.paragraphs, at, key=lambda paragraph: paragraph.start) - 1


def _said(layout: Layout, ref: Reference, index: int) -> Iterator[Speech]:
    """What somebody named in a sentence says: in it, before it, behind it."""
    shadow, sentence = layout.shadow, layout.sentences[index]
    remark = _remark().match(shadow, ref.end)
    end = remark.end() if remark else ref.end
    verb = says().match(shadow, end)
    if verb is not None:
        said = reporting(shadow, verb)
        spoken = _before(layout, ref, index) if said is None else _around(layout, ref, index, said)
        yield from spoken
        return
    opened = gesture().match(shadow, end)
    if opened is not None:
        opening = opened.end() - 1
        yield Speech(opening, _quote_end(layout, opening, sentence.paragraph), ref.entity)
    elif (told := _told_from(shadow, ref, end)) is not None:
        yield Speech(told, sentence.end, ref.entity)
        yield from _quoted_after(layout, ref, index)
    elif ref.start - sentence.start <= _LABEL:
        yield from _before(layout, ref, index)


def _told_from(shadow: str, ref: Reference, end: int) -> int | None:
    """Where that begins which a colon opens, or which so looks to him (在方亦舟看来)."""
    listed = tells().match(shadow, end)
    if listed is not None:
        return listed.end()
    seen = pattern("ViewMark").match(shadow, end)
    start = max(0, ref.start - _LABEL)
    if seen is None or pattern("ViewStart").search(shadow, start, ref.start) is None:
        return None
    return seen.end()


def _quoted_after(layout: Layout, ref: Reference, index: int) -> Iterator[Speech]:
    """The quotation that opens right behind the sentence."""
    sentence = layout.sentences[index]
    if layout.shadow.startswith("“", sentence.end):
        end = _quote_end(layout, sentence.end, sentence.paragraph)
        yield Speech(sentence.end, end, ref.entity)


def _around(layout: Layout, ref: Reference, index: int, verb_end: int) -> Iterator[Speech]:
    """The sentence with the verb, what it reports, and the quotation before or after it."""
    shadow, sentence = layout.shadow, layout.sentences[index]
    paragraph = layout.paragraphs[sentence.paragraph]
    colon = shadow.startswith(":", verb_end)
    start = verb_end if colon else sentence.start
    yield Speech(start, sentence.end, ref.entity)
    yield from _before(layout, ref, index)
    opening = shadow.find("“", verb_end, paragraph.end)
    if 0 <= opening - verb_end <= _OPEN_REACH:
        yield Speech(opening, _quote_end(layout, opening, sentence.paragraph), ref.entity)
    elif shadow[verb_end : verb_end + 1] not in _ENDS:
        # Reported speech goes on to the end of its paragraph, and through its list.
        end = _passage_end(layout, sentence.paragraph, verb_end)
        yield Speech(start, end, ref.entity)


def _quote_end(layout: Layout, opening: int, index: int) -> int:
    """Where the quotation ends that opens in paragraph ``index``.

    One over several paragraphs opens in each of them and closes in the last.
    """
    shadow = layout.shadow
    while True:
        paragraph, depth = layout.paragraphs[index], 0
        for at in range(opening, paragraph.end):
            depth += (shadow[at] == "“") - (shadow[at] == "”")
            if depth <= 0:
                return at + 1
        after = layout.paragraphs[index + 1 : index + 2]
        if not after or not shadow.startswith("“", after[0].start):
            return paragraph.end
        index, opening = index + 1, after[0].start


def _before(layout: Layout, ref: Reference, index: int) -> Iterator[Speech]:
    """The quotation that ends right before the sentence."""
    shadow, sentence = layout.shadow, layout.sentences[index]
    start = layout.paragraphs[sentence.paragraph].start
    closing = shadow.rfind("”", start, ref.start)
    opening, depth = closing, int(closing >= 0)
    while depth and opening > start:
        opening -= 1
        depth += (shadow[opening] == "”") - (shadow[opening] == "“")
    near = closing >= 0 and depth == 0 and sentence.start - closing <= 1
    if near and closing - opening > _PHRASE:
        yield Speech(opening, closing + 1, ref.entity)


def _passage_end(layout: Layout, index: int, start: int) -> int:
    """Where the passage ends that begins at ``start`` in paragraph ``index``.

    It ends where somebody else takes over (会议指出); a list goes on in paragraphs of its own.
    """
    other = _others().search(layout.shadow, start, layout.paragraphs[index].end)
    if other is not None:
        return other.start()
    listed = pattern("ListItem")
    while index + 1 < len(layout.paragraphs) and listed.match(
        layout.shadow, layout.paragraphs[index + 1].start
    ):
        index += 1
    return layout.paragraphs[index].end


def _continued(layout: Layout, persons: list[Reference], found: list[Speech]) -> Iterator[Speech]:
    """Paragraphs that are all quotation: who spoke last in the paragraph before goes on."""
    shadow = layout.shadow
    starts = [ref.start for ref in persons]
    speaking: dict[int, set[str]] = {}
    for speech in found:
        index = _paragraph_at(layout, speech.start)
        speaking.setdefault(index, set()).add(speech.speaker.name)
    last: Entity | None = None
    for index, paragraph in enumerate(layout.paragraphs):
        place = bisect_right(starts, paragraph.end) - 1
        named = place >= 0 and starts[place] >= paragraph.start
        quoted = shadow.startswith("“", paragraph.start)
        if quoted and not named and index not in speaking:
            whole = _quote_end(layout, paragraph.start, index) >= paragraph.end
            last = last if whole else None
            if last is not None:
                yield Speech(paragraph.start, paragraph.end, last)
        elif named and persons[place].entity.name in speaking.get(index, ()):
            last = persons[place].entity
        else:
            last = None


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
        yield Speech(line.start, _turn_end(layout, line.start), entity)


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
